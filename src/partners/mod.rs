//! Partner organisations: who takes part.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/partners` | anyone | all of them, by kind |
//! | `/partners/{slug}` | anyone | one of them, with its practices as far as the reader may see them |
//!
//! Owns `organisations`. Sends no mail.

pub mod list;
pub mod model;
pub mod page;
pub mod queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new().get("/partners", Who::Anyone, list::get).get("/partners/{slug}", Who::Anyone, page::get)
}
