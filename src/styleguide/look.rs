//! Tokens: colour, contrast, space, type, corners, movement.

use super::chapter::Chapter;
use super::contrast::{self, Pair};
use super::tokens::{self, Colour, Token};
use crate::error::Result;
use crate::face::accent::Accent;
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
    colours: Vec<(Token, Colour)>,
    pairs: Vec<Pair>,
    space: Vec<Token>,
    letters: Vec<Token>,
    corners: Vec<Token>,
    motion: Vec<Token>,
}

/// The tokens whose name is one of these words, goes on after it with a hyphen, or is the letter `s` and a number.
fn named(tokens: &[Token], starts: &[&str]) -> Vec<Token> {
    let belongs = |token: &&Token| {
        let start = token.name.split('-').next().unwrap_or_default();
        starts.contains(&start) || starts.contains(&start.trim_end_matches(|c: char| c.is_ascii_digit()))
    };
    tokens.iter().filter(belongs).cloned().collect()
}

/// `GET /styleguide/tokens`
pub async fn get(cx: Cx) -> Result<Response> {
    let accent = cx.app.face.accent.as_ref().map(Accent::css).unwrap_or_default();
    let tokens = tokens::all(&accent);
    show(&TokensPage {
        page: Chapter::Tokens.page(&cx),
        chapter: Chapter::Tokens,
        colours: tokens.iter().filter_map(|token| Some((token.clone(), token.colour()?))).collect(),
        pairs: contrast::pairs(&tokens),
        space: named(&tokens, &SPACE),
        letters: named(&tokens, &TYPE),
        corners: named(&tokens, &CORNERS),
        motion: named(&tokens, &MOTION),
    })
}
