//! Partner organisations: who takes part.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/partners` | anyone | all of them, by kind |
//! | `/partners/{slug}` | anyone | one of them, with its practices as far as the reader may see them |
//! | `/partners/{slug}/clients`, `/partners/{slug}/clients/{client}/remove` | member | whom its TLP:AMBER reaches as well; for its coordinator |
//! | `/partners/{slug}/domains`, `/partners/{slug}/domains/{domain}/remove` | liaison | its mail domains, by which applicants are known |
//!
//! Owns `organisations`, `organisation_clients` and `organisation_domains`. Sends no mail.

pub mod changes;
pub mod clients;
pub mod domains;
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
        .get("/partners/{slug}/domains", Who::Liaison, domains::get)
        .form("/partners/{slug}/domains", Who::Liaison, domains::post, domains::again)
        .post("/partners/{slug}/domains/{domain}/remove", Who::Liaison, domains::remove)
}
