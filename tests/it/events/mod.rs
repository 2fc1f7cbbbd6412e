//! Events.

mod advice;
mod answer;
mod attendance;
mod calendar;
mod edit;
mod page;
pub mod support;
