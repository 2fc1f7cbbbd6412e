//! Another label or audience: stricter at once, wider with a reason and within what one may publish alone.

use super::support::{KEES, NINA, PIA, SAM, ZOE, article, article_for, label_of, relabel, revision};
use crate::house::scene::{self, Scene};

const WHY: (&str, &str) = ("reason", "The supplier has mended it.");

#[tokio::test]
async fn stricter_holds_at_once_without_a_reason_and_for_all_that_belongs_to_it() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let file = scene::belonging(&mut scene.owner().await, ("file", item), None).await;
    let page = format!("/articles/made-{item}");
    assert_eq!(scene.actor("member-elsewhere").get(&page).await.status(), 200);
    let done =
        relabel(scene.actor("author"), item, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]).await;
    assert_eq!(done.location(), format!("/items/{item}/readers"));
    let shown = scene.actor("author").follow(&done).await;
    assert_eq!(shown.text(".toast p"), "The label is changed. Its readers are told.");
    assert_eq!(scene.actor("member-elsewhere").get(&page).await.status(), 404);
    assert_eq!(scene.actor("member-of-audience").get(&page).await.status(), 200);
    let text = revision(&scene, item).await;
    for part in [item, file, text.parse().expect("an id")] {
        assert_eq!(label_of(&scene, part).await, "AMBER");
    }
    let line = scene.actor("member-of-audience").get(&page).await.text(".notice");
    assert!(line.contains("from TLP:GREEN to TLP:AMBER"), "{line}");
    scene.site.later(chrono::TimeDelta::days(31));
    let later = scene.with_second_factor(KEES).await.get(&page).await;
    assert!(!later.has(".notice"), "{}", later.text(".notice"));
}

#[tokio::test]
async fn wider_takes_a_reason_and_within_the_cap_nobody_else() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER+STRICT").await;
    let sam = scene.actor("author");
    let again = ("audience", "waterschap-voorbeeldland");
    let silent = relabel(sam, item, &[("label", "AMBER"), again]).await;
    assert_eq!((silent.status(), silent.has("#reason-error")), (422, true));
    assert_eq!(silent.attribute("input[name=label][checked]", "value"), "AMBER", "what was chosen is kept");
    assert_eq!(relabel(sam, item, &[("label", "AMBER"), again, WHY]).await.status(), 303);
    // Somebody new under the same label is wider too.
    let silent = relabel(sam, item, &[("label", "AMBER"), again, ("people", "zoe")]).await;
    assert_eq!((silent.status(), silent.has("#reason-error")), (422, true));
    assert_eq!(relabel(sam, item, &[("label", "AMBER"), again, ("people", "zoe"), WHY]).await.status(), 303);
    let page = format!("/articles/made-{item}");
    assert_eq!(scene.actor("member-elsewhere").get(&page).await.status(), 200);
    let history = scene.actor("author").get(&format!("/items/{item}/readers")).await;
    assert_eq!(history.texts("[aria-labelledby=history] blockquote").len(), 2);
    let wider = "select count(*) from audit_log where action = 'item.label-changed' and (detail->>'wider')::boolean";
    assert_eq!(scene.site.number(wider).await, 2);
}

#[tokio::test]
async fn beyond_the_cap_only_what_somebody_else_approved() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let refused = relabel(scene.actor("author"), item, &[("label", "GREEN"), WHY]).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text("#label .field-error").contains("nobody else approved"), "{}", refused.text("#label"));
    assert_eq!(label_of(&scene, item).await, "AMBER");
    scene.site.run(&format!("update items set approved = true where id = '{item}'")).await;
    assert_eq!(relabel(scene.actor("author"), item, &[("label", "GREEN"), WHY]).await.status(), 303);
}

#[tokio::test]
async fn each_refusal_stands_beside_its_field() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let note = scene::belonging(&mut scene.owner().await, ("file", item), Some(("RED", &["person"]))).await;
    let same =
        relabel(scene.actor("author"), item, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]).await;
    assert!(same.text("#label .field-error").contains("audience that it has"), "{}", same.text("#label"));
    let wide = relabel(scene.actor("author"), item, &[("label", "GREEN"), ("audience", "elsewhere"), WHY]).await;
    assert!(wide.has("#audience .field-error"));
    let mut sam = scene.with_second_factor(SAM).await;
    let nobody = relabel(&mut sam, item, &[("label", "RED")]).await;
    assert!(nobody.has("#people .field-error"));
    let parent = relabel(&mut sam, note, &[("label", "GREEN"), WHY]).await;
    assert!(parent.text("#label .field-error").contains("never wider than the page"), "{}", parent.text("#label"));
    let unproven = relabel(scene.actor("author"), item, &[("label", "RED"), ("people", "nina")]).await;
    assert!(unproven.text("#label .field-error").contains("second factor"));
    assert_eq!(relabel(&mut sam, item, &[("label", "RED"), ("people", "kees-uitgevonden")]).await.status(), 422);
    assert_eq!(label_of(&scene, item).await, "AMBER");
}

#[tokio::test]
async fn only_who_speaks_for_the_source_finds_the_form_and_not_before_it_is_published() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let address = format!("/items/{item}/label");
    for (name, status) in [
        ("author", 200),
        ("publisher-of-source", 200),
        // Without a second factor the role rests; with one, below.
        ("coordinator-of-source", 404),
        ("member-of-source", 404),
        ("member-of-audience", 404),
        ("liaison", 404),
        ("anonymous", 401),
    ] {
        assert_eq!(scene.actor(name).get(&address).await.status(), status, "{name}");
        let sent = scene.actor(name).post(&address, &[("label", "AMBER"), ("action", "save")]).await;
        // Without having seen the page, nobody changes anything.
        assert_eq!(sent.status(), if status == 200 { 409 } else { status }, "{name}");
    }
    let mut coordinator = scene.with_second_factor("cody@kestrel.example").await;
    assert_eq!(coordinator.get(&address).await.status(), 200);
    assert_eq!(label_of(&scene, item).await, "GREEN");
    let work = scene::article(&mut scene.owner().await, "GREEN", scene::Stand::Draft).await.1;
    assert_eq!(scene.actor("author").get(&format!("/items/{work}/label")).await.status(), 409);
}

#[tokio::test]
async fn of_two_who_change_it_at_once_the_second_is_told_what_holds() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let address = format!("/items/{item}/label");
    let began = scene.actor("publisher-of-source").get(&address).await.value("began");
    assert_eq!(relabel(scene.actor("author"), item, &[("label", "AMBER")]).await.status(), 303);
    let late = [("label", "AMBER+STRICT"), ("action", "save"), ("began", began.as_str())];
    let told = scene.actor("publisher-of-source").post(&address, &late).await;
    assert_eq!(told.status(), 409);
    assert!(told.text(".page-head").contains("TLP:AMBER"), "{}", told.text(".page-head"));
    assert_eq!(told.attribute("input[name=label][checked]", "value"), "AMBER+STRICT");
    assert_eq!(label_of(&scene, item).await, "AMBER");
    let sure = [("label", "AMBER+STRICT"), ("action", "save"), ("began", &told.value("began"))];
    assert_eq!(scene.actor("publisher-of-source").post(&address, &sure).await.status(), 303);
    assert_eq!(label_of(&scene, item).await, "AMBER+STRICT");
}

#[tokio::test]
async fn who_would_read_it_is_shown_before_anything_is_saved() {
    let mut scene = Scene::new().await;
    let item = article_for(&scene, "AMBER+STRICT", &[]).await;
    let address = format!("/items/{item}/label");
    let before = scene.site.number("select count(*) from label_changes").await;
    let form = [("label", "AMBER+STRICT"), ("audience", "waterschap-voorbeeldland"), ("action", "readers")];
    let shown = scene.actor("author").post(&address, &form).await;
    assert_eq!(shown.status(), 200);
    let world = scene.world().await;
    let of = |slug: &str| world.people.values().filter(|p| p.active && p.email.ends_with(slug)).count();
    let people = of("@kestrel.example") + of("@voorbeeldland.example");
    let heading = shown.text("h2#readers");
    assert!(heading.starts_with(&format!("{people} people would read it, of 2 organisations")), "{heading}");
    assert_eq!(shown.count("[aria-labelledby=readers] li"), people.min(50));
    assert_eq!(scene.site.number("select count(*) from label_changes").await, before);
    let everyone = scene.actor("author").post(&address, &[("label", "CLEAR"), ("action", "readers")]).await;
    assert!(everyone.text("h2#readers").contains("Everybody"));
}

#[tokio::test]
async fn those_who_could_read_it_and_those_who_can_now_are_told_and_no_mail_names_it() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    scene.site.run(&format!("update revisions set title = 'Tidewater' where article_id = '{item}'")).await;
    assert_eq!(relabel(scene.actor("author"), item, &[("label", "AMBER"), WHY]).await.status(), 303);
    for email in [KEES, ZOE] {
        let mail = scene.site.mails_to(email).await.pop().expect("a mail");
        assert_eq!((mail.kind.as_str(), mail.link()), ("items-mail-changed", format!("/items/{item}")));
        assert!(!mail.raw.contains("Tidewater") && !mail.raw.contains("AMBER") && !mail.raw.contains("mended"));
    }
    assert!(scene.site.mails_to(SAM).await.iter().all(|mail| mail.kind != "items-mail-changed"), "Sam did it");
    let open = article(&scene, "CLEAR").await;
    assert_eq!(relabel(scene.actor("author"), open, &[("label", "GREEN"), WHY]).await.status(), 303);
    let mail = scene.site.mails_to(ZOE).await.pop().expect("a mail");
    assert_eq!(mail.kind, "items-mail-relabelled-why");
    assert!(mail.subject.contains("TLP:GREEN Made CLEAR"), "{}", mail.subject);
    assert!(mail.text.contains("TLP:CLEAR") && mail.text.contains("has mended it"), "{}", mail.text);
}

#[tokio::test]
async fn a_file_for_others_stays_with_those_whom_red_names_and_who_had_it() {
    let scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let own = Some(("AMBER+STRICT", &["organisation"][..]));
    let file = scene::belonging(&mut scene.owner().await, ("file", item), own).await;
    let mut sam = scene.with_second_factor(SAM).await;
    let named = [("label", "RED"), ("people", "sam-example"), ("people", "kees-van-nergens"), ("people", "nina")];
    assert_eq!(relabel(&mut sam, item, &[&named[..], &[WHY]].concat()).await.status(), 303);
    assert_eq!(label_of(&scene, file).await, "RED");
    for (email, opens) in [(SAM, true), (KEES, true), (NINA, false), (PIA, false)] {
        let sql = format!(
            "select opens_all(keys_of_person(id, '{{open,amber,red}}', true, now()), '{file}')::text from members where email = '{email}'"
        );
        assert_eq!(scene.site.word(&sql).await, opens.to_string(), "{email}");
    }
}

#[tokio::test]
async fn whoever_opens_nothing_any_more_is_kept_or_dropped_on_purpose() {
    let mut scene = Scene::new().await;
    let item = article_for(&scene, "AMBER", &["group", "person"]).await;
    scene
        .site
        .run(
            "update working_groups set closed_at = created_at where slug = 'made-group';
             update members set state = 'suspended' where email = 'nina@elsewhere.example'",
        )
        .await;
    let address = format!("/items/{item}/label");
    let page = scene.actor("author").get(&address).await;
    assert!(page.has("#groups-made-group[checked]") && page.has("#people-nina[checked]"));
    assert_eq!(page.text("label[for=groups-made-group]"), "made-group (closed)");
    assert!(page.text("label[for=people-nina]").ends_with("(no longer active)"));
    assert!(page.text(".page-head").contains("made-group (closed)"), "{}", page.text(".page-head"));
    assert!(page.has("#groups-made-closed-group[checked]"), "it was addressed to this one from the beginning");
    assert!(!page.has("[id^=groups-modems]"), "a closed group is offered only where it was chosen");
    // Kept, while something else changes: nobody is new.
    let both = [("groups", "made-group"), ("people", "nina"), ("label", "AMBER+STRICT")];
    let done = relabel(scene.actor("author"), item, &both).await;
    assert_eq!(done.status(), 303, "{}", done.texts(".field-error").join(" "));
    let grants = format!("select count(*) from item_grants where item_id = '{item}' and reason = 'audience'");
    assert_eq!(scene.site.number(&grants).await, 2, "one group and one person; the other group was dropped");
    // Dropped.
    let done = relabel(scene.actor("author"), item, &[("people", "nina"), ("label", "AMBER+STRICT")]).await;
    assert_eq!(done.status(), 303, "{}", done.texts(".field-error").join(" "));
    assert_eq!(scene.site.number(&grants).await, 1);
    let page = scene.actor("author").get(&address).await;
    assert!(!page.has("#groups-made-group") && page.has("#people-nina[checked]"));
}

#[tokio::test]
async fn a_meeting_that_the_writer_may_not_know_of_stays_chosen_and_unnamed() {
    let mut scene = Scene::new().await;
    let item = article_for(&scene, "AMBER", &["meeting"]).await;
    scene.site.run("update items set label = 'RED' where id = (select id from events where slug = 'webinar-one-way-process-data')").await;
    let page = scene.actor("author").get(&format!("/items/{item}/label")).await;
    let hidden = page.attributes("input[name=meetings][checked]", "value");
    assert_eq!(hidden.len(), 1, "{}", page.text("#meetings"));
    assert!(!page.body().contains("webinar-one-way-process-data"));
    assert!(page.text("#meetings").contains("those who were at an event"), "{}", page.text("#meetings"));
    let kept = [("meetings", hidden[0].as_str()), ("label", "AMBER+STRICT")];
    let done = relabel(scene.actor("author"), item, &kept).await;
    assert_eq!(done.status(), 303, "{}", done.texts(".field-error").join(" "));
    let grants = format!("select count(*) from item_grants where item_id = '{item}' and event_id is not null");
    assert_eq!(scene.site.number(&grants).await, 1);
}

#[tokio::test]
async fn what_suits_a_stricter_label_is_looked_at_before_it_gets_a_wider_one() {
    let mut scene = Scene::new().await;
    let item = article(&scene, "AMBER").await;
    let text = revision(&scene, item).await;
    scene.site.run(&format!("update revisions set body_markdown = 'The PLC at 10.4.5.6.' where id = '{text}'")).await;
    let wider = [("label", "GREEN"), WHY];
    let refused = relabel(scene.actor("author"), item, &wider).await;
    assert!(refused.has("#label .field-error") && !refused.has("#looked-error"), "who may not is not asked to look");
    scene.site.run("update publication_caps set widest = 'CLEAR'").await;
    let asked = relabel(scene.actor("author"), item, &wider).await;
    assert_eq!((asked.status(), label_of(&scene, item).await.as_str()), (422, "AMBER"));
    assert!(asked.has("#looked-error") && asked.text(".advice").contains("10.4.5.6"));
    assert_eq!(asked.value("reason").trim(), WHY.1);
    let looked = asked.attribute("#looked", "value");
    let done = relabel(scene.actor("author"), item, &[&wider[..], &[("looked", looked.as_str())]].concat()).await;
    assert_eq!((done.status(), label_of(&scene, item).await.as_str()), (303, "GREEN"));
    let back = relabel(scene.actor("author"), item, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    assert_eq!(back.await.status(), 303, "stricter asks nothing");
}

#[tokio::test]
async fn stricter_holds_for_a_version_in_work_and_for_those_of_before() {
    let scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let copy = async |state: &str, number: i32| {
        let id = uuid::Uuid::now_v7();
        let published = if state == "superseded" { "published_at" } else { "null" };
        scene.site.run(&format!(
            "insert into items (id, kind, stage, label, source_id, owner_id)
             select '{id}', 'revision', 'work', 'GREEN', source_id, owner_id from items where id = '{item}';
             insert into revisions (id, article_id, number, state, title, summary, kind, language, sectors, body_markdown,
                 body_html, headings, words, renderer_version, created_at, updated_at, published_at)
             select '{id}', article_id, {number}, '{state}', title, summary, kind, language, sectors, body_markdown,
                 body_html, headings, words, renderer_version, created_at, updated_at, {published}
             from revisions where article_id = '{item}' and state = 'published';
             insert into item_grants (id, item_id, reason, circle) values (gen_random_uuid(), '{id}', 'review', 'liaison');"
        )).await;
        id
    };
    let (now, before) = (copy("submitted", 8).await, copy("superseded", 9).await);
    let mut lotte = scene.with_second_factor("lotte@voorbeeldpolder.example").await;
    assert_eq!(lotte.get(&format!("/articles/work/{now}")).await.status(), 200);
    let mut sam = scene.with_second_factor(SAM).await;
    let red = [("label", "RED"), ("people", "kees-van-nergens"), WHY];
    assert_eq!(relabel(&mut sam, item, &red).await.status(), 303);
    for (version, state) in [(now, "draft"), (before, "superseded")] {
        assert_eq!(label_of(&scene, version).await, "RED");
        let stands = scene.site.word(&format!("select state::text from revisions where id = '{version}'")).await;
        assert_eq!(stands, state);
        assert_eq!(lotte.get(&format!("/articles/work/{version}")).await.status(), 404, "{state}");
    }
    assert_eq!(sam.get(&format!("/articles/work/{now}")).await.status(), 200);
    assert_eq!(scene.site.publisher().await.get(&format!("/articles/work/{now}")).await.status(), 403);
}
