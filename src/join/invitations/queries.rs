//! All SQL about invitations. Their rows are seen by liaisons and by the coordinators of the organisation (row-level
//! security); whoever is invited reads through functions that know the invitation by the secret that was mailed.

use super::model::{INVITED_FOR, InvitationState};
use crate::access::OrganisationRole;
use crate::auth::secret;
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::join::model::FREE_MAIL;
use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

/// An invitation as those who may invite see it.
pub struct Invitation {
    pub id: Uuid,
    pub state: InvitationState,
    pub since: DateTime<Utc>,
    pub email: String,
    pub organisation: String,
    pub organisation_id: Uuid,
    pub invited_by: Uuid,
    pub inviter: String,
    pub roles: Vec<OrganisationRole>,
    pub language: Locale,
    pub note: String,
    pub expires_at: DateTime<Utc>,
    pub request_id: Option<Uuid>,
}

impl Invitation {
    /// Where it stands now: the clock may have passed its end before the worker writes that down.
    #[must_use]
    pub fn settle(mut self, now: DateTime<Utc>) -> Self {
        if self.state == InvitationState::Open && self.expires_at <= now {
            (self.state, self.since) = (InvitationState::Expired, self.expires_at);
        }
        self
    }
}

/// An invitation as whoever was invited sees it.
pub struct OwnInvitation {
    pub id: Uuid,
    pub email: String,
    pub organisation_id: Uuid,
    pub organisation: String,
    pub inviter_id: Uuid,
    pub inviter: String,
    pub roles: Vec<OrganisationRole>,
    pub language: Locale,
    pub note: String,
    pub expires_at: DateTime<Utc>,
    /// Whether accepting it makes a member; otherwise the liaison decides.
    pub makes_member: bool,
}

/// A new invitation.
pub struct NewInvitation<'a> {
    pub id: Uuid,
    pub email: &'a str,
    pub organisation: Uuid,
    pub by: Uuid,
    pub roles: &'a [OrganisationRole],
    pub language: Locale,
    pub note: &'a str,
    pub now: DateTime<Utc>,
}

/// What whoever was invited says of themselves, for the liaison to decide on.
pub struct Said<'a> {
    pub request: Uuid,
    pub name: &'a str,
    pub function: &'a str,
    pub sector: &'a str,
    pub motivation: &'a str,
    pub language: Locale,
    /// The version of the house rules that was agreed to.
    pub rules: i16,
}

/// What the owner of an address is to an organisation that invites them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A member of it.
    Here,
    /// A member of it whose membership sleeps.
    Asleep,
    /// Somebody whose membership of it was ended by a decision.
    Ended {
        /// Whether they have an account with another organisation.
        is_elsewhere: bool,
    },
    /// Somebody with an account who does not belong to it.
    Elsewhere,
}

fn free_mail() -> Vec<String> {
    FREE_MAIL.map(str::to_owned).into()
}

/// The invitations that the viewer may see, the latest first.
pub async fn list(conn: &mut PgConnection, limit: i64, offset: i64) -> sqlx::Result<Vec<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"select i.id, i.state as "state: InvitationState", i.since,
                  case when i.emptied_at is null then i.email else '' end as "email!", o.name as organisation, i.organisation_id,
                  i.invited_by, m.name as inviter, i.roles as "roles: Vec<OrganisationRole>",
                  i.language as "language: Locale", i.note, i.expires_at, i.request_id
           from invitations i join organisations o on o.id = i.organisation_id join members m on m.id = i.invited_by
           where viewer_has_role('liaison') or i.organisation_id = any (viewer_coordinates())
           order by i.created_at desc, i.id desc limit $1 offset $2"#,
        limit,
        offset
    )
    .fetch_all(conn)
    .await
}

/// One of them.
pub async fn by_id(conn: &mut PgConnection, id: Uuid) -> sqlx::Result<Option<Invitation>> {
    sqlx::query_as!(
        Invitation,
        r#"select i.id, i.state as "state: InvitationState", i.since,
                  case when i.emptied_at is null then i.email else '' end as "email!", o.name as organisation, i.organisation_id,
                  i.invited_by, m.name as inviter, i.roles as "roles: Vec<OrganisationRole>",
                  i.language as "language: Locale", i.note, i.expires_at, i.request_id
           from invitations i join organisations o on o.id = i.organisation_id join members m on m.id = i.invited_by
           where i.id = $1 and (viewer_has_role('liaison') or i.organisation_id = any (viewer_coordinates()))"#,
        id
    )
    .fetch_optional(conn)
    .await
}

/// What the owner of an address is to an organisation; `None` for nobody with an account, and for whoever left and comes
/// back by an invitation.
pub async fn standing(conn: &mut PgConnection, email: &str, organisation: Uuid) -> sqlx::Result<Option<Known>> {
    let row = sqlx::query!(
        r#"select s.member_id is not null and s.until is null as "is_here!",
                  coalesce(s.ended_because = 'asleep', false) as "is_asleep!",
                  coalesce(s.ended_because in ('ended', 'departed'), false) as "is_ended!", m.state <> 'left' as "is_elsewhere!"
           from members m left join memberships s on s.member_id = m.id and s.organisation_id = $2
           where lower(m.email) = lower($1) and m.state <> 'deleted'"#,
        email,
        organisation
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.and_then(|row| match row.is_elsewhere {
        is_elsewhere if row.is_ended => Some(Known::Ended { is_elsewhere }),
        false => None,
        true if row.is_here => Some(Known::Here),
        true if row.is_asleep => Some(Known::Asleep),
        true => Some(Known::Elsewhere),
    }))
}

/// Who was invited, and is asking: the invitation of the same person.
pub struct Invited {
    pub of: Uuid,
    pub inviter: String,
    pub organisation: String,
    pub at: DateTime<Utc>,
    pub is_publisher: bool,
}

/// The invitations of those who sent these requests, open ones and those that led to a request.
pub async fn of_requests(conn: &mut PgConnection, ids: &[Uuid], now: DateTime<Utc>) -> sqlx::Result<Vec<Invited>> {
    sqlx::query_as!(
        Invited,
        r#"select r.id as of, m.name as inviter, o.name as organisation, i.created_at as at,
                  'publisher' = any (i.roles) as "is_publisher!"
           from join_requests r
           join invitations i on i.request_id = r.id or (lower(i.email) = lower(r.email) and i.state = 'open'
               and i.expires_at > $2 and r.state in ('waiting', 'asked'))
           join organisations o on o.id = i.organisation_id join members m on m.id = i.invited_by
           where r.id = any ($1) order by i.created_at desc, i.id"#,
        ids,
        now
    )
    .fetch_all(conn)
    .await
}

/// Holds all that happens to one address until the change ends.
pub async fn hold_address(tx: &mut WriteTx, email: &str) -> sqlx::Result<()> {
    sqlx::query!("select hold_address($1)", email).execute(&mut **tx).await?;
    Ok(())
}

/// Invites; a second open one of the same address breaks `invitations_one_open`.
pub async fn insert(tx: &mut WriteTx, new: &NewInvitation<'_>) -> sqlx::Result<()> {
    expire(tx, new.now).await?;
    sqlx::query!(
        "insert into invitations (id, state, since, email, organisation_id, invited_by, roles, language, note, created_at,
             expires_at)
         values ($1, 'open', $2, $3, $4, $5, $6, $7, $8, $2, $9)",
        new.id,
        new.now,
        new.email,
        new.organisation,
        new.by,
        new.roles as &[OrganisationRole],
        new.language as Locale,
        new.note,
        new.now + INVITED_FOR
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes which invitations are over.
pub async fn expire(tx: &mut WriteTx, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("select expire_invitations($1)", now).execute(&mut **tx).await?;
    Ok(())
}

/// Lets an invitation wait as long as a new one; false if it stands elsewhere by now.
pub async fn renew(tx: &mut WriteTx, id: Uuid, expected: InvitationState, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update invitations set state = 'open', since = case when state = 'open' then since else $3 end, expires_at = $4
         where id = $1 and state = $2 and emptied_at is null",
        id,
        expected as InvitationState,
        now,
        now + INVITED_FOR
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// Takes an invitation back; false if it is not open any more.
pub async fn revoke(tx: &mut WriteTx, id: Uuid, by: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let changed = sqlx::query!(
        "update invitations set state = 'revoked', since = $3, revoked_at = $3, revoked_by = $2
         where id = $1 and state = 'open' and expires_at > $3",
        id,
        by,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(changed.rows_affected() == 1)
}

/// A liaison approved a request of the same person: the invitations led to this member too. Which ones.
pub async fn settle(tx: &mut WriteTx, email: &str, member: Uuid, now: DateTime<Utc>) -> sqlx::Result<Vec<Uuid>> {
    sqlx::query_scalar!(
        "update invitations set state = 'accepted', since = case when state = 'open' then $3 else since end,
             accepted_at = coalesce(accepted_at, $3), member_id = $2
         where lower(email) = lower($1) and ((state = 'open' and expires_at > $3) or (state = 'accepted' and member_id is null))
         returning id",
        email,
        member,
        now
    )
    .fetch_all(&mut **tx)
    .await
}

/// The open invitation of a link.
pub async fn by_link(conn: &mut PgConnection, link: &str, now: DateTime<Utc>) -> sqlx::Result<Option<OwnInvitation>> {
    sqlx::query_as!(
        OwnInvitation,
        r#"select id as "id!", email as "email!", organisation_id as "organisation_id!", organisation as "organisation!",
                  inviter_id as "inviter_id!", inviter as "inviter!", roles as "roles!: Vec<OrganisationRole>",
                  language as "language!: Locale", note as "note!", expires_at as "expires_at!",
                  makes_member as "makes_member!"
           from invitation_by_link($1, $2, $3)"#,
        secret::hash(link),
        &free_mail(),
        now
    )
    .fetch_optional(conn)
    .await
}

/// How the invitation of a link stands that opens nothing any more, and whether it made a member.
pub async fn end_by_link(
    conn: &mut PgConnection,
    link: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<(InvitationState, bool)>> {
    let row = sqlx::query!(
        r#"select state as "state!: InvitationState", is_member as "is_member!" from invitation_end_by_link($1, $2)"#,
        secret::hash(link),
        now
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.state, row.is_member)))
}

/// The open invitation of a link, held until the change ends, and its links used up; `None` if somebody was earlier.
pub async fn take(tx: &mut WriteTx, link: &str, now: DateTime<Utc>) -> sqlx::Result<Option<OwnInvitation>> {
    sqlx::query_as!(
        OwnInvitation,
        r#"select id as "id!", email as "email!", organisation_id as "organisation_id!", organisation as "organisation!",
                  inviter_id as "inviter_id!", inviter as "inviter!", roles as "roles!: Vec<OrganisationRole>",
                  language as "language!: Locale", note as "note!", expires_at as "expires_at!",
                  makes_member as "makes_member!"
           from take_invitation($1, $2, $3)"#,
        secret::hash(link),
        &free_mail(),
        now
    )
    .fetch_optional(&mut **tx)
    .await
}

/// Notes whom a taken invitation made a member; the request of the same person that this settled.
pub async fn accept(
    tx: &mut WriteTx,
    link: &str,
    member: Uuid,
    rules: i16,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select accept_invitation($1, $2, $3, $4, $5)",
        secret::hash(link),
        member,
        &free_mail(),
        rules,
        now
    )
    .fetch_one(&mut **tx)
    .await
}

/// Makes a taken invitation a request that waits for the liaison.
pub async fn queue(tx: &mut WriteTx, link: &str, said: &Said<'_>, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "select queue_invitation($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        secret::hash(link),
        said.request,
        said.name,
        said.function,
        said.sector,
        said.motivation,
        said.language as Locale,
        said.rules,
        now
    )
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Notes that whoever was invited does not want to.
pub async fn decline(tx: &mut WriteTx, link: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("select decline_invitation($1, $2)", secret::hash(link), now).execute(&mut **tx).await?;
    Ok(())
}
