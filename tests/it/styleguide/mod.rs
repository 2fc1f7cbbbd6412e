//! The style guide: complete, true, and for nobody's search engine.

mod contrast;
mod empty;
mod icons;
mod words;

use crate::support::Site;
use polder::styleguide::chapter::Chapter;

#[tokio::test]
async fn every_chapter_leads_to_all_others_and_no_search_engine_lists_it() {
    let site = Site::empty().await;
    let mut anon = site.anon();
    let chapters: Vec<String> = Chapter::ALL.iter().map(|chapter| format!("/styleguide/{}", chapter.word())).collect();
    for address in chapters.iter().map(String::as_str).chain(["/styleguide"]) {
        let page = anon.get(address).await;
        assert_eq!(page.status(), 200, "{address}");
        assert_eq!(page.attribute("meta[name=robots]", "content"), "noindex", "{address}");
        for chapter in &chapters {
            assert!(page.has(&format!("main a[href='{chapter}']")), "{address} does not lead to {chapter}");
        }
        // Nobody comes upon it by chance.
        assert!(!page.has("header a[href^='/styleguide'], footer a[href^='/styleguide']"), "{address}");
    }
    assert!(!anon.get("/").await.has("a[href^='/styleguide']"));
}

#[tokio::test]
async fn the_guide_shows_what_the_style_sheet_says() {
    let site = Site::empty().await;
    let page = site.anon().get("/styleguide/tokens").await;
    let names = page.texts(".swatches code");
    assert!(names.contains(&"accent".to_owned()) && names.contains(&"tlp-amber".to_owned()), "{names:?}");
    let pairs = polder::styleguide::contrast::pairs(&polder::styleguide::tokens::all(""));
    assert_eq!(page.count("div[aria-labelledby=part-contrast] tbody tr"), pairs.len());
    for name in ["s1", "s7", "measure", "font-text", "t-h1", "radius", "quick"] {
        assert!(page.texts("tbody th code").contains(&name.to_owned()), "{name}");
    }
}

#[tokio::test]
async fn the_sample_of_a_merge_follows_what_is_chosen() {
    let site = Site::empty().await;
    let mut anon = site.anon();
    let usual = anon.get("/styleguide/texts").await;
    let name = usual.attribute(".merge-part.is-both input", "name");
    let text = usual.text("textarea#result");
    let theirs = anon.get(&format!("/styleguide/texts?{name}=theirs")).await;
    assert!(theirs.has(&format!("input[name={name}][value=theirs][checked]")));
    assert!(theirs.text("textarea#result").len() < text.len());
    // What no sample offers changes nothing.
    let odd = anon.get(&format!("/styleguide/texts?{name}=%3Cscript%3E&part-99=mine&part-=x")).await;
    assert_eq!(odd.text("textarea#result"), text);
}

#[tokio::test]
async fn a_dialog_has_a_name_and_its_buttons_lead_to_it() {
    let site = Site::empty().await;
    let page = site.anon().get("/styleguide/actions").await;
    let targets = page.attributes("button[popovertarget]", "popovertarget");
    assert!(targets.len() >= 2);
    for target in targets {
        assert!(page.has(&format!("dialog#{target}[popover][aria-labelledby]")), "{target}");
        let keep = format!("dialog#{target} button.dialog-keep[autofocus][popovertargetaction=hide]");
        assert!(page.has(&keep), "{target}: what harms nothing has the focus first");
    }
}

#[tokio::test]
async fn every_state_of_buttons_and_fields_is_seen_and_not_told() {
    let site = Site::empty().await;
    let mut anon = site.anon();
    let actions = anon.get("/styleguide/actions").await;
    for kind in ["button-primary", "button-danger", "button-quiet"] {
        for state in [".is-hovered", ".is-focused", "[aria-busy=true]", "[disabled]"] {
            assert!(actions.has(&format!("main .{kind}{state}")), "{kind}{state}");
        }
    }
    assert!(actions.has("main details.menu[open] a.is-hovered"));
    let forms = anon.get("/styleguide/forms").await;
    for kind in
        ["input[type=text]", "textarea", "select", "input[type=checkbox]", "input[type=radio]", "input[type=file]"]
    {
        for state in [".is-focused", "[disabled]", "[aria-invalid=true][aria-describedby]"] {
            assert!(forms.has(&format!("main {kind}{state}")), "{kind}{state}");
        }
    }
    assert!(anon.get("/styleguide/navigation").await.has("main .tabs a.is-hovered"));
}
