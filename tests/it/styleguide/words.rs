//! The words of the site are those of the guide.

use polder::i18n::{Locale, Texts, all_keys};
use polder::styleguide::words::{AVOIDED, TERMS};

/// A text in small letters as words alone, with a space around each; what stands in braces is no word.
fn words(text: &str) -> String {
    let mut depth = 0;
    let mut plain = String::from(" ");
    for c in text.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth > 0 => {}
            c if c.is_alphanumeric() || c == '-' => plain.extend(c.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The words that a text holds and should not.
fn found(locale: Locale, text: &str) -> Vec<&'static str> {
    let text = words(text);
    let of_language = AVOIDED.iter().filter(|avoided| avoided.language == locale);
    of_language
        .flat_map(|avoided| avoided.words.split(", "))
        .filter(|word| text.contains(&format!(" {word} ")))
        .collect()
}

#[test]
fn no_text_holds_a_word_that_we_do_not_use() {
    let mut wrong = Vec::new();
    for locale in Locale::ALL {
        for (key, text) in all_keys(locale) {
            // A text in forms has words within its braces.
            let text = if text.contains("->") { text.replace(['{', '}'], " ") } else { text };
            wrong.extend(found(locale, &text).into_iter().map(|word| format!("{} {key}: {word:?}", locale.tag())));
        }
    }
    assert!(wrong.is_empty(), "See /styleguide/words for what to write instead:\n  {}", wrong.join("\n  "));
}

#[test]
fn a_word_is_found_whole_and_in_any_spelling() {
    assert_eq!(found(Locale::En, "Please log in, { $user }."), ["log in", "please"]);
    assert_eq!(found(Locale::En, "A catalogue of loginess, particles and misuse"), Vec::<&str>::new());
    assert_eq!(found(Locale::Nl, "Uw E-mail"), ["e-mail", "uw"]);
    assert_eq!(found(Locale::Nl, "Vul je e-mailadres in"), Vec::<&str>::new());
}

#[test]
fn every_word_of_the_glossary_is_used_on_the_site_and_is_not_one_that_we_avoid() {
    for locale in Locale::ALL {
        let all: String = all_keys(locale)
            .into_iter()
            .filter(|(key, _)| !key.starts_with("styleguide-"))
            .map(|(_, text)| words(&text))
            .collect();
        for term in TERMS {
            let word = Texts::of(locale).of_set("styleguide-term", term).to_string();
            assert!(all.contains(&format!(" {word}")), "{}: {word:?} stands nowhere else", locale.tag());
            assert!(found(locale, &word).is_empty(), "{word}");
        }
    }
}
