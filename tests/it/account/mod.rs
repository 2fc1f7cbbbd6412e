//! One's own account.

mod appearance;
mod language;
mod lost_session;
mod new_link;
mod password;
mod profile;
mod sessions;
mod sign_in;
