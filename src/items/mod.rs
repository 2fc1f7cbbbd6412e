//! What can be done with a label after publication: see who reads something, change its label, ask for wider sharing,
//! and open something beyond its audience when that must be.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/items` | member | what waits behind a label, and requests for wider sharing |
//! | `/items/{id}` | anyone | leads to the page of an item; the address that says nothing of it |
//! | `/items/{id}/readers`, `/view-as` | who speaks for the source | who can see it, and how another sees it |
//! | `/items/{id}/label` | who speaks for the source | another label or audience |
//! | `/items/{id}/wider` | member | asks the source to share it more widely |
//! | `/items/wider/{request}`, `/decline`, `/withdraw` | who asked, and the source | the request and its answer |
//! | `/items/break-glass` | liaison | an hour beyond the audience, for a reason |
//!
//! Owns `label_changes`, `wider_requests`, `item_reads` and `glass_breaks`; the labels themselves are in `items`. Sends:
//! news of a changed label to its readers, requests to the source, answers to who asked, a broken glass to the source
//! (`mails.rs`). A room across nouns.

pub mod address;
pub mod changes;
pub mod glass;
pub mod label;
pub mod label_form;
pub mod list;
pub mod mails;
pub mod model;
pub mod opening;
pub mod queries;
pub mod readers;
pub mod request;
pub mod view_as;
pub mod wider;
pub mod work_queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/items", Who::Member, list::get)
        .get("/items/break-glass", Who::Liaison, glass::get)
        .form("/items/break-glass", Who::Liaison, glass::post, glass::again)
        .get("/items/wider/{request}", Who::Member, request::get)
        .form("/items/wider/{request}/decline", Who::Member, request::decline, request::again)
        .post("/items/wider/{request}/withdraw", Who::Member, request::withdraw)
        .get("/items/{id}", Who::Anyone, address::get)
        .get("/items/{id}/readers", Who::Member, readers::get)
        .get("/items/{id}/view-as", Who::Member, view_as::get)
        .get("/items/{id}/label", Who::Member, label::get)
        .form("/items/{id}/label", Who::Member, label::post, label::again)
        .get("/items/{id}/wider", Who::Member, wider::get)
        .form("/items/{id}/wider", Who::Member, wider::post, wider::again)
}
