//! Who somebody is: passwords, sessions, and links that prove a mailbox. The screens are in `account`.

pub mod links;
pub mod password;
pub mod secret;
pub mod session;
