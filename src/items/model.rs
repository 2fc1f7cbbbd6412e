//! The words of the room: what became of a request, on what ground a glass is broken, what a change of label came to.

/// What became of a request for wider sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "wider_state", rename_all = "lowercase")]
pub enum WiderState {
    Waiting,
    Granted,
    Declined,
    Withdrawn,
}

impl WiderState {
    /// The word in text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Granted => "granted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Why a liaison must see something beyond its audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "glass_ground", rename_all = "kebab-case")]
pub enum Ground {
    AbuseReport,
    LegalDuty,
}

impl Ground {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::AbuseReport, Self::LegalDuty];

    /// The word in forms and text keys.
    pub fn word(self) -> &'static str {
        match self {
            Self::AbuseReport => "abuse-report",
            Self::LegalDuty => "legal-duty",
        }
    }

    /// The ground for a word of a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.word() == word)
    }
}

/// What breaking a glass came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// An hour begins, and the source is told.
    Now,
    /// An hour runs already.
    Already,
    /// There is no such item.
    Nothing,
}

/// What asking for another label came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relabelled {
    /// Somebody may read it now who could not before.
    Wider,
    /// At most the same people may.
    Stricter,
    /// The request that it would grant waits no longer.
    Answered,
    /// The item is not there for this viewer, or this viewer does not speak for its source.
    Unknown,
    /// The field that stands in the way, and the key of the sentence beside it.
    Refused(&'static str, &'static str),
}

impl Relabelled {
    /// What `relabel_item` says.
    pub fn from_word(word: &str) -> Self {
        match word {
            "wider" => Self::Wider,
            "answered" => Self::Answered,
            "stricter" => Self::Stricter,
            "audience" => Self::Refused("people", "items-error-audience"),
            "reason" => Self::Refused("reason", "items-error-reason"),
            "approval" => Self::Refused("label", "items-error-approval"),
            "parent" => Self::Refused("label", "items-error-parent"),
            "same" => Self::Refused("label", "items-error-same"),
            _ => Self::Unknown,
        }
    }
}

/// Why somebody can read an item: the word of a text key, `items-way-…`, and the name that its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub word: &'static str,
    pub name: String,
}

impl Way {
    /// The way that a key is. `is_source` if it speaks of the item's own source.
    pub fn of_key(kind: &str, is_source: bool, name: Option<String>) -> Self {
        let word = match (kind, is_source) {
            ("everyone", _) => "everyone",
            ("members", _) => "members",
            ("member-of", true) => "source",
            ("member-of", false) => "named",
            ("client-of", _) => "client",
            ("group", _) => "group",
            ("person", _) => "person",
            ("present", _) if name.is_none() => "present-somewhere",
            ("present", _) => "present",
            ("writer", _) => "writer",
            ("publisher", _) => "publisher",
            ("judge", _) => "judge",
            ("circle", _) => "circle",
            _ => "glass",
        };
        Self { word, name: name.unwrap_or_default() }
    }
}
