//! A tour past every kind of page in every state, for whoever wants to see them all: the screenshots, and the tests of
//! looks and access. A template that the tour does not come to fails it.

mod guards;
mod joining;
mod stops;

use crate::{Browser, Chromedriver, Manner, Person, Site};
use anyhow::{Context, Result, ensure};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Who goes along.
pub trait Visitor {
    /// Looks at the page that the browser is at. A later stop may go on from it: what it does to the page it undoes.
    ///
    /// # Errors
    /// When the page cannot be looked at.
    fn visit(&self, browser: &Browser, stop: &str) -> impl Future<Output = Result<()>>;
}

/// A tour under way.
pub struct Tour<'a, V> {
    visitor: &'a V,
    manner: Manner,
    site: Site,
    chromium: Chromedriver,
    /// The templates that were seen.
    met: Mutex<BTreeSet<String>>,
}

impl<'a, V: Visitor> Tour<'a, V> {
    /// Leads a visitor past all pages of a site of their own.
    ///
    /// # Errors
    /// When a stop cannot be reached, the visitor fails, or a template was not met.
    pub async fn of(visitor: &'a V, manner: Manner) -> Result<()> {
        let (site, chromium) = (Site::start()?, Chromedriver::start()?);
        let tour = Self { visitor, manner, site, chromium, met: Mutex::default() };
        stops::all(&tour).await?;
        let met = tour.met.into_inner().unwrap_or_else(PoisonError::into_inner);
        let missed: Vec<_> = templates()?.difference(&met).cloned().collect();
        ensure!(missed.is_empty(), "lead the tour (tests/browser/src/tour/stops.rs) past {missed:?}");
        Ok(())
    }

    async fn browser(&self, person: Person) -> Result<Browser> {
        self.chromium.open(&self.site, person, self.manner).await
    }

    /// Stops at the page that the browser is at.
    async fn stop(&self, browser: &Browser, name: &str) -> Result<()> {
        let page = browser.page().await?;
        self.met.lock().unwrap_or_else(PoisonError::into_inner).insert(page);
        self.visitor.visit(browser, name).await.with_context(|| format!("at the stop {name}"))
    }

    /// Opens pages, each under a name, and stops at them. A name that is a number is the status of an error.
    async fn pages(&self, browser: &Browser, stops: &[(&str, &str)]) -> Result<()> {
        for (name, address) in stops {
            let status = browser.open(address).await?;
            ensure!(status == name.parse().unwrap_or(200), "{address} answered {status} at the stop {name}");
            self.stop(browser, name).await?;
        }
        Ok(())
    }
}

/// The templates of pages, by the name that stands in `body data-page`: those that stand in the layout.
fn templates() -> Result<BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../templates");
    let mut folders = vec![root.clone()];
    let mut names = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path)?.contains("{% extends \"layout.html\" %}") {
                names.insert(path.strip_prefix(&root)?.with_extension("").to_string_lossy().into_owned());
            }
        }
    }
    ensure!(!names.is_empty(), "no templates of pages");
    Ok(names)
}
