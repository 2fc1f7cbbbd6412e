//! Signing in at the OpenID Connect provider of the installation, where there is one. What comes from there is judged in
//! `auth::provider`; here it is decided whose account it is. A link is made by its owner, signed in, or by the mailbox of
//! the account; never by what the provider says of an address alone. It is a first factor, a password's equal.

pub mod arrival;
pub mod changes;
pub mod confirm;
pub mod going;
pub mod model;
pub mod page;
pub mod proposal;
pub mod queries;
pub mod sign_in;

use super::second_factor::confirm as confirming;
use super::sign_in as signing_in;
use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of it.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/provider", Who::Member, page::get)
        .post("/account/provider/link", Who::Member, page::begin)
        .post("/account/provider/unlink", Who::Member, page::unlink)
        .get("/account/provider/return", Who::Anyone, arrival::get)
        .get("/account/provider/link/{secret}", Who::Anyone, proposal::get)
        .post("/account/provider/link/{secret}", Who::Anyone, proposal::post)
        .form("/account/sign-in/provider", Who::Anyone, sign_in::post, signing_in::again)
        .form("/account/second-factor/confirm/provider", Who::Member, confirm::post, confirming::again)
}
