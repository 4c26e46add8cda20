//! A typeface for `usvg`: the very fonts that widths were measured in, and no others.

use std::sync::Arc;

use usvg::{FontResolver, Options, fontdb};

use crate::chart::Typeface;
use crate::chart::scene::Weight;

/// What `usvg` needs to draw texts in a typeface, and in no other font, so that a drawing looks the same on every
/// machine.
pub(super) fn options(typeface: &Typeface) -> Options<'static> {
    let mut fonts = fontdb::Database::new();
    let mut ids = Vec::new();
    for face in typeface.faces() {
        let (data, index) = face.data();
        let loaded = fonts.load_font_source(fontdb::Source::Binary(Arc::new(data)));
        ids.extend(loaded.into_iter().nth(index as usize).map(|id| (face.clone(), id)));
    }
    fonts.set_sans_serif_family(typeface.family());
    fonts.set_serif_family(typeface.family());
    let typeface = typeface.clone();
    let font_resolver = FontResolver {
        // The font that widths were measured in.
        select_fallback: Box::new(move |c, used, fonts| {
            let is_bold = fonts.face(*used.first()?)?.weight >= fontdb::Weight::SEMIBOLD;
            let weight = if is_bold { Weight::Bold } else { Weight::Regular };
            let wanted = typeface.face_for(c, weight)?;
            let id = ids.iter().find(|(face, _)| face.data() == wanted.data()).map(|(_, id)| *id)?;
            (!used.contains(&id)).then_some(id)
        }),
        ..FontResolver::default()
    };
    let font_family = fonts.family_name(&fontdb::Family::SansSerif).to_owned();
    Options { fontdb: Arc::new(fonts), font_family, font_resolver, ..Options::default() }
}
