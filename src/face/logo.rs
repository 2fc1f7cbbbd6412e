//! The logo of an installation: a file that is checked before anybody sees it.

use crate::picture::drawing::Drawing;
use anyhow::{Context, bail};
use std::path::Path;
use std::sync::Arc;

/// The largest file, in bytes: the logo is part of every first visit.
pub const MAX_BYTES: u64 = 64 * 1024;

/// What begins every PNG.
const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A logo that can be shown and drawn.
#[derive(Clone, Debug)]
pub struct Logo {
    /// The file as it was given; browsers get it so.
    pub bytes: Arc<[u8]>,
    /// Its name among the static files.
    pub name: &'static str,
    /// The same, to be drawn into pictures.
    pub drawing: Drawing,
}

impl Logo {
    /// Reads and checks a file.
    ///
    /// # Errors
    /// When it is not there, too large, or neither an SVG nor a PNG that can be drawn.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let named = || path.display().to_string();
        let size = std::fs::metadata(path).with_context(named)?.len();
        if size > MAX_BYTES {
            bail!("{} has {size} bytes; a logo has at most {MAX_BYTES}", path.display());
        }
        let bytes = std::fs::read(path).with_context(named)?;
        Self::new(bytes).with_context(named)
    }

    /// A logo from the bytes of its file.
    ///
    /// # Errors
    /// When they are neither an SVG nor a PNG that can be drawn.
    pub fn new(bytes: Vec<u8>) -> anyhow::Result<Self> {
        let (name, drawing) = if bytes.starts_with(PNG_SIGNATURE) {
            ("img/logo.png", Drawing::png(&bytes)?)
        } else {
            let text = std::str::from_utf8(&bytes).ok().filter(|text| text.contains("<svg"));
            ("img/logo.svg", Drawing::svg(text.context("it is neither an SVG (in UTF-8) nor a PNG")?)?)
        };
        Ok(Self { bytes: bytes.into(), name, drawing })
    }

    /// Width over height.
    pub fn aspect(&self) -> f32 {
        self.drawing.aspect()
    }

    /// Whether it fits where icons stand.
    pub fn is_square(&self) -> bool {
        (0.8..=1.25).contains(&self.aspect())
    }
}
