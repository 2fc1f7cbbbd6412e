//! What readers ask: lists and pages. Row-level security decides what exists for them.

use super::model::ArticleKind;
use crate::access::Label;
use crate::i18n::Locale;
use crate::web::markdown::Heading;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use sqlx::types::Json;
use uuid::Uuid;

/// An article in a list.
pub struct Card {
    pub slug: String,
    pub title: String,
    pub summary: String,
    pub kind: ArticleKind,
    pub language: Locale,
    pub label: Label,
    pub organisation: String,
    pub published_at: DateTime<Utc>,
}

/// What a list is narrowed to.
#[derive(Debug, Default)]
pub struct Filter {
    pub kind: Option<ArticleKind>,
    pub sector: Option<String>,
    pub language: Option<Locale>,
    pub organisation: Option<Uuid>,
    /// Words that all stand in the title, the summary or the organisation's name.
    pub words: Vec<String>,
}

/// Words to look for, at most; more do not narrow a list further.
const MAX_WORDS: usize = 8;

/// The most characters of a word to look for; no title has a longer one.
const LONGEST_WORD: usize = 64;

/// The words of a search, each as a pattern for `ilike`. Provisional, until there is a room that searches: it reads every
/// row that the viewer may see, and knows no inflection.
pub fn words(typed: &str) -> Vec<String> {
    let start = |word: &str| word.chars().take(LONGEST_WORD).collect::<String>();
    let escaped = |word: &str| word.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    typed.split_whitespace().take(MAX_WORDS).map(start).map(|word| format!("%{}%", escaped(&word))).collect()
}

/// An article to read.
pub struct Article {
    pub id: Uuid,
    /// The revision that readers get.
    pub revision_id: Uuid,
    pub slug: String,
    pub number: i32,
    pub title: String,
    pub summary: String,
    pub kind: ArticleKind,
    pub language: Locale,
    pub label: Label,
    pub sectors: Vec<String>,
    pub body_html: String,
    pub headings: Json<Vec<Heading>>,
    pub words: i32,
    pub published_at: DateTime<Utc>,
    pub organisation_id: Uuid,
    pub organisation: String,
    pub organisation_slug: String,
    pub author: String,
    pub reviewer: Option<String>,
    pub reviewer_organisation: String,
}

/// Published articles, the latest first: the page is found in one table, by its index, before anything is joined to it.
pub async fn list(conn: &mut PgConnection, filter: &Filter, limit: i64, offset: i64) -> sqlx::Result<Vec<Card>> {
    sqlx::query_as!(
        Card,
        r#"select a.slug as "slug!", r.title, r.summary, r.kind as "kind: ArticleKind", r.language as "language: Locale",
                  i.label as "label: Label", o.name as organisation, r.published_at as "published_at!"
           from (select p.id, p.article_id, p.source_id, p.title, p.summary, p.kind, p.language, p.published_at
                 from revisions p
                 where p.state = 'published'
                   and ($1::article_kind is null or p.kind = $1)
                   and ($2::text is null or $2 = any (p.sectors))
                   and ($3::locale is null or p.language = $3)
                   and ($4::uuid is null or p.source_id = $4)
                   and (cardinality($7::text[]) = 0 or concat_ws(' ', p.title, p.summary,
                        (select s.name from organisations s where s.id = p.source_id)) ilike all ($7))
                 order by p.published_at desc, p.id desc limit $5 offset $6) r
           join articles a on a.id = r.article_id
           join items i on i.id = r.id
           join organisations o on o.id = r.source_id
           order by r.published_at desc, r.id desc"#,
        filter.kind as Option<ArticleKind>,
        filter.sector,
        filter.language as Option<Locale>,
        filter.organisation,
        limit,
        offset,
        &filter.words
    )
    .fetch_all(conn)
    .await
}

/// The newest articles of an organisation.
pub async fn by_organisation(conn: &mut PgConnection, organisation: Uuid, limit: i64) -> sqlx::Result<Vec<Card>> {
    list(conn, &Filter { organisation: Some(organisation), ..Filter::default() }, limit, 0).await
}

/// The published revision of an article.
pub async fn by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Article>> {
    sqlx::query_as!(
        Article,
        r#"select a.id, r.id as revision_id, a.slug as "slug!", r.number, r.title, r.summary, r.kind as "kind: ArticleKind",
                  r.language as "language: Locale", i.label as "label: Label", r.sectors, r.body_html,
                  r.headings as "headings: Json<Vec<Heading>>", r.words, r.published_at as "published_at!",
                  o.id as organisation_id, o.name as organisation, o.slug as organisation_slug, m.name as author,
                  v.name as "reviewer?",
                  r.reviewed_for as reviewer_organisation
           from articles a
           join revisions r on r.id = a.published_id
           join items i on i.id = r.id
           join organisations o on o.id = i.source_id
           join members m on m.id = i.owner_id
           left join members v on v.id = r.reviewer_id
           where a.slug = $1"#,
        slug
    )
    .fetch_optional(conn)
    .await
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_WORD, MAX_WORDS, words};

    #[test]
    fn few_short_words_are_looked_for_and_none_of_their_marks_is_a_wildcard() {
        assert_eq!(words("  50%  a_b \\ "), ["%50\\%%", "%a\\_b%", "%\\\\%"]);
        assert_eq!(words("é".repeat(1000).as_str()), [format!("%{}%", "é".repeat(LONGEST_WORD))]);
        assert_eq!(words(&"a ".repeat(100)).len(), MAX_WORDS);
        assert!(words(" \n\t").is_empty());
    }
}
