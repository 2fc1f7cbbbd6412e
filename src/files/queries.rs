//! What is asked about files. Row-level security decides which exist for the reader.

use super::kind::Kind;
use super::model::{About, Listed, Parent, Shelf, limits};
use crate::access::Label;
use crate::i18n::Locale;
use sqlx::PgConnection;
use uuid::Uuid;

/// The files of something, as its page lists them.
pub async fn shelf(conn: &mut PgConnection, parent: Uuid, may_add: bool, max_bytes: u64) -> sqlx::Result<Shelf> {
    let rows = sqlx::query!(
        r#"select f.id, f.name, f.media_type, f.bytes, i.label as "label: Label", i.inherits
           from files f join items i on i.id = f.id
           where i.parent_id = $1 order by f.created_at, f.name collate "nl-x-icu", f.id"#,
        parent
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut files: Vec<Listed> = rows
        .into_iter()
        .map(|row| {
            let kind = Kind::from_media_type(&row.media_type).unwrap_or(Kind::Text);
            let about = About { name: row.name, kind, bytes: row.bytes, label: row.label, inherits: row.inherits };
            Listed { id: row.id, about: Some(about) }
        })
        .collect();
    let sealed = sqlx::query_scalar!(r#"select file_id as "id!" from sealed_files($1)"#, parent);
    files.extend(sealed.fetch_all(conn).await?.into_iter().map(|id| Listed { id, about: None }));
    Ok(Shelf { parent, files, may_add, limits: limits(max_bytes) })
}

/// A file to be handed over.
pub struct Stored {
    pub id: Uuid,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    pub sha256: Vec<u8>,
    pub label: Label,
}

/// One file.
pub async fn by_id(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Stored>> {
    sqlx::query_as!(
        Stored,
        r#"select f.id, f.name, f.media_type, f.bytes, f.sha256, i.label as "label: Label"
           from files f join items i on i.id = f.id where f.id = $1"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// What files can belong to: a revision or an event.
pub async fn parent(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Parent>> {
    sqlx::query_as!(
        Parent,
        r#"select i.id, coalesce(r.title, e.title) as "title!",
                  coalesce(r.language, e.language) as "language!: Locale", i.label as "label: Label", i.source_id,
                  coalesce('/events/' || e.slug, '/articles/work/' || i.id) as "address!", e.id is not null as "is_event!",
                  may_attach(i.id) as "may_attach!"
           from items i left join revisions r on r.id = i.id left join events e on e.id = i.id
           where i.id = $1 and (r.id is not null or e.id is not null)"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// Whether any file, whoever may read it, still holds this content.
pub async fn is_held(conn: &mut PgConnection, sha256: &[u8]) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select content_is_held($1) as "held!""#, sha256).fetch_one(conn).await
}
