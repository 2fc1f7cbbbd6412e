//! What a text says in its two languages: the same placeholders in every variant, plural forms that the language has,
//! no text that nobody translated, and one kind of quotation marks.

use super::source::assert_none;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;
use polder::i18n::{Locale, all_keys};
use std::collections::{BTreeMap, BTreeSet};

/// The plural forms of cardinal numbers that English and Dutch both have (CLDR); numbers may stand beside them.
const FORMS: [&str; 2] = ["one", "other"];

/// A text taken apart: for each variant (`""` where there is none) its words and placeholders.
#[derive(Debug, Default)]
struct Told {
    variants: BTreeMap<String, (String, BTreeSet<String>)>,
    /// What variants are chosen by.
    chosen_by: BTreeSet<String>,
}

fn told(pattern: &str) -> Told {
    let resource = parse(format!("key = {}", pattern.trim_start_matches(' '))).expect("a whole text");
    let Some(Entry::Message(message)) = resource.body.into_iter().next() else { panic!("no text: {pattern}") };
    let mut told = Told::default();
    walk(&message.value.expect("a value"), "", &mut told);
    told
}

fn walk(pattern: &Pattern<String>, variant: &str, told: &mut Told) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => told.at(variant).0.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                if let InlineExpression::VariableReference { id } = inline {
                    told.at(variant).1.insert(id.name.clone());
                }
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let InlineExpression::VariableReference { id } = selector else { panic!("chosen by what is no value") };
                told.chosen_by.insert(id.name.clone());
                for each in variants {
                    walk(&each.value, name(each), told);
                }
            }
        }
    }
}

fn name(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

impl Told {
    fn at(&mut self, variant: &str) -> &mut (String, BTreeSet<String>) {
        self.variants.entry(variant.to_owned()).or_default()
    }

    fn words(&self) -> String {
        self.variants.values().map(|(words, _)| words.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// What is wrong with a text in its two languages.
fn faults(english: &str, dutch: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let both = [("en", told(english)), ("nl", told(dutch))];
    for (language, told) in &both {
        for variant in told.variants.keys().filter(|name| !name.is_empty()) {
            if !FORMS.contains(&variant.as_str()) && variant.parse::<u32>().is_err() {
                faults.push(format!("{language} has no plural form {variant:?}"));
            }
        }
        if !told.chosen_by.is_empty() {
            // What is chosen by a number alone, such as nought, has no singular in either language.
            let is_plural = both.iter().any(|(_, told)| told.variants.contains_key("one"));
            let forms = FORMS.into_iter().filter(|form| is_plural || *form == "other");
            let missing = forms.filter(|form| !told.variants.contains_key(*form));
            faults.extend(missing.map(|form| format!("{language} lacks the plural form {form:?}")));
        }
    }
    let [(_, english), (_, dutch)] = &both;
    let names: BTreeSet<_> = english.variants.keys().chain(dutch.variants.keys()).collect();
    for variant in names {
        let placeholders = |told: &Told| told.variants.get(variant).map(|(_, placeholders)| placeholders.clone());
        if placeholders(english) != placeholders(dutch) {
            let (english, dutch) = (placeholders(english), placeholders(dutch));
            faults.push(format!("variant {variant:?} has {english:?} in en and {dutch:?} in nl"));
        }
    }
    let words = |told: &Told| told.words().split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let counted = words(english).iter().filter(|word| word.chars().any(char::is_alphabetic)).count();
    if words(english) == words(dutch) && counted > 2 {
        faults.push("is the same in both languages".to_owned());
    }
    for (language, told) in &both {
        let straight = told.words().chars().find(|c| matches!(c, '\'' | '"' | '`'));
        faults.extend(straight.map(|mark| format!("{language} has a straight {mark}: write “…” and ’")));
    }
    faults
}

#[test]
fn every_text_says_the_same_in_both_languages_as_each_language_writes_it() {
    let dutch: BTreeMap<_, _> = all_keys(Locale::Nl).into_iter().collect();
    let mut wrong = Vec::new();
    for (key, english) in all_keys(Locale::En) {
        let dutch = dutch.get(&key).expect("a key in both, or another test fails");
        wrong.extend(faults(&english, dutch).into_iter().map(|fault| format!("{key}: {fault}")));
    }
    assert_none("Mend the text:", &wrong);
}

#[test]
fn nobody_is_told_that_tlp_red_knows_persons_by_name_alone() {
    let mut wrong = Vec::new();
    for (locale, persons, list) in [
        (Locale::En, ["named persons", "persons who are named"], "attendance list"),
        (Locale::Nl, ["genoemde personen", "personen die genoemd zijn"], "presentielijst"),
    ] {
        let all = all_keys(locale).into_iter();
        let half = all.filter(|(_, text)| persons.iter().any(|words| text.contains(words)) && !text.contains(list));
        wrong.extend(half.map(|(key, _)| format!("{key} ({})", locale.tag())));
    }
    assert_none("Persons are named by name or by the attendance list of an event:", &wrong);
}

#[test]
fn a_text_that_is_wrong_is_found() {
    const RIGHT: &str = "{ $count ->\n    [one] one seat\n   *[other] { $count } seats\n}";
    const DUTCH: &str = "{ $count ->\n    [one] één plaats\n   *[other] { $count } plaatsen\n}";
    assert_eq!(faults(RIGHT, DUTCH), Vec::<String>::new());
    assert_eq!(faults("{ $name } comes", "{ $name } komt"), Vec::<String>::new());
    for (english, dutch, says) in [
        (RIGHT, "{ $count ->\n    [one] één plaats\n   *[other] plaatsen\n}", "variant \"other\""),
        (RIGHT, "{ $count ->\n   *[other] { $count } plaatsen\n}", "nl lacks the plural form \"one\""),
        (
            RIGHT,
            "{ $count ->\n    [one] één plaats\n    [few] een paar\n   *[other] { $count } plaatsen\n}",
            "nl has no plural form \"few\"",
        ),
        (RIGHT, "{ $count } plaatsen", "variant \"one\""),
        ("{ $name } comes", "{ $naam } komt", "variant \"\""),
        ("Ask the liaison", "Ask the  Liaison", "the same in both"),
        ("{ $name } waits for you", "{ $name } waits for you", "the same in both"),
        ("The label’s colour", "De 'kleur' van het label", "nl has a straight '"),
        ("Say \"maybe\"", "Zeg “misschien”", "en has a straight \""),
    ] {
        let found = faults(english, dutch).join("; ");
        assert!(found.contains(says), "{says} is not in: {found}");
    }
    // One or two words may well be the same.
    assert!(faults("TLP:RED", "TLP:RED").is_empty() && faults("Webinar", "Webinar").is_empty());
}
