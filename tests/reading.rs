//! Whatever the bytes, reading ends in a reading or a sentence, and no row is lost without a word.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::model::Position;
use hemicycle::read::{Done, Reading, Role, Source, read};
use proptest::prelude::*;

fn reading(text: &str) -> Reading {
    read(&Source::new("test.csv", text)).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// What must hold of every reading: the rows add up, each row set aside has its problem, and every ballot
/// stands for a row that was read.
fn assert_rows_add_up(reading: &Reading) {
    let rows = reading.rows;
    assert_eq!(rows.read + rows.set_aside, rows.present);
    let set_aside = reading.problems.iter().filter(|problem| problem.done == Done::SetAside);
    assert_eq!(set_aside.count() as u64, rows.set_aside);
    let num_ballots: u64 = (0..reading.archive.num_roll_calls())
        .map(|index| reading.archive.roll_call(index).expect("a roll call").votes().len() as u64)
        .sum();
    if !reading.mapping.shape.is_matrix() {
        assert_eq!(num_ballots, rows.read);
    }
    let counted: u64 = reading.mapping.words.iter().map(|word| u64::from(word.count)).sum();
    assert!(counted <= num_ballots);
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just("yes".to_owned()),
        3 => Just("Contre".to_owned()),
        1 => Just("Enthaltung".to_owned()),
        1 => Just("absent".to_owned()),
        1 => Just("perhaps".to_owned()),
        2 => Just(String::new()),
        1 => Just("Total".to_owned()),
        1 => "[0-9]{1,4}",
        3 => "[A-Za-zÀ-ÿ ]{1,12}",
        1 => "\\PC{0,20}",
    ]
}

/// A table as CSV, written by the `csv` crate.
fn table(delimiter: u8) -> impl Strategy<Value = (String, usize)> {
    prop::collection::vec(prop::collection::vec(cell(), 1..7), 1..40).prop_map(move |records| {
        let mut writer =
            csv::WriterBuilder::new().flexible(true).delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["name", "party", "vote", "id", "weight", "order"]).expect("written");
        let mut filled = 0;
        for record in &records {
            writer.write_record(record).expect("written");
            filled += usize::from(record.iter().any(|cell| !cell.trim().is_empty()));
        }
        (String::from_utf8(writer.into_inner().expect("flushed")).expect("UTF-8"), filled)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        if let Ok(reading) = read(&Source::new("any", bytes)) {
            assert_rows_add_up(&reading);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(#[^\n]{0,20}\n)?([a-z\"',;|\t #=:yes0-9é]{0,12}[,;|\t\n\r]){0,200}") {
        if let Ok(reading) = read(&Source::new("any", text)) {
            assert_rows_add_up(&reading);
        }
    }

    /// Rows present are counted by the writer, not by the reader.
    #[test]
    fn every_row_is_read_or_reported((text, filled) in prop_oneof![table(b','), table(b';'), table(b'\t')]) {
        if let Ok(reading) = read(&Source::new("table", text.clone())) {
            assert_rows_add_up(&reading);
            prop_assert_eq!(reading.rows.present as usize, filled, "{}", text);
        }
    }

    /// The same votes in any delimiter, encoding and line end give the same count.
    #[test]
    fn dress_does_not_change_the_count(
        votes in prop::collection::vec(0_usize..4, 12..60),
        delimiter in prop::sample::select(vec![",", ";", "\t", "|"]),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r", "\r\r\n"]),
        encoding in 0_usize..5,
    ) {
        const WORDS: [&str; 4] = ["Pour", "Contre", "Abstention", "Excusé"];
        let mut text = ["élu", "groupe", "vote"].join(delimiter) + line_end;
        for (index, &vote) in votes.iter().enumerate() {
            let name = format!("Élodie Müller {}", char::from(b'A' + (index % 26) as u8).to_string().repeat(index / 26 + 1));
            text += &([name.as_str(), ["Gauche", "Droite"][index % 2], WORDS[vote]].join(delimiter) + line_end);
        }
        let bytes = match encoding {
            0 => text.clone().into_bytes(),
            1 => [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat(),
            2 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            3 => [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
            _ => encoding_rs::WINDOWS_1252.encode(&text).0.into_owned(),
        };
        let reading = read(&Source::new("test.csv", bytes)).expect("readable");
        let tally = reading.roll_call().expect("a roll call").tally();
        let positions = [Position::For, Position::Against, Position::Abstain, Position::Excused];
        for (kind, position) in positions.into_iter().enumerate() {
            let expected = votes.iter().filter(|&&vote| vote == kind).count();
            prop_assert_eq!(tally.members(position) as usize, expected, "{:?}", position);
        }
        prop_assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    }
}

#[test]
fn a_quarter_of_the_rows_may_be_unknown_words_and_all_are_kept() {
    let reading = reading("name;vote\nA;yes\nB;jein\nC;no\nD;yes\n");
    assert_rows_add_up(&reading);
    assert_eq!(reading.roll_call().unwrap().tally().members(Position::Unknown), 1);
    assert_eq!(reading.problems[0].found, "jein");
    assert_eq!((reading.problems[0].row, reading.problems[0].column.as_deref()), (Some(3), Some("vote")));
}

#[test]
fn proxies_weights_and_the_call_order() {
    let reading =
        reading("order,name,shares,proxy,vote\n2,Ann,10,,yes\n1,Bob,2.5,Ann,no\n3,Cid,1,no,abstain\n");
    let roll_call = reading.roll_call().unwrap();
    let names: Vec<&str> = roll_call.votes().map(|vote| vote.member.name.as_str()).collect();
    assert_eq!(names, ["Bob", "Ann", "Cid"]);
    let proxies: Vec<bool> = roll_call.votes().map(|vote| vote.ballot.is_proxy()).collect();
    assert_eq!(proxies, [true, false, false]);
    let tally = roll_call.tally();
    assert_eq!(tally.votes(Position::For).to_string(), "10");
    assert_eq!(tally.votes(Position::Against).to_string(), "2.5");
    assert!(tally.is_weighted());
}

#[test]
fn electing_a_speaker() {
    let mut text = "Election of the speaker\nname,party,vote\n".to_owned();
    for index in 0..30 {
        let vote = ["Okafor", "Lindqvist", "Present"][if index % 10 == 9 { 2 } else { index % 2 }];
        text += &format!("Member {index:02} X,Party {},{vote}\n", index % 2);
    }
    let reading = reading(&text);
    assert_eq!(reading.mapping.options, ["Okafor", "Lindqvist"]);
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    assert_eq!(reading.roll_call().unwrap().tally().members(Position::Present), 3);
}

#[test]
fn codes_are_never_guessed() {
    let reading = reading("name,vote\nAnn,1\nBob,0\nCid,1\nDan,1\nEve,0\nFay,9\n");
    let tally = reading.roll_call().unwrap().tally();
    assert_eq!(tally.members(Position::Unknown), 6);
    // One problem for each word, with how often it was found.
    let times: Vec<(&str, u64)> =
        reading.problems.iter().map(|problem| (problem.found.as_str(), problem.times)).collect();
    assert_eq!(times, [("1", 3), ("0", 2), ("9", 1)]);
}

#[test]
fn a_file_without_a_header() {
    let reading = reading(
        "Ann Roe;North;yes\nBob Doe;North;no\nCid Poe;South;yes\nDan Low;South;yes\nEve Coe;South;no\nFay Moe;North;yes\n",
    );
    assert_eq!(reading.mapping.header_line, None);
    assert_eq!(reading.mapping.column(Role::Name), Some(0));
    assert_eq!(reading.rows.read, 6);
}

/// Small files as people have them, with what a sensible reader finds: for, against, abstained, members.
#[test]
fn files_as_people_have_them() {
    for (text, expected) in [
        // A header that says it is the vote counts before words that look like one.
        ("Name,Incumbent,Vote\nAnn,yes,For\nBob,no,For\nCid,yes,Against\n", [2, 1, 0, 3]),
        ("Name,Proxy,Vote\nAnn,no,1\nBob,no,0\nCid,yes,1\nDan,no,1\n", [0, 0, 0, 4]),
        (
            "Name;Anwesend;Stimme\nAnna;ja;Zustimmung\nBernd;ja;Ablehnung\nCarl;nein;Zustimmung\n",
            [2, 1, 0, 3],
        ),
        (
            "Name,Attendance,Motion 12\nAnn,Present,Yes\nBob,Present,No\nCid,Absent,\nDan,Present,Yes\n",
            [2, 1, 0, 4],
        ),
        (
            "Name,Attendance,How they voted\nAnn,Present,Yes\nBob,Absent,\nCid,Present,No\nDee,Excused,\n",
            [1, 1, 0, 4],
        ),
        ("Pupil,Absent last time,This vote\nAnn,no,yes\nBob,yes,no\nCid,no,yes\nDan,no,yes\n", [3, 1, 0, 4]),
        (
            "Name,Voted,Vote\nAnn Roe,Yes,For\nBob Doe,Yes,Against\nCid Poe,No,\nDan Low,Yes,For\n",
            [2, 1, 0, 4],
        ),
        ("Name,Incumbent,Vote on motion\nAnn,Yes,Yes\nBob,No,Yes\nCid,Yes,Yes\n", [3, 0, 0, 3]),
        // Unknown words do not hide the column.
        (
            "Nom;Groupe;Vote\nAnne;A;Pour\nBob;B;Contre\nEva;A;Blanc\nLuc;A;Nul\nIda;B;Peut-être\n",
            [1, 1, 1, 5],
        ),
        ("Name,Party,Vote\nAnn,R,Yes\nBob,B,Perhaps\nCid,B,Later\nDan,B,Not sure\nEve,R,No\n", [1, 1, 0, 5]),
        // Letters.
        ("Nome;Partido;Voto\nAna;PS;S\nRui;PSD;N\nEva;PS;S\nIvo;PSD;N\n", [2, 2, 0, 4]),
        ("Name;Stimme\nAnna;J\nBernd;N\nCarl;J\nDora;E\n", [2, 1, 0, 4]),
        // A département, a surname and a company are no totals; totals are no members.
        (
            "Département;Nom;Groupe;Vote\nAisne;Anne Roy;A;Pour\nSomme;Bob Lys;B;Contre\nSomme;Eva Pau;A;Pour\n",
            [2, 1, 0, 3],
        ),
        ("Last Name,First Name,Vote\nSum,Wei,Yes\nRoe,Ann,No\n", [1, 1, 0, 2]),
        (
            "Nom;Groupe;Vote\nRoy Anne;A;Pour\nLys Bob;B;Contre\nPau Eva;A;Pour\n;;\nPour;2;\nContre;1;\nAbstention;0;\n",
            [2, 1, 0, 3],
        ),
        ("Name,Party,Vote\nAnn Roe,A,Yes\nBob Doe,B,No\nCid Poe,B,No\nGrand total,,3\n", [1, 2, 0, 3]),
        (
            "Name;Partei;Stimme\nAnna;A;Ja\nBernd;B;Nein\nCarl;B;Ja\nGesamtergebnis;;3\nSumme Ja;;2\n",
            [2, 1, 0, 3],
        ),
        ("Name,Vote\nAnn,Yes\nBob,No\nCid,Yes\n,\nYes:,2\nNo:,1\n", [2, 1, 0, 3]),
        ("Name,Vote\nAnn,Yes\nNAME,VOTE\nBob,No\n", [1, 1, 0, 2]),
        // Two people of one name.
        ("Pupil,Vote\nEmma,yes\nLiam,no\nEmma,yes\nNoah,yes\n", [3, 1, 0, 4]),
        // Quotation marks that open and close rows later.
        ("Name,Party,Vote\n\"Ann Roe,A,Yes\nBob Doe,B,No\n\"Cid Poe,A,Yes\nDan Low,B,No\n", [2, 2, 0, 4]),
        // Ragged rows below a header nobody knows.
        (
            "who,vote\nAnn Roe,yes\nBob Doe,no\nCid Poe,yes,by phone\nDan Low,no,by phone\nEve Coe,yes,by phone\n",
            [3, 2, 0, 5],
        ),
        ("Student,Should we ban phones?\nAnn,Yes\nBob,No\nCid,Yes\nDan,Undecided\n", [2, 1, 0, 4]),
        ("Vote\nYes\nNo\nYes\n", [2, 1, 0, 3]),
        // Comments and carriage returns.
        ("# title: Pizza\r# seats: 5\rname,party,vote\rAnn,A,yes\rBob,B,no\r", [1, 1, 0, 2]),
        ("#1,Ann,Yes\n#2,Bob,No\n#3,Cid,Yes\n", [2, 1, 0, 3]),
        (
            "Titre;Budget 2024;;\nPour;2;;\nContre;1;;\nNom;Groupe;Ville;Vote\nA B;X;V;Pour\nC D;Y;V;Contre\nE F;X;V;Pour\n",
            [2, 1, 0, 3],
        ),
        // An identifier of the party, and anonymous ballots.
        (
            "name,party_id,vote\nA X,0,no\nB X,1,yes\nC X,0,no\nD X,1,yes\nE X,0,no\nF X,1,yes\nG X,0,no\nH X,1,yes\nI X,0,no\nJ X,1,no\n",
            [4, 6, 0, 10],
        ),
    ] {
        let reading = reading(text);
        assert_rows_add_up(&reading);
        let tally = reading.roll_call().unwrap().tally();
        let found = [
            tally.members(Position::For),
            tally.members(Position::Against),
            tally.members(Position::Abstain),
            tally.num_members(),
        ];
        assert_eq!(found, expected, "{text}\n{:?}", reading.mapping.columns);
    }
}

#[test]
fn names_keep_all_their_parts() {
    for (text, expected) in [
        (
            "Cognome;Nome;Gruppo;Voto\nRossi;Anna;PD;Favorevole\nBianchi;Luca;Lega;Contrario\nVerdi;Anna;PD;Astenuto\n",
            "Anna Rossi",
        ),
        ("Name,Surname,Vote\nAnn,Roe,Yes\nBob,Doe,No\nAnn,Poe,Yes\n", "Ann Roe"),
        ("First name,Middle name,Last name,Party,Vote\nAnn,Q.,Roe,A,Yes\nBob,R.,Doe,B,No\n", "Ann Q. Roe"),
        ("Prénom;Nom de famille;Nom d'usage;Vote\nAnne;Roy;Roy-Petit;Pour\nBob;Lys;Lys;Contre\n", "Anne Roy"),
        ("First,Last,Party,Vote\nAnn,Roe,A,Yes\nBob,Doe,B,No\n", "Ann Roe"),
        ("Country,Population,Vote\nChad,17000000,Yes\nPeru,34000000,No\n", "Chad"),
    ] {
        let reading = reading(text);
        let roll_call = reading.roll_call().unwrap();
        assert_eq!(roll_call.vote(0).unwrap().member.name, expected, "{text}");
    }
}

#[test]
fn weights_as_spreadsheets_write_them() {
    for (text, expected) in [
        ("Nom;Groupe;Poids;Vote\nAnne;A;1,5;Pour\nBob;B;2,25;Contre\nCid;A;0,75;Pour\n", "2.25–2.25"),
        (
            "Shareholder,Votes held,Decision\nAcme Ltd,120,For\nBolt plc,80,Against\nCore SA,45,For\n",
            "165–80",
        ),
        ("Name,Shares,Vote\nAnn,\"1,200\",For\nBob,800,Against\nCid,\"2,000\",Against\n", "1200–2800"),
        ("Name;Gewicht;Stimme\nAnna;1.250;Ja\nBernd;980;Nein\nCarl;2.000;Nein\n", "1250–2980"),
        ("Name;Peso;Voto\nA;12,5 %;Sì\nB;87,5 %;No\n", "12.5–87.5"),
    ] {
        let reading = reading(text);
        let tally = reading.roll_call().unwrap().tally();
        let found = format!("{}–{}", tally.votes(Position::For), tally.votes(Position::Against));
        assert_eq!(found, expected, "{text}\n{:?}", reading.mapping.columns);
    }
}

#[test]
fn options_survive_abstentions_small_classes_and_capitals() {
    // Only where the file says that somebody is elected are unknown words candidates.
    let options = |text: &str| reading(&format!("Election\n{text}")).mapping.options;
    assert_eq!(reading("Name;Vote\nAnna;Taip\nBob;Ne\nCid;Taip\nDan;Ne\n").mapping.options, [""; 0]);
    assert_eq!(options("Élève;Vote\nAnna;Emma\nBob;emma\nCid;Liam\nDan;Emma\nEve;Liam\n"), ["Emma", "Liam"]);
    assert_eq!(
        options("Member,Party,Vote\nA,R,Smith\nB,D,Jones\nC,R,Smith\nD,D,Jones\nE,R,Smith\nF,D,Abstain\n"),
        ["Smith", "Jones"]
    );
    assert_eq!(
        options("Name,Incumbent,Vote\nAnn,yes,Roe\nBob,no,Doe\nCid,yes,Roe\nDan,yes,Roe\n"),
        ["Roe", "Doe"]
    );
}

#[test]
fn a_flag_that_is_denied_is_no_proxy() {
    for text in [
        "Name,By proxy,Vote\nAnn,N,Yes\nBob,Y,No\nCid,N,Yes\n",
        "Nome;Procuração;Voto\nAna;Não;Sim\nRui;Sim;Não\nEva;Não;Sim\n",
    ] {
        let reading = reading(text);
        let proxies: Vec<bool> =
            reading.roll_call().unwrap().votes().map(|vote| vote.ballot.is_proxy()).collect();
        assert_eq!(proxies, [false, true, false], "{text}");
    }
    let reading =
        reading("Member,Delegation,Group,Vote\nAnn Roe,France,EPP,For\nBob Doe,Italy,SOC,Against\n");
    assert!(reading.roll_call().unwrap().votes().all(|vote| !vote.ballot.is_proxy()));
}
