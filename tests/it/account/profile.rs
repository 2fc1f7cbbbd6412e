//! The own profile.

use crate::support::Site;

const ADDRESS: &str = "/account/profile";

fn fields<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let base = [
        ("name", "Kees van Nergens"),
        ("function", "Process engineer"),
        ("expertise", "pumps"),
        ("about", "I *run* pumps."),
        ("language", "en"),
    ];
    let kept = base.into_iter().filter(|field| changes.iter().all(|change| change.0 != field.0));
    kept.chain(changes.iter().copied()).collect()
}

#[tokio::test]
async fn what_is_saved_is_what_others_see_and_what_the_form_holds_again() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let saved = kees
        .post(ADDRESS, &fields(&[("sectors", "waste-water"), ("sectors", "food"), ("name", "Kees <b>X</b>")]))
        .await;
    assert_eq!(saved.location(), "/members/kees-van-nergens", "the address stays when the name changes");
    let page = site.publisher().await.get("/members/kees-van-nergens").await;
    assert_eq!(page.text("h1"), "Kees <b>X</b>");
    assert_eq!(page.text(".prose em"), "run");
    let form = kees.get(ADDRESS).await;
    assert_eq!(form.value("about"), "I *run* pumps.");
    let mut sectors = form.attributes("input[name=sectors][checked]", "value");
    sectors.sort();
    assert_eq!(sectors, ["food", "waste-water"]);
}

#[tokio::test]
async fn what_is_wrong_is_told_and_what_was_typed_stays() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let long = "x".repeat(4001);
    let deep = "- > ".repeat(900);
    let name = "x".repeat(121);
    let wrong = [
        ("name", ""),
        ("name", name.as_str()),
        ("name", "K\u{202e}ees"),
        ("function", ""),
        ("about", long.as_str()),
        ("about", deep.as_str()),
        ("language", "tlh"),
        ("sectors", "witchcraft"),
    ];
    for (field, value) in wrong {
        let answer = kees.post(ADDRESS, &fields(&[(field, value)])).await;
        assert_eq!(answer.status(), 422, "{field} {value:.20}");
        assert!(answer.has(&format!("#{field}-error")) || answer.has(&format!("#{field} .field-error")), "{field}");
        assert_eq!(answer.value("expertise"), "pumps");
        if field == "about" {
            assert_eq!(answer.value("about").trim(), value.trim());
        }
    }
    assert!(!kees.get("/members/kees-van-nergens").await.body().contains("I <em>run</em>"), "nothing was saved");
}

#[tokio::test]
async fn what_somebody_writes_about_themselves_does_no_harm() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let evil = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![](https://evil.example/track.png) <img src=x onerror=alert(1)>";
    assert_eq!(kees.post(ADDRESS, &fields(&[("about", evil), ("expertise", "\"><script>")])).await.status(), 303);
    let page = site.publisher().await.get("/members/kees-van-nergens").await;
    assert_eq!(page.count("main script, main img, main [onerror], main a[href^=javascript]"), 0, "{}", page.body());
    assert_eq!(site.publisher().await.get("/members").await.count("main script"), 0);
}

#[tokio::test]
async fn a_form_cannot_change_what_it_does_not_show() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let extra =
        [("email", "new@evil.example"), ("roles", "liaison"), ("slug", "x"), ("state", "suspended"), ("id", "1")];
    assert_eq!(kees.post(ADDRESS, &fields(&extra)).await.status(), 303);
    let kept = site
        .word("select email || array_to_string(roles, ',') || state::text from members where slug = 'kees-van-nergens'")
        .await;
    assert_eq!(kept, "kees@voorbeeldland.exampleactive");
}

#[tokio::test]
async fn the_language_of_the_account_counts_from_then_on() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let saved = kees.post(ADDRESS, &fields(&[("language", "nl")])).await;
    assert_eq!(kees.follow(&saved).await.attribute("html", "lang"), "nl");
}
