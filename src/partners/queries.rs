//! All SQL of the room.

use super::model::OrganisationKind;
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::web::slug;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An organisation to choose from.
pub struct Choice {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
}

/// An organisation whom another's TLP:AMBER reaches as well.
pub struct Client {
    pub slug: String,
    pub name: String,
    pub since: DateTime<Utc>,
}

/// An organisation in the list.
pub struct Listed {
    pub slug: String,
    pub name: String,
    pub kind: Option<OrganisationKind>,
    pub sectors: Vec<String>,
    pub initiator: bool,
    pub fictional: bool,
    /// Whether it takes part no more.
    pub has_left: bool,
}

/// An organisation's page.
pub struct Organisation {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    pub kind: Option<OrganisationKind>,
    pub sectors: Vec<String>,
    pub initiator: bool,
    pub fictional: bool,
    pub about_en: String,
    pub about_nl: String,
    pub website: Option<String>,
    /// Since when it takes part no more, and why.
    pub left_at: Option<DateTime<Utc>>,
    pub left_because: Option<String>,
}

impl Organisation {
    /// What it says of itself: in the reader's language, or in the other one if it has said it in that one only.
    pub fn about(&self, reader: Locale) -> Option<(Locale, &str)> {
        let mut both = [(Locale::En, &*self.about_en), (Locale::Nl, &*self.about_nl)];
        both.sort_by_key(|(locale, _)| *locale != reader);
        both.into_iter().find(|(_, about)| !about.is_empty())
    }
}

/// All organisations that take part, by name.
pub async fn choices(conn: &mut PgConnection) -> sqlx::Result<Vec<Choice>> {
    sqlx::query_as!(
        Choice,
        r#"select id, slug, name from organisations where left_at is null order by name collate "nl-x-icu""#
    )
    .fetch_all(conn)
    .await
}

/// The public list.
pub async fn list(conn: &mut PgConnection) -> sqlx::Result<Vec<Listed>> {
    sqlx::query_as!(
        Listed,
        r#"select slug, name, kind as "kind: OrganisationKind", sectors, initiator, fictional, left_at is not null as "has_left!"
           from organisations order by name collate "nl-x-icu""#
    )
    .fetch_all(conn)
    .await
}

/// One organisation.
pub async fn by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Organisation>> {
    sqlx::query_as!(
        Organisation,
        r#"select id, slug, name, kind as "kind: OrganisationKind", sectors, initiator, fictional, about_en, about_nl, website,
                  left_at, left_because
           from organisations where slug = $1"#,
        slug
    )
    .fetch_optional(conn)
    .await
}

/// The clients that an organisation listed, by name, as far as the reader may know of them.
pub async fn clients(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Vec<Client>> {
    sqlx::query_as!(
        Client,
        r#"select o.slug, o.name, c.since from organisation_clients c join organisations o on o.id = c.client_id
           where c.organisation_id = $1 order by o.name collate "nl-x-icu", o.id limit 1000"#,
        organisation
    )
    .fetch_all(conn)
    .await
}

/// A mail domain of an organisation.
pub struct Domain {
    pub domain: String,
    pub added_at: DateTime<Utc>,
    /// The liaison who noted it.
    pub by: String,
}

/// The mail domains of an organisation, for liaisons.
pub async fn domains(conn: &mut PgConnection, organisation: Uuid) -> sqlx::Result<Vec<Domain>> {
    sqlx::query_as!(
        Domain,
        "select d.domain, d.added_at, m.name as by from organisation_domains d join members m on m.id = d.added_by
         where d.organisation_id = $1 order by d.domain limit 1000",
        organisation
    )
    .fetch_all(conn)
    .await
}

/// The organisation that has this mail domain.
pub async fn domain_owner(conn: &mut PgConnection, domain: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select organisation_id from organisation_domains where domain = $1", domain)
        .fetch_optional(conn)
        .await
}

/// The id of an organisation by its address.
pub async fn id_by_slug(conn: &mut PgConnection, slug: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from organisations where slug = $1", slug).fetch_optional(conn).await
}

/// The id of an organisation by its name, if it came after that moment.
pub async fn id_of_newcomer(conn: &mut PgConnection, name: &str, since: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from organisations where lower(name) = lower($1) and created_at >= $2", name, since)
        .fetch_optional(conn)
        .await
}

/// The id of an organisation by its name, however it is capitalised.
pub async fn id_by_name(conn: &mut PgConnection, name: &str) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!("select id from organisations where lower(name) = lower($1)", name).fetch_optional(conn).await
}

/// The organisation of this name, made if it is not there; its kind is settled later.
pub async fn find_or_insert(
    tx: &mut WriteTx,
    name: &str,
    sectors: &[String],
    now: DateTime<Utc>,
) -> sqlx::Result<Uuid> {
    match make(tx, name, sectors, now).await? {
        Some(id) => Ok(id),
        None => id_by_name(tx, name).await?.ok_or(sqlx::Error::RowNotFound),
    }
}

/// Makes the organisation of this name; `None` if it is there. Two changes that name the same new one take turns.
pub async fn make(tx: &mut WriteTx, name: &str, sectors: &[String], now: DateTime<Utc>) -> sqlx::Result<Option<Uuid>> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended('new organisations', 0))").execute(&mut **tx).await?;
    if id_by_name(tx, name).await?.is_some() {
        return Ok(None);
    }
    let id = Uuid::now_v7();
    let mut address = slug::slug(name, "organisation");
    if id_by_slug(tx, &address).await?.is_some() {
        address = slug::with_tail(&address, id);
    }
    sqlx::query!(
        "insert into organisations (id, slug, name, sectors, created_at) values ($1, $2, $3, $4, $5)",
        id,
        address,
        name,
        sectors,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(Some(id))
}
