//! Members: who is here. Seen by members only; one's own profile is changed in `account`.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/members` | member | the directory |
//! | `/members/{slug}` | member | a profile |
//! | `/members/{slug}/recovery` | liaison | starts the removal of a lost second factor |
//!
//! Owns `members` and `memberships`. Sends: left, ended, departed, asleep, woken, roles, asked, wake-asked, person-left,
//! person-deleted. The pages that change a membership are `/account/leave` and `/partners/{slug}/people`; once a year it is
//! confirmed (`yearly`).

mod changes;
pub mod list;
pub mod mails;
pub mod model;
pub mod page;
pub mod queries;
pub mod recovery;
pub mod work_queries;
pub mod yearly;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/members", Who::Member, list::get)
        .get("/members/{slug}", Who::Member, page::get)
        .get("/members/{slug}/recovery", Who::Liaison, recovery::get)
        .form("/members/{slug}/recovery", Who::Liaison, recovery::post, recovery::again)
        .post("/members/{slug}/recovery/stop", Who::Liaison, recovery::stop)
}
