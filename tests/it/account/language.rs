//! Switching the language.

use crate::support::Site;

async fn switch(site: &Site, back: &str, language: &str) -> (crate::support::Actor, crate::support::Answer) {
    let mut reader = site.anon();
    let answer = reader.post("/account/language", &[("language", language), ("back", back)]).await;
    (reader, answer)
}

#[tokio::test]
async fn the_reader_stays_where_they_are() {
    let site = Site::demo().await;
    for place in ["/", "/articles?kind=checklist&sector=waste-water", "/events/webinar-one-way-process-data", "/join"] {
        let page = site.anon().get(place).await;
        assert_eq!(page.attribute(".switch input[name=back]", "value"), place);
        let (mut reader, answer) = switch(&site, place, "nl").await;
        assert_eq!(answer.location(), place);
        let page = reader.follow(&answer).await;
        assert_eq!((page.status(), page.attribute("html", "lang").as_str()), (200, "nl"));
        assert_eq!(page.attribute(".switch [aria-current]", "value"), "nl");
    }
}

#[tokio::test]
async fn another_site_is_no_place_to_go_back_to() {
    let site = Site::demo().await;
    for back in
        ["https://evil.example", "//evil.example", "/\\evil.example", "/%0d%0aX:y\r\n", "", "evil", "/\u{202e}x"]
    {
        let (_, answer) = switch(&site, back, "nl").await;
        assert_eq!(answer.location(), "/", "{back:?}");
    }
}

#[tokio::test]
async fn a_language_that_we_do_not_have_changes_nothing() {
    let site = Site::demo().await;
    for language in ["", "tlh", "en\r\nX: y", "../en"] {
        let (_, answer) = switch(&site, "/join", language).await;
        assert_eq!(answer.location(), "/join");
        assert!(answer.headers().get("set-cookie").is_none(), "{language:?}");
    }
}

#[tokio::test]
async fn the_choice_beats_the_account_and_the_account_beats_the_browser() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert_eq!(kees.get("/").await.attribute("html", "lang"), "en", "chosen");
    kees.lose_cookie("polder-language");
    assert_eq!(kees.get("/").await.attribute("html", "lang"), "nl", "of the account");
    let mut visitor = site.anon().with_header("accept-language", "nl-BE,nl;q=0.9");
    visitor.lose_cookie("polder-language");
    assert_eq!(visitor.get("/").await.attribute("html", "lang"), "nl", "of the browser");
}

#[tokio::test]
async fn an_address_can_ask_for_a_language_for_one_view() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    assert_eq!(kees.get("/").await.status(), 200);
    let page = kees.get("/articles?kind=checklist&lang=nl").await;
    assert_eq!((page.attribute("html", "lang").as_str(), page.header("content-language")), ("nl", "nl"));
    assert!(page.headers().get("set-cookie").is_none(), "opening an address changes nothing");
    assert_eq!(page.value("kind"), "checklist", "the list is narrowed all the same");
    // The switch leads to the address without it, or the choice would not count.
    assert_eq!(page.attribute(".switch input[name=back]", "value"), "/articles?kind=checklist");
    assert_eq!(kees.get("/articles").await.attribute("html", "lang"), "en", "the choice holds again");
    kees.lose_cookie("polder-language");
    assert_eq!(kees.get("/?lang=en").await.attribute("html", "lang"), "en", "before the account's");
    for (address, language) in [("/?lang=tlh", "nl"), ("/?lang=", "nl"), ("/?lang=en&lang=nl", "en"), ("/?l=en", "nl")]
    {
        assert_eq!(kees.get(address).await.attribute("html", "lang"), language, "{address}");
    }
    let back = kees.get("/events?lang=en&page=1&lang=nl").await.attribute(".switch input[name=back]", "value");
    assert_eq!(back, "/events?page=1");
}
