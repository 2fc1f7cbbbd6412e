//! One's own account: signing in and out, the password, the profile, the language, the colours.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/account/sign-in`, `/account/sign-out` and below | anyone | begins and ends a session: password, passkey, provider |
//! | `/account/asleep` | who proved it, without access | asks to be let in again |
//! | `/account/new-link`, `/account/password/{secret}` | anyone; who has the mail | asks for a link, and sets the password |
//! | `/account` | member | what guards the account, on one page; below it each part |
//! | `/account/address/{secret}`, `/account/recovery/{secret}`, `/account/provider/link/{secret}` | who has the mail | confirms a step |
//! | `/account/profile`, `/account/leave`, `/account/data`, `/account/delete` | member | the own profile, and the ways out |
//! | `/account/house-rules` | member | the house rules in force, and agreeing to them |
//! | `/account/language`, `/account/appearance` | anyone | the language of the site and its colours |
//!
//! Owns `sessions`, `mail_links`, `known_devices`, `limit_buckets`, `passkeys`, `passkey_ceremonies`,
//! `provider_identities`, `provider_attempts`, `provider_proposals`, `address_changes`, `factor_recoveries`,
//! `limit_secrets`, `authenticators`, `recovery_codes` (those of sessions, links and limits through `auth`). Sends the
//! mails that `mails.rs` writes: every change of what guards an account is told to its owner.

pub mod address;
pub mod appearance;
pub mod asleep;
pub mod data;
pub mod delete;
pub mod house_rules;
pub mod language;
pub mod leave;
pub mod mails;
pub mod new_link;
pub mod new_password;
pub mod overview;
pub mod passkeys;
pub mod password;
pub mod profile;
pub mod provider;
pub mod queries;
pub mod recovery;
pub mod second_factor;
pub mod sessions;
pub mod sign_in;
pub mod sign_out;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/sign-in", Who::Anyone, sign_in::get)
        .form("/account/sign-in", Who::Anyone, sign_in::post, sign_in::again)
        .post("/account/sign-out", Who::Anyone, sign_out::post)
        .post("/account/asleep", Who::Anyone, asleep::post)
        .get("/account/new-link", Who::Anyone, new_link::get)
        .form("/account/new-link", Who::Anyone, new_link::post, new_link::again)
        .get("/account/new-link/sent", Who::Anyone, new_link::sent)
        .get("/account", Who::Member, overview::get)
        .get("/account/password", Who::Member, new_password::get)
        .form("/account/password", Who::Member, new_password::post, new_password::again)
        .get("/account/recovery/{secret}", Who::Anyone, recovery::get)
        .post("/account/recovery/{secret}", Who::Anyone, recovery::post)
        .get("/account/password/{secret}", Who::Anyone, password::get)
        .form("/account/password/{secret}", Who::Anyone, password::post, password::again)
        .get("/account/profile", Who::Member, profile::get)
        .form("/account/profile", Who::Member, profile::post, profile::again)
        .merge(address::routes())
        .merge(sessions::routes())
        .merge(second_factor::routes())
        .merge(passkeys::routes())
        .merge(provider::routes())
        .get("/account/house-rules", Who::Member, house_rules::get)
        .form("/account/house-rules", Who::Member, house_rules::post, house_rules::again)
        .get("/account/data", Who::Member, data::get)
        .post("/account/data/export", Who::Member, data::post)
        .get("/account/delete", Who::Member, delete::get)
        .form("/account/delete", Who::Member, delete::post, delete::again)
        .get("/account/leave", Who::Member, leave::get)
        .form("/account/leave", Who::Member, leave::post, leave::again)
        .post("/account/language", Who::Anyone, language::post)
        .post("/account/appearance", Who::Anyone, appearance::post)
}
