//! The file that leaves the house: values between commas (RFC 4180), in UTF-8.

use super::model::sentence;
use super::queries::Line;
use crate::audit::Action;
use crate::i18n::Texts;
use chrono::SecondsFormat;

/// Spreadsheets take a file for UTF-8 when it begins with this.
const MARK: &str = "\u{feff}";

/// The names of the columns: the same in every language, for programs read them.
const HEAD: [&str; 12] = [
    "entry",
    "at",
    "actor",
    "action",
    "sentence",
    "about",
    "subject_kind",
    "subject_id",
    "reason",
    "request",
    "detail",
    "sha256",
];

/// The whole file.
pub fn file(texts: Texts, lines: &[Line]) -> String {
    let mut file = String::from(MARK);
    row(&mut file, HEAD);
    for line in lines {
        let action = Action::from_word(&line.action);
        let said = action.map(|action| sentence(texts, action, line.actor.as_deref(), &line.whom).to_string());
        let fields: [&str; 12] = [
            &line.id.to_string(),
            &line.at.to_rfc3339_opts(SecondsFormat::Micros, true),
            line.actor.as_deref().unwrap_or_default(),
            &line.action,
            said.as_deref().unwrap_or_default(),
            &line.whom,
            &line.subject_kind,
            &line.subject_id.to_string(),
            &line.reason,
            &line.request.map(|id| id.to_string()).unwrap_or_default(),
            &line.detail,
            &line.hash.as_deref().map(hex::encode).unwrap_or_default(),
        ];
        row(&mut file, fields);
    }
    file
}

fn row<'a>(file: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (at, field) in fields.into_iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        file.push('"');
        if is_formula(field) {
            file.push('\'');
        }
        file.push_str(&field.replace('"', "\"\""));
        file.push('"');
    }
    file.push_str("\r\n");
}

/// Whether a spreadsheet would take the field for a formula and reckon with what somebody typed. Blanks before it, and the
/// wide forms of the signs, do not make it safe.
fn is_formula(field: &str) -> bool {
    let blank = |c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}';
    field.starts_with(['\t', '\r', '\n'])
        || field.trim_start_matches(blank).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_typed_is_no_formula_and_stays_in_its_field() {
        for (typed, written) in [
            ("plain", "\"plain\""),
            ("a \"word\", and\nmore", "\"a \"\"word\"\", and\nmore\""),
            ("=1+1", "\"'=1+1\""),
            ("+31 6", "\"'+31 6\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            (" \u{a0}=1", "\"' \u{a0}=1\""),
            ("＝1", "\"'＝1\""),
            ("1=1", "\"1=1\""),
            ("", "\"\""),
        ] {
            let mut file = String::new();
            row(&mut file, [typed]);
            assert_eq!(file, format!("{written}\r\n"));
        }
    }
}
