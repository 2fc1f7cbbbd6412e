//! The tokens of the design, read from the style sheet itself, so that the guide cannot say anything else than it does.

use crate::face::colour::Rgb;

/// The style sheet that holds them.
const SOURCE: &str = include_str!("../../static/css/10-tokens.css");

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

/// A colour in both modes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    pub light: Rgb,
    pub dark: Rgb,
}

impl Token {
    /// The colour, if it is one that covers what is below it.
    pub fn colour(&self) -> Option<Colour> {
        let (light, dark) = match &self.modes {
            Some((light, dark)) => (light.as_str(), dark.as_str()),
            None => (self.value.as_str(), self.value.as_str()),
        };
        Some(Colour { light: light.parse().ok()?, dark: dark.parse().ok()? })
    }
}

/// All tokens in the order of the style sheet, as the rules of an installation's accent change them.
pub fn all(accent: &str) -> Vec<Token> {
    parse(&format!("{SOURCE}{accent}"))
}

/// The colour of one of these tokens.
pub fn colour(tokens: &[Token], name: &str) -> Option<Colour> {
    tokens.iter().find(|token| token.name == name)?.colour()
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
        assert_eq!(colour(&tokens, "b").map(|c| c.dark), "#000000".parse().ok());
        assert_eq!((tokens[2].value.as_str(), tokens[2].colour()), ("1rem", None));
    }
}
