//! Numbers as each language writes them: 1,234.5 in English, 1.234,5 in Dutch.

use super::Locale;

/// A number in the digits of a machine (`-1234.5`), as the language writes it. Also numbers of four digits are grouped,
/// so that those in a list look alike.
pub fn written(digits: &str, locale: Locale) -> String {
    let (group, point) = match locale {
        Locale::En => (',', '.'),
        Locale::Nl => ('.', ','),
    };
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |digits| ("\u{2212}", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push(point);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn numbers_are_grouped_by_thousands_with_the_marks_of_the_language() {
        for (digits, english, dutch) in [
            ("0", "0", "0"),
            ("999", "999", "999"),
            ("1234", "1,234", "1.234"),
            ("200000", "200,000", "200.000"),
            ("1234567.25", "1,234,567.25", "1.234.567,25"),
            ("-1000", "\u{2212}1,000", "\u{2212}1.000"),
            ("0.5", "0.5", "0,5"),
        ] {
            assert_eq!((written(digits, Locale::En), written(digits, Locale::Nl)), (english.into(), dutch.into()));
        }
    }

    #[test]
    fn also_within_a_text_while_the_plural_form_is_chosen_by_the_number_itself() {
        let text = |locale, count: i64| Texts::of(locale).text("form-errors").count("count", count).to_string();
        assert!(text(Locale::En, 1234).starts_with("1,234 "), "{}", text(Locale::En, 1234));
        assert!(text(Locale::Nl, 1234).starts_with("1.234 "), "{}", text(Locale::Nl, 1234));
        assert!(text(Locale::Nl, 1).starts_with("E\u{e9}n "), "{}", text(Locale::Nl, 1));
        assert_eq!(Texts::of(Locale::Nl).text("error-status").arg("status", 1404).to_string(), "Fout 1404");
    }
}
