//! The face of an installation: its logo, its accent colour and its own words, as the settings name them. Read and
//! checked once, when the program starts.

pub mod accent;
pub mod colour;
pub mod logo;

use crate::config::Settings;
use crate::i18n::OwnTexts;
use accent::Accent;
use anyhow::Context;
use logo::Logo;

/// What an installation looks like. Without settings, like the product.
#[derive(Clone, Debug, Default)]
pub struct Face {
    pub logo: Option<Logo>,
    pub accent: Option<Accent>,
    /// Texts that stand in the place of ours.
    pub texts: Option<&'static OwnTexts>,
}

impl Face {
    /// Reads what the settings name.
    ///
    /// # Errors
    /// With a sentence that names the setting, what is wrong, and where.
    pub fn load(settings: &Settings) -> anyhow::Result<Self> {
        let logo = settings.site_logo.as_deref().map(Logo::read).transpose().context("SITE_LOGO cannot be used")?;
        let texts = settings.site_texts.as_deref().map(OwnTexts::read).transpose();
        let texts = texts.context("SITE_TEXTS cannot be used")?;
        Ok(Self { logo, accent: settings.site_accent.map(Accent::of), texts })
    }

    /// The accent that drawings are made in.
    pub fn accent(&self) -> Accent {
        self.accent.unwrap_or_default()
    }
}
