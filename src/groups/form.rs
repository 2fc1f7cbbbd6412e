//! The form of a group, as typed and as checked.

use crate::web::form::{Check, Errors};
use serde::Deserialize;

/// As typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct GroupForm {
    pub name: String,
    pub about: String,
    pub version: i32,
}

/// As checked.
#[derive(Debug, Clone)]
pub struct Described {
    pub name: String,
    pub about: String,
}

impl GroupForm {
    /// Checks what was typed.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self) -> Result<Described, Errors> {
        let mut check = Check::new();
        let name = check.line("name", &self.name, 2..=120);
        let about = check.line("about", &self.about, 10..=400);
        check.done()?;
        Ok(Described { name, about })
    }
}
