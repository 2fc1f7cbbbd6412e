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
        .get("/account", Who::Member, overview::get)
        .get("/account/password", Who::Member, new_password::get)
        .form("/account/password", Who::Member, new_password::post, new_password::again)
        .get("/account/address", Who::Member, address::get)
        .form("/account/address", Who::Member, address::post, address::again)
        .post("/account/address/stop", Who::Member, address::stop)
        .get("/account/address/{secret}", Who::Anyone, address::get_confirm)
        .post("/account/address/{secret}", Who::Anyone, address::post_confirm)
        .get("/account/recovery/{secret}", Who::Anyone, recovery::get)
        .post("/account/recovery/{secret}", Who::Anyone, recovery::post)
        .get("/account/sessions", Who::Member, sessions::get)
        .post("/account/sessions/{id}/end", Who::Member, sessions::end)
        .post("/account/sessions/end-others", Who::Member, sessions::end_others)
        .post("/account/sessions/end-all", Who::Member, sessions::end_all)
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
        .get("/account/data", Who::Member, data::get)
        .post("/account/data/export", Who::Member, data::post)
        .get("/account/delete", Who::Member, delete::get)
        .form("/account/delete", Who::Member, delete::post, delete::again)
        .get("/account/leave", Who::Member, leave::get)
        .form("/account/leave", Who::Member, leave::post, leave::again)
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
        .post("/account/language", Who::Anyone, language::post)
        .post("/account/appearance", Who::Anyone, appearance::post)
}
