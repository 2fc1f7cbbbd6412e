//! The preview of a page: who says it, what it is called, and how far it may travel.

use super::drawing::Drawing;
use super::{Bytes, Pictures, font, wrap};
use crate::access::Label;
use askama::Template;
use resvg::tiny_skia::{Color, Pixmap};
use std::collections::BTreeMap;

/// Width and height that the large services ask for.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;

/// What runs over the picture: left margin and width of the text.
const LEFT: f32 = 80.0;
const MEASURE: f32 = 1040.0;

/// The height of the mark.
const MARK: f32 = 64.0;

/// Sizes of a title with the lines it may take: the first that it fits, or the last.
const TITLES: [(f32, usize); 3] = [(76.0, 2), (66.0, 3), (56.0, 4)];

/// The words of a preview.
#[derive(Clone, Debug)]
pub struct Card {
    pub kind: String,
    pub title: String,
    pub organisation: String,
    /// Only a page that everybody may read has a preview; one without any labelled content says none.
    pub label: Option<Label>,
}

/// A line of text with its base line.
struct Line {
    text: String,
    y: f32,
}

#[derive(Template)]
#[template(path = "picture/card.svg")]
struct Sheet {
    family: &'static str,
    accent: String,
    site_name: String,
    site_left: f32,
    kind: String,
    size: f32,
    title: Vec<Line>,
    organisation: String,
    label: String,
    plate_left: f32,
    plate_width: f32,
}

impl Card {
    /// All that makes it this one.
    pub(super) fn parts(&self) -> [&str; 4] {
        [&self.kind, &self.title, &self.organisation, self.label.map_or("", Label::word)]
    }

    /// Draws it.
    pub(super) fn draw(&self, pictures: &Pictures) -> Option<Bytes> {
        let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
        pixels.fill(Color::WHITE);
        let mark_width = pictures.mark.as_ref().map_or(0.0, |mark| (MARK * mark.aspect()).min(MARK * 6.0));
        let site_left = LEFT + mark_width + if mark_width > 0.0 { 24.0 } else { 0.0 };
        let svg = self.sheet(pictures, site_left).render().ok()?;
        Drawing::svg(&svg).ok()?.draw(&mut pixels, 0.0, 0.0, 1200.0, 630.0);
        if let Some(mark) = &pictures.mark {
            mark.draw(&mut pixels, LEFT, 64.0, mark_width, MARK);
        }
        packed(&pixels)
    }

    fn sheet(&self, pictures: &Pictures, site_left: f32) -> Sheet {
        let one_line = |text: &str, size: f32, width: f32| {
            wrap::drawable(text).map(|text| wrap::lines(&text, size, width, 1).concat()).unwrap_or_default()
        };
        let (title, kind) = match wrap::drawable(&self.title) {
            Some(title) => (title, self.kind.as_str()),
            // In another alphabet: the page says it, here stands what it is.
            None => (wrap::drawable(&self.kind).unwrap_or_default(), ""),
        };
        let (size, lines) = set(&title);
        let first = size + if kind.is_empty() { 176.0 } else { 226.0 };
        let title =
            lines.into_iter().zip(0_u8..).map(|(text, at)| Line { text, y: first + f32::from(at) * size * 1.14 });
        let label = self.label.map(|label| label.to_string()).unwrap_or_default();
        let plate_width = if label.is_empty() { 0.0 } else { font::width(&label, 28.0) + 40.0 };
        Sheet {
            family: font::FAMILY,
            accent: pictures.accent.light.accent.to_string(),
            site_name: one_line(&pictures.site_name, 30.0, LEFT + MEASURE - site_left),
            site_left,
            kind: one_line(kind, 28.0, MEASURE),
            size,
            title: title.collect(),
            organisation: one_line(&self.organisation, 30.0, MEASURE - plate_width - 40.0),
            label,
            plate_left: LEFT + MEASURE - plate_width,
            plate_width,
        }
    }
}

/// The nearest of 32 shades.
fn shade(value: u8) -> u8 {
    let step = (u16::from(value) * 31 + 127) / 255;
    u8::try_from((step * 255 + 15) / 31).unwrap_or(u8::MAX)
}

/// As a PNG of few colours: the shades at the edges of letters are what is large, and eight bits of each are more than
/// an eye sees. A logo may have more colours than a palette holds; then all of them are kept.
fn packed(pixels: &Pixmap) -> Option<Bytes> {
    let mut palette: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut colours = Vec::new();
    let mut indices = Vec::new();
    // Most pixels have the colour of the one before.
    let mut last = None;
    for pixel in pixels.pixels() {
        if let Some((_, index)) = last.filter(|(before, _)| before == pixel) {
            indices.push(index);
            continue;
        }
        let colour = [shade(pixel.red()), shade(pixel.green()), shade(pixel.blue())];
        let known = palette.get(&colour).copied();
        let index = known.or_else(|| {
            let index = u8::try_from(palette.len()).ok()?;
            palette.insert(colour, index);
            colours.extend(colour);
            Some(index)
        });
        match index {
            Some(index) => {
                last = Some((*pixel, index));
                indices.push(index);
            }
            None => return pixels.encode_png().ok().map(Bytes::from),
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colours);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_compression(png::Compression::Balanced);
    encoder.write_header().ok()?.write_image_data(&indices).ok()?;
    Some(file.into())
}

/// The largest size in which a title fits, and its lines.
fn set(title: &str) -> (f32, Vec<String>) {
    let mut chosen = (0.0, Vec::new());
    for (size, most) in TITLES {
        chosen = (size, wrap::lines(title, size, MEASURE, most));
        if !chosen.1.last().is_some_and(|last| last.ends_with('…')) {
            return (size, balanced(title, size, chosen.1));
        }
    }
    chosen
}

/// The same number of lines, as even as they can be: no lonely word in the last.
fn balanced(title: &str, size: f32, mut lines: Vec<String>) -> Vec<String> {
    let mut width = MEASURE;
    while width > MEASURE / 2.0 {
        width -= 20.0;
        let narrower = wrap::lines(title, size, width, lines.len());
        // One that is shortened does not fit.
        if narrower.concat().len() < lines.concat().len() || narrower.iter().any(|line| line.ends_with('…')) {
            break;
        }
        lines = narrower;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Card, Pictures};
    use crate::access::Label;
    use crate::face::Face;
    use proptest::collection;
    use proptest::prelude::{ProptestConfig, Strategy, any, proptest};

    const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

    fn drawn(kind: &str, title: &str, organisation: &str, site: &str) -> usize {
        let pictures = Pictures::new(&Face::default(), &site.into());
        let card = Card {
            kind: kind.to_owned(),
            title: title.to_owned(),
            organisation: organisation.to_owned(),
            label: Some(Label::Clear),
        };
        let picture = card.draw(&pictures);
        assert!(picture.as_ref().is_some_and(|picture| picture.starts_with(SIGNATURE)), "{title:?}");
        picture.map_or(0, |picture| picture.len())
    }

    #[test]
    fn the_fullest_picture_stays_light() {
        let long = "Cybersecurity-incidentresponsoefening ".repeat(12);
        let size = drawn(&long, &long, &long, &long);
        assert!(size <= 60 * 1024, "{size} bytes");
        assert!(drawn("", &"W".repeat(300), "", "") > 0);
    }

    #[test]
    fn a_title_in_another_alphabet_leaves_room_for_a_kind_that_can_be_drawn() {
        for kind in ["Praktijk\u{1}\u{b}", "\u{0}\u{ffff}", "工业", ""] {
            assert!(drawn(kind, "工业控制系统安全", "", "") > 0, "{kind:?}");
        }
    }

    /// Also what no page and no drawing may hold.
    fn anything() -> impl Strategy<Value = String> {
        collection::vec(any::<char>(), 0..40).prop_map(|characters| characters.into_iter().collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn any_words_give_a_picture(kind in anything(), title in anything(), organisation in anything()) {
            drawn(&kind, &title, &organisation, &title);
        }
    }
}
