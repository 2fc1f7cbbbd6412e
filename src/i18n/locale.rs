//! The languages of the site and how one is chosen: by choice, else the account's, else the browser's.

use serde::{Deserialize, Serialize};

/// A language of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, sqlx::Type, Serialize, Deserialize)]
#[sqlx(type_name = "locale", rename_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Nl,
}

impl Locale {
    /// All languages of the site.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// The language tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nl => "Nederlands",
        }
    }

    /// All languages as options of a form: tag and own name.
    pub fn choices() -> Vec<(&'static str, &'static str)> {
        Self::ALL.iter().map(|locale| (locale.tag(), locale.own_name())).collect()
    }

    /// The language for a tag, by its first part: `nl-BE` is Dutch.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let first = tag.split(['-', '_']).next()?.trim();
        Self::ALL.into_iter().find(|locale| locale.tag().eq_ignore_ascii_case(first))
    }

    /// The language that an `Accept-Language` header asks for most (RFC 9110, 12.5.4), if it is one of ours.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(f32, Self)> = None;
        for range in header.split(',').take(32) {
            let mut parts = range.split(';');
            let Some(locale) = parts.next().and_then(Self::from_tag) else { continue };
            let weight =
                parts.find_map(|part| part.trim().strip_prefix("q=")).map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if weight > 0.0 && best.is_none_or(|(heaviest, _)| weight > heaviest) {
                best = Some((weight, locale));
            }
        }
        best.map(|(_, locale)| locale)
    }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn the_browser_gets_the_language_it_weighs_most_of_those_we_have() {
        for (header, expected) in [
            ("nl", Some(Locale::Nl)),
            ("nl-BE,nl;q=0.9,en;q=0.8", Some(Locale::Nl)),
            ("de,en;q=0.5,nl;q=0.7", Some(Locale::Nl)),
            ("en-GB,en;q=0.9", Some(Locale::En)),
            ("fr,de", None),
            ("nl;q=0", None),
            ("", None),
            (";;;,q=,nl;q=x", None),
        ] {
            assert_eq!(Locale::from_accept_language(header), expected, "{header}");
        }
    }
}
