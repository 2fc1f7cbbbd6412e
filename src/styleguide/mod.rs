//! The style guide: every token and every part of a page in every state, and how we write. It is made with the code of
//! the pages themselves, so it cannot grow old.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/styleguide` | anyone | what it is, and its chapters |
//! | `/styleguide/tokens`, `/styleguide/icons` … | anyone | a chapter |
//!
//! Owns no table and sends no mail: a room across nouns. No page links to it and no search engine is to list it.

pub mod actions;
pub mod chapter;
pub mod contrast;
pub mod finding;
pub mod forms;
pub mod icons;
pub mod lists;
pub mod look;
pub mod messages;
pub mod navigation;
pub mod overview;
pub mod samples;
pub mod tables;
pub mod texts;
pub mod tokens;
pub mod words;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/styleguide", Who::Anyone, overview::get)
        .get("/styleguide/tokens", Who::Anyone, look::get)
        .get("/styleguide/icons", Who::Anyone, icons::get)
        .get("/styleguide/words", Who::Anyone, words::get)
        .get("/styleguide/navigation", Who::Anyone, navigation::get)
        .get("/styleguide/actions", Who::Anyone, actions::get)
        .get("/styleguide/forms", Who::Anyone, forms::get)
        .get("/styleguide/lists", Who::Anyone, lists::get)
        .get("/styleguide/messages", Who::Anyone, messages::get)
        .get("/styleguide/finding", Who::Anyone, finding::get)
        .get("/styleguide/tables", Who::Anyone, tables::get)
        .get("/styleguide/texts", Who::Anyone, texts::get)
}
