//! What a list of files shows, and what one belongs to. No SQL, no HTTP.

use super::kind::Kind;
use super::names;
use crate::access::Label;
use crate::i18n::{Locale, Text, Texts};
use crate::web::ui::upload::{Limits, size};
use uuid::Uuid;

/// The most files of one page.
pub const MOST_FILES: i32 = 20;

/// A file in the list of a page.
pub struct Listed {
    pub id: Uuid,
    /// `None` for one under TLP:RED that waits to be opened on its own: that it is there is all that a list tells.
    pub about: Option<About>,
}

/// What a list tells of a file that the reader may read.
pub struct About {
    pub name: String,
    pub kind: Kind,
    pub bytes: i64,
    pub label: Label,
    /// Whether it has no label of its own.
    pub inherits: bool,
}

impl Listed {
    /// Where it can be had.
    pub fn address(&self) -> String {
        match &self.about {
            Some(about) => address(self.id, about.label, &about.name),
            None => address(self.id, Label::Red, ""),
        }
    }
}

impl About {
    /// Its size in words.
    pub fn size_in(&self, texts: &Texts) -> Text {
        size(texts, u64::try_from(self.bytes).unwrap_or_default())
    }
}

/// Where a file can be had. An address ends up in histories and in the logs of others: it never says the name of
/// something under TLP:RED.
pub fn address(id: Uuid, label: Label, name: &str) -> String {
    if label == Label::Red { format!("/files/{id}/file") } else { format!("/files/{id}/{}", names::encoded(name)) }
}

/// The files of a page, and whether its reader may change them.
pub struct Shelf {
    pub parent: Uuid,
    pub files: Vec<Listed>,
    pub may_add: bool,
    pub limits: Limits,
}

impl Shelf {
    /// The labels of what it shows, for the label of the page.
    pub fn labels(&self) -> impl Iterator<Item = Label> {
        self.files.iter().filter_map(|file| file.about.as_ref().map(|about| about.label))
    }

    /// Whether another file fits.
    pub fn has_room(&self) -> bool {
        self.files.len() < usize::try_from(MOST_FILES).unwrap_or_default()
    }
}

/// What the field for a file takes.
pub fn limits(max_bytes: u64) -> Limits {
    Limits {
        kinds: ".pdf,.png,.jpg,.jpeg,.gif,.webp,.txt,.md,.csv,.docx,.xlsx,.pptx,.odt,.ods,.odp,.pcap,.pcapng,.zip",
        kinds_in_words: "PDF, PNG, JPEG, GIF, WebP, TXT, MD, CSV, DOCX, XLSX, PPTX, ODT, ODS, ODP, PCAP, PCAPNG, ZIP",
        size: max_bytes,
        files: 1,
    }
}

/// What a file belongs to, or will.
pub struct Parent {
    pub id: Uuid,
    pub title: String,
    pub language: Locale,
    pub label: Label,
    pub source_id: Uuid,
    /// Its page: of a revision the one for those who work on it.
    pub address: String,
    pub is_event: bool,
    /// Whether the viewer may add files to it and take them away.
    pub may_attach: bool,
}
