"""Opens an archive with polars: reads, joins, groups by vote, party and position, keeps ballots by vote."""

import resource
import sys

import polars as pl

case, folder = sys.argv[1:]
if case == "voteview":
    votes = pl.scan_csv(f"{folder}/HSall_votes.csv")
    members = pl.scan_csv(f"{folder}/HSall_members.csv").select("congress", "chamber", "icpsr", "party_code")
    vote, member, position = ["congress", "chamber", "rollnumber"], "icpsr", "cast_code"
    joined = votes.join(members, on=["congress", "chamber", "icpsr"], how="left")
    party = "party_code"
else:
    joined = pl.scan_csv(f"{folder}/member_votes.csv")
    vote, member, position, party = ["vote_id"], "member_id", "position", "group_code"
counts = joined.group_by([*vote, party, position]).len()
ballots = joined.group_by(vote).agg(member, position)
counted, kept = pl.collect_all([counts, ballots])
print("done", counted.height, kept.height)
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
