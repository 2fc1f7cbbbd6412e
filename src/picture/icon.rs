//! Icons made of pixels, for what shows no SVG.

use super::Bytes;
use super::drawing::Drawing;
use resvg::tiny_skia::{Color, Pixmap};

/// Which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// For the start screen of a telephone: a PNG of 180 pixels each way, without holes.
    Touch,
    /// `/favicon.ico`: 48 pixels each way.
    Favicon,
}

/// What stands before the one picture in an ICO file.
const ICO_HEAD: u8 = 22;

impl Icon {
    /// Draws it.
    pub fn draw(self, symbol: &Drawing) -> Option<Bytes> {
        match self {
            Self::Touch => {
                let mut pixels = Pixmap::new(180, 180)?;
                pixels.fill(Color::WHITE);
                symbol.draw(&mut pixels, 14.0, 14.0, 152.0, 152.0);
                Some(pixels.encode_png().ok()?.into())
            }
            Self::Favicon => {
                let mut pixels = Pixmap::new(48, 48)?;
                symbol.draw(&mut pixels, 0.0, 0.0, 48.0, 48.0);
                ico(&pixels.encode_png().ok()?, 48)
            }
        }
    }
}

/// A PNG in the container that old browsers expect at `/favicon.ico`: one entry of 32 bits a pixel.
fn ico(png: &[u8], side: u8) -> Option<Bytes> {
    let mut file = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    file.extend(u32::try_from(png.len()).ok()?.to_le_bytes());
    file.extend(u32::from(ICO_HEAD).to_le_bytes());
    file.extend_from_slice(png);
    Some(file.into())
}
