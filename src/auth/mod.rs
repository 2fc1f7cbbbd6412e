//! Who somebody is: passwords, sessions, second factors, and links that prove a mailbox. The screens are in `account`.

pub mod links;
pub mod password;
pub mod recovery;
pub mod secret;
pub mod session;
pub mod totp;
