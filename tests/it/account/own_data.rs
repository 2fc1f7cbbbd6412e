//! What a member takes along, compared with the tables.

use crate::support::{Actor, Site};
use polder::commands::demo::PASSWORD;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

const EXPORT: &str = "/account/data/export";
const SAM: &str = "sam@kestrel.example";

/// Where the rows of a column that points at a member are, or why they are in no archive.
enum Taken {
    /// One element for each row of the member's.
    In(&'static str),
    /// The element count of several files, with what is left out.
    Owned,
    Not(&'static str),
}
use Taken::{In, Not, Owned};

const AUDITED: &str = "what one did to others stands in the audit log, which is in the archive";

const COLUMNS: &[(&str, Taken)] = &[
    ("address_changes.member_id", In("address-changes")),
    ("attendances.member_id", In("answers")),
    ("audit_log.actor_id", In("audit")),
    ("authenticators.member_id", In("authenticators")),
    ("factor_recoveries.member_id", In("factor-recoveries")),
    ("factor_recoveries.started_by", Not(AUDITED)),
    ("factor_recoveries.stopped_by", Not(AUDITED)),
    ("glass_breaks.member_id", In("broken-glass")),
    ("invitations.invited_by", In("invitations")),
    ("invitations.member_id", In("invited")),
    ("invitations.revoked_by", Not(AUDITED)),
    ("item_grants.member_id", In("named")),
    ("item_reads.member_id", In("reads")),
    ("items.owner_id", Owned),
    ("join_digests.member_id", Not("that a mail of the day left")),
    ("join_messages.by_id", In("messages")),
    ("join_notes.by_id", Not("notes about an applicant are theirs, and among liaisons")),
    ("join_requests.decided_by", Not(AUDITED)),
    ("join_requests.member_id", In("join-requests")),
    ("known_devices.member_id", In("browsers")),
    ("label_changes.by_id", In("label-changes")),
    ("memberships.ended_by", Not(AUDITED)),
    ("memberships.member_id", In("memberships")),
    ("organisation_clients.listed_by", Not(AUDITED)),
    ("organisation_domains.added_by", Not(AUDITED)),
    ("passkey_ceremonies.member_id", Not("lives minutes, and holds nothing but a secret")),
    ("passkeys.member_id", In("passkeys")),
    ("presences.member_id", In("attendance")),
    ("presences.noted_by", Not(AUDITED)),
    ("provider_identities.member_id", In("provider")),
    ("provider_proposals.member_id", Not("lives two weeks at most, until a link that was mailed is used")),
    ("recovery_codes.member_id", In("recovery-codes")),
    ("revision_events.actor_id", In("steps")),
    ("revisions.reviewer_id", In("reviews")),
    ("rule_agreements.member_id", In("house-rules")),
    ("sessions.member_id", In("sessions")),
    ("vouches.member_id", In("vouches")),
    ("wider_requests.answered_by", In("wider-requests")),
    ("wider_requests.asked_by", In("wider-requests")),
    ("working_group_members.member_id", In("groups")),
];

async fn archive(actor: &mut Actor) -> BTreeMap<String, Vec<u8>> {
    let answer = actor.post(EXPORT, &[]).await;
    assert_eq!((answer.status(), answer.header("content-type")), (200, "application/zip"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let mut packed = zip::ZipArchive::new(Cursor::new(answer.bytes())).expect("an archive");
    (0..packed.len())
        .map(|at| {
            let mut part = packed.by_index(at).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("is whole");
            (part.name().expect("a name").into_owned(), content)
        })
        .collect()
}

fn rows(archive: &BTreeMap<String, Vec<u8>>, name: &str) -> Vec<Value> {
    let content = archive.get(&format!("{name}.json")).unwrap_or_else(|| panic!("{name}.json is missing"));
    serde_json::from_slice(content).expect("a list")
}

async fn count(site: &Site, sql: String) -> usize {
    usize::try_from(site.number(&sql).await).expect("a count")
}

#[tokio::test]
async fn every_column_that_points_at_a_member_is_taken_along_or_named_with_a_reason() {
    let site = Site::demo().await;
    let found = site
        .word(
            "select string_agg(c.conrelid::regclass || '.' || a.attname, ' ') from pg_constraint c
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
             where c.contype = 'f' and c.confrelid = 'members'::regclass",
        )
        .await;
    let found: BTreeSet<&str> = found.split(' ').collect();
    let named: BTreeSet<&str> = COLUMNS.iter().map(|(column, _)| *column).collect();
    assert_eq!(found, named, "say in COLUMNS where the new one is taken along, or why not");
    assert!(COLUMNS.iter().all(|(_, taken)| !matches!(taken, Not(reason) if reason.is_empty())));
    for email in [SAM, "iris@voorbeeldland.example", "kees@voorbeeldland.example", "lotte@voorbeeldpolder.example"] {
        let me = site.word(&format!("select id::text from members where email = '{email}'")).await;
        let mut actor = site.with_second_factor(email).await;
        let taken = archive(&mut actor).await;
        for (column, where_to) in COLUMNS {
            let (table, field) = column.split_once('.').expect("a column");
            let there = count(&site, format!("select count(*) from {table} where {field} = '{me}'")).await;
            match where_to {
                // Others may have acted on this member as well; the entry of this very export came after.
                In("audit") => {
                    let about = format!("select count(*) from audit_log where '{me}' = any (persons)");
                    assert_eq!(rows(&taken, "audit").len() + 1, count(&site, about).await, "{email}");
                }
                In("wider-requests") => {
                    let both = format!("select count(*) from wider_requests where '{me}' in (asked_by, answered_by)");
                    assert_eq!(rows(&taken, "wider-requests").len(), count(&site, both).await, "{email}");
                }
                // One's own words, but for what is opened one by one.
                In("steps") => {
                    let red = format!(
                        "select count(*) from revision_events e join items i on i.id = e.id
                         where e.actor_id = '{me}' and i.label = 'RED'"
                    );
                    let red = count(&site, red).await;
                    assert_eq!(rows(&taken, "steps").len() + red, there, "{email}");
                    let left = rows(&taken, "left-out").iter().filter(|row| row["kind"] == "note").count();
                    assert_eq!(left, red, "{email}: what is not there is said to be left out");
                }
                // What is about an item can be seen as far as the item.
                In(name @ ("named" | "reviews" | "answers" | "attendance" | "label-changes")) => {
                    assert!(rows(&taken, name).len() <= there, "{email}: {column}");
                }
                In(name) => assert_eq!(rows(&taken, name).len(), there, "{email}: {column}"),
                Owned => {
                    let own = format!(
                        "select count(*) from items where owner_id = '{me}' and kind in ('revision', 'event', 'file')"
                    );
                    let left = rows(&taken, "left-out").iter().filter(|row| row["kind"] != "note").count();
                    let parts: usize = ["texts", "events", "files"].iter().map(|name| rows(&taken, name).len()).sum();
                    assert_eq!(
                        parts + left,
                        count(&site, own).await,
                        "{email}: what is not there is said to be left out"
                    );
                }
                Not(_) => {}
            }
        }
    }
}

#[tokio::test]
async fn the_archive_holds_texts_and_files_whole_and_no_secret_and_nobody_else() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor(SAM).await;
    let taken = archive(&mut sam).await;
    let texts = rows(&taken, "texts");
    assert!(!texts.is_empty());
    for text in &texts {
        let file = text["file"].as_str().expect("a name");
        let id = text["id"].as_str().expect("an id");
        let body = site.word(&format!("select body_markdown from revisions where id = '{id}'")).await;
        assert_eq!(String::from_utf8_lossy(&taken[file]), body);
        assert_ne!(text["label"], "RED", "what is under TLP:RED is opened one by one");
    }
    for file in rows(&taken, "files") {
        let (id, bytes) = (file["id"].as_str().expect("an id"), file["bytes"].as_u64().expect("a size"));
        let (_, content) =
            taken.iter().find(|(name, _)| name.starts_with(&format!("files/{id}/"))).expect("the file itself");
        assert_eq!(u64::try_from(content.len()).expect("fits"), bytes);
        let hash = site.word(&format!("select encode(sha256, 'hex') from files where id = '{id}'")).await;
        assert_eq!(hex::encode(polder::files::store::Store::hash(content)), hash);
    }
    let data: String = taken
        .iter()
        .filter(|(name, _)| name.rsplit_once('.').is_some_and(|(_, end)| end == "json"))
        .map(|(_, content)| String::from_utf8_lossy(content).into_owned())
        .collect();
    for secret in ["$argon2", "token_hash", "former_hash", "password_hash\"", "code_hash", "credential_id", "\\\\x"] {
        assert!(!data.contains(secret), "{secret}");
    }
    assert!(data.contains(SAM));
    for other in ["lotte@", "kees@", "iris@", "noor@"] {
        assert!(!data.contains(other), "{other}");
    }
    assert!(String::from_utf8_lossy(&taken["README.txt"]).contains("left-out.json"));
    let mail = site.mails_to(SAM).await.pop().expect("a mail");
    assert_eq!(mail.kind, "account-mail-data-taken");
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.data-taken'").await, 1);
}

#[tokio::test]
async fn the_own_request_is_there_with_its_messages_and_without_the_notes_of_liaisons() {
    let site = Site::demo().await;
    let request = site.word("select id::text from join_requests where state = 'waiting' order by id limit 1").await;
    let lotte = "(select id from members where email = 'lotte@voorbeeldpolder.example')";
    site.run(&format!(
        "update join_requests set email = 'SAM@kestrel.example' where id = '{request}';
         insert into join_messages (id, request_id, at, kind, body) values (gen_random_uuid(), '{request}', '2026-11-01', 'addition', 'I forgot to say.');
         insert into join_notes (id, request_id, at, by_id, body) values (gen_random_uuid(), '{request}', '2026-11-01', {lotte}, 'Sounds tired.')"
    ))
    .await;
    let taken = archive(&mut site.with_second_factor(SAM).await).await;
    let requests = rows(&taken, "join-requests");
    assert!(requests.iter().any(|one| one["messages"].to_string().contains("I forgot to say.")), "{requests:?}");
    assert!(!taken.values().any(|content| String::from_utf8_lossy(content).contains("Sounds tired.")));
}

#[tokio::test]
async fn it_is_taken_minutes_after_proof_and_says_what_needs_a_second_factor() {
    let site = Site::with_amber_closed().await;
    let id = site
        .word(
            "select m.email from items i join members m on m.id = i.owner_id
               where i.label = 'AMBER' and i.kind = 'revision' and m.state = 'active' order by m.email limit 1",
        )
        .await;
    site.run("delete from authenticators").await;
    let mut author = site.by_password(&id, polder::commands::demo::PASSWORD).await;
    let taken = archive(&mut author).await;
    let left = rows(&taken, "left-out");
    assert!(left.iter().any(|one| one["reason"] == "second-factor" && one["label"] == "AMBER"), "{left:?}");
    assert!(rows(&taken, "texts").iter().all(|text| text["label"] == "CLEAR" || text["label"] == "GREEN"));
    assert!(author.get("/account/data").await.has("[aria-labelledby=left-out] li"));
    site.later(chrono::TimeDelta::minutes(10));
    assert_eq!(author.post(EXPORT, &[]).await.status(), 403);
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.data-taken'").await, 1);
}

#[tokio::test]
async fn what_one_wrote_in_a_review_that_is_over_is_there_as_far_as_the_session_opens_its_label() {
    const NOOR: &str = "noor@voorbeeldland.example";
    let site = Site::with_amber_closed().await;
    let me = site.word(&format!("select id::text from members where email = '{NOOR}'")).await;
    // A review of hers in each label, which she cannot read any more.
    let labels = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];
    for label in labels {
        site.run(&format!(
            "set session_replication_role = replica;
             with text as (select i.id, i.source_id from items i join revisions r on r.id = i.id limit 1),
                  note as (insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
                      select gen_random_uuid(), 'note', 'work', '{label}', source_id, '{me}', id, false from text returning id, parent_id)
             insert into revision_events (id, revision_id, actor_id, action, note, at)
                 select id, parent_id, '{me}', 'approved', 'Said under {label}.', '2026-11-01' from note"
        ))
        .await;
    }
    let said = |taken: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        let steps = rows(taken, "steps").into_iter();
        let of = |row: Value| Some(row["note"].as_str()?.strip_prefix("Said under ")?.trim_end_matches('.').to_owned());
        steps.filter_map(of).collect::<BTreeSet<_>>().into_iter().collect()
    };
    let open = site.number(&format!("select count(*) from revision_events where actor_id = '{me}'")).await;
    assert!(open > 5, "the demo has some of hers as well");
    let left = |taken: &BTreeMap<String, Vec<u8>>| {
        let rows = rows(taken, "left-out").into_iter().filter(|row| row["kind"] == "note");
        rows.map(|row| format!("{} {}", row["label"].as_str().unwrap_or(""), row["reason"].as_str().unwrap_or("")))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect::<Vec<_>>()
    };
    let taken = archive(&mut site.by_password(NOOR, PASSWORD).await).await;
    assert_eq!(said(&taken), ["CLEAR", "GREEN"]);
    assert_eq!(left(&taken), ["AMBER second-factor", "AMBER+STRICT second-factor", "RED opened-one-by-one"]);
    let taken = archive(&mut site.with_second_factor(NOOR).await).await;
    assert_eq!(said(&taken), ["AMBER", "AMBER+STRICT", "CLEAR", "GREEN"]);
    assert_eq!(left(&taken), ["RED opened-one-by-one"]);
}
