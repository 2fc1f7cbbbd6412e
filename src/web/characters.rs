//! What arrives from a form or behind a question mark is read here, without the characters that HTML has no place for
//! (<https://infra.spec.whatwg.org>, "control" and "noncharacter"): a page that shows them again would not be valid.

use serde::de::DeserializeOwned;
use serde_html_form::de::Error;

/// Stands for a character that cannot be shown.
pub const REPLACEMENT: char = '\u{fffd}';

/// Reads names and values as a form sends them. What cannot be shown is replaced; what is white space becomes a space.
///
/// # Errors
/// When they do not fit `T`.
pub fn read<T: DeserializeOwned>(encoded: &[u8]) -> Result<T, Error> {
    let fields: Vec<(String, String)> = serde_html_form::from_bytes(encoded)?;
    let fits = |text: &str| text.chars().all(|c| showable(c) == c);
    if fields.iter().all(|(name, value)| fits(name) && fits(value)) {
        return serde_html_form::from_bytes(encoded);
    }
    let shown = |text: String| text.chars().map(showable).collect();
    let fields: Vec<(String, String)> = fields.into_iter().map(|(name, value)| (shown(name), shown(value))).collect();
    serde_html_form::from_bytes(serde_html_form::to_string(fields).unwrap_or_default().as_bytes())
}

/// The character itself where a page may hold it.
fn showable(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\u{b}' | '\u{c}' | '\u{85}' => ' ',
        _ if c.is_control() || is_noncharacter(c) => REPLACEMENT,
        _ => c,
    }
}

/// The last two of every plane, and a block of thirty-two (Unicode, 23.7).
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(encoded: &str) -> String {
        let fields: Vec<(String, String)> = read(encoded.as_bytes()).expect("fields");
        fields.into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
    }

    #[test]
    fn what_no_page_may_hold_is_replaced_and_all_else_stays() {
        assert_eq!(value("a=1%262%0D%0A%093&b="), "a=1&2\r\n\t3&b=");
        assert_eq!(value("a%01=b%7F%C2%9F"), "a\u{fffd}=b\u{fffd}\u{fffd}");
        assert_eq!(value("a=%EF%B7%90%EF%BF%BF%F0%9F%BF%BE"), "a=\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(value("a=1%0B2%0C3%C2%854"), "a=1 2 3 4");
        let kept = "é 中 🧯 \u{200f} \u{202e} \u{a0} \u{feff} \u{10fffd}";
        assert_eq!(value(&serde_html_form::to_string([("a", kept)]).expect("a form")), format!("a={kept}"));
    }
}
