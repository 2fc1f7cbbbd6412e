//! Making, changing and closing a group.

use super::{CLOSED, GROUP};
use crate::support::Site;

const ABOUT: &str = "For those who look after gateways.";

#[tokio::test]
async fn what_is_wrong_stands_next_to_its_field_and_what_was_typed_stays() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let (long, longer) = ("x".repeat(121), "x".repeat(401));
    let direction = "Gate\u{202e}ways";
    let cases = [
        ("name", ""),
        ("name", "x"),
        ("name", long.as_str()),
        ("name", direction),
        ("name", "REMOTE access"),
        ("about", ""),
        ("about", "Short"),
        ("about", longer.as_str()),
    ];
    for address in ["/groups/new".to_owned(), format!("{CLOSED}-2/edit")] {
        if address.ends_with("edit") {
            site.run(
                "insert into working_groups (id, slug, name, about, created_at) values (gen_random_uuid(), \
                      'modems-en-vergeten-toegangspaden-2', 'Another', 'Another purpose', '2026-01-01')",
            )
            .await;
        }
        let before = site.word("select string_agg(name || about, '|' order by id) from working_groups").await;
        for (field, value) in cases {
            let mut form = vec![("name", "Gateways"), ("about", ABOUT), ("version", "1")];
            form.iter_mut().find(|typed| typed.0 == field).expect("a field").1 = value;
            let answer = lotte.post(&address, &form).await;
            assert_eq!(
                (answer.status(), answer.page().as_str()),
                (422, "groups/edit"),
                "{address} {field} {value:.30}"
            );
            assert!(answer.has(&format!("#{field}-error")), "{field} {value:.30}");
            assert_eq!(answer.value(field), value);
        }
        assert_eq!(site.word("select string_agg(name || about, '|' order by id) from working_groups").await, before);
    }
}

#[tokio::test]
async fn a_group_in_any_alphabet_gets_an_address_of_its_own() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let mut addresses = Vec::new();
    for name in
        ["Remote-access!", "Доступ на расстоянии", "远程访问", "🔑🔑", "🔒🔒", "New", "new!", "<b>\"Bold\"</b> & co"]
    {
        let made = lotte.post("/groups/new", &[("name", name), ("about", ABOUT)]).await;
        let page = lotte.follow(&made).await;
        assert_eq!((page.page().as_str(), page.text("h1").as_str()), ("groups/page", name));
        addresses.push(made.location().to_owned());
    }
    assert!(!addresses.contains(&"/groups/new".to_owned()) && !addresses.contains(&GROUP.to_owned()), "{addresses:?}");
    assert!(addresses.contains(&"/groups/dostup-na-rasstoianii".to_owned()), "{addresses:?}");
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 8);
}

#[tokio::test]
async fn a_button_pressed_twice_or_by_two_at_once_makes_one_group() {
    let site = Site::demo().await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let form = [("name", "Gateways"), ("about", ABOUT)];
    let (one, two) = tokio::join!(lotte.post("/groups/new", &form), bram.post("/groups/new", &form));
    assert_eq!((one.location(), two.location()), ("/groups/gateways", "/groups/gateways"));
    assert_eq!(lotte.post("/groups/new", &form).await.location(), "/groups/gateways");
    assert_eq!(site.number("select count(*) from working_groups where name = 'Gateways'").await, 1);
    assert_eq!(site.number("select count(*) from audit_log where action = 'group.made'").await, 1);
    let other = lotte.post("/groups/new", &[("name", "gateways"), ("about", "Another purpose.")]).await;
    assert_eq!(other.status(), 422, "another group of this name is no group pressed twice");
}

#[tokio::test]
async fn of_two_who_change_it_the_second_is_told_and_keeps_the_text() {
    let site = Site::demo().await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let edit = format!("{GROUP}/edit");
    let page = lotte.get(&edit).await;
    assert_eq!((page.value("name").as_str(), page.value("version").as_str()), ("Remote access", "1"));
    let first = [("name", "Access from afar"), ("about", ABOUT), ("version", "1")];
    assert_eq!(lotte.post(&edit, &first).await.location(), GROUP, "the address stays");
    let second = [("name", "Suppliers"), ("about", "Typed by Bram."), ("version", "1")];
    let conflict = bram.post(&edit, &second).await;
    assert_eq!((conflict.status(), conflict.value("about").as_str()), (409, "Typed by Bram."));
    assert_eq!(bram.get(GROUP).await.text("h1"), "Access from afar");
    assert_eq!(site.number("select count(*) from audit_log where action = 'group.changed'").await, 1);
}

#[tokio::test]
async fn a_closed_group_stays_as_it_was_and_is_closed_once() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let form = lotte.get(&format!("{GROUP}/edit")).await;
    assert!(form.has(&format!("details form[action='{GROUP}/close'] .button-danger")), "asked for before it is done");
    let closed = lotte.post(&format!("{GROUP}/close"), &[]).await;
    assert!(lotte.follow(&closed).await.text(".notice-warning").contains("24 November 2026"));
    assert_eq!(lotte.get(GROUP).await.count(".item .person"), 4, "who was in it is still known");
    let form = [("name", "Again"), ("about", ABOUT), ("version", "2"), ("member", "kees-van-nergens")];
    for step in ["close", "edit", "members", "members/sam-example/end"] {
        assert_eq!(lotte.post(&format!("{GROUP}/{step}"), &form).await.status(), 409, "{step}");
    }
    assert_eq!(lotte.get(&format!("{GROUP}/edit")).await.status(), 409);
    assert_eq!(site.number("select count(*) from audit_log where action like 'group.%'").await, 1);
}

#[tokio::test]
async fn only_liaisons_make_change_and_close() {
    let site = Site::demo().await;
    let mut former = site.demo_member("bram@voorbeeldpolder.example").await;
    site.run("update members set roles = '{}' where slug = 'bram-denkbeeldig'").await;
    let mut suspended = site.demo_member("wim@kestrel.example").await;
    site.run("update members set roles = '{liaison}', state = 'suspended' where slug = 'wim-verdicht'").await;
    let actors = [(site.anon(), 401), (suspended.clone(), 401), (site.publisher().await, 403), (former.clone(), 403)];
    for (mut actor, status) in actors {
        for step in ["/groups/new", "edit", "close", "members", "members/sam-example/end"] {
            let address = if step.starts_with('/') { step.to_owned() } else { format!("{GROUP}/{step}") };
            let form = [("name", "Taken over"), ("about", ABOUT), ("version", "1"), ("member", "kees-van-nergens")];
            assert_eq!(actor.post(&address, &form).await.status(), status, "{address}");
        }
    }
    assert_eq!(suspended.get("/groups").await.status(), 401);
    assert_eq!(former.get("/groups").await.status(), 200);
    assert_eq!(site.number("select count(*) from audit_log where action like 'group.%'").await, 0);
}
