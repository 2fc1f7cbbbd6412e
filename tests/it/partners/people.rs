//! The people of an organisation: confirmed, ended, woken and given roles by its coordinator and the liaison.

use crate::support::{Actor, Site};
use sqlx::{ConnectOptions, Executor};

const PEOPLE: &str = "/partners/kestrel-controls/people";
const FATIMA: &str = "fatima@kestrel.example";
const REASON: [(&str, &str); 1] = [("reason", "Works elsewhere now.")];

async fn fatima(site: &Site) -> Actor {
    site.demo_member("fatima@kestrel.example").await
}

async fn tess(site: &Site) -> Actor {
    site.demo_member("tess@kestrel.example").await
}

async fn state(site: &Site, slug: &str) -> String {
    let sql = format!(
        "select m.state || ' ' || coalesce(s.ended_because::text, 'holds') from members m join memberships s on s.member_id = m.id
         where m.slug = '{slug}'"
    );
    site.word(&sql).await
}

#[tokio::test]
async fn only_its_coordinator_and_the_liaison_look_after_the_people_of_an_organisation() {
    let site = Site::demo().await;
    let paths = [PEOPLE.to_owned(), format!("{PEOPLE}/tess-testdijk"), format!("{PEOPLE}/tess-testdijk/end")];
    for (email, status) in [
        ("fatima@kestrel.example", 200),
        ("lotte@voorbeeldpolder.example", 200),
        ("sam@kestrel.example", 403),
        ("tess@kestrel.example", 403),
        ("iris@voorbeeldland.example", 403),
        ("olga@voorbeeldpolder.example", 403),
    ] {
        let mut actor = site.demo_member(email).await;
        for path in &paths {
            assert_eq!(actor.get(path).await.status(), status, "{email} {path}");
        }
        let unknown = if status == 200 { 404 } else { 403 };
        assert_eq!(
            actor.get(&format!("{PEOPLE}/kees-van-nergens")).await.status(),
            unknown,
            "{email}: not one of them"
        );
        assert_eq!(actor.get("/partners/kestrel-controls").await.has(&format!("a[href='{PEOPLE}']")), status == 200);
        if status == 403 {
            assert_eq!(actor.post(&format!("{PEOPLE}/tess-testdijk/end"), &REASON).await.status(), 403);
            assert_eq!(actor.post(&format!("{PEOPLE}/tess-testdijk"), &[("roles", "coordinator")]).await.status(), 403);
            assert_eq!(actor.post(&format!("{PEOPLE}/confirm"), &[("all", "yes")]).await.status(), 403);
        }
    }
    assert_eq!(site.number("select count(*) from audit_log where action like 'membership.%'").await, 0);
}

#[tokio::test]
async fn a_membership_that_is_ended_ends_open_sessions_and_its_member_reads_why() {
    let site = Site::demo().await;
    let (mut fatima, mut tess) = (fatima(&site).await, tess(&site).await);
    assert_eq!(tess.get("/members").await.status(), 200);
    let end = format!("{PEOPLE}/tess-testdijk/end");
    let short = fatima.post(&end, &[("reason", "no")]).await;
    assert_eq!((short.status(), short.value("reason").as_str()), (422, "no"));
    assert_eq!(fatima.post(&end, &REASON).await.location(), PEOPLE);
    assert_eq!(tess.get("/members").await.status(), 401, "the open session is over");
    assert_eq!(
        site.number(
            "select count(*) from sessions s join members m on m.id = s.member_id where m.slug = 'tess-testdijk'"
        )
        .await,
        0
    );
    let mail = site.mails_to("tess@kestrel.example").await.pop().expect("a mail");
    assert!(mail.text.contains("Works elsewhere now."), "{}", mail.text);
    // Nobody finds her any more, and who signs in with the right password reads why.
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members/tess-testdijk").await.status(), 404);
    assert!(!kees.get("/members").await.body().contains("Testdijk"));
    let said = site
        .anon()
        .post("/account/sign-in", &[("email", "tess@kestrel.example"), ("password", "droge voeten 2026")])
        .await;
    assert_eq!((said.status(), said.page().as_str()), (403, "account/asleep"));
    assert!(!said.text("main").contains("Fatima") && said.text("main").contains("Lotte"), "{}", said.text("main"));
    assert!(said.header("set-cookie").is_empty() || !said.header("set-cookie").contains("polder-session"));
    let wrong = site
        .anon()
        .post("/account/sign-in", &[("email", "tess@kestrel.example"), ("password", "something else")])
        .await;
    let unknown = site
        .anon()
        .post("/account/sign-in", &[("email", "nobody@kestrel.example"), ("password", "something else")])
        .await;
    assert_eq!(
        (wrong.status(), wrong.text("main .field-error")),
        (unknown.status(), unknown.text("main .field-error"))
    );
    // Back by a liaison, without the role of before; the old session stays over.
    assert_eq!(fatima.post(&end, &REASON).await.status(), 409, "twice");
    let (person, wake) = (format!("{PEOPLE}/tess-testdijk"), format!("{PEOPLE}/tess-testdijk/wake"));
    let button = format!("form[action='{wake}']");
    let (hers, mut lotte) = (fatima.get(&person).await, site.liaison().await);
    assert!(
        !hers.has(&button) && hers.text("main").contains("A liaison decides whether Tess"),
        "{}",
        hers.text("main")
    );
    assert_eq!(fatima.post(&wake, &[]).await.status(), 403);
    assert_eq!(tess.get("/members").await.status(), 401);
    assert!(lotte.get(&person).await.has(&button));
    assert_eq!(lotte.post(&wake, &[]).await.location(), PEOPLE);
    assert_eq!(lotte.post(&wake, &[]).await.status(), 409, "twice");
    assert_eq!(tess.get("/members").await.status(), 401);
    assert_eq!(self::tess(&site).await.get("/members").await.status(), 200);
    let log = "select string_agg(action, ' ' order by id) from audit_log where action like 'membership.%'";
    assert_eq!(site.word(log).await, "membership.ended membership.woken");
    assert_eq!(
        site.word("select reason from audit_log where action = 'membership.ended'").await,
        "Works elsewhere now."
    );
}

#[tokio::test]
async fn roles_take_fresh_proof_and_the_log_says_which() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member(FATIMA).await;
    let roles = [("roles", "publisher"), ("roles", "coordinator"), ("was", "publisher")];
    site.later(chrono::TimeDelta::minutes(11));
    for step in ["sam-example", "tess-testdijk/wake"] {
        assert_eq!(fatima.post(&format!("{PEOPLE}/{step}"), &roles).await.status(), 403, "{step}");
    }
    let mut fatima = site.demo_member(FATIMA).await;
    assert_eq!(fatima.post(&format!("{PEOPLE}/sam-example"), &roles).await.status(), 303);
    let said = site.word("select detail::text from audit_log where action = 'membership.roles-changed'").await;
    assert!(
        said.contains(r#""from": ["publisher"]"#) && said.contains(r#""to": ["publisher", "coordinator"]"#),
        "{said}"
    );
}

#[tokio::test]
async fn a_member_of_two_organisations_loses_the_keys_of_one_and_keeps_the_session() {
    let site = Site::demo().await;
    site.run(
        "insert into memberships (member_id, organisation_id, since) select m.id, o.id, m.created_at from members m, organisations o
         where m.slug = 'tess-testdijk' and o.slug = 'waterschap-voorbeeldland'",
    )
    .await;
    let (mut fatima, mut tess) = (fatima(&site).await, tess(&site).await);
    let amber = "/articles/safety-systems-and-security";
    let before = tess.get(amber).await.status();
    assert_eq!(fatima.post(&format!("{PEOPLE}/tess-testdijk/end"), &REASON).await.status(), 303);
    for path in ["/members", "/articles", "/members/tess-testdijk"] {
        assert_eq!(tess.get(path).await.status(), 200, "{path}");
    }
    assert!(!tess.get("/members/tess-testdijk").await.text("main").contains("Kestrel"));
    assert_eq!(before, 200);
    assert_eq!(state(&site, "tess-testdijk").await.split(' ').next(), Some("active"));
}

#[tokio::test]
async fn of_two_who_end_it_at_once_one_is_told_and_one_mail_leaves() {
    let site = Site::demo().await;
    let (mut fatima, mut lotte) = (fatima(&site).await, site.liaison().await);
    let end = format!("{PEOPLE}/tess-testdijk/end");
    let (one, two) = tokio::join!(fatima.post(&end, &REASON), lotte.post(&end, &REASON));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(site.mails_to("tess@kestrel.example").await.len(), 1);
    assert_eq!(state(&site, "tess-testdijk").await, "left ended");
    // Back and forth at once: whichever comes first, both agree in the end.
    let wake = format!("{PEOPLE}/tess-testdijk/wake");
    let mut bram = site.demo_member("bram@voorbeeldpolder.example").await;
    let (one, two) = tokio::join!(bram.post(&wake, &[]), lotte.post(&wake, &[]));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(state(&site, "tess-testdijk").await, "active holds");
}

#[tokio::test]
async fn roles_are_given_by_others_and_the_last_coordinator_names_another_first() {
    let site = Site::demo().await;
    let mut fatima = fatima(&site).await;
    let mut tess = site.with_second_factor("tess@kestrel.example").await;
    site.run("update members set language = 'en'").await;
    let own = format!("{PEOPLE}/fatima-sample");
    let of_tess = format!("{PEOPLE}/tess-testdijk");
    let was = fatima.get(&own).await.attribute("#main-form input[name=was]", "value");
    let gains = [("was", &*was), ("roles", "publisher"), ("roles", "coordinator")];
    if !was.contains("publisher") {
        assert_eq!(fatima.post(&own, &gains).await.status(), 403, "nobody makes oneself more");
    }
    assert_eq!(fatima.post(&own, &[("was", &*was)]).await.status(), 409, "the only coordinator");
    assert_eq!(tess.get(PEOPLE).await.status(), 403);
    assert_eq!(fatima.post(&of_tess, &[("was", ""), ("roles", "coordinator")]).await.location(), PEOPLE);
    assert_eq!(tess.get(PEOPLE).await.status(), 200, "from the next request on");
    let late = fatima.post(&of_tess, &[("was", ""), ("roles", "publisher")]).await;
    assert_eq!((late.status(), late.page().as_str()), (409, "partners/person"), "it is another role by now");
    assert!(late.has("#roles-publisher[checked]") && late.has("#roles-error"));
    assert_eq!(fatima.post(&own, &[("was", &*was)]).await.location(), "/partners/kestrel-controls");
    assert_eq!(fatima.get(PEOPLE).await.status(), 403);
    let mail = site.mails_to("tess@kestrel.example").await.pop().expect("a mail");
    assert!(mail.text.contains("Coordinator"), "{}", mail.text);
    assert_eq!(site.number("select count(*) from audit_log where action = 'membership.roles-changed'").await, 2);
}

#[tokio::test]
async fn a_coordinator_wakes_who_sleeps_or_left_and_no_more() {
    for (how, may) in [("asleep", true), ("left", true), ("ended", false), ("departed", false)] {
        let site = Site::demo().await;
        site.run(&format!(
            "update memberships set until = since, ended_because = '{how}'
             where member_id = (select id from members where slug = 'tess-testdijk')"
        ))
        .await;
        let mut fatima = fatima(&site).await;
        let (person, wake) = (format!("{PEOPLE}/tess-testdijk"), format!("{PEOPLE}/tess-testdijk/wake"));
        let page = fatima.get(&person).await;
        assert_eq!(page.has(&format!("form[action='{wake}']")), may, "{how}");
        assert_eq!(page.text("main").contains("A liaison decides"), !may, "{how}");
        let before = state(&site, "tess-testdijk").await;
        assert_eq!(fatima.post(&wake, &[]).await.status(), if may { 303 } else { 403 }, "{how}");
        let after = state(&site, "tess-testdijk").await;
        assert_eq!(after, if may { "active holds".to_owned() } else { before }, "{how}");
    }
}

#[tokio::test]
async fn of_two_coordinators_who_take_each_others_role_at_once_one_keeps_it() {
    let site = Site::demo().await;
    site.run(
        "update memberships set roles = '{coordinator}'
         where member_id in (select id from members where slug in ('tess-testdijk', 'fatima-sample'))",
    )
    .await;
    let (mut fatima, mut tess) = (fatima(&site).await, site.with_second_factor("tess@kestrel.example").await);
    let mut holder = site.owner.connect().await.expect("the database");
    let hold = "begin; select id from organisations where slug = 'kestrel-controls' for no key update";
    holder.execute(hold).await.expect("holds it");
    let both = tokio::spawn(async move {
        let was = [("was", "coordinator")];
        let (of_tess, of_fatima) = (format!("{PEOPLE}/tess-testdijk"), format!("{PEOPLE}/fatima-sample"));
        let (one, two) = tokio::join!(fatima.post(&of_tess, &was), tess.post(&of_fatima, &was));
        [one.status(), two.status()]
    });
    // Both were let in as coordinators, and wait for their turn.
    let waiting =
        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while site.number(waiting).await < 2 {
        assert!(!both.is_finished(), "nobody waited");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    holder.execute("rollback").await.expect("lets go");
    let mut statuses = both.await.expect("both were answered");
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 403]);
    let coordinators = "select count(*) from memberships s join organisations o on o.id = s.organisation_id
                        where o.slug = 'kestrel-controls' and 'coordinator' = any (s.roles)";
    assert_eq!(site.number(coordinators).await, 1);
    assert_eq!(site.number("select count(*) from audit_log where action = 'membership.roles-changed'").await, 1);
}

#[tokio::test]
async fn the_liaison_sees_that_a_reviewer_is_gone_who_asks_to_join_again_as_anybody_does() {
    let site = Site::demo().await;
    let text = site.word("select id::text from revisions where state = 'submitted' limit 1").await;
    let offered = site.liaison().await.get(&format!("/articles/work/{text}")).await;
    let slug =
        offered.attributes("#reviewer option", "value").into_iter().find(|slug| !slug.is_empty()).expect("somebody");
    let assign = format!("/articles/work/{text}/assign");
    let asked = site.liaison().await.post(&assign, &[("reviewer", &*slug), ("instead_of", "")]).await;
    assert_eq!(asked.status(), 303);
    let reviewer = site.word(&format!("select email from members where slug = '{slug}'")).await;
    let mut lotte = site.liaison().await;
    let address = format!("/articles/work/{text}");
    assert!(!lotte.get(&address).await.has("[aria-labelledby=assign] .notice-warning"));
    let mut leaver = site.demo_member(&reviewer).await;
    assert_eq!(leaver.post("/account/leave", &[("from", "all"), ("sure", "yes")]).await.status(), 303);
    assert!(lotte.get(&address).await.has("[aria-labelledby=assign] .notice-warning"));
    let form = crate::join::main_path::form().into_iter();
    let form: Vec<(&str, &str)> =
        form.map(|(name, value)| (name, if name == "email" { &*reviewer } else { value })).collect();
    assert_eq!(site.anon().post("/join", &form).await.status(), 303);
    let mail = site.mails_to(&reviewer).await.pop().expect("a mail");
    assert!(mail.text.contains("/join/proof/"), "{}", mail.text);
    // Whose access sleeps has an account: that is to be woken.
    site.run(&format!(
        "update memberships set ended_because = 'asleep' where until is not null;
         update members set state = 'asleep' where email = '{reviewer}'"
    ))
    .await;
    assert_eq!(site.anon().post("/join", &form).await.status(), 303);
    let mail = site.mails_to(&reviewer).await.pop().expect("a mail");
    assert!(mail.text.contains("/account/sign-in"), "{}", mail.text);
}
