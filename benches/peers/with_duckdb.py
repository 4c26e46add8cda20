"""Opens an archive with DuckDB: reads, joins, groups by vote, party and position.

Then keeps every ballot by vote and member: as lists by vote, or pivoted, members by votes, for each session.
"""

import resource
import sys

import duckdb

case, folder, keep = sys.argv[1:]
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
if keep == "lists":
    connection.execute(
        f"create temp table ballots as select {vote}, list({member}), list({position}) from joined group by {vote}"
    )
else:
    number = vote.split(", ")[-1]
    sessions = [None]
    if case == "voteview":
        sessions = connection.execute("select distinct congress, chamber from joined").fetchall()
    for index, session in enumerate(sessions):
        of_session = "true" if session is None else f"congress = {session[0]} and chamber = '{session[1]}'"
        # A pivot of a subquery would have to be prepared with the values of its columns.
        connection.execute(f"create or replace temp table part as select * from joined where {of_session}")
        connection.execute(
            f"create temp table ballots{index} as pivot part on {number} using first({position}) group by {member}"
        )
print("done", connection.execute("select count(*) from counts").fetchone()[0])
print("peak", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
