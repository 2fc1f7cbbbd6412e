//! Who comes.

use super::support::{form, made, send, with};
use crate::support::{Actor, Site};
use chrono::TimeDelta;
use polder::commands::demo::PASSWORD;
use tokio::task::JoinSet;

async fn say(actor: &mut Actor, event: &str, answer: &str) -> u16 {
    actor.post(&format!("{event}/answer"), &[("answer", answer)]).await.status()
}

/// So many members with the demo's password, signed in.
async fn crowd(site: &Site, count: usize) -> Vec<Actor> {
    site.run(&format!(
        "insert into members (id, slug, email, name, function, language, password_hash, created_at)
         select gen_random_uuid(), 'guest-' || n, 'guest' || n || '@many.example', 'Guest ' || n, 'x', 'en',
                (select password_hash from members where slug = 'sam-example'), '2026-11-01'
         from generate_series(1, {count}) n;
         insert into rule_agreements (member_id, version, agreed_at) select id, 1, created_at from members on conflict do nothing"
    ))
    .await;
    let mut actors = Vec::new();
    for n in 1..=count {
        actors.push(site.signed_in(&format!("guest{n}@many.example"), PASSWORD).await);
    }
    actors
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_twenty_who_want_five_seats_at_once_five_get_one() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("Five seats"), &[("capacity", "5")])).await;
    let actors = crowd(&site, 20).await;
    let mut tasks = JoinSet::new();
    for mut actor in actors.clone() {
        let address = event.clone();
        tasks.spawn(async move { say(&mut actor, &address, "yes").await });
    }
    let mut statuses = tasks.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 5, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 409).count(), 15, "{statuses:?}");
    let page = site.member().await.get(&event).await;
    assert_eq!(page.text("section[aria-labelledby=who] .soft"), "5 come, no seats left");
    assert_eq!(
        site.number(
            "select count(*) from attendances a join events e on e.id = a.event_id where e.title = 'Five seats'"
        )
        .await,
        5
    );
}

#[tokio::test]
async fn a_full_event_says_so_on_its_page_and_a_seat_given_back_can_be_taken() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("One seat"), &[("capacity", "1")])).await;
    let (mut kees, mut sam) = (site.member().await, site.publisher().await);
    assert_eq!(say(&mut kees, &event, "yes").await, 303);
    assert_eq!(say(&mut kees, &event, "yes").await, 303, "saying it twice is no second seat");
    let refused = sam.post(&format!("{event}/answer"), &[("answer", "yes")]).await;
    assert_eq!((refused.status(), refused.page().as_str()), (409, "events/page"));
    assert!(refused.has("#answer-error"));
    assert_eq!(say(&mut sam, &event, "maybe").await, 303, "maybe takes no seat");
    assert_eq!(say(&mut kees, &event, "no").await, 303);
    assert_eq!(say(&mut sam, &event, "yes").await, 303);
    let page = sam.get(&event).await;
    assert!(page.text("section[aria-labelledby=who] ul").contains("Sam Example"));
    assert!(!page.text("section[aria-labelledby=who] ul").contains("Kees"), "who does not come is not named");
    assert_eq!(page.attribute("button[name=answer][aria-pressed=true]", "value"), "yes");
}

#[tokio::test]
async fn nobody_answers_after_the_end_or_when_it_is_cancelled() {
    let site = Site::demo().await;
    let starts = [("starts", "2026-11-25T10:00"), ("ends", "2026-11-25T11:00"), ("zone", "UTC")];
    let event = made(&site, &with(form("Tomorrow"), &starts)).await;
    let other = made(&site, &form("Cancelled")).await;
    let (mut kees, mut liaison) = (site.member().await, site.liaison().await);
    assert_eq!(liaison.post(&format!("{other}/cancel"), &[]).await.location(), other);
    assert_eq!(say(&mut kees, &other, "yes").await, 409);
    assert_eq!(liaison.post(&format!("{other}/cancel"), &[]).await.status(), 409, "cancelled twice");
    assert_eq!(liaison.get(&format!("{other}/edit")).await.status(), 409);
    let again = with(form("Revived"), &[("version", "1")]);
    assert_eq!(send(&mut liaison, &format!("{other}/edit"), &again).await.status(), 409);
    let page = kees.get(&other).await;
    assert!(page.text(".badge-bad").contains("Cancelled") && !page.has("form[action$='/answer']"));

    site.later(TimeDelta::hours(22) + TimeDelta::minutes(30));
    assert_eq!(say(&mut kees, &event, "yes").await, 303, "while it runs one can still say so");
    site.later(TimeDelta::minutes(30));
    assert_eq!(say(&mut kees, &event, "no").await, 409, "over");
    assert!(!kees.get(&event).await.has("form[action$='/answer']"));
}

#[tokio::test]
async fn an_answer_that_is_none_is_refused_and_a_visitor_asked_to_sign_in() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("For all"), &[("label", "CLEAR")])).await;
    let mut kees = site.member().await;
    for answer in ["", "YES", "perhaps", "yes "] {
        assert_eq!(say(&mut kees, &event, answer).await, 422, "{answer:?}");
    }
    assert_eq!(say(&mut site.anon(), &event, "yes").await, 401);
    assert_eq!(say(&mut kees, "/events/no-such-event", "yes").await, 404);
    let page = site.anon().get(&event).await;
    assert_eq!(page.status(), 200);
    assert!(page.has(&format!("a[href='/account/sign-in?back={event}']")));
}

#[tokio::test]
async fn a_visitor_sees_nobody_who_comes() {
    let site = Site::demo().await;
    let event = made(&site, &with(form("Open day"), &[("label", "CLEAR")])).await;
    assert_eq!(say(&mut site.member().await, &event, "yes").await, 303);
    let visitor = site.anon().get(&event).await;
    assert!(!visitor.body().contains("Kees") && !visitor.has("#who"));
    assert!(site.publisher().await.get(&event).await.body().contains("Kees van Nergens"));
}

#[tokio::test]
async fn nobody_answers_what_they_may_not_read() {
    let site = Site::demo().await;
    let amber = with(form("For two houses"), &[("label", "AMBER+STRICT"), ("audience", "kestrel-controls")]);
    let event = made(&site, &amber).await;
    assert_eq!(say(&mut site.member().await, &event, "yes").await, 404);
    assert_eq!(say(&mut site.publisher().await, &event, "yes").await, 303);
}
