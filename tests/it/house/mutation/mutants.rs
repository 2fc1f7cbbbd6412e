//! What is taken away or loosened, found in the database itself: a new policy or line joins by itself.

use super::super::serving_role;
use sqlx::{PgConnection, Row};

/// One change to the rule.
pub struct Mutant {
    pub name: String,
    pub sql: String,
    pub look: Look,
}

/// Where a change must be noticed: what does not depend on it is not looked at, which is quicker.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// In what is read from this table, or tried with it.
    Table(&'static str),
    /// In which items are read, and by whom they can be.
    Items,
    /// In whom an item can be read by.
    Readers,
    /// In what is tried.
    Attempts,
}

pub struct Policy {
    table: String,
    name: String,
    using: Option<String>,
    check: Option<String>,
}

pub struct Function {
    name: String,
    definition: String,
}

/// The functions that say who holds which key, and who the viewer is.
const FUNCTIONS: [&str; 9] = [
    "client_keys_of",
    "keys_that_open",
    "own_keys_of",
    "people_with_keys",
    "viewer_coordinates",
    "viewer_has_role",
    "viewer_id",
    "viewer_organisations",
    "viewer_publishes_for",
];

/// Conditions that narrow, wherever they stand.
const NARROWING: [&str; 22] = [
    "item_stage = 'published'",
    "item_stage = 'work'",
    "item_label = 'CLEAR'",
    "item_label = 'GREEN'",
    "item_label = 'AMBER'",
    "item_label = 'RED'",
    "item_label <> 'RED'",
    "item_label in ('AMBER', 'AMBER+STRICT')",
    "'publisher' = any (roles)",
    "'publisher' = any (s.roles)",
    "'coordinator' = any (roles)",
    "wanted = any (roles)",
    "s.until is null",
    "g.until is null",
    "until is null",
    "w.closed_at is null",
    "m.state = 'active'",
    "state = 'active'",
    "b.until > present",
    "strong and",
    "s.organisation_id::text = k.object",
    "s.member_id::text = coalesce(k.object, s.member_id::text)",
];

pub async fn policies(conn: &mut PgConnection) -> Vec<Policy> {
    let sql = "select tablename::text, policyname::text, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2";
    let rows = sqlx::query(sql).fetch_all(conn).await.expect("policies");
    let one = |row: &sqlx::postgres::PgRow| Policy {
        table: row.get(0),
        name: row.get(1),
        using: row.get(2),
        check: row.get(3),
    };
    rows.iter().map(one).collect()
}

pub async fn functions(conn: &mut PgConnection) -> Vec<Function> {
    let sql = "select proname::text, pg_get_functiondef(oid) from pg_proc
         where pronamespace = 'public'::regnamespace and proname = any ($1) order by 1";
    let rows = sqlx::query(sql).bind(FUNCTIONS.map(str::to_owned).to_vec()).fetch_all(conn).await.expect("functions");
    assert_eq!(rows.len(), FUNCTIONS.len(), "a function is gone");
    rows.iter().map(|row| Function { name: row.get(0), definition: row.get(1) }).collect()
}

/// Each policy dropped, let through by everything, and with each of its conditions gone: `true` in the place of one that
/// narrows, `false` in the place of one that widens.
pub fn of_policies(policies: &[Policy]) -> Vec<Mutant> {
    let mut all = Vec::new();
    for policy in policies {
        let Policy { table, name, .. } = policy;
        let look =
            Look::Table(serving_role::tables().find(|one| one == table).expect("a table that was decided about"));
        all.push(Mutant { name: format!("without {name}"), sql: format!("drop policy {name} on {table}"), look });
        for (clause, condition) in [("using", &policy.using), ("with check", &policy.check)] {
            let Some(condition) = condition else { continue };
            let mut changed = vec!["true".to_owned()];
            changed.extend(without_an_operand(condition));
            for condition in changed {
                let sql = format!("alter policy {name} on {table} {clause} ({condition})");
                all.push(Mutant { name: format!("{name} {clause} {condition}"), sql, look });
            }
        }
    }
    all
}

/// The condition without one operand of an `AND` or an `OR`, in all ways.
fn without_an_operand(condition: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(0, Vec::new())]; // where each group begins, and the words that divide it
    let mut in_text = false;
    for (at, letter) in condition.char_indices() {
        match letter {
            '\'' => in_text = !in_text,
            _ if in_text => {}
            '(' => open.push((at + 1, Vec::new())),
            ')' => {
                let (begin, words) = open.pop().expect("an open group");
                found.extend(operands(condition, (begin, at), &words));
            }
            ' ' => {
                let words = &mut open.last_mut().expect("a group").1;
                for word in [" AND ", " OR "] {
                    if condition[at..].starts_with(word) {
                        words.push((at, word));
                    }
                }
            }
            _ => {}
        }
    }
    let (begin, words) = open.pop().expect("the whole");
    found.extend(operands(condition, (begin, condition.len()), &words));
    found
}

fn operands(condition: &str, (begin, end): (usize, usize), words: &[(usize, &str)]) -> Vec<String> {
    let Some((_, word)) = words.first() else { return Vec::new() };
    let instead = if *word == " AND " { "true" } else { "false" };
    let starts = std::iter::once(begin).chain(words.iter().map(|(at, word)| at + word.len()));
    let ends = words.iter().map(|(at, _)| *at).chain([end]);
    starts.zip(ends).map(|(from, to)| format!("{}{instead}{}", &condition[..from], &condition[to..])).collect()
}

/// After a change of what opens an item, its keys are worked out anew.
fn replaced(function: &Function, what: String, definition: String) -> Mutant {
    let anew =
        if function.name == "keys_that_open" { ";\nupdate items set label = label where not inherits" } else { "" };
    let look = match function.name.as_str() {
        "client_keys_of" | "keys_that_open" | "own_keys_of" => Look::Items,
        "people_with_keys" => Look::Readers,
        _ => Look::Attempts,
    };
    Mutant { name: format!("{}: {what}", function.name), sql: definition + anew, look }
}

/// Each way in, and each thing that somebody can be, gone.
pub fn without_a_line(functions: &[Function]) -> Vec<Mutant> {
    let mut all = Vec::new();
    for function in functions {
        let lines: Vec<&str> = function.definition.lines().collect();
        for (at, line) in lines.iter().map(|line| line.trim()).enumerate() {
            let is_first = lines.get(at + 1).is_some_and(|next| next.trim().starts_with("union select"));
            let is_added = line.starts_with("union select") || line.contains(" := ") && line.contains(" || ");
            if !(is_added || is_first && line.starts_with("select ")) {
                continue;
            }
            let mut rest: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            // The first line names the columns; it stays, and selects nothing.
            rest[at] = if is_added { String::new() } else { first_line_empty(line) };
            all.push(replaced(function, format!("without {line}"), rest.join("\n")));
        }
    }
    assert!(all.len() > 30, "{} lines", all.len());
    all
}

fn first_line_empty(line: &str) -> String {
    if line.contains(" where ") {
        line.replacen(" where ", " where false and ", 1)
    } else {
        format!("{line} where false")
    }
}

/// Each narrowing condition let through by everything, one place at a time.
pub fn loosened(functions: &[Function]) -> Vec<Mutant> {
    let mut all = Vec::new();
    for function in functions {
        let text = &function.definition;
        for condition in NARROWING {
            for (at, _) in text.match_indices(condition) {
                let inside_a_longer = text[..at].ends_with(['.', '_']) || text[..at].ends_with(char::is_alphanumeric);
                if inside_a_longer {
                    continue;
                }
                let instead = if condition == "strong and" { "" } else { "true" };
                let line = text[..at].lines().last().unwrap_or_default().trim();
                let definition = format!("{}{instead}{}", &text[..at], &text[at + condition.len()..]);
                all.push(replaced(function, format!("any {condition} after `{line}`"), definition));
            }
        }
    }
    all
}
