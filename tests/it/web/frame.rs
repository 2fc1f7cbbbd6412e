//! What went wrong has a page that says what to do next.

use crate::support::Site;
use axum::body::{Body, Bytes};
use axum::http::Method;
use hyper::body::Frame;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn a_body_over_a_megabyte_is_a_413_and_one_below_is_read() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    let limit = 1024 * 1024;
    let body = |length: usize| format!("motivation={}", "a".repeat(length - "motivation=".len()));
    assert_eq!(anon.post_body("/join", body(limit)).await.status(), 422);
    let answer = anon.post_body("/join", body(limit + 1)).await;
    assert_eq!((answer.status(), answer.page().as_str()), (413, "error"));
    assert!(answer.text("main").contains("one megabyte"));
    // Also when it comes in pieces and nobody said how long it will be.
    assert_eq!(anon.send(Method::POST, "/join", Body::new(Pieces(40)), Some(FORM)).await.status(), 413);
}

/// So many pieces of 64 kB.
struct Pieces(usize);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some(rest) = self.0.checked_sub(1) else { return Poll::Ready(None) };
        self.0 = rest;
        Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![b'a'; 64 * 1024])))))
    }
}

#[tokio::test]
async fn a_wrong_method_is_a_405_that_names_the_right_ones() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for (method, address, allow) in [
        (Method::GET, "/account/sign-out", "POST"),
        (Method::POST, "/articles", "GET,HEAD"),
        (Method::PUT, "/join", "GET,HEAD,POST"),
        (Method::DELETE, "/events/x/answer", "POST"),
        (Method::PATCH, "/", "GET,HEAD"),
        (Method::OPTIONS, "/join", "GET,HEAD,POST"),
        (Method::TRACE, "/", "GET,HEAD"),
        (Method::POST, "/favicon.ico", "GET,HEAD"),
        (Method::from_bytes(b"BREW").expect("a method"), "/", "GET,HEAD"),
    ] {
        let answer = anon.send(method.clone(), address, Body::empty(), None).await;
        assert_eq!(answer.status(), 405, "{method} {address}");
        let mut allowed: Vec<_> = answer.header("allow").split(',').map(str::trim).collect();
        allowed.sort_unstable();
        assert_eq!(allowed.join(","), allow, "{method} {address}");
        assert_eq!(answer.page(), "error");
    }
}

#[tokio::test]
async fn what_is_no_form_is_a_400() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for kind in [Some("application/json"), Some("text/plain"), Some("multipart/form-data; boundary=x"), Some(""), None]
    {
        let answer = anon.send(Method::POST, "/join", Body::from("{\"name\":1}"), kind).await;
        assert_eq!((answer.status(), answer.page().as_str()), (400, "error"), "{kind:?}");
    }
    // Types have no capitals or parameters that matter (RFC 9110, 8.3.1).
    for kind in ["Application/X-WWW-Form-URLencoded", "application/x-www-form-urlencoded; charset=UTF-8"] {
        assert_eq!(anon.send(Method::POST, "/join", Body::from("name=x"), Some(kind)).await.status(), 422, "{kind}");
    }
}

#[tokio::test]
async fn an_unknown_address_is_a_404_with_a_way_on() {
    let site = Site::demo().await;
    for address in [
        "/nowhere",
        "/articles/nothing",
        "/members/../members",
        "/events/x/y/z",
        "/ARTICLES",
        "/articles/",
        "//",
        "/.env",
        "/static/x",
    ] {
        let answer = site.anon().get(address).await;
        assert_eq!((answer.status(), answer.page().as_str()), (404, "error"), "{address}");
        assert!(answer.has("main a[href='/articles']"), "{address}");
        assert!(!answer.body().contains('⟦'));
    }
    let mut kees = site.member().await;
    assert_eq!(kees.get("/members/nobody").await.status(), 404);
    assert_eq!(kees.get("/partners/nobody").await.status(), 404);
}

#[tokio::test]
async fn a_fault_shows_a_number_and_never_a_cause() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    site.run("drop function next_revision_number").await;
    let fields = [
        ("title", "Typed with care"),
        ("summary", ""),
        ("kind", "practice"),
        ("language", "en"),
        ("label", "GREEN"),
        ("body", "Typed."),
    ];
    let house = site.word("select id::text from organisations where slug = 'kestrel-controls'").await;
    let fields: Vec<_> = fields.into_iter().chain([("organisation", house.as_str())]).collect();
    let answer = sam.post("/articles/new", &fields).await;
    assert_eq!(answer.status(), 500);
    assert!(answer.text("main").contains(answer.header("x-request-id")));
    for word in ["next_revision_number", "sqlx", "insert into", "panic", "src/"] {
        assert!(!answer.body().contains(word), "{word}");
    }
    assert_eq!(answer.value("title"), "Typed with care", "what was typed is kept");
}

#[tokio::test]
async fn a_database_that_is_away_is_a_503_that_keeps_what_was_typed() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    site.app.db.pool().close().await;
    for address in ["/", "/articles", "/health", "/members"] {
        let answer = sam.get(address).await;
        assert_eq!(answer.status(), 503, "{address}");
        assert_eq!(answer.header("retry-after"), "10");
    }
    let answer = sam.post("/articles/new", &[("body", "Typed with care.")]).await;
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.value("body"), "Typed with care.");
    assert_eq!(site.anon().get("/favicon.ico").await.status(), 200);
}

#[tokio::test]
async fn that_something_typed_is_kept_is_said_only_where_it_stands_on_the_page() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let address = format!("/articles/work/{}/review", uuid::Uuid::nil());
    let nothing = sam.get(&address.replace("review", "nothing")).await;
    assert!(nothing.text(".meta-list").contains("Nothing was changed."));
    // A button, and a form of choices alone: nobody typed anything.
    for fields in [&[][..], &[("verdict", "approve"), ("instead_of", "")]] {
        let page = sam.post(&address, fields).await;
        assert_eq!(page.page(), "error");
        let told = page.text(".meta-list");
        assert!(told.contains("Nothing was changed.") && !told.contains("typed"), "{fields:?}: {told}");
        assert_eq!(told.contains("sends the same again"), page.has("#main-form input[name=verdict]"), "{told}");
    }
    let typed = sam.post(&address, &[("comment", "Two words")]).await;
    assert!(typed.text(".meta-list").contains("What you typed is kept: it stands below."));
    assert_eq!(typed.value("comment"), "Two words");
    // Who has to sign in first takes it along.
    let away = site.anon().post(&address, &[("comment", "Two words")]).await;
    assert!(away.has("input[name=carried]") && away.text(".meta-list").contains("it goes along"));
    let bare = site.anon().post(&address, &[("verdict", "approve")]).await;
    assert!(!bare.text(".meta-list").contains("typed"), "{}", bare.text(".meta-list"));
}
