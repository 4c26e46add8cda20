//! A typeface for `usvg`: the very fonts that widths were measured in, and no others.

use std::sync::Arc;

use usvg::fontdb::{self, Database, ID, Source};
use usvg::{FontFamily, FontResolver, Options};

use crate::chart::scene::Weight;
use crate::chart::{FontFace, Typeface};

/// What the name of a family begins with that asks for one font of a typeface, by its place in it.
const PLACE: &str = "place ";

/// The name of a family by which a document asks for one font of a typeface.
pub(super) fn family_at(place: usize) -> String {
    format!("{PLACE}{place}")
}

/// What `usvg` needs to draw texts in a typeface, and in no other font, so that a drawing looks the same on every
/// machine. Fonts beside the family's own are read when a text needs them.
pub(super) fn options(typeface: &Typeface) -> Options<'static> {
    let mut fonts = Database::new();
    for weight in [Weight::Regular, Weight::Bold] {
        id_of(typeface.own(weight), &mut fonts);
    }
    fonts.set_sans_serif_family(typeface.family());
    fonts.set_serif_family(typeface.family());
    let font_family = fonts.family_name(&fontdb::Family::SansSerif).to_owned();
    let by_name = FontResolver::default_font_selector();
    let of_places = typeface.clone();
    let typeface = typeface.clone();
    let font_resolver = FontResolver {
        select_font: Box::new(move |font, fonts| {
            let place = font.families().iter().find_map(place_in);
            match place.and_then(|place| of_places.face_at(place)) {
                Some(face) => id_of(face, Arc::make_mut(fonts)),
                None => by_name(font, fonts),
            }
        }),
        // The font that widths were measured in.
        select_fallback: Box::new(move |c, used, fonts| {
            let is_bold = fonts.face(*used.first()?)?.weight >= fontdb::Weight::SEMIBOLD;
            let weight = if is_bold { Weight::Bold } else { Weight::Regular };
            let id = id_of(typeface.face_for(c, weight)?, Arc::make_mut(fonts))?;
            (!used.contains(&id)).then_some(id)
        }),
    };
    Options { fontdb: Arc::new(fonts), font_family, font_resolver, ..Options::default() }
}

fn place_in(family: &FontFamily) -> Option<usize> {
    if let FontFamily::Named(name) = family { name.strip_prefix(PLACE)?.parse().ok() } else { None }
}

/// Where a font is in a database, which takes it in when it is not there yet.
fn id_of(face: &FontFace, fonts: &mut Database) -> Option<ID> {
    let (data, index) = face.data();
    let is_it = |info: &&fontdb::FaceInfo| match &info.source {
        Source::Binary(bytes) => info.index == index && std::ptr::eq((**bytes).as_ref(), data),
        _ => false,
    };
    if let Some(known) = fonts.faces().find(is_it) {
        return Some(known.id);
    }
    fonts.load_font_source(Source::Binary(Arc::new(data)));
    fonts.faces().find(is_it).map(|info| info.id)
}
