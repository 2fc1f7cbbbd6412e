//! Events.

mod answer;
mod calendar;
mod edit;
mod page;
mod support;
