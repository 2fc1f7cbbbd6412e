//! What the log is narrowed by, and how an entry is told.

use crate::audit::Action;
use crate::i18n::{SITE_ZONE, Text, Texts};
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// As it stands in the address. What cannot be read narrows nothing.
#[derive(Deserialize, Serialize, Default, Clone)]
#[serde(default)]
pub struct Wanted {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub q: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub action: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub person: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub subject: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub from: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub until: String,
    /// Entries before this number: the next page of a list that grows at its other end.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub before: String,
}

/// What the entries have to fit.
#[derive(Debug, Default, Clone)]
pub struct Filter {
    pub action: Option<Action>,
    pub person: Option<String>,
    pub subject: Option<String>,
    pub words: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub until: Option<DateTime<Utc>>,
    pub before: Option<i64>,
}

impl Wanted {
    /// Whether anything was chosen; the page of the list is no choice.
    pub fn is_narrowed(&self) -> bool {
        !self.q.is_empty() || self.is_narrowed_by_field()
    }

    /// Whether anything was chosen in the fields below the words, which are then shown.
    pub fn is_narrowed_by_field(&self) -> bool {
        [&self.action, &self.person, &self.subject, &self.from, &self.until].iter().any(|field| !field.is_empty())
    }

    /// The choice as fields of a form.
    pub fn fields(&self) -> Vec<(String, String)> {
        let query = serde_html_form::to_string(self).unwrap_or_default();
        serde_html_form::from_str(&query).unwrap_or_default()
    }

    /// The same choice as an address, from the entry before this one on.
    pub fn address(&self, room: &str, before: Option<i64>) -> String {
        let wanted = Self { before: before.map(|id| id.to_string()).unwrap_or_default(), ..self.clone() };
        let query = serde_html_form::to_string(&wanted).unwrap_or_default();
        if query.is_empty() { room.to_owned() } else { format!("{room}?{query}") }
    }

    /// What the entries have to fit.
    pub fn filter(&self) -> Filter {
        let words = |typed: &str| Some(typed.trim().to_lowercase()).filter(|words| !words.is_empty());
        Filter {
            action: Action::from_word(&self.action),
            person: words(&self.person),
            subject: words(&self.subject),
            words: words(&self.q),
            from: day(&self.from).and_then(midnight),
            until: day(&self.until).and_then(|day| day.checked_add_days(Days::new(1))).and_then(midnight),
            before: self.before.parse().ok(),
        }
    }
}

fn day(typed: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(typed.trim(), "%Y-%m-%d").ok()
}

/// When a day begins where the site is.
fn midnight(day: NaiveDate) -> Option<DateTime<Utc>> {
    SITE_ZONE.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest().map(|at| at.to_utc())
}

/// The end of the key of an action: `join.approved` is told by `log-did-join-approved`.
pub fn key(action: Action) -> String {
    action.word().replace('.', "-")
}

/// What was done, in a sentence. Where nobody is named, it was done on the machine itself.
pub fn sentence(texts: Texts, action: Action, who: Option<&str>, whom: &str) -> Text {
    let unnamed;
    let who = match who {
        Some(who) if !who.is_empty() => who,
        // A member who is deleted, or nobody with an account.
        of => {
            unnamed = texts.text(if of.is_some() { "log-former" } else { "log-machine" }).to_string();
            &unnamed
        }
    };
    let someone;
    let whom = if whom.is_empty() {
        someone = texts.text("log-someone").to_string();
        &someone
    } else {
        whom
    };
    texts.of_set("log-did", key(action)).arg("who", who).arg("whom", whom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;

    #[test]
    fn every_action_has_its_sentence_in_both_languages() {
        for locale in Locale::ALL {
            let texts = Texts::of(locale);
            for action in Action::ALL.iter().copied() {
                for set in ["log-did", "log-action"] {
                    let key = format!("{set}-{}", key(action));
                    assert!(texts.has(&key), "{key} in {}", locale.tag());
                }
                let said = sentence(texts, action, Some("Ann"), "Bob").to_string();
                // Who has no account has no name here.
                let by_nobody = matches!(
                    action,
                    Action::LogCut
                        | Action::JoinWithdrawn
                        | Action::JoinExpired
                        | Action::InvitationAccepted
                        | Action::InvitationDeclined
                );
                assert!(
                    (by_nobody || said.starts_with("Ann ")) && said.ends_with('.') && !said.contains('{'),
                    "{said}"
                );
                assert_eq!(Action::from_word(action.word()), Some(action));
            }
            let kinds: std::collections::BTreeSet<_> = Action::ALL.iter().map(|action| action.subject_kind()).collect();
            for kind in kinds {
                assert!(texts.has(&format!("log-kind-{kind}")), "{kind}");
            }
        }
    }

    #[test]
    fn a_period_is_whole_days_where_the_site_is() {
        let wanted = Wanted { from: "2026-03-29".into(), until: "2026-03-29".into(), ..Wanted::default() };
        let filter = wanted.filter();
        let hours = filter.until.zip(filter.from).map(|(until, from)| (until - from).num_hours());
        assert_eq!(hours, Some(23), "the night on which the clock goes forward");
        let odd = Wanted { from: "x".into(), until: "2026-13-01".into(), before: "last".into(), ..Wanted::default() };
        let filter = odd.filter();
        assert!(filter.from.is_none() && filter.until.is_none() && filter.before.is_none());
    }

    #[test]
    fn what_was_chosen_stays_in_the_address() {
        let wanted = Wanted { q: "a b".into(), person: "Ann".into(), before: "9".into(), ..Wanted::default() };
        assert_eq!(wanted.address("/log", Some(4)), "/log?q=a+b&person=Ann&before=4");
        assert_eq!(Wanted { before: "9".into(), ..Wanted::default() }.address("/log", None), "/log");
    }
}
