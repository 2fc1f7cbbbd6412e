//! The second factor: set up with an app, shown in a session, removed.

use crate::support::{Actor, Answer, Site, code};
use chrono::TimeDelta;
use polder::commands::demo::{PASSWORD, SECOND_FACTOR};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

const PAGE: &str = "/account/second-factor";
const CONFIRM: &str = "/account/second-factor/confirm";
const REMOVE: &str = "/account/second-factor/remove";
const NOOR: &str = "noor@voorbeeldland.example";
const KEES: &str = "kees@voorbeeldland.example";

/// Noor, who has none, sets one up: her browser, the key, and the recovery codes.
async fn noor(site: &Site) -> (Actor, String, Vec<String>) {
    let mut noor = site.demo_member(NOOR).await;
    assert_eq!(noor.post("/account/second-factor/begin", &[]).await.location(), PAGE);
    let key = noor.get(PAGE).await.text("dd code");
    let set = noor.post(PAGE, &[("code", &code(&key, site.app.clock.now()))]).await;
    assert_eq!((set.status(), set.page().as_str()), (200, "account/recovery_codes"), "{}", set.text("main"));
    (noor, key, set.texts("main li code"))
}

/// A code of the demo's app, so many seconds from now.
fn demo_code(site: &Site, seconds: i64) -> String {
    code(SECOND_FACTOR, site.app.clock.now() + TimeDelta::seconds(seconds))
}

async fn confirm(actor: &mut Actor, code: &str) -> Answer {
    actor.post(CONFIRM, &[("code", code), ("back", "/events")]).await
}

/// Whether the session has a second factor, told by the one page that shows it.
async fn is_shown(actor: &mut Actor) -> bool {
    let page = actor.get(PAGE).await;
    assert_eq!(page.page(), "account/second_factor");
    page.has(&format!("form[action='{REMOVE}']"))
}

#[tokio::test]
async fn a_member_sets_it_up_with_an_app_and_is_told_by_mail() {
    let site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    let page = noor.get(PAGE).await;
    assert!(page.text("main").contains("TLP:AMBER"));
    assert_eq!(page.count("svg[role=img]"), 0, "nothing is made by looking");
    let begun = noor.post("/account/second-factor/begin", &[]).await;
    let page = noor.follow(&begun).await;
    let key = page.text("dd code");
    assert!(page.attribute("main svg", "aria-label").contains("QR code"));
    assert_eq!(page.count("main svg [style], main img"), 0, "the security policy would not show it");
    assert!(key.split(' ').all(|group| group.len() == 4) && key.len() == 39, "{key}");
    assert!(page.attribute("main a[href^=otpauth]", "href").contains(&key.replace(' ', "")));

    let wrong = noor.post(PAGE, &[("code", "12345")]).await;
    assert_eq!((wrong.status(), wrong.value("code").as_str()), (422, "12345"));
    let other_key = noor.post(PAGE, &[("code", &demo_code(&site, 0))]).await;
    assert_eq!(other_key.status(), 422);
    assert!(other_key.has("#code-error") && !is_shown(&mut noor).await);
    let right = code(&key, site.app.clock.now());
    let set = noor.post(PAGE, &[("code", &format!("{} {}", &right[..3], &right[3..]))]).await;
    assert_eq!(set.page(), "account/recovery_codes", "{}", set.text("main"));
    assert_eq!(set.texts("main li code").len(), 10);
    assert!(is_shown(&mut noor).await, "this session just showed it");
    let mails = site.mails_to(NOOR).await;
    assert!(mails.iter().any(|mail| mail.kind == "account-mail-second-factor-set"), "{mails:?}");
    let done = site.word("select string_agg(action, ' ') from audit_log where action like '%factor%'").await;
    assert_eq!(done, "account.second-factor-set");
    assert_eq!(noor.post(PAGE, &[("code", &right)]).await.status(), 409, "it is set");
}

#[tokio::test]
async fn the_recovery_codes_are_shown_once_and_kept_as_hashes() {
    let site = Site::demo().await;
    let (mut noor, _, codes) = noor(&site).await;
    let fields: Vec<_> = codes.iter().map(|code| ("codes", code.as_str())).chain([("show_in", "nl")]).collect();
    let dutch = noor.post(PAGE, &fields).await;
    assert_eq!(dutch.attribute("html", "lang"), "nl");
    assert_eq!(dutch.texts("main li code"), codes, "another language does not lose them");
    let made_up = noor.post(PAGE, &[("codes", "<b>x</b>"), ("codes", "Call 0900-1234"), ("show_in", "en")]).await;
    assert_eq!(made_up.count("main li code"), 0, "and shows nothing else");
    let page = noor.get(PAGE).await;
    assert!(codes.iter().all(|code| !page.body().contains(code)) && page.text("main").contains("10 left"));
    let kept = site.word("select string_agg(encode(code_hash, 'escape'), ' ') from recovery_codes").await;
    assert!(codes.iter().all(|code| !kept.contains(code) && !kept.contains(&code.replace('-', ""))));
}

#[tokio::test]
async fn a_password_alone_brings_no_second_factor_and_cannot_put_another_in_its_place() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert!(!is_shown(&mut kees).await);
    assert_eq!(kees.post(REMOVE, &[]).await.status(), 403);
    assert_eq!(kees.post("/account/second-factor/begin", &[]).await.status(), 403);
    assert_eq!(confirm(&mut kees, PASSWORD).await.status(), 422, "where there is a factor, the password is none");
    let secrets =
        "select count(*) from authenticators where secret = 'droge voeten, nog 1x' and confirmed_at is not null";
    assert_eq!(site.number(secrets).await, 6);
    assert_eq!(confirm(&mut kees, &demo_code(&site, 0)).await.location(), "/events");
    assert!(is_shown(&mut kees).await);
}

#[tokio::test]
async fn it_counts_in_the_session_that_showed_it_and_for_twelve_hours() {
    let site = Site::demo().await;
    let (mut here, mut there) = (site.member().await, site.member().await);
    here.second_factor().await;
    assert!(is_shown(&mut here).await && !is_shown(&mut there).await);
    there.second_factor().await;
    here.second_factor().await;
    site.later(TimeDelta::hours(12) - TimeDelta::seconds(1));
    assert!(is_shown(&mut here).await);
    site.later(TimeDelta::seconds(1));
    assert!(!is_shown(&mut here).await);
    assert_eq!(here.post(REMOVE, &[]).await.status(), 403);
    here.second_factor().await;
    assert_eq!(here.post("/account/sign-out", &[]).await.status(), 303);
    assert_eq!(here.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await.status(), 303);
    assert!(!is_shown(&mut here).await, "signing out ends it");
}

#[tokio::test]
async fn somebody_elses_code_opens_nothing() {
    let site = Site::demo().await;
    let (_, key, codes) = noor(&site).await;
    let mut kees = site.member().await;
    let hers = code(&key, site.app.clock.now() + TimeDelta::seconds(30));
    for other in [hers.as_str(), codes[0].as_str()] {
        assert_eq!(confirm(&mut kees, other).await.status(), 422);
    }
    assert!(!is_shown(&mut kees).await);
    // And who has none is asked to set one up, whatever is typed.
    let mut wim = site.demo_member("wim@kestrel.example").await;
    let none = confirm(&mut wim, &demo_code(&site, 0)).await;
    assert!(none.has(&format!("main a[href='{PAGE}']")) && !is_shown(&mut wim).await);
}

#[tokio::test]
async fn a_suspended_member_is_out_with_a_second_factor_as_well() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    kees.second_factor().await;
    site.run(&format!("update members set state = 'suspended' where email = '{KEES}'")).await;
    assert_eq!(kees.get(PAGE).await.status(), 401);
    assert_eq!(confirm(&mut kees, &demo_code(&site, 30)).await.status(), 401);
}

#[tokio::test]
async fn removing_it_ends_it_in_every_session_and_a_new_one_does_not_bring_it_back() {
    let site = Site::demo().await;
    let (mut here, key, codes) = noor(&site).await;
    let mut there = site.demo_member(NOOR).await;
    assert_eq!(there.post(CONFIRM, &[("code", &codes[0])]).await.status(), 303);
    let removed = here.post(REMOVE, &[]).await;
    assert!(here.follow(&removed).await.text(".flash").contains("removed"));
    assert!(!is_shown(&mut there).await);
    let mails = site.mails_to(NOOR).await;
    assert!(mails.iter().any(|mail| mail.subject.contains("verwijderd")), "{mails:?}");
    assert!(confirm(&mut there, &codes[1]).await.has(&format!("main a[href='{PAGE}']")), "the codes went with it");
    assert_eq!(here.post("/account/second-factor/begin", &[]).await.status(), 303);
    let new_key = here.get(PAGE).await.text("dd code");
    assert_ne!(new_key, key);
    assert_eq!(here.post(PAGE, &[("code", &code(&new_key, site.app.clock.now()))]).await.status(), 200);
    assert!(is_shown(&mut here).await && !is_shown(&mut there).await);
    let done =
        site.word("select string_agg(action, ' ' order by id) from audit_log where action ~ 'factor|recov'").await;
    assert_eq!(
        done,
        "account.second-factor-set account.recovery-code-used account.second-factor-removed account.second-factor-set"
    );
}

#[tokio::test]
async fn once_there_is_one_no_other_session_is_fresh_and_a_stale_one_sees_no_key() {
    let site = Site::demo().await;
    let mut stale = site.demo_member(NOOR).await;
    site.run("update sessions set proven_at = null").await;
    let (mut thief, mut owner) = (site.demo_member(NOOR).await, site.demo_member(NOOR).await);
    assert_eq!(owner.post("/account/second-factor/begin", &[]).await.status(), 303);
    assert!(!stale.get(PAGE).await.has("dd code"));
    let key = owner.get(PAGE).await.text("dd code");
    assert_eq!(stale.post(PAGE, &[("code", &code(&key, site.app.clock.now()))]).await.status(), 403);
    assert_eq!(owner.post(PAGE, &[("code", &code(&key, site.app.clock.now()))]).await.status(), 200);
    for step in [REMOVE, "/account/data/export", "/account/delete"] {
        assert_eq!(thief.post(step, &[]).await.status(), 403, "{step}");
    }
}

#[tokio::test]
async fn a_key_waits_a_quarter_of_an_hour_for_its_first_code() {
    let site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    assert_eq!(noor.post("/account/second-factor/begin", &[]).await.status(), 303);
    let key = noor.get(PAGE).await.text("dd code");
    site.later(TimeDelta::minutes(15));
    assert!(!noor.get(PAGE).await.has("main svg[role=img]"));
    assert_eq!(noor.post(PAGE, &[("code", &code(&key, site.app.clock.now()))]).await.status(), 403);
    assert_eq!(noor.post("/account/second-factor/begin", &[]).await.status(), 403, "the password was long ago");
    assert_eq!(noor.post(CONFIRM, &[("password", PASSWORD)]).await.status(), 303);
    assert_eq!(noor.post(PAGE, &[("code", &code(&key, site.app.clock.now()))]).await.status(), 409);
    assert_eq!(noor.post("/account/second-factor/begin", &[]).await.status(), 303);
    assert_ne!(noor.get(PAGE).await.text("dd code"), key);
}

#[tokio::test]
async fn a_step_that_needs_it_leads_to_it_and_what_was_sent_is_kept() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let refused = kees.post(REMOVE, &[("title", "Typed <with> care"), ("body", "One\r\ntwo & more")]).await;
    assert_eq!((refused.status(), refused.page().as_str()), (403, "error"));
    assert_eq!(refused.attribute("#main-form", "action"), CONFIRM);
    assert!(refused.text("main").contains("What you typed is kept"));
    let (back, carried) = (refused.attribute("#main-form input[name=back]", "value"), refused.value("carried"));
    assert_eq!(back, REMOVE);
    let fields = |code: &str| {
        [("code", code.to_owned()), ("back", back.clone()), ("resend", "yes".into()), ("carried", carried.clone())]
    };
    let wrong = fields("12345");
    let wrong: Vec<_> = wrong.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let wrong = kees.post(CONFIRM, &wrong).await;
    assert_eq!((wrong.status(), wrong.value("carried")), (422, carried.clone()));
    let right = fields(&demo_code(&site, 0));
    let right: Vec<_> = right.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let offered = kees.post(CONFIRM, &right).await;
    assert_eq!((offered.status(), offered.page().as_str()), (200, "account/go_on"));
    assert_eq!(offered.attribute("#main-form", "action"), REMOVE);
    assert_eq!(offered.value("title"), "Typed <with> care");
    assert!(offered.value("body").contains("two & more"));
    let switched = kees.post(CONFIRM, &[("kept_for", REMOVE), ("title", "Typed"), ("show_in", "nl")]).await;
    assert_eq!((switched.page().as_str(), switched.value("title").as_str()), ("account/go_on", "Typed"));
    assert_eq!(kees.post(REMOVE, &[("title", "Typed")]).await.status(), 303);
    // Who has none keeps the text on the page, and is led to set one up.
    let mut bram = site.by_password("bram@voorbeeldpolder.example", PASSWORD).await;
    let refused = bram.post("/groups/new", &[("title", "Typed")]).await;
    assert!(refused.has(&format!("main a[href='{PAGE}']")) && refused.value("title") == "Typed");
}

#[tokio::test]
async fn the_database_shows_everybody_only_their_own() {
    let site = Site::demo().await;
    noor(&site).await;
    let mut conn = site.app.db.pool().acquire().await.expect("a connection");
    let id = site.word(&format!("select id::text from members where email = '{KEES}'")).await;
    let seen = |viewer: String| format!("begin; set local polder.viewer = '{viewer}'");
    for (viewer, expected) in [(String::new(), 0), (id, 1)] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(seen(viewer))).execute(&mut *conn).await.expect("a viewer");
        let sql = "select (select count(*) from authenticators) + (select count(*) from recovery_codes)";
        let rows: i64 = sqlx::query_scalar(sql).fetch_one(&mut *conn).await.expect("counts");
        assert_eq!(rows, expected);
        let changed = sqlx::query("update authenticators set last_step = 0").execute(&mut *conn).await.expect("runs");
        assert_eq!(changed.rows_affected(), expected.unsigned_abs());
        sqlx::raw_sql("rollback").execute(&mut *conn).await.expect("ends");
    }
}

#[tokio::test]
async fn a_password_that_was_shown_before_a_second_factor_came_is_not_enough_after_it() {
    let site = Site::demo().await;
    let mut thief = site.demo_member(NOOR).await;
    let me = site.word(&format!("select id::text from members where email = '{NOOR}'")).await;
    site.run("update sessions set proven_at = null").await;
    let mut owner = PgConnection::connect_with(&site.owner).await.expect("the database");
    let mut tx = owner.begin().await.expect("begins");
    let hold = format!("select pg_advisory_xact_lock(hashtextextended('factors {me}', 0))");
    tx.execute(AssertSqlSafe(hold)).await.expect("holds");
    let late = tokio::spawn(async move { (thief.post(CONFIRM, &[("password", PASSWORD)]).await.status(), thief) });
    while site.number("select count(*) from pg_locks where locktype = 'advisory' and not granted").await == 0 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let set = format!(
        "insert into authenticators (member_id, secret, created_at, confirmed_at) values ('{me}', 'a secret of 20 bytes', '2026-11-24', '2026-11-24')"
    );
    tx.execute(AssertSqlSafe(set)).await.expect("a second factor");
    tx.commit().await.expect("commits");
    let (status, mut thief) = late.await.expect("an answer");
    assert_eq!(status, 401);
    assert_eq!(site.number("select count(*) from sessions where proven_at is not null").await, 0);
    assert_eq!(thief.post(REMOVE, &[]).await.status(), 403);
}

#[tokio::test]
async fn whoever_can_show_it_is_told_that_its_removal_was_begun() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    site.run(&format!(
        "insert into factor_recoveries (id, member_id, started_by, reason, started_at, due_at)
         select gen_random_uuid(), m.id, l.id, 'Says the phone is gone.', '2026-11-24', '2027-11-24'
         from members m, members l where m.email = '{KEES}' and l.slug = 'lotte-verzonnen'"
    ))
    .await;
    let shown = confirm(&mut kees, &demo_code(&site, 0)).await;
    let told = kees.follow(&shown).await.text(".flash");
    assert!(told.contains("removal of your second factor was begun"), "{told}");
    let mut again = site.by_password(KEES, PASSWORD).await;
    let page = again.get("/account").await;
    assert!(page.has(".notice-warning"), "and it stands on the page about the account");
}
