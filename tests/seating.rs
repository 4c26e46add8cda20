//! What holds for every shape, size and option: the exact seats, none over another, parties in one piece, everything
//! inside the picture.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::Arc;

use hemicycle::analyze::Summary;
use hemicycle::chart::scene::{Anchor, Item, Text};
use hemicycle::chart::{Arrangement, SeatOrder, Style, Vote, diagram, typeface};
use hemicycle::lang::Lang;
use hemicycle::layout::{
    Aisles, LayoutError, LayoutOption, LayoutOptions, Occupants, Plan, Shape, Sides, lay_out, majority_line,
    seat_blocks,
};
use hemicycle::model::{
    Archive, Ballot, Member, Party, PartyId, PlannedSeat, Position, RollCallInfo, SeatPlan,
};
use proptest::prelude::*;

/// A plan of so many seats, numbered from 1, on a spiral.
fn spiral(num_seats: usize) -> Arc<SeatPlan> {
    let seat = |index: usize| {
        let (turn, radius) = (index as f64 * 0.7, 3.0 + index as f64 * 0.4);
        PlannedSeat { number: (index + 1).to_string(), x: radius * turn.cos(), y: radius * turn.sin() }
    };
    Arc::new(SeatPlan { name: "spiral.csv".to_owned(), seats: (0..num_seats).map(seat).collect() })
}

fn shapes() -> impl Strategy<Value = Shape> {
    prop_oneof![
        Just(Shape::Hemicycle),
        Just(Shape::Circle),
        Just(Shape::Horseshoe),
        Just(Shape::Benches),
        Just(Shape::Classroom),
        Just(Shape::Grid),
        Just(Shape::Table),
    ]
}

fn aisles() -> impl Strategy<Value = Aisles> {
    prop_oneof![Just(Aisles::None), Just(Aisles::Parties), (0_usize..30).prop_map(Aisles::Sections)]
}

/// Options as a user may type them, absurd ones too.
fn any_options() -> impl Strategy<Value = LayoutOptions> {
    let number = prop_oneof![Just(f64::NAN), Just(f64::INFINITY), -10.0..1000.0, 0.0..1.2];
    let span = prop_oneof![Just(180.0), Just(360.0), 90.0..360.0, 320.0..=360.0, -1e9..1e9];
    let rows = proptest::option::of(prop_oneof![0_usize..40, 0_usize..1_000_000]);
    (shapes(), rows, span, proptest::option::of(number.clone()), aisles(), number).prop_map(
        |(shape, rows, span, inner, aisles, seat_size)| LayoutOptions {
            shape,
            rows,
            span,
            inner,
            aisles,
            seat_size,
        },
    )
}

/// Options that the shape has, within bounds.
fn fair_options() -> impl Strategy<Value = LayoutOptions> {
    let rows = proptest::option::of(1_usize..20);
    // Up to the full circle, where the two ends of a row come near each other.
    let span = prop_oneof![90.0..340.0, 320.0..=360.0];
    (shapes(), rows, span, aisles()).prop_map(|(shape, rows, span, aisles)| {
        let plain = LayoutOptions::default();
        LayoutOptions {
            rows: rows.filter(|_| shape.has(LayoutOption::Rows)),
            span: if shape.has(LayoutOption::Span) { span } else { plain.span },
            aisles: if shape.has(LayoutOption::Aisles) { aisles } else { plain.aisles },
            shape,
            ..plain
        }
    })
}

/// Party sizes, many of them small.
fn parties() -> impl Strategy<Value = Vec<usize>> {
    proptest::collection::vec(prop_oneof![1_usize..12, 1_usize..12, 1_usize..120], 1..20)
}

fn occupants(sizes: &[usize]) -> Occupants {
    let seats = sizes.iter().sum();
    let side = |side: usize| sizes.iter().skip(side).step_by(3).sum();
    let sides = Sides { government: side(0), opposition: side(1), cross: side(2) };
    Occupants { parties: sizes.len(), sides, ..Occupants::new(seats) }
}

/// The sizes of the blocks of each section.
fn sections(plan: &Plan, sizes: &[usize]) -> Vec<Vec<usize>> {
    if plan.sections.len() == 3 {
        (0..3).map(|side| sizes.iter().skip(side).step_by(3).copied().collect()).collect()
    } else {
        vec![sizes.to_vec()]
    }
}

fn check_no_overlap(plan: &Plan) {
    let least = 2.0 * plan.touching_radius - 1e-9;
    for (index, a) in plan.seats.iter().enumerate() {
        assert!(a.x.is_finite() && a.y.is_finite() && a.along.is_finite(), "{a:?}");
        assert!(a.x.abs() <= 1.0 + 1e-9, "{a:?}");
        for b in &plan.seats[index + 1..] {
            assert!((a.x - b.x).hypot(a.y - b.y) >= least, "{a:?} {b:?}");
        }
    }
}

/// The line that has so many seats on its left touches none.
fn check_line(plan: &Plan, wanted: usize) {
    let radius = plan.touching_radius * LayoutOptions::SEAT_SIZE;
    let line = majority_line(plan, wanted, radius);
    assert!(line.len() > 2);
    for (x, y) in &line {
        let clear = plan.seats.iter().all(|seat| (seat.x - x).hypot(seat.y - y) > radius * 0.999);
        assert!(clear, "{wanted} of {} seats: {x} {y}", plan.seats.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_options_give_every_seat_or_an_error(options in any_options(), sizes in parties()) {
        let occupants = occupants(&sizes);
        match lay_out(&occupants, &options) {
            Ok(plan) => {
                prop_assert_eq!(plan.seats.len(), occupants.seats);
                check_no_overlap(&plan);
            }
            Err(LayoutError::Rows { most, .. }) => prop_assert!(most >= 1),
            Err(LayoutError::Sections { most, .. }) => prop_assert!(most >= 1),
            Err(_) => {}
        }
    }

    #[test]
    fn parties_are_in_one_piece_in_every_shape(options in fair_options(), sizes in parties()) {
        let occupants = occupants(&sizes);
        if let Ok(plan) = lay_out(&occupants, &options) {
            let sizes = sections(&plan, &sizes);
            let seated = seat_blocks(plan.into(), &sizes, options.aisles);
            check_no_overlap(&seated.plan);
            let mut taken = vec![false; occupants.seats];
            for (blocks, sizes) in seated.blocks.iter().zip(&sizes) {
                for (block, &size) in blocks.iter().zip(sizes) {
                    prop_assert_eq!(block.seats.len(), size);
                    prop_assert_eq!(seated.graph.num_pieces(&block.seats), 1, "{:?} {:?}", options, sizes);
                    block.seats.iter().for_each(|&seat| taken[seat] = true);
                }
            }
            prop_assert!(taken.into_iter().all(|taken| taken));
        }
    }

    #[test]
    fn left_and_right_mirror_each_other(shape in shapes(), rows in proptest::option::of(1_usize..15),
            seats in 1_usize..700) {
        prop_assume!(shape != Shape::Benches);
        let rows = rows.filter(|_| shape.has(LayoutOption::Rows));
        let options = LayoutOptions { shape, rows, ..LayoutOptions::default() };
        if let Ok(plan) = lay_out(&Occupants::new(seats), &options) {
            let mut places: Vec<(i64, i64)> =
                plan.seats.iter().map(|seat| ((seat.x * 1e8).round() as i64, (seat.y * 1e8).round() as i64)).collect();
            let mut mirrored: Vec<(i64, i64)> = places.iter().map(|&(x, y)| (-x, y)).collect();
            places.sort_unstable();
            mirrored.sort_unstable();
            let off = places.iter().zip(&mirrored).all(|(a, b)| (a.0 - b.0).abs() < 4 && (a.1 - b.1).abs() < 4);
            prop_assert!(off, "{:?} {}", options, seats);
        }
    }

    #[test]
    fn lines_part_the_seats_and_touch_none(options in fair_options(), seats in 6_usize..400, share in 0.02_f64..0.98) {
        if !options.shape.has(LayoutOption::Line) || options.aisles == Aisles::Parties {
            return Ok(());
        }
        if let Ok(plan) = lay_out(&Occupants::new(seats), &options) {
            check_line(&plan, ((seats as f64 * share) as usize).clamp(1, seats - 1));
        }
    }

    #[test]
    fn everything_is_inside_the_picture(options in fair_options(), sizes in parties(),
            width in 260.0_f64..1600.0, height in 200.0_f64..1200.0, vacant in 0_u32..5, in_chair: bool) {
        let archive = archive(&sizes, vacant, in_chair);
        check_picture(&archive, options, width, height);
    }

    #[test]
    fn members_without_a_seat_are_drawn_below_a_plan(sizes in parties(), more in -20_i64..40) {
        let archive = archive(&sizes, 0, false);
        let total: usize = sizes.iter().sum();
        let seats = usize::try_from(total as i64 + more).unwrap_or(0).max(1);
        let options = LayoutOptions { shape: Shape::Plan(spiral(seats)), ..LayoutOptions::default() };
        let drawn = check_picture(&archive, options, 900.0, 700.0);
        prop_assert_eq!(drawn, total.max(seats), "{} members, {} seats", total, seats);
    }
}

/// A vote of parties with these sizes; seats are numbered from 1.
fn archive(sizes: &[usize], vacant: u32, in_chair: bool) -> Archive {
    let mut archive = Archive::default();
    let mut ballots = Vec::new();
    for (party, &size) in sizes.iter().enumerate() {
        let short = format!("P{}", party * 37);
        archive.parties.push(Party { name: short.clone(), short, colour: None });
        for _ in 0..size {
            let seat = Some((ballots.len() + 1).to_string());
            let party = Some(PartyId(party as u16));
            let id = archive.add_member(Member { party, seat, ..Member::default() });
            let position = match ballots.len() % 5 {
                0 | 1 => Position::For,
                2 => Position::Against,
                3 => Position::Abstain,
                _ => Position::Absent,
            };
            let position = if in_chair && ballots.is_empty() { Position::Presiding } else { position };
            ballots.push((id, Ballot::new(position)));
        }
    }
    let seats = Some(ballots.len() as u32 + vacant);
    archive.add_roll_call(RollCallInfo { seats, ..RollCallInfo::default() }, ballots).expect("members");
    archive
}

/// The ends of inner rows met in chambers like these.
#[test]
fn the_ends_of_a_row_do_not_meet_however_wide_the_span() {
    let sizes: [&[usize]; 4] =
        [&[74, 91, 2, 69, 65, 11, 4], &[108, 59, 9, 65, 9, 111, 10, 29, 9, 9], &[3, 1, 1], &[40, 30, 20, 10]];
    let spans = [337.84, 333.06, 270.0, 300.0, 345.0, 357.6, 359.0, 359.999];
    let mut drawn = 0;
    for sizes in sizes {
        for aisles in [Aisles::None, Aisles::Parties, Aisles::Sections(2), Aisles::Sections(13)] {
            for span in spans {
                for rows in [1, 2, 3, 5, 8, 11, 13].map(Some).into_iter().chain([None]) {
                    let options = LayoutOptions { span, rows, aisles, ..LayoutOptions::default() };
                    match lay_out(&occupants(sizes), &options) {
                        Ok(plan) => {
                            check_line(&plan, 1);
                            check_line(&plan, plan.seats.len() - 1);
                            let seated = seat_blocks(plan.into(), &[sizes.to_vec()], aisles);
                            check_no_overlap(&seated.plan);
                            drawn += 1;
                        }
                        // Few seats do not make many rows, and a span is never the reason.
                        Err(LayoutError::Rows { .. } | LayoutError::Sections { .. }) => {}
                        Err(error) => panic!("{options:?}: {error:?}"),
                    }
                }
            }
        }
    }
    assert!(drawn > 600, "{drawn}");
}

/// Draws a vote and looks whether everybody is drawn once, and inside; answers how many seats there are.
fn check_picture(archive: &Archive, layout: LayoutOptions, width: f64, height: f64) -> usize {
    let roll_call = archive.roll_call(0).expect("a vote");
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "test.csv" };
    let arrangement = Arrangement { layout, order: SeatOrder::Vote, ..Arrangement::default() };
    if arrangement.check(roll_call, summary.seats).is_err() {
        return roll_call.votes().len();
    }
    let scene = diagram(&vote, &Style::light(), &arrangement, width, height, 11.0);
    let mut seen = vec![false; roll_call.votes().len()];
    let mut num_seats = 0;
    for seat in scene.seats() {
        let (at, radius) = (seat.marker.centre, seat.marker.radius);
        let inside = at.x - radius >= -0.5
            && at.x + radius <= width + 0.5
            && at.y - radius >= -0.5
            && at.y + radius <= height + 0.5;
        // A picture too small for its names still has its seats, at a least size.
        assert!(inside || width.min(height) < 300.0, "{arrangement:?} {width}x{height}: {seat:?}");
        num_seats += 1;
        if let Some(ballot) = seat.ballot {
            assert!(!std::mem::replace(&mut seen[ballot], true), "drawn twice");
        }
    }
    assert!(seen.into_iter().all(|seen| seen), "{arrangement:?}");
    let mut texts = Vec::new();
    gather(&scene.items, &mut texts);
    for text in texts {
        let wide = typeface::width(&text.content, text.size, text.weight);
        let left = match text.anchor {
            Anchor::Start => text.at.x,
            Anchor::Middle => text.at.x - wide / 2.0,
            Anchor::End => text.at.x - wide,
        };
        let inside = left >= -0.5 && left + wide <= width + 0.5 && text.at.y <= height + 0.5;
        assert!(inside || width.min(height) < 300.0, "{arrangement:?} {width}x{height}: {text:?}");
    }
    num_seats
}

fn gather<'a>(items: &'a [Item], into: &mut Vec<&'a Text>) {
    for item in items {
        match item {
            Item::Group(group) => gather(&group.items, into),
            Item::Text(text) => into.push(text),
            _ => {}
        }
    }
}
