//! The Traffic Light Protocol, version 2.0 (FIRST, August 2022): how far a reader may share what they read.

use serde::Serialize;

/// A label of TLP 2.0, from widest to strictest. The order says which of two is stricter; it never says who may read:
/// that takes the audience too, and Postgres decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, sqlx::Type, Serialize)]
#[sqlx(type_name = "label")]
pub enum Label {
    /// The world may know.
    #[sqlx(rename = "CLEAR")]
    Clear,
    /// Any active member of the community.
    #[sqlx(rename = "GREEN")]
    Green,
    /// The source, the named organisations, and their clients.
    #[sqlx(rename = "AMBER")]
    Amber,
    /// The source and the named organisations.
    #[sqlx(rename = "AMBER+STRICT")]
    AmberStrict,
    /// The persons who are named, by name or by the attendance list of an event.
    #[sqlx(rename = "RED")]
    Red,
}

impl Label {
    /// All labels, from widest to strictest.
    pub const ALL: [Self; 5] = [Self::Clear, Self::Green, Self::Amber, Self::AmberStrict, Self::Red];

    /// The word as stored and as sent by a form: `AMBER+STRICT`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Clear => "CLEAR",
            Self::Green => "GREEN",
            Self::Amber => "AMBER",
            Self::AmberStrict => "AMBER+STRICT",
            Self::Red => "RED",
        }
    }

    /// The label for a word; TLP:WHITE of version 1 became CLEAR.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "WHITE" {
            return Some(Self::Clear);
        }
        Self::ALL.into_iter().find(|label| label.word() == word)
    }

    /// The last part of names that cannot hold a plus sign (style classes, text keys): `amber-strict`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::AmberStrict => "amber-strict",
            Self::Red => "red",
        }
    }
}

/// Written exactly as FIRST asks: capitals, no space, never translated.
impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TLP:{}", self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::Label;

    #[test]
    fn a_label_is_written_as_first_asks() {
        let written: Vec<_> = Label::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]);
    }

    #[test]
    fn every_word_leads_back_to_its_label_and_the_old_white_is_clear() {
        for label in Label::ALL {
            assert_eq!(Label::from_word(label.word()), Some(label));
        }
        assert_eq!(Label::from_word("WHITE"), Some(Label::Clear));
        assert_eq!(Label::from_word("AMBER-STRICT"), None);
    }
}
