//! A drawing of any size: an SVG or a PNG, put into a picture. Nothing in it can reach a file, an address or a font of
//! this machine.

use super::font;
use anyhow::{Context, bail};
use resvg::tiny_skia::{FilterQuality, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree};
use std::fmt;
use std::sync::Arc;

/// The most pixels that a PNG may have each way: a small file can unfold to a very large picture.
const MAX_SIDE: u32 = 2048;

/// What a drawing is made of.
#[derive(Clone)]
pub enum Drawing {
    Lines(Arc<Tree>),
    Pixels(Arc<Pixmap>),
}

impl fmt::Debug for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Drawing {:?}", self.size())
    }
}

impl Drawing {
    /// Reads an SVG.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn svg(text: &str) -> anyhow::Result<Self> {
        let options = Options {
            font_family: font::FAMILY.to_owned(),
            fontdb: font::database(),
            font_resolver: FontResolver {
                select_font: Box::new(|_, _| font::only()),
                select_fallback: Box::new(|_, _, _| None),
            },
            image_href_resolver: ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        let tree = Tree::from_str(text, &options).context("it is no SVG that can be drawn")?;
        Ok(Self::Lines(Arc::new(tree)))
    }

    /// Reads a PNG.
    ///
    /// # Errors
    /// When it is broken, or has more than [`MAX_SIDE`] pixels each way.
    pub fn png(bytes: &[u8]) -> anyhow::Result<Self> {
        // Width and height stand at a fixed place, before anything is unfolded.
        let side = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let (width, height) = side(16).zip(side(20)).context("it is a PNG that breaks off")?;
        if width > MAX_SIDE || height > MAX_SIDE {
            bail!("it has {width} x {height} pixels; at most {MAX_SIDE} each way can be drawn");
        }
        let pixels = Pixmap::decode_png(bytes).context("it is no PNG that can be drawn")?;
        Ok(Self::Pixels(Arc::new(pixels)))
    }

    #[expect(clippy::cast_precision_loss, reason = "at most MAX_SIDE")]
    fn size(&self) -> (f32, f32) {
        match self {
            Self::Lines(tree) => (tree.size().width(), tree.size().height()),
            Self::Pixels(pixels) => (pixels.width() as f32, pixels.height() as f32),
        }
    }

    /// Width over height.
    pub fn aspect(&self) -> f32 {
        let (width, height) = self.size();
        width / height
    }

    /// Draws it as large as fits into a box, in the middle of its height and at its start.
    pub fn draw(&self, onto: &mut Pixmap, left: f32, top: f32, width: f32, height: f32) {
        let (own_width, own_height) = self.size();
        let scale = (width / own_width).min(height / own_height);
        let place = Transform::from_row(scale, 0.0, 0.0, scale, left, top + (height - own_height * scale) / 2.0);
        match self {
            Self::Lines(tree) => resvg::render(tree, place, &mut onto.as_mut()),
            Self::Pixels(pixels) => {
                let paint = PixmapPaint { quality: FilterQuality::Bicubic, ..PixmapPaint::default() };
                onto.draw_pixmap(0, 0, pixels.as_ref().as_ref(), &paint, place, None);
            }
        }
    }
}
