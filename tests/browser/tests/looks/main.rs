//! Looks and access: every page type and state of the tour, in both languages, with the pages' own scripts on. What is
//! found on a page is gathered, and told for all pages at once.

mod findings;
mod first_visit;
mod focus;
mod layout;
mod paper;
mod rules;
mod visit;
