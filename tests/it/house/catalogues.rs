//! The texts: both languages say the same things with the same placeholders, nothing asks for a text that is not
//! there, and no text is left that nobody asks for.

use super::source::{assert_none, files, rooms, root};
use polder::i18n::{Locale, all_keys};
use std::collections::{BTreeMap, BTreeSet};

/// Words in the code that look like keys and are none.
const NO_KEYS: [&str; 1] = ["join-request"]; // a kind of subject in the audit log

/// Keys whose ends are put together in the floor: the start stands in the code, the ends here.
const ENDS: [&str; 5] = ["-title", "-text", "-next", "-subject", "-body"];

fn keys(locale: Locale) -> BTreeMap<String, String> {
    all_keys(locale).into_iter().collect()
}

fn placeholders(pattern: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    pattern.split('$').skip(1).map(name).collect()
}

/// Every word in quotes that is made as a key is: `room-thing`.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let is_key = |word: &&str| {
        word.contains('-')
            && word.starts_with(|c: char| c.is_ascii_lowercase())
            && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    text.split('"').filter(is_key)
}

/// What templates and code say in quotes, with the file that says it.
fn said() -> Vec<(String, String)> {
    let mut said = Vec::new();
    for file in files("src", ".rs") {
        said.extend(quoted(file.code()).map(|word| (word.to_owned(), file.path.clone())));
    }
    for file in files("templates", ".html") {
        // Only what stands in `{{ }}` and `{% %}`: the rest is HTML.
        for (open, close) in [("{{", "}}"), ("{%", "%}")] {
            for part in file.text.split(open).skip(1).filter_map(|rest| rest.split(close).next()) {
                said.extend(quoted(part).map(|word| (word.to_owned(), file.path.clone())));
            }
        }
    }
    said
}

/// The starts of keys whose ends come from a closed set: `of_set("join-state", state)`.
fn sets() -> BTreeSet<String> {
    let texts = files("src", ".rs").into_iter().chain(files("templates", ".html"));
    let starts = |text: &str| -> Vec<String> {
        text.split("of_set(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
    };
    texts.flat_map(|file| starts(&file.text)).collect()
}

#[test]
fn both_languages_have_the_same_keys() {
    let (english, dutch) = (keys(Locale::En), keys(Locale::Nl));
    let only = |one: &BTreeMap<String, String>, other: &BTreeMap<String, String>, name: &str| -> Vec<String> {
        one.keys().filter(|key| !other.contains_key(*key)).map(|key| format!("{key}: only in {name}")).collect()
    };
    let wrong = [only(&english, &dutch, "en"), only(&dutch, &english, "nl")].concat();
    assert_none("Write the text in both languages:", &wrong);
}

#[test]
fn no_key_stands_twice_and_each_stands_in_the_file_of_its_room() {
    let mut wrong = Vec::new();
    for locale in Locale::ALL {
        let mut seen = BTreeSet::new();
        for (key, _) in all_keys(locale) {
            if !seen.insert(key.clone()) {
                wrong.push(format!("{key}: twice in {}", locale.tag()));
            }
        }
        for file in files(&format!("src/i18n/{}", locale.tag()), ".ftl") {
            let room = file.name().trim_end_matches(".ftl").to_owned();
            for key in file.text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase())) {
                let word = key.split('-').next().unwrap_or_default();
                let is_room = rooms().iter().any(|room| room == word);
                if (room == "house") == is_room || (is_room && word != room) {
                    wrong.push(format!("{}: {key}", file.path));
                }
            }
        }
    }
    assert_none("The first word of a key is its room, and the name of its file:", &wrong);
}

#[test]
fn a_text_has_the_same_placeholders_in_both_languages() {
    let dutch = keys(Locale::Nl);
    let wrong: Vec<_> = keys(Locale::En)
        .iter()
        .filter_map(|(key, english)| Some((key, placeholders(english), placeholders(dutch.get(key)?))))
        .filter(|(_, english, dutch)| english != dutch)
        .map(|(key, english, dutch)| format!("{key}: {english:?} in en, {dutch:?} in nl"))
        .collect();
    assert_none("A placeholder is missing or misspelt:", &wrong);
}

#[test]
fn nothing_asks_for_a_text_that_does_not_exist() {
    let keys = keys(Locale::En);
    let first_words: BTreeSet<_> = keys.keys().filter_map(|key| key.split('-').next()).collect();
    let is_start = |word: &str| keys.keys().any(|key| key.starts_with(&format!("{word}-")));
    let mut wrong = Vec::new();
    for (word, file) in said() {
        let is_ours = word.split('-').next().is_some_and(|first| first_words.contains(first));
        if is_ours && !keys.contains_key(&word) && !is_start(&word) && !NO_KEYS.contains(&word.as_str()) {
            wrong.push(format!("{word}: {file}"));
        }
    }
    assert_none("No such text (or list the word in NO_KEYS if it is no key):", &wrong);
}

#[test]
fn a_kind_of_mail_or_error_has_all_its_parts() {
    let keys = keys(Locale::En);
    let mut wrong = Vec::new();
    for (ends, mark) in [(&ENDS[..3], "error-"), (&ENDS[3..], "-mail-")] {
        for key in keys.keys().filter(|key| key.contains(mark)) {
            let Some(start) = ends.iter().find_map(|end| key.strip_suffix(end)) else { continue };
            // `join-error-…` are sentences beside fields, not pages.
            if mark == "error-" && !start.starts_with(mark) {
                continue;
            }
            let missing = ends.iter().map(|end| format!("{start}{end}")).filter(|part| !keys.contains_key(part));
            wrong.extend(missing.filter(|part| part != "error-kept-title" && part != "error-kept-next"));
        }
    }
    assert_none("A page for an error has -title, -text and -next; a mail -subject and -body:", &wrong);
}

#[test]
fn every_text_is_asked_for() {
    let said: BTreeSet<String> = said().into_iter().map(|(word, _)| word).collect();
    let sets = sets();
    let in_a_set =
        |key: &str| sets.iter().any(|start| key.strip_prefix(start.as_str()).is_some_and(|end| end.starts_with('-')));
    let has_start = |key: &str| ENDS.iter().filter_map(|end| key.strip_suffix(end)).any(|start| said.contains(start));
    let unused: Vec<_> = keys(Locale::En)
        .into_keys()
        .filter(|key| !said.contains(key) && !in_a_set(key) && !has_start(key) && !names_a_field(key))
        .collect();
    assert_none("Nobody asks for these texts; remove them from both languages:", &unused);
}

/// `join-field-name` is looked up by the name of the field when a form's errors are summed up.
fn names_a_field(key: &str) -> bool {
    let Some((room, field)) = key.split_once("-field-") else { return false };
    let quoted = format!("(\"{}\"", field.replace('-', "_"));
    root().join("src").join(room).is_dir()
        && files(&format!("src/{room}"), ".rs").iter().any(|file| file.text.contains(&quoted))
}
