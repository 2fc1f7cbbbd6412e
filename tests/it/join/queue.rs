//! The queue and its counter.

use super::support::{form, waiting, with};
use crate::support::Site;
use chrono::TimeDelta;

#[tokio::test]
async fn the_counter_counts_what_waits_and_the_longest_waits_first() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    assert_eq!(liaison.get("/").await.text(".site-tools .count"), "4");
    let first = waiting(&site, &form("a@nieuw.example")).await;
    site.later(TimeDelta::hours(1));
    let second = waiting(&site, &form("b@nieuw.example")).await;
    let queue = liaison.get("/join/requests").await;
    assert_eq!(queue.text(".site-tools .count"), "6");
    assert_eq!(queue.text(".tabs a[aria-current] .count"), "6");
    let rows = queue.attributes("tbody th a", "href");
    assert_eq!(rows[4..], [first.clone(), second]);
    let mut liaison = site.liaison().await;
    assert_eq!(liaison.post(&format!("{first}/approve"), &[]).await.status(), 303);
    assert_eq!(liaison.get("/join/requests").await.text(".site-tools .count"), "5");
    assert!(liaison.get("/join/requests?state=approved").await.attributes("tbody th a", "href").contains(&first));
}

#[tokio::test]
async fn an_address_that_asks_for_nonsense_shows_the_queue() {
    let site = Site::demo().await;
    let mut liaison = site.liaison().await;
    for query in [
        "state=unproven",
        "state=%FF",
        "state=replaced",
        "domain=x&days=-3&organisation=no",
        "page=-1",
        "page=99999999999999999999",
        "page=x",
        "a=b&a=c",
    ] {
        let page = liaison.get(&format!("/join/requests?{query}")).await;
        assert_eq!(page.status(), 200, "{query}");
        assert_eq!(page.page(), "join/queue");
        assert!(!page.body().contains("Pim Verzinsel"), "{query} shows an unproven request");
    }
    let far = liaison.get("/join/requests?page=9999").await;
    assert!(far.has(".empty"));
}

#[tokio::test]
async fn both_languages_have_the_form_and_the_rules() {
    let site = Site::demo().await;
    for language in ["en", "nl"] {
        let mut reader = site.anon().reading(language);
        for address in ["/join", "/join/sent", "/join/house-rules"] {
            let page = reader.get(address).await;
            assert_eq!(page.status(), 200);
            assert_eq!(page.attribute("html", "lang"), language);
            assert!(!page.body().contains('⟦'), "{address} lacks a text in {language}");
        }
    }
}

#[tokio::test]
async fn who_may_be_the_same_person_is_told_apart_and_told_of_once() {
    let site = Site::demo().await;
    let other = with(form("kees@thuis.example"), &[("name", "K. van Nergens")]);
    let first = waiting(&site, &other).await;
    site.later(TimeDelta::days(1));
    let reason = [("reason", "We only take people who run plants.")];
    assert_eq!(site.liaison().await.post(&format!("{first}/decline"), &reason).await.status(), 303);
    site.later(TimeDelta::days(1));
    let request = waiting(&site, &other).await;
    for email in ["k.van.nergens@nieuw.example", "nergens@nieuw.example"] {
        waiting(&site, &with(form(email), &[("name", "K. van Nergens")])).await;
    }
    let mut lotte = site.liaison().await.reading("en");
    for page in [lotte.get(&request).await, lotte.get("/join/requests?q=kees%40thuis").await] {
        let lines = page.texts("ul.plain.small li");
        let starts = [
            "Perhaps the same as the applicant K. van Nergens (k.van.nergens@nieuw.example; With the liaison, since ",
            "Perhaps the same as the applicant K. van Nergens (nergens@nieuw.example; With the liaison, since ",
            "Perhaps the same as the member Kees van Nergens (kees@voorbeeldland.example; Member since ",
            "Earlier request K. van Nergens (kees@thuis.example; Declined, ",
        ];
        assert_eq!(lines.len(), starts.len(), "{lines:?}");
        for (line, start) in lines.iter().zip(starts) {
            assert!(line.starts_with(start) && (line.ends_with(" 2026)") || line.ends_with(" 2025)")), "{line}");
        }
    }
}
