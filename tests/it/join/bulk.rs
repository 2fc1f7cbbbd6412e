//! What the queue tells of each request, and several approved at once.

use super::support::{form, own, waiting, with};
use crate::support::Site;

#[tokio::test]
async fn the_queue_tells_whose_domain_it_is_who_is_known_and_is_narrowed() {
    let site = Site::demo().await;
    let fits = with(form("koen@Lab.Voorbeeldland.example"), &[("name", "Koen Past")]);
    let free = with(form("koen@gmail.com"), &[("name", "Koen Vrij")]);
    let other = with(form("koen@kestrel.example"), &[("name", "Koen Elders")]);
    let known = with(form("kees@thuis.example"), &[("name", "K. van Nergens")]);
    let (fits, free) = (waiting(&site, &fits).await, waiting(&site, &free).await);
    let (other, known) = (waiting(&site, &other).await, waiting(&site, &known).await);
    let mut lotte = site.liaison().await;
    for (request, says) in [
        (&fits, "this organisation"),
        (&free, "free mail"),
        (&other, "another organisation"),
        (&known, "Perhaps the same as the member"),
    ] {
        let page = lotte.reading("en").get(request).await;
        lotte = site.liaison().await;
        assert!(page.text("main .meta-list").contains(says), "{says}: {}", page.text("main .meta-list"));
    }
    for (query, expected) in [
        ("domain=free", vec![free.clone()]),
        ("domain=fits&q=Koen", vec![fits.clone()]),
        ("domain=other&q=koen", vec![other.clone()]),
        ("organisation=waterschap-voorbeeldland&q=K.+van", vec![known.clone()]),
        ("days=5000&q=koen&new=yes", Vec::new()),
    ] {
        let page = lotte.get(&format!("/join/requests?{query}")).await;
        assert_eq!(page.attributes("tbody th a", "href"), expected, "{query}");
        assert_eq!(page.has(".empty"), expected.is_empty());
    }
    // Noted on the page of the request, the domain fits.
    let noted = [("domain", "thuis.example"), ("back", known.as_str())];
    assert_eq!(lotte.post("/partners/waterschap-voorbeeldland/domains", &noted).await.location(), known);
    assert_eq!(
        lotte.get("/join/requests?domain=fits&q=K.+van").await.attributes("tbody th a", "href"),
        std::slice::from_ref(&known)
    );
    assert_eq!(lotte.post("/partners/kestrel-controls/domains", &noted).await.status(), 422, "it is another's");
}

#[tokio::test]
async fn those_that_are_ticked_are_looked_at_together_and_each_is_told_of() {
    let site = Site::demo().await;
    let (_, one) = own(&site, "een@nieuw.example").await;
    let (_, two) = own(&site, "twee@nieuw.example").await;
    let (_, asked) = own(&site, "drie@nieuw.example").await;
    let mut lotte = site.liaison().await.reading("en");
    assert_eq!(lotte.post(&format!("{asked}/ask"), &[("question", "What do you run yourself?")]).await.status(), 303);
    let id = |address: &str| address.rsplit('/').next().unwrap_or_default().to_owned();
    let ids = [id(&one), id(&two), id(&asked)];
    let query = ids.iter().map(|id| format!("request={id}")).collect::<Vec<_>>().join("&");
    let summary = lotte.get(&format!("/join/requests/bulk?{query}&request=nonsense")).await;
    assert_eq!(summary.count("form[action='/join/requests/bulk'] input[name=request]"), 2);
    assert!(summary.text("[aria-labelledby=others]").contains("Waits for an answer"));
    assert_eq!(
        site.number("select count(*) from members where email like '%@nieuw.example'").await,
        0,
        "only looked at"
    );
    // Somebody else is quicker with one of them.
    let reason = [("reason", "We only take people who run plants.")];
    let mut bram = site.demo_member("bram@voorbeeldpolder.example").await;
    assert_eq!(bram.post(&format!("{two}/decline"), &reason).await.status(), 303);
    let fields: Vec<_> = ids.iter().map(|id| ("request", id.as_str())).collect();
    let done = lotte.post("/join/requests/bulk", &fields).await;
    assert_eq!(done.status(), 303);
    let result = lotte.follow(&done).await;
    assert_eq!(result.count("[aria-labelledby=others] li"), 3);
    for state in ["Approved", "Declined", "Waits for an answer"] {
        assert!(result.text("[aria-labelledby=others]").contains(state), "{state}");
    }
    assert_eq!(site.number("select count(*) from members where email like '%@nieuw.example'").await, 1);
    assert_eq!(site.mails_to("een@nieuw.example").await.pop().expect("a mail").kind, "join-mail-approved");
    assert!(lotte.get("/join/requests/bulk").await.has(".empty"));
}

#[tokio::test]
async fn whoever_left_comes_back_with_the_account_of_before() {
    let site = Site::demo().await;
    site.run("update members set roles = '{reviewer}' where email = 'kees@voorbeeldland.example'").await;
    let mut kees = site.with_second_factor("kees@voorbeeldland.example").await;
    assert_eq!(kees.post("/account/leave", &[("from", "all"), ("sure", "yes")]).await.status(), 303);
    let before = site.word("select id::text from members where email = 'kees@voorbeeldland.example'").await;
    let typed = with(form("Kees@voorbeeldland.example"), &[("organisation", "kestrel-controls")]);
    let request = waiting(&site, &typed).await;
    assert_eq!(site.liaison().await.post(&format!("{request}/approve"), &[]).await.status(), 303);
    let after = "select id::text || ' ' || state::text || ' ' || roles::text from members where lower(email) = 'kees@voorbeeldland.example'";
    assert_eq!(site.word(after).await, format!("{before} active {{}}"));
    let now = format!(
        "select string_agg(o.slug, ' ') from memberships s join organisations o on o.id = s.organisation_id
         where s.member_id = '{before}' and s.until is null"
    );
    assert_eq!(site.word(&now).await, "kestrel-controls");
    site.run("update members set state = 'suspended' where email = 'noor@voorbeeldland.example'").await;
    assert_eq!(site.anon().post("/join", &super::main_path::form()).await.status(), 303);
    site.run("update join_requests set email = 'noor@voorbeeldland.example' where email = 'koen@nieuw.example'").await;
    assert_eq!(
        site.mails_to("noor@voorbeeldland.example").await.len(),
        0,
        "whoever was suspended is not let in this way"
    );
}
