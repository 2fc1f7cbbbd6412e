//! Partner organisations: who takes part.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/partners` | anyone | all of them, by kind |
//! | `/partners/{slug}` | anyone | one of them, with its practices as far as the reader may see them |
//! | `/partners/{slug}/clients`, `/partners/{slug}/clients/{client}/remove` | member | whom its TLP:AMBER reaches as well; for its coordinator |
//!
//! Owns `organisations` and `organisation_clients`. Sends no mail.

pub mod changes;
pub mod clients;
pub mod list;
pub mod model;
pub mod page;
pub mod queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/partners", Who::Anyone, list::get)
        .get("/partners/{slug}", Who::Anyone, page::get)
        .get("/partners/{slug}/clients", Who::Member, clients::get)
        .form("/partners/{slug}/clients", Who::Member, clients::post, clients::again)
        .post("/partners/{slug}/clients/{client}/remove", Who::Member, clients::remove)
}
