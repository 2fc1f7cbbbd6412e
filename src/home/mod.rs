//! The front door: for a visitor what this is and how to join; for a member what waits and what is new. Also what
//! machines ask for at the door.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/` | anyone | home |
//! | `/health` | anyone | whether the site and its database answer |
//! | `/preview.png` | anyone | the picture of the site for those who link to it |
//! | `/robots.txt`, `/.well-known/security.txt` | anyone | |
//!
//! Owns no table and sends no mail: a room across nouns.

pub mod health;
pub mod machines;
pub mod preview;
pub mod start;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/", Who::Anyone, start::get)
        .get("/health", Who::Anyone, health::get)
        .get("/preview.png", Who::Anyone, preview::get)
        .get("/robots.txt", Who::Anyone, machines::robots)
        .get("/.well-known/security.txt", Who::Anyone, machines::security)
}
