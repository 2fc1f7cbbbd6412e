//! What can be done with a label after publication.

mod amber;
mod glass;
mod label;
mod list;
mod readers;
mod steps;
pub mod support;
mod view_as;
mod wider;
