//! The list and the page.

use super::support::{form, made, with};
use crate::support::Site;
use chrono::TimeDelta;

#[tokio::test]
async fn each_label_has_its_readers() {
    let site = Site::demo().await;
    // The member's organisation is a client of Kestrel Controls.
    let cases: [(&str, Option<&str>, [u16; 4]); 4] = [
        ("CLEAR", None, [200, 200, 200, 200]),
        ("GREEN", None, [404, 200, 200, 200]),
        ("AMBER", Some("kestrel-controls"), [404, 200, 200, 200]),
        ("AMBER+STRICT", Some("kestrel-controls"), [404, 404, 200, 200]),
    ];
    for (label, audience, expected) in cases {
        let title = format!("Seen as {} by {}", label.replace('+', " "), audience.unwrap_or("nobody else"));
        let mut typed = with(form(&title), &[("label", label)]);
        typed.extend(audience.map(|slug| ("audience", slug.to_owned())));
        let event = made(&site, &typed).await;
        let actors = [site.anon(), site.member().await, site.publisher().await, site.liaison().await];
        for (mut actor, status) in actors.into_iter().zip(expected) {
            assert_eq!(actor.get(&event).await.status(), status, "{label} {audience:?}");
            assert_eq!(actor.get(&format!("{event}/event.ics")).await.status(), status, "{label}, its file");
            for list in ["/events", "/"] {
                assert_eq!(actor.get(list).await.body().contains(&title), status == 200, "{label} at {list}");
            }
        }
    }
}

#[tokio::test]
async fn an_audience_on_a_wide_label_is_refused() {
    let site = Site::demo().await;
    for label in ["CLEAR", "GREEN"] {
        let typed = with(form("Too narrow"), &[("label", label), ("audience", "kestrel-controls")]);
        let answer = super::support::send(&mut site.liaison().await, "/events/new", &typed).await;
        assert_eq!(answer.status(), 422);
        assert!(answer.has("#audience .field-error"), "{label}");
    }
    let typed = with(form("Nobody"), &[("label", "AMBER"), ("audience", "no-such-house")]);
    assert_eq!(super::support::send(&mut site.liaison().await, "/events/new", &typed).await.status(), 422);
}

#[tokio::test]
async fn an_event_moves_from_coming_to_past_when_it_ends() {
    let site = Site::demo().await;
    let times = [("starts", "2026-11-24T12:30"), ("ends", "2026-11-24T13:00"), ("zone", "UTC"), ("label", "CLEAR")];
    made(&site, &with(form("Very soon"), &times)).await;
    let in_section = async |name: &str| {
        let page = site.anon().get("/events").await;
        page.texts(&format!("section[aria-labelledby={name}] h3")).contains(&"Very soon".to_owned())
    };
    assert!(in_section("coming").await && !in_section("past").await);
    site.later(TimeDelta::minutes(59));
    assert!(in_section("coming").await, "while it runs");
    site.later(TimeDelta::minutes(1));
    assert!(!in_section("coming").await && in_section("past").await);
}

#[tokio::test]
async fn what_an_organiser_writes_does_no_harm() {
    let site = Site::demo().await;
    let evil = "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://evil.example/p.png)";
    let typed = with(
        form("<script>alert(1)</script>"),
        &[
            ("label", "CLEAR"),
            ("body", evil),
            ("place", "\"><img src=x onerror=alert(1)>"),
            ("summary", "<svg onload=alert(1)> in a summary"),
        ],
    );
    let event = made(&site, &typed).await;
    for address in [event.as_str(), "/events", "/"] {
        let page = site.anon().get(address).await;
        assert_eq!(
            page.count("main script, main svg, .prose img, main [onerror], main a[href^=javascript]"),
            0,
            "{address}"
        );
    }
    assert_eq!(site.anon().get(&event).await.text("h1"), "<script>alert(1)</script>");
}
