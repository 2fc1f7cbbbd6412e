//! What every test stands on: a site of its own on a database of its own, a clock that stands still, a worker that is
//! ticked by hand, actors who use only public routes, and answers that are asked with CSS selectors.

mod actor;
mod answer;
mod authenticator;
mod base;
mod log;
mod lying_provider;
mod provider;
mod rows;
mod site;
mod smtp;

pub use {
    actor::{Actor, code},
    answer::{Answer, Mail},
    authenticator::Authenticator,
    base::{Base, no_limits, provider},
    log::Log,
    lying_provider::{LyingProvider, Says, key},
    provider::{RealProvider, Walker},
    site::{Site, present as site_present},
    smtp::SmtpServer,
};
