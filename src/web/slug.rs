//! Addresses made from titles and names.

use deunicode::deunicode_with_tofu;

/// The longest slug, in bytes; what is longer is cut at a word.
pub const MAX_SLUG: usize = 80;

/// A slug for a title: lower-case ASCII letters and digits, words joined by single dashes. A title without any letter
/// that can be written so gives `fallback`.
pub fn slug(title: &str, fallback: &str) -> String {
    let mut slug = String::new();
    for word in deunicode_with_tofu(title, " ").split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()) {
        if !slug.is_empty() && slug.len() + 1 + word.len() > MAX_SLUG {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(MAX_SLUG).map(|c| c.to_ascii_lowercase()));
    }
    if slug.is_empty() { fallback.to_owned() } else { slug }
}

/// The slug to try after `slug` was found taken: with the last part of an id, which nobody else has.
pub fn with_tail(slug: &str, id: uuid::Uuid) -> String {
    let id = id.simple().to_string();
    let tail = id.get(24..).unwrap_or(&id);
    format!("{slug}-{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_title_in_any_alphabet_becomes_an_address() {
        assert_eq!(slug("Remote access, for suppliers!", "x"), "remote-access-for-suppliers");
        assert_eq!(slug("Coördinatie van één sluis", "x"), "coordinatie-van-een-sluis");
        assert_eq!(slug("Москва 1", "x"), "moskva-1");
        assert_eq!(slug("!!!", "article"), "article");
    }

    proptest! {
        #[test]
        fn every_slug_is_one_that_the_database_takes(title in ".{0,300}") {
            let slug = slug(&title, "article");
            prop_assert!(slug.len() <= MAX_SLUG);
            prop_assert!(slug.split('-').all(|w| !w.is_empty() && w.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
        }
    }
}
