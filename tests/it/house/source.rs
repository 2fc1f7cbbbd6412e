//! The source text of the house, for rules that look at it.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository, with its path from the root.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    pub fn lines(&self) -> usize {
        self.text.lines().count()
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// The text without its unit tests, which stand at the end.
    pub fn code(&self) -> &str {
        self.text.split("\n#[cfg(test)]").next().unwrap_or_default()
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder whose names end so, sorted by path.
pub fn files(folder: &str, end: &str) -> Vec<File> {
    let mut found = Vec::new();
    walk(&root().join(folder), end, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no {end} in {folder}");
    found
}

fn walk(folder: &Path, end: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, end, found);
        } else if path.to_string_lossy().ends_with(end) {
            let name = path.strip_prefix(root()).expect("inside").to_string_lossy().into_owned();
            found.push(File { path: name, text: fs::read_to_string(&path).expect("text") });
        }
    }
}

/// The rooms: the folders whose `mod.rs` has `routes()`.
pub fn rooms() -> Vec<String> {
    let is_room = |file: &File| file.name() == "mod.rs" && file.text.contains("pub fn routes() -> Routes");
    let mut rooms: Vec<_> = files("src", ".rs")
        .iter()
        .filter(|file| is_room(file))
        .filter_map(|file| file.path.split('/').nth(1).map(str::to_owned))
        .collect();
    rooms.dedup();
    rooms
}

/// Fails with all that is wrong, one a line.
#[track_caller]
pub fn assert_none(rule: &str, wrong: &[String]) {
    assert!(wrong.is_empty(), "{rule}\n  {}", wrong.join("\n  "));
}
