//! Passwords that are tried first. No rule says of which characters one has to be made: what counts is whether somebody
//! who guesses would come to it soon, so it is taken apart as they put theirs together, out of words that are chosen
//! often, years, rows of keys, repetitions, and what they know of the member.
//!
//! `common.txt` holds the words and sentences. It is our own: written down from what such words are (names, seasons,
//! clubs, animals, sentences that everybody knows, English and Dutch, and those of this field), not taken from a list.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// Words, each in small letters and digits.
static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common.txt").split_whitespace().collect());

/// The longest of them.
static LONGEST: LazyLock<usize> = LazyLock::new(|| WORDS.iter().map(|word| word.len()).max().unwrap_or_default());

/// What lies in a row: on keyboards, in the alphabet, on a pad of numbers.
const ROWS: [&str; 14] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "1234567890-=",
    "!@#$%^&*()_+",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "azertyuiop",
    "qsdfghjklm",
    "wxcvbn",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
    "qazwsxedcrfvtgbyhnujmikolp",
    "00112233445566778899",
    "aabbccddeeffgghhiijjkkllmm",
];

/// A password that has fewer parts than this is tried first; a letter that belongs to nothing known is a part.
const PARTS: usize = 4;

/// Fewer different characters than this are tried first as well.
const DIFFERENT: usize = 6;

/// Whether a password would be guessed first, whatever its length. `own` is what everybody knows of the member and the
/// site: names and addresses.
pub fn is_tried_first(password: &str, own: &[&str]) -> bool {
    let folded = fold(password);
    let different: BTreeSet<char> = folded.iter().copied().collect();
    if different.len() < DIFFERENT {
        return true;
    }
    let own = own_words(own);
    // With the marks between, and without: both `pass-word` and `p@ssword` are known.
    let bare: Vec<char> = folded.iter().copied().filter(|c| !c.is_ascii_punctuation()).collect();
    [folded, bare].iter().filter(|text| text.len() >= DIFFERENT).any(|text| parts(unit(text), &own) < PARTS)
}

/// As compared: characters that look alike are one, and capitals and white space do not count (NFKC, then small letters).
fn fold(text: &str) -> Vec<char> {
    text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// The words of names and addresses, and each as a whole.
fn own_words(own: &[&str]) -> HashSet<String> {
    let mut words = HashSet::new();
    for text in own {
        let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
        words.insert(lower.chars().filter(|c| c.is_alphanumeric()).collect());
        words.insert(fold(&lower).into_iter().collect());
        words.extend(lower.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
    }
    words.retain(|word| word.chars().count() >= 3);
    words
}

/// What is repeated, if the whole is a repetition of it.
fn unit(text: &[char]) -> &[char] {
    let repeats = |unit: &&[char]| text.len().is_multiple_of(unit.len()) && text.chunks(unit.len()).all(|c| c == *unit);
    (1..=text.len() / 2).filter_map(|length| text.get(..length)).find(repeats).unwrap_or(text)
}

/// The fewest parts up to a place, and where the last of them begins with what it counts.
#[derive(Clone, Copy)]
struct Up {
    parts: usize,
    begin: usize,
    cost: usize,
}

/// In how few parts a text comes apart; what comes twice counts once, and what is the member's own not at all.
fn parts(text: &[char], own: &HashSet<String>) -> usize {
    let readings = [text.to_vec(), as_letters(text, 'i'), as_letters(text, 'l')];
    let letters = text.iter().filter(|c| !c.is_ascii_punctuation()).count();
    // Marks stand between words; where there is little else, they are what was chosen.
    let mark = usize::from(letters < 8);
    let longest = own.iter().map(|word| word.chars().count()).chain([*LONGEST, 40]).max().unwrap_or_default();
    let mut best = vec![Up { parts: 0, begin: 0, cost: 0 }];
    for (before, c) in text.iter().enumerate() {
        let (end, cost) = (before + 1, if c.is_ascii_punctuation() { mark } else { 1 });
        let single = Up { parts: best.last().map_or(0, |up| up.parts) + cost, begin: before, cost };
        let known = best.iter().enumerate().take(end.saturating_sub(2)).skip(end.saturating_sub(longest));
        let longer = known.filter_map(|(begin, up)| {
            let cost = cost_of(&readings, begin, end, own)?;
            Some(Up { parts: up.parts + cost, begin, cost })
        });
        // Of as many parts, the longest last one.
        let up = longer.chain([single]).min_by_key(|up| (up.parts, up.begin)).unwrap_or(single);
        best.push(up);
    }
    let (mut found, mut singles, mut end) = (BTreeSet::new(), 0, text.len());
    while let Some(up) = best.get(end).filter(|_| end > 0) {
        match (end - up.begin, up.cost) {
            (_, 0) => {}
            (1, _) => singles += 1,
            _ => _ = found.insert(text.get(up.begin..end)),
        }
        end = up.begin;
    }
    found.len() + singles
}

/// What a stretch counts, if it is known.
fn cost_of(readings: &[Vec<char>; 3], begin: usize, end: usize, own: &HashSet<String>) -> Option<usize> {
    let texts = || readings.iter().filter_map(|reading| Some(reading.get(begin..end)?.iter().collect::<String>()));
    if texts().any(|text| own.contains(&text)) {
        return Some(0);
    }
    let stretch = readings.first()?.get(begin..end)?;
    let is_word = || stretch.len() <= *LONGEST && texts().any(|text| WORDS.contains(text.as_str()));
    (is_run(stretch) || is_row(stretch) || is_date(stretch) || is_word()).then_some(1)
}

/// Digits and marks as the letters that they stand for in `p@ssw0rd`.
fn as_letters(text: &[char], one: char) -> Vec<char> {
    let letter = |c: &char| match c {
        '0' => 'o',
        '1' | '!' | '|' => one,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        other => *other,
    };
    text.iter().map(letter).collect()
}

fn is_run(stretch: &[char]) -> bool {
    stretch.iter().all(|c| stretch.first() == Some(c))
}

fn is_row(stretch: &[char]) -> bool {
    let forwards: String = stretch.iter().collect();
    let backwards: String = stretch.iter().rev().collect();
    ROWS.iter().any(|row| row.contains(&forwards) || row.contains(&backwards))
}

/// A year, or a date in digits: day and month in either order, with a year before or after them.
fn is_date(stretch: &[char]) -> bool {
    let number = |range: std::ops::Range<usize>| {
        let digits: Option<Vec<u32>> = stretch.get(range)?.iter().map(|c| c.to_digit(10)).collect();
        Some(digits?.iter().fold(0, |sum, digit| sum * 10 + digit))
    };
    let is_year = |range| number(range).is_some_and(|year| (1900..2100).contains(&year));
    let is_day = |at: usize| {
        let (one, other) = (number(at..at + 2).unwrap_or_default(), number(at + 2..at + 4).unwrap_or_default());
        (1..=31).contains(&one) && (1..=31).contains(&other) && one.min(other) <= 12
    };
    match stretch.len() {
        4 => is_year(0..4),
        6 => number(0..6).is_some() && (is_day(0) || is_day(2)),
        8 => number(0..8).is_some() && (is_day(0) && is_year(4..8) || is_day(4) && is_year(0..4)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: [&str; 3] =
        ["noor.devries@voorbeeldland.example", "Noor de Vries", "Community of Practice: OT-Security"];

    #[test]
    fn what_is_put_together_from_a_few_known_parts_is_tried_first() {
        for password in [
            "passwordpassword",
            "Password Password 1",
            "P@ssw0rd2026P@ssw0rd!",
            "Wachtwoord123456",
            "ｗａｃｈｔｗｏｏｒｄ12345",
            "WELKOM-WELKOM-2026",
            "welkom01welkom01",
            "qwertyuiop123456",
            "1qaz2wsx3edc4rfv",
            "!@#$%^&*()_+!@#$",
            "zxcvbnm,./zxcvbnm",
            "9876543210987654",
            "314159265358979",
            "correct horse battery staple",
            "The quick brown fox!",
            "Zomer2025Zomer2025",
            "lente-zomer-2026",
            "iloveyouforever1",
            "ajaxamsterdam1900",
            "14031987-14031987",
            "aaaaaaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "l3tme1nl3tme1n2026",
            "ScadaSystem2026!",
            "noordevries2026!",
            "noor.devries@voorbeeldland.example",
            "Noor de Vries, Noor de Vries",
            "communityofpractice",
            "Community of Practice: OT-Security",
            "voorbeeldland2026",
        ] {
            assert!(is_tried_first(password, &OWN), "{password}");
        }
    }

    #[test]
    fn a_sentence_of_ones_own_is_not() {
        for password in [
            "droge voeten 2026",
            "a long enough sentence",
            "vier natte polders op een rij",
            "een heel ander wachtwoord",
            "zeven sloten tegelijk",
            "noor houdt van geraniums",
            "🚰🌊💧🐟🦆🐸⛵🚤🌧🏞🌷🚲🧀🐄🌬",
            "x7#Lq9!vRt2$kM5z",
            "#;~%<&/(}:_+*{?^",
            "korrelig brood smelt langzaam",
            "8302 5719 4460 2938",
        ] {
            assert!(!is_tried_first(password, &OWN), "{password}");
        }
    }

    #[test]
    fn the_words_are_small_sorted_and_some_thousands() {
        let words: Vec<_> = include_str!("common.txt").split_whitespace().collect();
        assert!(words.is_sorted_by(|a, b| a < b), "sorted, each once");
        assert!(words.len() > 2000, "{}", words.len());
        let is_plain =
            |word: &&str| word.len() >= 3 && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
        assert!(words.iter().all(is_plain));
    }

    #[test]
    fn the_longest_password_is_judged_at_once() {
        let long = "aB3$".repeat(49) + "z9Qk";
        let begun = std::time::Instant::now();
        assert!(!is_tried_first(&long, &OWN));
        assert!(begun.elapsed() < std::time::Duration::from_millis(500), "{:?}", begun.elapsed());
    }
}
