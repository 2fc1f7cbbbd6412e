//! The floor between HTTP and the rooms.

mod again;
mod cookies;
mod frame;
mod guard;
mod headers;
mod malformed;
mod markdown;
mod server;
