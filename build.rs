//! Builds again when a file that is compiled in comes, goes or changes.

fn main() {
    for folder in ["migrations", "static", "src/i18n", "src/commands/demo"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
