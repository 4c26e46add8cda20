//! The files that pictures are exported to: what they hold, and that they hold it every time.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use hemicycle::analyze::Summary;
use hemicycle::app::Sample;
use hemicycle::chart::scene::Scene;
use hemicycle::chart::{Arrangement, Page, Proof, Style, Template, Texts, Typeface, Vote, graphic};
use hemicycle::export::{
    Effort, ExportFormat, PageStyles, PictureFormat, PictureOptions, Pixels, Resolution, SvgText, is_whole,
    picture, pixels, svg, web_page, write_unsynced,
};
use hemicycle::lang::Lang;
use hemicycle::read::{Source, read};

fn with_vote<T>(source: &Source, lang: Lang, then: impl FnOnce(&Vote<'_>) -> T) -> T {
    let reading = read(source).expect("a roll call");
    let roll_call = reading.roll_call().expect("one vote");
    let summary = Summary::of(roll_call, None);
    then(&Vote { roll_call, summary: &summary, lang, file: &reading.file })
}

fn scene(source: &Source) -> Scene {
    with_vote(source, Lang::En, |vote| {
        graphic(
            vote,
            &Style::light(),
            &Arrangement::default(),
            &Template { page: Page::pixels(1200.0, 1120.0), ..Template::default() },
        )
    })
}

fn founding() -> Scene {
    scene(&Sample::Founding.source())
}

fn page(source: &Source, lang: Lang) -> String {
    with_vote(source, lang, |vote| {
        web_page(vote, &Texts::default(), &Arrangement::default(), &PageStyles::default())
    })
}

/// Names that would be more than names where they were not escaped.
fn evil() -> Source {
    let names = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"onload=\"alert(1)",
        "'onmouseover='alert(1)",
        "{{script}}{{style}}",
        "\u{202e}gnirts",
        "<!--",
        "]]>",
        "</style><style>*{display:none}</style>",
        "\u{1}\u{7f}\u{9f}",
    ];
    let mut text = "# title: </title><script>alert(1)</script>\nname,party,vote\n".to_owned();
    for (index, name) in names.iter().enumerate() {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let party = names[(index + 1) % names.len()];
        text += &format!("{},{},{}\n", quoted(name), quoted(party), ["yes", "no"][index % 2]);
    }
    Source::new("evil.csv", text)
}

#[test]
fn an_svg_has_its_parts_as_layers_and_every_member_as_an_element() {
    let drawing = svg(&founding());
    let tree = roxmltree::Document::parse(&drawing).expect("well-formed");
    let inkscape = "http://www.inkscape.org/namespaces/inkscape";
    let layers: Vec<&str> = tree
        .root_element()
        .children()
        .filter(|node| node.attribute((inkscape, "groupmode")) == Some("layer"))
        .filter_map(|node| node.attribute((inkscape, "label")))
        .collect();
    for name in ["headline", "tally", "seats", "legend", "parties", "source"] {
        assert!(layers.contains(&name), "{name} in {layers:?}");
    }
    let seats = tree.descendants().find(|node| node.attribute("id") == Some("seats")).expect("seats");
    let parties: Vec<&str> =
        seats.children().filter_map(|node| node.attribute((inkscape, "label"))).collect();
    assert_eq!(parties.len(), 13, "{parties:?}");
    assert!(parties.contains(&"party-RN") && parties.contains(&"vacant"));
    let member = tree
        .descendants()
        .find(|node| node.attribute("id") == Some("seat-delphine-lingemann"))
        .expect("a seat by its member's name");
    let title = member.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "title")));
    assert_eq!(title.and_then(|title| title.text()), Some("Delphine Lingemann, Les Démocrates: For"));
    assert!(identifiers(&svg(&founding())).len() > 577);
}

/// The identifiers of a document, which are unique, or layers and names would be lost.
fn identifiers(svg: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(svg).expect("sound XML");
    let ids: Vec<String> =
        tree.descendants().filter_map(|node| node.attribute("id")).map(str::to_owned).collect();
    let different: std::collections::BTreeSet<&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len(), "{ids:?}");
    ids
}

#[test]
fn members_called_like_something_else_keep_identifiers_of_their_own() {
    for (names, seats) in [
        ("Count\nBo", ["seat-count", "seat-bo"]),
        ("Vacant\nBo", ["seat-vacant", "seat-bo"]),
        ("Vacant 2\nBo", ["seat-vacant-2", "seat-bo"]),
        ("Ann-2\nAnn\nANN", ["seat-ann-2", "seat-ann"]),
        ("Title\nSeats", ["seat-title", "seat-seats"]),
    ] {
        let rows: Vec<String> = names.lines().map(|name| format!("{name},A,for")).collect();
        let text = format!("# seats: 9\nname,party,vote\n{}\nBo,B,against\n", rows.join("\n"));
        let ids = identifiers(&svg(&scene(&Source::new("test.csv", text))));
        assert!(seats.iter().all(|seat| ids.iter().any(|id| id.starts_with(seat))), "{names}: {ids:?}");
        assert!(ids.iter().any(|id| id.starts_with("seat-count")), "{ids:?}");
    }
}

#[test]
fn outlined_texts_look_the_same_and_keep_groups_and_names() {
    let scene = founding();
    let options = PictureOptions { text: SvgText::Outlines, ..PictureOptions::default() };
    let outlined =
        String::from_utf8(picture(&scene, PictureFormat::Svg, &options).expect("written")).unwrap();
    let live = svg(&scene);
    assert!(live.matches("<text").count() > 40);
    assert_eq!(outlined.matches("<text").count(), 0);
    for kept in ["<g id=\"", "data-member=\"", "<title>Delphine Lingemann", "inkscape:label=\""] {
        assert_eq!(outlined.matches(kept).count(), live.matches(kept).count(), "{kept}");
    }
    assert!(outlined.contains("<title>119</title>"), "an outline says what it reads");
    let draw = |svg: &str| Pixels::of_svg(svg, &Typeface::default(), [1200, 1120]).expect("drawn").rgba;
    let (a, b) = (draw(&live), draw(&outlined));
    // Two decimals move an edge by less than a hundredth, which tips a quarter of a pixel here and there.
    let apart: Vec<u8> = a.iter().zip(&b).map(|(a, b)| a.abs_diff(*b)).filter(|&apart| apart > 16).collect();
    assert!(
        apart.iter().all(|&apart| apart <= 72) && apart.len() < 1000,
        "{} {:?}",
        apart.len(),
        apart.iter().max()
    );
}

/// The chunks of a PNG: kind and data.
fn chunks(png: &[u8]) -> Vec<(&[u8], &[u8])> {
    let mut rest = &png[8..];
    let mut chunks = Vec::new();
    while rest.len() >= 12 {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        chunks.push((&rest[4..8], &rest[8..8 + length]));
        rest = &rest[12 + length..];
    }
    chunks
}

#[test]
fn a_png_knows_its_size_on_paper_and_what_it_shows() {
    let scene = founding();
    let options = PictureOptions { resolution: Resolution::Dpi(300.0), ..PictureOptions::default() };
    let bytes = picture(&scene, PictureFormat::Png, &options).expect("drawn");
    let chunks = chunks(&bytes);
    let chunk = |kind: &[u8]| chunks.iter().find(|(found, _)| *found == kind).expect("the chunk").1;
    // 1200 × 1120 units of 1/96 inch at 300 dots to the inch; 300 / 0.0254 dots to the metre.
    assert_eq!(chunk(b"IHDR")[..8], [3750_u32.to_be_bytes(), 3500_u32.to_be_bytes()].concat());
    assert_eq!(chunk(b"pHYs"), [&11_811_u32.to_be_bytes()[..], &11_811_u32.to_be_bytes()[..], &[1]].concat());
    let texts: Vec<&[u8]> =
        chunks.iter().filter(|(kind, _)| *kind == b"iTXt").map(|(_, data)| *data).collect();
    assert!(texts[0].starts_with(b"Title\0") && texts[1].starts_with(b"Description\0"));
    assert!(String::from_utf8_lossy(texts[1]).contains("rejected by 119 votes to 24"));
}

#[test]
fn png_and_webp_hold_the_same_pixels_whatever_the_effort() {
    let scene = founding();
    let drawn = pixels(&scene, Resolution::Scale(0.5)).expect("drawn");
    let opaque: Vec<u8> = drawn.rgba.chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
    let mut sizes = Vec::new();
    for effort in [Effort::Small, Effort::Fast] {
        let png = drawn.png(effort).expect("written");
        assert_eq!(image::load_from_memory(&png).expect("a PNG").to_rgb8().into_raw(), opaque);
        sizes.push(png.len());
    }
    assert!(sizes[0] < sizes[1], "{sizes:?}");
    let options = PictureOptions { resolution: Resolution::Scale(0.5), ..PictureOptions::default() };
    let webp = picture(&scene, PictureFormat::Webp, &options).expect("written");
    let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(webp)).expect("a WebP");
    assert_eq!((decoder.dimensions(), decoder.has_alpha()), ((600, 560), false));
    let mut decoded = vec![0; decoder.output_buffer_size().expect("a size")];
    decoder.read_image(&mut decoded).expect("whole");
    assert!(decoded == opaque);
}

#[test]
fn a_pdf_is_a_page_of_the_right_size_that_claims_to_be_accessible() {
    let bytes = picture(&founding(), PictureFormat::Pdf, &PictureOptions::default()).expect("written");
    assert!(bytes.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<pdfuaid:part>1</pdfuaid:part>"), "PDF/UA-1");
    assert!(text.contains("French deputies") || text.contains("amendment") || text.contains("dc:title"));
    // 1200 × 1120 units of 1/96 inch in points of 1/72 inch.
    assert!(text.contains("[0 0 900 840]"), "the size of the page");
}

#[test]
fn a_character_that_no_font_has_is_no_reason_for_not_writing_a_page() {
    let source =
        Source::new("names.csv", "name,party,vote\nA,\u{13000}\u{13001},yes\nB,\u{13000}\u{13001},no\n");
    let bytes = picture(&scene(&source), PictureFormat::Pdf, &PictureOptions::default()).expect("written");
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(!String::from_utf8_lossy(&bytes).contains("pdfuaid"), "it does not claim what it does not keep");
}

#[test]
fn every_format_is_the_same_bytes_every_time() {
    let scene = founding();
    for format in [PictureFormat::Svg, PictureFormat::Png, PictureFormat::Pdf, PictureFormat::Webp] {
        let write = || picture(&scene, format, &PictureOptions::default()).expect("written");
        assert!(write() == write(), "{format:?}");
    }
    let write = || page(&Sample::Founding.source(), Lang::En);
    assert!(write() == write());
}

#[test]
fn a_page_is_small_and_asks_for_nothing() {
    for lang in Lang::ALL {
        let page = page(&Sample::Founding.source(), lang);
        assert!(page.len() < 200_000, "{lang:?}: {} bytes", page.len());
        for foreign in
            [" src=", " href=", "url(", "@import", "http://", "https://", " style=", " onclick", "<link"]
        {
            let without_namespace = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!without_namespace.contains(foreign), "{foreign}");
        }
        assert!(page.contains("default-src 'none'") && !page.contains("unsafe"));
        assert_eq!(page.matches("<tr class=").count(), 577);
        assert!(!page.contains("{{") && !page.contains("}}<"), "every place of the template is filled");
    }
}

/// Every colour of a page is a declaration of its palette.
fn colours(page: &str) -> Vec<&str> {
    let declarations = page.split("--c").skip(1).filter_map(|piece| piece.split_once(":#"));
    declarations.filter_map(|(_, colour)| colour.get(..6)).collect()
}

#[test]
fn a_page_is_shown_as_other_eyes_see_it() {
    let source = Sample::Founding.source();
    let seen = |proof| {
        let styles = PageStyles { proof, ..PageStyles::default() };
        with_vote(&source, Lang::En, |vote| {
            web_page(vote, &Texts::default(), &Arrangement::default(), &styles)
        })
    };
    let is_grey = |colour: &str| colour[..2] == colour[2..4] && colour[2..4] == colour[4..];
    let grey = seen(Some(Proof::Grey));
    assert!(colours(&grey).len() > 20);
    assert!(colours(&grey).into_iter().all(is_grey), "{:?}", colours(&grey));
    assert!(!colours(&seen(None)).into_iter().all(is_grey));
}

#[test]
fn a_page_says_what_the_rule_asked_for() {
    let french = page(&Sample::Classroom.source(), Lang::Fr);
    let sentence =
        "<p class=\"rule\">Plus de voix pour que de voix contre\u{a0}: 11 nécessaires, 14 pour, 3 de plus";
    assert!(french.contains(sentence));
    let polish = page(&Sample::Classroom.source(), Lang::Pl);
    for words in ["Szukaj członka, klubu lub miejsca", "Kolor mandatów", "Wszystkie 25 mandatów w tabeli"]
    {
        assert!(polish.contains(words), "{words}");
    }
}

#[test]
fn what_comes_from_a_file_is_text_in_every_format() {
    let page = page(&evil(), Lang::En);
    assert_eq!(page.matches("<script>").count(), 1);
    assert_eq!(page.matches("</script>").count(), 1);
    assert_eq!((page.matches("<style>").count(), page.matches("</style>").count()), (1, 1));
    for forbidden in ["<img", "<!--", "\"onload", "'onmouseover", "</title><", "\u{1}", "\u{7f}"] {
        assert!(!page.contains(forbidden), "{forbidden:?}");
    }
    assert!(page.contains("{{script}}{{style}}"), "a name with braces stays a name");
    let scene = scene(&evil());
    for text in [SvgText::Live, SvgText::Outlines] {
        let options = PictureOptions { text, ..PictureOptions::default() };
        let bytes = picture(&scene, PictureFormat::Svg, &options).expect("written");
        let drawing = String::from_utf8(bytes).expect("UTF-8");
        let tree = roxmltree::Document::parse(&drawing).expect("well-formed");
        let names: Vec<&str> = tree.descendants().map(|node| node.tag_name().name()).collect();
        assert!(!names.contains(&"script") && !names.contains(&"img") && !names.contains(&"style"));
    }
    for format in [PictureFormat::Png, PictureFormat::Pdf, PictureFormat::Webp] {
        picture(&scene, format, &PictureOptions::default()).expect("written");
    }
}

#[test]
fn a_file_is_whole_as_it_is_drawn_and_not_where_it_is_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    let scene = founding();
    for format in ExportFormat::ALL {
        let path = folder.path().join(format!("vote.{}", format.ending()));
        assert!(!is_whole(&path, format), "{format:?} is not there");
        let bytes = match format {
            ExportFormat::Page => page(&Sample::Founding.source(), Lang::En).into_bytes(),
            ExportFormat::Picture(format) => {
                picture(&scene, format, &PictureOptions::default()).expect("drawn")
            }
        };
        write_unsynced(&path, &bytes).expect("written");
        assert!(is_whole(&path, format), "{format:?}");
        for kept in [0, 1, 7, bytes.len() / 2, bytes.len() - 1] {
            write_unsynced(&path, &bytes[..kept]).expect("written");
            assert!(!is_whole(&path, format), "{format:?} of {kept} bytes");
        }
    }
}
