//! Articles, from a draft to readers.

mod advice;
mod cost;
mod edit;
mod form;
mod hurry;
mod page;
mod publish;
mod publish_alone;
mod review;
mod revise;
pub mod support;
mod wider;
mod work;
