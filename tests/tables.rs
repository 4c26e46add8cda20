//! Tables of many votes in every shape, split over files, and with a mapping of their own.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use hemicycle::model::{Position, RollCall};
use hemicycle::read::{
    Cancel, CompanionKind, Mapping, Options, ProblemKind, ReadError, Reading, Role, Shape, Source, open, read,
};
use proptest::prelude::*;

fn reading(text: &str) -> Reading {
    read(&Source::new("test.csv", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn votes(reading: &Reading) -> Vec<RollCall<'_>> {
    (0..reading.archive.num_roll_calls()).filter_map(|index| reading.archive.roll_call(index)).collect()
}

/// Number, for, against, abstained and all ballots of every vote.
fn figures(reading: &Reading) -> Vec<(String, [u32; 4])> {
    let figures = |vote: RollCall<'_>| {
        let tally = vote.tally();
        let members = |position| tally.members(position);
        let id = vote.info().id.clone().unwrap_or_default();
        (
            id,
            [
                members(Position::For),
                members(Position::Against),
                members(Position::Abstain),
                tally.num_seats(),
            ],
        )
    };
    votes(reading).into_iter().map(figures).collect()
}

fn expected(list: &[(&str, [u32; 4])]) -> Vec<(String, [u32; 4])> {
    list.iter().map(|(id, figures)| ((*id).to_owned(), *figures)).collect()
}

#[test]
fn shapes_as_publishers_write_them() {
    type Expected = &'static [(&'static str, [u32; 4])];
    let two: Expected = &[("1", [2, 1, 0, 3]), ("2", [1, 1, 1, 3])];
    for (shape, text, list) in [
        (
            Shape::Long,
            "Vote ID,Name,Party,Vote\n1,Ann,A,yes\n1,Bob,B,no\n1,Cid,A,yes\n2,Ann,A,no\n2,Bob,B,abstain\n2,Cid,A,yes\n",
            two,
        ),
        // By member, and with the numbers of a statistics program.
        (
            Shape::Long,
            "member;scrutin;position\nAnn;1.0;Pour\nAnn;2.0;Contre\nBob;1.0;Contre\nBob;2.0;Abstention\nCid;1.0;Pour\nCid;2.0;Pour\n",
            two,
        ),
        (Shape::Wide, "Name,Party,1,2\nAnn,A,yes,no\nBob,B,no,abstain\nCid,A,yes,yes\n", two),
        (
            Shape::Wide,
            "Name,Vote,Final vote\nAnn,Yes,No\nBob,No,Yes\nCid,Yes,Yes\n",
            &[("Vote", [2, 1, 0, 3]), ("Final vote", [2, 1, 0, 3])],
        ),
        // A row for each vote, with members or with parties as columns.
        (
            Shape::Transposed,
            "id,date,title,Ann Roe,Bob Doe,Cid Poe\n1,2024-01-02,A bill,yes,no,yes\n2,2024-01-03,B bill,no,abstain,yes\n",
            two,
        ),
        (
            Shape::Transposed,
            "id,datum,onderwerp,D66,VVD,50PLUS\n1,2024-01-02,Iets,voor,tegen,voor\n2,2024-01-03,Anders,tegen,onthouden,voor\n",
            two,
        ),
        // Marks in a column for each position.
        (Shape::OneVote, "Nom;Pour;Contre;Abstention\nAnne;x;;\nBob;;x;\nCid;x;;\n", &[("", [2, 1, 0, 3])]),
        (
            Shape::OneVote,
            "Fraktion/Gruppe;Name;Vorname;ja;nein;Enthaltung;ungültig;nichtabgegeben\nA;Roe;Ann;1;0;0;0;0\nB;Doe;Bob;0;1;0;0;0\nA;Poe;Cid;1;0;0;0;0\nB;Low;Dan;0;0;0;0;1\n",
            &[("", [2, 1, 0, 4])],
        ),
        (
            Shape::Long,
            "vote_id,member,IsVoteYea,IsVoteNay\n1,Ann,true,false\n1,Bob,false,true\n1,Cid,true,false\n2,Ann,false,true\n2,Bob,true,false\n2,Cid,true,false\n",
            &[("1", [2, 1, 0, 3]), ("2", [2, 1, 0, 3])],
        ),
    ] {
        let reading = reading(text);
        assert_eq!(reading.mapping.shape, shape, "{text}\n{:?}", reading.mapping.columns);
        assert_eq!(figures(&reading), expected(list), "{text}\n{:?}", reading.mapping.columns);
        assert_eq!(reading.rows.set_aside, 0, "{:?}", reading.problems);
    }
}

#[test]
fn a_header_of_several_lines_over_members_and_over_votes() {
    let over_members = reading(
        "Name,Number,Date,Ann Roe,Bob Doe,Cid Poe\nDistrict,,,1,2,3\nParty,,,Red,Blue,Red\n\
         HB 1,7,2024-01-02,Y,N,Y\nHB 2,8,2024-01-03,N,E,Y\nHB 1,7,2024-01-02,Y,N,Y\n\
         HB 3,9,2024-01-03,N,N,Y\nHB 4,10,2024-01-04,Y,N,Y\nHB 5,11,2024-01-04,Y,N,N\n",
    );
    assert_eq!(figures(&over_members)[..2], expected(&[("7", [2, 1, 0, 3]), ("8", [1, 1, 0, 3])]));
    let first = over_members.roll_call().unwrap();
    assert_eq!(first.info().title.as_deref(), Some("HB 1"));
    let ann = first.vote(0).unwrap().member;
    assert_eq!((ann.name.as_str(), ann.constituency.as_deref()), ("Ann Roe", Some("1")));
    assert_eq!(first.party_of(ann).unwrap().name, "Red");
    let kinds: Vec<ProblemKind> = over_members.problems.iter().map(|problem| problem.kind).collect();
    assert!(kinds.contains(&ProblemKind::DuplicateVote), "the very same row is the same vote: {kinds:?}");

    let over_votes = reading(
        ",,2024-01-02,2024-02-03,2024-02-03,\n,,PARKS,FINANCE,FINANCE,\n\
         Member,Ward,A bill about parks,A bill about money,Another bill about money,Score\n\
         ,,EC5.1,IE10.7 - Motion 1,\"MM2.4, Motion 4a\",%\n\
         Ann,1,Yes,No,Yes,90%\nBob,2,No,Yes,Absent,80%\nCid,3,Yes,Yes,Yes,70%\n\
         ,,PASS,PASS,PASS,\n,Yes,2,2,2,\n,No,1,1,1,\n",
    );
    let list =
        [("EC5.1", [2, 1, 0, 3]), ("IE10.7 - Motion 1", [2, 1, 0, 3]), ("MM2.4, Motion 4a", [2, 0, 0, 3])];
    assert_eq!(figures(&over_votes), expected(&list), "{:?}", over_votes.mapping.columns);
    let info = over_votes.roll_call().unwrap().info();
    assert_eq!(info.title.as_deref(), Some("A bill about parks"));
    assert_eq!(info.date.as_ref().unwrap().to_string(), "2024-01-02");
    assert_eq!(info.declared.unwrap().in_favour.to_string(), "2", "from the lines below the members");
    assert_eq!(over_votes.rows.set_aside, 3);
    let differs = |problem: &&hemicycle::read::Problem| problem.kind == ProblemKind::DeclaredDiffers;
    let found: Vec<&str> =
        over_votes.problems.iter().filter(differs).map(|problem| problem.found.as_str()).collect();
    assert_eq!(found, ["MM2.4, Motion 4a: 2–1 ≠ 2–0"]);
}

/// Votes without a header: by number, as the Czech chamber writes them, and with names.
#[test]
fn tables_without_a_header() {
    let mut letters = String::new();
    for vote in 500..505 {
        for member in 1..=9 {
            let letter = ["A", "B", "K", "@", "A", "A"][(vote + member) % 6];
            letters += &format!("{member}|{vote}|{letter}|\n");
        }
    }
    let read = reading(&letters);
    assert_eq!((read.mapping.shape, read.mapping.header_line), (Shape::Long, None));
    assert_eq!(read.mapping.column(Role::VoteId), Some(1));
    assert_eq!(figures(&read)[0], ("500".to_owned(), [5, 1, 1, 9]));

    let mut names = String::new();
    for vote in 1..=6 {
        for (index, name) in ["Ann;Roe", "Bob;Doe", "Cid;Poe", "Dan;Low"].iter().enumerate() {
            let word = ["Pro", "Proti", "Zdržel se"][(vote + index) % 3];
            let party = ["A", "B"][index % 2];
            names +=
                &format!("{};{name};Party {party};{vote};28.2.2019;Item number {vote};{word};0\n", index + 1);
        }
    }
    let read = reading(&names);
    let roles: Vec<Option<Role>> = read.mapping.columns.iter().map(|column| column.role).collect();
    let wanted = [Role::Id, Role::FirstName, Role::LastName, Role::Party, Role::VoteId, Role::VoteDate];
    assert_eq!(roles[..6], wanted.map(Some));
    assert_eq!(read.archive.num_roll_calls(), 6);
    assert_eq!(read.roll_call().unwrap().info().title.as_deref(), Some("Item number 1"));
    assert_eq!(read.roll_call().unwrap().vote(1).unwrap().member.name, "Bob Doe");
}

/// A number that repeats, a bill, beside the ones that together do not.
#[test]
fn several_columns_together_number_the_votes() {
    let mut text = "congress,chamber,rollnumber,icpsr,cast_code\n".to_owned();
    for chamber in ["House", "Senate"] {
        for vote in 1..=3 {
            for member in 0..6 {
                let code = [1, 6, 9][(member + vote) % 3];
                text += &format!("117,{chamber},{vote},{}.0,{code}\n", 14000 + member);
            }
        }
    }
    let reading = reading(&text);
    assert_eq!(reading.archive.num_roll_calls(), 6);
    // Also where nobody sits in both chambers.
    let apart = text.replace(",Senate,1,1400", ",Senate,1,2400").replace(",Senate,2,1400", ",Senate,2,2400");
    let apart = apart.replace(",Senate,3,1400", ",Senate,3,2400");
    assert_eq!(self::reading(&apart).archive.num_roll_calls(), 6);
    let ids: Vec<String> = figures(&reading).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids[..2], ["House-1", "House-2"]);
    assert_eq!(figures(&reading)[0].1, [2, 2, 0, 6]);
    assert_eq!(reading.archive.members().len(), 6, "14000.0 is 14000");
    assert_eq!(reading.archive.members()[0].key.as_deref(), Some("14000"));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
}

/// Codes of the literature on roll calls in a matrix, all of whose rows are members.
#[test]
fn a_matrix_of_cast_codes_loses_no_row() {
    let mut text = "icpsr,state,party,name,V1,V2,V3,V4\n".to_owned();
    for member in 0..20 {
        let code = |vote: usize| [1, 6, 9, 7][(member * 3 + vote * vote) % 4];
        let codes: Vec<String> = (1..=4).map(|vote| code(vote).to_string()).collect();
        text +=
            &format!("{},AL,{},NAME{member},{}\n", 10_000 + member, 100 + member % 2 * 100, codes.join(","));
    }
    let reading = reading(&text);
    assert_eq!((reading.mapping.shape, reading.rows.read), (Shape::Wide, 20));
    assert_eq!(reading.mapping.header_line, Some(1));
    assert_eq!(figures(&reading)[0].1[3], 20);
    assert_eq!(reading.archive.parties[0].name, "Democrat");
}

#[test]
fn who_changes_party_keeps_the_party_of_the_day() {
    let mut text = "vote_id,member_id,name,party,vote\n".to_owned();
    for vote in 1..=4 {
        for member in 0..5 {
            let party = if member == 0 && vote > 2 { "Blue" } else { "Red" };
            text += &format!("{vote},m{member},Member {member},{party},yes\n");
        }
    }
    let reading = reading(&text);
    let party = |vote: usize| {
        let roll_call = reading.archive.roll_call(vote).unwrap();
        let member = roll_call.vote(0).unwrap().member;
        roll_call.party_of(member).unwrap().name.clone()
    };
    assert_eq!([0, 1, 2, 3].map(party), ["Red", "Red", "Blue", "Blue"]);
    assert_eq!(reading.archive.members().len(), 6);
}

#[test]
fn nobody_is_counted_twice_in_one_vote() {
    let text = "vote_id,member_id,name,vote\n1,7,Ann,yes\n1,8,Bob,no\n1,7,Ann,no\n2,7,Ann,no\n2,8,Bob,no\n2,9,Cid,yes\n";
    let reading = reading(text);
    assert_eq!(figures(&reading), expected(&[("1", [1, 1, 0, 2]), ("2", [1, 2, 0, 3])]));
    assert_eq!(reading.problems.len(), 1);
    assert_eq!((reading.problems[0].kind, reading.problems[0].row), (ProblemKind::DuplicateMember, Some(4)));
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn opened(folder: &Path, name: &str) -> Reading {
    open(&folder.join(name), &Options::default()).unwrap_or_else(|error| panic!("{error}"))
}

/// Twelve members and four votes, of which only numbers are in the file.
fn numbered_votes() -> String {
    let mut text = "vote_id,member_id,position\n".to_owned();
    for vote in 901..905 {
        for member in 1..=12 {
            text += &format!("{vote},{member},{}\n", ["FOR", "AGAINST", "ABSTENTION"][(vote + member) % 3]);
        }
    }
    text
}

#[test]
fn tables_beside_give_names_parties_titles_and_results() {
    let mut members = "id,first_name,last_name,group_code\n".to_owned();
    for member in 1..=14 {
        members += &format!("{member},First{member},Last,{}\n", ["GRN", "RED"][member % 2]);
    }
    let votes = "id,timestamp,display_title,count_for,count_against,count_abstention\n\
                 901,2024-05-01T10:00:00,The first,4,4,4\n902,2024-05-02T10:00:00,The second,4,4,4\n\
                 903,2024-05-03T10:00:00,The third,4,4,5\n904,2024-05-04T10:00:00,The fourth,4,4,4\n\
                 999,2024-05-05T10:00:00,Another,1,2,3\n";
    let groups = "code,label,color\nGRN,The Greens,#00AA00\nRED,The Reds,#AA0000\nBLU,The Blues,#0000AA\n";
    let folder = folder(&[
        ("member_votes.csv", &numbered_votes()),
        ("members.csv", &members),
        ("votes.csv", votes),
        ("groups.csv", groups),
    ]);
    let reading = opened(folder.path(), "member_votes.csv");
    let used: Vec<(&str, CompanionKind)> =
        reading.companions.iter().map(|used| (used.file.as_str(), used.kind)).collect();
    assert_eq!(
        used,
        [
            ("members.csv", CompanionKind::Members),
            ("votes.csv", CompanionKind::RollCalls),
            ("groups.csv", CompanionKind::Parties)
        ]
    );
    let first = reading.roll_call().unwrap();
    assert_eq!(first.info().title.as_deref(), Some("The first"));
    assert_eq!(first.info().date.as_ref().unwrap().to_string(), "2024-05-01");
    let member = first.vote(0).unwrap().member;
    assert_eq!(member.name, "First1 Last");
    let party = first.party_of(member).unwrap();
    assert_eq!((party.name.as_str(), party.short.as_str()), ("The Reds", "RED"));
    assert_eq!(party.colour.unwrap().to_string(), "#AA0000");
    // Declared 4–4–5 and counted 4–4–4.
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
    assert_eq!(reading.problems[0].kind, ProblemKind::DeclaredDiffers);
    // The folder as a whole is the same votes.
    let whole = open(folder.path(), &Options::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(figures(&whole), figures(&reading));
    // The tables beside by themselves are what they are.
    assert!(opened(folder.path(), "members.csv").roll_call().unwrap().is_composition());
    let error = open(&folder.path().join("votes.csv"), &Options::default()).expect_err("totals").to_string();
    assert!(error.contains("counts of votes"), "{error}");
}

/// A row for each member and session beside votes of several sessions: joined by all that numbers them.
#[test]
fn keys_of_several_columns_join() {
    let mut votes = "congress,chamber,rollnumber,icpsr,cast_code\n".to_owned();
    let mut members = "congress,chamber,icpsr,party_code,bioname\n".to_owned();
    let mut rollcalls = "congress,chamber,rollnumber,date,yea_count,nay_count,vote_desc\n".to_owned();
    for congress in [116, 117] {
        for (chamber, first) in [("House", 1000), ("Senate", 2000)] {
            for member in 0..8 {
                // Everybody changes party between the two.
                let party = if congress == 116 { 100 } else { 200 };
                members +=
                    &format!("{congress},{chamber},{},{party},\"NAME{member}, First\"\n", first + member);
            }
            for vote in 1..=3 {
                rollcalls +=
                    &format!("{congress},{chamber},{vote},2021-01-0{vote},4,4,Vote {vote} of {congress}\n");
                for member in 0..8 {
                    let code = if member % 2 == 0 { 1 } else { 6 };
                    votes += &format!("{congress},{chamber},{vote},{},{code}\n", first + member);
                }
            }
        }
    }
    let folder =
        folder(&[("a_votes.csv", &votes), ("b_members.csv", &members), ("c_rollcalls.csv", &rollcalls)]);
    let reading = opened(folder.path(), "a_votes.csv");
    assert_eq!(reading.archive.num_roll_calls(), 12);
    let info = |vote: &str| {
        let roll_call = reading.archive.roll_call(reading.find(vote).expect(vote)).unwrap();
        let member = roll_call.vote(0).unwrap().member;
        let party = roll_call.party_of(member).unwrap().name.clone();
        (roll_call.info().title.clone().unwrap(), member.name.clone(), party)
    };
    let of = |title: &str, party: &str| (title.to_owned(), "NAME0, First".to_owned(), party.to_owned());
    assert_eq!(info("116-House-2"), of("Vote 2 of 116", "Democrat"));
    assert_eq!(info("117-Senate-3"), of("Vote 3 of 117", "Republican"));
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
}

#[test]
fn joins_that_are_in_doubt_are_not_made() {
    let list = |kind: &str, count: usize| {
        let mut text = "id,name,party\n".to_owned();
        for number in 1..=count {
            text += &format!("{number},{kind} Number{number},{}\n", number % 2);
        }
        text
    };
    // Numbers of members, or of committees and of streets?
    let doubt =
        folder(&[("a.csv", &numbered_votes()), ("b.csv", &list("Ann", 20)), ("c.csv", &list("Bob", 20))]);
    assert_eq!(opened(doubt.path(), "a.csv").companions, []);
    // Half of the members are not in it.
    let half = folder(&[("a.csv", &numbered_votes()), ("members.csv", &list("Ann", 6))]);
    assert_eq!(opened(half.path(), "a.csv").companions, []);
    // Every number stands twice.
    let twice = list("Ann", 20) + list("Bob", 20).trim_start_matches("id,name,party\n");
    let many = folder(&[("a.csv", &numbered_votes()), ("members.csv", &twice)]);
    assert_eq!(opened(many.path(), "a.csv").companions, []);
    // And one that is beyond doubt.
    let one = folder(&[("a.csv", &numbered_votes()), ("members.csv", &list("Ann", 20))]);
    assert_eq!(opened(one.path(), "a.csv").companions.len(), 1);
}

#[test]
fn members_are_found_by_name_and_a_vote_by_the_name_of_its_file() {
    let votes = "person,motionId,vote\nAnn Roe,1,FOR\nBob Doe,1,AGAINST\nCid Poe,1,DID_NOT_VOTE\nAnn Roe,2,FOR\nBob Doe,2,FOR\nCid Poe,2,FOR\n";
    let folder = folder(&[
        ("votes.csv", votes),
        ("mps.csv", "mp,party\nCid Poe,Lab\nBob Doe,Con\nAnn Roe,Lab\nDan Low,SNP\n"),
        (
            "motions.csv",
            "id,name\n1,A motion of some length about something\n2,Another motion about another thing\n",
        ),
        ("28231.csv", "Id,Nombre,Voto\n5,Ann Roe,Afirmativo\n6,Bob Doe,En Contra\n7,Cid Poe,Afirmativo\n"),
        (
            "lista.csv",
            "Id,Descripcion,Fecha,TotalSi,TotalNo\n28231,Un proyecto,2018-03-15,2,1\n28232,Otro proyecto,2018-03-16,9,9\n",
        ),
    ]);
    let reading = opened(folder.path(), "votes.csv");
    assert_eq!(figures(&reading), expected(&[("1", [1, 1, 0, 3]), ("2", [3, 0, 0, 3])]));
    let first = reading.roll_call().unwrap();
    assert_eq!(first.info().title.as_deref(), Some("A motion of some length about something"));
    let member = first.vote(0).unwrap().member;
    assert_eq!(first.party_of(member).unwrap().name, "Lab");
    let one = opened(folder.path(), "28231.csv");
    let info = one.roll_call().unwrap().info();
    assert_eq!((info.id.as_deref(), info.title.as_deref()), (Some("28231"), Some("Un proyecto")));
    assert_eq!(info.declared.unwrap().in_favour.to_string(), "2");
}

#[test]
fn what_is_no_vote_is_refused_for_what_it_is() {
    for (text, wanted) in [
        ("title,date,for,against\nA,2024-01-01,20,3\nB,2024-01-02,4,9\n", "counts of votes (for, against)"),
        (
            "legislador,Afirmativos,Negativos,Abstenciones\nRoe Ann,61,96,6\nDoe Bob,41,33,4\n",
            "sums over many votes",
        ),
        ("id,first_name,last_name,born\n1,Ann,Roe,1970\n2,Bob,Doe,1981\n", "list of members"),
        ("vote_id,date,title\n1,2024-01-01,A bill\n2,2024-01-02,B bill\n", "list of votes"),
        (
            "member_id,week,status,n\n1,2014-07-21,Absent,34\n1,2014-09-15,Present,2\n2,2014-07-21,Present,5\n2,2014-09-15,Absent,1\n",
            "who was there",
        ),
        ("session_id,member_id,status\n1,1,0\n1,2,0\n1,3,2\n", "no column of votes"),
    ] {
        let error = read(&Source::new("x.csv", text)).expect_err(text).to_string();
        assert!(error.contains(wanted), "{error}");
    }
}

#[test]
fn a_mapping_opens_the_next_file_and_says_what_it_misses() {
    let wide = "Name,Club,v1,v2,note\nAnn,A,aye,no,x\nBob,B,hmm,no,y\nCid,A,no,hmm,z\n";
    let mut mapping = reading(wide).mapping;
    assert_eq!(mapping.shape, Shape::Wide);
    for word in mapping.words.iter_mut().filter(|word| word.word == "hmm") {
        word.position = Position::Abstain;
    }
    let mapping = Mapping::from_toml(&mapping.to_toml(), "x.toml").expect("its own text");
    let with = |text: &str, mapping: &Mapping| {
        let folder = folder(&[("next.csv", text)]);
        let options = Options { mapping: Some(mapping.clone()), ..Options::default() };
        open(&folder.path().join("next.csv"), &options)
    };
    // Other votes, more of them, another order, and a title above.
    let next = "A title\nClub,note,Name,v7,v8,v9\nA,x,Ann,aye,hmm,no\nB,y,Bob,hmm,aye,no\n";
    let reading = with(next, &mapping).expect("the same publisher");
    assert_eq!(
        figures(&reading),
        expected(&[("v7", [1, 0, 1, 2]), ("v8", [1, 0, 1, 2]), ("v9", [0, 2, 0, 2])])
    );
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    let missing = with("Name,v1\nAnn,aye\n", &mapping).expect_err("no club");
    assert_eq!(missing, ReadError::MappingMisses { file: "next.csv".to_owned(), column: "Club".to_owned() });
    // A column taken for something else by hand.
    let text = "name,party,vote,earlier\nAnn,A,yes,no\nBob,B,yes,no\nCid,A,no,no\n";
    let mut mapping = self::reading("name,party,vote\nAnn,A,yes\nBob,B,yes\nCid,A,no\n").mapping;
    mapping.columns[2].header = "earlier".to_owned();
    let reading = with(text, &mapping).expect("the same columns");
    assert_eq!(figures(&reading), expected(&[("", [0, 3, 0, 3])]));
}

/// Whatever a mapping says, reading ends in a reading or a sentence.
#[test]
fn a_mapping_that_makes_no_sense_does_no_harm() {
    let texts = ["A,B,C\nyes,no,x\nno,yes,y\nyes,yes,z\n", "yes\n", "1,2\n3,4\n"];
    for text in texts {
        let folder = folder(&[("a.csv", text)]);
        for shape in Shape::ALL {
            for header_line in [None, Some(1)] {
                for role in Role::all() {
                    let mapping = Mapping {
                        shape,
                        header_line,
                        rest: Some(role),
                        delimiter: ',',
                        ..Mapping::default()
                    };
                    let options = Options { mapping: Some(mapping), ..Options::default() };
                    open(&folder.path().join("a.csv"), &options).ok();
                }
            }
        }
    }
}

/// The mapping that was found, given back, reads the same.
#[test]
fn every_mapping_reads_its_own_file_again() {
    let long = numbered_votes();
    for text in [
        "name,party,vote\nAnn,A,yes\nBob,B,no\nCid,A,perhaps\n",
        "Name;Stimme\nAnna;J\nBernd;N\nCarl;J\n",
        "Name,Party,1,2\nAnn,A,yes,no\nBob,B,no,abstain\nCid,A,yes,yes\n",
        "id,date,title,Ann Roe,Bob Doe,Cid Poe\n1,2024-01-02,A bill,yes,no,yes\n2,2024-01-03,B bill,no,abstain,yes\n",
        "Nom;Pour;Contre;Abstention\nAnne;x;;\nBob;;x;\nCid;x;;\n",
        "Élève;Vote\nAnna;Emma\nBob;emma\nCid;Liam\nDan;Emma\nEve;Liam\n",
        "Ann Roe;North;yes\nBob Doe;North;no\nCid Poe;South;yes\nDan Low;South;yes\n",
        &long,
    ] {
        let first = reading(text);
        let folder = folder(&[("a.csv", text)]);
        for mapping in [first.mapping.clone(), Mapping::from_toml(&first.mapping.to_toml(), "x").unwrap()] {
            let options = Options { mapping: Some(mapping), ..Options::default() };
            let again = open(&folder.path().join("a.csv"), &options)
                .unwrap_or_else(|error| panic!("{error}\n{text}"));
            assert_eq!(figures(&again), figures(&first), "{text}");
            assert_eq!(again.mapping.words, first.mapping.words, "{text}");
        }
    }
}

#[test]
fn hostile_tables_end_in_bounded_time() {
    let wide = format!("{}\n{}\n", "a,".repeat(100_000), "yes,".repeat(100_000));
    let error = read(&Source::new("wide.csv", wide)).expect_err("too wide");
    assert!(matches!(error, ReadError::TooManyColumns { count: 100_001, .. }), "{error}");
    let line = "x".repeat(8 << 20);
    assert!(read(&Source::new("line.csv", line.clone())).is_err());
    read(&Source::new("line.csv", format!("name,vote\nAnn,yes\n{line},no\n"))).expect("a long name");
    assert!(read(&Source::new("nul.csv", vec![0; 1 << 20])).is_err());
    read(&Source::new("nul.csv", "name,vote\nAnn\u{0},yes\nBob,no\n".repeat(20))).ok();
    let quotes = "\"".repeat(1 << 16) + "\n";
    read(&Source::new("quotes.csv", "name,vote\n".to_owned() + &quotes.repeat(20))).ok();
    let parties: Vec<String> = (0..70_000).map(|n| format!("Member {n},Party {n},yes\n")).collect();
    let parties = parties.concat();
    let reading = reading(&format!("name,party,vote\n{parties}"));
    assert_eq!(reading.rows.read, 70_000);
    assert!(reading.archive.parties.len() <= 65_536);
}

#[test]
fn a_reader_that_is_stopped_says_so() {
    let folder = folder(&[("a.csv", &numbered_votes())]);
    let options = Options { cancel: Cancel::default(), ..Options::default() };
    options.cancel.cancel();
    for path in [folder.path().to_owned(), folder.path().join("a.csv")] {
        assert!(matches!(open(&path, &options), Err(ReadError::Cancelled { .. })));
    }
}

const WORDS: [&str; 4] = ["yes", "no", "abstain", "absent"];

/// The votes of members as a table of each shape, and vote by vote.
fn written(ballots: &[Vec<usize>]) -> (String, String, String, Vec<String>) {
    let num_votes = ballots[0].len();
    let name = |member: usize| {
        let letter = char::from(b'A' + (member % 26) as u8);
        format!(
            "Given{letter} Family{}",
            char::from(b'a' + (member / 26) as u8).to_string().repeat(member % 3 + 1)
        )
    };
    let party = |member: usize| ["Left", "Right", "Centre"][member % 3];
    let mut long = "vote_id,vote_date,name,party,vote\n".to_owned();
    let mut wide = "name,party".to_owned();
    let mut transposed = "vote_id,vote_date".to_owned();
    let mut single = vec!["name,party,vote\n".to_owned(); num_votes];
    for vote in 0..num_votes {
        wide += &format!(",Vote {}", 100 + vote);
    }
    for (member, cast) in ballots.iter().enumerate() {
        transposed += &format!(",{}", name(member));
        wide += &format!("\n{},{}", name(member), party(member));
        for (vote, &word) in cast.iter().enumerate() {
            let word = WORDS[word];
            wide += &format!(",{word}");
            single[vote] += &format!("{},{},{word}\n", name(member), party(member));
            long += &format!(
                "{},2024-01-{:02},{},{},{word}\n",
                100 + vote,
                vote + 1,
                name(member),
                party(member)
            );
        }
    }
    for (vote, _) in single.iter().enumerate() {
        transposed += &format!("\n{},2024-01-{:02}", 100 + vote, vote + 1);
        for member in ballots {
            transposed += &format!(",{}", WORDS[member[vote]]);
        }
    }
    (long, wide + "\n", transposed + "\n", single)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// The same votes in every shape give the same tallies.
    #[test]
    fn the_shape_does_not_change_the_count(
        (num_votes, ballots) in (3_usize..9).prop_flat_map(|num_votes| {
            let member = prop::collection::vec(0_usize..4, num_votes);
            (Just(num_votes), prop::collection::vec(member, 12..60))
        })
    ) {
        // Votes without two sides are no votes to anybody who knows nothing but the words.
        let mut ballots = ballots;
        for (member, word) in [0, 1, 0, 1, 0, 1, 2, 3].into_iter().enumerate() {
            ballots[member].fill(word);
        }
        let (long, wide, transposed, single) = written(&ballots);
        let counts: Vec<[u32; 4]> = (0..num_votes)
            .map(|vote| {
                let count = |word| ballots.iter().filter(|member| member[vote] == word).count() as u32;
                [count(0), count(1), count(2), ballots.len() as u32]
            })
            .collect();
        for (shape, text) in [(Shape::Long, &long), (Shape::Wide, &wide), (Shape::Transposed, &transposed)] {
            let reading = reading(text);
            prop_assert_eq!(reading.mapping.shape, shape, "{}", text);
            let found: Vec<[u32; 4]> = figures(&reading).into_iter().map(|(_, figures)| figures).collect();
            prop_assert_eq!(&found, &counts, "{:?}\n{}", shape, text);
            prop_assert!(reading.problems.is_empty(), "{:?}", reading.problems);
        }
        for (vote, text) in single.iter().enumerate() {
            prop_assert_eq!(figures(&reading(text))[0].1, counts[vote]);
        }
    }
}
