//! The colours of the site: as the reader's system has them, or as the reader chose.

use crate::web::cookies::{self, Name};
use http::HeaderMap;

/// A choice of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the system asks for.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    /// All choices, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in forms, in the cookie, in text keys and in `data-theme`.
    pub fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice for a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.word() == word)
    }

    /// What `<meta name="color-scheme">` says, so that a browser draws its own parts alike before any style has come.
    pub fn scheme(self) -> &'static str {
        match self {
            Self::System => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What the browser keeps as chosen.
    pub fn chosen(headers: &HeaderMap, app: &crate::app::App) -> Self {
        cookies::read(headers, app, Name::Appearance).as_deref().and_then(Self::from_word).unwrap_or_default()
    }
}
