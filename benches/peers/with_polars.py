"""Opens an archive with polars: reads, joins, groups by vote, party and position.

Then keeps every ballot by vote and member: as lists by vote, or pivoted, members by votes, for each session.
"""

import resource
import sys

import polars as pl

case, folder, keep = sys.argv[1:]
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
if keep == "lists":
    counted, kept = pl.collect_all([counts, joined.group_by(vote).agg(member, position)])
    print("done", counted.height, kept.height)
else:
    counted, rows = pl.collect_all([counts, joined.select(*vote, member, position)])
    *session, number = vote
    parts = rows.partition_by(session) if session else [rows]
    kept = [part.pivot(on=number, index=member, values=position, aggregate_function="first") for part in parts]
    print("done", counted.height, sum(part.width - 1 for part in kept))
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
