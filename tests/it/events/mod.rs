//! Events.

mod answer;
mod calendar;
mod edit;
mod page;
pub mod support;
