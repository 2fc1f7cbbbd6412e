//! The preview of a page: who says it, what it is called, and how far it may travel.

use super::drawing::Drawing;
use super::{Bytes, Pictures, font, wrap};
use crate::access::Label;
use askama::Template;
use resvg::tiny_skia::{Color, Pixmap};

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
        Some(pixels.encode_png().ok()?.into())
    }

    fn sheet(&self, pictures: &Pictures, site_left: f32) -> Sheet {
        let one_line = |text: &str, size: f32, width: f32| {
            wrap::drawable(text).map(|text| wrap::lines(&text, size, width, 1).concat()).unwrap_or_default()
        };
        let (title, kind) = match wrap::drawable(&self.title) {
            Some(title) => (title, self.kind.as_str()),
            // In another alphabet: the page says it, here stands what it is.
            None => (self.kind.clone(), ""),
        };
        let (size, lines) = set(&title);
        let first = if kind.is_empty() { 240.0 } else { 284.0 };
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

/// The largest size in which a title fits, and its lines.
fn set(title: &str) -> (f32, Vec<String>) {
    let mut chosen = (0.0, Vec::new());
    for (size, most) in TITLES {
        chosen = (size, wrap::lines(title, size, MEASURE, most));
        if !chosen.1.last().is_some_and(|last| last.ends_with('…')) {
            break;
        }
    }
    chosen
}
