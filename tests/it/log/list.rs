//! Who finds what in the log, and how it is told.

use super::many;
use crate::house::scene::{self, Scene};
use crate::support::Site;

#[tokio::test]
async fn a_liaison_reads_sentences_the_newest_first_and_in_either_language() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let page = lotte.get("/log").await;
    assert_eq!(page.text("h1"), "Audit log");
    let said = page.texts(".item h3");
    assert!(said[0].ends_with(" signed in."), "{said:?}");
    assert!(said.contains(&"Somebody at the server loaded the demo.".to_owned()), "{said:?}");
    assert!(page.text(".item .meta").contains("Request"), "the request that an error page or the server's log names");
    let dutch = site.liaison().await.reading("nl").get("/log?lang=nl").await;
    assert!(dutch.texts(".item h3").iter().any(|line| line.ends_with("logde in.")), "{:?}", dutch.texts(".item h3"));
    assert!(lotte.get("/").await.has(".menu a[href='/log']"));
}

#[tokio::test]
async fn it_is_narrowed_by_action_person_subject_period_and_words_and_keeps_what_was_chosen() {
    let site = Site::demo().await;
    many(&site, 3).await;
    let mut lotte = site.liaison().await;
    for (query, there) in [
        ("q=MANY+2", 1),
        ("q=nothing+of+the+kind", 0),
        ("action=member.roles-given", 3),
        ("action=member.roles-given&person=sam+ex", 3),
        ("action=member.roles-given&person=kees", 0),
        ("subject=Sam+Ex&action=member.roles-given", 3),
        ("from=2026-11-01&until=2026-11-01", 3),
        ("from=2026-11-02&until=2026-11-03", 0),
        ("q=many&from=x&until=y&before=z", 3),
        ("q=%25", 0),
    ] {
        let page = lotte.get(&format!("/log?{query}")).await;
        assert_eq!((page.status(), page.count(".item")), (200, there), "{query}");
    }
    let page = lotte
        .get("/log?q=many&action=member.roles-given&person=sam&subject=sam&from=2026-11-01&until=2026-11-02")
        .await;
    for (field, value) in
        [("q", "many"), ("person", "sam"), ("subject", "sam"), ("from", "2026-11-01"), ("until", "2026-11-02")]
    {
        assert_eq!(page.value(field), value);
        assert_eq!(page.attribute(&format!("form[action='/log/export'] input[name={field}]"), "value"), value);
    }
    assert_eq!(page.attribute("#action option[selected]", "value"), "member.roles-given");
    let empty = lotte.get("/log?q=nothing+of+the+kind").await;
    assert!(empty.has(".empty a[href='/log']") && !empty.has("form[action='/log/export']"));
}

#[tokio::test]
async fn its_pages_go_by_number_so_that_new_entries_move_nothing() {
    let site = Site::demo().await;
    many(&site, 70).await;
    let mut lotte = site.liaison().await;
    let first = lotte.get("/log?q=many").await;
    assert_eq!(first.count(".item"), 50);
    many(&site, 5).await;
    let second = lotte.get(&first.attribute(".pagination a[rel=next]", "href")).await;
    let there = second.texts(".item blockquote");
    assert_eq!((there.len(), there[0].as_str(), there[19].as_str()), (20, "Many 20", "Many 1"));
    assert!(!second.has(".pagination a[rel=next]"));
    assert_eq!(second.attribute(".pagination a", "href"), "/log?q=many");
}

#[tokio::test]
async fn a_member_reads_what_is_about_them_and_nothing_else() {
    let site = Site::demo().await;
    many(&site, 60).await;
    let mut kees = site.member().await;
    let mine = kees.get("/log/mine").await;
    assert_eq!(mine.texts(".item h3"), ["Kees van Nergens signed in."], "a sign-in, of now");
    assert!(kees.get("/").await.has(".menu a[href='/log/mine']") && !mine.has(".tabs"));
    assert_eq!(kees.get("/log").await.status(), 403);
    let sam = site.publisher().await.get("/log/mine").await;
    assert_eq!(
        (sam.count(".item"), sam.text(".item:nth-child(2) h3").as_str()),
        (50, "Sam Example gave roles to Sam Example.")
    );
    let older = site.publisher().await.get(&sam.attribute(".pagination a[rel=next]", "href")).await;
    assert!(older.count(".item") >= 11 && older.has(".pagination a[href='/log/mine']"));
    let lotte = site.liaison().await.get("/log/mine").await;
    assert!(lotte.has(".tabs a[href='/log']") && !lotte.body().contains("Many 1"));
    site.run("delete from sessions").await;
    let olga = site.demo_member("olga@voorbeeldpolder.example").await.get("/log/mine").await;
    assert_eq!(olga.count(".item"), 1);
}

#[tokio::test]
async fn a_decision_has_its_reason_and_whom_it_is_about() {
    let site = Site::demo().await;
    let request = crate::join::support::waiting(&site, &crate::join::support::form("koen@nieuw.example")).await;
    let mut lotte = site.liaison().await;
    let reason = "We only take people who run or protect plants.";
    assert_eq!(lotte.post(&format!("{request}/decline"), &[("reason", reason)]).await.status(), 303);
    let page = lotte.get("/log?action=join.declined").await;
    assert_eq!((page.count(".item"), page.text(".item blockquote").as_str()), (1, reason));
    assert_eq!(page.attribute(".item p a", "href"), request);
    assert_eq!(lotte.get("/log?q=protect").await.count(".item"), 1);
}

#[tokio::test]
async fn what_was_done_to_an_item_is_there_and_its_title_and_reason_only_for_who_can_read_it() {
    let scene = Scene::new().await;
    let mut owner = scene.owner().await;
    for label in ["GREEN", "RED"] {
        let (item, _) = scene::article(&mut owner, label, scene::Stand::Published).await;
        scene::run(
            &mut owner,
            format!(
                "update revisions set title = 'Known {label}' where article_id = '{item}';
                 insert into label_changes (id, item_id, from_label, to_label, wider, reason, by_id, at)
                 select gen_random_uuid(), '{item}', 'AMBER', '{label}', true, 'Because of {label}', owner_id, '2026-11-24'
                 from items where id = '{item}';
                 insert into audit_log (at, actor_id, action, subject_kind, subject_id, detail)
                 select '2026-11-24', owner_id, 'item.label-changed', 'item', id, '{{\"from\": \"AMBER\", \"to\": \"{label}\"}}'
                 from items where id = '{item}'"
            ),
        )
        .await;
    }
    let mut lena = scene.with_second_factor("lena@elsewhere.example").await;
    let page = lena.get("/log?action=item.label-changed").await;
    assert_eq!(page.count(".item"), 2);
    assert!(page.body().contains("Known GREEN") && page.body().contains("Because of GREEN"));
    assert!(!page.body().contains("Known RED") && !page.body().contains("Because of RED"));
    assert_eq!(page.text(".sheet-head .tlp"), "TLP:GREEN", "as strict as what it shows");
    assert!(page.text(".item").contains("from TLP:AMBER to TLP:RED"), "{}", page.text(".item"));
    for hidden in ["subject=known+red", "q=because+of+red"] {
        assert_eq!(lena.get(&format!("/log?{hidden}")).await.count(".item"), 0, "{hidden}");
    }
    for known in ["subject=known+green", "q=because+of+green"] {
        assert_eq!(lena.get(&format!("/log?{known}")).await.count(".item"), 1, "{known}");
    }
    let file = lena.post("/log/export", &[]).await;
    assert!(
        !file.body().contains("Known") && !file.body().contains("Because"),
        "nothing with a label leaves the house"
    );
}

#[tokio::test]
async fn an_entry_says_which_organisation_which_roles_and_which_domain_as_far_as_its_reader_may_know() {
    let site = Site::demo().await;
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    let roles = [("roles", "publisher"), ("roles", "coordinator"), ("was", "publisher")];
    assert_eq!(fatima.post("/partners/kestrel-controls/people/sam-example", &roles).await.status(), 303);
    let mut lotte = site.liaison().await;
    let domain = [("domain", "kestrel.test")];
    assert_eq!(lotte.post("/partners/kestrel-controls/domains", &domain).await.status(), 303);
    let line = "Kestrel Controls (fictional) · roles: Publisher → Publisher, Coordinator";
    let page = lotte.get("/log").await;
    let told = page.texts(".item p");
    assert!(
        told.iter().any(|said| said.ends_with(line))
            && told.iter().any(|said| said.ends_with("mail domain: kestrel.test")),
        "{told:?}"
    );
    let mut sam = site.demo_member("sam@kestrel.example").await.reading("nl");
    let own = sam.get("/log/mine?lang=nl").await.texts(".item p");
    assert!(
        own.iter()
            .any(|said| said.ends_with("Kestrel Controls (fictional) · rollen: Redacteur → Redacteur, Coördinator")),
        "{own:?}"
    );
    // Mail domains are for liaisons: who was one reads of the own entry that it was, and no more which.
    site.run(
        "update members set roles = '{liaison}' where slug = 'sam-example';
              update members set roles = '{}' where slug = 'lotte-verzonnen'",
    )
    .await;
    let own = site.liaison().await.get("/log/mine").await;
    assert!(own.texts(".item h3").iter().any(|said| said.contains("mail domain")), "{:?}", own.texts(".item h3"));
    assert!(!own.body().contains("kestrel.test"));
}
