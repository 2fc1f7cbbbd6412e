//! What the serving role can and cannot do, and what was decided for every table. A new table fails here until somebody
//! writes down who may see its rows.

use super::source::assert_none;
use crate::support::Site;
use sqlx::{Connection, Executor, PgConnection, Row};
use std::collections::BTreeSet;

/// Who may see the rows of a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// Row-level security: the rows follow the label and the audience of an item.
    FollowsAnItem,
    /// Row-level security with a rule of its own.
    OwnRule,
    /// The handlers decide: members see members, everybody sees organisations and sectors.
    Handlers,
    /// Never shown: the machinery of sessions, links, jobs and the log.
    Machinery,
}
use Decision::{FollowsAnItem, Handlers, Machinery, OwnRule};

pub const DECISIONS: &[(&str, Decision)] = &[
    ("_sqlx_migrations", Machinery),
    ("address_changes", Machinery),
    ("articles", FollowsAnItem),
    ("attendances", FollowsAnItem),
    ("audit_head", Machinery),
    ("audit_log", OwnRule),
    ("authenticators", OwnRule),
    ("events", FollowsAnItem),
    ("factor_recoveries", Handlers),
    ("files", FollowsAnItem),
    ("glass_breaks", OwnRule),
    ("invitations", OwnRule),
    ("item_grants", FollowsAnItem),
    ("item_reads", OwnRule),
    ("items", FollowsAnItem),
    ("jobs", Machinery),
    ("join_digests", Machinery),
    ("join_messages", OwnRule),
    ("join_notes", OwnRule),
    ("join_requests", OwnRule),
    ("known_devices", Machinery),
    ("label_changes", FollowsAnItem),
    ("limit_buckets", Machinery),
    ("limit_secrets", Machinery),
    ("mail_links", Machinery),
    ("members", Handlers),
    ("memberships", Handlers),
    ("organisation_clients", OwnRule),
    ("organisation_domains", OwnRule),
    ("organisations", Handlers),
    ("passkey_ceremonies", Machinery),
    ("passkeys", OwnRule),
    ("presences", OwnRule),
    ("provider_attempts", Machinery),
    ("provider_identities", OwnRule),
    ("provider_proposals", Machinery),
    ("publication_caps", Handlers),
    ("recovery_codes", OwnRule),
    ("retention_runs", OwnRule),
    ("revision_events", FollowsAnItem),
    ("revisions", FollowsAnItem),
    ("rule_agreements", OwnRule),
    ("sectors", Handlers),
    ("sessions", Machinery),
    ("vouch_asks", OwnRule),
    ("vouches", OwnRule),
    ("wider_requests", OwnRule),
    ("working_group_members", OwnRule),
    ("working_groups", OwnRule),
];

/// Functions that run as the owner, past row-level security. Each needs a reason beside it in its migration.
const PAST_THE_POLICIES: &[&str] = &[
    "accept_invitation",
    "acquaintances_by_link",
    "add_file",
    "break_glass",
    "carry_files",
    "chain_audit_entry",
    "client_keys_of",
    "content_is_held",
    "copy_item_keys",
    "delete_own_account",
    "decline_invitation",
    "enter",
    "expire_asked_requests",
    "expire_invitations",
    "expire_unproven_requests",
    "factors_of",
    "find_client_keys",
    "follow_membership",
    "follow_parent",
    "forget_join_links",
    "forget_unproven_requests",
    "has_second_factor",
    "invitation_by_link",
    "invitation_end_by_link",
    "invitation_makes_member",
    "is_wider_than_published",
    "item_at",
    "join_messages_by_link",
    "join_request_by_link",
    "join_request_letter",
    "keys_of_item",
    "keys_of_person",
    "make_note",
    "may_attach",
    "may_publish_alone",
    "name_acquaintance",
    "name_employees",
    "name_employer",
    "next_revision_number",
    "open_item",
    "opens_all",
    "own_keys_of",
    "pass_keys_on",
    "own_items",
    "own_join_requests",
    "own_remarks",
    "pass_vouches_on",
    "passkey_of_gone",
    "people_with_keys",
    "prove_join_request",
    "provider_member",
    "published_label",
    "publish_event",
    "publish_revision",
    "queue_invitation",
    "readers_of",
    "refresh_item_keys",
    "relabel_item",
    "remind_asked_requests",
    "remove_file",
    "revoke_with_membership",
    "run_retention",
    "request_to_vouch_for",
    "same_thing",
    "sealed_files",
    "sealed_items",
    "session_viewer",
    "turn_sessions",
    "set_item_keys",
    "settle_membership",
    "speaks_for",
    "step_by_link",
    "stewards",
    "take_invitation",
    "taken_invitation",
    "take_tokens",
    "turn_sessions",
    "viewer_coordinates",
    "viewer_has_role",
    "viewer_id",
    "viewer_organisations",
    "viewer_publishes_for",
    "vouch_for",
    "widest_alone",
];
/// The helpers of the policy itself.
const HELPERS: [&str; 2] = ["may_be_asked", "viewer_judges"];

async fn owner(site: &Site) -> PgConnection {
    PgConnection::connect_with(&site.owner).await.expect("the owner's connection")
}

async fn names(conn: &mut PgConnection, sql: &'static str) -> BTreeSet<String> {
    sqlx::query(sql).fetch_all(conn).await.expect(sql).iter().map(|row| row.get(0)).collect()
}

#[tokio::test]
async fn every_table_has_a_decision_about_who_sees_its_rows() {
    let site = Site::empty().await;
    let mut conn = owner(&site).await;
    let tables = names(
        &mut conn,
        "select relname::text from pg_class where relkind in ('r', 'p', 'v', 'm') and \
                                   relnamespace = 'public'::regnamespace",
    )
    .await;
    let decided: BTreeSet<String> = DECISIONS.iter().map(|(table, _)| (*table).to_owned()).collect();
    let wrong: Vec<_> = tables.symmetric_difference(&decided).cloned().collect();
    assert_none("Write into DECISIONS (tests/it/house/serving_role.rs) who may see the rows of:", &wrong);
}

#[tokio::test]
async fn labelled_tables_have_row_level_security() {
    let site = Site::empty().await;
    let mut conn = owner(&site).await;
    let secured = names(
        &mut conn,
        "select relname::text from pg_class where relrowsecurity and \
                                    relnamespace = 'public'::regnamespace",
    )
    .await;
    // Every table from which a foreign key leads to `items`, over however many tables.
    let reach_items = names(
        &mut conn,
        "with recursive reach as (
            select 'items'::regclass::oid as id
            union select c.conrelid from pg_constraint c join reach r on c.confrelid = r.id where c.contype = 'f')
        select relname::text from pg_class join reach on reach.id = pg_class.oid",
    )
    .await;
    let decided = DECISIONS.iter().filter(|(_, d)| matches!(d, FollowsAnItem | OwnRule)).map(|(t, _)| (*t).to_owned());
    let wanted: BTreeSet<String> = reach_items.into_iter().chain(decided).collect();
    let open: Vec<_> = wanted.difference(&secured).cloned().collect();
    assert_none("These tables hold rows of labelled items and have no row-level security:", &open);
}

#[tokio::test]
async fn functions_that_pass_the_policies_are_listed_and_pin_their_search_path() {
    let site = Site::empty().await;
    let mut conn = owner(&site).await;
    let found = names(
        &mut conn,
        "select proname::text from pg_proc where prosecdef and \
                                  pronamespace = 'public'::regnamespace",
    )
    .await;
    let listed = PAST_THE_POLICIES.iter().chain(&HELPERS).map(|name| (*name).to_owned()).collect();
    let wrong: Vec<_> = found.symmetric_difference(&listed).cloned().collect();
    assert_none("A function that runs as the owner reads past all labels; list it with care:", &wrong);
    let loose = names(
        &mut conn,
        "select proname::text from pg_proc where prosecdef and \
                                  pronamespace = 'public'::regnamespace and \
                                  not coalesce(proconfig::text like '%search_path=public%', false)",
    )
    .await;
    assert_none("A function that runs as the owner must set its search_path:", &loose.into_iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn the_serving_role_owns_nothing_and_bypasses_nothing() {
    let site = Site::empty().await;
    let mut conn = owner(&site).await;
    let owned = names(&mut conn, "select relname::text from pg_class where relowner = 'polder_app'::regrole").await;
    assert_none("The serving role owns:", &owned.into_iter().collect::<Vec<_>>());
    let role = sqlx::query(
        "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles where \
                            rolname = 'polder_app'",
    )
    .fetch_one(&mut conn)
    .await
    .expect("the role");
    for at in 0..5 {
        assert!(!role.get::<bool, _>(at), "polder_app: {at}");
    }
    // Rights that would reach past the policies: they ask for no row.
    let strong = names(
        &mut conn,
        "select table_name || ' ' || privilege_type from information_schema.role_table_grants \
                                   where grantee in ('polder_app', 'PUBLIC') and table_schema = 'public' \
                                   and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')",
    )
    .await;
    assert_none("The serving role may not:", &strong.into_iter().collect::<Vec<_>>());
    assert!(
        !sqlx::query_scalar::<_, bool>("select has_schema_privilege('polder_app', 'public', 'create')")
            .fetch_one(&mut conn)
            .await
            .expect("answers")
    );
}

#[tokio::test]
async fn resetting_the_role_comes_back_to_the_serving_role() {
    let site = Site::empty().await;
    let mut conn = site.app.db.pool().acquire().await.expect("a connection");
    for reset in ["reset role", "reset all"] {
        conn.execute(reset).await.expect(reset);
        let role: String = sqlx::query_scalar("select current_user::text").fetch_one(&mut *conn).await.expect("a role");
        assert_eq!(role, "polder_app", "after {reset}");
    }
}

#[tokio::test]
async fn the_audit_log_only_grows() {
    let site = Site::demo().await;
    let mut serving = site.app.db.pool().acquire().await.expect("a connection");
    let mut owner = owner(&site).await;
    for change in ["update audit_log set action = 'x'", "delete from audit_log", "truncate audit_log"] {
        let refused = serving.execute(change).await.expect_err(change);
        let code = refused.as_database_error().and_then(|e| e.code().map(std::borrow::Cow::into_owned));
        assert_eq!(code.as_deref(), Some("42501"), "{change}");
        let refused = owner.execute(change).await.expect_err(change);
        assert!(refused.to_string().contains("only grows"), "{change}: {refused}");
    }
    assert!(
        sqlx::query_scalar::<_, i64>("select count(*) from audit_log").fetch_one(&mut owner).await.expect("rows") > 0
    );
}

/// All tables that were decided about.
pub fn tables() -> impl Iterator<Item = &'static str> {
    DECISIONS.iter().map(|(table, _)| *table)
}
