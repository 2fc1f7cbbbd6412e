//! Vouching for somebody who asks to join.

pub mod page;
pub mod queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses.
pub fn routes() -> Routes {
    Routes::new().get("/join/vouch/{request}", Who::Member, page::get).form(
        "/join/vouch/{request}",
        Who::Member,
        page::post,
        page::again,
    )
}
