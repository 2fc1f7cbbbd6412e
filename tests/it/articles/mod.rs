//! Articles, from a draft to readers.

mod cost;
mod edit;
mod form;
mod hurry;
mod page;
mod publish;
mod review;
mod revise;
pub mod support;
mod work;
