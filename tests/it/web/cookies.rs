//! Cookies: few, and no broader than needed.

use crate::support::{Actor, Answer, Base, Site};

const EMAIL: &str = "iris@first.example";
const PASSWORD: &str = "a long enough sentence";

/// A site at this address with one member.
async fn with_member(public_url: &str) -> (Site, Actor, Answer) {
    let site = Site::with(Base::Empty, public_url).await;
    let hash = polder::auth::password::hash(PASSWORD.to_owned()).await.expect("a hash");
    site.run(&format!(
        "insert into members (id, slug, email, name, function, language, password_hash, created_at)
         values (gen_random_uuid(), 'iris', '{EMAIL}', 'Iris', 'x', 'en', '{hash}', '2026-11-24');
         insert into rule_agreements (member_id, version, agreed_at) select id, 1, created_at from members"
    ))
    .await;
    let mut actor = site.anon();
    let answer = actor.post("/account/sign-in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    assert_eq!(answer.status(), 303);
    (site, actor, answer)
}

fn lines(answer: &Answer) -> Vec<String> {
    answer.headers().get_all("set-cookie").iter().map(|line| line.to_str().expect("text").to_owned()).collect()
}

#[tokio::test]
async fn over_https_every_cookie_is_bound_to_the_host() {
    let (_site, mut actor, signed_in) = with_member("https://polder.example").await;
    let mut all = lines(&signed_in);
    assert_eq!(actor.get("/members").await.status(), 200, "the session works under its name");
    all.extend(lines(&actor.post("/account/language", &[("language", "nl"), ("back", "/")]).await));
    all.extend(lines(&actor.post("/account/sign-out", &[]).await));
    assert!(all.len() >= 5, "{all:?}");
    for line in all {
        assert!(line.starts_with("__Host-polder-"), "{line}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(line.contains(part), "{line} lacks {part}");
        }
        assert!(!line.contains("Domain"), "{line}");
    }
}

#[tokio::test]
async fn over_https_a_cookie_that_a_neighbour_could_set_is_nobody() {
    let (site, actor, _) = with_member("https://polder.example").await;
    let secret = actor.cookie("__Host-polder-session").expect("a session").to_owned();
    let mut other = site.anon();
    other.set_cookie("polder-session", &secret);
    assert_eq!(other.get("/members").await.status(), 401, "without the prefix it counts for nothing");
}

#[tokio::test]
async fn over_plain_http_on_this_machine_they_still_hide_from_scripts() {
    let (_site, _actor, signed_in) = with_member("http://127.0.0.1:8000").await;
    for line in lines(&signed_in) {
        assert!(
            line.starts_with("polder-") && line.contains("; HttpOnly") && line.contains("; SameSite=Lax"),
            "{line}"
        );
        assert!(!line.contains("Secure"), "{line}");
    }
}

#[tokio::test]
async fn a_message_cookie_says_only_what_we_wrote() {
    let site = Site::demo().await;
    for value in ["<script>alert(1)</script>", "You won! Click here", "account-flash", "join-mail-proof-body", "%00"] {
        let mut actor = site.anon();
        actor.set_cookie("polder-flash", value);
        let page = actor.get("/").await;
        assert!(!page.has(".flash"), "{value}");
    }
    let mut actor = site.anon();
    actor.set_cookie("polder-flash", "account-flash-signed-in");
    assert!(actor.get("/").await.has(".flash"));
    assert_eq!(actor.cookie("polder-flash"), None, "and it goes with the page that showed it");
}

#[tokio::test]
async fn many_and_broken_cookies_are_read_without_harm() {
    let site = Site::demo().await;
    let kees = site.member().await;
    let secret = kees.cookie("polder-session").expect("a session");
    for line in [
        format!("a=b; polder-session={secret}; c=d"),
        format!(";;;=; polder-session={secret}"),
        format!("polder-session=\"{secret}\""),
        format!("broken; polder-session={secret}"),
    ] {
        let mut actor = site.anon().with_header("cookie", &line);
        actor.lose_cookie("polder-language");
        let status = actor.get("/members").await.status();
        assert!(status == 200 || status == 401, "{line}: {status}");
    }
    let many = (0..500).map(|n| format!("c{n}=x")).collect::<Vec<_>>().join("; ");
    let mut actor = site.anon().with_header("cookie", &format!("{many}; polder-session={secret}"));
    actor.lose_cookie("polder-language");
    assert_eq!(actor.get("/members").await.status(), 200);
}
