//! Deleting the own account: what goes, what stays, and that nothing else stays.

use crate::support::Site;
use sqlx::{AssertSqlSafe, ConnectOptions};

const DELETE: &str = "/account/delete";
const SAM: &str = "sam@kestrel.example";
const FORMER: &[(&str, &str)] = &[("texts", "former-member"), ("sure", "yes")];

/// Every text of every table that holds one of these words.
async fn places(site: &Site, words: &[&str]) -> Vec<String> {
    let columns = site
        .word(
            "select string_agg(table_name || '.' || column_name, ' ') from information_schema.columns
             where table_schema = 'public' and udt_name in ('text', 'jsonb', '_text', 'varchar')",
        )
        .await;
    let mut conn = site.owner.connect().await.expect("the database");
    let mut found = Vec::new();
    for column in columns.split(' ') {
        let (table, field) = column.split_once('.').expect("a column");
        for word in words {
            let sql = format!("select count(*) from {table} where strpos(lower({field}::text), lower('{word}')) > 0");
            let count: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut conn).await.expect("counts");
            if count > 0 {
                found.push(format!("{column}: {word}"));
            }
        }
    }
    found
}

#[tokio::test]
async fn the_person_goes_everywhere_and_the_work_stays() {
    let site = Site::demo().await;
    let me = site.word(&format!("select id::text from members where email = '{SAM}'")).await;
    let texts = site.number(&format!("select count(*) from items where owner_id = '{me}'")).await;
    site.run(&format!(
        "insert into address_changes (id, member_id, old_email, new_email, asked_at) values (gen_random_uuid(), '{me}', '{SAM}', 'sam@else.example', '2026-11-01');
         update join_requests set email = '{SAM}', name = 'Sam Example', motivation = 'I, Sam Example, ask.' where id = (select id from join_requests where state = 'waiting' limit 1);
         insert into invitations (id, state, since, email, organisation_id, invited_by, language, note, created_at, expires_at)
             select gen_random_uuid(), 'open', '2026-11-01', '{SAM}', o.id, m.id, 'en', 'For Sam Example.', '2026-11-01', '2026-11-22'
             from organisations o, members m where o.slug = 'kestrel-controls' and m.email = 'lotte@voorbeeldpolder.example';
         insert into vouch_asks (request_id, email, at) select id, '{SAM}', '2026-11-01' from join_requests where state = 'asked' limit 1;
         insert into vouches (request_id, member_id, knows, words, at)
             select id, '{me}', true, 'Signed, Sam Example.', '2026-11-01' from join_requests where state = 'waiting' limit 1;
         insert into jobs (id, kind, payload, run_at, created_at, state, last_error) values
             (gen_random_uuid(), 'x', '{{}}', '2026-11-01', '2026-11-01', 'failed', 'no mailbox {SAM}')"
    ))
    .await;
    assert!(places(&site, &[SAM, "Sam Example"]).await.len() > 3, "the search finds what is there");
    let (mut sam, mut elsewhere) = (site.with_second_factor(SAM).await, site.with_second_factor(SAM).await);
    let page = sam.get(DELETE).await;
    assert!(page.has("#texts-organisation") && !page.has("#texts input[checked]"), "nothing is chosen beforehand");
    let unsure = sam.post(DELETE, &[("texts", "former-member")]).await;
    assert_eq!(
        (unsure.status(), unsure.has("#sure-error"), unsure.has("#texts-former-member[checked]")),
        (422, true, true)
    );
    let gone = sam.post(DELETE, FORMER).await;
    assert_eq!(gone.location(), "/");
    assert!(sam.follow(&gone).await.text(".toast").contains("deleted"));
    assert_eq!((sam.get("/members").await.status(), elsewhere.get("/members").await.status()), (401, 401));
    assert_eq!(
        site.anon()
            .post("/account/sign-in", &[("email", SAM), ("password", polder::commands::demo::PASSWORD)])
            .await
            .status(),
        422
    );
    let mails = site.mails_to(SAM).await;
    assert_eq!(mails.last().expect("a mail").kind, "account-mail-deleted");
    let again = site.mails_to(SAM).await.len();
    assert_eq!(again, mails.len(), "and no other one");

    // Where it may still stand: what people wrote. The demo wrote nothing of the kind.
    let left = places(&site, &[SAM, "Sam Example", "sam-example", "sam@else.example"]).await;
    assert_eq!(left, Vec::<String>::new(), "the person is still in these places");
    assert_eq!(site.number(&format!("select count(*) from items where owner_id = '{me}'")).await, texts);
    for table in [
        "sessions",
        "passkeys",
        "authenticators",
        "recovery_codes",
        "known_devices",
        "attendances",
        "address_changes",
        "rule_agreements",
    ] {
        assert_eq!(site.number(&format!("select count(*) from {table} where member_id = '{me}'")).await, 0, "{table}");
    }
    let row = site
        .word(&format!(
            "select concat_ws(' ', state, name, function, roles, password_hash is null) from members where id = '{me}'"
        ))
        .await;
    assert_eq!(row, "deleted Former member  {} t");
    assert_eq!(
        site.number(&format!("select count(*) from memberships where member_id = '{me}' and until is null")).await,
        0
    );
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.deleted'").await, 1);
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members/sam-example").await.status(), 404);
    let article = site
        .word(&format!(
            "select a.slug from articles a join items i on i.id = a.published_id where i.owner_id = '{me}' and i.label in ('CLEAR', 'GREEN') limit 1"
        ))
        .await;
    let page = kees.get(&format!("/articles/{article}")).await;
    assert!(page.text("main").contains("Former member"), "{}", page.text("main"));
}

#[tokio::test]
async fn texts_can_stay_under_the_name_of_the_organisation() {
    let site = Site::demo().await;
    let mut sam = site.with_second_factor(SAM).await;
    assert_eq!(sam.post(DELETE, &[("texts", "organisation"), ("sure", "yes")]).await.location(), "/");
    assert_eq!(
        site.number("select count(*) from members where state = 'deleted' and name like 'Kestrel Controls%'").await,
        1
    );
    // Who went may come again as somebody new.
    let form = [("name", "Sam Example"), ("email", SAM)];
    assert_ne!(site.anon().post("/join", &form).await.status(), 500);
}

#[tokio::test]
async fn it_needs_fresh_proof_and_the_last_liaison_stays() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    site.run("update members set roles = array_remove(roles, 'liaison') where slug <> 'lotte-verzonnen'").await;
    assert!(!lotte.get(DELETE).await.has("#main-form") && lotte.get(DELETE).await.has(".notice-warning"));
    let refused = lotte.post(DELETE, FORMER).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text("main").contains("only liaison"), "{}", refused.text("main"));
    assert_eq!(lotte.get("/members").await.status(), 200, "nothing changed");
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.deleted'").await, 0);
    let mut kees = site.member().await;
    site.later(chrono::TimeDelta::minutes(10));
    let late = kees.post(DELETE, FORMER).await;
    assert_eq!((late.status(), late.page().as_str()), (403, "error"));
    assert_eq!(kees.get("/members").await.status(), 200);
}

#[tokio::test]
async fn of_two_liaisons_who_delete_at_once_one_stays() {
    let site = Site::demo().await;
    site.run("update members set roles = '{}'; update members set roles = '{liaison}' where slug in ('lotte-verzonnen', 'kees-van-nergens')").await;
    let (mut lotte, mut kees) = (site.liaison().await, site.member().await);
    let (one, two) = tokio::join!(lotte.post(DELETE, FORMER), kees.post(DELETE, FORMER));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
    assert_eq!(site.number("select count(*) from members where 'liaison' = any (roles) and state = 'active'").await, 1);
}

#[tokio::test]
async fn nobody_lets_a_deleted_member_in_again() {
    let site = Site::demo().await;
    assert_eq!(site.with_second_factor(SAM).await.post(DELETE, FORMER).await.status(), 303);
    let slug = site.word("select slug from members where state = 'deleted'").await;
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    assert!(!fatima.get("/partners/kestrel-controls/people").await.body().contains(&slug));
    let person = format!("/partners/kestrel-controls/people/{slug}");
    assert_eq!(fatima.get(&person).await.status(), 404);
    assert_eq!(fatima.post(&format!("{person}/wake"), &[]).await.status(), 404);
    site.run(
        "update memberships set until = null, ended_because = null, ended_by = null
         where member_id = (select id from members where state = 'deleted')",
    )
    .await;
    assert_eq!(site.number("select count(*) from members where state = 'deleted'").await, 1, "whatever its rows say");
    assert!(!site.liaison().await.get("/log").await.text("main").contains("Former member deleted"));
}

#[tokio::test]
async fn what_no_mail_could_tell_before_stands_in_the_last_one_and_goes_to_the_address_of_before_too() {
    const SAM_BEFORE: &str = "sam.before@kestrel.example";
    let site = Site::demo().await;
    let mut sam = site.with_second_factor(SAM).await;
    site.mails_to(SAM).await;
    assert_eq!(sam.post("/account/data/export", &[]).await.status(), 200);
    assert_eq!(sam.post("/account/second-factor/remove", &[]).await.status(), 303);
    let me = site.word(&format!("select id::text from members where email = '{SAM}'")).await;
    site.run(&format!(
        "insert into address_changes (id, member_id, old_email, new_email, asked_at, old_at, new_at, done_at)
             values ('00000000-0000-0000-0000-0000000000aa', '{me}', '{SAM_BEFORE}', '{SAM}', '2026-11-01', '2026-11-01', '2026-11-01', '2026-11-01');
         insert into jobs (id, kind, payload, run_at, created_at) values (gen_random_uuid(), 'address-changed',
             '{{\"job\": \"address-changed\", \"change\": \"00000000-0000-0000-0000-0000000000aa\", \"mailbox\": \"old\"}}', '2026-11-01', '2026-11-01')"
    ))
    .await;
    assert_eq!(sam.post(DELETE, FORMER).await.location(), "/");
    let mails = site.mails_to(SAM).await;
    let last = mails.last().expect("a mail");
    assert_eq!(last.kind, "account-mail-deleted-news");
    for told in ["- Your data was taken along\n", "- The second factor of your account is removed\n"] {
        assert!(last.text.contains(told), "{}", last.text);
    }
    let before = site.mails_to(SAM_BEFORE).await;
    assert!(before.last().expect("a mail").text.contains("- Your mail address was changed"), "{before:?}");
    assert_eq!(places(&site, &[SAM, SAM_BEFORE]).await, Vec::<String>::new(), "and then no address is left");
}
