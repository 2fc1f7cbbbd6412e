//! Changes that another site asks for, and characters that no text holds.

use crate::support::{Actor, Base, Site};

const OUT: &str = "/account/sign-out";

/// Somebody whose browser says so; an empty value leaves the header out.
fn from(actor: &Actor, site: &str, origin: &str) -> Actor {
    actor.clone().with_header("sec-fetch-site", site).with_header("origin", origin)
}

#[tokio::test]
async fn a_change_from_another_site_is_refused_with_a_page() {
    let site = Site::demo().await;
    let kees = site.member().await;
    let cases = [
        ("cross-site", ""),
        ("same-site", ""),
        ("", "https://evil.example"),
        ("", "null"),
        ("", "http://polder.test.evil.example"),
        ("", "http://polder.test:8080"),
        ("", "http://evil.example#http://polder.test"),
    ];
    for (fetch, origin) in cases {
        for actor in [&kees, &site.anon()] {
            let answer = from(actor, fetch, origin).post("/account/language", &[("language", "nl")]).await;
            assert_eq!(answer.status(), 403, "{fetch} {origin}");
            assert_eq!(answer.page(), "error");
            assert!(answer.text("h1").contains("did not come from our own page"));
            let set = answer.headers().get_all("set-cookie");
            assert!(set.iter().all(|line| line.to_str().is_ok_and(|line| !line.starts_with("polder-language"))));
        }
    }
    assert_eq!(kees.clone().get("/members").await.status(), 200, "nobody was signed out");
}

#[tokio::test]
async fn our_own_pages_and_typed_addresses_may_change_things() {
    let site = Site::demo().await;
    for (fetch, origin) in
        [("same-origin", ""), ("same-origin", "http://polder.test"), ("", "http://polder.test"), ("none", "")]
    {
        let kees = site.member().await;
        assert_eq!(from(&kees, fetch, origin).post(OUT, &[]).await.status(), 303, "{fetch} {origin}");
    }
}

#[tokio::test]
async fn with_a_session_one_of_the_two_headers_must_be_there() {
    let site = Site::demo().await;
    let kees = site.member().await;
    assert_eq!(from(&kees, "", "").post(OUT, &[]).await.status(), 403);
    assert_eq!(kees.clone().get("/members").await.status(), 200);
    // Also with a session cookie that means nothing: who sends one is a browser.
    let mut planted = site.anon();
    planted.set_cookie("polder-session", "x");
    assert_eq!(from(&planted, "", "").post(OUT, &[]).await.status(), 403);
    // A program of a visitor sends neither, and no session.
    let answer = from(&site.anon(), "", "").post("/join", &[]).await;
    assert_eq!(answer.status(), 422, "the form is read");
}

#[tokio::test]
async fn reading_is_free_wherever_one_comes_from() {
    let site = Site::demo().await;
    let kees = site.member().await;
    for (fetch, origin) in [("cross-site", ""), ("", "https://evil.example"), ("", "")] {
        assert_eq!(from(&kees, fetch, origin).get("/members").await.status(), 200, "{fetch} {origin}");
    }
}

#[tokio::test]
async fn behind_a_proxy_the_public_address_is_what_counts() {
    let site = Site::with(Base::Empty, "https://polder.example").await;
    let visitor = site.anon().with_header("host", "10.0.0.7:8000");
    let language = [("language", "nl")];
    let own = from(&visitor, "", "https://polder.example").post("/account/language", &language).await;
    assert_eq!(own.status(), 303);
    assert_eq!(from(&visitor, "", "https://evil.example").post("/account/language", &language).await.status(), 403);
    assert_eq!(from(&visitor, "", "http://polder.example").post("/account/language", &language).await.status(), 403);
}

#[tokio::test]
async fn a_nul_in_path_query_or_form_is_a_400_with_a_page() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for address in ["/%00", "/articles/a%00b", "/articles?kind=%00", "/join/proof/%00", "/static/%00/x", "/members/%00"]
    {
        let answer = anon.get(address).await;
        assert_eq!((answer.status(), answer.page().as_str()), (400, "error"), "{address}");
    }
    for body in ["name=a%00b", "a%00=b", "name=a\0b", "\0"] {
        let answer = anon.post_body("/join", body).await;
        assert_eq!(answer.status(), 400, "{body:?}");
        assert!(answer.text("main").contains("NUL"), "{body:?}");
    }
    // Typed as text it is text.
    assert_eq!(anon.post_body("/join", "name=a%2500b").await.status(), 422);
    assert_eq!(anon.get("/articles/a%2500b").await.status(), 404);
}
