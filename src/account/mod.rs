//! One's own account: signing in and out, the password, the profile, the language, the colours.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/account/sign-in`, `/account/sign-out` | anyone | begins and ends a session |
//! | `/account/new-link`, `/account/new-link/sent` | anyone | asks for a link to set a password |
//! | `/account/password/{secret}` | who has the mail | sets the password, and signs in |
//! | `/account/profile` | member | the own profile |
//! | `/account/second-factor` and below | member | a second factor: set, confirmed in this session, removed |
//! | `/account/second-factor/confirm/passkey` and below | member | the same with a passkey |
//! | `/account/passkeys` and below | member | the own passkeys; taking the password away |
//! | `/account/sign-in/passkey` and below | anyone | begins a session with a passkey alone |
//! | `/account/provider`, `/account/provider/link`, `/account/provider/unlink` | member | the link to the OpenID Connect provider |
//! | `/account/sign-in/provider`, `/account/provider/return` | anyone | signs in there |
//! | `/account/second-factor/confirm/provider` | member | shows there anew who one is |
//! | `/account/provider/link/{secret}` | who has the mail | links the account |
//! | `/account/language`, `/account/appearance` | anyone | the language of the site and its colours |
//!
//! Owns `sessions`, `mail_links`, `known_devices`, `limit_buckets` and `limit_secrets` (through `auth`), `authenticators`,
//! `recovery_codes`, `passkeys`, `passkey_ceremonies`, `provider_identities`, `provider_attempts` and `provider_proposals`.
//! Sends: password-link, second-factor-set, second-factor-removed, passkey-added, passkey-removed, password-removed,
//! provider-link, provider-linked, provider-unlinked.

pub mod appearance;
pub mod language;
pub mod mails;
pub mod new_link;
pub mod passkeys;
pub mod password;
pub mod profile;
pub mod provider;
pub mod queries;
pub mod second_factor;
pub mod sign_in;
pub mod sign_out;

use crate::access::Who;
use crate::web::routes::Routes;
use second_factor::confirm;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/account/sign-in", Who::Anyone, sign_in::get)
        .form("/account/sign-in", Who::Anyone, sign_in::post, sign_in::again)
        .post("/account/sign-out", Who::Anyone, sign_out::post)
        .get("/account/new-link", Who::Anyone, new_link::get)
        .form("/account/new-link", Who::Anyone, new_link::post, new_link::again)
        .get("/account/new-link/sent", Who::Anyone, new_link::sent)
        .get("/account/password/{secret}", Who::Anyone, password::get)
        .form("/account/password/{secret}", Who::Anyone, password::post, password::again)
        .get("/account/profile", Who::Member, profile::get)
        .form("/account/profile", Who::Member, profile::post, profile::again)
        .get("/account/second-factor", Who::Member, second_factor::get)
        .form("/account/second-factor", Who::Member, second_factor::post, second_factor::again)
        .post("/account/second-factor/begin", Who::Member, second_factor::begin)
        .get("/account/second-factor/confirm", Who::Member, confirm::get)
        .form("/account/second-factor/confirm", Who::Member, confirm::post, confirm::again)
        .post("/account/second-factor/remove", Who::Member, second_factor::remove)
        .post("/account/second-factor/confirm/passkey/begin", Who::Member, passkeys::confirm::begin)
        .form("/account/second-factor/confirm/passkey", Who::Member, passkeys::confirm::post, confirm::again)
        .get("/account/passkeys", Who::Member, passkeys::get)
        .form("/account/passkeys", Who::Member, passkeys::post, passkeys::again)
        .post("/account/passkeys/begin", Who::Member, passkeys::begin)
        .get("/account/passkeys/password", Who::Member, passkeys::password::get)
        .post("/account/passkeys/password", Who::Member, passkeys::password::post)
        .get("/account/passkeys/{id}", Who::Member, passkeys::edit::get)
        .form("/account/passkeys/{id}", Who::Member, passkeys::edit::post, passkeys::edit::again)
        .get("/account/passkeys/{id}/remove", Who::Member, passkeys::edit::ask)
        .post("/account/passkeys/{id}/remove", Who::Member, passkeys::edit::remove)
        .post("/account/sign-in/passkey/begin", Who::Anyone, passkeys::sign_in::begin)
        .form("/account/sign-in/passkey", Who::Anyone, passkeys::sign_in::post, sign_in::again)
        .merge(provider::routes())
        .post("/account/language", Who::Anyone, language::post)
        .post("/account/appearance", Who::Anyone, appearance::post)
}
