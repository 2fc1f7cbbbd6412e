//! The renderer's own words in the language of the text, and its refusals as sentences.

use super::{Refused, Setting};
use crate::i18n::{Locale, Texts};

/// The setting for a text in this language that stands alone on its page.
pub fn setting(locale: Locale) -> Setting {
    let texts = Texts::of(locale);
    let word = |key: &str| texts.text(key).to_string();
    Setting {
        scope: String::new(),
        note: word("markdown-note"),
        tip: word("markdown-tip"),
        important: word("markdown-important"),
        warning: word("markdown-warning"),
        caution: word("markdown-caution"),
        table: word("markdown-table"),
        footnotes: word("markdown-footnotes"),
        back: word("markdown-back"),
        done: word("markdown-done"),
        open: word("markdown-open"),
    }
}

impl Refused {
    /// The key of the sentence that tells the writer.
    pub fn text_key(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "markdown-error-too-long",
            Self::TooDeep { .. } | Self::TooManyQuoteMarks { .. } => "markdown-error-too-deep",
            Self::TooManyCells { .. } => "markdown-error-too-many-cells",
            Self::EndlessTitle { .. } => "markdown-error-endless-title",
            Self::TooSlow { .. } | Self::Failed => "markdown-error-failed",
        }
    }

    /// The number that the sentence needs: the line, or for a long text the limit in bytes.
    pub fn limit(&self) -> usize {
        match self {
            Self::TooLong { limit } => *limit,
            Self::TooDeep { line, .. }
            | Self::TooManyQuoteMarks { line, .. }
            | Self::TooManyCells { line, .. }
            | Self::EndlessTitle { line, .. } => *line,
            Self::TooSlow { .. } | Self::Failed => 0,
        }
    }
}
