//! Requests that no browser sends: never a fault of ours.

use crate::support::{Answer, Site};
use axum::body::Body;
use axum::http::header::{COOKIE, HOST, HeaderName, HeaderValue};
use axum::http::{Method, Request};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use tower::ServiceExt;

/// Parts of addresses, some of which mean something.
const PARTS: &[&str] = &[
    "articles",
    "new",
    "work",
    "edit",
    "join",
    "requests",
    "proof",
    "approve",
    "account",
    "sign-in",
    "password",
    "profile",
    "members",
    "partners",
    "events",
    "event.ics",
    "answer",
    "static",
    "health",
    "favicon.ico",
    "..",
    ".",
    "",
    "%2e%2e",
    "%2F",
    "%",
    "%zz",
    "%FF",
    "%C0%AF",
    "%ED%A0%80",
    "%F4%90%80%80",
    "%00",
    "%0d%0aX:y",
    "supplier-remote-access",
    "%E2%80%AE",
    "*",
    "{slug}",
    "'--",
    "\"",
    "<script>",
    "019376b0-0000-7000-8000-000000000000",
    "-1",
    "99999999999999999999",
    "~",
    "a+b",
    "@",
    ":",
];
const FIELDS: &[&str] = &[
    "name",
    "email",
    "organisation",
    "title",
    "body",
    "label",
    "audience",
    "people",
    "version",
    "action",
    "answer",
    "page",
    "state",
    "kind",
    "back",
    "carried",
    "password",
    "password_again",
    "starts",
    "ends",
    "zone",
    "capacity",
    "sectors",
    "verdict",
    "resend",
];
const VALUES: &[&str] = &[
    "",
    "a",
    "save",
    "preview",
    "submit",
    "yes",
    "-1",
    "99999999999999999999",
    "1e9",
    "NaN",
    "%FF%FE",
    "%ED%A0%80",
    "%",
    "%zz",
    "%E2%80%AE",
    "%F0%9F%92%A7",
    "%0d%0aSet-Cookie:a=b",
    "2027-02-30T25:61",
    "RED",
    "AMBER%2BSTRICT",
    "Europe%2FAmsterdam",
    "%3Cscript%3E",
    "javascript:alert(1)",
    "//evil.example",
    "'%3B+drop+table+members%3B--",
    "kestrel-controls",
    "koen%40nieuw.example",
];
const METHODS: &[&str] = &["GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"];
const KINDS: &[&str] =
    &["", "application/x-www-form-urlencoded", "application/json", "multipart/form-data", "a/b;;;=", "\u{ff}"];

fn address() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(
        prop_oneof![4 => prop::sample::select(PARTS).prop_map(str::to_owned), 1 => "[!-~]{0,20}"],
        0..5,
    );
    (parts, prop::option::of(fields())).prop_map(|(parts, query)| {
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        tame(&format!("/{}{query}", parts.join("/")))
    })
}

/// Addresses that exist, with a part that may not.
const ROUTES: &[&str] = &[
    "/",
    "/articles",
    "/articles/new",
    "/articles/work",
    "/articles/supplier-remote-access",
    "/articles/@/revise",
    "/articles/work/@",
    "/articles/work/@/edit",
    "/articles/work/@/review",
    "/articles/work/@/assign",
    "/join",
    "/join/sent",
    "/join/proof/@",
    "/join/requests",
    "/join/requests/@",
    "/join/requests/@/approve",
    "/join/requests/@/decline",
    "/account/sign-in",
    "/account/new-link",
    "/account/password/@",
    "/account/profile",
    "/account/language",
    "/members",
    "/members/@",
    "/partners/@",
    "/events",
    "/events/new",
    "/events/@",
    "/events/@/answer",
    "/events/@/edit",
    "/events/webinar-one-way-process-data/answer",
    "/events/webinar-one-way-process-data/edit",
    "/events/@/event.ics",
];

fn route() -> impl Strategy<Value = String> {
    let query = prop::option::of(fields()).prop_map(|query| query.map(|query| format!("?{query}")).unwrap_or_default());
    (prop::sample::select(ROUTES), prop::sample::select(PARTS), query)
        .prop_map(|(route, part, query)| tame(&format!("{}{query}", route.replace('@', part))))
}

/// Without what no request line can hold.
fn tame(address: &str) -> String {
    address.replace(['#', ' ', '"', '<', '>', '`', '{', '}', '|', '\\', '^'], "%7B")
}

fn fields() -> impl Strategy<Value = String> {
    let value = prop_oneof![4 => prop::sample::select(VALUES).prop_map(str::to_owned), 1 => "[!-%'-~]{0,40}"];
    prop::collection::vec((prop::sample::select(FIELDS), value), 0..8)
        .prop_map(|fields| fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"))
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![3 => fields().prop_map(String::into_bytes), 1 => prop::collection::vec(any::<u8>(), 0..200)]
}

/// Method, address, type, body, and odd headers by number.
type Parts = (&'static str, String, &'static str, Vec<u8>, Vec<(usize, Vec<u8>)>);

fn request() -> impl Strategy<Value = Parts> {
    let odd = prop::collection::vec((0..4_usize, prop::collection::vec(any::<u8>(), 0..60)), 0..3);
    let method = prop_oneof![3 => Just("POST"), 2 => Just("GET"), 1 => prop::sample::select(METHODS)];
    let address = prop_oneof![3 => route(), 1 => address()];
    let kind = prop_oneof![5 => Just("application/x-www-form-urlencoded"), 1 => prop::sample::select(KINDS)];
    (method, address, kind, bytes(), odd)
}

#[tokio::test]
async fn a_thousand_malformed_requests_by_four_kinds_of_people_are_never_a_fault_of_ours() {
    let site = Site::demo().await;
    let sessions = [None, Some(site.member().await), Some(site.publisher().await), Some(site.liaison().await)];
    let sessions = sessions.map(|actor| actor.and_then(|actor| actor.cookie("polder-session").map(str::to_owned)));
    let names =
        ["accept-language", "accept-encoding", "x-forwarded-host", "if-none-match"].map(HeaderName::from_static);
    let mut runner = TestRunner::deterministic();
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for number in 0..1000_usize {
        let (method, address, kind, body, odd) = request().new_tree(&mut runner).expect("a request").current();
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        let Ok(mut request) = Request::builder().method(method.clone()).uri(&address).body(Body::from(body.clone()))
        else {
            continue;
        };
        let headers = request.headers_mut();
        headers.insert(HOST, HeaderValue::from_static("polder.test"));
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        if let Ok(kind) = HeaderValue::from_bytes(kind.as_bytes()) {
            headers.insert("content-type", kind);
        }
        for (name, value) in odd {
            if let Ok(value) = HeaderValue::from_bytes(&value) {
                headers.insert(names[name].clone(), value);
            }
        }
        if let Some(secret) = &sessions[number % 4] {
            headers.insert(COOKIE, format!("polder-session={secret}").parse().expect("a cookie"));
        }
        let response = site.router.clone().oneshot(request).await.expect("an answer");
        let answer = Answer::read(response).await;
        let shown = String::from_utf8_lossy(&body).into_owned();
        assert!(answer.status() < 500, "{} {method} {address} {kind} {shown}", answer.status());
        assert!(
            answer.status() < 400 || method == Method::HEAD || answer.body().contains("<h1>"),
            "{method} {address} has no page"
        );
        *statuses.entry(answer.status()).or_default() += 1;
    }
    println!("{statuses:?}");
    assert!(statuses.len() >= 7, "they reached too little: {statuses:?}");
}

#[tokio::test]
async fn percent_signs_and_bytes_that_are_no_text_are_met_with_a_page() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    for address in [
        "/articles/%",
        "/articles/%zz",
        "/articles/%FF",
        "/articles/%C0%AF",
        "/articles/%ED%A0%80",
        "/members/%E2%80%AE",
        "/partners/%F4%90%80%80",
        "/join/proof/%FF",
        "/articles?kind=%FF",
        "/articles?%",
        "/account/sign-in?back=%FF",
    ] {
        let answer = sam.get(address).await;
        assert!([200, 404, 410].contains(&answer.status()), "{address}: {}", answer.status());
        assert!(answer.has("h1"));
    }
    for body in [
        "title=%FF&body=%ED%A0%80",
        "title=%",
        "title=%zz",
        "&&&",
        "=",
        "title",
        "title=a&title=b",
        "version=x",
        "version=99999999999",
    ] {
        let answer = sam.post_body("/articles/new", body).await;
        assert!([400, 422].contains(&answer.status()), "{body}: {}", answer.status());
    }
    let bytes = sam.post_body("/articles/new", vec![0xFF, b'=', 0xFE]).await;
    assert!([400, 422].contains(&bytes.status()), "{}", bytes.status());
}
