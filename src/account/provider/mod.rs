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
