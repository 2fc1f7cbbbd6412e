//! The clients of an organisation: whom its TLP:AMBER reaches as well. Between the two, and the liaison.

use crate::groups::tables::tried;
use crate::support::{Actor, Site};

const PAGE: &str = "/partners/kestrel-controls";
const CLIENTS: &str = "/partners/kestrel-controls/clients";
const LISTED: &str = "Waterschap Voorbeeldland (fictief)";

async fn fatima(site: &Site) -> Actor {
    site.demo_member("fatima@kestrel.example").await
}

#[tokio::test]
async fn both_sides_and_the_liaison_see_the_list_and_nobody_else_does() {
    let site = Site::demo().await;
    site.run(
        "insert into organisation_clients (organisation_id, client_id, since, listed_by)
         select o.id, c.id, '2026-01-01', m.id from organisations o, organisations c, members m
         where o.slug = 'kestrel-controls' and c.slug = 'tno' and m.slug = 'fatima-sample';
         insert into organisations (id, slug, name, created_at) values (gen_random_uuid(), 'elsewhere', 'Elsewhere', '2026-01-01');
         update memberships set organisation_id = (select id from organisations where slug = 'elsewhere')
         where member_id = (select id from members where slug = 'joost-nietecht')",
    )
    .await;
    for (email, seen) in [
        ("fatima@kestrel.example", vec!["TNO", LISTED]),
        ("tess@kestrel.example", vec!["TNO", LISTED]),
        ("lotte@voorbeeldpolder.example", vec!["TNO", LISTED]),
        ("kees@voorbeeldland.example", vec![LISTED]),
        ("joost@voorbeeldland.example", vec![]),
        ("olga@voorbeeldpolder.example", vec![]),
    ] {
        let page = site.demo_member(email).await.get(PAGE).await;
        assert_eq!(page.texts("[aria-labelledby=clients] li a"), seen, "{email}");
        assert_eq!(page.has("#clients"), !seen.is_empty(), "{email}: not even that there is a list");
        assert_eq!(page.has(&format!("a[href='{CLIENTS}']")), email.starts_with("fatima"), "{email}");
    }
    let visitor = site.anon().get(PAGE).await;
    assert!(!visitor.has("#clients") && !visitor.body().contains("Clients for"));
    // Who has left sees it no more, and a client that is taken off neither.
    let mut kees = site.member().await;
    site.run("update memberships set until = '2026-11-01' where member_id = (select id from members where slug = 'kees-van-nergens')")
        .await;
    assert!(!kees.get(PAGE).await.has("#clients"));
}

#[tokio::test]
async fn the_coordinator_lists_a_client_and_takes_it_off_again() {
    let site = Site::demo().await;
    let mut fatima = fatima(&site).await;
    let page = fatima.get(CLIENTS).await;
    assert_eq!(page.texts(".item > p a"), [LISTED]);
    assert!(page.text("main").contains("TLP:AMBER+STRICT never reaches clients"));
    let offered = page.attributes("#client option", "value");
    assert!(
        !offered.contains(&"kestrel-controls".to_owned()) && !offered.contains(&"waterschap-voorbeeldland".to_owned())
    );
    let listed = fatima.post(CLIENTS, &[("client", "tno")]).await;
    assert_eq!(fatima.follow(&listed).await.texts(".item > p a"), ["TNO", LISTED]);
    let remove = format!("{CLIENTS}/tno/remove");
    assert!(fatima.get(CLIENTS).await.has(&format!("details form[action='{remove}'] .button-danger")));
    assert_eq!(fatima.post(&remove, &[]).await.location(), CLIENTS);
    assert_eq!(fatima.post(&remove, &[]).await.status(), 409, "twice");
    let log = "select string_agg(action || ' ' || (detail ->> 'client' = o.id::text), ' ' order by a.id)
               from audit_log a, organisations o where action like 'organisation.%' and o.slug = 'tno'";
    assert_eq!(site.word(log).await, "organisation.client-listed true organisation.client-removed true");
}

#[tokio::test]
async fn listing_twice_or_by_two_at_once_lists_once() {
    let site = Site::demo().await;
    site.run("update memberships set roles = '{coordinator}' where member_id = (select id from members where slug = 'tess-testdijk')")
        .await;
    let (mut fatima, mut tess) = (fatima(&site).await, site.demo_member("tess@kestrel.example").await);
    let form = [("client", "tno")];
    let (one, two) = tokio::join!(fatima.post(CLIENTS, &form), tess.post(CLIENTS, &form));
    assert_eq!((one.status(), two.status(), fatima.post(CLIENTS, &form).await.status()), (303, 303, 303));
    assert_eq!(site.number("select count(*) from audit_log where action = 'organisation.client-listed'").await, 1);
    let remove = format!("{CLIENTS}/tno/remove");
    let (one, two) = tokio::join!(fatima.post(&remove, &[]), tess.post(&remove, &[]));
    let mut statuses = [one.status(), two.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 409]);
}

#[tokio::test]
async fn an_organisation_that_cannot_be_a_client_is_no_choice() {
    let site = Site::demo().await;
    let mut fatima = fatima(&site).await;
    let long = "x".repeat(5000);
    for client in ["", "nobody", "kestrel-controls", "Организация", &long] {
        let answer = fatima.post(CLIENTS, &[("client", client)]).await;
        assert_eq!((answer.status(), answer.page().as_str()), (422, "partners/clients"), "{client:.30}");
        assert!(answer.has("#client-error"));
    }
    assert_eq!(fatima.post(&format!("{CLIENTS}/nobody/remove"), &[]).await.status(), 404);
}

#[tokio::test]
async fn only_a_coordinator_of_this_organisation_changes_its_list() {
    let site = Site::demo().await;
    let form = [("client", "tno")];
    let remove = format!("{CLIENTS}/waterschap-voorbeeldland/remove");
    let mut former = fatima(&site).await;
    site.run("update memberships set until = '2026-11-01' where member_id = (select id from members where slug = 'fatima-sample')")
        .await;
    let mut suspended = site.demo_member("iris@voorbeeldland.example").await;
    site.run("update members set state = 'suspended' where slug = 'iris-voorbeeld'").await;
    for (actor, status) in [
        (&mut site.anon(), 401),
        (&mut suspended, 401),
        (&mut former, 401),
        (&mut site.publisher().await, 403),
        (&mut site.liaison().await, 403),
        (&mut site.member().await, 403),
    ] {
        assert_eq!(actor.get(CLIENTS).await.status(), status);
        let refused = actor.post(CLIENTS, &form).await;
        assert_eq!(refused.status(), status);
        assert!(status == 401 || refused.text("main").contains("Only a coordinator of this organisation"));
        assert_eq!(actor.post(&remove, &[]).await.status(), status);
        let unknown = if status == 401 { 401 } else { 404 };
        assert_eq!(actor.get("/partners/nobody/clients").await.status(), unknown);
        assert_eq!(actor.post("/partners/nobody/clients", &form).await.status(), unknown);
    }
    assert_eq!(site.number("select count(*) from organisation_clients").await, 1);
    assert_eq!(site.number("select count(*) from audit_log where action like 'organisation.%'").await, 0);
}

#[tokio::test]
async fn the_table_itself_refuses_everybody_else() {
    let site = Site::demo().await;
    let list = |by: &str| {
        format!(
            "insert into organisation_clients (organisation_id, client_id, since, listed_by)
             select o.id, c.id, '2026-01-01', m.id from organisations o, organisations c, members m
             where o.slug = 'kestrel-controls' and c.slug = 'tno' and m.slug = '{by}'"
        )
    };
    let remove = "delete from organisation_clients";
    for member in ["sam-example", "iris-voorbeeld", "lotte-verzonnen", "kees-van-nergens", "olga-proefpersoon"] {
        assert_eq!(tried(&site, member, &list(member)).await, None, "{member}");
        assert_eq!(tried(&site, member, &list("fatima-sample")).await, None, "{member} in another's name");
        assert_eq!(tried(&site, member, remove).await, Some(0), "{member}");
    }
    assert_eq!(tried(&site, "fatima-sample", &list("fatima-sample")).await, Some(1));
    assert_eq!(tried(&site, "fatima-sample", &list("sam-example")).await, None, "nobody else listed it");
    assert_eq!(tried(&site, "fatima-sample", remove).await, Some(1));
    assert_eq!(tried(&site, "fatima-sample", "update organisation_clients set since = '2020-01-01'").await, None);
    let seen = "select 1 from organisation_clients";
    assert_eq!(tried(&site, "kees-van-nergens", seen).await, Some(1));
    assert_eq!(tried(&site, "olga-proefpersoon", seen).await, Some(0), "an operator reads no more by it");
    site.run("update members set state = 'suspended' where slug = 'fatima-sample'").await;
    assert_eq!(tried(&site, "fatima-sample", &list("fatima-sample")).await, None);
    assert_eq!(tried(&site, "fatima-sample", remove).await, Some(0));
}
