//! The attendance list: who was there. What is bound to it can be read by those on it, so nobody gets on it by an answer.

use super::support::{form, made};
use crate::groups::tables::tried;
use crate::support::{Answer, Site};

const EVENT: &str = "/events/werkgroep-modems-en-vergeten-toegangspaden";
const LIST: &str = "/events/werkgroep-modems-en-vergeten-toegangspaden/attendance";
const SLUG: &str = "werkgroep-modems-en-vergeten-toegangspaden";

/// What the list's form would send as it stands.
fn standing(page: &Answer) -> Vec<(&'static str, String)> {
    let before = page.attributes("input[name=before]", "value").into_iter().map(|slug| ("before", slug));
    let present = page.attributes("input[name=present][checked]", "value").into_iter().map(|slug| ("present", slug));
    before.chain(present).collect()
}

fn ticked(page: &Answer) -> Vec<String> {
    page.attributes("input[name=present][checked]", "value")
}

/// The same with somebody ticked (`+kees-van-nergens`) or unticked (`-tess-testdijk`).
fn with(mut fields: Vec<(&'static str, String)>, changes: &[&str]) -> Vec<(&'static str, String)> {
    for change in changes {
        let (sign, slug) = change.split_at(1);
        fields.retain(|field| field.0 != "present" || field.1 != slug);
        if sign == "+" {
            fields.push(("present", slug.to_owned()));
        }
    }
    fields
}

fn plain<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[tokio::test]
async fn the_liaison_ticks_who_was_there_those_who_said_so_first() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    assert!(lotte.get(EVENT).await.has(&format!("a[href='{LIST}']")));
    let page = lotte.get(LIST).await;
    assert_eq!(page.texts("main legend"), ["Said that they come or may come", "Other members"]);
    let said = page.texts("main fieldset:first-of-type label");
    assert_eq!((said.len(), page.count("input[name=present]")), (6, 12 + 1), "six answered; all members are there");
    assert_eq!(ticked(&page).len(), 6);
    let changed = with(standing(&page), &["+olga-proefpersoon", "-kees-van-nergens"]);
    let saved = lotte.post(LIST, &plain(&changed)).await;
    let page = lotte.follow(&saved).await;
    assert!(ticked(&page).contains(&"olga-proefpersoon".to_owned()));
    assert!(!ticked(&page).contains(&"kees-van-nergens".to_owned()));
    let log = "select concat_ws(' ', jsonb_array_length(detail -> 'added'), jsonb_array_length(detail -> 'removed'))
               from audit_log where action = 'event.attendance-noted'";
    assert_eq!(site.word(log).await, "1 1");
    assert_eq!(lotte.post(LIST, &plain(&standing(&page))).await.status(), 303, "saved again, it changes nothing");
    assert_eq!(site.number("select count(*) from audit_log where action = 'event.attendance-noted'").await, 1);
}

#[tokio::test]
async fn what_another_changed_in_between_is_not_undone() {
    let site = Site::demo().await;
    let (mut lotte, mut bram) = (site.liaison().await, site.demo_member("bram@voorbeeldpolder.example").await);
    let (hers, his) = (standing(&lotte.get(LIST).await), standing(&bram.get(LIST).await));
    let his = with(his, &["+wim-verdicht", "-marek-placeholder"]);
    assert_eq!(bram.post(LIST, &plain(&his)).await.status(), 303);
    // Her page still shows Marek ticked and Wim not.
    let hers = with(hers, &["+olga-proefpersoon", "-kees-van-nergens"]);
    assert_eq!(lotte.post(LIST, &plain(&hers)).await.status(), 303);
    let now = ticked(&lotte.get(LIST).await);
    let has = |slug: &str| now.contains(&slug.to_owned());
    assert!(has("wim-verdicht") && has("olga-proefpersoon"), "{now:?}");
    assert!(!has("marek-placeholder") && !has("kees-van-nergens"), "{now:?}");
    // Both at once, both the same.
    let page = standing(&lotte.get(LIST).await);
    let same = with(page, &["+sam-example", "-olga-proefpersoon"]);
    let same = plain(&same);
    let (one, two) = tokio::join!(lotte.post(LIST, &same), bram.post(LIST, &same));
    assert_eq!((one.status(), two.status()), (303, 303));
    assert_eq!(site.number("select count(*) from audit_log where action = 'event.attendance-noted'").await, 3);
}

#[tokio::test]
async fn before_it_begins_there_is_no_list() {
    let site = Site::demo().await;
    let event = made(&site, &form("Still to come")).await;
    let list = format!("{event}/attendance");
    let mut lotte = site.liaison().await;
    let page = lotte.get(&list).await;
    assert!(page.text(".empty").contains("opens when the event begins") && !page.has("#main-form"));
    assert_eq!(lotte.post(&list, &[("present", "kees-van-nergens")]).await.status(), 409);
    // 13:30 in Amsterdam, 76 days and half an hour on.
    site.later(chrono::TimeDelta::days(77) + chrono::TimeDelta::minutes(30));
    let mut lotte = site.liaison().await;
    assert!(lotte.get(&list).await.has("#main-form"), "it has begun");
    assert_eq!(lotte.post(&list, &[("present", "kees-van-nergens")]).await.status(), 303);
    assert_eq!(
        site.number(
            "select count(*) from presences p join events e on e.id = p.event_id where e.title = 'Still to come'"
        )
        .await,
        1
    );
}

#[tokio::test]
async fn each_member_learns_of_themselves_alone() {
    let site = Site::demo().await;
    let note = "You are on the attendance list.";
    let mut kees = site.member().await;
    assert_eq!(kees.get(EVENT).await.text(".aside .notice"), note, "he came without saying so");
    let tess = site.demo_member("tess@kestrel.example").await.get(EVENT).await;
    assert!(!tess.text("main").contains("attendance list"), "she said so and did not come");
    assert!(!site.anon().get(EVENT).await.text("main").contains("attendance list"));
    assert!(!kees.get(EVENT).await.has(&format!("a[href='{LIST}']")));
    site.run("delete from presences where member_id = (select id from members where slug = 'kees-van-nergens')").await;
    assert!(!kees.get(EVENT).await.text("main").contains("attendance list"));
}

#[tokio::test]
async fn only_active_members_are_ticked_and_whoever_was_on_it_can_be_taken_off() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    let page = standing(&lotte.get(LIST).await);
    site.run("update members set state = 'suspended' where slug in ('wim-verdicht', 'kees-van-nergens')").await;
    let long = "x".repeat(3000);
    for slug in ["wim-verdicht", "nobody", "Кто-то", &long] {
        let sent = with(page.clone(), &[&format!("+{slug}"), "+olga-proefpersoon"]);
        let answer = lotte.post(LIST, &plain(&sent)).await;
        assert_eq!((answer.status(), answer.page().as_str()), (422, "events/attendance"), "{slug:.30}");
        assert!(answer.has("#present-error"));
        assert!(ticked(&answer).contains(&"olga-proefpersoon".to_owned()), "what was ticked stays");
        assert_eq!(answer.attributes("input[name=before]", "value").len(), 6);
    }
    assert_eq!(site.number("select count(*) from audit_log where action = 'event.attendance-noted'").await, 0);
    let now = lotte.get(LIST).await;
    assert!(now.has("#present-kees-van-nergens[checked]"), "suspended, and still on the list");
    assert!(!now.has("#present-wim-verdicht"));
    let off = with(standing(&now), &["-kees-van-nergens"]);
    assert_eq!(lotte.post(LIST, &plain(&off)).await.status(), 303);
    assert!(!lotte.get(LIST).await.has("#present-kees-van-nergens"));
}

#[tokio::test]
async fn the_list_is_kept_by_liaisons_who_may_read_the_event() {
    let site = Site::demo().await;
    let mut former = site.demo_member("bram@voorbeeldpolder.example").await;
    site.run("update members set roles = '{}' where slug = 'bram-denkbeeldig'").await;
    let tick = [("present", "sam-example")];
    for (mut actor, status) in
        [(site.anon(), 401), (site.member().await, 403), (site.publisher().await, 403), (former.clone(), 403)]
    {
        assert_eq!(actor.get(LIST).await.status(), status);
        assert_eq!(actor.post(LIST, &tick).await.status(), status);
    }
    assert_eq!(former.get(EVENT).await.status(), 200);
    let mut lotte = site.liaison().await;
    let hidden = "/events/werkbezoek-hoofdgemaal-handbediening";
    assert_eq!(lotte.get(&format!("{hidden}/attendance")).await.status(), 200, "her organisation is named");
    site.run("delete from item_grants where item_id = (select id from events where slug = 'werkbezoek-hoofdgemaal-handbediening')").await;
    for address in [format!("{hidden}/attendance"), "/events/never-was/attendance".into()] {
        assert_eq!(lotte.get(&address).await.status(), 404);
        assert_eq!(lotte.post(&address, &tick).await.status(), 404);
    }
}

#[tokio::test]
async fn the_table_itself_refuses_everybody_else() {
    let site = Site::demo().await;
    let note = |who: &str, by: &str| {
        format!(
            "insert into presences (event_id, member_id, noted_at, noted_by)
             select e.id, m.id, '2026-01-01', l.id from events e, members m, members l
             where e.slug = '{SLUG}' and m.slug = '{who}' and l.slug = '{by}'"
        )
    };
    let all = "delete from presences";
    for member in ["sam-example", "kees-van-nergens", "iris-voorbeeld", "olga-proefpersoon"] {
        assert_eq!(tried(&site, member, &note("sam-example", member)).await, None, "{member}");
        assert_eq!(tried(&site, member, &note("sam-example", "lotte-verzonnen")).await, None, "{member}");
        assert_eq!(tried(&site, member, all).await, Some(0), "{member}");
    }
    assert_eq!(tried(&site, "lotte-verzonnen", &note("sam-example", "lotte-verzonnen")).await, Some(1));
    assert_eq!(tried(&site, "lotte-verzonnen", &note("sam-example", "bram-denkbeeldig")).await, None);
    assert_eq!(tried(&site, "lotte-verzonnen", "update presences set noted_at = '2020-01-01'").await, None);
    let seen = format!("select 1 from presences p join events e on e.id = p.event_id where e.slug = '{SLUG}'");
    for (member, rows) in
        [("lotte-verzonnen", 6), ("kees-van-nergens", 1), ("sam-example", 0), ("olga-proefpersoon", 0)]
    {
        assert_eq!(tried(&site, member, &seen).await, Some(rows), "{member}");
    }
    site.run("update members set state = 'suspended' where slug in ('lotte-verzonnen', 'kees-van-nergens')").await;
    assert_eq!(tried(&site, "lotte-verzonnen", &note("sam-example", "lotte-verzonnen")).await, Some(0));
    assert_eq!(tried(&site, "kees-van-nergens", &seen).await, Some(0));
}

#[tokio::test]
async fn nobody_lets_themselves_in() {
    let site = Site::demo().await;
    let mut bram = site.demo_member("bram@voorbeeldpolder.example").await;
    let list = with(standing(&bram.get(LIST).await), &["+bram-denkbeeldig"]);
    let refused = bram.post(LIST, &plain(&list)).await;
    assert_eq!(refused.status(), 422);
    assert!(refused.text("#present .field-error").contains("Another liaison"), "{}", refused.text("main"));
    let group = bram.post("/groups/remote-access/members", &[("member", "bram-denkbeeldig")]).await;
    assert_eq!(group.status(), 422);
    assert!(group.text(".field-error").contains("Another liaison"));
    assert_eq!(
        site.number("select count(*) from audit_log where action in ('event.attendance-noted', 'group.member-added')")
            .await,
        0
    );
}
