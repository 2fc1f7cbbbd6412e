//! The one font of pictures: Inter Display SemiBold, the part for Latin, Greek and Cyrillic (see `font/ORIGIN.md`).
//! Pages use the fonts of the reader's machine.

use resvg::usvg::fontdb::{Database, ID};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::{Arc, LazyLock};

/// The name of the family in the font file.
pub const FAMILY: &str = "Inter Display Semi Bold";

static BYTES: &[u8] = include_bytes!("font/InterDisplay-SemiBold.otf");

static DATABASE: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_font_data(BYTES.to_vec());
    Arc::new(database)
});

/// The font, for texts in a drawing.
pub fn database() -> Arc<Database> {
    DATABASE.clone()
}

/// The face that every text of a picture is set in, whatever weight or family it asks for.
pub fn only() -> Option<ID> {
    DATABASE.faces().next().map(|face| face.id)
}

/// Whether the font has this character.
pub fn has(character: char) -> bool {
    FontRef::new(BYTES).is_ok_and(|font| font.charmap().map(character).is_some())
}

/// The width of a text in this size, in pixels, each character at its own advance. Kerning makes it a little narrower.
pub fn width(text: &str, size: f32) -> f32 {
    let Ok(font) = FontRef::new(BYTES) else { return 0.0 };
    let (charmap, metrics) = (font.charmap(), font.glyph_metrics(Size::new(size), LocationRef::default()));
    let advance = |character| metrics.advance_width(charmap.map(character).unwrap_or_default());
    text.chars().filter_map(advance).sum()
}
