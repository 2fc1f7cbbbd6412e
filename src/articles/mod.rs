//! Articles: best practices and their kin, from a draft over a review to a text that readers get.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/articles` | anyone | the list, as far as the reader may see it |
//! | `/articles/{slug}` | anyone | one article, in its published revision |
//! | `/articles/{slug}/preview.png` | anyone | a picture of it for those who link to it, if the world may read it |
//! | `/articles/{slug}/revise` | publisher | begins the next revision; the published one stays up |
//! | `/articles/new` | publisher | a new draft |
//! | `/articles/work` | member | what is being written, reviewed, published |
//! | `/articles/work/{id}` | who works on it | one revision: its text, its history, what can be done |
//! | `/articles/work/{id}/edit`, `/submit` | its organisation's publishers | |
//! | `/articles/work/{id}/publish-alone` | its organisation's publishers | without a review, under a label that needs none |
//! | `/articles/work/{id}/assign`, `/publish` | liaison | |
//! | `/articles/work/{id}/review` | the assigned reviewer | approves or asks for changes |
//!
//! Owns `articles`, `revisions`, `revision_events`; their labels are in `items`, audiences in `item_grants`. Sends: news
//! to those who work on a text (`mails.rs`).

pub mod changes;
pub mod edit;
pub mod form;
pub mod list;
pub mod mails;
pub mod model;
pub mod page;
pub mod preview;
pub mod publish;
pub mod queries;
pub mod review;
pub mod revise;
pub mod submit;
pub mod work;
pub mod work_item;
pub mod work_queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/articles", Who::Anyone, list::get)
        .get("/articles/new", Who::Publisher, edit::get_new)
        .form("/articles/new", Who::Publisher, edit::post_new, edit::again_new)
        .get("/articles/work", Who::Member, work::get)
        .get("/articles/work/{id}", Who::Member, work_item::get)
        .get("/articles/work/{id}/edit", Who::Publisher, edit::get)
        .form("/articles/work/{id}/edit", Who::Publisher, edit::post, edit::again)
        .form("/articles/work/{id}/submit", Who::Publisher, submit::post, work_item::again_submit)
        .form("/articles/work/{id}/publish-alone", Who::Publisher, publish::post_alone, work_item::again_publish_alone)
        .form("/articles/work/{id}/assign", Who::Liaison, review::assign, work_item::again_assign)
        .form("/articles/work/{id}/review", Who::Member, review::post, work_item::again_review)
        .post("/articles/work/{id}/publish", Who::Liaison, publish::post)
        .get("/articles/{slug}", Who::Anyone, page::get)
        .get("/articles/{slug}/preview.png", Who::Anyone, preview::get)
        .post("/articles/{slug}/revise", Who::Publisher, revise::post)
}
