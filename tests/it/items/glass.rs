//! Breaking the glass: a liaison, a second factor, a reason, an hour; the source is told and the log keeps it.

use super::support::{LENA, PIA, SAM, article, break_glass, glass, relabel};
use crate::house::scene::{self, Scene};
use chrono::TimeDelta;
use uuid::Uuid;

#[tokio::test]
async fn only_a_liaison_whose_session_has_a_second_factor_breaks_it() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await.to_string();
    for (name, status) in
        [("anonymous", 401), ("member-elsewhere", 403), ("author", 403), ("operator", 403), ("liaison", 403)]
    {
        assert_eq!(scene.actor(name).get("/items/break-glass").await.status(), status, "{name}");
        assert_eq!(break_glass(scene.actor(name), &item).await.status(), status, "{name}");
    }
    let asked = scene.actor("liaison").get("/items/break-glass").await;
    assert!(asked.text("main").contains("second factor"), "{}", asked.text("main"));
    assert_eq!(scene.site.number("select count(*) from glass_breaks").await, 0);
}

#[tokio::test]
async fn it_is_open_for_an_hour_for_one_liaison_in_no_list_and_every_opening_is_kept() {
    let scene = Scene::new().await;
    for label in ["AMBER", "RED"] {
        let item = article(&scene, label).await;
        let page = format!("/articles/made-{item}");
        let mut lena = scene.with_second_factor(LENA).await;
        assert_eq!(lena.get(&page).await.status(), 404);
        let broken = break_glass(&mut lena, &format!("http://polder.test{page}")).await;
        assert_eq!(broken.location(), format!("/items/{item}"));
        let there = lena.follow(&broken).await;
        assert_eq!(there.location(), page);
        let open = lena.get(&page).await;
        assert_eq!(open.status(), 200);
        assert!(open.text(".notice-warning").contains("Opened beyond its audience until"), "{}", open.text("main"));
        assert!(lena.get("/items").await.has(&format!("[aria-labelledby=glasses] a[href*='{item}']")));
        assert!(!lena.get("/articles").await.body().contains(&item.to_string()), "no list shows it");
        assert_eq!(scene.with_second_factor("bram@voorbeeldpolder.example").await.get(&page).await.status(), 404);
        // To read is not to speak for the source.
        assert_eq!(lena.get(&format!("/items/{item}/label")).await.status(), 404);
        let kept = format!("select count(*) from item_reads where item_id = '{item}' and beyond");
        assert!(scene.site.number(&kept).await >= 1);
        let log = scene.with_second_factor(SAM).await.get(&format!("/items/{item}/readers")).await;
        assert!(log.text("[aria-labelledby=broken]").contains("Lena Verzonnen: A report of abuse"));
        assert!(log.text("[aria-labelledby=broken] blockquote").contains("reported this text"));
        assert!(log.text("[aria-labelledby=opened]").contains("beyond the audience"));
        scene.site.later(TimeDelta::minutes(59));
        assert_eq!(scene.with_second_factor(LENA).await.get(&page).await.status(), 200, "{label}");
        scene.site.later(TimeDelta::minutes(2));
        assert_eq!(scene.with_second_factor(LENA).await.get(&page).await.status(), 404, "{label}: the hour is over");
    }
}

#[tokio::test]
async fn the_source_is_told_without_a_word_of_it() {
    let scene = Scene::new().await;
    let item = article(&scene, "RED").await;
    let mut lena = scene.with_second_factor(LENA).await;
    assert_eq!(break_glass(&mut lena, &item.to_string()).await.status(), 303);
    let mail = scene.site.mails_to(SAM).await.pop().expect("a mail");
    assert_eq!((mail.kind.as_str(), mail.link()), ("items-mail-broken", format!("/items/{item}/readers")));
    assert!(!mail.raw.contains("Made") && !mail.raw.contains("RED"));
    let told = scene.site.mails_to(PIA).await.into_iter().filter(|mail| mail.kind.starts_with("items"));
    assert_eq!(told.count(), 0, "TLP:RED does not name her");
    let line =
        "select count(*) from audit_log where action = 'item.glass-broken' and detail->>'ground' = 'abuse-report'";
    assert_eq!(scene.site.number(line).await, 1);
}

#[tokio::test]
async fn an_address_with_nothing_behind_it_gets_a_sentence_and_a_line_in_the_log() {
    let scene = Scene::new().await;
    let mut lena = scene.with_second_factor(LENA).await;
    for nothing in [Uuid::now_v7().to_string(), "/articles/never-was".to_owned(), "/events/never-was".to_owned()] {
        let told = break_glass(&mut lena, &nothing).await;
        assert_eq!(told.status(), 422);
        assert!(told.text("#address-error").contains("There is nothing at this address"), "{nothing}");
        assert_eq!(told.value("address"), nothing);
    }
    assert_eq!(scene.site.number("select count(*) from audit_log where action = 'item.glass-broken'").await, 3);
    assert_eq!(scene.site.number("select count(*) from glass_breaks").await, 0);
}

#[tokio::test]
async fn each_thing_that_is_missing_is_said() {
    let scene = Scene::new().await;
    let mut lena = scene.with_second_factor(LENA).await;
    let item = article(&scene, "AMBER").await.to_string();
    for (field, value) in [("address", "/members/lena"), ("ground", "curiosity"), ("reason", "too short"), ("told", "")]
    {
        let mut form = glass(&item);
        for (name, typed) in &mut form {
            if *name == field {
                value.clone_into(typed);
            }
        }
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = lena.post("/items/break-glass", &form).await;
        assert_eq!((sent.status(), sent.count(".field-error")), (422, 1), "{field}");
        assert_eq!(sent.attribute(".error-summary a", "href"), format!("#{field}"));
    }
    let open = article(&scene, "GREEN").await;
    let needless = break_glass(&mut lena, &open.to_string()).await;
    assert!(needless.text("#address-error").contains("without breaking the glass"));
}

#[tokio::test]
async fn what_belongs_to_an_item_opens_with_it() {
    let scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let mut owner = scene.owner().await;
    let file = scene::belonging(&mut owner, ("file", item), Some(("AMBER+STRICT", &[]))).await;
    let mut lena = scene.with_second_factor(LENA).await;
    let broken = break_glass(&mut lena, &file.to_string()).await;
    assert_eq!(lena.follow(&broken).await.location(), format!("/articles/made-{item}"));
}

#[tokio::test]
async fn a_liaison_who_broke_the_glass_of_an_event_may_not_widen_it() {
    let scene = Scene::new().await;
    let event = scene::event(&mut scene.owner().await, "AMBER").await;
    let mut lena = scene.with_second_factor(LENA).await;
    assert_eq!(break_glass(&mut lena, &format!("/events/made-{event}")).await.status(), 303);
    assert_eq!(lena.get(&format!("/events/made-{event}")).await.status(), 200);
    let wider = relabel(&mut lena, event, &[("label", "CLEAR"), ("reason", "Everybody should know.")]).await;
    assert_eq!(wider.status(), 404);
}

#[tokio::test]
async fn it_lends_reading_and_nothing_else_and_ends_with_the_role() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    for (label, audience) in [("AMBER", &["organisation"][..]), ("RED", &["person"])] {
        let event = scene::event_for(&mut owner, (label, audience)).await;
        let begun = "update events set starts_at = '2026-11-24T08:00:00Z', ends_at = '2026-11-24T09:00:00Z' where id";
        scene::run(&mut owner, format!("{begun} = '{event}'")).await;
        let page = format!("/events/made-{event}");
        let mut lena = scene.with_second_factor(LENA).await;
        assert_eq!(break_glass(&mut lena, &event.to_string()).await.status(), 303);
        assert_eq!(lena.get(&page).await.status(), 200, "{label}");
        let tables =
            "select md5(string_agg(t::text, '')) from (select to_jsonb(e) - 'keys' as t from events e union all
            select to_jsonb(p) from presences p union all select to_jsonb(a) from attendances a order by 1) rows";
        let before = scene.site.word(tables).await;
        for (end, fields) in [
            ("attendance", &[("present", "kees-van-nergens")][..]),
            ("answer", &[("answer", "yes")]),
            ("cancel", &[]),
            ("edit", &[("title", "Taken over"), ("version", "1"), ("action", "save")]),
        ] {
            let refused = lena.post(&format!("{page}/{end}"), fields).await;
            assert!(refused.status() >= 400, "{label} {end}: {}", refused.status());
        }
        assert_eq!(scene.site.word(tables).await, before, "{label}");
        scene::run(&mut owner, "update members set roles = '{}' where slug = 'lena'".into()).await;
        assert_eq!(lena.get(&page).await.status(), 404, "{label}: no liaison any more");
        scene::run(&mut owner, "update members set roles = '{liaison}' where slug = 'lena'".into()).await;
    }
}

#[tokio::test]
async fn broken_again_within_its_hour_it_is_one_glass_and_the_source_is_told_once() {
    let scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let mut lena = scene.with_second_factor(LENA).await;
    let first = break_glass(&mut lena, &item.to_string()).await;
    let glasses = scene.site.number("select count(*) from glass_breaks").await;
    let mails = scene.site.mails_to(SAM).await.len();
    scene.site.later(TimeDelta::minutes(30));
    assert_eq!(break_glass(&mut lena, &item.to_string()).await.location(), first.location());
    assert_eq!(scene.site.number("select count(*) from glass_breaks").await, glasses);
    assert_eq!(scene.site.mails_to(SAM).await.len(), mails);
    scene.site.later(TimeDelta::minutes(31));
    let mut lena = scene.with_second_factor(LENA).await;
    assert_eq!(lena.get(&format!("/articles/made-{item}")).await.status(), 404, "and the hour grows no longer");
    assert_eq!(break_glass(&mut lena, &item.to_string()).await.status(), 303);
    assert_eq!(scene.site.mails_to(SAM).await.len(), mails + 1);
}

#[tokio::test]
async fn of_a_text_in_work_it_shows_the_text_without_what_was_said_of_it() {
    let scene = Scene::new().await;
    for label in ["GREEN", "RED"] {
        let (_, revision) = scene::article(&mut scene.owner().await, label, scene::Stand::Draft).await;
        let mut lena = scene.with_second_factor(LENA).await;
        let page = format!("/articles/work/{revision}");
        assert_eq!(lena.get(&page).await.status(), 404);
        let broken = break_glass(&mut lena, &page).await;
        assert_eq!(lena.follow(&broken).await.location(), page);
        let shown = lena.get(&page).await;
        assert_eq!(shown.status(), 200, "{label}");
        assert!(shown.text("h1").contains(&revision.to_string()), "{}", shown.text("h1"));
        assert!(!shown.has("#history") && !shown.has("main form[method=post]"), "{label}");
        assert_eq!(lena.get(&format!("{page}/edit")).await.status(), 403);
    }
}
