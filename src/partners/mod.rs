//! Partner organisations: who takes part.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/partners` | anyone | all of them, by kind |
//! | `/partners/{slug}` | anyone | one of them, with its practices as far as the reader may see them |
//! | `/partners/{slug}/clients`, `/partners/{slug}/clients/{client}/remove` | member | whom its TLP:AMBER reaches as well; for its coordinator |
//! | `/partners/{slug}/domains`, `/partners/{slug}/domains/{domain}/remove` | liaison | its mail domains, by which applicants are known |
//! | `/partners/{slug}/people` and below | member | who belongs to it: confirmed, ended, woken, with which roles; for its coordinator and the liaison |
//! | `/partners/{slug}/departure`, `/partners/{slug}/return` | liaison | it leaves the community, and comes back |
//!
//! Owns `organisations`, `organisation_clients` and `organisation_domains`. Sends no mail of its own: `members` tells people
//! of their membership.

pub mod changes;
pub mod clients;
pub mod departure;
pub mod domains;
pub mod list;
pub mod model;
pub mod page;
pub mod people;
pub mod person;
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
        .get("/partners/{slug}/people", Who::Member, people::get)
        .form("/partners/{slug}/people/confirm", Who::Member, people::confirm, people::again)
        .get("/partners/{slug}/people/{member}", Who::Member, person::get)
        .form("/partners/{slug}/people/{member}", Who::Member, person::post, person::again)
        .post("/partners/{slug}/people/{member}/wake", Who::Member, person::wake)
        .get("/partners/{slug}/people/{member}/end", Who::Member, person::get_end)
        .form("/partners/{slug}/people/{member}/end", Who::Member, person::end, person::again_end)
        .get("/partners/{slug}/departure", Who::Liaison, departure::get)
        .form("/partners/{slug}/departure", Who::Liaison, departure::post, departure::again)
        .form("/partners/{slug}/return", Who::Liaison, departure::come_back, departure::again_return)
}
