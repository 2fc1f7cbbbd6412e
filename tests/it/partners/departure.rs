//! An organisation leaves the community, and comes back.

use crate::support::Site;

const PAGE: &str = "/partners/kestrel-controls";
const LEAVE: &str = "/partners/kestrel-controls/departure";
const REASON: [(&str, &str); 1] = [("reason", "It closed its doors.")];

#[tokio::test]
async fn its_people_lose_their_access_at_the_same_moment_and_its_texts_stay() {
    let site = Site::demo().await;
    let (mut lotte, mut sam) = (site.liaison().await, site.publisher().await);
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    let texts = site.anon().get(PAGE).await.count(".item-list .item");
    let people = site.number("select count(*) from memberships s join organisations o on o.id = s.organisation_id where o.slug = 'kestrel-controls'").await;
    assert_eq!(lotte.post(LEAVE, &REASON).await.location(), PAGE);
    for actor in [&mut sam, &mut fatima] {
        assert_eq!(actor.get("/members").await.status(), 401);
        assert_eq!(actor.post("/articles/new", &[("title", "Words")]).await.status(), 401);
    }
    let visitor = site.anon().get(PAGE).await;
    assert!(visitor.text("main .notice").contains("24 November 2026"), "since when");
    assert_eq!(visitor.count(".item-list .item"), texts);
    assert!(site.anon().get("/partners").await.text("[aria-labelledby=kind-former]").contains("Kestrel"));
    // No choice any more.
    assert!(!site.anon().get("/join").await.body().contains("Kestrel Controls"));
    let mut iris = site.demo_member("iris@voorbeeldland.example").await;
    assert!(
        !iris
            .get("/articles/new")
            .await
            .attributes("input[name=organisations]", "value")
            .contains(&"kestrel-controls".to_owned())
    );
    assert_eq!(lotte.post(LEAVE, &REASON).await.status(), 409, "twice");
    // Nobody is let in again meanwhile.
    assert_eq!(lotte.post(&format!("{PAGE}/people/tess-testdijk/wake"), &[]).await.status(), 409);
    site.tick().await;
    assert_eq!(
        i64::try_from(site.mails().iter().filter(|mail| mail.to.contains("kestrel.example")).count()),
        Ok(people)
    );

    // Back, with its people as they were.
    let back = [("people", "yes")];
    assert_eq!(lotte.post(&format!("{PAGE}/return"), &back).await.location(), PAGE);
    assert_eq!(lotte.post(&format!("{PAGE}/return"), &back).await.status(), 409, "twice");
    assert_eq!(sam.get("/members").await.status(), 401, "the sessions stay over");
    assert_eq!(site.publisher().await.get("/articles/new").await.status(), 200);
    let counts = "select count(*) from audit_log where action = 'membership.ended'";
    assert_eq!(site.number(counts).await, people);
    assert_eq!(site.number(&counts.replace("ended", "woken")).await, people);
}

#[tokio::test]
async fn without_its_people_it_comes_back_alone() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    assert_eq!(lotte.post(LEAVE, &REASON).await.status(), 303);
    assert_eq!(lotte.post(&format!("{PAGE}/return"), &[]).await.status(), 303);
    assert_eq!(site.number("select count(*) from members where email like '%kestrel%' and state = 'active'").await, 0);
    assert_eq!(lotte.post(&format!("{PAGE}/people/tess-testdijk/wake"), &[]).await.status(), 303, "one by one");
    assert_eq!(site.demo_member("tess@kestrel.example").await.get("/members").await.status(), 200);
}

#[tokio::test]
async fn the_last_liaison_is_not_lost_with_the_organisation() {
    let site = Site::demo().await;
    site.run("update members set roles = array_remove(roles, 'liaison') where slug <> 'lotte-verzonnen'").await;
    let mut lotte = site.liaison().await;
    let refused = lotte.post("/partners/stichting-voorbeeldpolder/departure", &REASON).await;
    assert_eq!(refused.status(), 409);
    assert!(refused.text("main").contains("without a liaison"), "{}", refused.text("main"));
    assert_eq!(site.number("select count(*) from organisations where left_at is not null").await, 0);
    assert_eq!(lotte.get("/members").await.status(), 200);
}

#[tokio::test]
async fn who_is_let_in_while_the_organisation_leaves_is_not_in_it() {
    let site = Site::demo().await;
    let (mut lotte, mut fatima) = (site.liaison().await, site.demo_member("fatima@kestrel.example").await);
    site.run("update memberships set until = since, ended_because = 'asleep' where member_id = (select id from members where slug = 'tess-testdijk')").await;
    let wake = format!("{PAGE}/people/tess-testdijk/wake");
    let (left, _) = tokio::join!(lotte.post(LEAVE, &REASON), fatima.post(&wake, &[]));
    assert_eq!(left.status(), 303);
    let inside = "select count(*) from memberships s join organisations o on o.id = s.organisation_id
                  where o.slug = 'kestrel-controls' and s.until is null";
    assert_eq!(site.number(inside).await, 0);
    assert_eq!(
        site.number("select count(*) from sessions s join members m on m.id = s.member_id where m.state <> 'active'")
            .await,
        0
    );
}
