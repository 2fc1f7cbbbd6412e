//! Who belongs to the community, and with which role, changes only for somebody who showed within minutes who they are.

use crate::support::{Actor, Answer, Site, code};
use crate::web::again::forms::{Fields, send, standing};
use crate::web::again::steps::step;
use chrono::TimeDelta;
use polder::app;
use polder::commands::demo::SECOND_FACTOR;
use std::collections::BTreeSet;

const CONFIRM: &str = "/account/second-factor/confirm";

/// The changes of memberships, roles, invitations and the domains by which somebody is known.
const FRESH: [&str; 13] = [
    "/account/leave",
    "/join/invitations",
    "/join/invitations/{id}/send",
    "/join/requests/bulk",
    "/join/requests/{id}/approve",
    "/members/{slug}/recovery",
    "/partners/{slug}/departure",
    "/partners/{slug}/domains",
    "/partners/{slug}/domains/{domain}/remove",
    "/partners/{slug}/people/{member}",
    "/partners/{slug}/people/{member}/end",
    "/partners/{slug}/people/{member}/wake",
    "/partners/{slug}/return",
];

/// The other changes of these rooms, with the reason why a session will do, or why there is none.
const OTHERS: [(&str, &str); 18] = [
    ("/join", "has no session"),
    ("/join/invitation/{secret}", "has no session: the link is the proof"),
    ("/join/invitation/{secret}/decline", "has no session: the link is the proof"),
    ("/join/invitations/{id}/revoke", "lets nobody in, and can be invited again"),
    ("/join/notices", "when the reader gets mail"),
    ("/join/proof/{secret}", "has no session: the link is the proof"),
    ("/join/requests/{id}/ask", "lets nobody in"),
    ("/join/requests/{id}/decline", "lets nobody in"),
    ("/join/requests/{id}/note", "lets nobody in"),
    ("/join/status/{secret}/acquaintance", "has no session: the link is the proof"),
    ("/join/status/{secret}/add", "has no session: the link is the proof"),
    ("/join/status/{secret}/answer", "has no session: the link is the proof"),
    ("/join/status/{secret}/withdraw", "has no session: the link is the proof"),
    ("/join/vouch/{request}", "a word that the liaison weighs"),
    ("/members/{slug}/recovery/stop", "keeps what guards the account as it is"),
    ("/partners/{slug}/clients", "whom texts reach, as a label does; no membership"),
    ("/partners/{slug}/clients/{client}/remove", "whom texts reach, as a label does; no membership"),
    ("/partners/{slug}/people/confirm", "a membership that holds goes on as it is"),
];

/// All that such a change could touch.
const ROWS: &str = "select concat_ws(' ',
    (select md5(string_agg(t::text, ',' order by t::text)) from memberships t),
    (select md5(string_agg(t::text, ',' order by t::text)) from (select id, state, roles from members) t),
    (select md5(string_agg(t::text, ',' order by t::text)) from join_requests t),
    (select md5(string_agg(t::text, ',' order by t::text)) from invitations t),
    (select md5(string_agg(t::text, ',' order by t::text)) from organisations t),
    (select md5(string_agg(t::text, ',' order by t::text)) from organisation_domains t),
    (select md5(string_agg(t::text, ',' order by t::text)) from factor_recoveries t),
    (select count(*) from audit_log), (select count(*) from jobs))";

#[test]
fn every_change_of_these_rooms_says_whether_it_takes_fresh_proof() {
    let is_ours = |path: &str| {
        path == "/account/leave" || matches!(path.split('/').nth(1), Some("join" | "members" | "partners"))
    };
    let entries = app::rooms().entries();
    let posts = entries.iter().filter(|entry| entry.method == "POST" && is_ours(entry.path));
    let routes: BTreeSet<_> = posts.map(|entry| entry.path).collect();
    let said: BTreeSet<_> = FRESH.into_iter().chain(OTHERS.map(|(path, _)| path)).collect();
    let missing: Vec<_> = routes.difference(&said).collect();
    let extra: Vec<_> = said.difference(&routes).collect();
    assert!(missing.is_empty(), "say in tests/it/house/fresh.rs whether {missing:?} takes fresh proof, or why not");
    assert!(extra.is_empty(), "no such route: {extra:?}");
    assert_eq!(said.len(), FRESH.len() + OTHERS.len(), "a route is either");
    for (path, why) in OTHERS.iter().filter(|(_, why)| why.starts_with("has no session")) {
        let entry = entries.iter().find(|entry| (entry.method, entry.path) == ("POST", path)).expect("a route");
        assert_eq!(entry.who, "anyone", "{path} {why}");
    }
}

#[tokio::test]
async fn a_session_that_is_not_fresh_changes_nobodys_membership_until_it_is() {
    for path in FRESH {
        let site = Site::demo().await;
        let (mut actor, address, fields) = step(&site, path).await;
        site.later(TimeDelta::minutes(11));
        let before = site.word(ROWS).await;
        let refused = send(&mut actor, &address, &fields).await;
        assert_eq!((refused.status(), refused.page().as_str()), (403, "error"), "{path}");
        assert_eq!(refused.attribute("#main-form", "action"), CONFIRM, "{path}: asks for the proof");
        assert_eq!(site.word(ROWS).await, before, "{path}: nothing was done");

        // Shown, the very same form is offered again, and does it.
        let offered = shows(&site, &mut actor, &refused).await;
        assert_eq!(offered.attribute("#main-form", "action"), address, "{path}");
        let kept = standing(&offered);
        for field in fields.iter().filter(|(_, value)| !value.is_empty()) {
            assert!(kept.contains(field), "{path}: {field:?} is lost: {kept:?}");
        }
        let done = send(&mut actor, &address, &kept).await;
        assert_eq!(done.status(), 303, "{path}: {}", done.text("main"));
        assert_ne!(site.word(ROWS).await, before, "{path} was no change at all");
    }
}

/// Shows the second factor on the page that asks for it.
async fn shows(site: &Site, actor: &mut Actor, page: &Answer) -> Answer {
    let code = code(SECOND_FACTOR, site.app.clock.now());
    let mut fields: Fields = standing(page).into_iter().filter(|(name, _)| name != "code").collect();
    fields.push(("code".to_owned(), code));
    let offered = send(actor, CONFIRM, &fields).await;
    assert_eq!((offered.status(), offered.page().as_str()), (200, "account/go_on"), "{}", offered.text("main"));
    offered
}
