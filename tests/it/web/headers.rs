//! The headers that every answer carries.

use crate::support::{Answer, Base, Site};
use axum::body::Body;
use axum::http::Method;
use std::io::Read;

fn carries_all(answer: &Answer, what: &str) {
    let policy = answer.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'"), "{what}: {policy}");
    assert!(
        !policy.contains("unsafe") && !policy.contains('*') && policy.contains("script-src 'self';"),
        "{what}: {policy}"
    );
    for part in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(part), "{what}: {policy}");
    }
    assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(answer.header("x-frame-options"), "DENY", "{what}");
    assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
    assert!(answer.header("permissions-policy").contains("camera=()"), "{what}");
    assert!(!answer.header("x-request-id").is_empty(), "{what}");
    assert_eq!(answer.headers().get_all("content-security-policy").iter().count(), 1, "{what}");
}

#[tokio::test]
async fn pages_errors_redirects_and_files_carry_them_all() {
    let site = Site::demo().await;
    let (mut anon, mut sam) = (site.anon(), site.publisher().await);
    let style = anon.get("/").await.attribute("link[rel=stylesheet]", "href");
    for (address, status) in [
        ("/", 200),
        ("/articles", 200),
        (style.as_str(), 200),
        ("/favicon.ico", 200),
        ("/robots.txt", 200),
        ("/.well-known/security.txt", 200),
        ("/health", 200),
        ("/events/webinar-one-way-process-data/event.ics", 200),
        ("/members", 401),
        ("/nowhere", 404),
        ("/static/0000/polder.css", 404),
        ("/a%00b", 400),
        ("/account/sign-out", 405),
        ("/join/proof/x", 410),
    ] {
        let answer = anon.get(address).await;
        assert_eq!(answer.status(), status, "{address}");
        carries_all(&answer, address);
    }
    for (address, status) in [("/join", 422), ("/account/language", 303), ("/articles/new", 401)] {
        let answer = anon.post(address, &[]).await;
        assert_eq!(answer.status(), status, "{address}");
        carries_all(&answer, address);
    }
    carries_all(&sam.get("/join/requests").await, "403");
    let huge = anon.post_body("/join", vec![b'a'; 2_000_000]).await;
    assert_eq!(huge.status(), 413);
    carries_all(&huge, "413");
}

#[tokio::test]
async fn nobody_in_between_keeps_a_page_and_everybody_keeps_a_file() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    for address in ["/", "/articles", "/members", "/nowhere", "/events/webinar-one-way-process-data/event.ics"] {
        let answer = sam.get(address).await;
        assert_eq!(answer.header("cache-control"), "private, no-store", "{address}");
    }
    let style = sam.get("/").await.attribute("link[rel=stylesheet]", "href");
    let file = sam.get(&style).await;
    assert!(file.header("cache-control").contains("immutable"));
    assert_eq!(file.header("content-type"), "text/css; charset=utf-8");
    assert!(file.headers().get("set-cookie").is_none());
}

#[tokio::test]
async fn a_visitor_gets_no_cookie_and_no_script_but_ours_and_asks_no_other_host() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for address in [
        "/",
        "/articles",
        "/articles/supplier-remote-access",
        "/events",
        "/partners",
        "/join",
        "/account/sign-in",
        "/nowhere",
        "/members",
    ] {
        let answer = anon.get(address).await;
        assert!(answer.headers().get("set-cookie").is_none(), "{address}");
        assert_eq!(
            answer.count("script:not([type=module]), style, [style], iframe, [onclick], [onload], [onsubmit]"),
            0,
            "{address}"
        );
        for (element, attribute) in [
            ("link:not([rel=canonical], [rel=alternate])", "href"),
            ("script", "src"),
            ("img", "src"),
            ("form", "action"),
        ] {
            for target in answer.attributes(element, attribute) {
                assert!(target.starts_with('/') && !target.starts_with("//"), "{address}: {element} {target}");
            }
        }
    }
    let bad = anon.post("/join", &[]).await;
    assert!(bad.headers().get("set-cookie").is_none());
}

#[tokio::test]
async fn https_is_asked_for_where_it_is_offered() {
    let site = Site::with(Base::Empty, "https://polder.example").await;
    let answer = site.anon().get("/").await;
    let value = answer.header("strict-transport-security");
    let seconds = value.split("max-age=").nth(1).and_then(|rest| rest.split(';').next()).and_then(|n| n.parse().ok());
    assert!(seconds.is_some_and(|seconds: u64| seconds >= 31_536_000), "{value}");
    let plain = Site::empty().await;
    assert_eq!(plain.anon().get("/").await.header("strict-transport-security"), "");
}

#[tokio::test]
async fn head_answers_like_get_without_a_body() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for address in ["/", "/articles/supplier-remote-access", "/nowhere", "/members", "/favicon.ico", "/health"] {
        let get = anon.get(address).await;
        let head = anon.send(Method::HEAD, address, Body::empty(), None).await;
        assert_eq!(head.status(), get.status(), "{address}");
        assert_eq!(head.body(), "", "{address}");
        assert_eq!(head.header("content-type"), get.header("content-type"), "{address}");
        carries_all(&head, address);
    }
    let not_a_page = anon.send(Method::HEAD, "/account/sign-out", Body::empty(), None).await;
    assert_eq!(not_a_page.status(), 405);
}

#[tokio::test]
async fn compression_changes_nothing_but_the_size() {
    let site = Site::demo().await;
    let small = site.anon().with_header("accept-encoding", "gzip").get("/articles/supplier-remote-access").await;
    assert_eq!(small.header("content-encoding"), "gzip");
    let page = site.anon().get("/").await;
    let style = page.attribute("link[rel=stylesheet]", "href");
    let plain = site.anon().get(&style).await;
    let small = site.anon().with_header("accept-encoding", "br, gzip").get(&style).await;
    assert_eq!((plain.header("content-encoding"), small.header("content-encoding")), ("", "gzip"));
    assert_eq!((plain.header("vary"), small.header("vary")), ("Accept-Encoding", "Accept-Encoding"));
    assert_eq!(plain.header("content-type"), small.header("content-type"));
    assert_eq!(small.header("content-length"), small.bytes().len().to_string(), "compressed before it was asked for");
    let mut unfolded = Vec::new();
    flate2::read::GzDecoder::new(small.bytes()).read_to_end(&mut unfolded).expect("gzip");
    assert_eq!(unfolded, plain.bytes());
    // A font is compressed by itself.
    let font = style.replace("polder.css", "font/atkinson-hyperlegible-next.woff2");
    let font = site.anon().with_header("accept-encoding", "gzip").get(&font).await;
    assert_eq!((font.status(), font.header("content-type"), font.header("content-encoding")), (200, "font/woff2", ""));
    let refused = site.anon().with_header("accept-encoding", "identity;q=0, *;q=0").get("/").await;
    assert!(refused.status() < 500, "{}", refused.status());
}
