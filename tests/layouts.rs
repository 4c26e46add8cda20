//! Shapes and seat plans on the command line, as a user asks for them.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::Command;

use hemicycle::model::SeatPlan;
use hemicycle::read::{Source, read_seat_plan};

/// Twelve members of three parties with the seats 1 to 12; the last has no seat number.
fn vote(folder: &Path) -> String {
    let mut text = "member,party,seat,score,vote\n".to_owned();
    for index in 1..=12 {
        let party = ["Left", "Middle", "Right"][(index - 1) / 4];
        let seat = if index == 12 { String::new() } else { format!("{index:03}") };
        let score = -(index as f64) / 10.0;
        text.push_str(&format!(
            "Member {index},{party},{seat},{score},{}\n",
            if index % 3 == 0 { "no" } else { "yes" }
        ));
    }
    let path = folder.join("vote.csv");
    fs::write(&path, text).expect("written");
    path.display().to_string()
}

/// Runs `render` and answers the exit code, the SVG and what was said.
fn render(folder: &Path, options: &[&str]) -> (i32, String, String) {
    let out = folder.join("out.svg");
    fs::remove_file(&out).ok();
    let output = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
        .args(["render", &vote(folder), "-o", &out.display().to_string(), "--lang", "en"])
        .args(options)
        .output()
        .expect("the program runs");
    let svg = fs::read_to_string(&out).unwrap_or_default();
    (output.status.code().unwrap_or(-1), svg, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Where the seats of members are drawn: name, x, y.
fn places(svg: &str) -> Vec<(String, f64, f64)> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let seats = document.descendants().filter(|node| node.attribute("data-member").is_some());
    seats
        .filter_map(|seat| {
            let circle = seat.descendants().find(|node| node.attribute("cx").is_some())?;
            let number = |name: &str| circle.attribute(name)?.parse::<f64>().ok();
            Some((seat.attribute("data-member")?.to_owned(), number("cx")?, number("cy")?))
        })
        .collect()
}

#[test]
fn every_layout_draws_every_member() {
    let folder = tempfile::tempdir().expect("a folder");
    for layout in ["hemicycle", "benches", "horseshoe", "circle", "classroom", "table", "grid"] {
        let (code, svg, err) = render(folder.path(), &["--layout", layout]);
        assert_eq!(code, 0, "{layout}: {err}");
        assert_eq!(places(&svg).len(), 12, "{layout}");
    }
    for options in [
        &["--aisles", "parties"][..],
        &["--aisles", "2"],
        &["--seat-size", "0.5"],
        &["--layout", "benches", "--government", "left", "--government", "Right", "--cross", "Middle"],
        &["--layout", "grid", "--majority-line", "half"],
    ] {
        let (code, svg, err) = render(folder.path(), options);
        assert_eq!((code, places(&svg).len()), (0, 12), "{options:?}: {err}");
    }
}

#[test]
fn benches_face_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, svg, _) =
        render(folder.path(), &["--layout", "benches", "--government", "Left", "--cross", "Middle"]);
    let places = places(&svg);
    let of = |from: usize, to: usize| {
        let wanted: Vec<String> = (from..=to).map(|index| format!("Member {index}")).collect();
        places.iter().filter(|(name, ..)| wanted.contains(name)).cloned().collect::<Vec<_>>()
    };
    let (government, cross, opposition) = (of(1, 4), of(5, 8), of(9, 12));
    let lowest_opposition = opposition.iter().map(|(_, _, y)| *y).fold(f64::MIN, f64::max);
    let highest_government = government.iter().map(|(_, _, y)| *y).fold(f64::MAX, f64::min);
    assert!(lowest_opposition < highest_government, "the opposition sits above the floor");
    let rightmost = government.iter().chain(&opposition).map(|(_, x, _)| *x).fold(f64::MIN, f64::max);
    assert!(cross.iter().all(|(_, x, _)| *x > rightmost), "the cross benches are at the far end");
}

#[test]
fn members_sit_by_score_from_the_left() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_, svg, _) = render(folder.path(), &["--layout", "grid", "--rows", "1", "--order", "score"]);
    let mut places = places(&svg);
    places.sort_by(|a, b| a.1.total_cmp(&b.1));
    let names: Vec<&str> = places.iter().map(|(name, ..)| name.as_str()).collect();
    // The lowest score is that of the last member of each party.
    let numbers = [4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9];
    assert_eq!(names, numbers.map(|number| format!("Member {number}")));
}

#[test]
fn the_same_members_keep_their_seats_in_another_vote() {
    let folder = tempfile::tempdir().expect("a folder");
    let drawn = |name: &str, turn: usize, order: &str| {
        let mut text = "member,party,vote\n".to_owned();
        for index in 0..30 {
            let how = ["yes", "no", "abstain", "absent"][(index + turn) % 4];
            let how = if index == turn { "presiding" } else { how };
            text.push_str(&format!("Member {index:02},Party {},{how}\n", index / 10));
        }
        let (input, out) = (folder.path().join(name), folder.path().join("out.svg"));
        fs::write(&input, text).expect("written");
        let status = Command::new(env!("CARGO_BIN_EXE_hemicycle"))
            .args([
                "render",
                &input.display().to_string(),
                "-o",
                &out.display().to_string(),
                "--order",
                order,
            ])
            .status();
        assert!(status.expect("the program runs").success());
        let mut places = places(&fs::read_to_string(out).expect("a drawing"));
        places.sort_by(|a, b| a.0.cmp(&b.0));
        places
    };
    assert_eq!(drawn("one.csv", 3, "name"), drawn("two.csv", 17, "name"));
    assert_ne!(drawn("one.csv", 3, "vote"), drawn("two.csv", 17, "vote"));
}

#[test]
fn what_cannot_be_met_is_refused_with_what_would_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for (options, words) in [
        (&["--layout", "table", "--rows", "2"][..], "no rows to choose"),
        (&["--layout", "grid", "--span", "200"], "Only a hemicycle has a span"),
        (&["--layout", "benches", "--inner", "0.4"], "inner radius"),
        (&["--layout", "circle", "--aisles", "parties"], "Only a hemicycle has aisles"),
        (&["--span", "360", "--aisles", "3"], "no ends for aisles"),
        (&["--layout", "benches", "--majority-line", "half"], "no one side and other"),
        (&["--layout", "grid", "--rows", "13"], "write 1 to 12"),
        (&["--layout", "horseshoe", "--rows", "9"], "write 1 to"),
        (&["--aisles", "7"], "write 1 to 6"),
        (&["--aisles", "many"], "none, parties or a number"),
        (&["--seat-size", "1.2"], "0.2 to 1"),
        (&["--layout", "benches", "--government", "Green"], "write one of Left, Middle, Right"),
        (&["--layout", "square"], "plan:FILE"),
    ] {
        let (code, svg, err) = render(folder.path(), options);
        assert_eq!(code, 2, "{options:?}");
        assert!(svg.is_empty() && err.contains(words), "{options:?}: {err}");
    }
}

#[test]
fn members_sit_where_a_plan_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let plan = folder.path().join("plan.csv");
    let mut text = "Seat;X;Y\n".to_owned();
    for index in 1..=14 {
        text.push_str(&format!("{index};{};{}\n", index * 10, if index % 2 == 0 { "0,5" } else { "10" }));
    }
    fs::write(&plan, text).expect("written");
    let (code, svg, err) = render(folder.path(), &["--layout", &format!("plan:{}", plan.display())]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("1 member has no seat") && err.contains("Member 12"), "{err}");
    let places = places(&svg);
    let seated: Vec<&(String, f64, f64)> =
        places.iter().filter(|(name, ..)| !name.is_empty() && name != "Member 12").collect();
    assert_eq!(seated.len(), 11);
    let x = |number: usize| {
        seated.iter().find(|(name, ..)| *name == format!("Member {number}")).expect("drawn").1
    };
    assert!((1..11).all(|number| x(number) < x(number + 1)));
    let vacant = svg.matches("Vacant seat").count();
    assert!(vacant >= 3, "the seats 12, 13 and 14: {vacant}");
    let (code, _, err) = render(folder.path(), &["--layout", "plan:none.csv"]);
    assert!(code == 1 && err.contains("none.csv"), "{err}");
}

fn plan(name: &str, text: &str) -> Result<SeatPlan, String> {
    read_seat_plan(&Source::new(name, text.as_bytes())).map_err(|error| error.to_string())
}

#[test]
fn plans_are_read_from_tables_and_drawings() {
    let of = |text: &str| -> Vec<(String, i64, i64)> {
        let plan = plan("plan", text).expect("a plan");
        plan.seats
            .into_iter()
            .map(|seat| (seat.number, seat.x.round() as i64, seat.y.round() as i64))
            .collect()
    };
    let seat = |number: &str, x: i64, y: i64| (number.to_owned(), x, y);
    // An arch with y up, and the same with y down as pictures have it.
    let arch = [seat("1", -10, 0), seat("2", 0, 10), seat("3", 10, 0)];
    assert_eq!(of("seat,x,y\n1,-10,0\n2,0,10\n3,10,0\n"), arch);
    let down = of("place\tx\ty\n1\t-10\t0\n2\t0\t-10\n3\t10\t0\n");
    assert_eq!(down, arch);
    // The corners of a seat are around its middle.
    assert_eq!(
        of("SeatNumber,order,x,y\n1.0,1,0,0\n1.0,2,2,0\n1.0,3,2,2\n1.0,4,0,2\n2.0,1,10,0\n2.0,2,12,2\n"),
        [seat("1", 1, -1), seat("2", 11, -1)]
    );
    assert_eq!(
        of(
            r#"<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"><g transform="translate(100 0)">
            <circle data-seat="1" cx="10" cy="20" r="3"/>
            <rect data-seat="2" x="20" y="10" width="4" height="6" transform="scale(2)"/>
            <path data-seat="3" d="M0 0h10v10H0z"/>
            <g data-seat="4"><text x="3" y="4">4</text></g></g></svg>"#
        ),
        [seat("1", 110, -20), seat("2", 144, -26), seat("3", 105, -5), seat("4", 103, -4)]
    );
    assert_eq!(
        of(
            r#"<svg><circle id="seat-7" cx="1" cy="1"/><circle id="s008" cx="9" cy="1"/><circle id="sun" cx="4" cy="4"/></svg>"#
        ),
        [seat("7", 1, -1), seat("8", 9, -1)]
    );
}

#[test]
fn what_is_no_plan_is_refused() {
    for (text, words) in [
        ("name,x,y\nA,1,2\n", "needs the columns seat, x and y, and has name, x, y"),
        ("seat,x,y\n1,one,2\n", "line 2"),
        ("seat,x,y\n", "has no seats"),
        ("seat,x,y\n1,5,5\n2,5,5\n3,9,9\n", "seats 1 and 2 in one place"),
        ("<svg><circle cx='1'></svg>", "could not be read"),
        ("<svg><circle cx='1'/></svg>", "data-seat"),
        ("", "needs the columns"),
    ] {
        let fault = plan("plan.csv", text).expect_err(text);
        assert!(fault.contains(words) && fault.contains("plan.csv"), "{text}: {fault}");
    }
}
