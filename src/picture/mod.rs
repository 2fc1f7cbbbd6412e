//! What the server draws: the preview of a public page for those who share its address, and the icons for what shows
//! no SVG. Drawn on threads of its own, few at a time, and kept in memory up to a limit.

mod card;
pub mod drawing;
pub mod font;
mod icon;
mod kept;
mod wrap;

pub use card::Card;
pub use icon::Icon;

use crate::app::App;
use crate::error::{AppError, Result};
use crate::face::Face;
use crate::face::accent::Accent;
use drawing::Drawing;
use kept::Kept;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::Semaphore;

/// A picture as a file.
pub type Bytes = Arc<[u8]>;

/// How many are drawn at once: drawing is work for a processor, and pages go first.
const AT_ONCE: usize = 2;

/// Rises when the same words would be drawn otherwise, so that nobody keeps the old picture.
const STYLE: u8 = 1;

/// All that is drawn for an installation.
pub struct Pictures {
    accent: Accent,
    site_name: Arc<str>,
    /// What stands before the name of the site: the logo, or our mark.
    mark: Option<Drawing>,
    /// What icons show: the same, where it is square.
    symbol: Option<Drawing>,
    /// Of the looks that all pictures share.
    looks: [u8; 32],
    icons: [OnceLock<Option<Bytes>>; 2],
    kept: Mutex<Kept>,
    turns: Semaphore,
}

impl Pictures {
    /// Nothing drawn yet.
    pub fn new(face: &Face, site_name: &Arc<str>) -> Self {
        let accent = face.accent();
        let own = Drawing::svg(&accent.paint(include_str!("../../static/img/mark.svg"))).ok();
        let logo = face.logo.as_ref();
        let mut looks = Sha256::new();
        looks.update([STYLE]);
        looks.update(accent.css());
        looks.update(logo.map(|logo| logo.bytes.as_ref()).unwrap_or_default());
        looks.update(site_name.as_bytes());
        Self {
            accent,
            site_name: site_name.clone(),
            mark: logo.map(|logo| logo.drawing.clone()).or_else(|| own.clone()),
            symbol: logo.filter(|logo| logo.is_square()).map(|logo| logo.drawing.clone()).or(own),
            looks: looks.finalize().into(),
            icons: Default::default(),
            kept: Mutex::default(),
            turns: Semaphore::new(AT_ONCE),
        }
    }

    /// What tells this picture from every other, also from what it was before a change of its words or of the looks of
    /// the site: 16 characters for an address or an `ETag`.
    pub fn version(&self, card: &Card) -> String {
        let mut digest = Sha256::new();
        digest.update(self.looks);
        for part in card.parts() {
            digest.update(part.len().to_be_bytes());
            digest.update(part.as_bytes());
        }
        digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The preview with these words, as a PNG of 1200 x 630 pixels.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be drawn, whatever it says: a fault of ours.
    pub async fn card(app: &App, card: Card) -> Result<Bytes> {
        let pictures = app.pictures();
        let version = pictures.version(&card);
        if let Some(found) = pictures.kept().get(&version) {
            return Ok(found);
        }
        let _turn = pictures.turns.acquire().await.map_err(|error| AppError::Internal(error.to_string().into()))?;
        // Whoever was waiting for the same one finds it here.
        if let Some(found) = pictures.kept().get(&version) {
            return Ok(found);
        }
        let drawer = app.clone();
        let drawn = off_thread(move || card.draw(drawer.pictures())).await?;
        pictures.kept().put(version, drawn.clone());
        Ok(drawn)
    }

    /// An icon.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be drawn.
    pub async fn icon(app: &App, icon: Icon) -> Result<Bytes> {
        let drawer = app.clone();
        off_thread(move || {
            let pictures = drawer.pictures();
            let [touch, favicon] = &pictures.icons;
            let slot = if icon == Icon::Touch { touch } else { favicon };
            slot.get_or_init(|| icon.draw(pictures.symbol.as_ref()?)).clone()
        })
        .await
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        // What is kept is whole at any time.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn off_thread(draw: impl FnOnce() -> Option<Bytes> + Send + 'static) -> Result<Bytes> {
    let drawn = tokio::task::spawn_blocking(draw).await;
    drawn.ok().flatten().ok_or_else(|| AppError::Internal("a picture cannot be drawn".into()))
}
