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

use crate::error::{AppError, Result};
use crate::face::Face;
use crate::face::accent::Accent;
use crate::face::colour::Rgb;
use drawing::Drawing;
use kept::Kept;
use sha2::{Digest, Sha256};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tokio::sync::Semaphore;

/// A picture as a file.
pub type Bytes = Arc<[u8]>;

/// How many are drawn at once: drawing is work for a processor, and pages go first.
const AT_ONCE: usize = 2;

/// Rises when the same words would be drawn otherwise, so that nobody keeps the old picture; icons too.
pub const STYLE: u8 = 1;

/// All that is drawn for an installation.
pub struct Pictures {
    accent: Accent,
    site_name: Arc<str>,
    /// What stands before the name of the site: the logo, or our mark.
    mark: Option<Drawing>,
    /// What icons show: the same, where it is square.
    symbol: Option<Drawing>,
    /// What lies under our own mark; a logo brings its own.
    ground: Option<Rgb>,
    /// Of the looks that all pictures share.
    looks: [u8; 32],
    icons: [OnceLock<Bytes>; 2],
    kept: Mutex<Kept>,
    turns: Arc<Semaphore>,
}

impl Pictures {
    /// Nothing drawn yet.
    pub fn new(face: &Face, site_name: &Arc<str>) -> Self {
        let accent = face.accent();
        let own = Drawing::svg(&accent.paint(include_str!("../../static/img/mark.svg"))).ok();
        let logo = face.logo.as_ref();
        let square = logo.filter(|logo| logo.is_square());
        let mut looks = Sha256::new();
        looks.update([STYLE]);
        looks.update(accent.css());
        looks.update(logo.map(|logo| logo.bytes.as_ref()).unwrap_or_default());
        looks.update(site_name.as_bytes());
        Self {
            accent,
            site_name: site_name.clone(),
            mark: logo.map(|logo| logo.drawing.clone()).or_else(|| own.clone()),
            symbol: square.map(|logo| logo.drawing.clone()).or(own),
            ground: square.is_none().then_some(accent.light.accent),
            looks: looks.finalize().into(),
            icons: Default::default(),
            kept: Mutex::default(),
            turns: Arc::new(Semaphore::new(AT_ONCE)),
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
        let mut version = hex::encode(digest.finalize());
        version.truncate(16);
        version
    }

    /// The preview with these words, as a PNG of 1200 x 630 pixels.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be drawn, whatever it says: a fault of ours.
    pub async fn card(self: &Arc<Self>, card: Card) -> Result<Bytes> {
        let version = self.version(&card);
        let wanted = version.clone();
        let draw = move |pictures: &Self| {
            let drawn = card.draw(pictures)?;
            pictures.kept().put(version, drawn.clone());
            Some(drawn)
        };
        self.in_turn(|pictures| pictures.kept().get(&wanted), draw).await
    }

    /// An icon.
    ///
    /// # Errors
    /// [`AppError::Internal`] when it cannot be drawn.
    pub async fn icon(self: &Arc<Self>, icon: Icon) -> Result<Bytes> {
        let draw = move |pictures: &Self| {
            let drawn = icon.draw(pictures.symbol.as_ref()?, pictures.ground)?;
            Some(pictures.slot(icon).get_or_init(|| drawn).clone())
        };
        self.in_turn(|pictures| pictures.slot(icon).get().cloned(), draw).await
    }

    /// What `found` finds, or else what `draw` makes and keeps, when its turn has come. The turn and the keeping belong to
    /// the drawing: it goes on when whoever asked for it has left.
    async fn in_turn(
        self: &Arc<Self>,
        found: impl Fn(&Self) -> Option<Bytes>,
        draw: impl FnOnce(&Self) -> Option<Bytes> + Send + 'static,
    ) -> Result<Bytes> {
        if let Some(found) = found(self) {
            return Ok(found);
        }
        let turn = self.turns.clone().acquire_owned().await;
        let turn = turn.map_err(|error| AppError::Internal(error.to_string().into()))?;
        // Whoever was waiting for the same one finds it here.
        if let Some(found) = found(self) {
            return Ok(found);
        }
        let pictures = self.clone();
        let drawn = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            draw(&pictures)
        });
        drawn.await.ok().flatten().ok_or_else(|| AppError::Internal("a picture cannot be drawn".into()))
    }

    fn slot(&self, icon: Icon) -> &OnceLock<Bytes> {
        let [touch, favicon] = &self.icons;
        if icon == Icon::Touch { touch } else { favicon }
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        // What is kept is whole at any time.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Bytes, Card, Face, Icon, Pictures};
    use std::future::Future;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Mutex, mpsc};
    use std::task::{Context, Waker};
    use std::time::Duration;

    fn pictures() -> Arc<Pictures> {
        Arc::new(Pictures::new(&Face::default(), &"A site".into()))
    }

    /// Asks, and leaves at once.
    fn ask_and_leave(asked: impl Future) {
        let asked = std::pin::pin!(asked);
        assert!(asked.poll(&mut Context::from_waker(Waker::noop())).is_pending());
    }

    async fn idle(pictures: &Pictures) {
        let whole = tokio::time::timeout(Duration::from_mins(1), pictures.turns.acquire_many(2)).await;
        drop(whole.expect("all turns come back").expect("turns"));
    }

    #[tokio::test]
    async fn what_is_drawn_keeps_its_turn_when_its_asker_leaves() {
        let pictures = pictures();
        let begun = Arc::new(AtomicUsize::new(0));
        let (go, wait) = mpsc::channel::<()>();
        let wait = Arc::new(Mutex::new(wait));
        for _ in 0..AT_ONCE + 3 {
            let (begun, wait) = (begun.clone(), wait.clone());
            let draw = move |_: &Pictures| -> Option<Bytes> {
                begun.fetch_add(1, Ordering::SeqCst);
                // Until the sender is gone.
                let _ = wait.lock().map(|wait| wait.recv());
                None
            };
            ask_and_leave(pictures.in_turn(|_| None, draw));
        }
        assert_eq!(pictures.turns.available_permits(), 0);
        drop(go);
        idle(&pictures).await;
        assert_eq!(begun.load(Ordering::SeqCst), AT_ONCE, "those who left before their turn are not drawn for");
    }

    #[tokio::test]
    async fn a_picture_whose_asker_left_is_kept_for_the_next() {
        let pictures = pictures();
        let card = Card { kind: String::new(), title: "A title".into(), organisation: String::new(), label: None };
        ask_and_leave(pictures.card(card.clone()));
        ask_and_leave(pictures.icon(Icon::Touch));
        idle(&pictures).await;
        let kept = pictures.kept().get(&pictures.version(&card)).expect("kept");
        assert!(Arc::ptr_eq(&kept, &pictures.card(card).await.expect("a picture")));
        let touch = pictures.slot(Icon::Touch).get().expect("kept").clone();
        // At once, although nobody may draw.
        let _turns = pictures.turns.acquire_many(2).await.expect("turns");
        assert!(Arc::ptr_eq(&touch, &pictures.icon(Icon::Touch).await.expect("an icon")));
    }
}
