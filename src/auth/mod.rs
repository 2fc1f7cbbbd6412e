//! Who somebody is: passwords, sessions, second factors, and links that prove a mailbox;
//! and how often somebody may try. The screens are in `account`.

pub mod agent;
pub mod common;
pub mod device;
pub mod limits;
pub mod links;
pub mod lost_factor;
pub mod password;
pub mod provider;
pub mod recovery;
pub mod relying_party;
pub mod secret;
pub mod session;
pub mod totp;
