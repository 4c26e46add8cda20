//! Chambers without a vote: what is one, what is none, and that nothing of a vote is ever said of one.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;

use hemicycle::analyze::Summary;
use hemicycle::chart::{
    Arrangement, Style, Template, Vote, description, graphic, scene::Item, with_coalition,
};
use hemicycle::export::{check_json, tally_json, votes_json};
use hemicycle::lang::Lang;
use hemicycle::model::{Position, RollCall};
use hemicycle::read::{Options, ProblemKind, ReadError, Reading, Source, open, read};

fn composition(name: &str, text: &str) -> Reading {
    let reading = read(&Source::new(name, text)).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(reading.is_composition(), "{text}");
    assert_eq!(reading.rows.read + reading.rows.set_aside, reading.rows.present, "{text}");
    reading
}

/// The seats of each party that has some, in the order of the file.
fn seats(roll_call: RollCall<'_>) -> Vec<(String, u32)> {
    let name = |party| {
        let party = roll_call.archive().party(party).expect("a party of the archive");
        party.name.clone()
    };
    roll_call
        .party_tallies()
        .into_iter()
        .filter_map(|(party, tally)| Some((name(party?), tally.members(Position::Seat))))
        .filter(|(_, seats)| *seats > 0)
        .collect()
}

fn expected(list: &[(&str, u32)]) -> Vec<(String, u32)> {
    list.iter().map(|(name, seats)| ((*name).to_owned(), *seats)).collect()
}

fn first(reading: &Reading) -> RollCall<'_> {
    reading.roll_call().expect("a composition")
}

#[test]
fn parties_with_their_seats() {
    let simple: &[(&str, u32)] = &[("Red", 40), ("Blue", 35), ("Green", 10)];
    for text in [
        "party,seats\nRed,40\nBlue,35\nGreen,10\n",
        "Seats;Party\n40;Red\n35;Blue\n10;Green\n",
        "# title: After the election\nparty\tnumber of seats\tcolour\nRed\t40\t#C00000\nBlue\t35\t#0000C0\nGreen\t10\t#00C000\n",
        // Votes won, shares and gains are no seats.
        "party,votes,%,seats,change\nRed,401000,47.1,40,+3\nBlue,350000,41.2,35,-2\nGreen,99000,11.7,10,-1\n",
        "party,seats,seats before\nRed,40,37\nBlue,35,37\nGreen,10,11\n",
        "party,seats,seat share\nRed,40,47\nBlue,35,41\nGreen,10,12\n",
        // A party without a seat, one with a dash, and the sum.
        "party,seats\nRed,40\nBlue,35\nPink,0\nGreen,10\nGrey,-\nTotal,85\n",
        // Seats by constituency are summed.
        "constituency,party,seats\nNorth,Red,30\nSouth,Red,10\nNorth,Blue,15\nSouth,Blue,20\nNorth,Green,10\n",
    ] {
        let reading = composition("seats.csv", text);
        assert_eq!(reading.archive.num_roll_calls(), 1, "{text}");
        assert_eq!(seats(first(&reading)), expected(simple), "{text}");
    }
    let reading = composition("seats.csv", "party,seats,colour\nRed,4,#C00000\nBlue,3,#0000C0\n");
    let colours: Vec<String> =
        reading.archive.parties.iter().filter_map(|party| Some(party.colour?.to_string())).collect();
    assert_eq!(colours, ["#C00000", "#0000C0"]);
    let thousands = composition("seats.csv", "party,seats\nRed,\"2,980\"\nBlue,20\n");
    assert_eq!(seats(first(&thousands)), expected(&[("Red", 2980), ("Blue", 20)]));
}

#[test]
fn headers_in_the_languages_of_parliaments() {
    for (party, seats_header) in [
        ("Partei", "Sitze"),
        ("Fraktion", "Anzahl Mandate"),
        ("Parti", "Sièges"),
        ("Groupe", "Nombre de sièges"),
        ("Partido", "Escaños"),
        ("Partido", "Cadeiras"),
        ("Partito", "Seggi"),
        ("Partit", "Escons"),
        ("Partido", "Escanos"),
        ("Alderdia", "Eserlekuak"),
        ("Partij", "Zetels"),
        ("Parti", "Mandat"),
        ("Parti", "Mandater"),
        ("Puolue", "Paikat"),
        ("Flokkur", "Þingsæti"),
        ("Erakond", "Kohad"),
        ("Partija", "Vietas"),
        ("Partija", "Mandatai"),
        ("Páirtí", "Suíocháin"),
        ("Plaid", "Seddi"),
        ("Partei", "Sëtz"),
        ("Partit", "Siġġijiet"),
        ("Párt", "Mandátumok"),
        ("Partia", "Mandaty"),
        ("Strana", "Mandáty"),
        ("Strana", "Počet kresiel"),
        ("Stranka", "Sedeži"),
        ("Stranka", "Broj mandata"),
        ("Странка", "Мандати"),
        ("Партија", "Број на мандати"),
        ("Партия", "Брой мандати"),
        ("Партия", "Количество мест"),
        ("Партія", "Кількість місць"),
        ("Partia", "Vende"),
        ("Partid", "Locuri"),
        ("Κόμμα", "Έδρες"),
        ("Parti", "Sandalye sayısı"),
        ("პარტია", "მანდატები"),
        ("Կուսակցություն", "Մանդատներ"),
        ("מפלגה", "מנדטים"),
        ("الحزب", "المقاعد"),
        ("حزب", "تعداد کرسی‌ها"),
        ("दल", "सीटें"),
        ("政党", "議席数"),
        ("정당", "의석수"),
        ("政黨", "席次"),
        ("政党", "席位"),
        ("พรรค", "จำนวนที่นั่ง"),
        ("Đảng", "Số ghế"),
        ("Partai", "Kursi"),
        ("Parti", "Kerusi"),
        ("Chama", "Viti"),
        ("Partio", "Seĝoj"),
    ] {
        let text = format!("{party},{seats_header}\nA,40\nB,35\n");
        let reading = composition("seats.csv", &text);
        assert_eq!(seats(first(&reading)), expected(&[("A", 40), ("B", 35)]), "{text}");
    }
}

#[test]
fn members_with_their_parties() {
    let reading = composition(
        "members.csv",
        "id,name,party,constituency,age\n1,Ann Alm,Red,North,41\n2,Bo Berg,Blue,South,52\n3,Cy Dahl,Red,East,33\n\
         4,Vacant,,West,\n2,Bo Berg,Blue,South,52\n",
    );
    let roll_call = first(&reading);
    assert_eq!(seats(roll_call), expected(&[("Red", 2), ("Blue", 1)]));
    assert_eq!(roll_call.tally().members(Position::Vacant), 1);
    assert_eq!(roll_call.vote(0).unwrap().member.constituency.as_deref(), Some("North"));
    let kinds: Vec<ProblemKind> = reading.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [ProblemKind::DuplicateMember]);
}

#[test]
fn several_chambers_days_and_elections_are_several_compositions() {
    for text in [
        "chamber,party,seats\nSenate,Red,2\nSenate,Blue,3\nHouse,Red,7\nHouse,Blue,5\n",
        "year,party,seats\n2019,Red,2\n2019,Blue,3\n2024,Red,7\n2024,Blue,5\n",
        "party,seats 2019,seats 2024\nRed,2,7\nBlue,3,5\n",
    ] {
        let reading = composition("seats.csv", text);
        let found: Vec<Vec<(String, u32)>> = (0..reading.archive.num_roll_calls())
            .map(|place| seats(reading.archive.roll_call(place).unwrap()))
            .collect();
        let wanted = [expected(&[("Red", 2), ("Blue", 3)]), expected(&[("Red", 7), ("Blue", 5)])];
        assert_eq!(found, wanted, "{text}");
    }
    let reading = composition("seats.csv", "year,party,seats\n2019,Red,2\n2024,Red,7\n");
    let dates: Vec<String> = (0..2)
        .map(|place| reading.archive.roll_call(place).unwrap().info().date.as_ref().unwrap().to_string())
        .collect();
    assert_eq!(dates, ["2019", "2024"]);
}

#[test]
fn what_the_rows_do_not_say_is_said() {
    let reading = composition("seats.csv", "party,seats\nRed,40\nBlue,35\nGrey,some\nTotal,90\n");
    let roll_call = first(&reading);
    assert_eq!(seats(roll_call), expected(&[("Red", 40), ("Blue", 35)]));
    assert_eq!(roll_call.num_seats(), 90, "15 seats that no party has are vacant");
    let kinds: Vec<ProblemKind> = reading.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!(kinds, [ProblemKind::BadSeats, ProblemKind::SeatsDiffer, ProblemKind::TotalRow]);
    assert_eq!((reading.rows.read, reading.rows.set_aside), (2, 2));
    let vacant = composition("seats.csv", "party,seats\nRed,40\nVacant,5\n");
    assert_eq!(seats(first(&vacant)), expected(&[("Red", 40)]));
    assert_eq!(first(&vacant).tally().members(Position::Vacant), 5);
    let declared = composition("seats.csv", "# seats: 50\nparty,seats\nRed,40\n");
    assert_eq!(first(&declared).num_seats(), 50);
}

#[test]
fn what_is_no_composition_is_refused_as_before() {
    for text in [
        // Votes won at an election are no seats.
        "party,votes\nRed,401000\nBlue,350000\n",
        "party,votes,%\nRed,401000,53.4\nBlue,350000,46.6\n",
        "candidate,party,district,votes,share,elected\nAnn Alm,Red,North,900,47.1,yes\nBo Berg,Blue,South,800,41.2,no\n",
        "name,party,votes,elected\nAnn Alm,Red,900,yes\nBo Berg,Blue,800,no\n",
        "name,party,share\nAnn Alm,Red,47.1\nBo Berg,Blue,41.2\n",
        // More seats than any chamber has.
        "party,seats\nRed,401000\nBlue,350000\n",
        "party,seats\nRed,40.5\nBlue,35.25\n",
        "party,seats\nRed,none\nBlue,some\n",
        "party,seats\nRed,0\nBlue,0\n",
        // The same party again, and nothing says why.
        "party,seats\nRed,40\nBlue,35\nRed,10\n",
        // Two columns of seats that differ.
        "party,seats,mandates\nRed,40,41\nBlue,35,34\n",
        // Halls, money, opinions, bills, speeches, registers, sums.
        "name,seats\nGreat Hall,400\nSmall Hall,90\n",
        "item,department,amount,approved\nLamps,Works,100,yes\nBenches,Parks,200,no\nTrees,Parks,300,yes\n",
        "respondent,age group,city,How clean are the parks?\nR1,18-29,North,Often\nR2,30-49,South,Rarely\n",
        "bill id,title,sponsor,introduced,status\nB-1,Lamps,Ann Alm,2026-01-02,In committee\nB-2,Trees,Bo Berg,2026-01-03,Withdrawn\n",
        "date,speaker,party,topic,minutes\n2026-01-02,Ann Alm,Red,Lamps,4\n2026-01-02,Bo Berg,Blue,Lamps,6\n",
        "name,party,attendance\nAnn Alm,Red,present\nBo Berg,Blue,absent\nCy Dahl,Red,present\n",
        "name,party,2026-01-02,2026-01-09\nAnn Alm,Red,P,A\nBo Berg,Blue,P,P\nCy Dahl,Red,A,P\n",
        "name,party,votes for,votes against\nAnn Alm,Red,40,30\nBo Berg,Blue,20,50\n",
        // Members of several days.
        "name,party,speech\nAnn Alm,Red,long\nAnn Alm,Red,short\nAnn Alm,Red,none\nBo Berg,Blue,long\n",
        // Names without parties are no chamber to be drawn.
        "name,age\nAnn Alm,41\nBo Berg,52\n",
        "Red,40\nBlue,35\n",
    ] {
        match read(&Source::new("table.csv", text)) {
            Ok(reading) => assert!(!reading.is_composition(), "{text}"),
            Err(error) => assert_eq!(error.file(), "table.csv", "{text}"),
        }
    }
}

/// A vote is a vote, also where a row is a party.
#[test]
fn a_vote_is_never_a_composition() {
    for text in [
        "name,party,vote\nAnn Alm,Red,yes\nBo Berg,Blue,no\n",
        "party,seats,vote\nRed,40,yes\nBlue,35,no\n",
        "name,party,seats,vote\nAnn Alm,Red,1,yes\nBo Berg,Blue,1,no\n",
    ] {
        let reading = read(&Source::new("vote.csv", text)).unwrap();
        assert!(!reading.is_composition(), "{text}");
        assert_eq!(reading.roll_call().unwrap().tally().members(Position::Seat), 0, "{text}");
    }
}

#[test]
fn documents_and_folders() {
    for text in [
        r#"[{"party":"Red","seats":40},{"party":"Blue","seats":35}]"#,
        r##"{"title":"After the election","parties":[{"name":"Red","seats":40,"colour":"#C00000"},{"name":"Blue","seats":35,"colour":"#0000C0"}]}"##,
        r#"{"results":[{"party":{"name":"Red"},"seats":40},{"party":{"name":"Blue"},"seats":35}]}"#,
        r#"[{"name":"A B","party":"Red"},{"name":"C D","party":"Blue"}]"#,
    ] {
        let reading = composition("seats.json", text);
        let parties: Vec<String> = seats(first(&reading)).into_iter().map(|(name, _)| name).collect();
        assert_eq!(parties, ["Red", "Blue"], "{text}");
    }
    for text in [r#"{"Red":40,"Blue":35}"#, r#"[{"hall":"Great","seats":40}]"#, "[1,2]", "{}"] {
        assert!(read(&Source::new("seats.json", text)).is_err(), "{text}");
    }
    // A list of members beside a vote completes it, and is no vote of its own.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("members.csv"), "id,name,party\n1,Ann Alm,Red\n2,Bo Berg,Blue\n").unwrap();
    fs::write(folder.path().join("votes.csv"), "id,vote\n1,yes\n2,no\n").unwrap();
    let reading = open(folder.path(), &Options::default()).unwrap();
    assert!(!reading.is_composition());
    assert_eq!(reading.archive.num_roll_calls(), 1);
    let members = open(&folder.path().join("members.csv"), &Options::default()).unwrap();
    assert_eq!(seats(first(&members)), expected(&[("Red", 1), ("Blue", 1)]));
    fs::remove_file(folder.path().join("votes.csv")).unwrap();
    assert!(matches!(
        open(folder.path(), &Options::default()),
        Err(ReadError::MembersOnly { .. } | ReadError::NoVotesInFolder { .. })
    ));
}

/// Every text of a graphic.
fn texts(items: &[Item], into: &mut Vec<String>) {
    for item in items {
        match item {
            Item::Group(group) => texts(&group.items, into),
            Item::Text(text) => into.push(text.content.clone()),
            _ => {}
        }
    }
}

#[test]
fn nothing_of_a_vote_is_said_of_it() {
    let reading = composition("seats.csv", "party,seats\nRed,40\nBlue,35\nGreen,10\n");
    let roll_call = first(&reading);
    let names = ["Blue".to_owned(), "Green".to_owned()];
    for coalition in [&names[..0], &names[..]] {
        let summary = Summary::of(roll_call, None);
        let summary = with_coalition(summary, roll_call, coalition).unwrap();
        let json = tally_json(roll_call, &summary);
        for key in ["headline", "outcome", "positions", "agrees", "declared", "turnout", "rebels"] {
            assert!(json.get(key).is_none(), "{key}");
        }
        assert_eq!((json["seats"].as_u64(), json["majority"].as_u64()), (Some(85), Some(43)));
        assert_eq!(json["parties"][1]["seats"].as_u64(), Some(35));
        let joined = json["coalition"]["seats"].as_u64();
        assert_eq!(joined, (!coalition.is_empty()).then_some(45));
        for lang in Lang::ALL {
            let vote = Vote { roll_call, summary: &summary, lang, file: "seats.csv" };
            let mut said = vec![description(&vote)];
            let scene = graphic(&vote, &Style::light(), &Arrangement::default(), &Template::default());
            texts(&scene.items, &mut said);
            for word in ["tally-for", "tally-against", "verdict-tied", "verdict-rejected", "untitled"] {
                assert!(!said.contains(&lang.text(word)), "{lang:?}: {word}\n{said:?}");
            }
            let said = said.join("\n");
            assert!(said.contains("85") && said.contains("43"), "{lang:?}\n{said}");
            for false_figure in ["0–0", "0 – 0", "–0", "0 %", "0%\n"] {
                assert!(!said.contains(false_figure), "{lang:?}: {false_figure}\n{said}");
            }
        }
    }
    let check = check_json(&reading);
    assert_eq!(check["verdict"], "composition");
    assert_eq!(check["votes"], 0);
    let votes = votes_json(&reading, &[roll_call], None);
    assert_eq!(votes["votes"].as_array().map(Vec::len), Some(0));
    assert_eq!(votes["compositions"][0]["majority"].as_u64(), Some(43));
}

#[test]
fn a_vote_has_no_coalition_and_a_coalition_has_known_parties() {
    let vote = read(&Source::new("vote.csv", "name,party,vote\nA,Red,yes\nB,Blue,no\n")).unwrap();
    let roll_call = vote.roll_call().unwrap();
    let summary = || Summary::of(roll_call, None);
    assert!(with_coalition(summary(), roll_call, &["Red".to_owned()]).is_err());
    assert!(with_coalition(summary(), roll_call, &[]).is_ok());
    let reading = composition("seats.csv", "party,seats\nRed,40\nBlue,35\n");
    let summary = Summary::of(first(&reading), None);
    let fault = with_coalition(summary, first(&reading), &["Pink".to_owned()]).unwrap_err();
    let fault = fault.text(Lang::En);
    assert!(fault.contains("Pink") && fault.contains("Red, Blue"), "{fault}");
}

/// Seats in the colour of their party, those outside of a coalition faded, and all of them drawn.
#[test]
fn seats_have_the_colours_of_parties() {
    let reading = composition("seats.csv", "party,seats,colour\nRed,4,#C00000\nBlue,3,#0000C0\n");
    let roll_call = first(&reading);
    let colours = |coalition: &[&str]| {
        let names: Vec<String> = coalition.iter().map(|&name| name.to_owned()).collect();
        let summary = Summary::of(roll_call, None);
        let summary = with_coalition(summary, roll_call, &names).unwrap();
        let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "seats.csv" };
        let scene = graphic(&vote, &Style::light(), &Arrangement::default(), &Template::default());
        let mut colours: Vec<String> = scene.seats().map(|seat| seat.marker.colour.to_string()).collect();
        colours.sort();
        colours
    };
    let mut wanted = vec!["#0000C0"; 3];
    wanted.extend(["#C00000"; 4]);
    assert_eq!(colours(&[]), wanted);
    // A quarter of red, three quarters of white.
    let mut faded = vec!["#0000C0"; 3];
    faded.extend(["#EFBFBF"; 4]);
    assert_eq!(colours(&["Blue"]), faded);
}
