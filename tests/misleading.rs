//! Files in which something misleads: each kind as small as it goes, with the counts that a careful person would read.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use hemicycle::model::{Judgement, Position, RollCall};
use hemicycle::read::{
    About, Choice, Mapping, Options, ProblemKind, ReadError, Reading, Source, Verdict, open, read,
};

fn reading(name: &str, text: &str) -> Reading {
    read(&Source::new(name, text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// For, against and all members of each vote.
fn counts(reading: &Reading) -> Vec<[u32; 3]> {
    let votes = (0..reading.archive.num_roll_calls()).filter_map(|index| reading.archive.roll_call(index));
    let of_vote = |vote: RollCall<'_>| {
        let tally = vote.tally();
        [tally.members(Position::For), tally.members(Position::Against), tally.num_seats()]
    };
    votes.map(of_vote).collect()
}

fn num_of(reading: &Reading, kind: ProblemKind) -> usize {
    reading.problems.iter().filter(|problem| problem.kind == kind).count()
}

#[test]
fn members_above_their_votes() {
    // What a member is known by stands above; numbers beside the ballots are no members.
    let member =
        |name: &str, votes: &str| format!(r#"{{"name": "{name}", "ward": "North", "votes": [{votes}]}}"#);
    let vote = |number: u8, hour: u8, ballot: &str| {
        format!(
            r#"{{"rollCallId": "{number}/22", "motion": "Motion {number}", "hourOfVote": {hour}, "groupFor": 4, "ballot": "{ballot}"}}"#
        )
    };
    let three = |first: &str, second: &str, third: &str| {
        [vote(1, 15, first), vote(2, 17, second), vote(3, 17, third)].join(",")
    };
    let text = format!(
        "[{}, {}, {}]",
        member("Ann Alm", &three("approve", "reject", "approve")),
        member("Bo Berg", &three("approve", "approve", "reject")),
        member("Cy Dahl", &three("reject", "reject", "abstain")),
    );
    assert_eq!(counts(&reading("votes.json", &text)), [[2, 1, 3], [1, 2, 3], [1, 1, 3]]);
}

#[test]
fn a_dictionary_of_names_one_of_which_is_a_word() {
    // `Per` is a word for *for* somewhere; here two share a surname.
    let of = |word: &str| format!(r#"[{{"scrutin": 7, "how": "{word}"}}, {{"scrutin": 8, "how": "no"}}]"#);
    let text = format!(
        r#"{{"Ann Alm": {}, "Per Ås": {}, "Una Ås": {}, "Bo Berg": {}}}"#,
        of("yes"),
        of("no"),
        of("yes"),
        of("yes")
    );
    assert_eq!(counts(&reading("votes.json", &text)), [[3, 1, 4], [0, 4, 4]]);
}

#[test]
fn one_vote_in_two_languages() {
    let row = |name: &str, one: &str, two: &str| {
        format!(
            r#"{{"name": "{name}", "votes": [{{"rollCallId": 1, "voteNo": "{one}", "voteDe": "{two}"}},
            {{"rollCallId": 2, "voteNo": "mot", "voteDe": "Nein"}}]}}"#
        )
    };
    let text = format!(
        "[{}, {}, {}]",
        row("Ann Alm", "for", "Ja"),
        row("Bo Berg", "mot", "Nein"),
        row("Cy Dahl", "for", "Ja")
    );
    assert_eq!(counts(&reading("votes.json", &text)), [[2, 1, 3], [0, 3, 3]]);
}

#[test]
fn keys_of_two_scripts_and_words_without_spaces() {
    let text = r#"[{"id": 1, "찬성Votes": [{"name": "가 나"}, {"name": "다 라"}], "반대Votes": [{"name": "마 바"}]}]"#;
    assert_eq!(counts(&reading("votes.json", text)), [[2, 1, 3]]);
    let text = r#"[{"id": 1, "namesFor": ["Ann Alm", "Bo Berg"], "namesAgainst": ["Cy Dahl"], "namesNotVoting": ["Di Elm"]}]"#;
    let reading = reading("votes.json", text);
    assert_eq!(counts(&reading), [[2, 1, 4]]);
    assert_eq!(reading.verdict(), Verdict::Read, "not voting is known within the key");
}

#[test]
fn a_weight_inside_the_member() {
    let row = |name: &str, shares: u8, ballot: &str| {
        format!(r#"{{"member": {{"name": "{name}", "shares": {shares}}}, "ballot": "{ballot}"}}"#)
    };
    let text = format!(
        r#"[{{"id": 1, "votes": [{}, {}, {}]}}]"#,
        row("Ann Alm", 1, "yes"),
        row("Bo Berg", 7, "no"),
        row("Cy Dahl", 2, "yes")
    );
    let reading = reading("votes.json", &text);
    let tally = reading.roll_call().expect("a vote").tally();
    assert_eq!([Position::For, Position::Against].map(|side| tally.votes(side).floor()), [3, 7]);
}

#[test]
fn totals_of_parts() {
    let vote = |parts: &str| {
        format!(
            r#"[{{"vote_id": 1, "counts": {{{parts}}}, "votes": {{"Ann Alm": "yes", "Bo Berg": "no", "Cy Dahl": "yes"}}}}]"#
        )
    };
    let part = |name: &str, yes: u8, no: u8| format!(r#""{name}": {{"yes": {yes}, "no": {no}}}"#);
    for (what, parts) in [
        ("their sum", [part("north", 1, 1), part("south", 1, 0)].join(",")),
        ("the part for the whole", [part("north", 1, 1), part("south", 1, 0), part("total", 2, 1)].join(",")),
        (
            "one that is the sum of the others",
            [part("north", 1, 1), part("south", 1, 0), part("both", 2, 1)].join(","),
        ),
        ("the same said twice", [part("read", 2, 1), part("printed", 2, 1)].join(",")),
    ] {
        let reading = reading("votes.json", &vote(&parts));
        let declared = reading.roll_call().and_then(|vote| vote.info().declared).expect(what);
        assert_eq!([declared.in_favour.floor(), declared.against.floor()], [2, 1], "{what}");
        assert_eq!(num_of(&reading, ProblemKind::DeclaredDiffers), 0, "{what}");
    }
}

#[test]
fn sums_below_the_rows_are_held_against_them() {
    let rows = "Name,Note,Vote\nAnn Alm,,Yes\nBo Berg,,No\nCy Dahl,,Yes\n";
    let fits = reading("votes.csv", &format!("{rows}Total Yes,,2\nTotal No,,1\n"));
    assert_eq!(counts(&fits), [[2, 1, 3]]);
    assert_eq!(num_of(&fits, ProblemKind::DeclaredDiffers), 0);
    let differs = reading("votes.csv", &format!("{rows}Razem za,,3\nRazem przeciw,,1\n"));
    assert_eq!(num_of(&differs, ProblemKind::DeclaredDiffers), 1, "{:?}", differs.problems);
    // Rows of a long table may look like sums: a number, a number, a word.
    let long =
        "vote_id,member_id,ballot\n1,11,yes\n1,12,no\n1,13,did not attend\n2,11,no\n2,12,no\n2,13,no\n";
    let long = reading("votes.csv", long);
    assert_eq!((counts(&long), long.rows.set_aside), (vec![[1, 1, 3], [0, 3, 3]], 0));
}

#[test]
fn titles_that_speak_of_seats_or_of_a_reading() {
    let text = "id;name;party;Ley de bancas;Ley de diques, third reading;Moción sobre faros\n\
        1;Ana Abedul;Red;SI;NO;SI\n2;Bo Brezal;Red;NO;NO;SI\n3;Cy Cedro;Blue;SI;SI;NO\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 1, 3], [1, 2, 3], [2, 1, 3]]);
}

#[test]
fn the_vote_of_another_stage_beside_it() {
    let text = "title,name,party,first_reading_vote,position\nLamps Act,Ann Alm,Red,yes,no\n\
        Lamps Act,Bo Berg,Red,no,no\nLamps Act,Cy Dahl,Blue,yes,yes\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[1, 2, 3]]);
}

#[test]
fn a_code_for_each_word_numbers_nothing() {
    let text =
        "vote_id,name,ballot,vote_num\n77,Ann Alm,yes,7\n77,Bo Berg,no,1\n77,Cy Dahl,yes,7\n77,Di Elm,no,1\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 2, 4]]);
}

#[test]
fn two_chambers_that_number_votes_and_members_alike() {
    let mut text = String::from("voteId,date,house,voterId,name,ballot\n");
    for (house, names) in
        [("House", ["Ann Alm", "Bo Berg", "Cy Dahl"]), ("Senate", ["Di Elm", "Ed Fir", "Fay Gorse"])]
    {
        for (number, name) in (1..).zip(names) {
            let ballot = if number == 2 { "no" } else { "yes" };
            text.push_str(&format!("1,2023-06-02,{house},{number},{name},{ballot}\n"));
        }
    }
    assert_eq!(counts(&reading("votes.csv", &text)), [[2, 1, 3], [2, 1, 3]]);
}

#[test]
fn counts_and_attendance_are_no_votes() {
    let refused = |name: &str, text: &str| {
        read(&Source::new(name, text)).map(|reading| counts(&reading)).expect_err(text)
    };
    let counts_of = "id,title,ayes,noes,aantal onthoudingen\n1,Lamps Act,2,1,0\n2,Benches Act,4,0,0\n";
    assert!(matches!(refused("votes.csv", counts_of), ReadError::TotalsOnly { .. }));
    let register = "Attendance register\n\nName;Party;2022-05-26;2022-06-02;2022-06-09\nAnn Alm;Red;1;1;0\nBo Berg;Red;1;0;1\n";
    refused("meetings.csv", register);
    let agenda = r#"{"meeting": {"agenda_items": [{"id": 1, "section": "CONSENT", "title": "Lamps Act",
        "description": "Lamps Act, as recommended", "vote": {"id": 101, "ayes": 116, "noes": 188}}]}}"#;
    refused("agenda.json", agenda);
}

#[test]
fn marks_beside_counts_of_them() {
    let text = "name,vote id,Total no,Total abstain,Ano,Ne,Zdržel se\nAnn Alm,1,1,0,1,,\nBo Berg,1,1,0,,1,\nCy Dahl,1,1,0,1,,\n\
        Ann Alm,2,0,1,1,,\nBo Berg,2,0,1,1,,\nCy Dahl,2,0,1,,,1\nSource: the clerk,,,,,,\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 1, 3], [2, 0, 3]]);
}

#[test]
fn a_table_without_a_header_keeps_its_first_row() {
    let mut text = String::new();
    for vote in 1..=4 {
        for (name, word) in [("Ann Alm", "AYE"), ("Bo Berg", "NAY"), ("Cy Dahl", "NOT PRESENT")] {
            text.push_str(&format!(
                "{name};RC-{vote};Report {vote};2017-09-1{vote};https://a.example/{vote};{word}\n"
            ));
        }
    }
    let reading = reading("votes.csv", &text);
    assert_eq!((counts(&reading), reading.rows.present), (vec![[1, 1, 3]; 4], 12));
}

/// The members file puts him into a chamber of his own: he announces a position, and does not vote.
#[test]
fn a_president_does_not_vote() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut members = String::from("congress,chamber,icpsr,bioname\n117,President,99913,\"BIDEN, Joe\"\n");
    let mut votes = String::from("congress,chamber,rollnumber,icpsr,cast_code\n");
    for member in 0..30 {
        members.push_str(&format!("117,Senate,{},\"ALM, Ann {member}\"\n", 14000 + member));
        for vote in 1..=2 {
            votes.push_str(&format!(
                "117,Senate,{vote},{},{}\n",
                14000 + member,
                if member < 20 { 1 } else { 6 }
            ));
        }
    }
    votes.push_str("117,Senate,1,99913,1\n");
    fs::write(folder.path().join("S117_members.csv"), members).expect("written");
    let path = folder.path().join("S117_votes.csv");
    fs::write(&path, votes).expect("written");
    let reading = open(&path, &Options::default()).expect("votes");
    assert_eq!(counts(&reading), [[20, 10, 30], [20, 10, 30]]);
    assert_eq!(num_of(&reading, ProblemKind::NotOfChamber), 1);
    assert!(!reading.lost_votes(), "nothing that was cast is lost");
}

/// Two columns that are called the vote, in words that only votes have, and that say something else: which is it?
#[test]
fn a_tie_is_not_broken_by_place() {
    let text =
        "name,party,vote,ballot\nAnn Alm,Red,aye,contre\nBo Berg,Red,nay,contre\nCy Dahl,Blue,aye,pour\n";
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("votes.csv");
    fs::write(&path, text).expect("written");
    let asking = open(&path, &Options::default()).expect("votes");
    assert_eq!(asking.verdict(), Verdict::Asks);
    let question = asking.question().expect("which column it is");
    assert_eq!(question.about, About::Columns(vec!["vote".to_owned(), "ballot".to_owned()]));
    let answers: Vec<Option<String>> = question.choices.iter().map(Choice::argument).collect();
    assert_eq!(answers, [Some("--ballots 'vote'".to_owned()), Some("--ballots 'ballot'".to_owned())]);
    for (column, of_column) in [("vote", [2, 1, 3]), ("ballot", [1, 2, 3])] {
        let ballots = Some(column.to_owned());
        let answered = open(&path, &Options { ballots, ..Options::default() }).expect("votes");
        assert_eq!((answered.verdict(), counts(&answered)), (Verdict::Read, vec![of_column]), "{column}");
    }
    let other = Options { ballots: Some("party".to_owned()), ..Options::default() };
    assert!(
        matches!(open(&path, &other), Err(ReadError::NoSuchBallots { columns, .. }) if columns == ["vote", "ballot"])
    );
    // Columns of one name are told apart by their number, also in what is kept.
    let path = folder.path().join("alike.csv");
    fs::write(&path, text.replace("ballot", "vote")).expect("written");
    let asking = open(&path, &Options::default()).expect("votes");
    let question = asking.question().expect("which column it is");
    assert_eq!(question.about, About::Columns(vec!["vote (3)".to_owned(), "vote (4)".to_owned()]));
    for (choice, of_column) in question.choices.iter().zip([[2, 1, 3], [1, 2, 3]]) {
        let Choice::Columns(mapping) = choice else { panic!("{choice:?}") };
        let answered = Options { ballots: mapping.ballots(), ..Options::default() };
        assert_eq!(counts(&open(&path, &answered).expect("votes")), [of_column]);
        let kept = Mapping::from_toml(&mapping.to_toml(), "kept").expect("a mapping");
        let answered = Options { mapping: Some(kept), ..Options::default() };
        assert_eq!(counts(&open(&path, &answered).expect("votes")), [of_column], "{}", mapping.to_toml());
    }
    let unclear = Options { ballots: Some("vote".to_owned()), ..Options::default() };
    assert!(matches!(open(&path, &unclear), Err(ReadError::NoSuchBallots { .. })));
    // In a document too.
    let document = r#"[{"name": "Ann Alm", "vote": "aye", "ballot": "contre"}, {"name": "Bo Berg", "vote": "nay", "ballot": "contre"},
        {"name": "Cy Dahl", "vote": "aye", "ballot": "pour"}]"#;
    let question = reading("votes.json", document).question().expect("which column it is");
    assert!(matches!(question.about, About::Columns(columns) if columns.len() == 2));
    // The same vote in two languages is no tie.
    let same =
        "name,party,vote,ballot\nAnn Alm,Red,aye,pour\nBo Berg,Red,nay,contre\nCy Dahl,Blue,aye,pour\n";
    assert_eq!(counts(&reading("votes.csv", same)), [[2, 1, 3]]);
}

#[test]
fn words_that_mean_two_things() {
    // `Ne` is no in one language and yes in another: `Taip` and `Ano` beside it tell.
    let by_member = r#"[{"MotionId": 1, "positions": {"Ann Alm": "Ne", "Bo Berg": "Ne", "Cy Dahl": "Taip", "Di Elm": "Susilaikė"}},
        {"MotionId": 2, "positions": {"Ann Alm": "Ne", "Bo Berg": "Taip", "Cy Dahl": "Ne", "Di Elm": "Ne"}}]"#;
    assert_eq!(counts(&reading("votes.json", by_member)), [[1, 2, 4], [1, 3, 4]]);
    let by_side = r#"[{"id": 1, "voters_ano": [{"name": "Ann Alm"}], "voters_ne": [{"name": "Bo Berg"}, {"name": "Cy Dahl"}]}]"#;
    let reading = reading("votes.json", by_side);
    assert_eq!((counts(&reading), reading.verdict()), (vec![[1, 2, 3]], Verdict::Read));
}

/// A table of votes that says nothing of them but what became of each.
#[test]
fn results_beside_the_votes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("votes.csv");
    let votes = "motion_id,person_id,vote_cast\n1,7,ja\n1,8,ja\n1,9,nej\n2,7,nej\n2,8,ja\n2,9,nej\n";
    fs::write(&path, votes).expect("written");
    fs::write(folder.path().join("vote_events.csv"), "motion_id,vote_result\n1,Forkastet\n2,Forkastet\n")
        .expect("written");
    let reading = open(&path, &Options::default()).expect("votes");
    assert_eq!(counts(&reading), [[2, 1, 3], [1, 2, 3]]);
    let stated = reading.roll_call().and_then(|vote| vote.info().stated.clone()).expect("a result");
    assert_eq!(stated.text, "Forkastet");
}

/// Nobody votes for or against where a question carries by consensus, least of all with their weight.
#[test]
fn consensus_is_nobodys_ballot() {
    let text = "title,name,weight,vote\nLamps,Ann Alm,40,Carried by consent\nLamps,Bo Berg,13,Carried by consent\n\
        Lamps,Cy Dahl,5,Carried by consent\nBridges,Ann Alm,40,Yea\nBridges,Bo Berg,13,Nay\nBridges,Cy Dahl,5,Nay\n";
    let reading = reading("votes.csv", text);
    assert_eq!(counts(&reading), [[0, 0, 3], [1, 2, 3]]);
    assert_eq!(reading.verdict(), Verdict::Read);
    let vote = reading.roll_call().expect("a vote");
    let judgement = Judgement::of(vote, &vote.tally(), None);
    assert_eq!(judgement.result, Some(hemicycle::model::Verdict::Adopted));
    // In a matrix it is a column like the others, also at the end.
    let matrix = "name,Ley de puentes,Ley de faros,Ley de parques\nAnn Alm,Yea,Nay,Carried by consent\n\
        Bo Berg,Nay,Yea,Carried by consent\nCy Dahl,Yea,Yea,Carried by consent\n";
    assert_eq!(counts(&self::reading("votes.csv", matrix)), [[2, 1, 3], [2, 1, 3], [0, 0, 3]]);
}

/// One vote in two languages is one vote, also where a result stands below one of them or those who are away are called the same.
#[test]
fn a_vote_in_two_languages_is_one() {
    let text = "name,party,vote_en,committee_vote,vote_fr\nAnn Alm,Red,Aye,Nay,Pour\nBo Berg,Red,Nay,Aye,Contre\n\
        Cy Dahl,Blue,Aye,Aye,Pour\nDi Elm,Blue,Absent,Aye,Absent\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 1, 4]]);
    // A member who was always against another is nobody's view of them.
    let text = "ID hlasování,Datum,ALM Ann,BERG Bo,DAHL Cy,ELM Di\n1,26/04/2019,Ano,Ne,Ne,Ano\n\
        2,26/04/2019,Ano,Nepřítomen,Ano,Nepřítomen\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 2, 4], [2, 0, 4]]);
}

/// A number for each word of the vote is its code, whatever it is called, and the hour of a ballot numbers nothing.
#[test]
fn codes_and_hours_number_no_votes() {
    let code = "member,vote id,vote text\nAnn Alm,1,A favor\nBo Berg,1,A favor\nCy Dahl,2,Contra\nDi Elm,1,A favor\n";
    assert_eq!(counts(&reading("votes.csv", code)), [[3, 1, 4]]);
    // Taip and ne are plain answers: the codes of the vote beside them say what they are.
    let named = "first_name,last_name,vote,vote_name\nAnn,Alm,1,Taip\nBo,Berg,2,Ne\nCy,Dahl,1,Taip\nDi,Elm,2,Ne\nEd,Falk,1,Taip\n";
    let reading_of_named = reading("votes.csv", named);
    assert_eq!((counts(&reading_of_named), reading_of_named.verdict()), (vec![[3, 2, 5]], Verdict::Read));
    let mut hours = String::new();
    for (member, name) in ["Ann Alm", "Bo Berg", "Cy Dahl", "Di Elm"].into_iter().enumerate() {
        for vote in 0..3 {
            let word = if member == vote { "Mot" } else { "For" };
            hours.push_str(&format!(
                "{name}|Red|18:2{vote}:{}|{word}|{}|Act {vote}\n",
                10 + member / 2,
                48211 + vote
            ));
        }
    }
    assert_eq!(counts(&reading("votes.csv", &hours)), [[3, 1, 4], [3, 1, 4], [3, 1, 4]]);
}

/// What a file says of its codes is taken at its word, and reaches votes in which nobody took a side.
#[test]
fn a_legend_below_the_rows() {
    let text = "id;title;Ann Alm (R);Bo Berg (R);Cy Dahl (B);Di Elm (B);Ed Falk (B);Flo Gran (B)\n\
        7;Lamps Act;Y;N;X;P;Y;N\n8;Bridges Act;Y;X;P;X;N;N\n\n\
        \"Y = yes; N = no; X = abstained; P = did not vote\"\n";
    let reading = reading("votes.csv", text);
    assert_eq!((counts(&reading), reading.verdict()), (vec![[2, 2, 6], [1, 2, 6]], Verdict::Read));
}

/// Commas inside packed cells part nothing.
#[test]
fn lists_packed_between_bars() {
    let text = "vote_id|title|Ja|Nej\n7|Lamps Act|\"[{\"\"id\"\": \"\"1\"\", \"\"name\"\": \"\"Alm, Ann\"\"}, {\"\"id\"\": \"\"2\"\", \"\"name\"\": \"\"Berg, Bo\"\"}]\"|\
        \"[{\"\"id\"\": \"\"3\"\", \"\"name\"\": \"\"Dahl, Cy\"\"}]\"\n8|Bridges Act|\"[{\"\"id\"\": \"\"1\"\", \"\"name\"\": \"\"Alm, Ann\"\"}]\"|\
        \"[{\"\"id\"\": \"\"2\"\", \"\"name\"\": \"\"Berg, Bo\"\"}, {\"\"id\"\": \"\"3\"\", \"\"name\"\": \"\"Dahl, Cy\"\"}]\"\n";
    assert_eq!(counts(&reading("votes.csv", text)), [[2, 1, 3], [1, 2, 3]]);
}

/// A column of numbers beside names makes no votes of the rows.
#[test]
fn years_and_row_numbers_beside_names() {
    let years = "Senador;Bloque;born;1;2;3\nAnn Alm;Red;1958;Afirmativo;Negativo;Afirmativo\nBo Berg;Red;1951;Negativo;Negativo;Afirmativo\n\
        Cy Dahl;Blue;1967;Afirmativo;Afirmativo;Negativo\n";
    let rows = "#;member_name;301;302;303\n0;Ann Alm;Afirmativo;Negativo;Afirmativo\n1;Bo Berg;Negativo;Negativo;Afirmativo\n\
        2;Cy Dahl;Afirmativo;Afirmativo;Negativo\n";
    for text in [years, rows] {
        let reading = reading("votes.csv", text);
        assert_eq!(
            (counts(&reading), reading.verdict()),
            (vec![[2, 1, 3], [1, 2, 3], [2, 1, 3]], Verdict::Read)
        );
    }
}
