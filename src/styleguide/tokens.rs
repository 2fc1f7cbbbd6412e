//! The tokens of the design, read from the style sheet itself, so that the guide cannot say anything else than it does.

use std::sync::LazyLock;

/// The style sheet that holds them.
const SOURCE: &str = include_str!("../../static/css/10-tokens.css");

static TOKENS: LazyLock<Vec<Token>> = LazyLock::new(|| parse(SOURCE));

/// A custom property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Without the two hyphens.
    pub name: String,
    /// As first written.
    pub value: String,
    /// The pair that `light-dark()` holds, for those that follow the mode.
    pub modes: Option<(String, String)>,
    /// What stands beside it: what it is for.
    pub note: String,
}

/// A colour in both modes, as red, green and blue of one byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub light: Rgb,
    pub dark: Rgb,
}

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb([u8; 3]);

impl Rgb {
    /// A colour as `#0b587f`; nothing else is read.
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self([byte(0)?, byte(2)?, byte(4)?]))
    }

    /// How bright it is, from 0 to 1 (WCAG 2.2, "relative luminance").
    pub fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let part = f64::from(byte) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// The contrast between two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

impl Token {
    /// The colour, if it is one that covers what is below it.
    pub fn colour(&self) -> Option<Colour> {
        let (light, dark) = match &self.modes {
            Some((light, dark)) => (light.as_str(), dark.as_str()),
            None => (self.value.as_str(), self.value.as_str()),
        };
        Some(Colour { light: Rgb::from_hex(light)?, dark: Rgb::from_hex(dark)? })
    }
}

/// All tokens in the order of the style sheet.
pub fn all() -> &'static [Token] {
    &TOKENS
}

/// The colour of a token.
pub fn colour(name: &str) -> Option<Colour> {
    all().iter().find(|token| token.name == name)?.colour()
}

/// Reads the custom properties. The first value of a name is its value; a later `light-dark()` gives the modes; what
/// media queries change is left alone.
pub fn parse(style: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    for line in style.lines() {
        let (code, note) = line.split_once("/*").unwrap_or((line, ""));
        let note = note.split("*/").next().unwrap_or_default().trim();
        for declaration in code.split(';') {
            let declaration = declaration.rsplit('{').next().unwrap_or_default().trim();
            let Some((name, value)) = declaration.strip_prefix("--").and_then(|rest| rest.split_once(':')) else {
                continue;
            };
            let (name, value) = (name.trim(), value.trim());
            let pair = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')')?.split_once(','));
            let modes = pair.map(|(light, dark)| (light.trim().to_owned(), dark.trim().to_owned()));
            match tokens.iter_mut().find(|token| token.name == name) {
                Some(known) => known.modes = modes.or(known.modes.take()),
                None => tokens.push(Token { name: name.into(), value: value.into(), modes, note: note.into() }),
            }
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_its_first_value_its_modes_and_what_it_is_for() {
        let style = ":root { --a: #ffffff;  /* page */\n --b: #000000; --c: 1rem; }\n\
                     @supports (color: light-dark(#000, #fff)) { :root { --a: light-dark(#ffffff, #101010);\n} }\n\
                     @media x { :root { --c: 2rem; } }";
        let tokens = parse(style);
        let names: Vec<_> = tokens.iter().map(|token| token.name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(tokens[0].note, "page");
        assert_eq!(tokens[0].modes, Some(("#ffffff".into(), "#101010".into())));
        assert_eq!(tokens[0].colour().map(|c| c.dark.to_string()), Some("#101010".into()));
        assert_eq!(tokens[1].colour().map(|c| c.dark), Rgb::from_hex("#000000"));
        assert_eq!((tokens[2].value.as_str(), tokens[2].colour()), ("1rem", None));
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        let contrast = |a, b| Some(Rgb::from_hex(a)?.contrast(Rgb::from_hex(b)?));
        let near = |a: Option<f64>, b: f64| a.is_some_and(|a| (a - b).abs() < 0.005);
        assert!(near(contrast("#000000", "#ffffff"), 21.0));
        assert!(near(contrast("#777777", "#ffffff"), 4.48));
        assert!(near(contrast("#ffffff", "#777777"), 4.48));
        assert!(near(contrast("#0000ff", "#ffffff"), 8.59));
        assert_eq!(Rgb::from_hex("#fff"), None);
        assert_eq!(Rgb::from_hex("#é0000"), None);
    }
}
