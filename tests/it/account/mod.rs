//! One's own account.

mod language;
mod lost_session;
mod new_link;
mod password;
mod profile;
mod sessions;
mod sign_in;
