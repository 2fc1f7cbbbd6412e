//! What the README says is so: settings, commands, rooms, tables and the files it points to.

use super::source::{assert_none, rooms, root};
use clap::CommandFactory;
use polder::config::Cli;
use std::collections::BTreeSet;

fn text(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).expect(name)
}

/// The rows of the table under a heading, without its head.
fn table(text: &str, heading: &str) -> Vec<String> {
    let part = text.split(&format!("\n## {heading}\n")).nth(1).expect(heading);
    let part = part.split("\n## ").next().unwrap_or_default();
    part.lines().filter(|line| line.starts_with('|')).skip(2).map(str::to_owned).collect()
}

/// A setting as a row: its help up to "Default:", and the default that clap or the help tells.
fn row(setting: &clap::Arg) -> Option<String> {
    let variable = setting.get_env()?.to_string_lossy().into_owned();
    let help = setting.get_long_help().or_else(|| setting.get_help())?.to_string();
    let (what, told) = help.split_once(" Default: ").unwrap_or((&help, ""));
    let values: Vec<_> = setting.get_default_values().iter().map(|value| format!("`{}`", value.display())).collect();
    let default = if values.is_empty() { told.trim_end_matches('.').to_owned() } else { values.join(" ") };
    let flag = setting.get_long()?;
    Some(format!("| `{variable}` | `--{flag}` | {default} | {} |", what.trim_end_matches('.')))
}

#[test]
fn the_readme_tells_of_every_setting_as_the_program_does() {
    let command = Cli::command();
    let expected: Vec<String> = command.get_arguments().filter_map(row).collect();
    assert_eq!(expected.len(), command.get_arguments().filter(|a| a.get_env().is_some()).count());
    let found = table(&text("README.md"), "Settings");
    assert!(
        found == expected,
        "The table under \"Settings\" in README.md should be:\n{}\nbut is:\n{}",
        expected.join("\n"),
        found.join("\n")
    );
}

#[test]
fn every_setting_has_a_flag_a_variable_and_a_default() {
    let command = Cli::command();
    let own = command.get_arguments().filter(|a| !matches!(a.get_id().as_str(), "help" | "version"));
    let wrong: Vec<_> =
        own.filter(|a| row(a).is_none_or(|row| row.contains("|  |"))).map(|a| a.get_id().to_string()).collect();
    assert_none("Give these an environment variable, a long flag and a default (in the help: \"Default: …\"):", &wrong);
}

#[test]
fn the_readme_tells_of_every_command() {
    let told: BTreeSet<String> = table(&text("README.md"), "The first liaison")
        .iter()
        .filter_map(|row| row.split('`').nth(1)?.strip_prefix("polder ").map(str::to_owned))
        .collect();
    let all: BTreeSet<String> = Cli::command().get_subcommands().map(|c| c.get_name().to_owned()).collect();
    assert_eq!(told, all);
}

#[test]
fn the_readme_says_where_every_room_is() {
    let mut expected: Vec<String> = rooms();
    let rows = table(&text("README.md"), "Where is it?");
    let mut told: Vec<String> = rows.iter().filter_map(|row| Some(row.split('|').nth(1)?.trim().to_owned())).collect();
    expected.sort();
    told.sort();
    assert_eq!(told, expected);
    for row in rows {
        let room = row.split('|').nth(1).unwrap_or_default().trim();
        for part in [
            format!("`src/{room}/`"),
            format!("`templates/{room}/`"),
            format!("`tests/it/{room}/`"),
            format!("`{room}-`"),
        ] {
            assert!(row.contains(&part), "{part} in: {row}");
        }
        // The sign on the door names the same tables.
        let tables = row.trim_end_matches('|').rsplit('|').next().unwrap_or_default();
        let sign = text(&format!("src/{room}/mod.rs"));
        for table in tables.split('`').skip(1).step_by(2) {
            assert!(sign.contains(&format!("`{table}`")), "src/{room}/mod.rs does not say that it owns {table}");
        }
    }
}

#[test]
fn every_table_has_one_owner_in_the_readme() {
    let readme = text("README.md");
    let part = readme.split("\n## Where is it?\n").nth(1).expect("the part").split("\n## ").next().expect("its end");
    let wrong: Vec<_> = super::serving_role::tables()
        .filter(|table| *table != "_sqlx_migrations")
        .filter(|table| part.matches(&format!("`{table}`")).count() != 1)
        .map(str::to_owned)
        .collect();
    assert_none("Say once, under \"Where is it?\" in README.md, who owns:", &wrong);
}

#[test]
fn files_and_commands_that_the_guides_name_are_there() {
    let makefile = text("Makefile");
    let mut wrong = Vec::new();
    for guide in ["README.md", "CONTRIBUTING.md"] {
        let text = text(guide);
        for word in text.split(|c: char| c.is_whitespace() || "`()[]".contains(c)) {
            let word = word.trim_end_matches(['.', ',', ':', ';']);
            let is_path =
                ["src/", "templates/", "tests/", "migrations/", "static/"].iter().any(|top| word.starts_with(top));
            // Rooms' own tests come with the rooms; `<…>` and `{…}` stand for a name.
            let is_pattern = word.contains(['<', '{', '*', '…']) || word.starts_with("tests/it/");
            if is_path && !is_pattern && word != SCREENSHOT && !root().join(word).exists() {
                wrong.push(format!("{guide}: {word}"));
            }
        }
        for target in text.split("`make ").skip(1).filter_map(|rest| rest.split('`').next()) {
            if !makefile.lines().any(|line| line.starts_with(&format!("{target}:"))) {
                wrong.push(format!("{guide}: make {target}"));
            }
        }
    }
    assert_none("The guides name what is not there:", &wrong);
}

/// Made by the browser tests.
const SCREENSHOT: &str = "tests/browser/home.png";
