//! The form of a join request, as typed and as checked.

use super::model::RULES_VERSION;
use crate::i18n::Locale;
use crate::vocabulary::Vocabulary;
use crate::web::form::{Check, Errors};
use serde::Deserialize;
use uuid::Uuid;

/// As typed.
#[derive(Deserialize, Default, Debug, Clone)]
#[serde(default)]
pub struct JoinForm {
    pub name: String,
    pub email: String,
    /// The slug of an organisation that exists.
    pub organisation: String,
    /// The name of one that does not.
    pub new_organisation: String,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: String,
    pub agree: String,
    /// The version of the house rules that the page led to.
    pub rules: String,
}

/// Whom the applicant works for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Employer {
    Existing(Uuid),
    New(String),
}

/// As checked.
#[derive(Debug, Clone)]
pub struct Asked {
    pub name: String,
    pub email: String,
    pub employer: Employer,
    pub function: String,
    pub sector: String,
    pub motivation: String,
    pub language: Locale,
    pub rules_version: i16,
}

/// The version of the house rules that a form says was read, if it is one; otherwise the one in force.
pub fn rules_read(said: &str, in_force: i16) -> i16 {
    said.parse().ok().filter(|version| (1..=in_force).contains(version)).unwrap_or(in_force)
}

impl JoinForm {
    /// Checks what was typed. `find` knows the organisations by slug.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(&self, vocabulary: &Vocabulary, find: impl Fn(&str) -> Option<Uuid>) -> Result<Asked, Errors> {
        let mut check = Check::new();
        let name = check.line("name", &self.name, 2..=120);
        // It stands in a mail to an address that is not proven yet: no place for a link.
        let leads_away = name.contains("://") || name.contains("www.");
        let says_something = name.is_empty() || name.chars().any(char::is_alphanumeric);
        check.must("name", says_something && !leads_away, "join-error-name");
        let email = check.email("email", &self.email);
        let function = check.line("function", &self.function, 2..=120);
        let employer = self.employer(&mut check, find);
        let sector = check.choice("sector", vocabulary.sector(&self.sector)).map(|sector| sector.code.clone());
        let motivation = check.text("motivation", &self.motivation, 40..=4000);
        let language = check.choice("language", Locale::from_tag(&self.language));
        check.must("agree", self.agree == "yes", "join-error-agree");
        check.done()?;
        let (Some(employer), Some(sector), Some(language)) = (employer, sector, language) else {
            return Err(Errors::default());
        };
        let rules_version = rules_read(&self.rules, RULES_VERSION);
        Ok(Asked { name, email, employer, function, sector, motivation, language, rules_version })
    }

    fn employer(&self, check: &mut Check, find: impl Fn(&str) -> Option<Uuid>) -> Option<Employer> {
        let new = self.new_organisation.trim();
        match (self.organisation.trim(), new) {
            ("", "") => {
                check.fail("organisation", "join-error-organisation", 0);
                None
            }
            ("", _) => Some(Employer::New(check.line("new_organisation", new, 2..=120))),
            (slug, "") => check.choice("organisation", find(slug)).map(Employer::Existing),
            (_, _) => {
                check.fail("new_organisation", "join-error-both", 0);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_form_is_told_about_every_field_at_once() {
        let errors = JoinForm::default().check(&Vocabulary::default(), |_| None).expect_err("nothing was typed");
        let fields: Vec<_> = errors.iter().map(|error| error.field.to_string()).collect();
        assert_eq!(fields, ["name", "email", "function", "organisation", "sector", "motivation", "language", "agree"]);
    }
}
