//! Draws every shape at several sizes into one PNG: `cargo run --release --example contact_sheet -- OUT.png`.
//!
//! The chambers are made up: eight parties of which the smallest has a seat or two, votes by a fixed rule.

use std::error::Error;
use std::sync::Arc;

use hemicycle::analyze::Summary;
use hemicycle::chart::scene::{Anchor, Item, Point, Text, Weight};
use hemicycle::chart::{Arrangement, SeatOrder, Style, Vote, diagram};
use hemicycle::export::{PictureFormat, PictureOptions, picture};
use hemicycle::lang::Lang;
use hemicycle::layout::{Aisles, LayoutOption, LayoutOptions, Occupants, Shape, lay_out};
use hemicycle::model::{
    Archive, Ballot, Member, Party, PartyId, PlannedSeat, Position, RollCallInfo, SeatPlan,
};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

const CELL: (f64, f64) = (400.0, 290.0);
const SIZES: [usize; 5] = [5, 24, 101, 577, 2980];
/// The parties' shares of a thousand seats, from left to right.
const PARTIES: [(&str, usize); 8] = [
    ("RED", 61),
    ("ROSE", 178),
    ("GRN", 64),
    ("IND", 2),
    ("MID", 242),
    ("LIB", 80),
    ("BLUE", 290),
    ("FAR", 83),
];

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("say which PNG file to write")?;
    let round = |span: f64, aisles: Aisles| LayoutOptions { span, aisles, ..LayoutOptions::default() };
    let shaped = |shape: Shape| LayoutOptions { shape, ..LayoutOptions::default() };
    let rows: Vec<(&str, LayoutOptions)> = vec![
        ("hemicycle", LayoutOptions::default()),
        ("hemicycle, 120°", round(120.0, Aisles::None)),
        ("hemicycle, 240°", round(240.0, Aisles::None)),
        ("hemicycle, aisles between parties", round(180.0, Aisles::Parties)),
        ("hemicycle, 4 sections", round(180.0, Aisles::Sections(4))),
        ("circle", shaped(Shape::Circle)),
        ("horseshoe", shaped(Shape::Horseshoe)),
        ("benches", shaped(Shape::Benches)),
        ("classroom", shaped(Shape::Classroom)),
        ("grid", shaped(Shape::Grid)),
        ("table", shaped(Shape::Table)),
        ("seat plan", shaped(Shape::Plan(Arc::new(SeatPlan::default())))),
    ];
    let (width, height) = ((CELL.0 as u32) * SIZES.len() as u32, (CELL.1 as u32) * rows.len() as u32);
    let mut sheet = image::RgbaImage::new(width, height);
    for (row, (name, layout)) in rows.iter().enumerate() {
        for (column, num_seats) in SIZES.into_iter().enumerate() {
            let cell = cell(name, layout, num_seats)?;
            let (x, y) = (column as i64 * CELL.0 as i64, row as i64 * CELL.1 as i64);
            image::imageops::overlay(&mut sheet, &cell, x, y);
        }
    }
    let file = std::io::BufWriter::new(std::fs::File::create(out)?);
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    image::DynamicImage::from(sheet).into_rgb8().write_with_encoder(encoder)?;
    Ok(())
}

fn cell(name: &str, layout: &LayoutOptions, num_seats: usize) -> Result<image::RgbaImage, Box<dyn Error>> {
    let archive = chamber(num_seats);
    let roll_call = archive.roll_call(0).ok_or("no vote")?;
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "contact sheet" };
    let mut layout = layout.clone();
    if let Shape::Plan(_) = layout.shape {
        layout.shape = Shape::Plan(Arc::new(plan(num_seats)?));
    }
    if let Aisles::Sections(_) = layout.aisles {
        layout.aisles = Aisles::Sections(4.min(num_seats / 2));
    }
    let lines =
        if layout.shape.has(LayoutOption::Line) { vec![num_seats as u32 / 2 + 1] } else { Vec::new() };
    // Two parties of the right and the middle govern.
    let government = vec!["MID".to_owned(), "BLUE".to_owned()];
    let cross = vec!["IND".to_owned()];
    let arrangement =
        Arrangement { layout, order: SeatOrder::Vote, lines, government, cross, ..Arrangement::default() };
    arrangement
        .check(roll_call, summary.seats)
        .map_err(|fault| format!("{name}, {num_seats}: {}", fault.text(Lang::En)))?;
    let style = Style::light();
    let mut scene = diagram(&vote, &style, &arrangement, CELL.0, CELL.1, 9.0);
    scene.items.push(Item::Text(Text {
        at: Point { x: 12.0, y: CELL.1 - 8.0 },
        anchor: Anchor::Start,
        size: 9.0,
        weight: Weight::Regular,
        fill: style.secondary,
        content: format!("{name}, {num_seats}"),
    }));
    let png = picture(&scene, PictureFormat::Png, &PictureOptions::default())?;
    Ok(image::load_from_memory(&png)?.into_rgba8())
}

/// A vote of so many seats: half of each party for, a third against, the rest in all the other ways.
fn chamber(num_seats: usize) -> Archive {
    let mut archive = Archive::default();
    for (short, _) in PARTIES {
        archive.parties.push(Party { name: short.to_owned(), short: short.to_owned(), colour: None });
    }
    let mut ballots = Vec::with_capacity(num_seats);
    let mut party = 0;
    for index in 0..num_seats {
        let share = (index * 1000 + 500) / num_seats;
        let before = |party: usize| PARTIES[..=party].iter().map(|(_, share)| share).sum::<usize>();
        while party + 1 < PARTIES.len() && share >= before(party) {
            party += 1;
        }
        let id = archive.add_member(Member {
            name: format!("Member {}", index + 1),
            party: Some(PartyId(party as u16)),
            seat: Some((index + 1).to_string()),
            ..Member::default()
        });
        let position = match (index * 7 + party) % 12 {
            0..=4 => Position::For,
            5..=8 => Position::Against,
            9 => Position::Abstain,
            10 => Position::Absent,
            _ => Position::NotVoting,
        };
        let position = if index == num_seats / 2 && num_seats > 50 { Position::Presiding } else { position };
        ballots.push((id, Ballot::new(position)));
    }
    // A ballot can only name members that were added.
    archive.add_roll_call(RollCallInfo::default(), ballots).ok();
    archive
}

/// A plan of one seat in nine more than members, in six sections.
fn plan(num_seats: usize) -> Result<SeatPlan, Box<dyn Error>> {
    let total = num_seats + num_seats / 9 + 1;
    let aisles = Aisles::Sections(6.min(total / 2));
    let options = LayoutOptions { aisles, span: 220.0, ..LayoutOptions::default() };
    let plan = lay_out(&Occupants::new(total), &options).map_err(|fault| format!("{fault:?}"))?;
    let mut places: Vec<(f64, f64, f64)> =
        plan.seats.iter().map(|seat| (seat.along, seat.x, seat.y)).collect();
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let seat = |(index, (_, x, y))| PlannedSeat { number: format!("{}", index + 1), x, y };
    Ok(SeatPlan { name: "plan.csv".to_owned(), seats: places.into_iter().enumerate().map(seat).collect() })
}
