//! The room of files.

mod adding;
mod content;
mod readers;
mod red;
mod stored;
pub mod support;
