//! Words and pictures for those who show an address elsewhere.

use crate::support::{Base, Site};

/// The most that a picture may weigh, in bytes.
const HEAVIEST: usize = 60 * 1024;

/// Width and height, where a PNG tells them.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "a PNG");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[tokio::test]
async fn a_public_page_says_what_it_is_with_whole_addresses() {
    let site = Site::with(Base::Demo, "https://polder.example").await;
    let mut anon = site.anon();
    for (address, kind, locale) in [
        ("/articles/supplier-remote-access", "article", "en_GB"),
        ("/articles/eerste-24-uur-melden", "article", "nl_NL"),
        ("/events/webinar-one-way-process-data", "website", "en_GB"),
        ("/", "website", "en_GB"),
        ("/partners", "website", "en_GB"),
        ("/partners/kestrel-controls", "website", "en_GB"),
    ] {
        let page = anon.get(&format!("{address}?utm=x")).await;
        let said = |name: &str| page.attribute(&format!("meta[property='og:{name}']"), "content");
        assert_eq!(page.count("meta[property='og:title']"), 1, "{address}");
        assert_eq!((said("type").as_str(), said("locale").as_str()), (kind, locale), "{address}");
        assert_eq!(said("site_name"), "Test community");
        assert_eq!(said("url"), format!("https://polder.example{address}"));
        assert!(!said("title").is_empty() && said("description").len() > 20, "{address}");
        assert_eq!(said("description"), page.attribute("meta[name=description]", "content"), "{address}");
        assert_eq!(page.attribute("meta[name='twitter:card']", "content"), "summary_large_image");
        let picture = said("image");
        let path = picture.strip_prefix("https://polder.example").expect("a whole address");
        let picture = anon.get(path).await;
        assert_eq!((picture.status(), picture.header("content-type")), (200, "image/png"), "{path}");
        assert_eq!(size(picture.bytes()), (1200, 630));
        assert!(picture.bytes().len() <= HEAVIEST, "{path}: {}", picture.bytes().len());
    }
    for address in ["/join", "/account/sign-in", "/nowhere", "/members"] {
        assert!(!anon.get(address).await.has("meta[property], meta[name=description]"), "{address}");
    }
}

#[tokio::test]
async fn a_partner_is_told_of_in_the_language_of_its_words_and_briefly() {
    let site = Site::demo().await;
    let long = "Wij houden het droog. ".repeat(40);
    site.run(&format!("update organisations set about_en = '', about_nl = '{long}' where slug = 'kestrel-controls'"))
        .await;
    let page = site.anon().get("/partners/kestrel-controls?lang=en").await;
    let said = |name: &str| page.attribute(&format!("meta[property='og:{name}']"), "content");
    assert_eq!((said("locale").as_str(), page.attribute("html", "lang").as_str()), ("nl_NL", "en"));
    assert!(said("image").contains("language=nl"), "{}", said("image"));
    let description = said("description");
    assert!(description.ends_with('…') && (150..=200).contains(&description.chars().count()), "{description}");
}

#[tokio::test]
async fn a_picture_is_kept_by_everybody_and_changes_its_address_with_its_words() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    let of = async |site: &Site| site.anon().get("/articles/supplier-remote-access").await;
    let address = of(&site).await.attribute("meta[property='og:image']", "content");
    let picture = anon.get(address.strip_prefix("http://polder.test").expect("ours")).await;
    assert_eq!(picture.header("cache-control"), "public, no-cache");
    assert!(picture.headers().get("set-cookie").is_none() && picture.headers().get("vary").is_none());
    let tag = picture.header("etag").to_owned();
    for known in [tag.clone(), format!("\"x\", W/{tag}")] {
        let mut knowing = site.anon().with_header("if-none-match", &known);
        let again = knowing.get("/articles/supplier-remote-access/preview.png").await;
        assert_eq!((again.status(), again.bytes().len(), again.header("etag")), (304, 0, tag.as_str()));
    }
    site.run("update revisions set title = 'Another title' where id = (select published_id from articles where slug = 'supplier-remote-access')").await;
    assert_ne!(of(&site).await.attribute("meta[property='og:image']", "content"), address);
    let changed = anon.get("/articles/supplier-remote-access/preview.png").await;
    assert_ne!(changed.header("etag"), tag);
    assert_ne!(changed.bytes(), picture.bytes());
}

#[tokio::test]
async fn any_title_can_be_drawn_and_nothing_in_it_is_taken_for_a_drawing() {
    let site = Site::demo().await;
    let plain = site.anon().get("/articles/supplier-remote-access/preview.png").await;
    let titles = [
        "أمن أنظمة التحكم الصناعية".to_owned(),
        "工业控制系统安全".to_owned(),
        "🔥🚰🧯".to_owned(),
        "W".repeat(160),
        "ij".repeat(80),
        "<script>alert(1)</script><image href=\"file:///etc/passwd\"/>".to_owned(),
        "Pumps & locks < > \" ' ]]> &amp; &bad; <!-- {{ title }}".to_owned(),
        "\u{202e}backwards\u{200b}\u{feff}\u{fffe}".to_owned(),
        "Ελληνικά και Кирилиця, één coördinatie, Łódź, İstanbul, ǅ, ﬁ".to_owned(),
        "e\u{301}".repeat(80),
        "-".repeat(160),
    ];
    for title in titles {
        let sql = "update revisions set title = '{}' where id = (select published_id from articles where slug = 'supplier-remote-access')";
        site.run(&sql.replace("{}", &title.replace('\'', "''"))).await;
        let picture = site.anon().get("/articles/supplier-remote-access/preview.png").await;
        assert_eq!(picture.status(), 200, "{title}");
        assert_eq!(size(picture.bytes()), (1200, 630), "{title}");
        assert!(picture.bytes().len() <= HEAVIEST, "{title}: {}", picture.bytes().len());
        assert_ne!(picture.bytes(), plain.bytes(), "{title}");
        let page = site.anon().get("/articles/supplier-remote-access").await;
        assert_eq!(page.attribute("meta[property='og:title']", "content"), page.text("h1"), "{title}");
    }
}

#[tokio::test]
async fn many_who_ask_at_once_get_the_same() {
    let site = Site::demo().await;
    let all = (0..40).map(|_| {
        let mut actor = site.anon();
        tokio::spawn(async move { actor.get("/articles/supplier-remote-access/preview.png").await })
    });
    let mut first = None;
    for answer in all.collect::<Vec<_>>() {
        let answer = answer.await.expect("an answer");
        assert_eq!((answer.status(), size(answer.bytes())), (200, (1200, 630)));
        assert_eq!(answer.bytes(), first.get_or_insert_with(|| answer.clone()).bytes());
    }
}
