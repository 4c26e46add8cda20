//! What a file says became of its votes, and who could have taken part, held against figures worked out by hand.
#![allow(clippy::expect_used)]

use std::fs;
use std::path::Path;

use hemicycle::analyze::Summary;
use hemicycle::export::{tally_json, votes_json};
use hemicycle::model::MajorityRule;
use hemicycle::read::{Options, ProblemKind, Reading, Source, open, read};
use serde_json::{Value, json};

fn reading(name: &str, text: &str) -> Reading {
    read(&Source::new(name, text)).expect("votes")
}

fn tally_of(reading: &Reading, index: usize, rule: Option<&str>) -> Value {
    let roll_call = reading.archive.roll_call(index).expect("a vote");
    let rule = rule.map(|text| text.parse::<MajorityRule>().expect("a rule"));
    tally_json(roll_call, &Summary::of(roll_call, rule))
}

/// Result, counted, agrees, where the rule is from.
fn outcome(reading: &Reading, index: usize) -> Value {
    let outcome = tally_of(reading, index, None)["outcome"].clone();
    json!([outcome["result"], outcome["counted"], outcome["agrees"], outcome["rule_from"]])
}

fn num_of(reading: &Reading, kind: ProblemKind) -> usize {
    reading.problems.iter().filter(|problem| problem.kind == kind).count()
}

/// Rows of one vote: so many yes and no, with the same cells in front of each.
fn rows(front: &str, yes: usize, no: usize) -> String {
    let words = std::iter::repeat_n("yes", yes).chain(std::iter::repeat_n("no", no));
    words.enumerate().map(|(n, word)| format!("{front}Member {n},{word}\n")).collect::<Vec<_>>().concat()
}

#[test]
fn a_column_of_results_leads() {
    let text = format!(
        "vote_id,title,result,name,vote\n{}{}{}",
        rows("1,Override the veto,Failed,", 3, 2),
        rows("2,Lamps,Passed,", 3, 2),
        rows("3,Benches,Passed,", 2, 3),
    );
    let reading = reading("votes.csv", &text);
    assert_eq!(outcome(&reading, 0), json!(["rejected", "adopted", null, "ordinary"]));
    assert_eq!(outcome(&reading, 1), json!(["adopted", "adopted", true, "ordinary"]));
    assert_eq!(outcome(&reading, 2), json!(["adopted", "rejected", false, "ordinary"]));
    let differing: Vec<&str> = reading
        .problems
        .iter()
        .filter(|problem| problem.kind == ProblemKind::StatedDiffers)
        .map(|problem| problem.found.as_str())
        .collect();
    assert_eq!(differing, ["3: Passed ≠ 2–3, rejected (>1/2 of for+against tie unsaid)"]);
    let roll_calls: Vec<_> = (0..3).filter_map(|index| reading.archive.roll_call(index)).collect();
    let listed = votes_json(&reading, &roll_calls, None);
    let results: Vec<&Value> =
        listed["votes"].as_array().expect("votes").iter().map(|v| &v["result"]).collect();
    assert_eq!(results, ["rejected", "adopted", "adopted"]);
    // Another rule that somebody chose is judged by, and the stated result still leads.
    let chosen = tally_of(&reading, 1, Some("4/5"));
    assert_eq!(
        json!([chosen["outcome"]["result"], chosen["outcome"]["counted"], chosen["outcome"]["rule_from"]]),
        json!(["adopted", "rejected", "chosen"])
    );
}

/// 57 of 100 are 10 short of two thirds (67).
#[test]
fn a_stated_majority_is_the_rule() {
    let text = format!("required,outcome,name,vote\n{}", rows("2/3,Lost,", 57, 43));
    let reading = reading("votes.csv", &text);
    assert_eq!(outcome(&reading, 0), json!(["rejected", "rejected", true, "stated-share"]));
    let tally = tally_of(&reading, 0, None);
    assert_eq!((&tally["outcome"]["needed"], &tally["outcome"]["margin"]), (&json!(67), &json!(-10)));
    assert_eq!(tally["outcome"]["stated"], json!({"result": "rejected", "text": "Lost", "majority": "2/3"}));
    let text = format!(
        "# majority: two thirds of members present and voting\n# result: Carried\nname,vote\n{}",
        rows("", 57, 43)
    );
    let contradicted = self::reading("votes.csv", &text);
    assert_eq!(outcome(&contradicted, 0), json!(["adopted", "rejected", false, "stated"]));
    assert_eq!(num_of(&contradicted, ProblemKind::StatedDiffers), 1);
    // A majority of whom a number says nothing is no rule.
    let text = format!("majority,name,vote\n{}", rows("14,", 57, 43));
    assert_eq!(
        outcome(&self::reading("votes.csv", &text), 0),
        json!(["adopted", "adopted", null, "ordinary"])
    );
}

#[test]
fn a_row_of_results_and_a_casting_vote() {
    let one = reading("votes.csv", "name,vote\nAnn Alm,yes\nBo Berg,no\nCy Dahl,yes\nResult,FAIL\n");
    assert_eq!(outcome(&one, 0), json!(["rejected", "adopted", null, "ordinary"]));
    assert_eq!((one.rows.read, num_of(&one, ProblemKind::TotalRow)), (3, 1));
    let wide = reading(
        "votes.csv",
        "name,Lamps,Benches\nAnn Alm,yes,no\nBo Berg,no,no\nCy Dahl,yes,yes\nDecision,Carried,Lost\n",
    );
    assert_eq!(outcome(&wide, 0), json!(["adopted", "adopted", true, "ordinary"]));
    assert_eq!(outcome(&wide, 1), json!(["rejected", "rejected", true, "ordinary"]));
    let passed = reading(
        "votes.csv",
        "name,Lamps,Benches\nAnn Alm,yes,no\nBo Berg,no,yes\nCy Dahl,yes,yes\nResult,Passed,Passed\n",
    );
    assert_eq!(
        [outcome(&passed, 0), outcome(&passed, 1)],
        [0, 1].map(|_| json!(["adopted", "adopted", true, "ordinary"]))
    );
    let tie = reading(
        "votes.csv",
        "name,party,vote\nAna,Red,yes\nBo,Red,yes\nCy,Blue,no\nDi,Blue,no\nSpeaker Elm,Red,casting vote aye\n",
    );
    assert_eq!(outcome(&tie, 0), json!(["adopted", "tied", null, "ordinary"]));
    let tally = tally_of(&tie, 0, None);
    assert_eq!(tally["headline"], json!({"for": 2, "against": 2, "source": "counted"}));
    assert_eq!(tally["positions"]["presiding"], 1, "no second ballot");
}

/// A table of totals without a header beside the votes: 7 for of 12 where 8 were needed fell, coded `R`.
#[test]
fn codes_of_results_beside() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut votes, mut totals) = (String::new(), String::new());
    for vote in 100..160 {
        let yes = vote % 12;
        for member in 0..12 {
            let word = if member < yes { "yes" } else { "no" };
            votes.push_str(&format!("{},{vote},{word}\n", 500 + member));
        }
        let code = if yes >= 8 { "A" } else { "R" };
        totals.push_str(&format!(
            "{vote}|3|1.2.2024|{yes}|{}|0|0|12|8|{code}|Point {vote} of the day|\n",
            12 - yes
        ));
    }
    fs::write(folder.path().join("votes.csv"), votes).expect("written");
    fs::write(folder.path().join("totals.unl"), totals).expect("written");
    let reading = open(&folder.path().join("votes.csv"), &Options::default()).expect("votes");
    let place = reading.find("103").expect("a vote");
    let tally = tally_of(&reading, place, None);
    assert_eq!(tally["headline"]["for"], 7);
    assert_eq!(outcome(&reading, place), json!(["rejected", "rejected", true, "stated"]));
    assert_eq!(tally["outcome"]["stated"], json!({"result": "rejected", "text": "R", "majority": "8"}));
    assert_eq!(num_of(&reading, ProblemKind::StatedDiffers), 0);
}

/// 246 for of those named; 288 were needed of 577.
#[test]
fn a_motion_that_only_those_for_vote_on() {
    let members: Vec<String> =
        (0..246).map(|n| format!("{{\"id\": \"PA{n}\", \"name\": \"M {n}\"}}")).collect();
    let text = format!(
        "{{\"numero\": \"1270\", \"resultat\": \"rejeté\", \"nombre_pour\": 246, \"nombre_contre\": 0,\
         \"type_majorite\": \"majorité des membres composant l'Assemblée\", \"nombre_suffrages_requis\": 288,\
         \"votes\": {{\"pour\": [{}], \"contre\": []}}}}",
        members.join(",")
    );
    let reading = reading("1270.json", &text);
    assert_eq!(outcome(&reading, 0), json!(["rejected", "rejected", true, "stated"]));
    let tally = tally_of(&reading, 0, None);
    assert_eq!((&tally["outcome"]["needed"], &tally["outcome"]["margin"]), (&json!(288), &json!(-42)));
    assert_eq!(tally["turnout"], json!({"took_part": 246, "of": null, "members": null, "named": 246}));
}

/// 57 to 43 in the Senate was an acquittal, and another day a bill that passed.
#[test]
fn a_chamber_of_several_majorities_says_nothing_by_itself() {
    let ballots: String = (0..100)
        .map(|n| format!("117,Senate,59,{},{},90.0\n", 40_000 + n, if n < 57 { 1 } else { 6 }))
        .collect::<Vec<_>>()
        .concat();
    let senate = reading("S117.csv", &format!("congress,chamber,rollnumber,icpsr,cast_code,prob\n{ballots}"));
    assert_eq!(outcome(&senate, 0), json!([null, null, null, "open"]));
    let tally = tally_of(&senate, 0, None);
    assert_eq!(tally["headline"]["for"], 57);
    let judged = tally_of(&senate, 0, Some("2/3"));
    assert_eq!(
        (&judged["outcome"]["result"], &judged["outcome"]["needed"]),
        (&json!("rejected"), &json!(67))
    );
    // What the file states is said all the same, and 1/2 is the Senate's ordinary rule.
    let document = r#"{"chamber": "s", "number": 9, "requires": "1/2", "result": "Nomination Confirmed (2-1)",
        "source_url": "http://www.senate.gov/vote_9.xml",
        "votes": {"Yea": [{"id": "1", "name": "A"}, {"id": "2", "name": "B"}], "Nay": [{"id": "3", "name": "C"}]}}"#;
    let stated = reading("data.json", document);
    assert_eq!(outcome(&stated, 0), json!(["adopted", "adopted", true, "stated"]));
    assert_eq!(tally_of(&stated, 0, None)["outcome"]["rule"], "us-senate");
}

#[test]
fn quorum_calls_and_elections_are_what_they_are() {
    let document = r#"{"category": "quorum", "requires": "QUORUM", "result": "Passed", "question": "Call by States",
        "votes": {"Aye": [], "No": [], "Present": [{"id": "1", "name": "A"}, {"id": "2", "name": "B"}],
                  "Not Voting": [{"id": "3", "name": "C"}]}}"#;
    let called = tally_of(&reading("data.json", document), 0, None);
    assert_eq!(
        (&called["outcome"]["kind"], &called["outcome"]["result"]),
        (&json!("quorum-call"), &json!(null))
    );
    assert_eq!(called["turnout"], json!({"took_part": 2, "of": 3, "members": 3, "named": 3}));
    assert_eq!((&called["headline"]["for"], &called["headline"]["against"]), (&json!(0), &json!(0)));
    let election = r#"{"question": "Election of the Speaker", "result": "Alda", "requires": "1/2",
        "votes": {"Alda": [{"id": "1", "name": "A"}, {"id": "2", "name": "B"}], "Brando": [{"id": "3", "name": "C"}],
                  "Present": [{"id": "4", "name": "D"}]}}"#;
    let elected = tally_of(&reading("data.json", election), 0, None);
    assert_eq!(
        (&elected["outcome"]["kind"], &elected["outcome"]["elected"]),
        (&json!("options"), &json!("Alda"))
    );
    assert_eq!(elected["outcome"]["result"], json!(null));
}

/// Three votes of 12, 7 and 15 voters, and the same with those absent.
#[test]
fn turnout_is_said_where_it_is_known() {
    let votes = |lists_absent: bool| {
        let mut text = "vote_id,title,name,vote\n".to_owned();
        for (vote, cast) in [12, 7, 15].into_iter().enumerate() {
            for member in 0..20 {
                let word = if member >= cast {
                    "absent"
                } else if member % 3 == 0 {
                    "no"
                } else {
                    "yes"
                };
                if member < cast || lists_absent {
                    text.push_str(&format!("{vote},Point {vote},Member {member},{word}\n"));
                }
            }
        }
        reading("votes.csv", &text)
    };
    let turnout = |reading: &Reading| tally_of(reading, 1, None)["turnout"].clone();
    assert_eq!(turnout(&votes(true)), json!({"took_part": 7, "of": 20, "members": 20, "named": 20}));
    assert_eq!(turnout(&votes(false)), json!({"took_part": 7, "of": null, "members": null, "named": 7}));
    // A council of nine, all there: the list says nothing of others.
    let all = reading("votes.csv", &format!("name,vote\n{}", rows("", 5, 4)));
    assert_eq!(tally_of(&all, 0, None)["turnout"]["of"], json!(null));
    // With its seats it does; and seats that are fewer than members are not used.
    let with_seats = |seats: u32| {
        let reading = reading("votes.csv", &format!("# seats: {seats}\nname,vote\n{}", rows("", 5, 4)));
        (turnout_of(&reading), num_of(&reading, ProblemKind::TooFewSeats))
    };
    assert_eq!(with_seats(27), (json!({"took_part": 9, "of": 27, "members": null, "named": 9}), 0));
    assert_eq!(with_seats(8), (json!({"took_part": 9, "of": null, "members": null, "named": 9}), 1));
}

fn turnout_of(reading: &Reading) -> Value {
    tally_of(reading, 0, None)["turnout"].clone()
}

/// 79 of 577 seats: the Assemblée lists those who voted.
#[test]
fn a_known_chamber_gives_seats_name_and_rule() {
    let text = format!("# chamber: Assemblée nationale\n# date: 2018-07-04\nname,vote\n{}", rows("", 9, 70));
    let reading = reading("votes.csv", &text);
    assert_eq!(turnout_of(&reading), json!({"took_part": 79, "of": 577, "members": null, "named": 79}));
    assert_eq!(tally_of(&reading, 0, None)["outcome"]["rule"], "an");
    // A majority of all members is one of all seats.
    let absolute = tally_of(&reading, 0, Some(">1/2 of members"));
    assert_eq!(absolute["outcome"]["needed"], 289);
    // Before 1986 it had fewer seats, and they are not known here.
    let text = text.replace("2018-07-04", "1980-07-04");
    assert_eq!(turnout_of(&self::reading("votes.csv", &text))["of"], json!(null));
}

#[test]
fn chambers_of_ones_own_lie_beside_the_votes() {
    let folder = tempfile::tempdir().expect("a folder");
    let votes = folder.path().join("votes.csv");
    fs::write(&votes, format!("# council: Orchard Valley\nname,vote\n{}", rows("", 5, 3))).expect("written");
    let opened = |path: &Path| open(path, &Options::default());
    let before = opened(&votes).expect("votes");
    assert_eq!(outcome(&before, 0), json!(["adopted", "adopted", null, "ordinary"]));
    let book = "[[chamber]]\nkey = 'orchard'\nname = 'Orchard Valley'\nsource = 'its charter'\n\
                rule = '3/4 tie fails'\n";
    fs::write(folder.path().join("chambers.toml"), book).expect("written");
    let after = opened(&votes).expect("votes");
    assert_eq!(
        outcome(&after, 0),
        json!(["rejected", "rejected", null, "chamber"]),
        "six of eight are needed"
    );
    assert_eq!(after.companions.len(), 1, "it is said that the book was used");
    fs::write(folder.path().join("chambers.toml"), "[[chamber]]\nseats = 9\n").expect("written");
    let fault = opened(&votes).expect_err("a book with a fault").to_string();
    assert!(fault.contains("chambers.toml"), "{fault}");
}
