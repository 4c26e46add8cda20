//! Roll calls in JSON, XML and packed tables: each form that a publisher uses, with members who do not exist.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::model::{Ballot, Position, RollCall};
use hemicycle::read::{Content, DocumentFault, Format, ReadError, Reading, Source, read};

fn reading(text: &str) -> Reading {
    read(&Source::new("votes", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn refused(text: &str) -> ReadError {
    read(&Source::new("votes", text)).map(|reading| reading.mapping).expect_err("not a roll call")
}

fn vote(reading: &Reading, index: usize) -> RollCall<'_> {
    reading.archive.roll_call(index).expect("a vote")
}

/// Members for, against, abstaining, and all.
fn counts(vote: RollCall<'_>) -> [u32; 4] {
    let tally = vote.tally();
    let of = |position| tally.members(position);
    [of(Position::For), of(Position::Against), of(Position::Abstain), tally.num_seats()]
}

fn declared(vote: RollCall<'_>) -> Option<(u64, u64)> {
    vote.info().declared.map(|declared| (declared.in_favour.floor(), declared.against.floor()))
}

fn id(vote: RollCall<'_>) -> Option<&str> {
    vote.info().id.as_deref()
}

fn party_of(vote: RollCall<'_>, name: &str) -> Option<String> {
    let found = vote.votes().find(|ballot| ballot.member.name == name)?;
    vote.party_of(found.member).map(|party| party.name.clone())
}

fn position_of(vote: RollCall<'_>, who: &str) -> Option<Position> {
    let is_who = |ballot: &hemicycle::model::Vote<'_>| {
        ballot.member.name == who || ballot.member.key.as_deref() == Some(who)
    };
    vote.votes().find(is_who).map(|ballot| ballot.position())
}

/// The Assemblée nationale: lists by group, a single member as an object, causes, delegations, corrections.
const SCRUTIN: &str = r#"{"scrutin": {"uid": "VTANR5L99V7", "numero": "7", "organeRef": "PO1", "dateScrutin": "2025-01-14",
 "sort": {"code": "adopté", "libelle": "adopté"}, "titre": "l'article unique du projet de loi.",
 "syntheseVote": {"nombreVotants": "5", "decompte": {"nonVotants": "2", "pour": "3", "contre": "1", "abstentions": "1", "nonVotantsVolontaires": "0"}},
 "ventilationVotes": {"organe": {"organeRef": "PO1", "groupes": {"groupe": [
  {"organeRef": "PO11", "nombreMembresGroupe": "10", "vote": {"positionMajoritaire": "pour",
   "decompteVoix": {"pour": "3", "contre": "0", "abstentions": "0"},
   "decompteNominatif": {"nonVotants": {"votant": {"acteurRef": "PA1", "mandatRef": "PM1", "causePositionVote": "PSE"}},
    "pours": {"votant": [{"acteurRef": "PA2", "mandatRef": "PM2", "parDelegation": "false"},
     {"acteurRef": "PA3", "mandatRef": "PM3", "parDelegation": "true"}, {"acteurRef": "PA4", "mandatRef": "PM4", "parDelegation": "false"}]},
    "contres": null, "abstentions": null}}},
  {"organeRef": "PO12", "nombreMembresGroupe": "9", "vote": {"positionMajoritaire": "contre",
   "decompteVoix": {"pour": "0", "contre": "1", "abstentions": "1"},
   "decompteNominatif": {"nonVotants": {"votant": [{"acteurRef": "PA5", "mandatRef": "PM5", "causePositionVote": "MG"}]}, "pours": null,
    "contres": {"votant": {"acteurRef": "PA6", "mandatRef": "PM6", "parDelegation": "false"}},
    "abstentions": {"votant": {"acteurRef": "PA7", "mandatRef": "PM7", "parDelegation": "false"}}}}}]}}},
 "miseAuPoint": {"pours": {"votant": {"acteurRef": "PA6", "mandatRef": "PM6"}}, "contres": null}}}"#;

#[test]
fn a_scrutin_of_the_assemblee_nationale() {
    let reading = reading(SCRUTIN);
    let scrutin = vote(&reading, 0);
    assert_eq!(counts(scrutin), [3, 1, 1, 7]);
    assert_eq!((id(scrutin), declared(scrutin)), (Some("VTANR5L99V7"), Some((3, 1))));
    assert_eq!(scrutin.info().date.as_ref().map(ToString::to_string).as_deref(), Some("2025-01-14"));
    assert_eq!(position_of(scrutin, "PA1"), Some(Position::Presiding), "PSE is in the chair");
    assert_eq!(position_of(scrutin, "PA5"), Some(Position::NotVoting), "a minister does not vote");
    assert_eq!(position_of(scrutin, "PA6"), Some(Position::Against), "a correction changes nothing");
    let proxies = scrutin.votes().filter(|ballot| ballot.ballot.is_proxy()).count();
    assert_eq!((proxies, reading.archive.parties.len(), reading.format), (1, 2, Format::Json));
    assert_eq!(reading.problems, []);
}

#[test]
fn lists_under_words_and_candidates() {
    let member = |n: u32, party: &str| {
        format!(r#"{{"id": "X{n}", "display_name": "Member {n}", "party": "{party}", "state": "AA"}}"#)
    };
    let list = |range: std::ops::Range<u32>, party: &str| {
        range.map(|n| member(n, party)).collect::<Vec<_>>().join(",")
    };
    let usual = format!(
        r#"{{"vote_id": "h3-1.2030", "number": 3, "question": "On the Bill", "date": "2030-01-03T12:28:00-05:00",
        "votes": {{"Aye": [{}, "VP"], "No": [{}], "Not Voting": [], "Present": [{}]}}}}"#,
        list(0..5, "D"),
        list(5..7, "R"),
        list(7..8, "R")
    );
    let reading = reading(&usual);
    assert_eq!((counts(vote(&reading, 0)), id(vote(&reading, 0))), ([6, 2, 0, 9], Some("h3-1.2030")));
    let speaker = format!(
        r#"{{"question": "Election of the Speaker", "votes": {{"Alda": [{}], "Brando": [{}], "Present": [{}]}}}}"#,
        list(0..4, "D"),
        list(4..9, "R"),
        list(9..10, "R")
    );
    let reading = self::reading(&speaker);
    let election = vote(&reading, 0);
    assert_eq!(election.info().choices, ["Brando", "Alda"]);
    assert_eq!((counts(election), election.tally().num_cast()), ([0, 0, 0, 10], 9));
    let quorum = format!(
        r#"{{"question": "Call By States", "votes": {{"Aye": [], "No": [], "Present": [{}], "Not Voting": [{}]}}}}"#,
        list(0..8, "D"),
        list(8..9, "D")
    );
    let reading = self::reading(&quorum);
    assert_eq!(counts(vote(&reading, 0)), [0, 0, 0, 9], "attendance is not a vote for");
    assert_eq!(vote(&reading, 0).tally().members(Position::Present), 8);
}

#[test]
fn divisions_of_the_house_of_commons() {
    let member = |n: u32| {
        format!(
            r#"{{"MemberId": {n}, "Name": "Member {n}", "Party": "Reds", "PartyAbbreviation": "R", "PartyColour": "c00000",
             "MemberFrom": "Place {n}", "ListAs": "{n}, Member", "ProxyName": null}}"#
        )
    };
    let list = |range: std::ops::Range<u32>| range.map(member).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"DivisionId": 812, "Date": "2024-02-21T19:00:00", "Number": 77, "Title": "A Bill: Second Reading",
         "AyeCount": 3, "NoCount": 2, "AyeTellers": [{}], "NoTellers": null, "Ayes": [{}], "Noes": [{}], "NoVoteRecorded": [{}]}}"#,
        list(1..3),
        list(3..6),
        list(6..8),
        list(8..12)
    );
    let reading = reading(&text);
    let division = vote(&reading, 0);
    assert_eq!(
        (counts(division), declared(division), id(division)),
        ([3, 2, 0, 11], Some((3, 2)), Some("812"))
    );
    let first = division.vote(0).expect("a member").member;
    assert!(first.constituency.as_deref().is_some_and(|place| place.starts_with("Place")), "{first:?}");
    assert_eq!(division.archive().parties[0].colour.map(|c| c.to_string()).as_deref(), Some("#C00000"));
}

#[test]
fn popolo_alone_and_in_a_bundle() {
    let bundle = r##"{"persons": [{"id": "p1", "name": "Ann Alm"}, {"id": "p2", "name": "Bo Berg"}, {"id": "p3", "name": "Cy Dahl"}],
     "organizations": [{"id": "o1", "name": "The Reds", "classification": "party", "color": "#aa0000"}],
     "vote_events": [
      {"id": "e1", "motion": {"text": "That the Bill be read."}, "start_date": "2013-10-09", "result": "fail",
       "counts": [{"option": "yes", "value": 1, "group": {"name": "A"}}, {"option": "no", "value": 1, "group": {"name": "A"}},
        {"option": "yes", "value": 1, "group": {"name": "B"}}],
       "votes": [{"voter_id": "p1", "option": "yes", "group_id": "o1"}, {"voter_id": "p2", "option": "yes"}, {"voter_id": "p3", "option": "no"}]},
      {"id": "e2", "motion": {"text": "That the House adjourn."}, "start_date": "2013-10-10",
       "votes": [{"voter_id": "p1", "option": "abstain", "group_id": "o1"}, {"voter_id": "p2", "option": "absent"}, {"voter_id": "p3", "option": "not voting"}]}]}"##;
    let reading = reading(bundle);
    assert_eq!(reading.archive.num_roll_calls(), 2);
    let (first, second) = (vote(&reading, 0), vote(&reading, 1));
    assert_eq!((counts(first), declared(first), id(first)), ([2, 1, 0, 3], Some((2, 1)), Some("e1")));
    assert_eq!(counts(second), [0, 0, 1, 3]);
    assert_eq!(first.info().title.as_deref(), Some("That the Bill be read."));
    assert_eq!(party_of(first, "Ann Alm").as_deref(), Some("The Reds"));
    assert_eq!(reading.archive.members().len(), 3, "one member in both votes");
}

#[test]
fn records_with_a_word_each() {
    let spain = r#"{"informacion": {"sesion": 1, "numeroVotacion": 4, "fecha": "12/2/2026", "titulo": "Proposiciones de ley."},
     "totales": {"asentimiento": "No", "presentes": 4, "afavor": 1, "enContra": 2, "abstenciones": 1, "noVotan": 1},
     "votaciones": [{"asiento": "3603", "diputado": "Uno Uno, Ana", "grupo": "GA", "voto": "No"},
      {"asiento": "3612", "diputado": "Dos Dos, Blas", "grupo": "GA", "voto": "No"}, {"asiento": "-1", "diputado": "Tres, Cruz", "grupo": "GB", "voto": "Sí"},
      {"asiento": "-1", "diputado": "Cuatro, Dario", "grupo": "GB", "voto": "Abstención"}, {"asiento": "12", "diputado": "Cinco, Eva", "grupo": "GB", "voto": "No vota"}]}"#;
    let reading = reading(spain);
    let votacion = vote(&reading, 0);
    assert_eq!((counts(votacion), declared(votacion)), ([1, 2, 1, 5], Some((1, 2))));
    assert_eq!(party_of(votacion, "Tres, Cruz").as_deref(), Some("GB"));
    // The vote under a name of its own, and a column that only sounds like one.
    let peru = r#"[{"id": "x", "Congresista": "Uno Ana", "Bancada": "X", "Votos": "25219", "Vacancia": "A favor", "seats": 1},
     {"id": "x", "Congresista": "Dos Blas", "Bancada": "X", "Votos": "8061", "Vacancia": "En contra", "seats": 1},
     {"id": "y", "Congresista": "Tres Cruz", "Bancada": "Y", "Votos": "12291", "Vacancia": "No votó", "seats": 1}]"#;
    assert_eq!(counts(vote(&self::reading(peru), 0)), [1, 1, 0, 3]);
    let basel = r#"{"vote": {"nr": 147, "timestamp": "2013-06-05T09:05:18", "affair": "Mitteilungen und Genehmigung"},
     "votings": [{"name": "Ada Amsler", "fraction": "SP", "voting": "yes"}, {"name": "Beat Bucher", "fraction": "SP", "voting": "away"},
      {"name": "Carl Christ", "fraction": "LDP", "voting": "no"}, {"name": "Dora Dill", "fraction": "LDP", "voting": "president"}]}"#;
    let reading = self::reading(basel);
    assert_eq!((counts(vote(&reading, 0)), id(vote(&reading, 0))), ([1, 1, 0, 4], Some("147")));
    assert_eq!(position_of(vote(&reading, 0), "Dora Dill"), Some(Position::Presiding));
}

#[test]
fn several_votes_in_a_list_are_kept_apart() {
    let representative = |n: u32, word: &str| {
        format!(
            r#"{{"kind": "r", "externalId": "X{n}", "firstName": "F{n}", "lastName": "L{n}", "party": "P", "voteResult": "{word}"}}"#
        )
    };
    let division = |subject: &str, words: [&str; 3]| {
        let list =
            words.iter().zip(1..).map(|(word, n)| representative(n, word)).collect::<Vec<_>>().join(",");
        format!(
            r#"{{"externalId": "?", "counts": {{"for": 2, "against": 1, "absent": 0}}, "subject": "{subject}", "time": "2011-04-04T21:44:54",
             "representatives": [{list}]}}"#
        )
    };
    let text = format!(
        "[{},{}]",
        division("Part A", ["for", "for", "against"]),
        division("Part B", ["against", "for", "for"])
    );
    let reading = reading(&text);
    assert_eq!((counts(vote(&reading, 0)), counts(vote(&reading, 1))), ([2, 1, 0, 3], [2, 1, 0, 3]));
    assert_eq!(reading.archive.members().len(), 3);
    // Long: each record says which vote it belongs to.
    let long: Vec<String> = (0..24)
        .map(|n| {
            let word = if n % 3 == 0 { "Nej" } else { "Ja" };
            format!(r#"{{"votering_id": "V{}", "intressent_id": "00{}", "namn": "Namn {}", "parti": "S", "rost": "{word}"}}"#, n / 12, n % 12, n % 12)
        })
        .collect();
    let reading = self::reading(&format!(r#"{{"voteringlista": {{"votering": [{}]}}}}"#, long.join(",")));
    assert_eq!(reading.archive.num_roll_calls(), 2);
    assert_eq!(counts(vote(&reading, 1)), [8, 4, 0, 12]);
}

#[test]
fn words_by_member() {
    let tuples = r#"{"Ann Alm": ["FDP", "4 - North", "Dafür gestimmt"], "Bo Berg": ["FDP", "", "Dafür gestimmt"], "Cy Dahl": ["SPD", "1 - South", "Dagegen gestimmt"],
     "Di Ek": ["SPD", "", "Nicht beteiligt"], "Ed Falk": ["SPD", "7 - West", "Enthalten"], "Flo Gran": ["SPD", "8 - East", "Dagegen gestimmt"]}"#;
    let reading = reading(tuples);
    assert_eq!(counts(vote(&reading, 0)), [2, 2, 1, 6]);
    assert_eq!(party_of(vote(&reading, 0), "Cy Dahl").as_deref(), Some("SPD"));
    let places = r#"{"uid": "V1", "titre": "un amendement du jour", "sort": "rejeté", "adopte": true, "tally": {"pour": 3, "contre": 2, "abstention": 0, "absent": 0},
     "par_circonscription": {"09|2": "absent", "93|10": "pour", "51|1": "contre", "12|2": "pour", "37|3": "non_votant", "30|5": "contre"}}"#;
    let reading = self::reading(places);
    assert_eq!((counts(vote(&reading, 0)), declared(vote(&reading, 0))), ([2, 2, 0, 6], Some((3, 2))));
}

#[test]
fn codes_of_a_publisher_are_held_against_its_totals() {
    let text = |totals: &str| {
        format!(
            r#"[{{"id": 1, "timestamp": "2014-12-18 11:48:58", "title": "A9 paragraph 1", "totals": {totals}, "groups": [{{"g": "X", "members": 9, "for": 2, "majority": "for"}}],
             "votes": [{{"m": 1, "v": "F", "g": "X"}}, {{"m": 2, "v": "F", "g": "X"}}, {{"m": 3, "v": "A", "g": "Y"}}, {{"m": 4, "v": "B", "g": "Y"}}]}}]"#
        )
    };
    let fine = reading(&text(r#"{"for": 3, "against": 1, "abstention": 1}"#));
    assert_eq!((counts(vote(&fine, 0)), declared(vote(&fine, 0))), ([2, 1, 1, 4], Some((3, 1))));
    let swapped = refused(&text(r#"{"for": 1, "against": 3, "abstention": 1}"#));
    assert!(
        matches!(swapped, ReadError::NoBallots { content: Content::Totals(1), .. }),
        "what contradicts is not guessed"
    );
}

#[test]
fn nested_members_groups_and_signs() {
    let howtheyvote = r#"{"id": 5, "timestamp": "2024-04-24T12:00:00", "display_title": "A resolution on rivers",
     "stats": {"total": {"FOR": 1, "AGAINST": 1, "ABSTENTION": 0, "DID_NOT_VOTE": 1}, "by_group": [{"group": {"code": "A"}, "stats": {"FOR": 1, "AGAINST": 0}}]},
     "member_votes": [{"position": "FOR", "member": {"id": 1, "first_name": "Ann", "last_name": "Alm", "country": {"code": "SWE"}, "group": {"code": "A", "label": "Group A"}}},
      {"position": "AGAINST", "member": {"id": 2, "first_name": "Bo", "last_name": "Berg", "country": {"code": "SWE"}, "group": {"code": "B", "label": "Group B"}}},
      {"position": "DID_NOT_VOTE", "member": {"id": 3, "first_name": "Cy", "last_name": "Dahl", "country": {"code": "DNK"}, "group": {"code": "B", "label": "Group B"}}}]}"#;
    let reading = reading(howtheyvote);
    assert_eq!((counts(vote(&reading, 0)), declared(vote(&reading, 0))), ([1, 1, 0, 3], Some((1, 1))));
    assert_eq!(party_of(vote(&reading, 0), "Bo Berg").as_deref(), Some("Group B"));
    let parltrack = r#"{"voteid": 9, "ts": "2018-01-16T12:00:00", "title": "A text of the day", "votes": {
     "+": {"total": 2, "groups": {"PPE": [{"mepid": 1}, {"mepid": 2}]}}, "-": {"total": 1, "groups": {"S&D": [{"mepid": 3}], "ALDE": []}}, "0": {"total": 1, "groups": {"ALDE": [{"mepid": 4}]}}}}"#;
    let reading = self::reading(parltrack);
    assert_eq!(counts(vote(&reading, 0)), [2, 1, 1, 4]);
    let oireachtas = r#"{"division": {"voteId": "v_3", "date": "2020-02-20", "tallies": {
     "taVotes": {"tally": 2, "members": [{"member": {"showAs": "Ann Alm", "memberCode": "Ann-Alm.D.1"}}, {"member": {"showAs": "Bo Berg", "memberCode": "Bo-Berg.D.1"}}]},
     "nilVotes": {"tally": 1, "members": [{"member": {"showAs": "Cy Dahl", "memberCode": "Cy-Dahl.D.1"}}]}, "staonVotes": null}}}"#;
    assert_eq!(counts(vote(&self::reading(oireachtas), 0)), [2, 1, 0, 3]);
    let sides = r#"{"title": "A motion of the day", "results": [{"option": "yes", "voters": [{"name": "Ann Alm", "id": 1}, {"name": "Bo Berg", "id": 2}]},
     {"option": "no", "voters": [{"name": "Cy Dahl", "id": 3}]}]}"#;
    assert_eq!(counts(vote(&self::reading(sides), 0)), [2, 1, 0, 3]);
    let rows = r#"{"columns": ["name", "party", "vote"], "data": [["Ann Alm", "X", "yes"], ["Bo Berg", "Y", "no"], ["Cy Dahl", "Y", "yes"]]}"#;
    assert_eq!(counts(vote(&self::reading(rows), 0)), [2, 1, 0, 3]);
}

#[test]
fn a_graph_names_only_those_in_favour() {
    let text = r#"{"nodes": [{"id": "M1", "party": "Red", "name": "Ann Alm", "constituency": "North"}, {"id": "M2", "party": "Blue", "name": "Bo Berg", "constituency": "South"},
     {"id": "V1", "name": "Motion B", "party": "VOTE"}, {"id": "V2", "name": "Motion D", "party": "VOTE"}],
     "links": [{"source": "M1", "target": "V1"}, {"source": "M2", "target": "V1"}, {"source": "M2", "target": "V2"}]}"#;
    let reading = reading(text);
    assert_eq!((counts(vote(&reading, 0)), counts(vote(&reading, 1))), ([2, 0, 0, 2], [1, 0, 0, 1]));
    assert!(vote(&reading, 0).info().lists_only_for, "how many were against is not known");
    let committees = r#"{"nodes": [{"id": "M1", "name": "Ann Alm"}, {"id": "C1", "name": "Finance"}], "links": [{"source": "M1", "target": "C1"}]}"#;
    assert!(matches!(refused(committees), ReadError::NoBallots { .. }));
}

#[test]
fn packed_cells() {
    let israel = "id,item,vote_date,is_accepted,total_for,total_against,total_abstain,mk_ids_pro,mk_ids_against,mk_ids_abstain\n\
        8,A proposal,2003-10-20,0,3,2,0,\"[704, 137, 104]\",\"[209, 121]\",[]\n\
        9,Another one,2003-10-21,1,1,0,1,[704],[],\"[209]\"\n\
        10,No names,2003-10-22,1,46,56,0,[],[],[]\n";
    let reading = reading(israel);
    assert_eq!(reading.archive.num_roll_calls(), 3);
    assert_eq!((counts(vote(&reading, 0)), declared(vote(&reading, 0))), ([3, 2, 0, 5], Some((3, 2))));
    assert_eq!((counts(vote(&reading, 1)), id(vote(&reading, 1))), ([1, 0, 1, 2], Some("9")));
    assert_eq!((counts(vote(&reading, 2)), declared(vote(&reading, 2))), ([0, 0, 0, 0], Some((46, 56))));
    let packed = |n: u32| {
        format!(
            "{n},2012-07-0{n},libelle de vote,adopté,1,2,0,\"{{\"\"PA1\"\": \"\"Pour\"\", \"\"PA2\"\": \"\"Contre\"\", \"\"PA3\"\": \"\"Contre\"\", \"\"PA4\"\": \"\"Non-votant\"\", \"\"PA5\"\": \"\"Non-votant\"\"}}\"\n"
        )
    };
    let tabular = format!(
        "numero,dateScrutin,libelle,resultat,nombre_pour,nombre_contre,nombre_abstentions,all_votes\n{}{}",
        packed(1),
        packed(2)
    );
    let reading = self::reading(&tabular);
    assert_eq!((counts(vote(&reading, 1)), id(vote(&reading, 1))), ([1, 2, 0, 5], Some("2")));
}

#[test]
fn xml_of_the_european_parliament() {
    let text = r#"<?xml version="1.0" encoding="UTF-8"?><PV.RollCallVoteResults Sitting.Date="2024-04-24">
     <RollCallVote.Result Identifier="168834" DlvId="1" Date="2024-04-24 12:24:12"><RollCallVote.Description.Text>A9-0001/2024 - <a href="x">Rapporteur</a> - Am 1</RollCallVote.Description.Text>
      <Result.For Number="2"><Result.PoliticalGroup.List Identifier="PPE"><PoliticalGroup.Member.Name MepId="6883" PersId="1">Alm</PoliticalGroup.Member.Name></Result.PoliticalGroup.List>
       <Result.PoliticalGroup.List Identifier="ECR"><PoliticalGroup.Member.Name MepId="6884" PersId="2">Berg</PoliticalGroup.Member.Name></Result.PoliticalGroup.List></Result.For>
      <Result.Against Number="2"><Result.PoliticalGroup.List Identifier="ID"><PoliticalGroup.Member.Name MepId="6885" PersId="3">Dahl</PoliticalGroup.Member.Name>
       <PoliticalGroup.Member.Name MepId="6886" PersId="4">Ek</PoliticalGroup.Member.Name></Result.PoliticalGroup.List></Result.Against>
      <Intentions><Intentions.Result.For><PoliticalGroup.Member.Name PersId="3">Dahl</PoliticalGroup.Member.Name></Intentions.Result.For></Intentions></RollCallVote.Result>
     <RollCallVote.Result Identifier="168835" DlvId="2" Date="2024-04-24 12:30:00"><RollCallVote.Description.Text>A9-0001/2024 - Am 2</RollCallVote.Description.Text>
      <Result.Against Number="1"><Result.PoliticalGroup.List Identifier="PPE"><PoliticalGroup.Member.Name MepId="6883" PersId="1">Alm</PoliticalGroup.Member.Name></Result.PoliticalGroup.List></Result.Against></RollCallVote.Result>
     </PV.RollCallVoteResults>"#;
    let reading = reading(text);
    assert_eq!((reading.archive.num_roll_calls(), reading.format), (2, Format::Xml));
    let first = vote(&reading, 0);
    assert_eq!((counts(first), id(first), declared(first)), ([2, 2, 0, 4], Some("168834"), Some((2, 2))));
    assert_eq!(party_of(first, "Ek").as_deref(), Some("ID"));
    assert_eq!(first.vote(0).and_then(|ballot| ballot.member.key.as_deref()), Some("1"), "PersId, not MepId");
    assert_eq!(counts(vote(&reading, 1)), [0, 1, 0, 1]);
    assert_eq!(reading.archive.members().len(), 4, "Alm is one member");
}

#[test]
fn xml_of_congress_and_of_hansard() {
    let roll = |voters: &str, counts: &str| {
        format!(
            r#"<roll where="house" session="1" year="2030" roll="20" datetime="2030-01-07T00:34:00-05:00" {counts}><question>On the Bill of the day</question>
             <result>Passed</result><option key="+">Yea</option><option key="-">Nay</option><option key="0">Not Voting</option>{voters}</roll>"#
        )
    };
    let voters = r#"<voter id="X1" vote="+" value="Yea" state="AA"/><voter id="X2" vote="+" value="Yea" state="AB"/><voter id="X3" vote="-" value="Nay" state="AC"/>
        <voter id="X4" vote="0" value="Not Voting" state="AA"/>"#;
    let reading = reading(&roll(voters, r#"aye="2" nay="1" nv="1" present="0""#));
    assert_eq!((counts(vote(&reading, 0)), declared(vote(&reading, 0))), ([2, 1, 0, 4], Some((2, 1))));
    let candidates = r#"<voter id="X1" vote="Alda" value="Alda" state="AA"/><voter id="X2" vote="Alda" value="Alda" state="AB"/>
        <voter id="X3" vote="Brando" value="Brando" state="AC"/><voter id="X4" vote="P" value="Present" state="AC"/>"#;
    let reading = self::reading(&roll(candidates, r#"aye="0" nay="0" nv="0" present="1""#));
    assert_eq!(vote(&reading, 0).info().choices, ["Alda", "Brando"]);
    assert_eq!((counts(vote(&reading, 0)), declared(vote(&reading, 0))), ([0, 0, 0, 4], None));
    let clerk = r#"<!DOCTYPE rollcall-vote PUBLIC "-//X//DTDs/vote v1.0//EN" "http://example.org/vote.dtd"><rollcall-vote><vote-metadata><rollcall-num>7</rollcall-num>
        <vote-question>On Passage of the Bill</vote-question></vote-metadata><vote-data>
        <recorded-vote><legislator name-id="A1" party="D" state="AA">Alm</legislator><vote>Yea</vote></recorded-vote>
        <recorded-vote><legislator name-id="B1" party="R" state="AB">Berg</legislator><vote>Nay</vote></recorded-vote>
        <recorded-vote><legislator name-id="C1" party="R" state="AC">Dahl</legislator><vote>Not Voting</vote></recorded-vote></vote-data></rollcall-vote>"#;
    assert_eq!(counts(vote(&self::reading(clerk), 0)), [1, 1, 0, 3]);
    let hansard = r#"<debates><speech id="s1"><p>I move.</p></speech><division id="d/1" divdate="2009-11-25" divnumber="1"><divisioncount ayes="2" noes="1" pairs="1"/>
        <memberlist vote="aye"><member id="m/1" vote="aye">Ann Alm</member><member id="m/2" vote="aye" teller="yes">Bo Berg</member></memberlist>
        <memberlist vote="no"><member id="m/3" vote="no">Cy Dahl</member></memberlist>
        <pairs><pair><member id="m/4">Di Ek</member><member id="m/5">Ed Falk</member></pair></pairs></division>
        <division id="d/2" divdate="2009-11-25" divnumber="2"><divisioncount ayes="1" noes="2"/>
        <memberlist vote="aye"><member id="m/1" vote="aye">Ann Alm</member></memberlist>
        <memberlist vote="no"><member id="m/2" vote="no">Bo Berg</member><member id="m/3" vote="no">Cy Dahl</member></memberlist></division></debates>"#;
    let reading = self::reading(hansard);
    assert_eq!((counts(vote(&reading, 0)), id(vote(&reading, 0))), ([2, 1, 0, 5], Some("d/1")));
    assert_eq!(position_of(vote(&reading, 0), "Ed Falk"), Some(Position::Paired));
    assert_eq!((counts(vote(&reading, 1)), declared(vote(&reading, 1))), ([1, 2, 0, 3], Some((1, 2))));
}

#[test]
fn what_is_no_roll_call_is_named() {
    let content = |text: &str| match refused(text) {
        ReadError::NoBallots { content, .. } => content,
        other => panic!("{other}"),
    };
    assert_eq!(
        content(
            r#"{"1": {"firstName": "Ann", "lastName": "Alm"}, "2": {"firstName": "Bo", "lastName": "Berg"}}"#
        ),
        Content::Members(2)
    );
    assert_eq!(
        content(
            "<meps><mep><fullName>Ann ALM</fullName><id>1</id></mep><mep><fullName>Bo BERG</fullName><id>2</id></mep></meps>"
        ),
        Content::Members(2)
    );
    assert_eq!(
        content(
            r##"[{"code": "R", "nom": "Les Rouges", "couleur": "#aa0000"}, {"code": "B", "nom": "Les Bleus", "couleur": "#0000aa"}]"##
        ),
        Content::Parties(2)
    );
    assert_eq!(
        content(
            r#"{"votes": [{"id": 1, "title": "A bill", "for": 91, "mot": 12}, {"id": 2, "title": "B bill", "for": 1, "mot": 2}]}"#
        ),
        Content::Totals(2)
    );
    assert_eq!(
        content(
            r#"[{"date": "2026-07-21", "titre": "Un texte", "numero": "1", "vote": "Pour"}, {"date": "2026-07-22", "titre": "Un autre", "numero": "2", "vote": "Contre"}]"#
        ),
        Content::OneMember
    );
    assert_eq!(content(r#"{"option": "yes", "value": 5, "group": {"name": "X"}}"#), Content::Nothing);
    assert_eq!(
        content("<votaciones><votacion><urlVotacion>/x.xml</urlVotacion></votacion></votaciones>"),
        Content::Nothing
    );
}

#[test]
fn mistakes_have_a_place() {
    let broken = |text: &str| match refused(text) {
        ReadError::Broken { line, column, fault, .. } => (line, column, fault),
        other => panic!("{other}"),
    };
    assert_eq!(broken("{\n  \"votes\": []\n},\n"), (3, 2, DocumentFault::TrailingComma));
    let named = "api\n{ \"58303\": { #a comment\n \"id\": \"1\", \"votes\": [] } }";
    assert_eq!(broken(named).0, 1);
    assert_eq!(broken("<a><b></a>").2, DocumentFault::TagMismatch);
    let error = refused("{\"a\": [1,]}").to_string();
    assert!(error.contains("line 1") && error.contains("column 10"), "{error}");
}

#[test]
fn hostile_documents_are_refused_quickly() {
    for text in [
        "[".repeat(100_000),
        "{\"a\":".repeat(100_000),
        format!("{}{}", "[{\"a\":".repeat(60), "}]".repeat(60)),
        "<a>".repeat(100_000),
        "[\"\\ud800\"]".to_owned(),
        "[1e999999]".to_owned(),
        "{\"votes\": {\"yes\": [99999999999999999999999999], \"no\": {}}}".to_owned(),
        format!("<!DOCTYPE l [<!ENTITY a \"{}\">]><l>&a;</l>", "ha".repeat(9)),
        format!("<a {}/>", (0..5_000).fold(String::new(), |all, n| all + &format!("x{n}='1' "))),
    ] {
        // Whatever it is, it is an answer.
        let _answer: Result<Reading, ReadError> = read(&Source::new("hostile", text));
    }
    let twice = r#"{"votes": {"yes": ["Ann Alm", "Bo Berg"], "no": ["Cy Dahl"], "yes": ["Di Ek"]}}"#;
    assert_eq!(counts(vote(&reading(twice), 0)), [3, 1, 0, 4], "a key that comes twice loses nobody");
    let same = r#"{"votes": [{"member_id": 1, "vote": "yes"}, {"member_id": 1, "vote": "no"}, {"member_id": 2, "vote": "no"}]}"#;
    let reading = reading(same);
    assert_eq!((counts(vote(&reading, 0)), reading.rows.set_aside), ([1, 1, 0, 2], 1));
    assert_eq!(reading.problems.len(), 1, "{:?}", reading.problems);
}

#[test]
fn ballots_hold_their_positions() {
    // The byte of a ballot is what every reader writes: a word nobody knows is unknown, and reported.
    let text = r#"[{"name": "Ann Alm", "vote": "yes"}, {"name": "Bo Berg", "vote": "wibble"}, {"name": "Cy Dahl", "vote": "no"}]"#;
    let reading = reading(text);
    assert_eq!(vote(&reading, 0).vote(1).map(|ballot| ballot.ballot), Some(Ballot::new(Position::Unknown)));
    assert_eq!(reading.problems.len(), 1);
}

#[test]
fn a_mapping_says_what_the_words_of_a_document_mean() {
    let records = |word: &str| {
        let record = |n: usize| {
            let word = ["yes", word, "no"][n % 3];
            format!(r#"{{"name": "Member {n}", "group": "Reds", "vote": "{word}"}}"#)
        };
        format!(r#"{{"votes": [{}]}}"#, (0..12).map(record).collect::<Vec<_>>().join(","))
    };
    let list = |range: std::ops::Range<u32>| {
        range.map(|n| format!(r#"{{"name": "Member {n}", "id": "m{n}"}}"#)).collect::<Vec<_>>().join(",")
    };
    let lists = format!(r#"{{"votes": {{"zzyzx": [{}], "no": [{}]}}}}"#, list(0..4), list(4..8));
    for (text, before, after) in
        [(records("zzyzx"), [4, 4, 0, 12], [8, 4, 0, 12]), (lists, [0, 4, 0, 8], [4, 4, 0, 8])]
    {
        let found = reading(&text);
        assert_eq!(counts(vote(&found, 0)), before, "{text}");
        let mut mapping = found.mapping;
        let word = mapping.words.iter_mut().find(|choice| choice.word == "zzyzx").expect("the word");
        word.position = Position::For;
        // As it is kept beside the file and found again.
        let kept = hemicycle::read::Mapping::from_toml(&mapping.to_toml(), "kept").expect("a mapping");
        let again = hemicycle::read::read_as(&Source::new("votes", text), &kept).expect("votes");
        assert_eq!(counts(vote(&again, 0)), after);
        assert!(
            again.problems.iter().all(|problem| !problem.found.contains("zzyzx")),
            "{:?}",
            again.problems
        );
    }
}

#[test]
fn a_mapping_says_which_part_of_a_document_is_the_vote() {
    use hemicycle::read::Role;
    let record = |n: usize| {
        let (first, second) = (["yes", "no"][n % 2], ["no", "no"][n % 2]);
        format!(r#"{{"name": "Member {n}", "first_vote": "{first}", "second_vote": "{second}"}}"#)
    };
    let text = format!("[{}]", (0..12).map(record).collect::<Vec<_>>().join(","));
    let found = reading(&text);
    let mut mapping = found.mapping;
    for column in &mut mapping.columns {
        column.role = match column.header.as_str() {
            "name" => Some(Role::Name),
            "second_vote" => Some(Role::Position),
            _ => None,
        };
    }
    let again = hemicycle::read::read_as(&Source::new("votes", text), &mapping).expect("votes");
    assert_eq!(counts(vote(&again, 0)), [0, 12, 0, 12]);
}
