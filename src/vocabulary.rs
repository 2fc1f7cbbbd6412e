//! The community's own terms, kept in the database and read once at the start: the sectors.

use crate::i18n::Locale;
use sqlx::PgConnection;

/// A sector of the vocabulary.
#[derive(Clone, Debug)]
pub struct Sector {
    pub code: String,
    name_en: String,
    name_nl: String,
    /// Its place in Directive (EU) 2022/2555, if it has one.
    pub nis2: Option<String>,
}

impl Sector {
    /// The name in the reader's language.
    pub fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.name_en,
            Locale::Nl => &self.name_nl,
        }
    }
}

/// All terms.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    pub sectors: Vec<Sector>,
}

impl Vocabulary {
    /// Reads the terms.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn load(conn: &mut PgConnection) -> sqlx::Result<Self> {
        let sectors = sqlx::query_as!(Sector, "select code, name_en, name_nl, nis2 from sectors order by position")
            .fetch_all(conn)
            .await?;
        Ok(Self { sectors })
    }

    /// The sector with this code.
    pub fn sector(&self, code: &str) -> Option<&Sector> {
        self.sectors.iter().find(|sector| sector.code == code)
    }

    /// All sectors as options of a form: code and name.
    pub fn choices(&self, locale: Locale) -> Vec<(String, String)> {
        self.sectors.iter().map(|s| (s.code.clone(), s.name(locale).to_owned())).collect()
    }

    /// The names of these sectors in the reader's language, in the vocabulary's order.
    pub fn names(&self, codes: &[String], locale: Locale) -> Vec<String> {
        self.sectors.iter().filter(|s| codes.contains(&s.code)).map(|s| s.name(locale).to_owned()).collect()
    }

    /// Those of the codes that exist, in the vocabulary's order; `None` if one does not.
    pub fn known(&self, codes: &[String]) -> Option<Vec<String>> {
        let all_known = codes.iter().all(|code| self.sector(code).is_some());
        all_known.then(|| self.sectors.iter().filter(|s| codes.contains(&s.code)).map(|s| s.code.clone()).collect())
    }
}
