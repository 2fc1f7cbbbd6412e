//! Mail: what a message is and the ways it can leave. What it says is written by the rooms (`mails.rs`).

mod transport;

pub use transport::{Mailer, SendError};

use crate::app::App;
use crate::i18n::Locale;

/// A message on its way out, in the language of the one who gets it.
#[derive(Clone, Debug)]
pub struct Message {
    pub to_name: String,
    pub to_email: String,
    pub subject: String,
    pub text: String,
    pub locale: Locale,
    /// The words of its text keys, such as `join-mail-proof`: in the file's name and a header.
    pub kind: &'static str,
}

/// Who a mail goes to.
#[derive(Clone, Debug)]
pub struct Recipient {
    pub name: String,
    pub email: String,
    pub language: Locale,
}

impl Message {
    /// A message whose texts are `<kind>-subject` and `<kind>-body`. Both may use `name`, `site`, `link` and `words`.
    pub fn new(to: Recipient, app: &App, kind: &'static str, link: &str, words: &str) -> Self {
        Self::with(to, app, kind, link, &[("words", words)])
    }

    /// The same with words of its own beside the name, the site and the link.
    pub fn with(to: Recipient, app: &App, kind: &'static str, link: &str, words: &[(&'static str, &str)]) -> Self {
        let texts = app.texts(to.language);
        let fill = |part: &str| {
            let text = texts.text(&format!("{kind}-{part}"));
            let text = text.arg("name", &to.name).arg("site", &app.site_name).arg("link", link);
            words.iter().fold(text, |text, (name, value)| text.arg(name, value)).to_string()
        };
        let (subject, body) = (fill("subject"), fill("body"));
        let footer = texts.text("mail-footer").arg("site", &app.site_name);
        let text = format!("{body}\n\n-- \n{footer}\n");
        Self { subject, text, kind, locale: to.language, to_name: to.name, to_email: to.email }
    }
}
