"""Opens an archive with DuckDB: reads, joins, groups by vote, party and position, keeps ballots by vote."""

import resource
import sys

import duckdb

case, folder = sys.argv[1:]
if case == "voteview":
    vote, member, position, party = "congress, chamber, rollnumber", "icpsr", "cast_code", "party_code"
    source = (
        f"read_csv('{folder}/HSall_votes.csv') left join "
        f"(select congress, chamber, icpsr, party_code from read_csv('{folder}/HSall_members.csv')) "
        "using (congress, chamber, icpsr)"
    )
else:
    vote, member, position, party = "vote_id", "member_id", "position", "group_code"
    source = f"read_csv('{folder}/member_votes.csv')"
connection = duckdb.connect()
connection.execute(f"create temp table joined as select * from {source}")
counts = connection.execute(
    f"create temp table counts as select {vote}, {party}, {position}, count(*) from joined group by all"
)
connection.execute(
    f"create temp table ballots as select {vote}, list({member}), list({position}) from joined group by {vote}"
)
print("done", connection.execute("select count(*) from counts").fetchone()[0])
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
