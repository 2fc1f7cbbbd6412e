//! Names of files: cleaned when they come, safe in a header and in an address when they go.

use super::kind::Kind;
use crate::access::Label;
use deunicode::deunicode_with_tofu;
use std::fmt::Write;

/// The most characters of a name, and the most bytes: with the label before it a file system still takes it.
const MAX_CHARACTERS: usize = 120;
const MAX_BYTES: usize = 200;

/// A name that a file of this kind can have on any system: no folders, no marks that deceive or that a system or a
/// header gives a meaning, and an ending that says what it is.
pub fn clean(name: &str, kind: Kind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().map(|c| if is_harmless(c) { c } else { ' ' }).collect();
    let words = kept.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_matches(['.', ' ', '-']);
    let (stem, ending) = match words.rsplit_once('.') {
        Some((stem, ending)) if kind.endings().contains(&ending.to_ascii_lowercase().as_str()) => (stem, ending),
        _ => (words, kind.endings().first().copied().unwrap_or_default()),
    };
    let mut short = String::new();
    for c in stem.chars().take(MAX_CHARACTERS - ending.len() - 1) {
        if short.len() + c.len_utf8() + ending.len() + 1 > MAX_BYTES {
            break;
        }
        short.push(c);
    }
    // After the cut, which may leave some at the end.
    let stem = match short.trim_end_matches(['.', ' ']) {
        "" => "file",
        stem => stem,
    };
    format!("{stem}.{ending}")
}

fn is_harmless(c: char) -> bool {
    let turns_or_hides = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}');
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}') || c >= '\u{e0000}';
    !(c.is_control() || turns_or_hides || is_private || "\"<>:|?*%".contains(c))
}

/// The header that has a browser keep the file, under its label (RFC 6266; RFC 8187 for other alphabets).
pub fn disposition(label: Label, name: &str) -> String {
    let name = format!("TLP-{}-{name}", label.word());
    let plain: String = deunicode_with_tofu(&name, "_")
        .chars()
        .map(|c| if (c.is_ascii_graphic() || c == ' ') && !matches!(c, '"' | '\\' | '%') { c } else { '_' })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encoded(&name))
}

/// A name as a part of an address, and as RFC 8187 wants it: what both leave as it is stays, every other byte is `%XX`.
pub fn encoded(name: &str) -> String {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_cleaned_of_what_could_do_harm() {
        for (name, kind, expected) in [
            ("Checklist 2026.csv", Kind::Csv, "Checklist 2026.csv"),
            ("../../etc/passwd", Kind::Text, "passwd.txt"),
            ("C:\\fakepath\\plan.PDF", Kind::Pdf, "plan.PDF"),
            ("evil.html", Kind::Png, "evil.html.png"),
            ("run.bat", Kind::Text, "run.bat.txt"),
            ("a\r\nSet-Cookie: x=1.txt", Kind::Text, "a Set-Cookie x=1.txt"),
            ("\u{202e}gnp.exe", Kind::Png, "gnp.exe.png"),
            ("\"quoted\".txt", Kind::Text, "quoted.txt"),
            ("...", Kind::Pdf, "file.pdf"),
            ("", Kind::Pdf, "file.pdf"),
            (".htaccess", Kind::Text, "htaccess.txt"),
            ("🧯 één.md", Kind::Markdown, "🧯 één.md"),
        ] {
            assert_eq!(clean(name, kind), expected, "{name:?}");
        }
    }

    #[test]
    fn the_label_stands_in_the_name_and_other_alphabets_are_told_twice() {
        assert_eq!(
            disposition(Label::AmberStrict, "Één plan.pdf"),
            "attachment; filename=\"TLP-AMBER+STRICT-Een plan.pdf\"; filename*=UTF-8''TLP-AMBER%2BSTRICT-%C3%89%C3%A9n%20plan.pdf"
        );
    }

    proptest! {
        #[test]
        fn any_name_becomes_one_that_every_system_and_the_database_take(name in "\\PC{0,400}|.{0,400}") {
            for kind in Kind::ALL {
                let name = clean(&name, kind);
                prop_assert!(name.chars().count() <= MAX_CHARACTERS && name.len() <= MAX_BYTES);
                prop_assert!(!name.chars().any(|c| c.is_control() || "/\\\"".contains(c)));
                prop_assert!(!name.starts_with(['.', ' ']) && name.len() > 3);
                prop_assert_eq!(&clean(&name, kind), &name);
                let header = disposition(Label::Red, &name);
                prop_assert!(header.chars().all(|c| c.is_ascii_graphic() || c == ' '));
                prop_assert_eq!(header.matches('"').count(), 2);
            }
        }
    }
}
