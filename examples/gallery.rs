//! Draws the pictures of `docs/gallery.md`: `cargo run --release --example gallery -- docs/gallery`.
//!
//! The founding vote in every preset and language; a made-up vote, in which everything occurs, in every style, with
//! every way to fill a seat, and as other eyes see it.

use std::error::Error;
use std::path::{Path, PathBuf};

use hemicycle::analyze::Summary;
use hemicycle::app::Sample;
use hemicycle::chart::scene::Scene;
use hemicycle::chart::{
    Arrangement, Encoding, Page, Part, Preset, Proof, SeatColour, Style, Template, Vote, graphic, proof,
};
use hemicycle::export::{Effort, Resolution, pixels};
use hemicycle::lang::Lang;
use hemicycle::model::{Archive, Ballot, Member, Party, PartyId, Position, RollCallInfo};
use hemicycle::read::read;
use hemicycle::stylesheet::{SHIPPED, StyleSheet, dressed};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("say which folder to write to")?);
    std::fs::create_dir_all(&folder)?;
    let plain = Arrangement::default();
    let reading = read(&Sample::Founding.source()).map_err(|error| error.to_string())?;
    for preset in Preset::ALL {
        let scene = draw(&reading.archive, Lang::En, &Style::light(), &plain, &preset.template())?;
        save(&folder, preset.key(), &scene)?;
    }
    for lang in Lang::ALL.into_iter().filter(|&lang| lang != Lang::En) {
        let mut template = Preset::Square.template();
        template.page.type_scale = 1.1;
        let scene = draw(&reading.archive, lang, &Style::light(), &plain, &template)?;
        save(&folder, &format!("language-{}", lang.code()), &scene)?;
    }
    let city = city();
    let card = Template { page: Page::pixels(1000.0, 920.0), ..Preset::Article.template() };
    for (name, _) in SHIPPED {
        let style = StyleSheet::load(name)?.style()?;
        save(&folder, &format!("style-{name}"), &draw(&city, Lang::En, &style, &plain, &card)?)?;
    }
    let chamber = Template {
        parts: vec![Part::Tally, Part::Chamber, Part::MajorityLine, Part::Legend],
        page: Page::pixels(1000.0, 720.0),
        ..Template::default()
    };
    let by_vote = Encoding::default();
    for (name, encoding) in [
        ("glyphs", Encoding { glyphs: true, ..by_vote }),
        ("patterns", Encoding { patterns: true, ..by_vote }),
        ("ring-of-party", Encoding { ring: Some(SeatColour::Party), ..by_vote }),
        ("ring-of-vote", Encoding { fill: SeatColour::Party, ring: Some(SeatColour::Vote), ..by_vote }),
    ] {
        let style = Style { encoding, ..Style::light() };
        save(&folder, &format!("seats-{name}"), &draw(&city, Lang::En, &style, &plain, &chamber)?)?;
    }
    let seen = draw(&city, Lang::En, &Style::light(), &plain, &chamber)?;
    for (name, eye) in [
        ("protanopia", Proof::Protanopia),
        ("deuteranopia", Proof::Deuteranopia),
        ("tritanopia", Proof::Tritanopia),
        ("grey", Proof::Grey),
    ] {
        save(&folder, &format!("proof-{name}"), &proof(&seen, eye))?;
    }
    let council = made_up("Shall the fountain run in winter?", &[("Oak", 2), ("Elm", 3)]);
    save(&folder, "five", &draw(&council, Lang::En, &Style::light(), &plain, &Preset::Square.template())?)?;
    let shares: Vec<(String, usize)> =
        (0..30).map(|n| (format!("Delegation {}", n + 1), 40 + n * 4)).collect();
    let shares: Vec<(&str, usize)> = shares.iter().map(|(name, seats)| (name.as_str(), *seats)).collect();
    let congress = made_up("The congress of the federation votes on its statutes", &shares);
    save(&folder, "three-thousand", &draw(&congress, Lang::En, &Style::light(), &plain, &card)?)?;
    Ok(())
}

fn draw(
    archive: &Archive,
    lang: Lang,
    style: &Style,
    arrangement: &Arrangement,
    template: &Template,
) -> Result<Scene, Box<dyn Error>> {
    let mut archive = archive.clone();
    archive.parties = dressed(&archive.parties, &[]);
    let roll_call = archive.roll_call(0).ok_or("no vote")?;
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang, file: "made-up.csv" };
    Ok(graphic(&vote, style, arrangement, template))
}

/// Writes a picture small in bytes.
fn save(folder: &Path, name: &str, scene: &Scene) -> Result<(), Box<dyn Error>> {
    // Those of the languages stand four in a row.
    let width = if name.starts_with("language") { 360.0 } else { 560.0 };
    let bytes = pixels(scene, Resolution::Scale(width / scene.width))?.png(Effort::Fast)?;
    let picture = image::load_from_memory(&bytes)?;
    let file = std::io::BufWriter::new(std::fs::File::create(folder.join(format!("{name}.png")))?);
    let encoder = PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive);
    if scene.background.is_some() {
        image::DynamicImage::from(picture.into_rgb8()).write_with_encoder(encoder)?;
    } else {
        picture.write_with_encoder(encoder)?;
    }
    Ok(())
}

/// A city council of 101 in which every position occurs.
fn city() -> Archive {
    made_up(
        "More trees along the avenues",
        &[
            ("Harbour List", 9),
            ("Green Town", 17),
            ("Workers", 22),
            ("Civic Union", 12),
            ("Market Party", 27),
            ("Old Town", 14),
        ],
    )
}

fn made_up(title: &str, parties: &[(&str, usize)]) -> Archive {
    let mut archive = Archive::default();
    let mut ballots = Vec::new();
    for (place, &(name, seats)) in parties.iter().enumerate() {
        archive.parties.push(Party { name: name.to_owned(), short: name.to_owned(), colour: None });
        for seat in 0..seats {
            let member = Member {
                name: format!("Member {} of {name}", seat + 1),
                party: Some(PartyId(place as u16)),
                ..Member::default()
            };
            let id = archive.add_member(member);
            let with_party = if place % 3 == 1 { Position::Against } else { Position::For };
            let position = match (seat * 7 + place) % 19 {
                0 => Position::Abstain,
                1 => Position::Absent,
                2 if seats > 12 => Position::Excused,
                3 if place % 2 == 0 => Position::Against,
                _ => with_party,
            };
            ballots.push((id, Ballot::new(position)));
        }
    }
    let info = RollCallInfo {
        title: Some(title.to_owned()),
        chamber: Some("A made-up council".to_owned()),
        source: Some("made up for this picture".to_owned()),
        ..RollCallInfo::default()
    };
    // A ballot can only name members that were added.
    archive.add_roll_call(info, ballots).ok();
    archive
}
