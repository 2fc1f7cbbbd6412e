//! Choosing colours.

use crate::support::Site;

#[tokio::test]
async fn the_chosen_colours_hold_on_every_page_until_the_system_decides_again() {
    let site = Site::demo().await;
    let mut reader = site.anon();
    let before = reader.get("/articles?kind=checklist").await;
    assert_eq!(before.attribute("meta[name=color-scheme]", "content"), "light dark");
    assert!(!before.has("html[data-theme]"));
    assert_eq!(before.attribute(".switch-appearance [aria-current]", "value"), "system");
    for theme in ["dark", "light"] {
        let fields = [("appearance", theme), ("back", "/articles?kind=checklist")];
        let answer = reader.post("/account/appearance", &fields).await;
        assert_eq!(answer.location(), "/articles?kind=checklist");
        assert!(answer.header("set-cookie").contains("Max-Age=31536000"), "{}", answer.header("set-cookie"));
        for address in ["/", "/nowhere", "/account/sign-in"] {
            let page = reader.get(address).await;
            assert_eq!(page.attribute("html", "data-theme"), theme, "{address}");
            assert_eq!(page.attribute("meta[name=color-scheme]", "content"), theme);
            assert_eq!(page.attribute(".switch-appearance [aria-current]", "value"), theme);
        }
    }
    let answer = reader.post("/account/appearance", &[("appearance", "system"), ("back", "/")]).await;
    let page = reader.follow(&answer).await;
    assert!(!page.has("html[data-theme]"));
    assert!(reader.cookie("polder-appearance").is_none(), "no choice needs no cookie");
}

#[tokio::test]
async fn what_is_no_colour_changes_nothing_and_no_choice_leads_to_another_site() {
    let site = Site::demo().await;
    for (value, back) in [("neon", "//evil.example"), ("", "https://evil.example"), ("dark\r\nX: y", "/\\evil")] {
        let answer = site.anon().post("/account/appearance", &[("appearance", value), ("back", back)]).await;
        assert_eq!(answer.location(), "/");
        assert!(answer.headers().get("set-cookie").is_none(), "{value:?}");
    }
    let mut odd = site.anon();
    odd.set_cookie("polder-appearance", "\"><script>");
    assert!(!odd.get("/").await.has("html[data-theme]"));
}
