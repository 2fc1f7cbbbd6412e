//! What carries a label.

/// What sort of thing an item is. Some come with rooms that are still to be built; what decides who reads them is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "item_kind", rename_all = "lowercase")]
pub enum ItemKind {
    /// The lasting thing with an address; readers get one of its revisions.
    Article,
    Revision,
    Event,
    /// Belongs to a revision or an event.
    File,
    /// What was said in a review, or kept beside something for those who work on it.
    Note,
    Comment,
    Material,
    Minutes,
    Collection,
}

impl ItemKind {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Revision => "revision",
            Self::Event => "event",
            Self::File => "file",
            Self::Note => "note",
            Self::Comment => "comment",
            Self::Material => "material",
            Self::Minutes => "minutes",
            Self::Collection => "collection",
        }
    }
}
