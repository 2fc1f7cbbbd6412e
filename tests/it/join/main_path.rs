//! From a stranger's request to a member.

use crate::support::Site;

pub const MOTIVATION: &str = "We run two pumping stations and would like to learn how others let suppliers in.";

pub fn form() -> Vec<(&'static str, &'static str)> {
    vec![
        ("name", "Koen Verzinsel"),
        ("email", "koen@nieuw.example"),
        ("organisation", "waterschap-voorbeeldland"),
        ("function", "Control room lead"),
        ("sector", "waste-water"),
        ("motivation", MOTIVATION),
        ("language", "en"),
        ("agree", "yes"),
    ]
}

#[tokio::test]
async fn a_stranger_asks_proves_the_address_is_approved_and_signs_in() {
    let site = Site::demo().await;
    let mut stranger = site.anon();
    let asked = stranger.post("/join", &form()).await;
    assert_eq!(asked.location(), "/join/sent");

    let mut liaison = site.liaison().await;
    let before = liaison.get("/join/requests").await;
    assert!(!before.body().contains("Koen Verzinsel"), "an unproven request does not reach the liaison");

    let mails = site.mails_to("koen@nieuw.example").await;
    assert_eq!(mails.len(), 1);
    let link = mails[0].link();
    let page = stranger.get(&link).await;
    assert_eq!(page.status(), 200);
    let again = liaison.get("/join/requests").await;
    assert!(!again.body().contains("Koen Verzinsel"), "opening the link changes nothing");

    assert_eq!(stranger.post(&link, &[]).await.location(), link.replace("/proof/", "/status/"));
    let queue = liaison.get("/join/requests").await;
    assert!(queue.texts("tbody th a").contains(&"Koen Verzinsel".to_owned()));
    let request = queue.attributes("tbody th a", "href").pop().expect("a request");

    let approved = liaison.post(&format!("{request}/approve"), &[("note", "Good to have you.")]).await;
    assert_eq!(approved.location(), "/join/requests");
    assert!(liaison.follow(&approved).await.text(".flash").contains("Approved"));

    let welcome = site.mails_to("koen@nieuw.example").await.pop().expect("a welcome");
    assert!(welcome.text.contains("Good to have you."));
    let password = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
    let set = stranger.post(&welcome.link(), &password).await;
    assert_eq!(set.location(), "/account/profile");
    let profile = stranger.follow(&set).await;
    assert_eq!(profile.value("name"), "Koen Verzinsel");
    let saved = stranger
        .post(
            "/account/profile",
            &[("name", "Koen Verzinsel"), ("function", "Lead"), ("about", "I *run* pumps."), ("language", "en")],
        )
        .await;
    let mine = stranger.follow(&saved).await;
    assert_eq!(mine.text("h1"), "Koen Verzinsel");
    assert_eq!(mine.text(".prose em"), "run");
}
