//! Tokens: colour, contrast, space, type, corners, movement.

use super::chapter::Chapter;
use super::contrast::{self, Pair};
use super::tokens::{self, Colour, Token};
use crate::error::Result;
use crate::web::cx::Cx;
use crate::web::page::{Page, show};
use askama::Template;
use axum::response::Response;

/// Starts of names, by what the tokens are for.
const SPACE: [&str; 5] = ["s", "measure", "page", "gutter", "target"];
const TYPE: [&str; 2] = ["font", "t"];
const CORNERS: [&str; 1] = ["radius"];
const MOTION: [&str; 4] = ["quick", "calm", "ease", "lift"];

#[derive(Template)]
#[template(path = "styleguide/tokens.html")]
struct TokensPage {
    page: Page,
    chapter: Chapter,
    colours: Vec<(&'static Token, Colour)>,
    pairs: Vec<Pair>,
    space: Vec<&'static Token>,
    letters: Vec<&'static Token>,
    corners: Vec<&'static Token>,
    motion: Vec<&'static Token>,
}

/// The tokens whose name is one of these words, goes on after it with a hyphen, or is the letter `s` and a number.
fn named(starts: &[&str]) -> Vec<&'static Token> {
    let belongs = |token: &&Token| {
        let start = token.name.split('-').next().unwrap_or_default();
        starts.contains(&start) || starts.contains(&start.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    tokens::all().iter().filter(belongs).collect()
}

/// `GET /styleguide/tokens`
pub async fn get(cx: Cx) -> Result<Response> {
    show(&TokensPage {
        page: Chapter::Tokens.page(&cx),
        chapter: Chapter::Tokens,
        colours: tokens::all().iter().filter_map(|token| Some((token, token.colour()?))).collect(),
        pairs: contrast::pairs().collect(),
        space: named(&SPACE),
        letters: named(&TYPE),
        corners: named(&CORNERS),
        motion: named(&MOTION),
    })
}
