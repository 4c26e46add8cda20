//! Names in the scripts of other parliaments: drawn in the fonts that are compiled in, in the order in which they are
//! read, and as wide as they were measured. `UPDATE_GOLDEN=1 cargo test --test scripts` writes the pictures anew: look
//! at each before committing it.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use hemicycle::analyze::Summary;
use hemicycle::chart::scene::{Anchor, Item, Medium, Point, Scene, Text, Weight};
use hemicycle::chart::{Arrangement, Part, Style, Template, Typeface, Vote, graphic};
use hemicycle::export::{
    Effort, PictureFormat, PictureOptions, Pixels, Resolution, SvgText, picture, pixels, svg,
};
use hemicycle::lang::Lang;
use hemicycle::model::{Archive, Ballot, Member, Party, PartyId, Position, Rgb, RollCallInfo};

/// "Member" and "First party" in a script.
const NAMES: [[&str; 2]; 6] = [
    ["عضو", "الحزب الأول"],
    ["חבר", "המפלגה הראשונה"],
    ["सदस्य", "पहला दल"],
    ["สมาชิก", "พรรคที่หนึ่ง"],
    ["წევრი", "პირველი პარტია"],
    ["Անդամ", "Առաջին կուսակցություն"],
];

/// A title of two scripts and two directions: "The vote on article 12 (EU), first reading".
const TITLE: &str = "التصويت على المادة 12 (EU) – القراءة الأولى";

/// A subtitle that begins from left to right, with a title in Hebrew inside.
const SUBTITLE: &str = "भाग 7 (No. 12): הצבעה על סעיף 3 (EU), สภา, საკრებულო, ԱԺ";

fn archive() -> Archive {
    let mut archive = Archive::default();
    let mut ballots = Vec::new();
    for (index, [member, party]) in NAMES.into_iter().enumerate() {
        archive.parties.push(Party { name: party.to_owned(), short: party.to_owned(), colour: None });
        for number in 1..=8 {
            let name = format!("{member} {number}");
            let party = Some(PartyId(index as u16));
            let id = archive.add_member(Member { name, party, ..Member::default() });
            let position = match (number, index % 2) {
                (8, _) => Position::Abstain,
                (7, 0) | (1..=6, 1) => Position::Against,
                _ => Position::For,
            };
            ballots.push((id, Ballot::new(position)));
        }
    }
    let info = RollCallInfo { title: Some(TITLE.to_owned()), ..RollCallInfo::default() };
    archive.add_roll_call(info, ballots).expect("members that were added");
    archive
}

fn scene() -> Scene {
    let archive = archive();
    let roll_call = archive.roll_call(0).expect("one vote");
    let summary = Summary::of(roll_call, None);
    let vote = Vote { roll_call, summary: &summary, lang: Lang::En, file: "scripts.csv" };
    let mut template = Template::default();
    template.show(Part::Rebels);
    template.texts.subtitle = Some(SUBTITLE.to_owned());
    graphic(&vote, &Style::light(), &Arrangement::default(), &template)
}

fn outlined(scene: &Scene) -> String {
    let options = PictureOptions { text: SvgText::Outlines, ..PictureOptions::default() };
    String::from_utf8(picture(scene, PictureFormat::Svg, &options).expect("written")).expect("text")
}

fn assert_golden(name: &str, drawn: &str, picture: impl FnOnce() -> Pixels) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, drawn).expect("written");
        let png = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("png");
        fs::write(png, picture().png(Effort::Fast).expect("a picture")).expect("written");
    }
    let golden = fs::read_to_string(&path).expect("the golden file").replace("\r\n", "\n");
    assert!(drawn == golden, "{name} is drawn otherwise than in tests/golden");
}

/// The outlines are those of the fonts inside the program, whatever fonts are installed here.
#[test]
fn golden_names_of_six_scripts() {
    let scene = scene();
    assert_golden("scripts.svg", &svg(&scene), || pixels(&scene, Resolution::default()).expect("drawn"));
    // The words alone: seats have no outlines.
    let mut words = scene.clone();
    words.items.retain(|item| !matches!(item, Item::Group(group) if group.id == "seats"));
    let outlined = outlined(&words);
    let size = [scene.width, scene.height].map(|side| side.round() as u32);
    assert_golden("scripts-outlined.svg", &outlined, || {
        Pixels::of_svg(&outlined, &Typeface::default(), size).expect("drawn")
    });
}

/// Live text names the fonts that its widths were measured in, for where they are installed.
#[test]
fn live_text_names_the_families_of_its_scripts() {
    let drawn = svg(&scene());
    let families = "font-family=\"Noto Sans, Noto Sans Arabic, Noto Sans Devanagari, Noto Sans Hebrew, Noto Sans Thai, \
                    Noto Sans Georgian, Noto Sans Armenian, Open Sans, ";
    assert!(drawn.contains(families), "{}", drawn.lines().next().unwrap_or_default());
}

#[test]
fn outlines_stand_where_the_picture_has_its_texts() {
    let scene = scene();
    let size = [scene.width, scene.height].map(|side| side.round() as u32);
    let picture = pixels(&scene, Resolution::default()).expect("drawn");
    assert_eq!(picture.size, size);
    let outlines = Pixels::of_svg(&outlined(&scene), &Typeface::default(), size).expect("drawn");
    let apart = picture.rgba.iter().zip(&outlines.rgba).filter(|(a, b)| a.abs_diff(**b) > 72).count();
    assert_eq!(apart, 0, "two decimals move an edge by less than a hundredth");
}

#[test]
fn a_pdf_of_these_names_keeps_its_claim_and_embeds_their_fonts() {
    let bytes = picture(&scene(), PictureFormat::Pdf, &PictureOptions::default()).expect("written");
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "every character has a glyph");
    for script in ["Arabic", "Hebrew", "Devanagari", "Thai", "Georgian", "Armenian"] {
        assert!(text.contains(&format!("+NotoSans{script}-Bold")), "{script}");
    }
}

const SIZE: f64 = 40.0;

fn text_alone(content: &str, anchor: Anchor, x: f64, weight: Weight) -> Scene {
    let text = Text {
        at: Point { x, y: 80.0 },
        anchor,
        size: SIZE,
        weight,
        fill: Rgb(0, 0, 0),
        content: content.to_owned(),
    };
    Scene {
        width: 1400.0,
        height: 140.0,
        title: String::new(),
        description: String::new(),
        lang: Lang::En,
        background: Some(Rgb(255, 255, 255)),
        medium: Medium::Screen,
        typeface: Typeface::default(),
        items: vec![Item::Text(text)],
    }
}

/// From the first column of pixels with ink to the last.
fn ink(scene: &Scene) -> (f64, f64) {
    let picture = pixels(scene, Resolution::default()).expect("drawn");
    let width = picture.size[0] as usize;
    let dark = picture.rgba.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[0] < 200);
    let columns: Vec<usize> = dark.map(|(at, _)| at % width).collect();
    let ends = (columns.iter().min(), columns.iter().max());
    (*ends.0.expect("ink") as f64, *ends.1.expect("ink") as f64 + 1.0)
}

/// Shaped as a whole, a text of mixed scripts becomes boxes, and clusters of several glyphs stand on each other.
#[test]
fn texts_are_as_wide_as_they_were_measured() {
    let typeface = Typeface::default();
    let texts = [
        "الأمة (EU) 12",
        "EU الأمة",
        "הכנסת (No. 7)",
        "भारतीय (BJ) संविधान",
        "সংসদ সদস্য (AL)",
        "ਪਹਿਲੀ ਪਾਰਟੀ A",
        "સભ્ય પ્રથમ B",
        "ଓଡ଼ିଶା ପ୍ରଥମ C",
        "உறுப்பினர் (A) கட்சி",
        "సభ్యుడు (B) మొదటి",
        "ಸದಸ್ಯ ಮೊದಲ D",
        "അംഗം ഒന്നാം E",
        "සාමාජික F",
        "รัฐสภาที่หนึ่ง G",
        "ສະພາທີໜຶ່ງ H",
        "សមាជិក ទីមួយ I",
        "အဖွဲ့ဝင် ပထမ J",
        "አንደኛ ፓርቲ K",
        "საკრებულო L",
        "Ազգային ժողով M",
        "މަޖިލިސް N",
        "ⴰⴳⵔⴰⵡ O",
        "ᓄᓇᕗᑦ P",
    ];
    for text in texts {
        assert!(typeface.missing(text).is_empty(), "{text}");
        for weight in [Weight::Regular, Weight::Bold] {
            let width = typeface.width(text, SIZE, weight);
            for (anchor, x, left) in [
                (Anchor::Start, 100.0, 100.0),
                (Anchor::Middle, 700.0, 700.0 - width / 2.0),
                (Anchor::End, 1300.0, 1300.0 - width),
            ] {
                let (from, to) = ink(&text_alone(text, anchor, x, weight));
                // What a letter leaves free at its sides, or a mark reaches over them.
                let off = [from - left, to - left - width].map(|off| off.abs() / SIZE);
                assert!(off.iter().all(|&off| off < 0.12), "{text} {weight:?} {anchor:?}: {off:?}");
            }
        }
    }
}

/// Digits stand to the left of a word that runs from right to left, brackets around what they enclose.
#[test]
fn runs_stand_from_left_to_right() {
    let typeface = Typeface::default();
    let order = |text: &str| -> Vec<String> {
        typeface.runs(text, Weight::Regular).iter().map(|run| run.text.to_owned()).collect()
    };
    assert_eq!(order("חבר 12"), ["12", "חבר "]);
    assert_eq!(order("EU חבר"), ["EU ", "חבר"]);
    assert_eq!(order("חבר EU 7"), ["EU 7", "חבר "]);
    assert_eq!(order("भाग 7"), ["भाग ", "7"]);
    assert_eq!(order("abc é"), ["abc é"]);
}
