//! The face of an installation: its logo, its colour and its words.

use crate::support::Site;
use polder::face::Face;
use polder::face::accent::Accent;
use polder::face::logo::Logo;
use polder::i18n::OwnTexts;

const SVG: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100" onload="alert(1)">
<script>alert(1)</script><style>.a { fill: #8a1538 }</style>
<image href="https://elsewhere.example/x.png" width="9" height="9"/><image href="/etc/passwd" width="9" height="9"/>
<rect class="a" width="400" height="100" style="stroke: #000"/><text x="10" y="60" font-family="Comic">Logo</text></svg>"#;

fn logo(svg: &str) -> Logo {
    Logo::new(svg.as_bytes().to_vec()).expect("a logo")
}

fn accent(colour: &str) -> Accent {
    Accent::of(colour.parse().expect("a colour"))
}

async fn style(site: &Site) -> (String, String) {
    let address = site.anon().get("/").await.attribute("link[rel=stylesheet]", "href");
    let sheet = site.anon().get(&address).await;
    assert!(sheet.header("cache-control").contains("immutable"));
    (address, sheet.body().to_owned())
}

#[tokio::test]
async fn the_accent_is_part_of_the_one_style_sheet_and_of_its_address() {
    let (plain, red, blue) = (
        Site::demo().await,
        Site::with_face(red()).await,
        Site::with_face(Face { accent: Some(accent("#154273")), ..Face::default() }).await,
    );
    let (plain_address, plain_sheet) = style(&plain).await;
    let (red_address, red_sheet) = style(&red).await;
    let (blue_address, blue_sheet) = style(&blue).await;
    assert!(plain_address != red_address && red_address != blue_address && blue_address != plain_address);
    assert!(red_sheet.contains("--accent: #8a1538;") && !red_sheet.contains("--accent: #154273;"));
    assert!(blue_sheet.contains("--accent: #154273;") && !plain_sheet.contains("--accent: #8a1538;"));
    assert!(red_sheet.len() > plain_sheet.len() && red_sheet.len() < plain_sheet.len() + 1000);
    // What stands after the tokens stays as it was: the rooms, print, old browsers.
    assert!(red_sheet.rfind("--accent: #8a1538;") < red_sheet.find("@layer base"));
    // The sheet of one is not there for the other.
    assert_eq!(plain.anon().get(&red_address).await.status(), 404);
    assert_eq!(style(&Site::demo().await).await, (plain_address, plain_sheet), "those without settings share theirs");
    let home = red.anon().get("/").await;
    assert_eq!(home.count("link[rel=stylesheet]"), 1);
    let mark = red.anon().get(&home.attribute(".brand img", "src")).await;
    assert!(mark.body().contains("#8a1538") && !mark.body().contains("#0b587f"), "the mark follows");
}

fn red() -> Face {
    Face { accent: Some(accent("#8a1538")), ..Face::default() }
}

#[tokio::test]
async fn a_logo_stands_in_the_place_of_the_mark_and_no_script_in_it_can_run() {
    let site = Site::with_face(Face { logo: Some(logo(SVG)), ..Face::default() }).await;
    let mut anon = site.anon();
    let home = anon.get("/").await;
    let image = |name: &str| home.attribute(".brand img", name);
    assert_eq!((image("width").as_str(), image("height").as_str(), image("alt").as_str()), ("144", "36", ""));
    let file = anon.get(&image("src")).await;
    assert_eq!((file.status(), file.header("content-type"), file.body()), (200, "image/svg+xml", SVG));
    assert_eq!(file.header("content-security-policy"), "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    assert_eq!(file.headers().get_all("content-security-policy").iter().count(), 1);
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    assert!(file.header("cache-control").contains("immutable"));
    assert!(!home.body().contains("alert(1)"), "it is shown as an image only");
    // It is no square: the icon stays the mark.
    let icon = anon.get(&home.attribute("link[rel=icon]", "href")).await;
    assert!(icon.status() == 200 && icon.body() != SVG);
    let picture = anon.get("/preview.png").await;
    let ours = Site::demo().await.anon().get("/preview.png").await;
    assert!(picture.status() == 200 && picture.bytes() != ours.bytes(), "it is drawn into pictures");
}

#[tokio::test]
async fn a_square_logo_is_the_icon_too_with_its_own_type() {
    let ours = Site::demo().await;
    let touch = ours.anon().get("/").await.attribute("link[rel='apple-touch-icon']", "href");
    let png = ours.anon().get(&touch).await.bytes().to_vec();
    let logo = Some(Logo::new(png.clone()).expect("a PNG"));
    let site = Site::with_face(Face { logo, ..Face::default() }).await;
    let mut anon = site.anon();
    let home = anon.get("/").await;
    assert_eq!(home.attribute("link[rel=icon]", "type"), "image/png");
    let icon = anon.get(&home.attribute("link[rel=icon]", "href")).await;
    assert_eq!((icon.header("content-type"), icon.bytes()), ("image/png", png.as_slice()));
    let old = anon.get("/favicon.ico").await;
    assert_eq!(old.header("content-type"), "image/vnd.microsoft.icon");
    assert!(old.bytes().starts_with(&[0, 0, 1, 0, 1, 0, 48, 48]) && old.bytes()[22..].starts_with(b"\x89PNG"));
    assert_ne!(old.bytes(), ours.anon().get("/favicon.ico").await.bytes());
}

#[tokio::test]
async fn own_words_stand_in_the_place_of_ours_on_pages_in_pictures_and_mails() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("writes");
    write("en.ftl", "# Ours\nhome-headline = Water <b>&</b> people\naccount-mail-password-subject = Your key\n");
    write("nl.ftl", "home-headline = Water en mensen\naccount-mail-password-subject = Je sleutel\n");
    let texts = Some(OwnTexts::read(folder.path()).expect("texts"));
    let site = Site::with_face(Face { texts, ..Face::default() }).await;
    let home = site.anon().get("/").await;
    assert_eq!(home.text("h1"), "Water <b>&</b> people", "as text, not as HTML");
    assert_eq!(home.attribute("meta[property='og:title']", "content"), "Water <b>&</b> people");
    assert_eq!(site.anon().reading("nl").get("/").await.text("h1"), "Water en mensen");
    let ours = Site::demo().await;
    assert!(ours.anon().get("/").await.text("h1").contains("OT security"), "another installation keeps ours");
    assert_eq!(home.text(".lede"), ours.anon().get("/").await.text(".lede"), "what is not replaced stays");
    let pictures = [site.anon().get("/preview.png").await, ours.anon().get("/preview.png").await];
    assert_ne!(pictures[0].header("etag"), pictures[1].header("etag"));
    let asked = site.anon().post("/account/new-link", &[("email", "kees@voorbeeldland.example")]).await;
    assert_eq!(asked.status(), 303);
    let mails = site.mails_to("kees@").await;
    assert_eq!(mails[0].subject, "Je sleutel");
}
