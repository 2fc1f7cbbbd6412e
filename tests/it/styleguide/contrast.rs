//! The colours of the style sheet keep their distance, in both modes.

use polder::styleguide::contrast::{self, USES};
use polder::styleguide::tokens::{self, Token};
use std::collections::BTreeSet;

/// Colours that let through what is below them, and never carry text: shadow and veil.
const SEEN_THROUGH: [&str; 2] = ["lift", "veil"];

fn holds_a_colour(token: &Token) -> bool {
    let value = token.value.to_lowercase();
    ["#", "rgb", "hsl", "hwb", "lab(", "lch(", "color", "light-dark"].iter().any(|mark| value.contains(mark))
}

#[test]
fn every_pair_of_colours_keeps_its_contrast_in_both_modes() {
    let weak: Vec<_> = contrast::pairs(&tokens::all(""))
        .into_iter()
        .filter(|pair| !pair.holds())
        .map(|p| format!("{} on {}: {:.2} light, {:.2} dark, at least {}", p.front, p.back, p.light, p.dark, p.least))
        .collect();
    assert!(weak.is_empty(), "Too close to each other:\n  {}", weak.join("\n  "));
    assert!(contrast::pairs(&tokens::all("")).len() > 50);
}

#[test]
fn every_colour_is_in_a_pair_and_every_pair_is_of_colours() {
    let tokens = tokens::all("");
    let colours: BTreeSet<&str> =
        tokens.iter().filter(|token| holds_a_colour(token)).map(|token| token.name.as_str()).collect();
    let exempt = BTreeSet::from(SEEN_THROUGH);
    let used: BTreeSet<&str> = USES.iter().flat_map(|u| u.backs.iter().copied().chain([u.front])).collect();
    let known: BTreeSet<&str> = used.union(&exempt).copied().collect();
    assert_eq!(known, colours, "Say in src/styleguide/contrast.rs where a new colour is used");
    assert!(used.iter().all(|name| tokens::colour(&tokens, name).is_some()), "Write a colour as six digits");
    assert!(exempt.iter().all(|name| tokens::colour(&tokens, name).is_none()));
}

#[test]
fn browsers_that_know_no_modes_get_the_light_one() {
    let tokens = tokens::all("");
    let differing: Vec<_> = tokens
        .iter()
        .filter(|token| token.modes.as_ref().is_some_and(|(light, _)| *light != token.value))
        .map(|token| token.name.as_str())
        .collect();
    assert!(differing.is_empty(), "{differing:?}: the plain value is not the light one");
    assert!(tokens.iter().filter(|token| token.modes.is_some()).count() > 15);
}

#[test]
fn the_plate_of_a_label_is_the_same_in_every_mode() {
    let tokens = tokens::all("");
    for name in ["plate", "tlp-red", "tlp-amber", "tlp-green", "tlp-clear"] {
        let colour = tokens::colour(&tokens, name).expect("a colour");
        assert_eq!(colour.light, colour.dark, "{name}");
    }
}
