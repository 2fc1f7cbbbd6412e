//! Events: when and where the community meets, and who comes.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/events` | anyone | coming and past, as far as the reader may see them |
//! | `/events/{slug}` | anyone | one event; for members also who comes |
//! | `/events/{slug}/event.ics` | anyone | the same as a calendar file |
//! | `/events/{slug}/preview.png` | anyone | a picture of it for those who link to it, if the world may read it |
//! | `/events/{slug}/answer` | member | I come, maybe, no |
//! | `/events/new`, `/events/{slug}/edit`, `/events/{slug}/cancel` | liaison | |
//! | `/events/{slug}/attendance` | liaison | who was there, once it has begun |
//!
//! Owns `events`, `attendances` (what people answered) and `presences` (who was there); labels are in `items`. Sends no mail yet.

pub mod answer;
pub mod attendance;
pub mod calendar;
pub mod cancel;
pub mod changes;
pub mod edit;
pub mod form;
pub mod list;
pub mod model;
pub mod page;
pub mod preview;
pub mod queries;
pub mod timezone;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/events", Who::Anyone, list::get)
        .get("/events/new", Who::Liaison, edit::get_new)
        .form("/events/new", Who::Liaison, edit::post_new, edit::again_new)
        .get("/events/{slug}", Who::Anyone, page::get)
        .get("/events/{slug}/event.ics", Who::Anyone, calendar::get)
        .get("/events/{slug}/preview.png", Who::Anyone, preview::get)
        .post("/events/{slug}/answer", Who::Member, answer::post)
        .get("/events/{slug}/edit", Who::Liaison, edit::get)
        .form("/events/{slug}/edit", Who::Liaison, edit::post, edit::again)
        .get("/events/{slug}/attendance", Who::Liaison, attendance::get)
        .form("/events/{slug}/attendance", Who::Liaison, attendance::post, attendance::again)
        .post("/events/{slug}/cancel", Who::Liaison, cancel::post)
}
