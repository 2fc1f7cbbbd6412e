//! The archive: a ZIP file, for every system opens one.

use crate::error::{AppError, Result};
use crate::i18n::Texts;
use chrono::{DateTime, Utc};
use serde_json::Value;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What will be in it, in order.
pub struct Archive {
    parts: Vec<(String, Vec<u8>)>,
}

impl Archive {
    /// With a word of explanation.
    pub fn new(texts: &Texts, now: DateTime<Utc>) -> Self {
        let words = texts.text("account-data-read-me").arg("time", texts.date_time(&now)).to_string();
        Self { parts: vec![("README.txt".into(), words.into_bytes())] }
    }

    /// How many files are in it.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, content: Vec<u8>) {
        self.parts.push((name.to_owned(), content));
    }

    /// Adds data.
    pub fn json(&mut self, name: &str, data: &Value) -> Result<()> {
        let content = serde_json::to_vec_pretty(data).map_err(|error| AppError::Internal(error.to_string().into()))?;
        self.add(name, content);
        Ok(())
    }

    /// The whole of it.
    pub fn pack(self) -> Result<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        let broken = |error: &dyn std::fmt::Display| AppError::Internal(format!("packing: {error}").into());
        for (name, content) in self.parts {
            writer.start_file(name, options).map_err(|error| broken(&error))?;
            writer.write_all(&content).map_err(|error| broken(&error))?;
        }
        Ok(writer.finish().map_err(|error| broken(&error))?.into_inner())
    }
}

/// A name that leads nowhere but into its folder, on every system.
pub fn file_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '_' } else { c }).collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "file".into() } else { plain.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stays_in_its_folder() {
        for (name, kept) in [("a b.pdf", "a b.pdf"), ("../../x", "_.._x"), ("..", "file"), ("a\\b\0", "a_b_")] {
            assert_eq!(file_name(name), kept);
        }
    }
}
