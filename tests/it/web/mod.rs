//! The floor between HTTP and the rooms.

mod again;
mod cookies;
mod frame;
mod guard;
mod headers;
mod malformed;
pub mod markdown;
mod server;
