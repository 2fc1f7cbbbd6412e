//! Where one is signed in: seen, ended one by one and all at once; secrets that turn; proof that has to be fresh.

use crate::support::{Actor, Site, no_limits};
use chrono::TimeDelta;
use polder::auth::limits::Limits;
use polder::commands::demo::PASSWORD;

const COOKIE: &str = "polder-session";
const KEES: &str = "kees@voorbeeldland.example";
const NOOR: &str = "noor@voorbeeldland.example";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

fn with_session(site: &Site, secret: &str) -> Actor {
    let mut actor = site.anon();
    actor.set_cookie(COOKIE, secret);
    actor
}

async fn at_firefox(site: &Site) -> Actor {
    let mut actor = site.anon().with_header("user-agent", FIREFOX);
    assert_eq!(actor.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await.status(), 303);
    actor
}

#[tokio::test]
async fn every_session_is_listed_with_its_browser_and_ends_when_its_owner_says() {
    let site = Site::demo().await;
    let (mut here, mut there, mut stranger) = (site.member().await, at_firefox(&site).await, site.publisher().await);
    let page = here.get("/account/sessions").await;
    assert_eq!(page.count("li.item"), 2, "one's own, nobody else's");
    assert!(page.text("main").contains("Firefox, Linux") && page.text("main").contains("with a password"));
    assert_eq!(page.count(".badge"), 1, "this one says so");
    let end = page.attribute("li.item form", "action");
    assert_eq!(stranger.post(&end, &[]).await.status(), 303, "says nothing about whose it is");
    assert_eq!(there.get("/members").await.status(), 200, "and ends nothing");
    let ended = here.post(&end, &[]).await;
    assert!(here.follow(&ended).await.text(".toast").contains("ended"));
    assert_eq!(there.get("/members").await.status(), 401);
    assert_eq!(here.post(&end, &[]).await.status(), 303, "twice does no harm");
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.sessions-ended'").await, 1);
    let (mut two, mut three) = (site.member().await, site.member().await);
    assert_eq!(here.post("/account/sessions/end-others", &[]).await.location(), "/account/sessions");
    assert_eq!((two.get("/members").await.status(), three.get("/members").await.status()), (401, 401));
    assert_eq!(here.get("/members").await.status(), 200);
    let (mut four, secret) = (site.member().await, here.cookie(COOKIE).expect("a session").to_owned());
    assert_eq!(here.post("/account/sessions/end-all", &[]).await.location(), "/");
    assert_eq!(here.cookie(COOKIE), None);
    assert_eq!(with_session(&site, &secret).get("/members").await.status(), 401);
    assert_eq!(four.get("/members").await.status(), 401);
    assert_eq!(stranger.get("/members").await.status(), 200);
}

#[tokio::test]
async fn a_secret_turns_when_roles_change_and_the_one_before_works_a_minute_for_what_was_under_way() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let former = kees.cookie(COOKIE).expect("a session").to_owned();
    site.run(&format!("update members set name = name where email = '{KEES}'")).await;
    assert_eq!(kees.get("/members").await.status(), 200);
    assert_eq!(kees.cookie(COOKIE), Some(former.as_str()), "nothing that gives rights changed");
    site.run(&format!("update members set roles = '{{reviewer}}' where email = '{KEES}'")).await;
    let mut under_way = with_session(&site, &former);
    assert_eq!(kees.get("/members").await.status(), 200);
    let turned = kees.cookie(COOKIE).expect("a session").to_owned();
    assert_ne!(turned, former);
    assert_eq!(under_way.get("/members").await.status(), 200);
    assert_eq!(under_way.cookie(COOKIE), Some(former.as_str()), "it is not given the new one");
    site.later(TimeDelta::minutes(1));
    assert_eq!(under_way.get("/members").await.status(), 401);
    assert_eq!(kees.get("/members").await.status(), 200);
    let seat = "member_id = (select id from members where slug = 'kees-van-nergens')";
    for change in [
        format!("update memberships set roles = '{{publisher}}' where {seat}"),
        "insert into memberships (member_id, organisation_id, since)
             select m.id, o.id, m.created_at from members m, organisations o where m.slug = 'kees-van-nergens' and o.slug = 'kestrel-controls'".to_owned(),
        format!("delete from memberships where {seat} and organisation_id = (select id from organisations where slug = 'kestrel-controls')"),
    ] {
        let before = kees.cookie(COOKIE).expect("a session").to_owned();
        site.run(&change).await;
        assert_eq!(kees.get("/members").await.status(), 200);
        assert_ne!(kees.cookie(COOKIE), Some(before.as_str()), "{change}");
    }
}

#[tokio::test]
async fn of_many_requests_at_once_one_turns_the_secret_and_none_is_signed_out() {
    let site = Site::demo().await;
    let kees = site.member().await;
    let former = kees.cookie(COOKIE).expect("a session").to_owned();
    site.run(&format!("update members set roles = '{{reviewer}}' where email = '{KEES}'")).await;
    let tasks = (0..20).map(|_| {
        let mut one = kees.clone();
        tokio::spawn(async move { (one.get("/members").await.status(), one.cookie(COOKIE).map(str::to_owned)) })
    });
    let mut new = 0;
    for task in tasks.collect::<Vec<_>>() {
        let (status, cookie) = task.await.expect("answers");
        assert_eq!(status, 200);
        new += usize::from(cookie.as_deref() != Some(&former));
    }
    assert_eq!(new, 1);
}

#[tokio::test]
async fn showing_a_second_factor_turns_the_secret_and_leaves_the_one_before_with_nothing() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let former = kees.cookie(COOKIE).expect("a session").to_owned();
    kees.second_factor().await;
    assert_ne!(kees.cookie(COOKIE), Some(former.as_str()));
    assert_eq!(with_session(&site, &former).get("/members").await.status(), 401, "not for a moment");
}

#[tokio::test]
async fn how_long_a_session_lasts_is_a_setting() {
    let site = Site::demo().await;
    let (idle, absolute) = ("30m".parse().expect("a span"), "2h".parse().expect("a span"));
    let limits = Limits { session_idle: idle, session_absolute: absolute, ..no_limits() };
    let router = site.instance(limits).await;
    let mut kees = Actor::new(router.clone());
    assert_eq!(kees.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await.status(), 303);
    let mut idle = kees.clone();
    for _ in 0..5 {
        site.later(TimeDelta::minutes(22));
        assert_eq!(kees.get("/members").await.status(), 200);
    }
    assert_eq!(idle.get("/members").await.status(), 200, "the same session, used a moment ago");
    site.later(TimeDelta::minutes(10));
    assert_eq!(kees.get("/members").await.status(), 401, "two hours are over");
    assert_eq!(kees.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await.status(), 303);
    site.later(TimeDelta::minutes(31));
    assert_eq!(kees.get("/members").await.status(), 401, "unused for half an hour");
}

#[tokio::test]
async fn what_guards_an_account_is_changed_minutes_after_proof_and_nothing_typed_is_lost() {
    let site = Site::demo().await;
    let mut noor = site.demo_member(NOOR).await;
    site.later(TimeDelta::minutes(10));
    let typed = [("email", "noor@nieuw.example")];
    let refused = noor.post("/account/address", &typed).await;
    assert_eq!((refused.status(), refused.page().as_str()), (403, "error"));
    assert!(refused.has("#main-form input[type=password]"));
    let (back, carried) = (refused.attribute("#main-form input[name=back]", "value"), refused.value("carried"));
    let confirm = "/account/second-factor/confirm";
    let form =
        |password: &'static str| [("password", password), ("back", &back), ("resend", "yes"), ("carried", &carried)];
    let wrong = noor.post(confirm, &form("not the password")).await;
    assert_eq!(
        (wrong.status(), wrong.value("carried"), wrong.value("password")),
        (422, carried.clone(), String::new())
    );
    let offered = noor.post(confirm, &form(PASSWORD)).await;
    assert_eq!((offered.page().as_str(), offered.value("email").as_str()), ("account/go_on", "noor@nieuw.example"));
    assert_eq!(noor.post("/account/address", &typed).await.status(), 303);
    // Every change of this kind asks; and an account with a second factor takes nothing less.
    let mut lotte = site.by_password("lotte@voorbeeldpolder.example", PASSWORD).await;
    for path in
        ["/account/address", "/account/password", "/account/second-factor/begin", "/account/second-factor/remove"]
    {
        assert_eq!(lotte.post(path, &[]).await.status(), 403, "{path}");
    }
    assert_eq!(lotte.post(confirm, &[("password", PASSWORD)]).await.status(), 422);
    lotte.second_factor().await;
    for path in ["/log/export", "/members/kees-van-nergens/recovery"] {
        assert_ne!(lotte.post(path, &[]).await.status(), 403, "{path}");
    }
    site.later(TimeDelta::minutes(10));
    for path in ["/log/export", "/members/kees-van-nergens/recovery"] {
        assert_eq!(lotte.post(path, &[]).await.status(), 403, "{path}");
    }
    assert_eq!(lotte.get("/join/requests").await.status(), 200, "the role itself goes on");
}

#[tokio::test]
async fn a_password_is_not_tried_out_in_a_session_that_somebody_left_open() {
    let site = Site::demo().await;
    let few = Limits { sign_in: "3/1h".parse().expect("a rate"), ..no_limits() };
    let router = site.instance(few).await;
    let mut noor = Actor::new(router);
    assert_eq!(noor.post("/account/sign-in", &[("email", NOOR), ("password", PASSWORD)]).await.status(), 303);
    let confirm = "/account/second-factor/confirm";
    for _ in 0..3 {
        assert_eq!(noor.post(confirm, &[("password", "a guess")]).await.status(), 422);
    }
    let paused = noor.post(confirm, &[("password", PASSWORD)]).await;
    assert_eq!((paused.status(), paused.header("retry-after").is_empty()), (429, false));
}

#[tokio::test]
async fn a_sign_in_at_another_browser_is_mailed_and_one_at_the_same_is_not() {
    let site = Site::demo().await;
    let mut kees = at_firefox(&site).await;
    let mails = site.mails_to(KEES).await;
    let mail = mails.iter().find(|mail| mail.kind == "account-mail-new-device").expect("a mail");
    assert!(mail.text.contains("Firefox, Linux"), "{}", mail.text);
    assert_eq!(kees.post("/account/sign-out", &[]).await.status(), 303);
    assert_eq!(kees.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await.status(), 303);
    assert_eq!(site.mails_to(KEES).await.len(), mails.len());
}

#[tokio::test]
async fn roles_that_decide_about_others_rest_without_a_second_factor_in_the_database_too() {
    let site = Site::demo().await;
    for (email, page) in [
        ("lotte@voorbeeldpolder.example", "/join/requests"),
        ("fatima@kestrel.example", "/partners/kestrel-controls/clients"),
    ] {
        let mut weak = site.by_password(email, PASSWORD).await;
        let refused = weak.get(page).await;
        assert_eq!(refused.status(), 403, "{email}");
        let home = weak.get("/").await;
        assert!(home.text(".page-top").contains("rests until you show your second factor"), "{email}");
        let mut strong = site.demo_member(email).await;
        assert_eq!(strong.get(page).await.status(), 200, "{email}");
        assert!(!strong.get("/").await.has(".page-top"), "{email}");
    }
    let mut conn = site.app.db.pool().acquire().await.expect("a connection");
    let lotte = site.word("select id::text from members where email = 'lotte@voorbeeldpolder.example'").await;
    for (acts, sees) in [(false, false), (true, true)] {
        let enter = format!("begin; select enter('{lotte}', {acts}, {acts}, false, true, '2026-11-24')");
        sqlx::raw_sql(sqlx::AssertSqlSafe(enter)).execute(&mut *conn).await.expect("enters");
        let there: bool =
            sqlx::query_scalar("select exists (select from join_requests)").fetch_one(&mut *conn).await.expect("reads");
        assert_eq!(there, sees);
        sqlx::raw_sql("rollback").execute(&mut *conn).await.expect("ends");
    }
}
