//! The parts that pages are put together from: small typed models here, their markup in `templates/ui/`, their looks in
//! `static/css/`. All of them, in all their states, stand on `/styleguide`.

pub mod diff;
pub mod facets;
pub mod matrix;
pub mod merge;
pub mod month;
pub mod nav;
pub mod steps;
pub mod upload;
