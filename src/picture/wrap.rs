//! Setting a text in lines by the real widths of its characters, as far as the font has them.

use super::font;

/// What shows that a text goes on.
const ELLIPSIS: char = '…';

/// The most characters of a text that are looked at: more never fit.
const MOST: usize = 400;

/// The share of its letters that a text must keep to make sense.
const READABLE: (usize, usize) = (3, 4);

/// The text with what the font can draw, its white space folded. `None` when too many of its letters are of another
/// alphabet: a mutilated title would say something else.
pub fn drawable(text: &str) -> Option<String> {
    let text: String = text.chars().take(MOST).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let drawn: String = text.chars().filter(|c| *c == ' ' || (!c.is_control() && font::has(*c))).collect();
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (all, kept) = (letters(&text), letters(&drawn));
    let folded = drawn.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (kept > 0 && kept * READABLE.1 >= all * READABLE.0).then_some(folded)
}

/// The text in at most so many lines of this width; what does not fit is left out, with an ellipsis.
pub fn lines(text: &str, size: f32, width: f32, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        if !line.is_empty() && font::width(&format!("{line}{}", piece.trim_end()), size) > width {
            lines.push(std::mem::take(&mut line));
        }
        for character in piece.chars() {
            // A word that is wider than a line goes on in the next.
            if character != ' ' && font::width(&line, size) + font::width(&character.to_string(), size) > width {
                lines.push(std::mem::take(&mut line));
            }
            line.push(character);
        }
    }
    lines.push(line);
    let goes_on = lines.len() > most;
    lines.truncate(most);
    let mut lines: Vec<String> = lines.iter().map(|line| line.trim().to_owned()).collect();
    if let (true, Some(last)) = (goes_on, lines.last_mut()) {
        while !last.is_empty() && font::width(&format!("{last}{ELLIPSIS}"), size) > width {
            last.pop();
        }
        let kept = last.trim_end_matches([' ', ',', ';', ':', '-']).len();
        last.truncate(kept);
        last.push(ELLIPSIS);
    }
    lines
}

/// Where a line may end: after a space, a hyphen or a slash.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
}

#[cfg(test)]
mod tests {
    use super::{drawable, lines};
    use crate::picture::font;
    use proptest::prelude::proptest;

    #[test]
    fn what_the_font_lacks_is_left_out_and_a_text_of_another_alphabet_is_not_drawn() {
        for whole in [
            "Één coördinatie: ÅÄÖ, ñ, ß, ğ, ł, ő, ș, ž, ư",
            "Ασφάλεια βιομηχανικών συστημάτων",
            "Безопасность їжак",
            "a < b & c",
        ] {
            assert_eq!(drawable(whole).as_deref(), Some(whole));
        }
        assert_eq!(drawable("Pumps 🚰 and\n\tlocks ⛵️").as_deref(), Some("Pumps and locks"));
        assert_eq!(
            drawable("e\u{301}e\u{301}n").as_deref(),
            Some("e\u{301}e\u{301}n"),
            "accents as marks of their own"
        );
        for other in
            ["أمن الأنظمة الصناعية", "工业控制系统安全", "🔥🔥🔥", "", "  ", "\u{202e}\u{200b}", "A 工业控制系统安全"]
        {
            assert_eq!(drawable(other), None, "{other}");
        }
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken_and_what_does_not_fit_is_shortened() {
        let long = "W".repeat(300);
        let set = lines(&long, 56.0, 1000.0, 4);
        assert_eq!(set.len(), 4);
        assert!(set[3].ends_with('…'), "{set:?}");
        assert_eq!(lines("One two", 56.0, 1000.0, 4), ["One two"]);
        let titled = lines("Leverancierstoegang op afstand in de drinkwatervoorziening", 60.0, 700.0, 4);
        assert_eq!(titled.join(" "), "Leverancierstoegang op afstand in de drinkwatervoorziening");
        assert!(titled.len() > 1);
        assert_eq!(lines("", 56.0, 1000.0, 4), [""]);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_it_may_be(text in "\\PC{0,200}", width in 200.0_f32..1000.0, most in 1_usize..5) {
            let set = lines(&text, 56.0, width, most);
            assert!(set.len() <= most);
            for line in &set {
                assert!(font::width(line, 56.0) <= width + 0.1, "{line:?} in {width}");
            }
        }
    }
}
