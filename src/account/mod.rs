//! One's own account: signing in and out, the password, the profile, the language, the colours.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/account/sign-in`, `/account/sign-out` | anyone | begins and ends a session |
//! | `/account/new-link`, `/account/new-link/sent` | anyone | asks for a link to set a password |
//! | `/account/password/{secret}` | who has the mail | sets the password, and signs in |
//! | `/account` | member | what guards the account, on one page |
//! | `/account/password`, `/account/address` | member | another password; another mail address, confirmed at both ends |
//! | `/account/address/{secret}`, `/account/recovery/{secret}` | who has the mail | confirms the address; stops the removal of a second factor |
//! | `/account/sessions` and below | member | where one is signed in, and ending it |
//! | `/account/profile` | member | the own profile |
//! | `/account/second-factor` and below | member | a second factor: set, confirmed in this session, removed |
//! | `/account/second-factor/confirm/passkey` and below | member | the same with a passkey |
//! | `/account/passkeys` and below | member | the own passkeys; taking the password away |
//! | `/account/sign-in/passkey` and below | anyone | begins a session with a passkey alone |
//! | `/account/leave` | member | leaves an organisation, or the community |
//! | `/account/data`, `/account/data/export` | member | everything that the site holds about oneself, to take along |
//! | `/account/delete` | member | deletes the account |
//! | `/account/language`, `/account/appearance` | anyone | the language of the site and its colours |
//!
//! Owns `sessions`, `mail_links`, `known_devices`, `limit_buckets` and `limit_secrets` (through `auth`), `authenticators`,
//! `recovery_codes`, `passkeys`, `passkey_ceremonies`, `address_changes` and `factor_recoveries`. Sends: password-link, password-set, new-device,
//! recovery-code-used, second-factor-set, second-factor-removed, address-old, address-new, address-taken,
//! address-changed, recovery-started, recovery-stopped, recovery-done, passkey-added,
//! passkey-removed, password-removed, data-taken, deleted.

pub mod address;
pub mod appearance;
pub mod asleep;
pub mod data;
pub mod delete;
pub mod language;
pub mod leave;
pub mod mails;
pub mod new_link;
pub mod new_password;
pub mod overview;
pub mod passkeys;
pub mod password;
pub mod profile;
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
        .get("/account/data", Who::Member, data::get)
        .post("/account/data/export", Who::Member, data::post)
        .get("/account/delete", Who::Member, delete::get)
        .form("/account/delete", Who::Member, delete::post, delete::again)
        .get("/account/leave", Who::Member, leave::get)
        .form("/account/leave", Who::Member, leave::post, leave::again)
        .post("/account/language", Who::Anyone, language::post)
        .post("/account/appearance", Who::Anyone, appearance::post)
}
