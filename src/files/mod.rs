//! Files: what belongs to a revision of an article or to an event and is no text of ours, such as a checklist or a picture.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/files/{id}/{name}` | anyone | the file itself, as far as the reader may read it; the name is for people |
//! | `/files/to/{id}` | member | a file for a revision in work or for an event, with a label of its own |
//! | `/files` | member | adds it: who writes the text, or the liaison for an event |
//! | `/files/{id}/remove` | member | takes it away, by the same |
//!
//! Owns `files`; labels and what each belongs to are in `items`, audiences in `item_grants`. What a file holds lies on disk
//! (`store.rs`). Lists of files are shown by the rooms of what they belong to (`templates/ui/files.html`). Sends no mail.

pub mod add;
pub mod arrival;
pub mod changes;
pub mod download;
pub mod form;
pub mod kind;
pub mod model;
pub mod names;
pub mod paced;
pub mod queries;
pub mod remove;
pub mod store;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/files/to/{id}", Who::Member, add::get)
        .upload("/files", Who::Member, add::post, add::again)
        .get("/files/{id}/{name}", Who::Anyone, download::get)
        .post("/files/{id}/remove", Who::Member, remove::post)
}
