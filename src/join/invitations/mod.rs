//! Inviting: the list and the form (`list.rs`), and the page of whoever is invited (`own.rs`).

pub mod list;
pub mod mails;
pub mod model;
pub mod own;
pub mod queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses.
pub fn routes() -> Routes {
    Routes::new()
        .get("/join/invitations", Who::Member, list::get)
        .form("/join/invitations", Who::Member, list::post, list::again)
        .post("/join/invitations/{id}/send", Who::Member, list::send_again)
        .post("/join/invitations/{id}/revoke", Who::Member, list::revoke)
        .get("/join/invitation/{secret}", Who::Anyone, own::get)
        .form("/join/invitation/{secret}", Who::Anyone, own::post, own::again)
        .post("/join/invitation/{secret}/decline", Who::Anyone, own::decline)
        .get("/join/declined", Who::Anyone, own::declined)
}
