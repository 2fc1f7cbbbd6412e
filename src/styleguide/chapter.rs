//! The chapters of the guide.

use crate::web::cx::Cx;
use crate::web::page::Page;

/// A chapter; its word is the end of its address, of its template and of its text keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    Tokens,
    Icons,
    Words,
    Navigation,
    Actions,
    Forms,
    Lists,
    Messages,
    Finding,
    Tables,
    Texts,
}

impl Chapter {
    /// In the order of reading.
    pub const ALL: [Self; 11] = [
        Self::Tokens,
        Self::Icons,
        Self::Words,
        Self::Navigation,
        Self::Actions,
        Self::Forms,
        Self::Lists,
        Self::Messages,
        Self::Finding,
        Self::Tables,
        Self::Texts,
    ];

    /// The word.
    pub fn word(self) -> &'static str {
        self.template().trim_start_matches("styleguide/")
    }

    /// The frame of its page.
    pub fn page(self, cx: &Cx) -> Page {
        Page::new(cx, self.template())
    }

    fn template(self) -> &'static str {
        match self {
            Self::Tokens => "styleguide/tokens",
            Self::Icons => "styleguide/icons",
            Self::Words => "styleguide/words",
            Self::Navigation => "styleguide/navigation",
            Self::Actions => "styleguide/actions",
            Self::Forms => "styleguide/forms",
            Self::Lists => "styleguide/lists",
            Self::Messages => "styleguide/messages",
            Self::Finding => "styleguide/finding",
            Self::Tables => "styleguide/tables",
            Self::Texts => "styleguide/texts",
        }
    }
}
