//! Working groups: people of several organisations who may read what is addressed to their group.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/groups` | member | all groups, the open ones first, and which are mine |
//! | `/groups/{slug}` | member | one group: what it is for, and who reads along |
//! | `/groups/new`, `/groups/{slug}/edit`, `/groups/{slug}/close` | liaison | |
//! | `/groups/{slug}/members`, `/groups/{slug}/members/{member}/end` | liaison | who reads from now on, and who no longer does |
//!
//! Owns `working_groups` and `working_group_members`. Sends no mail.

pub mod changes;
pub mod close;
pub mod edit;
pub mod form;
pub mod list;
pub mod page;
pub mod people;
pub mod queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/groups", Who::Member, list::get)
        .get("/groups/new", Who::Liaison, edit::get_new)
        .form("/groups/new", Who::Liaison, edit::post_new, edit::again_new)
        .get("/groups/{slug}", Who::Member, page::get)
        .get("/groups/{slug}/edit", Who::Liaison, edit::get)
        .form("/groups/{slug}/edit", Who::Liaison, edit::post, edit::again)
        .form("/groups/{slug}/members", Who::Liaison, people::post, people::again)
        .post("/groups/{slug}/members/{member}/end", Who::Liaison, people::end)
        .post("/groups/{slug}/close", Who::Liaison, close::post)
}
