//! The audit log on the screen: who did what, on what, why, when and in which request. The log itself is `src/audit`, of
//! the floor; who reads which entries the database decides.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/log` | liaison | all entries, newest first, narrowed by action, person, subject, period and words |
//! | `/log/mine` | member | the entries about oneself: what one did, and what was done to one |
//! | `/log/retention` | liaison | what is kept for how long, and what the daily round did |
//! | `/log/export` | liaison | the narrowed list as a CSV file; that it was taken stands in the log |
//!
//! Owns no table. Sends no mail.

pub mod csv;
mod detail;
pub mod export;
pub mod list;
pub mod mine;
pub mod model;
pub mod queries;
pub mod retention;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/log", Who::Liaison, list::get)
        .get("/log/mine", Who::Member, mine::get)
        .get("/log/retention", Who::Liaison, retention::get)
        .post("/log/export", Who::Liaison, export::post)
}
