//! The floor between HTTP and the rooms.

pub mod again;
mod cookies;
mod face;
mod face_refusals;
mod frame;
mod guard;
mod headers;
mod malformed;
pub mod markdown;
mod preview;
mod second_factor;
mod server;
