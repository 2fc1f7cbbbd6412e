//! What was found wrong, and where.

use anyhow::{Result, bail};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

/// Faults, each with the stops at which it was found.
#[derive(Default)]
pub struct Findings {
    faults: Mutex<BTreeMap<String, Vec<String>>>,
    templates: Mutex<BTreeSet<String>>,
}

impl Findings {
    /// Keeps faults that a script told, a list of sentences.
    pub fn keep(&self, stop: &str, faults: &Value) {
        let mut kept = self.faults.lock().unwrap_or_else(PoisonError::into_inner);
        for fault in faults.as_array().expect("a list of faults") {
            kept.entry(fault.as_str().expect("a sentence").to_owned()).or_default().push(stop.to_owned());
        }
    }

    /// Whether a template is met for the first time.
    pub fn first_of(&self, template: &str) -> bool {
        self.templates.lock().unwrap_or_else(PoisonError::into_inner).insert(template.to_owned())
    }

    /// # Errors
    /// When there are any: all of them, one a line, with the first places.
    pub fn none(self) -> Result<()> {
        let faults = self.faults.into_inner().unwrap_or_else(PoisonError::into_inner);
        if faults.is_empty() {
            return Ok(());
        }
        let mut told = format!("{} faults", faults.len());
        for (fault, stops) in faults {
            let places = stops.iter().take(3).map(String::as_str).collect::<Vec<_>>().join("; ");
            write!(told, "\n  {fault}\n      {} times: {places}", stops.len())?;
        }
        bail!(told)
    }
}
