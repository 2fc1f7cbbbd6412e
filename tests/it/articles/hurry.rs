//! Many at once: one effect, and no fault of ours.

use super::support::{People, address, form, send, with};
use crate::support::{Actor, Site};
use tokio::task::JoinSet;

/// Who sends what where.
type Step = (Actor, String, Vec<(&'static str, &'static str)>);

async fn at_once(steps: Vec<Step>) -> Vec<u16> {
    let mut tasks = JoinSet::new();
    for (mut actor, address, fields) in steps {
        tasks.spawn(async move { actor.post(&address, &fields).await.status() });
    }
    let mut statuses = tasks.join_all().await;
    statuses.sort_unstable();
    statuses
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_liaisons_who_publish_at_once_one_does() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let green = form(&site, "At once").await;
    let amber = with(green.clone(), &[("label", "AMBER"), ("audience", "waterschap-voorbeeldland")]);
    for typed in [green, amber] {
        let label = typed.iter().find(|field| field.0 == "label").expect("a label").1.clone();
        let work = people.approved(&typed).await;
        let publish = format!("{work}/publish");
        let steps = (0..10).map(|n| {
            let actor = if n % 2 == 0 { people.lotte.clone() } else { people.bram.clone() };
            (actor, publish.clone(), Vec::new())
        });
        let statuses = at_once(steps.collect()).await;
        assert_eq!(statuses.iter().filter(|s| **s == 303).count(), 1, "{label}: {statuses:?}");
        assert!(statuses.iter().all(|status| [303, 404, 409].contains(status)), "{label}: {statuses:?}");
    }
    let logged = site.number("select count(*) from audit_log where action = 'article.published'").await;
    assert_eq!(logged, 2);
    site.tick().await;
    let told = site.mails().iter().filter(|m| m.kind == "articles-mail-published").count();
    assert_eq!(told, 1, "one for the GREEN text; the AMBER one is not named");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn articles_of_one_title_published_at_once_get_addresses_of_their_own() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let mut works = Vec::new();
    for _ in 0..4 {
        works.push(people.approved(&form(&site, "The same title").await).await);
    }
    let steps = works.iter().map(|work| (people.lotte.clone(), format!("{work}/publish"), Vec::new()));
    assert_eq!(at_once(steps.collect()).await, [303; 4]);
    let mut addresses = Vec::new();
    for work in &works {
        addresses.push(address(&site, work).await);
    }
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_begin_a_new_version_at_once_one_does() {
    let site = Site::demo().await;
    let sam = site.publisher().await;
    let revise = "/articles/supplier-remote-access/revise".to_owned();
    let statuses = at_once((0..8).map(|_| (sam.clone(), revise.clone(), Vec::new())).collect()).await;
    assert_eq!(statuses, [303; 8], "the others are led to the one draft");
    let drafts = "select count(*) from revisions r join articles a on a.id = r.article_id
                  where a.slug = 'supplier-remote-access' and r.state = 'draft'";
    assert_eq!(site.number(drafts).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_who_save_one_version_at_once_one_does() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let typed = form(&site, "Saved at once").await;
    let work = super::support::draft(&mut sam, &typed).await;
    let mut tasks = JoinSet::new();
    for n in 0..8 {
        let (mut actor, address) = (sam.clone(), format!("{work}/edit"));
        let typed = with(typed.clone(), &[("version", "1"), ("title", &format!("Saved by {n}"))]);
        tasks.spawn(async move { send(&mut actor, &address, &typed).await.status() });
    }
    let mut statuses = tasks.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409, 409, 409, 409, 409, 409, 409]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_review_sent_many_times_at_once_counts_once() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let work = people.assigned(&form(&site, "Reviewed at once").await).await;
    let steps = (0..8).map(|n| {
        let verdict = if n % 2 == 0 { "approve" } else { "changes" };
        (
            people.noor.clone(),
            format!("{work}/review"),
            vec![("verdict", verdict), ("comment", "Ten words or more of it.")],
        )
    });
    let statuses = at_once(steps.collect()).await;
    assert_eq!(statuses, [303, 409, 409, 409, 409, 409, 409, 409]);
}
