# English. Every other language has the same keys with the same arguments.

percent = {$n}%
percent-over = >{$n}%
percent-under = <{$n}%

## Errors
error-no-file = {$file}: there is no such file. Check the name and the folder.
error-unreadable = {$file} cannot be read: {$cause}. Check that the file is there and that you may open it.
error-empty = {$file} is empty. Export it again from where it came from.
error-pdf = {$file} is a PDF document. Look for a CSV file of the same vote: a PDF has no rows to read.
error-r-data = {$file} holds data of the statistics program R. Open it in R and export the votes as CSV with write.csv.
error-compressed = {$file} is compressed in a way that Hemicycle does not read, as data of the program R often are. Unpack it, or export it from R as CSV with write.csv.
error-html = {$file} is a web page. Look on it for a link to the data: CSV, JSON, XML or a spreadsheet.
error-binary = {$file} is not a text file. Hemicycle reads CSV, spreadsheets, JSON, XML, and zip and gzip files of these.
error-broken = {$file} is not valid {$format}: {$fault} (line {$line}, column {$column}). Ask its publisher for a sound copy, or mend it there in a text editor.
error-no-ballots = {$file} is not a roll call: it names nobody who voted. A roll call says for each member how they voted.
error-parties-only = {$file} is not a roll call: it is a list of {$count} parties or groups. Open the file of the votes; this one is read with it where it lies beside it.
error-members-in-document = { $count ->
    [one] {$file} is not a roll call: it describes one member and says nothing of votes. Open the file of the votes; this one is read with it where it lies beside it.
   *[other] {$file} is not a roll call: it is a list of {$count} members and says nothing of votes. Open the file of the votes; this one is read with it where it lies beside it.
}
error-one-member = {$file} is not a roll call: it lists many votes of one member. Open the file of one of those votes.
error-totals-in-document = { $count ->
    [one] {$file} gives only the totals of a vote, and not who voted how. Look for the file of the same publisher that names the members.
   *[other] {$file} gives only the totals of {$count} votes, and not who voted how. Look for the file of the same publisher that names the members.
}
error-packed = {$file} cannot be unpacked: {$fault}.
error-bad-sheet = {$file} is a sheet that cannot be read ({$cause}). Save the workbook again with a spreadsheet program, or save the sheet as CSV.
error-doubled-sheet = {$file}: another sheet of the workbook has this name, and one of the two was not read. Rename it, save the workbook, and open it again.
error-folder-too-deep = {$file} was not looked into: it lies more than {$count} folders deep. Open it by itself.
error-linked-folder = {$file} is a link to a folder elsewhere and was not followed. Open that folder by itself.
error-zero-bytes = {$file} has zero bytes in place of text, {$count} of them, from line {$line} on: a part of the file was lost when it was written or sent. Get it again.
error-changed = {$file} was changed while it was being read. Wait until whoever writes it is done, and open it again.
error-bad-journal = {$file} is a journal that cannot be used from its first line on: {$fault}.
container-bomb = it would grow to many times its size and fill the memory
container-too-large = it holds more than Hemicycle reads
container-too-deep = it holds archives inside archives inside archives
container-escapes = the name “{$name}” inside it leads out of the archive, which no honest archive does
container-encrypted = it is protected by a password. Remove the password and open it again
container-damaged = it is damaged or cut off. Download it again
container-empty = there is no file in it
fault-trailing-comma = there is a comma with nothing behind it
fault-comment = there is a comment, which this format does not allow
fault-trailing = something stands behind the end
fault-cut-off = the file ends in the middle
fault-too-deep = values are nested too deep
fault-too-large = it holds more values than any roll call
fault-half-character = half of a character is missing
fault-huge-number = a number is too large
fault-entities = it defines its own abbreviations (entities), which are not unfolded
fault-tag-mismatch = a closing tag does not fit the opening one
fault-unexpected = “{$found}” stands where something else should be
fault-unexpected-end = the line ends where something else should be
problem-unread-file = A file was left out: {$found}
error-convert-format = {$file} must end in .csv or .json.
cli-converted = Wrote {$file}: { $votes ->
    [one] one vote
   *[other] {$votes} votes
 }, {$rows} rows.
only-for-named = Only the members in favour are named; how many were against is not known.
problem-only-for-listed = Only the members in favour are in the file; how many were against is not known: {$found}
error-no-rows = {$file} has a header and no rows below it. Check that the export is complete.
error-no-vote-column = {$file} has no column of votes (columns: {$columns}). A roll call needs a row for each member and a column with words such as for, against, yes, no. A table of totals or of members alone cannot be drawn. If it is a roll call all the same, say what its columns and words mean with --mapping or --words.
error-members-repeat = {$file} names each member about {$count} times: it holds several votes, or figures by period. Keep the rows of one vote, and open it again. If it is a roll call all the same, say what its columns and words mean with --mapping or --words.
error-totals-only = {$file} holds counts of votes ({$columns}), and not who cast them. Open the file with a row for each member and vote; this one beside it gives the declared results.
error-aggregates = {$file} holds sums over many votes for each member ({$columns}), and not one vote. Open the file in which each row or column is one vote.
error-members-only = {$file} is a list of members, and does not say how they voted. Open the file of votes; this one beside it gives names and parties. If it is a roll call all the same, say what its columns and words mean with --mapping or --words.
error-list-of-votes = {$file} is a list of votes, and does not say who voted how. Open the file with a row for each member and vote; this one beside it gives titles and dates.
error-attendance = {$file} says who was there (column “{$column}”), and not how they voted. Open the file with the votes themselves. If it is a roll call all the same, say what its columns and words mean with --mapping or --words.
error-too-many-columns = {$file} has {$count} columns, more than any roll call. Check that its lines end where they should.
error-bad-mapping = {$file} is not a mapping: {$cause}
error-asks = {$file} does not say what {$words} {$n ->
    [one] means
   *[other] mean
}, and {$votes ->
    [one] the result of a vote depends on it
   *[other] the results of {$votes} votes depend on it
}. Say it with --words, such as {$example}, or with --mapping
error-asks-columns = {$file} does not say which of its columns is the vote: {$columns}. Say it with --ballots, such as {$example}, or with --mapping
error-asks-shape = {$file} does not say whether its rows are members or votes. Say it with --mapping; check --json writes one for each
error-no-such-ballots = {$file} has no column “{$column}” that may hold the ballots; it has {$columns}. Correct --ballots, or say how the file is read with --mapping.
cli-runner-up = Less speaks for “{$column}” as the column of the ballots: {$behind} (--ballots)
cli-runner-up-transposed = Less speaks for rows that are votes: {$behind}
cli-runner-up-wide = Less speaks for rows that are members: {$behind}
behind-breaks = members would have several ballots in a vote
behind-totals = the totals in the file do not fit it
behind-sides = names, numbers and titles would stand where they do not belong
behind-words = its words are less surely those of votes
behind-header = the headers speak for the other
behind-grid = fewer members would have a ballot in each vote
behind-left = ballots would be left out
behind-simple = more columns would be needed to tell votes and members apart
error-words = “{$part}” does not say what a word means. Write WORD=POSITION, with commas between, such as --words '1=for,0=against'; the positions are {$positions} and option:NAME
error-no-such-word = {$file} has no word “{$word}” among its votes; it has {$words}. Check --words
error-mapping-misses = {$file} does not fit its mapping: there is no column “{$column}”. Correct the mapping, or open the file without it.
error-no-votes-in-folder = {$file}: none of the {$count} files in this folder holds votes that can be read. Open one of them to see why.
error-cancelled = {$file} was not read to the end: reading was stopped.
error-no-such-vote = There is no vote {$vote} in {$file}, which has {$count}. The nearest are: {$near}. List them all with: hemicycle votes FILE
error-render-format = {$file}: the name must end in .svg, .png, .pdf, .webp or .html, which chooses the format.
error-write = {$file} cannot be written: {$cause}. Choose another folder, or check the space left and your rights there.
error-image = The picture could not be drawn: {$cause}.
error-size = “{$text}” is not a size. Write width x height in pixels, each from 200 to 10000, such as 1200x900.
error-layout-span = No chamber has a span of {$span}°: write 90 to 360, which is a full circle.
error-layout-rows = These seats do not make {$rows} rows: write 1 to {$most}.
error-layout-inner = An inner radius of {$inner} does not do for these seats and rows: write 0.01 to {$most}.
error-layout-sections = These seats do not make {$sections} sections: write 1 to {$most}.
error-layout-aisles-in-circle = A full circle has no ends for aisles to start from: take a span up to 350, or no aisles.
error-layout-seat-size = Seats of size {$size} would overlap or could not be seen: write 0.2 to 1.
error-layout-no-rows = This shape has no rows to choose: leave the number of rows out.
error-layout-no-span = Only a hemicycle has a span: leave it out, or take the hemicycle.
error-layout-no-inner = Only a hemicycle and a circle have an inner radius: leave it out, or take one of these.
error-layout-no-aisles = Only a hemicycle has aisles to choose: leave them out, or take the hemicycle.
error-layout-no-line = This shape has no one side and other for a majority line to part: leave the line out, or take a hemicycle, circle, horseshoe, classroom or grid.
error-layout-shape = “{$text}” is not a layout: write hemicycle, benches, horseshoe, circle, classroom, table, grid or plan:FILE.
error-aisles = “{$text}” says nothing of aisles: write none, parties or a number of sections.
error-no-such-party = No party is called “{$name}”: write one of {$parties}.
error-no-seat-in-plan = No member has a seat that {$plan} has: the vote’s file needs a column with the seat numbers of the plan.
error-plan-columns = {$file} is no seat plan: it needs the columns seat, x and y, and has {$columns}.
error-plan-place = {$file}, line {$line}: “{$found}” has no x and y in numbers. Write both, or delete the line.
error-plan-svg = {$file} could not be read as a seat plan: {$cause}. Save it again from the program it was drawn with.
error-plan-no-seats = {$file} has no seats: give each seat’s element an attribute data-seat with its number.
error-plan-same-place = {$file} has seats {$first} and {$second} in one place: move one of them.
error-plan-too-many = {$file} has {$seats} seats, and a plan holds {$most} at most.
error-majority-line = “{$text}” is not a line through {$seats} seats: write a number of seats below that, half, 3/5, 2/3, or rule where the rule counts all members or seats.
error-window = The window could not be opened: {$cause}
error-no-display = There is no display here: neither DISPLAY nor WAYLAND_DISPLAY is set.
error-libraries = On Debian and Ubuntu the window needs these packages: {$packages}.
error-driver = The window needs OpenGL 2.0 or later: install the driver of the graphics card. The command line works without: hemicycle --help.
error-sample = The sample could not be read: {$cause}

## Problems
problem-unknown-word = “{$found}” is not a word for a vote that Hemicycle knows
problem-blank-position = The vote is blank
problem-no-name = The row has no name: {$found}
problem-number-for-name = “{$found}” stands where a name should be
problem-short-row = The row ends before the column of the vote: {$found}
problem-long-row = The row has more cells than the header: {$found}
problem-duplicate-member = The member stands in the file already: {$found}
problem-not-of-chamber = Not a member of the chamber that votes: {$found}
problem-duplicate-vote = The same vote stands above already, cell by cell: {$found}
problem-no-ballots = Nobody has a vote in this row: {$found}
problem-same-name = “{$found}” stands in the file already with the same party; it may be the same person
problem-same-file-name = There are several files named “{$found}” in the archive; each was read
problem-total-row = The row is a total, not a member: {$found}
problem-heading-row = The row heads those below it, and is no member: {$found}
problem-repeated-header = The header is repeated: {$found}
problem-bad-weight = “{$found}” is not a weight
problem-bad-call-order = “{$found}” is not a place in the order of calling
problem-undecodable-bytes = Some characters were destroyed before the file came here: {$found}
problem-zero-bytes = The line has zero bytes, shown as ␀, where text should be: {$found}
problem-unclosed-quote = A quotation mark opens and never closes: {$found}
problem-bad-metadata = The value cannot be used: {$found}
problem-declared-differs = The declared result is not what the rows give: {$found}
problem-stated-differs = The stated result is not what the count gives under the rule: {$found}
problem-too-few-seats = Fewer seats are declared than there are rows: {$found}
problem-facts-differ = A row says of its vote what its first row does not: {$found}
problem-few-ballots = Far fewer ballots than in the other votes: {$found}
problem-rows-unread = Rows were neither read nor listed here, of all rows: {$found}
problem-times = {$n} times
done-set-aside = The row was not counted
done-not-counted = The position is announced, and was not counted
done-kept-unknown = Kept, with the vote unknown
done-kept-without = Kept, without this
done-kept = Kept as it is
done-ignored = Ignored

## Positions
position-for = For
position-against = Against
position-abstain = Abstained
position-present = Present
position-not-voting = Did not vote
position-absent = Absent
position-excused = Excused
position-paired = Paired
position-presiding = In the chair
position-unknown = Unknown
positions-unknown = Positions unknown: {$n}
position-vacant = Vacant
tally-for = for
tally-against = against

## Roles of columns
role-position = vote
role-name = name
role-first-name = first name
role-last-name = last name
role-middle-name = middle name
role-second-last-name = second last name
role-party = party
role-party-short = party, short
role-party-colour = party colour
role-constituency = constituency
role-seat = seat
role-id = identifier
role-weight = weight
role-score = score
role-call-order = call order
role-proxy = proxy
role-vote-id = number of the vote
role-vote-title = title of the vote
role-vote-date = date of the vote
role-flag = marked for a position
role-vote-year = year of the vote
role-vote-month = month of the vote
role-vote-day = day of the vote
role-session = session
role-chamber = chamber
role-declared-for = declared for
role-declared-against = declared against
role-declared-abstain = declared abstentions
role-requirement = majority needed
role-result = result (not a vote)
role-detail = a fact about the member
role-none = not used

## The result
verdict-adopted = Adopted
verdict-rejected = Rejected
verdict-tied = Tied
rule-more-for-than-against = more votes for than against
result-sentence = {$rule}: {$needed} needed, {$got} for, {$margin}
switches = { $n ->
    [one] {$n} vote changed would have turned the result
   *[other] {$n} votes changed would have turned the result
}
declared-rows = Declared result; the rows name
declared-rows-agree = Declared result; the rows agree
counted-rows = Counted from the rows
declared-differ = Declared result, but the rows name
rows-name = {$tally}
rows-name-unknown = { $unknown ->
    [one] {$tally}, {$unknown} position unknown
   *[other] {$tally}, {$unknown} positions unknown
}
took-part = {$cast} of {$members}
took-part-label = members took part
turnout = {$percent} turnout
seats-label = { $n ->
    [one] seat
   *[other] seats
}
no-party = No party
no-party-short = None
unnamed-member = Member {$n}
vacant-seat = Vacant seat
by-proxy = by proxy

## The picture
untitled = Untitled vote
description-result = { $verdict ->
    [adopted] {$title}: adopted by {$for} votes to {$against}.
    [rejected] {$title}: rejected by {$against} votes to {$for}.
    [options] {$title}: {$leader} came first with {$for} votes.
    [no-quorum] {$title}: no quorum, {$for} votes for and {$against} against.
    [adopted-otherwise] {$title}: adopted, {$for} votes for and {$against} against.
    [rejected-otherwise] {$title}: rejected, {$for} votes for and {$against} against.
    [elected] {$title}: {$leader} was elected with {$for} votes.
    [quorum-call] {$title}: a count of those present, who were {$for}.
    [tied] {$title}: tied, {$for} votes for and {$against} against.
   *[open] {$title}: {$for} votes for and {$against} against.
}
description-seats = { $seats ->
    [one] A chart of {$seats} seat, coloured by vote.
   *[other] A chart of {$seats} seats, coloured by vote.
}
description-named = { $seats ->
    [one] A chart of the {$seats} member named in the file, coloured by vote.
   *[other] A chart of the {$seats} members named in the file, coloured by vote.
}
description-stated = As the source states it: {$text}.
description-rule = Judged by the rule: {$rule}.
verdict-elected = Elected: {$name}
named-members-label = { $n ->
    [one] member named in the file
   *[other] members named in the file
}
named-label = { $n ->
    [one] member named
   *[other] members named
}
took-part-of-seats-label = seats took part
were-present-label = members were present
result-line = {$result}. {$sentence}
result-stated = Result as the source states it
result-open = Rule not in the file: choose
result-stated-differs = Result as the source states it; by the rule ({$rule}) the count gives: {$counted}
result-stated-tie = Result as the source states it: the count is a tie
result-stated-majority = Result as the source states it; which majority it needed is not in the file
seat-title = {$name}, {$party}: {$vote}
how-each-voted = How each group voted
with-a-vote = groups with at least one vote
and-others = { $n ->
    [one] and {$n} smaller group
   *[other] and {$n} smaller groups
}
source-line = Source: {$source}
source-file = Source: {$file}
made-with = Made with Hemicycle

majority-line = Line after {$n} seats

## The command line
cli-group = group
cli-members = members
cli-unity = agreement
cli-rice = Rice
cli-problems = { $n ->
    [one] {$n} problem in {$file}: run “hemicycle check” to see it.
   *[other] {$n} problems in {$file}: run “hemicycle check” to see them.
}
cli-without-seat = { $n ->
    [one] {$n} member has no seat in the plan and is drawn below it: {$names}
   *[other] {$n} members have no seat in the plan and are drawn below it: {$names}
}
cli-rendered = {$file}: {$width} × {$height}
cli-format = format
format-text = delimited text
format-workbook = spreadsheet
cli-encoding = encoding
cli-delimiter = delimiter
cli-header = header
cli-header-line = line {$line}
cli-no-header = none
cli-columns = columns
cli-words = words
cli-rows = rows
cli-row-count = {$read} read, {$aside} set aside, of {$present} rows
cli-problem-list = problems
cli-asks = asks: see --words
cli-no-problems = none
cli-origin = mapping
origin-inferred = found out from the file
origin-remembered = as it was answered before
origin-beside = kept beside the file, in {$files}
origin-given = as given
origin-note-remembered = Read as it was answered before.
origin-note-beside = Read as {$files} says, which is beside the file.
cli-shape = votes
shape-one-vote = one vote, a row for each member
shape-long = a row for each member and vote
shape-wide = a row for each member, a column for each vote
shape-transposed = a row for each vote, a column for each member
cli-num-votes = { $n ->
    [one] {$n} vote
   *[other] {$n} votes
}
cli-companions = beside it
companion-members = members
companion-roll-calls = titles, dates and results
companion-parties = parties
companion-chambers = chambers from {$file}
cli-companion = {$kind} from {$file}, by its column “{$key}”
cli-first-vote = {$file} holds {$n} votes; this is the first. Choose another with --vote, and list them with: hemicycle votes FILE
cli-mapping-saved = The mapping is in {$file}
cli-problems-saved = The problems are in {$file}
problems-csv-file = file
problems-csv-row = row
problems-csv-column = column
problems-csv-problem = problem
problems-csv-found = found
problems-csv-times = times
problems-csv-done = done
cli-column = column “{$column}”
cli-rebels = voted otherwise than most of their party
cli-agrees-explained = { $n ->
    [one] the member whose position is unknown can explain the difference
   *[other] the {$n} members whose position is unknown can explain the difference
}
cli-instead = Here is the founding vote instead:
cli-offer = To draw a file without a display: hemicycle render FILE -o vote.svg
delimiter-comma = comma
delimiter-semicolon = semicolon
delimiter-tab = tab
delimiter-pipe = vertical bar
delimiter-other = “{$character}”

## The window
menu-file = File
votes-heading = Votes
votes-of = {$n} of {$all}
votes-find = Find a vote
votes-none = No vote has all of this.
votes-result = Result
votes-all = All results
votes-adopted = Adopted
votes-rejected = Not adopted
votes-order = Order
votes-file-order = As in the file
votes-newest = Newest first
votes-oldest = Oldest first
votes-closest = Closest first
menu-vote = Vote
menu-next = Next
menu-previous = Previous
menu-mapping = How the file is read…
mapping-heading = How the file is read
mapping-role = what it holds
mapping-words = Words for the vote
mapping-blank = (blank)
mapping-votes = { $n ->
    [one] {$n} vote
   *[other] {$n} votes
}
mapping-save = Keep for the next file
mapping-forget = Find out again
button-close = Close
mapping-no-file = A sample is read as it is: open a file of your own to change how it is read.
menu-view = View
menu-help = Help
menu-open = Open…
menu-samples = Samples
menu-export = Export…
menu-close = Close the vote
menu-quit = Quit
menu-about = About Hemicycle
menu-shortcuts = Keyboard
menu-language = Language
menu-theme = Theme
theme-system = As the system
theme-light = Light
theme-dark = Dark
button-export = Export…
button-open = Open a file…
button-cancel = Cancel
button-dismiss = Dismiss
find-hint = Find a member or party
find-count = { $n ->
    [one] {$n} found
   *[other] {$n} found
}
tab-parties = Parties
tab-members = Members
tab-chart = Chart
chart-shape = Shape
shape-hemicycle = Hemicycle
shape-benches = Opposing benches
shape-horseshoe = Horseshoe
shape-circle = Full circle
shape-classroom = Classroom
shape-table = One table
shape-grid = Grid
shape-plan = Seat plan: {$plan}
shape-choose-plan = Seat plan from a file…
dialog-plan = Seat plans
chart-rows = Rows
chart-inner = Inner radius
chart-seat-size = Seat size
chart-aisles = Aisles
aisles-none = None
aisles-parties = Between groups
aisles-sections = Between equal sections
chart-sections = Number of sections
chart-sides = Sides
side-government = Government
side-opposition = Opposition
side-cross = Cross benches
seats-unknown = { $n ->
    [one] {$n} member without a seat in the plan
   *[other] {$n} members without a seat in the plan
}
chart-rows-automatic = As suits the seats best
chart-span = Span
chart-order = Order inside a group
order-vote = By vote, from the front
order-name = By name
order-seat = By seat number
order-score = By score, from the left
chart-lines = Lines
line-half = More than half: {$n}
line-three-fifths = Three fifths: {$n}
line-two-thirds = Two thirds: {$n}
chart-reset = Reset
tab-problems = Problems
column-group = Group
column-seats = Members
column-voted = Voted
column-unity = Unity
column-member = Member
column-vote = Vote
unity-hint = Agreement index: 100% where all who voted did the same, 0% where they split evenly three ways (Hix, Noury and Roland 2005)
split-groups = Split groups
rebels-heading = { $n ->
    [one] {$n} member against the group’s majority
   *[other] {$n} members against their group’s majority
}
party-bars = Votes of each group
status-reading = { $members ->
    [one] {$file} · {$members} member
   *[other] {$file} · {$members} members
}
status-vacant = { $n ->
    [one] {$n} vacant seat
   *[other] {$n} vacant seats
}
status-groups = { $n ->
    [one] {$n} group
   *[other] {$n} groups
}
status-unknown = { $n ->
    [one] {$n} position unknown
   *[other] {$n} positions unknown
}
status-problems = { $n ->
    [0] no problems
    [one] {$n} problem
   *[other] {$n} problems
}
status-no-other-problems = no other problems
problem-where = Line {$line}, column {$column}
problem-where-line = Line {$line}
problem-where-file = The file as a whole
more-rows = { $n ->
    [one] and {$n} more
   *[other] and {$n} more
}
loading = Reading {$file}…
exporting = Writing {$file}…
exported = Written: {$file}
drop-here = Drop the file to open it
welcome-title = See how a chamber voted
welcome-text = Open a roll-call file: CSV with a row for each member and a column for the vote. Hemicycle finds the columns, the words and the encoding by itself, and lists every row it could not read.
welcome-samples = Or start from a sample
welcome-drop = You can also drop a file on this window.
sample-founding = The founding vote
sample-founding-text = Assemblée nationale, 20 March 2025: 119 against, 24 for
sample-classroom = A class votes
sample-classroom-text = 25 pupils with invented names
sample-faults = A file with faults
sample-faults-text = What Hemicycle does with rows it cannot read
about-text = Opens a roll-call file and shows how a chamber voted. Version {$version}.
about-licence = Licensed under MIT or Apache-2.0. Text is set in Noto Sans (SIL Open Font License 1.1).
chamber-name = Hemicycle of {$seats} seats. Arrow keys move from seat to seat, Enter pins one.
seat-hint-constituency = Constituency: {$place}
seat-hint-seat = Seat {$seat}
shortcuts-text =
    Ctrl+O: open a file
    Ctrl+E: export the picture
    Ctrl+Shift+C: copy the picture
    Ctrl+Shift+G: copy the picture as SVG
    Ctrl+F: find a member or party
    Ctrl+S: save the project
    Ctrl+Shift+L: copy as command line
    Ctrl+Z, Ctrl+Shift+Z: undo and redo a change of the graphic
    Ctrl+Page down, Ctrl+Page up: next and previous vote
    Ctrl+R: replay the roll call (arrow keys step, Space plays)
    Ctrl+W: close the vote
    Arrow keys: move from seat to seat
    Enter: pin the seat
    Escape: let go
    1, 2, 3, Enter, U: answer what a file does not say, or leave it open
    Ctrl+L: call the roll
    While calling: one key an answer, as on the buttons; arrows step, / finds a name, Ctrl+Z undoes, F2 corrects, F3 to F9 as below the page
dialog-csv = Roll-call files
dialog-svg = SVG, for print and for editing
dialog-png = PNG, for screens

# While the rest of a large file is read
status-beside = read as {$files} says
status-reading-on = Reading the rest of {$file}: {$percent} %
reading-stopped = {$file} was not read to the end. What is listed is its beginning.
button-stop = Stop

# Folders, dates of votes, mappings
error-beyond-folder = {$file}: of a folder {$megabytes} MB are read, and this file is beyond them. Open it by itself.
error-too-many-files = {$file}: the folder holds more than {$count} files and folders, and those beyond were not looked at. Open a part of it.
error-long-line = {$file}: line {$line} is longer than {$megabytes} MB, and no row of a table is. Check that its lines end where they should.
error-too-many-rows = {$file} has more than {$count} rows or too many cells, more than fit into memory. Open a part of it: one session, or one year.
error-too-large = {$file} is longer than {$megabytes} MB, more than is read into memory. Open a part of it: one session, or one year.
votes-margin = Closeness
votes-any-margin = Any margin
votes-within-1 = Within 1 %
votes-within-5 = Within 5 %
votes-within-10 = Within 10 %
votes-within-25 = Within 25 %
votes-from = From date
votes-to = To date
votes-date-forms = 2024-03-31, 2024-03 or 2024
votes-no-date = “{$text}” is no date. Write 2024-03-31, 2024-03 or 2024.
votes-from-after-to = The first day comes after the last.
problems-export = Export problems…
problems-file = problems
dialog-problems = CSV, for spreadsheets
mapping-new-option = The option “{$word}”

## Files and the web page
error-image-too-large = The picture would be {$width} × {$height} pixels, and no side may have more than {$most}. Choose a smaller --scale or --dpi.
error-option-of-format = {$option} has no effect on a .{$ending} file; it is for {$formats}. Leave it out, or choose another ending.
error-number-range = “{$text}” is not a number from {$least} to {$most}.
cli-rendered-page = {$file}: a web page
dialog-pdf = PDF, for print and documents
dialog-webp = WebP, for web pages
dialog-html = Web page that answers to pointer and keys
page-find = Find a member, group or place
page-colour = Colour of the seats
page-colour-vote = Vote
page-colour-party = Group
page-dark = Dark
page-result = Result
page-votes = Votes
page-table = { $n ->
    [one] {$n} seat as a table
   *[other] All {$n} seats as a table
}
page-column-place = Constituency

## The graphic: its parts, styles and proofs
turnout-line = {$took} · {$turnout}
and-more-members = { $n ->
    [one] and {$n} other member
   *[other] and {$n} other members
}
proof-every-eye = for every eye
proof-protanopia = for eyes without cones for red
proof-deuteranopia = for eyes without cones for green
proof-tritanopia = for eyes without cones for blue
proof-grey = in grey print
warning-alike-colours = “{$first}” ({$firstcolour}) and “{$second}” ({$secondcolour}) are hard to tell apart {$proof}: {$distance} apart, and {$least} are needed. Choose other colours, or put glyphs or lines on the seats.
error-no-such-style = No style is called “{$name}”: write one of {$shipped}, or the path of a style file that ends in .toml.
error-style-key = {$file}, line {$line}: there is no key “{$key}”. What may stand there: {$known}.
error-style-fault = {$file}, line {$line}: {$cause}.
error-style-size = {$file}: the size {$name} = {$found} is not from 0.5 to 2.
error-no-font = No font called “{$family}” is installed. Install it, or name its file in the style: regular = "NAME.ttf" under [fonts].
error-no-font-near = No font called “{$family}” is installed. Here are {$near}. Or name its file in the style: regular = "NAME.ttf" under [fonts].
error-not-a-font = {$file} is no TrueType or OpenType font: name a .ttf or .otf file.
error-not-a-picture = {$file} is no PNG, JPEG or SVG picture.
cli-no-glyph = { $n ->
    [one] No font here has this character, which is drawn as an empty box: {$characters}. Name a font file that has it in the style, under [fonts]: fallback = ["NAME.ttf"].
   *[other] No font here has these {$n} characters, which are drawn as empty boxes: {$characters}. Name a font file that has them in the style, under [fonts]: fallback = ["NAME.ttf"].
}
description-parties = How each group voted: {$list}.
figures-party = party
figures-short = short name
figures-colour = colour
figures-members = members

## Rules
error-chambers = {$file}: the chambers in it cannot be used: {$cause}
error-project-chambers = A project finds chambers in chambers.toml beside its votes: put the file there, and leave --chambers out.
error-chambers-unreadable = {$file} cannot be read: {$cause}
error-rule = “{$text}” is not a rule. Write a name ({$names}), or a rule such as: >1/2 of members tie fails quorum 1/3
verdict-no-quorum = No quorum
result-no-quorum = {$rule}: a quorum of {$needed}, {$present} there
margin-over = {$n} over
margin-short = {$n} short
margin-exact = just enough
rule-named = {$name} ({$terms})
rule-more-than-half = more than half of {$base}
rule-more-than-share = more than {$share} of {$base}
rule-at-least-share = at least {$share} of {$base}
rule-more-than-number = more than {$n} votes
rule-at-least-number = at least {$n} votes
rule-half = half
rule-two-thirds = two thirds
rule-three-quarters = three quarters
rule-three-fifths = three fifths
rule-of-for-against = the votes for and against
rule-of-cast = all votes cast
rule-of-present = those present
rule-of-members = all members
rule-of-seats = all seats
rule-tie-fails = a tie fails
rule-tie-passes = a tie carries
rule-tie-chair = in a tie the chair decides
rule-quorum = quorum: {$terms} of the members
rule-quorum-number = quorum: {$n} members
result-and-switches = {$result}; {$switches}
rule-quorum-majority = more than half
rule-ordinary = Ordinary majority
rule-an = Assemblée nationale, ordinary vote
rule-an-censure = Assemblée nationale, motion of censure
rule-an-constitution = French Congress, revision of the Constitution
rule-us-house = US House, ordinary vote
rule-us-house-override = US House, veto override
rule-us-senate = US Senate, ordinary vote
rule-us-senate-cloture = US Senate, cloture
rule-us-senate-override = US Senate, veto override
rule-bundestag = Bundestag, ordinary vote
rule-bundestag-members = Bundestag, majority of members
rule-bundestag-constitution = Bundestag, amendment of the Basic Law
rule-commons = House of Commons
rule-ep = European Parliament, ordinary vote
rule-ep-members = European Parliament, majority of component Members
rule-council = Council, England and Wales
rule-council-fr = Municipal council, France
rule-class = Class or meeting
tab-majority = Majority
majority-rule = Rule
majority-of-file = As the file says
majority-own = A rule of your own
majority-source = Source: {$source}
majority-needed = Needed
majority-got = For
majority-margin = Margin
majority-quorum = Quorum
majority-quorum-of = {$present} there, {$needed} needed
majority-switches = Votes that would turn it
majority-none = A vote on named options has no rule.

## Recording a roll call
refusal-opened = The roll call was opened already.
refusal-no-member = Nobody has number {$n} in the order of calling.
refusal-answered = {$name} has answered already: {$position}. To change it, correct it with a reason.
refusal-not-answered = {$name} has not answered yet: there is nothing to correct. Record the answer.
refusal-did-not-answer = {$name} was called and did not answer. If they have come in, record that they arrived; then they are called again.
refusal-chair = {$name} is in the chair and does not vote. Put somebody else in the chair first.
refusal-not-absent = {$name} is not recorded as absent, and is called in turn.
refusal-no-answer = Nobody answers “{$position}”. Record for, against, abstain, present, not-voting, absent, excused or paired.
refusal-same = The answer of {$name} is {$position} already.
refusal-no-reason = A change needs a reason, which is kept in the record.
refusal-no-name = A name is missing.
refusal-own-proxy = {$name} cannot speak for themselves by proxy.
refusal-proxy-given = Somebody speaks for {$name} already. Withdraw that proxy first.
refusal-no-proxy = Nobody speaks for {$name}.
refusal-proxy-limit = { $n ->
    [0] {$name} cannot speak for anybody: this roll call has no proxies.
    [one] {$name} speaks for one other member already, and no more is allowed.
   *[other] {$name} speaks for {$n} other members already, and no more is allowed.
}
refusal-proxy-of-proxy = {$name} is spoken for or speaks for others: a proxy cannot be passed on.
refusal-closed = The vote is closed. Until it is signed, closing can be undone.
refusal-not-closed = The vote is not closed yet. Close it first.
refusal-signed = The record is signed and cannot be changed.
refusal-no-tie = There is no tie for the chair to break.
refusal-nothing-to-undo = There is nothing to undo.
refusal-nothing-to-redo = There is nothing to redo.
refusal-not-the-last = Only the last step can be undone: line {$n}.
refusal-depended-on = Something recorded since depends on it. Undo that first.
damage-not-a-line = it is not a line of a journal
damage-chain = its checksum does not follow from the lines before it: a line was changed, removed or put in
damage-unknown = it holds an event that this version of Hemicycle does not know
damage-rule = “{$rule}” is not a rule that this version of Hemicycle knows
damage-impossible = its event cannot have happened then ({$cause})
journal-exists = {$file} is there already and is not the journal of this roll call. Choose another name.
journal-in-use = {$file} is being written by another program. Close the other one, or choose another journal.
journal-read-only = {$file} cannot be written: the file, its folder or the disk is read-only. Nothing was recorded; choose another place for the journal, and the roll call goes on there.
journal-full = {$file} cannot be written: the disk is full. Nothing was recorded; free some space and try again, or choose another place for the journal, and the roll call goes on there.
journal-failed = {$file} cannot be written: {$cause}. Nothing was recorded; try again, or choose another place for the journal, and the roll call goes on there.
journal-not-one = {$file} is not the journal of a roll call.
journal-unopened = {$file} holds no complete line: the roll call never started. Start it again.
journal-damaged = {$file} is damaged in line {$line}: {$damage}. The lines before it are sound. Nothing was changed; keep the file, and go on from a copy or a new journal.
journal-not-the-same = {$file} does not give back what was written to it. Nothing was recorded; choose another disk.
problem-torn-line = The last line of the journal was not written to its end; it was never confirmed
problem-damaged-line = The journal is damaged from this line on: {$found}
role-call-time = time of the answer
record-resumed = { $left ->
    [0] The roll call goes on after line {$lines}; everybody has been called.
    [one] The roll call goes on after line {$lines}; one answer is still to come.
   *[other] The roll call goes on after line {$lines}; {$left} answers are still to come.
}
record-other-roster = {$journal} is the journal of a roll call with other members than {$roster} has. Choose another journal, or the roster it was started with.
record-recovered = Line {$line} of the journal was not written to its end and was never confirmed. It is kept in {$file}; record it again.
record-line-break = Line {$line} of the journal lacked its line break, which was added. Nothing is missing.
record-stdin = standard input
record-next = {$name} ({$n}; {$left} left):
record-all-called = Everybody has been called. Write !close to close the vote:
record-certain = {$verdict}: certain since line {$line}, {$time}
record-open = { $n ->
    [0] The vote is not closed; everybody has been called.
    [one] The vote is not closed; one answer is still to come.
   *[other] The vote is not closed; {$n} answers are still to come.
}
line-nobody-next = Nobody is left to be called. Write !close to close the vote, or NAME, a tab and the answer.
line-no-member = Nobody on the roster is called “{$text}”. Write the name as the roster has it, or the number in the order of calling.
line-several-members = Several members are called “{$text}”: write the number instead ({$names}).
line-no-word = “{$text}” is not an answer. Write for, against, abstain, present, absent, excused, or - for no answer.
line-no-command = “!{$text}” is not a command, or its parts are missing; they are set apart by tabs. There are: !undo, !redo, !correct WHO ANSWER REASON, !arrived WHO, !joined NAME GROUP, !replaced WHO NAME REASON, !proxy FROM TO, !proxy-withdrawn FROM, !presiding WHO, !second WHO ANSWER, !casting ANSWER, !close, !sign NAME OFFICE, !move FILE.
verify-intact = intact, {$lines} lines
verify-torn = line {$line} was not written to its end and was never confirmed; it is taken off when the roll call goes on
verify-damaged = damaged in line {$line}: {$damage}. The lines before it are sound.
verify-other-chain = its {$lines} lines are sound, and their checksum is not the one given: lines are missing at the end, or were added
verify-chain = checksum of the last sound line: {$chain}
minutes-title = MINUTES OF A ROLL CALL
minutes-fact = {$label}: {$value}
minutes-opened = Opened
minutes-answers = First and last answer
minutes-closed = Closed
minutes-order = Order of calling
minutes-chair = In the chair
minutes-rule = Rule
minutes-result = Result
minutes-casting = Casting vote of the chair
minutes-certain = {$verdict}: certain since {$time} (line {$line})
minutes-correction = {$time}: {$name} corrected from {$from} to {$to}: {$reason} (line {$line})
minutes-replacement = {$time}: {$name} sat in for {$before}: {$reason} (line {$line})
minutes-proxy = {$from} voted by proxy, spoken by {$to}
minutes-undone = Lines undone
minutes-differences = Answers that the two clerks heard differently
minutes-signed = Signed: {$name}, {$office}, {$time}
minutes-chain = Journal: {$lines} lines, checksum of the last {$chain}

# Playing a vote back in the window
replay-title = Replay the roll call
replay-play = Play
replay-pause = Pause
replay-called = as called
replay-name = alphabetical
replay-party = by party
replay-row = by row
replay-speed = {$n}× speed
replay-loop = Start again at the end
replay-rail = Place in the roll call
replay-so-far = {$figures} so far
replay-so-far-certain = {$figures}, certain
replay-certain = {$verdict}: certain after {$n}

# Many votes drawn at once
cli-batch-progress = {$done} of {$total} votes
cli-batch-fault = vote {$place} ({$file}): {$cause}
cli-batch-done = { $written ->
    [one] One graphic
   *[other] {$written} graphics
} written to {$folder}, {$kept} left as they were, { $faults ->
    [0] no faults
    [one] one vote could not be drawn
   *[other] {$faults} votes could not be drawn
}
error-batch-pattern = {$file} would be the same file for every vote. Write {"{id}"} once in the file’s name, such as -o "out/{"{id}"}.svg"

# The clipboard
menu-copy-picture = Copy picture
menu-copy-svg = Copy as SVG
copied = The graphic is on the clipboard

# Projects and single keys of a style
error-setting = “{$text}” is not a key with a value. Write KEY=VALUE with a key of style files, such as palette.for=#103050 or credit=Example.
error-no-output = Say where to draw the graphic with -o, such as -o vote.svg. The ending chooses the format.
error-project-ending = {$file}: the name of a project must end in .hemicycle.
error-project-fault = {$file}, line {$line}: {$cause}.
error-project-later = {$file} was written by a later version of Hemicycle (form {$found}). Open it with that one.
error-project-data = {$file} is about {$data}, which is not there. Put it back, or write its place into the project: file = under [data].
error-project-no-file = These votes are from no file that a project could name. Save them as a file and open that.
project-changed = {$file} is no longer as it was when {$project} was saved: what is drawn is made of what it holds now.
project-gone = {$file}, which {$project} was made with, is not there.
cli-project-saved = {$file}: a project

# The graphic's project, command line and look in the window
menu-save-project = Save project
menu-save-project-as = Save project as…
menu-copy-command = Copy as command line
command-copied = The command that draws this graphic is on the clipboard
command-no-file = These votes are from no file that a command could name. Save them as a file and open that.
command-no-mapping = How the file is read was changed here, and a command finds only what is kept. Choose “Keep for the next file” on the page about how the file is read, and copy again.
dialog-project = Projects of Hemicycle
dialog-style = Style files
dialog-logo = Pictures: SVG, PNG, JPEG
dialog-font = Fonts: TrueType, OpenType
page-chamber = Chamber
page-style = Style
look-undo = Undo
look-redo = Redo
look-open-style = Open a style file…
look-save-style = Save as a style file…
look-template = Template
look-transparent = No ground of its own
look-language = Language of the graphic
look-language-usual = As usual: {$language}
look-headline = Headline
look-subtitle = Line under it
look-source = Source
look-credit = Credit
look-parts = Parts, from the top
look-style = House style
look-colours = Colours
look-proof = Seen by
look-seats = Seats and tally
look-fill = Fill of a seat
look-ring = Ring around it
look-glyphs = A check, a cross or a dash on the seats
look-patterns = Lines on seats and bars
look-tally-order = Tally begins with
look-dash = Between the figures
look-parties = Groups
look-party-name = Short name: {$party}
look-logo = Logo
look-choose-logo = Choose…
look-no-logo = Remove
look-font = Font
font-open = From a file…
preset-article = Article, 1200 px wide
preset-square = Square card
preset-portrait = Upright card
preset-slide = Slide, 16:9
preset-column = Newspaper column, 85 mm
preset-page = Page, A4
preset-overlay = Overlay without a ground
part-headline = Headline
part-subtitle = Line under it
part-tally = Tally
part-rule = Rule
part-turnout = Turnout
part-chamber = Chamber
part-legend = Legend
part-parties = Bars of the groups
part-rebels = Rebels
part-source = Source
part-credit = Credit
part-logo = Logo
part-up = Move up: {$part}
part-down = Move down: {$part}
style-default = Default
style-dark = Dark
style-print = Print, also in grey
style-high-contrast = High contrast
style-green-red = Green and red
style-blue-orange = Blue and orange
style-own = Own style
style-changed = {$style}, changed
colour-ground = Ground
colour-ink = Text
proof-plain = Every eye
proof-no-red = Eyes without cones for red
proof-no-green = Eyes without cones for green
proof-no-blue = Eyes without cones for blue
proof-in-grey = Grey print
seats-by-vote = Vote
seats-by-party = Group
seats-no-ring = None
tally-larger = The larger figure
tally-for-first = Those for
preview-name = The graphic as it will be exported
preview-size = {$width} × {$height}
preview-drawing = Drawing…
line-rule = As many as the rule needs: {$n}

# Calling the roll
menu-call = Call the roll…
menu-resume = Go on with a roll call…
dialog-journal = Journals of roll calls
calling-title = Call the roll
calling-text = Members are called by name, one key records each answer, and every answer is on the disk before it is shown as recorded.
calling-go-on = Go on with “{$title}”: {$n} of {$members} have answered
calling-roster = Who is called
calling-from-file = From a file…
calling-from-vote = The vote that is open
calling-from-text = Typed or pasted
calling-names = Names
calling-names-hint = One name a line. A group may stand behind a semicolon or a tab: Ida Quill; Larks
calling-members = { $n ->
    [0] Nobody yet
    [one] One member
   *[other] {$n} members
}
calling-members-groups = { $n ->
    [one] One member
   *[other] {$n} members
} in { $groups ->
    [one] one group
   *[other] {$groups} groups
}
calling-order = Order of calling
calling-order-group = By group, then by name
calling-order-drawn = By name, from a drawn letter
calling-order-name = By name
calling-order-seat = By number of the seat
calling-order-file = As listed
calling-letter = Letter to start from
calling-draw = Draw
calling-question = What is put to the vote
calling-question-title = Question
calling-question-chamber = Chamber
calling-question-number = Number
calling-conduct = Procedure
calling-proxies = Votes of others that a member may speak
calling-chair-votes = The member in the chair is called too
calling-calls-twice = Those who do not answer are called a second time
calling-keys = Keys
calling-key-of = Key for {$answer}
calling-keys-alike = Each answer needs a key of its own: one letter or digit.
calling-journal = Journal
calling-journal-text = A new file, to which every answer is added and from which nothing is ever deleted. A disk of this computer is safer than one of the network.
calling-choose = Choose…
calling-start = Start calling
calling-resume = Go on with a journal…
calling-no-members = There is nobody to call. Choose a file with members, or paste their names.
calling-no-letter = Draw the letter to start from, or type one.
calling-no-journal = Choose where the journal is to lie.
calling-first-call = First call · {$n} of {$members}
calling-second-call = Second call · {$n} left
calling-second-clerk = Second clerk’s count
calling-through = Everybody has been called
calling-closed = The vote is closed
calling-for = For
calling-against = Against
calling-abstain = Abstention
calling-present = Present
calling-no-answer = No answer
calling-number = number {$n}
calling-weight = {$n} votes
calling-spoken-by = {$name} speaks this vote
calling-speaks-for = Also speaks for {$names}
calling-has-answered = Has answered: {$answer}. A key corrects it.
calling-then = Then {$names}
calling-all-called = Everybody has been called.
calling-all-counted = The second count is complete.
calling-chamber = The chamber: {$n} seats. A click calls whoever sits there.
calling-left = { $n ->
    [0] Nobody left
   *[other] {$n} left of {$members}
}
calling-silent = { $n ->
    [one] One did not answer and is called again
   *[other] {$n} did not answer and are called again
}
calling-needed = {$needed} needed as it stands, {$got} for
calling-quorum-met = Quorum of {$needed} met: {$present} there
calling-quorum-open = Quorum of {$needed} not met yet: {$present} there
calling-uncertain = The result is open
calling-certain-since = {$verdict}: certain since {$time}
calling-certain = certain since {$time}: no answer still to come can change it
calling-no-answers = Answers appear here, the newest first.
calling-writing = being written…
calling-waiting = not on the disk
calling-stuck = They wait here in order, and are written as soon as the disk takes them or the journal is moved. Calling goes on.
calling-corrected = {$answer}, corrected
calling-correct-hint = Correct this answer
calling-said = {$name}: {$answer}.
calling-said-next = {$said} Next: {$next}.
calling-second-text = Only what this clerk hears is shown and counted here. Compare both counts at the end.
calling-find = Find
calling-undo = Undo
calling-redo = Redo
calling-correct = Correct
calling-member = Member
calling-newcomer = Newcomer
calling-second-count = Second count
calling-first-count = Back to the record
calling-differences = Compare counts
calling-move = Move the journal
calling-close = Close the vote
calling-large = Large type
calling-contrast = Contrast
calling-speak = Say each answer
calling-leave = Leave
calling-not-on-disk = { $n ->
    [0] The disk takes nothing
    [one] One answer is not on the disk
   *[other] {$n} answers are not on the disk
}
calling-retry = Try again
calling-moved = The journal goes on in {$file}.
calling-find-title = Call somebody out of turn
calling-find-hint = Beginning of a name
calling-more = and {$n} more
calling-correct-title = {$name}: {$answer}. What should it be?
calling-correct-text = The first answer and the reason stay in the record.
calling-correct-do = Correct the answer
calling-reason = Reason
calling-num-differences = { $n ->
    [0] The two counts agree
    [one] One answer was heard differently
   *[other] {$n} answers were heard differently
}
calling-no-second = There is no second count yet. F6 puts the second clerk at the keys.
calling-difference = {$name}: recorded {$first}, second clerk {$second}
calling-close-title = Close the vote?
calling-close-text = { $n ->
    [0] Everybody has been called.
    [one] One member has not answered and will be recorded as not voting.
   *[other] {$n} members have not answered and will be recorded as not voting.
} Until the record is signed, closing can be undone.
calling-close-do = Close the vote
calling-move-title = Move the journal
calling-move-text = Every line is copied there, read back and compared; then the roll call goes on in the new file. The old one stays as it is.
calling-move-do = Move the journal
calling-abandon-text = If you leave now, these answers are lost. Move the journal to another disk, and they are written there.
calling-abandon = Close without them
calling-arrived = Came in late: call again
calling-presides = Takes the chair
calling-leaves-chair = Leaves the chair
calling-replace = Is replaced by…
calling-replace-title = Who sits in for {$name}?
calling-replace-do = Replace
calling-new-name = Name
calling-group = Group
calling-proxy = Gives a proxy to…
calling-proxy-title = Who speaks for {$name}?
calling-proxy-withdrawn = Withdraws the proxy
calling-call-now = Call now
calling-newcomer-title = Who came in and is not on the roster?
calling-newcomer-do = Add to the roster
calling-chair-voted = The chair voted {$answer}
calling-casting = A tie: the chair votes
calling-signatures = Signatures
calling-signed = {$name}, {$office}, {$time}
calling-officer = Officer’s name
calling-office = Office
calling-sign = Sign
calling-sign-text = Once signed, the record cannot be changed any more.
calling-file = File the roll call
calling-save-all = Save all beside the journal
calling-open-vote = Open as a vote
calling-save-csv = CSV…
calling-save-minutes = Minutes…
calling-save-paper = Minutes as PDF…
calling-save-graphic = Graphic…
calling-more-tools = More
calling-status = Journal {$file} · { $n ->
    [one] one line
   *[other] {$n} lines
} on the disk{ $waiting ->
    [0] {""}
   *[other] , {$waiting} waiting
}

# The replay as a film and in the web page
replay-frame = {$n} of {$all}
replay-frame-certain = {$verdict}, whatever is still to come · {$n} of {$all}
replay-closeness = the contested last
film-cancelled = The film was stopped
error-no-ffmpeg = There is no ffmpeg, which makes an MP4: install it (on Debian: apt install ffmpeg), or take a name ending in .gif, .webp or .png
error-ffmpeg = ffmpeg did not make the film: {$cause}
cli-filmed = Wrote {$file}: {$width} × {$height} pixels, {$frames} frames, {$seconds} s
error-film-format = Cannot tell the format of {$file}: a film has a name ending in .gif, .png, .webp or .mp4
error-reveal-called = This vote has no order of calling: take --reveal name, party, row or closeness
film-progress = filming {$percent} %
replay-untold = The result is told at the end of the replay.
film-button = Film…
film-hint = Write the replay as an animated picture or a video
dialog-gif = Animated GIF
dialog-apng = Animated PNG
dialog-mp4 = Video (MP4, needs ffmpeg)
replay-order = Order
replay-pace = Speed

# Minutes on paper
minutes-title-case = Minutes of a roll call
minutes-by-group = Votes by group
minutes-changes = Corrections and changes
minutes-signatures = Signatures
minutes-check = How to check this record
minutes-verify = Whoever has the journal checks it against these minutes by this command, which says whether a single line was changed:
minutes-unsigned = No officer has signed.
minutes-not-closed = The vote is not closed: these minutes are not final.
page-number = {$n} of {$all}
error-minutes-format = Cannot tell the format of {$file}: minutes have a name ending in .pdf or .txt
minutes-damaged = No minutes of {$file}: it is {$damage}
minutes-empty = No minutes of {$file}: not even its first line is whole

# The classroom
error-no-pupils = There is nobody to sit: write the pupils’ names, one a line
error-same-pupil = Two pupils are called {$name}: add an initial to one of them, so that who is called knows it
error-few-seats = There are more pupils ({$pupils}) than seats ({$seats}): take more seats or leave the size out
error-no-parties = No party has a share of the seats: give at least one a share above 0
mock-robins = The Robins
mock-robins-short = Robins
mock-larks = The Larks
mock-larks-short = Larks
mock-wrens = The Wrens
mock-wrens-short = Wrens
mock-herons = The Herons
mock-herons-short = Herons
mock-owls = The Owls
mock-owls-short = Owls
mock-jays = The Jays
mock-jays-short = Jays
roles-title = Roles: {$question}
card-seat = Seat {$n}
card-position = My party wants:
card-open = When your name is called, say aloud: for, against, or abstain. Your vote is your own.
card-secret = Write for or against on your paper, or leave it blank, and fold it. Write no name.
guesses-title = What will the vote be?
guesses-group = Group
guesses-how = Write down what your group expects before anybody votes. The nearest group wins: add up how far you are off for, against and in abstentions. Groups that are as near win together.
guess-won = { $n ->
    [one] Nearest: {$groups}
   *[other] As near as each other, and win together: {$groups}
}
guess-line = {$rank}. {$group}: {$guess}, off by {$distance}
class-menu = A mock parliament for a class…
class-title = A mock parliament
class-text = Seats are dealt to parties by their shares and drawn by lot. Print the cards, call the roll, and see who guessed it.
class-close = Close
class-question = The question
class-pupils = Pupils, one a line
class-parties = Parties
class-vacant = Vacant seats
class-secret = Secret ballot
class-secret-text = A roll call keeps each name with its answer. For a secret ballot count papers, and write only the figures.
class-seats = Who sits where
class-draw = Draw again
class-call = Call the class…
class-save = Save roster and cards…
class-save-hint = roster.csv to call the roll with, and roles.pdf with cards to cut out
class-guess-text = For, against and abstained, such as 14-9-2, written down before the vote.
class-guess-fault = Write two or three numbers with dashes between them, and the group’s name
class-group-n = Name of group {$n}
class-guess-n = Guess of group {$n}
class-more = One more group
class-reveal = Reveal
class-no-vote = Open the vote that was guessed to reveal who was nearest.
class-back = Back
class-papers = Open as the vote
class-papers-file = secret-ballot.csv

## Fonts of other scripts
cli-system-font = { $n ->
    [one] One character is drawn in a font of this computer ({$families}), and may look different on another: {$characters}. To draw it the same everywhere, name the font’s file in the style, under [fonts]: fallback = ["NAME.ttf"].
   *[other] {$n} characters are drawn in fonts of this computer ({$families}), and may look different on another: {$characters}. To draw them the same everywhere, name the font’s file in the style, under [fonts]: fallback = ["NAME.ttf"].
}
# Tones on the calling page, parties and lots on the page of a class
class-own-parties = Parties of our own
class-party-more = One more party
class-party-short = Short
class-party-short-n = Short name of party {$n}
class-party-name = Name of the party
class-party-name-n = Name of party {$n}
class-party-colour-n = Colour of party {$n}
class-party-share = Seats
class-party-share-n = Seats of party {$n}
class-party-share-hint = Seats, or a share in any unit: they are dealt in proportion to the pupils there are.
class-party-remove-n = Remove party {$n}
class-seed = Number of the draw
class-seed-hint = The same number draws the same seats again, so that a lost card can be printed anew.
error-nameless-party = Party {$n} has no name. Write one, or remove it.
error-same-party = Two parties are called {$name}. Give each a name of its own.
calling-disk-silent = The disk has not answered for {$n} seconds. Calling goes on; answers wait in order until it does.
calling-tones = Sound a tone for each answer
calling-tones-on = Each answer sounds a tone once it is on the disk. F5 turns them off.
calling-tones-off = Tones are off.
calling-tones-silent = No tone can be heard: {$cause}. Calling goes on without; the next answer tries again.

# The graphic dragged out of the window.
drag-handle = The graphic, to be dragged into another program
drag-hint = Drag this into another program or a folder: the graphic as PNG, with Shift as SVG. By keys: copy, export.
drag-carried = {$file}: let go over a window or a folder that takes files. Escape calls it off.
drag-taken = {$file} was taken
drag-taken-by = {$file} was taken by “{$window}”
drag-not-taken = {$file} was not dropped: nothing there takes files. Ctrl+E exports it.
drag-unanswered = {$file} was dropped; whether it was taken was not said
drag-unanswered-by = {$file} was dropped on “{$window}”, which did not say whether it took it
error-drag = The graphic cannot be dragged out of the window: {$cause}. Export it (Ctrl+E) or copy it (Ctrl+Shift+C) instead.
error-drag-no-file = The file to be dragged could not be made. Export the graphic (Ctrl+E) instead.

# The dialogs of the system.
title-open = Open a roll call
title-plan = Open a seat plan
title-export = Export the graphic
title-problems = Export the problems
title-film = Export the replay
title-lesson = Folder for roster and cards
title-style = Open a style
title-save-style = Save the style
title-logo = Choose a logo
title-font = Choose a font
title-project = Save the project
title-roster = Open a roster
title-resume = Go on with a journal
title-journal = Where to keep the journal
title-move = Move the journal
title-document = Save the document
dialog-all = All files
dialog-text = Text
dialog-by-ending = By the ending of the name: {$endings}
error-file-there = {$file} is there already and was left as it is. Choose it in the dialog to replace it, or give another name.
error-no-dialog = This system has no dialog for choosing files: no desktop portal answered, and zenity does not run ({$cause}). Install xdg-desktop-portal and xdg-desktop-portal-gtk, or zenity. Until then, drop a file on the window to open it, copy the graphic (Ctrl+Shift+C), or write it with “hemicycle render”.
error-many-dropped = {$n} files were dropped at once, and none was opened. Drop one of them: tables beside it that belong to it are found. Or drop the folder they are in, which opens as one archive.

## A chamber without a vote
sample-parliament = A parliament without a vote
sample-parliament-text = Invented parties and their seats: choose those that make a coalition
error-convert-composition = {$file} has no vote to be written as Popolo: it is a chamber without a vote. Write its seats as CSV, with -o NAME.csv.
shape-composition = a chamber without a vote: seats by party
coalition-heading = Seats by group
coalition-clear = Choose none
coalition-chosen = { $n ->
    [one] {$n} group chosen
   *[other] {$n} groups chosen
}
error-coalition-of-vote = --coalition sums the seats of a chamber without a vote, and this file has a vote. Leave it out.
role-seats = number of seats
problem-bad-seats = “{$found}” is not a number of seats
problem-seats-differ = The seats of the parties are not what the row of their sum says: {$found}
error-replay-composition = {$file} has no vote to be played back: it is a chamber without a vote. Draw it with hemicycle render.
party-seats = Seats by party
seat-title-composition = {$name}, {$party}
unnamed-seat = Seat {$n}
position-seat = Seats
majority-of-seats = Majority: {$majority} of {$seats} seats
coalition-majority = A majority: {$n} of {$seats} seats, {$majority} needed, {$difference} to spare
coalition-short = No majority: {$n} of {$seats} seats, {$majority} needed, {$difference} short
description-composition = {$title}. A chart of {$seats} seats, coloured by party. Seats by party: {$list}. {$majority}.

# What a file does not say, asked
votes-unsettled = Result open
key-enter = Enter
key-escape = Esc
ask-no-export = {$file} does not say what {$words} {$n ->
    [one] means
   *[other] mean
}, and the result of this vote depends on it: nothing of it leaves the window yet. Say it under File, How the file is read…
ask-no-export-columns = {$file} does not say which of its columns is the vote: {$columns}. Nothing of it leaves the window yet. Say it under File, How the file is read…
ask-column-open = the column of the votes is not chosen yet
ask-column-chosen = the column of the votes is chosen
ask-title-columns = Which column is the vote?
ask-text-columns = As much in {$file} speaks for each of these columns: {$columns}. They say different things, so the result may depend on the answer.
ask-title-shape = Are the rows members or votes?
ask-text-shape = As much in {$file} speaks for either, and the result depends on the answer.
ask-if-column = If the vote is in “{$column}”
ask-if-transposed = If each row is a vote
ask-if-wide = If each row is a member
ask-nothing-opened = nothing opened yet
ask-rows = { $n ->
    [one] {$n} row
   *[other] {$n} rows
}
ask-columns = { $n ->
    [one] {$n} column
   *[other] {$n} columns
}
ask-open-words = { $n ->
    [0] every code has a meaning
    [one] {$n} code has no meaning yet
   *[other] {$n} codes have no meaning yet
}
ask-list = {$list} and {$last}
ask-list-more = {$list} and {$n} more
ask-title = { $n ->
    [one] What does {$words} mean?
   *[other] What do {$words} mean?
}
ask-text = Nothing in {$file} says what { $n ->
    [one] it stands
   *[other] they stand
} for, and { $votes ->
    [one] the result of a vote depends on it
   *[other] the results of {$votes} votes depend on it
}. So Hemicycle asks instead of guessing.
ask-step-columns = Columns
ask-columns-about = { $n ->
    [one] {$n} column
   *[other] {$n} columns
}: { $parties ->
    [0] no party
    [one] {$parties} of parties
   *[other] {$parties} of parties
}, { $votes ->
    [0] no votes
   *[other] {$votes} of votes
}, { $names ->
    [0] no names
   *[other] {$names} of names
}
ask-more-columns = {$n} more
ask-step-codes = Codes
ask-shown-for = shown for
ask-holds-for = ; the meaning holds for all {$n} votes
ask-column-code = Code
ask-column-here = This vote
ask-column-all = All {$n} votes
ask-column-means = Means
ask-choose = Choose…
ask-means = What {$word} means
ask-of = {$n} of {$all}
ask-code-sentence = {$word}: {$here} in this vote, {$all} in all, {$share}
ask-known = Known already: {$list}
ask-step-cards = { $n ->
    [one] One reading that fits
    [2] Two readings that fit
   *[other] Three readings that fit
}
ask-press = { $n ->
    [one] press 1
    [2] press 1 or 2
   *[other] press 1, 2 or 3
}
ask-if = If {$list}
ask-outcome-by = {$word} by {$n}
ask-no-outcome = Result open
ask-speaks-for = For this reading
ask-speaks-against = Against this reading
ask-fact-larger = { $votes ->
    [one] {$word} is the larger side: most chambers pass more than they reject
   *[other] {$word} is the larger side in {$n} of {$votes} votes: most chambers pass more than they reject
}
ask-fact-larger-for = { $votes ->
    [one] more are for than against: most chambers pass more than they reject
   *[other] more are for than against in {$n} of {$votes} votes: most chambers pass more than they reject
}
ask-fact-rare = {$word} is rare: {$share} of the ballots
ask-fact-rare-parties = {$word} is rare: {$one} of one party, {$other} of the other
ask-fact-differ = the two largest parties lie {$points} points apart in {$one} and {$other}
ask-fact-few = { $votes ->
    [one] more are against than for: unusual, not impossible
   *[other] more are for than against in {$n} of {$votes} votes: unusual, not impossible
}
ask-fact-all = more are for than against in all {$votes} votes, with {$share} against
ask-fact-frequent = {$word} is {$share} of the ballots: so many would have taken no side
ask-fact-apart = {$word} sets the two largest parties {$points} points apart, {$side} only {$less}
ask-fact-away = {$n} of {$members} would not have voted here
ask-fact-mirror = the same parties, the same splits: the rows alone cannot tell it from { $n ->
    [1] the first
    [2] the second
   *[other] the third
}
ask-fact-unsaid = no word, note or header in the file says so
ask-kept-in = Kept in {$file} beside the file.
ask-kept-nowhere = There is no file to keep this beside: it holds until the vote is closed.
ask-kept = How the file is read is kept in {$file}
ask-not-kept = How the file is read could not be kept: {$cause}
ask-leave-column-open = Open without a result
ask-leave-open = Open with positions unknown
ask-read = Read it this way
