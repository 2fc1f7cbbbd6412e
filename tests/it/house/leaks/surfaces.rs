//! Each route and each table, with the test whose cells cover it, or why nothing with a label can be seen there. And what
//! other products have and this one has not yet: whoever builds it writes its cells first.

use crate::house::scene::Scene;
use crate::house::serving_role;
use polder::app;
use std::collections::BTreeSet;

/// Where the cells of a route are, or why it needs none.
enum Seen {
    /// Tests of this folder.
    In(&'static [&'static str]),
    /// It shows no item; `finding.rs` looks there all the same where it shows anything of members' own.
    Never(&'static str),
}
use Seen::{In, Never};

const TEXTS: &str = "texts of ours";
const ACCOUNT: &str = "only what the member wrote about themselves";
const DOOR: &str = "a form before anybody is known";

/// What a page shows beside its answer (the frame: name, menu, counts of join requests) shows no item.
const SURFACES: &[(&str, Seen)] = &[
    ("/", In(&["finding"])),
    ("/.well-known/security.txt", Never(TEXTS)),
    ("/account", Never(ACCOUNT)),
    ("/account/address", Never(ACCOUNT)),
    ("/account/address/{secret}", Never(DOOR)),
    // What is left out, by kind and label; the archive itself is in its own cells.
    ("/account/data", In(&["own_data"])),
    ("/account/delete", Never(ACCOUNT)),
    ("/account/password", Never(ACCOUNT)),
    ("/account/recovery/{secret}", Never(DOOR)),
    ("/account/sessions", Never(ACCOUNT)),
    ("/account/house-rules", Never(TEXTS)),
    ("/account/leave", Never(ACCOUNT)),
    ("/partners/{slug}/departure", Never("what leaving means for people")),
    ("/partners/{slug}/people", Never("who belongs where")),
    ("/partners/{slug}/people/{member}", Never("who belongs where")),
    ("/partners/{slug}/people/{member}/end", Never("who belongs where")),
    ("/members/{slug}/recovery", Never("what a liaison starts for a member")),
    ("/account/new-link", Never(DOOR)),
    ("/account/new-link/sent", Never(DOOR)),
    ("/account/passkeys", Never(ACCOUNT)),
    ("/account/passkeys/password", Never(ACCOUNT)),
    ("/account/passkeys/{id}", Never(ACCOUNT)),
    ("/account/passkeys/{id}/remove", Never(ACCOUNT)),
    ("/account/password/{secret}", Never(DOOR)),
    ("/account/profile", Never(ACCOUNT)),
    ("/account/provider", Never(ACCOUNT)),
    ("/account/provider/link/{secret}", Never(DOOR)),
    ("/account/provider/return", Never(DOOR)),
    ("/account/second-factor", Never(ACCOUNT)),
    ("/account/second-factor/confirm", Never(ACCOUNT)),
    ("/account/sign-in", Never(DOOR)),
    ("/articles", In(&["finding"])),
    ("/articles/new", In(&["actions"])),
    ("/articles/work", In(&["finding"])),
    ("/articles/work/{id}", In(&["pages"])),
    ("/articles/work/{id}/edit", In(&["pages"])),
    ("/articles/{slug}", In(&["pages"])),
    ("/articles/{slug}/preview.png", In(&["pages"])),
    ("/events", In(&["finding"])),
    ("/events/new", In(&["actions"])),
    ("/events/{slug}", In(&["events"])),
    ("/events/{slug}/attendance", In(&["events"])),
    ("/events/{slug}/edit", In(&["events"])),
    ("/events/{slug}/event.ics", In(&["events"])),
    ("/events/{slug}/preview.png", In(&["events"])),
    ("/files/to/{id}", In(&["actions"])),
    ("/files/{id}/{name}", In(&["files"])),
    ("/groups", Never("names of groups and of their members")),
    ("/groups/new", Never("an empty form")),
    ("/groups/{slug}", Never("names of groups and of their members")),
    ("/groups/{slug}/edit", Never("name and purpose of a group")),
    ("/health", Never(TEXTS)),
    ("/items", In(&["finding"])),
    ("/items/break-glass", Never("a form that names nothing")),
    (
        "/items/wider/{request}",
        Never("kind, label and source of an item, to who asked and who speaks for it; tests/it/items/wider.rs"),
    ),
    ("/items/{id}", In(&["files"])),
    ("/items/{id}/label", In(&["actions"])),
    ("/items/{id}/readers", In(&["actions"])),
    ("/items/{id}/view-as", In(&["actions"])),
    ("/items/{id}/wider", In(&["actions"])),
    ("/join", Never(DOOR)),
    ("/join/declined", Never(DOOR)),
    ("/join/house-rules", Never(TEXTS)),
    ("/join/invitation/{secret}", Never(DOOR)),
    ("/join/invitations", Never("invitations, for who may invite")),
    ("/join/notices", Never("a choice about mails")),
    ("/join/proof/{secret}", Never(DOOR)),
    ("/join/requests", Never("requests to join, for liaisons; house/reading.rs")),
    ("/join/requests/bulk", Never("requests to join, for liaisons; house/reading.rs")),
    ("/join/requests/{id}", Never("requests to join, for liaisons; house/reading.rs")),
    ("/join/sent", Never(DOOR)),
    ("/join/status/{secret}", Never(DOOR)),
    ("/join/vouch/{request}", Never("who asks to join, for who was named")),
    ("/log", In(&["log"])),
    ("/log/mine", In(&["log"])),
    ("/log/retention", Never("counts of what was removed")),
    ("/members", Never("what members say of themselves")),
    ("/members/{slug}", Never("what members say of themselves")),
    ("/partners", Never("names and kinds of organisations")),
    ("/partners/{slug}", In(&["finding"])),
    ("/partners/{slug}/clients", Never("names of organisations, for who coordinates one")),
    ("/partners/{slug}/domains", Never("mail domains of organisations, for liaisons")),
    ("/preview.png", Never(TEXTS)),
    ("/robots.txt", Never(TEXTS)),
    ("/styleguide", Never(TEXTS)),
    ("/styleguide/actions", Never(TEXTS)),
    ("/styleguide/finding", Never(TEXTS)),
    ("/styleguide/forms", Never(TEXTS)),
    ("/styleguide/icons", Never(TEXTS)),
    ("/styleguide/lists", Never(TEXTS)),
    ("/styleguide/messages", Never(TEXTS)),
    ("/styleguide/navigation", Never(TEXTS)),
    ("/styleguide/tables", Never(TEXTS)),
    ("/styleguide/texts", Never(TEXTS)),
];
const MORE: &[(&str, Seen)] = &[("/styleguide/tokens", Never(TEXTS)), ("/styleguide/words", Never(TEXTS))];

/// What the rows of a table can say of an item, and which cells would see it.
const TABLES: &[(&str, Seen)] = &[
    ("_sqlx_migrations", Never("names of migrations")),
    ("address_changes", Never(ACCOUNT)),
    ("factor_recoveries", Never(ACCOUNT)),
    ("articles", In(&["pages", "finding"])),
    ("attendances", In(&["events"])),
    ("audit_head", Never("a number and a hash")),
    ("audit_log", In(&["log"])),
    ("authenticators", Never(ACCOUNT)),
    ("events", In(&["events", "finding"])),
    ("files", In(&["files", "pages", "events"])),
    ("glass_breaks", In(&["actions", "mails"])),
    ("item_grants", In(&["pages", "actions"])),
    ("item_reads", In(&["actions"])),
    ("items", In(&["files"])),
    ("jobs", In(&["mails"])),
    ("invitations", Never("no item")),
    ("join_digests", Never("days on which a mail left")),
    ("join_messages", Never("no item")),
    ("join_notes", Never("no item")),
    ("join_requests", Never("no item")),
    ("known_devices", Never("hashes")),
    ("label_changes", In(&["actions", "mails"])),
    ("limit_buckets", Never("hashes")),
    ("limit_secrets", Never("a secret that only a function reads")),
    ("mail_links", Never("hashes")),
    ("members", Never("what members say of themselves")),
    ("memberships", Never("who belongs where")),
    ("organisation_clients", Never("who is whose client")),
    ("organisation_domains", Never("mail domains")),
    ("organisations", Never("names and kinds")),
    ("passkey_ceremonies", Never(ACCOUNT)),
    ("passkeys", Never(ACCOUNT)),
    ("presences", In(&["events", "actions"])),
    ("provider_attempts", Never("for ten minutes, what its sender gets back")),
    ("provider_identities", Never(ACCOUNT)),
    ("provider_proposals", Never("who may be whom")),
    ("publication_caps", Never("roles and labels")),
    ("recovery_codes", Never("hashes")),
    ("retention_runs", Never("counts of what was removed")),
    ("revision_events", In(&["pages"])),
    ("revisions", In(&["pages", "finding"])),
    ("rule_agreements", Never("who agreed to which house rules")),
    ("sectors", Never("a vocabulary")),
    ("sessions", Never("hashes")),
    ("vouch_asks", Never("no item")),
    ("vouches", Never("no item")),
    ("wider_requests", In(&["mails"])),
    ("working_group_members", Never("who is in which group")),
    ("working_groups", Never("names and purposes")),
];

/// Surfaces of `../shared/facts.md` that do not exist yet, by the addresses at which they would be looked for.
const NOT_THERE: [&str; 41] = [
    "/activity",
    "/api",
    "/api/articles",
    "/articles.atom",
    "/articles.json",
    "/articles/atom.xml",
    "/articles/export",
    "/articles/feed",
    "/articles/tags",
    "/atom.xml",
    "/audit",
    "/calendar.ics",
    "/collections",
    "/comments",
    "/account/export",
    "/account/notifications",
    "/digest",
    "/digests",
    "/events.ics",
    "/events/calendar.ics",
    "/events/feed",
    "/export",
    "/facets",
    "/feed",
    "/feed.xml",
    "/feeds",
    "/matrix",
    "/metrics",
    "/notifications",
    "/oscal",
    "/related",
    "/rss.xml",
    "/search",
    "/sitemap.txt",
    "/sitemap.xml",
    "/stix",
    "/suggest",
    "/tags",
    "/taxii2",
    "/translations",
    "/webhooks",
];

#[test]
fn every_route_has_its_cells_or_a_reason_for_none() {
    let listed: BTreeSet<_> = SURFACES.iter().chain(MORE).map(|row| row.0).collect();
    let entries = app::rooms().entries();
    let routes: BTreeSet<_> = entries.iter().filter(|entry| entry.method == "GET").map(|entry| entry.path).collect();
    let missing: Vec<_> = routes.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&routes).collect();
    assert!(missing.is_empty(), "a label can leak at {missing:?}: write its cells, and name them in SURFACES");
    assert!(gone.is_empty(), "no such route: {gone:?}");
}

#[test]
fn every_table_has_its_cells_or_a_reason_for_none() {
    let listed: BTreeSet<_> = TABLES.iter().map(|row| row.0).collect();
    let tables: BTreeSet<_> = serving_role::tables().collect();
    let wrong: Vec<_> = listed.symmetric_difference(&tables).collect();
    assert!(wrong.is_empty(), "say in TABLES which cells see what {wrong:?} say of an item");
}

#[test]
fn the_cells_that_are_named_are_there() {
    let folder = crate::house::source::root().join("tests/it/house/leaks");
    for (place, seen) in SURFACES.iter().chain(MORE).chain(TABLES) {
        match seen {
            In(files) => {
                for file in *files {
                    assert!(folder.join(format!("{file}.rs")).is_file(), "{place}: {file}");
                }
            }
            Never(reason) => assert!(!reason.is_empty(), "{place}"),
        }
    }
}

#[tokio::test]
async fn what_is_not_built_yet_is_not_there_for_anybody() {
    let mut scene = Scene::new().await;
    for viewer in ["anonymous", "author", "liaison", "operator"] {
        for address in NOT_THERE {
            let status = scene.actor(viewer).get(address).await.status();
            assert_eq!(
                status, 404,
                "{address} for {viewer}: write its cells (house/leaks), then take it off NOT_THERE"
            );
        }
    }
}
