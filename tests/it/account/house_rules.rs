//! Agreeing to the house rules: who is asked, once, and what is written down.

use crate::join::support::{form, own, waiting, with};
use crate::support::{Actor, Answer, Site};
use chrono::TimeDelta;
use polder::commands::demo::PASSWORD;

pub const RULES: &str = "/account/house-rules";
const NOOR: &str = "noor@voorbeeldland.example";
const KOEN: &str = "koen@nieuw.example";

/// Presses the button of the page.
pub async fn agree(actor: &mut Actor, page: &Answer) -> Answer {
    let names = page.attributes("#main-form input[name]", "name");
    let values = page.attributes("#main-form input[name]", "value");
    let mut fields: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    fields.push(("agree", "yes"));
    actor.post(RULES, &fields).await
}

/// What a member agreed to, the newest first, as `version at`.
async fn agreed(site: &Site, email: &str) -> String {
    site.word(&format!(
        "select coalesce(string_agg(a.version || ' ' || a.agreed_at, ', ' order by a.version desc), '')
         from rule_agreements a join members m on m.id = a.member_id where m.email = '{email}'"
    ))
    .await
}

/// What a liaison reads of who agreed.
fn counts(page: &Answer) -> Vec<String> {
    let texts = |what: &str| page.texts(&format!("[aria-labelledby=agreed] {what}"));
    texts("dt").iter().zip(texts("dd")).map(|(version, members)| format!("{version}: {members}")).collect()
}

async fn entries(site: &Site) -> i64 {
    site.number("select count(*) from audit_log where action = 'account.rules-agreed'").await
}

#[tokio::test]
async fn a_newer_version_is_asked_for_at_the_next_sign_in_and_then_no_more() {
    let mut site = Site::demo().await;
    site.has_rules(2);
    let mut noor = site.anon();
    let fields = [("email", NOOR), ("password", PASSWORD), ("back", "/members")];
    let signed_in = noor.post("/account/sign-in", &fields).await;
    assert_eq!(signed_in.location(), "/account/house-rules?back=%2Fmembers");
    let page = noor.follow(&signed_in).await;
    assert_eq!((page.status(), page.page().as_str()), (200, "account/house_rules"));
    assert!(page.text(".prose").contains("Chatham House"), "the rules themselves");
    assert!(page.text("[aria-labelledby=changed]").contains("Version 2"), "what changed: {}", page.text("main"));
    assert!(page.text("main").contains("You agreed to version 1 on"));
    assert!(page.has("form[action='/account/sign-out']") && page.has("a[href='/account/delete']"));
    site.later(TimeDelta::minutes(5));
    let done = agree(&mut noor, &page).await;
    assert_eq!(done.location(), "/members");
    let members = noor.follow(&done).await;
    assert_eq!(members.status(), 200);
    assert!(members.text(".toast").contains("agreement"), "{}", members.text(".toast"));
    assert!(agreed(&site, NOOR).await.starts_with("2 2026-11-24 12:05:00+00, 1 "));
    assert_eq!(entries(&site).await, 1);
    let detail = "select detail::text from audit_log where action = 'account.rules-agreed'";
    assert_eq!(site.word(detail).await, r#"{"version": 2}"#);
    assert!(noor.get("/log/mine").await.text("main").contains("agreed to the house rules"));
    let again = site.anon().post("/account/sign-in", &fields).await;
    assert_eq!(again.location(), "/members");
    let page = noor.get(RULES).await;
    assert!(!page.has("button[name=agree]") && page.text("main").contains("You agreed to version 2"));
}

#[tokio::test]
async fn an_open_session_is_asked_at_its_next_page() {
    let mut site = Site::demo().await;
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members").await.status(), 200);
    site.has_rules(2);
    kees.goes_on_at(&site);
    let led = kees.get("/members?q=sam&lang=nl").await;
    assert_eq!(led.location(), "/account/house-rules?back=%2Fmembers%3Fq%3Dsam");
    let page = kees.follow(&led).await;
    // Not now: signed out, and asked again the next time.
    let out = kees.post("/account/sign-out", &[]).await;
    assert_eq!(out.status(), 303);
    assert_eq!(kees.get("/members").await.status(), 401);
    assert!(!page.has(".page-top .notice"), "the page that asks needs no notice that something is asked");
    let mut kees = site.member().await;
    assert!(kees.get("/members").await.location().starts_with(RULES));
}

#[tokio::test]
async fn a_new_member_who_agreed_on_the_form_is_not_asked_and_agreed_then() {
    let site = Site::demo().await;
    let (_, request) = own(&site, KOEN).await;
    site.later(TimeDelta::days(2));
    assert_eq!(site.liaison().await.post(&format!("{request}/approve"), &[]).await.status(), 303);
    assert_eq!(agreed(&site, KOEN).await, "1 2026-11-24 12:00:00+00", "when the form was sent");
    let link = site.mails_to(KOEN).await.pop().expect("a welcome").link();
    let mut koen = site.anon();
    let typed = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
    let set = koen.post(&link, &typed).await;
    assert_eq!(koen.follow(&set).await.page(), "account/profile");
    assert_eq!(koen.get("/members").await.status(), 200);
    assert_eq!(entries(&site).await, 0);
}

#[tokio::test]
async fn a_form_to_join_from_before_the_newest_version_agrees_to_the_one_that_was_read() {
    let mut site = Site::demo().await;
    assert_eq!(site.anon().get("/join").await.value("rules"), "1");
    site.has_rules(2);
    assert_eq!(site.anon().get("/join").await.value("rules"), "2");
    let version = "select string_agg(rules_version::text, ' ') from join_requests where email = 'koen@nieuw.example'";
    let request = waiting(&site, &with(form(KOEN), &[("rules", "1")])).await;
    assert_eq!(site.word(version).await, "1");
    assert_eq!(site.liaison().await.get("/members").await.status(), 303, "the liaison is asked as well");
    site.has_rules(1);
    assert_eq!(site.liaison().await.post(&format!("{request}/approve"), &[]).await.status(), 303);
    site.has_rules(2);
    let link = site.mails_to(KOEN).await.pop().expect("a welcome").link();
    let mut koen = site.anon();
    let typed = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
    let set = koen.post(&link, &typed).await;
    assert!(koen.follow(&set).await.location().starts_with(RULES));
    for odd in ["", "0", "-1", "3", "x", "99999999"] {
        let email = format!("koen{}@nieuw.example", odd.len());
        site.run(&format!("delete from jobs; delete from join_requests where email = '{email}'")).await;
        waiting(&site, &with(form(&email), &[("rules", odd)])).await;
        let sql = format!("select rules_version::text from join_requests where email = '{email}'");
        assert_eq!(site.word(&sql).await, "2", "{odd:?}");
    }
}

#[tokio::test]
async fn somebody_who_comes_back_agreed_on_the_new_form() {
    let mut site = Site::demo().await;
    let kees = "kees@voorbeeldland.example";
    let mut leaver = site.with_second_factor(kees).await;
    assert_eq!(leaver.post("/account/leave", &[("from", "all"), ("sure", "yes")]).await.status(), 303);
    let before = agreed(&site, kees).await;
    let mut lotte = site.liaison().await;
    site.has_rules(2);
    site.later(TimeDelta::minutes(3));
    let request = waiting(&site, &form(kees)).await;
    lotte.goes_on_at(&site);
    let page = lotte.get(RULES).await;
    assert_eq!(agree(&mut lotte, &page).await.status(), 303);
    assert_eq!(lotte.post(&format!("{request}/approve"), &[]).await.status(), 303);
    assert_eq!(agreed(&site, kees).await, format!("2 2026-11-24 12:03:00+00, {before}"));
}

#[tokio::test]
async fn agreeing_twice_or_at_once_is_written_down_once() {
    let mut site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    site.has_rules(2);
    noor.goes_on_at(&site);
    let page = noor.get(RULES).await;
    let mut other = noor.clone();
    let (one, two) = tokio::join!(agree(&mut noor, &page), agree(&mut other, &page));
    assert_eq!((one.location(), two.location()), ("/", "/"));
    site.later(TimeDelta::hours(1));
    assert_eq!(agree(&mut noor, &page).await.location(), "/");
    assert!(agreed(&site, NOOR).await.starts_with("2 2026-11-24 12:00:00+00, 1 "));
    assert_eq!(entries(&site).await, 1);
}

#[tokio::test]
async fn agreeing_to_what_is_no_longer_in_force_is_refused_and_asked_again() {
    let mut site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    site.has_rules(2);
    noor.goes_on_at(&site);
    let old = noor.get("/account/house-rules?back=/events").await;
    site.has_rules(3);
    noor.goes_on_at(&site);
    let refused = agree(&mut noor, &old).await;
    assert_eq!((refused.status(), refused.page().as_str()), (409, "account/house_rules"));
    assert!(refused.text("[role=alert]").contains("version 3 has come into force"), "{}", refused.text("main"));
    assert_eq!(refused.count("[aria-labelledby=changed] dt"), 2, "what changed with 2 and with 3");
    for version in ["", "1", "2", "4", "x", "-1"] {
        let odd = noor.post(RULES, &[("version", version), ("agree", "yes")]).await;
        assert_eq!(odd.status(), 409, "{version:?}");
    }
    assert!(agreed(&site, NOOR).await.starts_with("1 "), "nothing is noted");
    assert_eq!(agree(&mut noor, &refused).await.location(), "/events");
    assert!(agreed(&site, NOOR).await.starts_with("3 "));
}

#[tokio::test]
async fn a_visitor_agrees_to_nothing() {
    let site = Site::demo().await;
    let before = site.number("select count(*) from rule_agreements").await;
    let refused = site.anon().post(RULES, &[("version", "1"), ("agree", "yes")]).await;
    assert_eq!(refused.status(), 401);
    assert_eq!(site.anon().get(RULES).await.status(), 401);
    assert_eq!(site.number("select count(*) from rule_agreements").await, before);
    let away =
        site.demo_member(NOOR).await.post(RULES, &[("version", "1"), ("agree", "yes"), ("back", "//x.example")]).await;
    assert_eq!(away.location(), "/", "it leads nowhere else");
}

#[tokio::test]
async fn a_liaison_sees_how_many_agreed_to_which_version_and_nobody_else_does() {
    let mut site = Site::demo().await;
    let count = site.number("select count(*) from members where state = 'active'").await;
    let mut lotte = site.liaison().await;
    assert_eq!(counts(&lotte.get("/join/house-rules").await), [format!("Version 1: {count} members")]);
    site.run("delete from rule_agreements a using members m where m.id = a.member_id and m.slug = 'noor-fictief'")
        .await;
    site.has_rules(2);
    lotte.goes_on_at(&site);
    let page = lotte.get(RULES).await;
    assert_eq!(agree(&mut lotte, &page).await.status(), 303);
    let shown = lotte.get("/join/house-rules").await;
    let one_less = format!("Version 1: {} members", count - 2);
    assert_eq!(counts(&shown), ["Version 2: one member", &one_less, "No version yet: one member"]);
    site.has_rules(1);
    for mut other in
        [site.anon(), site.member().await, site.by_password("lotte@voorbeeldpolder.example", PASSWORD).await]
    {
        assert!(!other.get("/join/house-rules").await.has("[aria-labelledby=agreed]"));
    }
}

#[tokio::test]
async fn who_never_agreed_is_asked_without_a_word_about_changes() {
    let site = Site::demo().await;
    site.run("delete from rule_agreements").await;
    let mut noor = site.by_password(NOOR, PASSWORD).await;
    let page = noor.get(RULES).await;
    assert!(!page.has("[aria-labelledby=changed]") && page.text(".lede").contains("Read the house rules and agree"));
    assert_eq!(agree(&mut noor, &page).await.location(), "/");
    assert!(agreed(&site, NOOR).await.starts_with("1 "));
}
