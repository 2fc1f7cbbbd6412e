//! The second line of an entry: which organisation, which roles, which mail domain. Its words come from the keys that
//! entries of every kind share, so a new action needs no line of its own.

use super::queries::Entry;
use crate::access::{CommunityRole, OrganisationRole};
use crate::i18n::Texts;
use serde::de::DeserializeOwned;
use serde_json::Value;

impl Entry {
    /// The line; nothing if the entry has none of it, or the viewer may read none of it.
    pub fn detail_line(&self, texts: &Texts) -> Option<String> {
        let domain =
            self.domain.as_ref().map(|domain| texts.text("log-detail-domain").arg("domain", domain).to_string());
        let parts = [self.organisation.clone(), self.roles(texts), domain];
        let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        Some(line).filter(|line| !line.is_empty())
    }

    /// The roles of before and after, or those that were given.
    fn roles(&self, texts: &Texts) -> Option<String> {
        if let (Some(from), Some(to)) = (words(texts, self.detail.get("from")), words(texts, self.detail.get("to"))) {
            return Some(texts.text("log-detail-roles").arg("from", from).arg("to", to).to_string());
        }
        let mut given: Vec<_> = ["community", "organisational"]
            .into_iter()
            .filter_map(|key| self.detail.get(key))
            .flat_map(|list| names(texts, list))
            .collect();
        if self.detail.get("publisher").and_then(Value::as_bool) == Some(true) {
            given.push(name(texts, OrganisationRole::Publisher.word()));
        }
        let is_any = !given.is_empty();
        is_any.then(|| texts.text("log-detail-given").arg("roles", given.join(", ")).to_string())
    }
}

/// A list of roles in words; that there is none is a word as well. Nothing if it is no list.
fn words(texts: &Texts, list: Option<&Value>) -> Option<String> {
    let list = list.filter(|list| list.is_array())?;
    let names = names(texts, list);
    Some(if names.is_empty() { texts.text("log-detail-no-role").to_string() } else { names.join(", ") })
}

/// The roles of a list that this version of the program knows.
fn names(texts: &Texts, list: &Value) -> Vec<String> {
    let read = |item: &Value| {
        let community = read::<CommunityRole>(item).map(CommunityRole::word);
        community.or_else(|| read::<OrganisationRole>(item).map(OrganisationRole::word))
    };
    list.as_array().into_iter().flatten().filter_map(read).map(|word| name(texts, word)).collect()
}

fn read<T: DeserializeOwned>(item: &Value) -> Option<T> {
    serde_json::from_value(item.clone()).ok()
}

fn name(texts: &Texts, word: &str) -> String {
    texts.of_set("members-role", word).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Locale;
    use serde_json::json;

    #[test]
    fn roles_are_told_in_words_and_what_is_unknown_is_left_out() {
        let texts = Texts::of(Locale::En);
        let list = json!(["publisher", "liaison", "emperor", 7]);
        assert_eq!(words(&texts, Some(&list)).as_deref(), Some("Publisher, Liaison"));
        assert_eq!(words(&texts, Some(&json!([]))).as_deref(), Some("none"));
        assert_eq!(words(&texts, Some(&json!("GREEN"))), None, "a label is told elsewhere");
        assert_eq!(words(&texts, None), None);
    }
}
