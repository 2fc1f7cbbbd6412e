//! What can be done with a label after publication.

mod glass;
mod label;
mod list;
mod readers;
mod steps;
pub mod support;
mod view_as;
mod wider;
