//! TLP:RED: opened on purpose, with a second factor, and written down.

use super::support::{body, draft, id, send};
use crate::articles::support::{self as articles, form, with};
use crate::support::Site;
use polder::access::changes::{self, Opening};
use polder::access::{Audience, ItemKind, Label, Me, Viewer};
use polder::files::changes::{self as files, New};
use polder::files::{queries, store::Store};
use std::sync::Arc;
use uuid::Uuid;

async fn me(site: &Site, email: &str, second_factor: bool) -> Viewer {
    let id = site.word(&format!("select id::text from members where email = '{email}'")).await;
    let me = Me {
        id: id.parse().expect("an id"),
        slug: String::new(),
        name: String::new(),
        language: polder::i18n::Locale::En,
        roles: Vec::new(),
        organisations: Vec::new(),
        second_factor,
        amber_needs_second_factor: false,
        session: Uuid::nil(),
        resting_roles: Vec::new(),
        rests_as_coordinator: false,
        fresh: false,
        has_authenticator: second_factor,
        has_app: second_factor,
        has_passkey: false,
        has_password: true,
        provider: None,
        agreed_rules: 1,
        owes_rules: false,
        waiting_requests: 0,
    };
    Viewer::Member(Arc::new(me))
}

/// Adds a file under TLP:RED for Wim and Sam to a draft of Sam's, as Sam with a second factor.
async fn red_file(site: &Site, parent: &str) -> Uuid {
    let (sam, id) = (me(site, "sam@kestrel.example", true).await, Uuid::now_v7());
    let iris = me(site, "fatima@kestrel.example", true).await;
    let audience =
        Audience { people: vec![sam.id().expect("an id"), iris.id().expect("an id")], ..Audience::default() };
    let hash = site.app.files.put(b"for two").await.expect("content");
    let new = New {
        id,
        parent: parent.parse().expect("an id"),
        name: "Two.txt",
        media_type: "text/plain",
        bytes: 7,
        hash,
        label: Some(Label::Red),
        audience: &audience,
    };
    let mut tx = site.app.db.write(&sam).await.expect("a change");
    files::add(&mut tx, &new, site.app.clock.now()).await.expect("a file");
    tx.commit().await.expect("commits");
    id
}

#[tokio::test]
async fn a_file_under_tlp_red_opens_with_a_second_factor_and_that_is_written_down() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let id = red_file(&site, &draft).await;
    let reads = "select count(*) from item_reads";
    // Without a second factor: that it is there, and no more.
    let page = sam.get(&format!("/articles/work/{draft}")).await;
    assert_eq!(super::support::listed(&page), ["A file under TLP:RED, for those who are named"]);
    assert!(!page.body().contains("Two.txt"));
    assert_eq!(page.attribute(".upload-name", "href"), format!("/files/{id}/file"), "no address says its name");
    assert_eq!(sam.get(&format!("/files/{id}/file")).await.status(), 403);
    assert_eq!(site.number(reads).await, 0);
    // Another publisher of the source writes on the text and is not named.
    site.run("update memberships set roles = '{publisher}' where member_id = (select id from members where email = 'wim@kestrel.example')").await;
    let mut wim = site.demo_member("wim@kestrel.example").await;
    let page = wim.get(&format!("/articles/work/{draft}")).await;
    assert_eq!((page.status(), super::support::listed(&page).len()), (200, 0));
    assert_eq!(wim.get(&format!("/files/{id}/file")).await.status(), 404);
    assert_eq!(wim.post(&format!("/files/{id}/remove"), &[]).await.status(), 404);
    // With one.
    let viewer = me(&site, "sam@kestrel.example", true).await;
    let name = id.to_string();
    let mut tx = site.app.db.read(&viewer).await.expect("reads");
    assert!(queries::by_id(&mut tx, id).await.expect("answers").is_none(), "not by the way");
    let mut tx = site.app.db.write(&viewer).await.expect("a change");
    let opened = changes::open(&mut tx, ItemKind::File, &name, site.app.clock.now()).await.expect("answers");
    assert_eq!(opened, Opening::Opened);
    tx.commit().await.expect("commits");
    let mut tx = site.app.db.read_opened(&viewer).await.expect("reads");
    let file = queries::by_id(&mut tx, id).await.expect("answers").expect("the file");
    assert_eq!((file.name.as_str(), file.sha256.as_slice()), ("Two.txt", Store::hash(b"for two").as_slice()));
    drop(tx);
    assert_eq!(site.number(reads).await, 1);
    // Taken away, it leaves who opened it.
    assert_eq!(sam.post(&format!("/files/{id}/remove"), &[]).await.status(), 303);
    assert_eq!(
        (site.number(reads).await, site.number(&format!("select count(*) from files where id = '{id}'")).await),
        (1, 0)
    );
    assert_eq!(super::support::listed(&sam.get(&format!("/articles/work/{draft}")).await).len(), 0);
    assert_eq!(wim.get(&format!("/files/{id}/file")).await.status(), 404);
}

#[tokio::test]
async fn the_next_revision_keeps_also_what_its_writer_may_not_read() {
    let site = Site::demo().await;
    let mut people = crate::articles::support::People::of(&site).await;
    let form = crate::articles::support::form(&site, "With a file for two").await;
    let work = crate::articles::support::draft(&mut people.sam, &form).await;
    red_file(&site, &super::support::id(&work)).await;
    let version = crate::articles::support::with(form, &[("version", "1"), ("action", "submit")]);
    assert_eq!(crate::articles::support::send(&mut people.sam, &format!("{work}/edit"), &version).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await.status(), 303);
    assert_eq!(people.noor.post(&format!("{work}/review"), &[("verdict", "approve")]).await.status(), 303);
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    let article = crate::articles::support::address(&site, &work).await;
    site.run("update memberships set roles = '{publisher}' where member_id = (select id from members where email = 'wim@kestrel.example')").await;
    let mut wim = site.demo_member("wim@kestrel.example").await;
    let next = wim.post(&format!("{article}/revise"), &[]).await.location().trim_end_matches("/edit").to_owned();
    assert_eq!(super::support::listed(&wim.get(&next).await).len(), 0);
    assert_eq!(super::support::listed(&people.sam.get(&next).await), ["A file under TLP:RED, for those who are named"]);
}

#[tokio::test]
async fn title_head_and_foot_of_a_text_in_work_name_the_strictest_of_text_and_files() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let address = format!("/articles/work/{draft}");
    let marks = |page: &crate::support::Answer| {
        [page.text("title"), page.text(".sheet-head > .tlp"), page.text(".sheet-foot > .tlp")]
    };
    let before = marks(&sam.get(&address).await);
    assert!(before.iter().all(|mark| mark.contains("TLP:GREEN")), "{before:?}");
    let fields = [("to", draft.as_str()), ("label", "AMBER")];
    let added = super::support::send(&mut sam, super::support::body(&fields, Some(("one.txt", b"One.\n")))).await;
    assert_eq!(added.status(), 303, "{}", added.text("main"));
    let after = marks(&sam.get(&address).await);
    assert!(after.iter().all(|mark| mark.contains("TLP:AMBER") && !mark.contains("TLP:GREEN")), "{after:?}");
}

#[tokio::test]
async fn a_file_for_others_in_a_text_that_becomes_red_is_published_to_the_named_among_them() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    sam.second_factor().await;
    let form = with(form(&site, "Became red").await, &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    let work = crate::articles::support::draft(&mut sam, &form).await;
    let fields = [("to", id(&work)), ("label", "AMBER+STRICT".into()), ("audience", "waterschap-voorbeeldland".into())];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let added = send(&mut sam, body(&fields, Some(("Steps.csv", b"a,b\n1,2\n"))));
    assert_eq!(added.await.status(), 303);
    let version = sam.get(&format!("{work}/edit")).await.value("version");
    let red = [("label", "RED"), ("people", "kees-van-nergens"), ("version", &version)];
    let mut red = with(form, &red);
    red.retain(|(name, _)| *name != "audience");
    let saved = articles::send(&mut sam, &format!("{work}/edit"), &red).await;
    assert_eq!(saved.status(), 303, "{:?}", saved.texts(".field-error"));
    assert_eq!(sam.post(&format!("{work}/publish-alone"), &[("sure", "yes")]).await.status(), 303);
    let opens = async |email: &str| {
        let sql = format!(
            "select opens_all(keys_of_person(m.id, '{{open,amber,red}}', true, now()), i.id)::text
             from members m, items i where m.email = '{email}' and i.kind = 'file' and i.parent_id = '{}'",
            id(&work)
        );
        site.word(&sql).await
    };
    assert_eq!(
        site.word(&format!("select label::text from items where kind = 'file' and parent_id = '{}'", id(&work))).await,
        "RED"
    );
    assert_eq!(opens("kees@voorbeeldland.example").await, "true");
    assert_eq!(opens("fatima@kestrel.example").await, "false", "not named");
}
