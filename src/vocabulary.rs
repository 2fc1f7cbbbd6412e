//! The community's own terms, kept in the database and read once at the start: the sectors.
//!
//! Lists are in the alphabet of the reader's language. Unicode's collation (ICU) has one order for Dutch and English:
//! accents count last, so that "Étoile" stands beside "Etoile", and IJ is an I and a J, as in Dutch dictionaries. So the
//! names of people and organisations, which belong to no language, are ordered by `nl-x-icu` for all readers.

use crate::i18n::Locale;
use sqlx::PgConnection;

/// A sector of the vocabulary.
#[derive(Clone, Debug)]
pub struct Sector {
    pub code: String,
    name_en: String,
    name_nl: String,
    /// Its place among all of them by name.
    place_en: i64,
    place_nl: i64,
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

impl Sector {
    fn place(&self, locale: Locale) -> i64 {
        match locale {
            Locale::En => self.place_en,
            Locale::Nl => self.place_nl,
        }
    }
}

/// All terms.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// In the vocabulary's own order.
    pub sectors: Vec<Sector>,
    /// Their places in it, in the order of their names in each language.
    by_name_en: Vec<usize>,
    by_name_nl: Vec<usize>,
}

impl Vocabulary {
    /// Reads the terms.
    ///
    /// # Errors
    /// When the database is away.
    pub async fn load(conn: &mut PgConnection) -> sqlx::Result<Self> {
        let sectors = sqlx::query_as!(
            Sector,
            r#"select code, name_en, name_nl, nis2,
                      row_number() over (order by name_en collate "en-x-icu") as "place_en!",
                      row_number() over (order by name_nl collate "nl-x-icu") as "place_nl!"
               from sectors order by position"#
        )
        .fetch_all(conn)
        .await?;
        let by_name = |locale| {
            let mut places: Vec<_> = sectors.iter().map(|sector| sector.place(locale)).zip(0..).collect();
            places.sort_unstable();
            places.into_iter().map(|(_, at)| at).collect()
        };
        Ok(Self { by_name_en: by_name(Locale::En), by_name_nl: by_name(Locale::Nl), sectors })
    }

    /// The sector with this code.
    pub fn sector(&self, code: &str) -> Option<&Sector> {
        self.sectors.iter().find(|sector| sector.code == code)
    }

    /// All sectors as options of a form, by name: code and name.
    pub fn choices(&self, locale: Locale) -> Vec<(String, String)> {
        self.by_name(locale).map(|s| (s.code.clone(), s.name(locale).to_owned())).collect()
    }

    /// The names of these sectors in the reader's language, in its alphabet.
    pub fn names(&self, codes: &[String], locale: Locale) -> Vec<String> {
        self.by_name(locale).filter(|s| codes.contains(&s.code)).map(|s| s.name(locale).to_owned()).collect()
    }

    fn by_name(&self, locale: Locale) -> impl Iterator<Item = &Sector> {
        let order = match locale {
            Locale::En => &self.by_name_en,
            Locale::Nl => &self.by_name_nl,
        };
        order.iter().filter_map(|at| self.sectors.get(*at))
    }

    /// Those of the codes that exist, in the vocabulary's order; `None` if one does not.
    pub fn known(&self, codes: &[String]) -> Option<Vec<String>> {
        let all_known = codes.iter().all(|code| self.sector(code).is_some());
        all_known.then(|| self.sectors.iter().filter(|s| codes.contains(&s.code)).map(|s| s.code.clone()).collect())
    }
}
