//! One's own account.

mod appearance;
mod language;
mod leave;
mod limits;
mod lost_session;
mod new_link;
mod password;
mod profile;
mod second_factor;
mod second_factor_codes;
mod sessions;
mod sign_in;
