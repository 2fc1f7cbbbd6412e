//! Asking to join: from a stranger's request, over the proof of the mail address, to the liaison's decision.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/join` | anyone | the form |
//! | `/join/sent` | anyone | what happens next |
//! | `/join/proof/{secret}` | who has the mail | proves the address; afterwards tells where the request stands |
//! | `/join/house-rules` | anyone | the rules that one agrees to |
//! | `/join/requests`, `/join/requests/{id}` | liaison | the queue and the decision |
//!
//! Owns `join_requests`. Sends: proof, already-member, waiting, approved, declined (`mails.rs`).

pub mod ask;
pub mod decide;
pub mod form;
pub mod mails;
pub mod model;
pub mod prove;
pub mod queries;
pub mod queue;
pub mod request;
pub mod rules;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/join", Who::Anyone, ask::get)
        .form("/join", Who::Anyone, ask::post, ask::again)
        .get("/join/sent", Who::Anyone, ask::sent)
        .get("/join/house-rules", Who::Anyone, rules::get)
        .get("/join/proof/{secret}", Who::Anyone, prove::get)
        .post("/join/proof/{secret}", Who::Anyone, prove::post)
        .get("/join/requests", Who::Liaison, queue::get)
        .get("/join/requests/{id}", Who::Liaison, request::get)
        .form("/join/requests/{id}/approve", Who::Liaison, decide::approve, decide::again)
        .form("/join/requests/{id}/decline", Who::Liaison, decide::decline, decide::again)
}
