//! The page that readers get does them no harm, whatever was written.

use super::support::{BODY, People, address, form, with};
use crate::support::Site;

const EVIL: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=//evil.example></iframe>",
    "<svg/onload=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example/protocol-relative)",
    "[x](https://safe.example@evil.example/)",
    "<javascript:alert(1)>",
    "![track](https://evil.example/pixel.png)",
    "![track](//evil.example/pixel.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "![x\" onerror=\"alert(1)](/files/a.png)",
    "[x](/a \"title\\\" onmouseover=\\\"alert(1)\")",
    "<style>body{display:none}</style>",
    "<form action=//evil.example><input name=password></form>",
    "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<!-- --!><script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "```html\" onmouseover=\"alert(1)\nx\n```",
    "| a | b |\n|---|---|\n| <b>x</b> | [x](javascript:alert(1)) |",
    "# <script>alert(1)</script>",
    "## \"><img src=x onerror=alert(1)>",
    "[^1]: <script>alert(1)</script>\n\n[^1]",
    "> [!NOTE] <script>\n> x",
];

#[tokio::test]
async fn markup_scripts_and_foreign_images_come_out_harmless() {
    let site = Site::demo().await;
    let mut people = People::of(&site).await;
    let body = format!("{BODY}\n\n{}\n\nThe last line.", EVIL.join("\n\n"));
    let typed = with(
        form(&site, "<script>alert(1)</script> & \"quotes\"").await,
        &[
            ("label", "CLEAR"),
            ("body", &body),
            ("summary", "<img src=x onerror=alert(1)> in a summary of some forty characters"),
        ],
    );
    let work = people.approved(&typed).await;
    let preview = with(typed, &[("action", "preview")]);
    let preview = super::support::send(&mut people.sam, "/articles/new", &preview).await;
    let in_work = people.lotte.get(&work).await;
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    let article = address(&site, &work).await;
    let mut pages = vec![preview, in_work, site.anon().get(&article).await];
    for list in ["/articles", "/", "/partners/kestrel-controls"] {
        pages.push(site.anon().get(list).await);
    }
    for page in &pages {
        assert_eq!(page.status(), 200);
        harmless(page);
    }
    assert_eq!(pages[2].text("h1"), "<script>alert(1)</script> & \"quotes\"");
    assert!(pages[2].text(".prose").ends_with("The last line.") || pages[2].text(".prose").contains("The last line."));
    assert!(pages[2].text(".prose").contains("<script>alert(1)</script>"), "what was written is shown, as text");
}

fn harmless(page: &crate::support::Answer) {
    let foreign = "main script, main style, main iframe, main object, main embed, main base, main meta, main link, \
                   main svg:not(.icon), .prose svg, main math, .prose form, .prose input, .prose img:not([src^='/files/'])";
    assert_eq!(page.count(foreign), 0, "{}: {:?}", page.page(), page.attributes(foreign, "src"));
    for href in page.attributes("main a[href]", "href") {
        let inside = href.starts_with('/') && !href.starts_with("//") || href.starts_with('#');
        assert!(inside || href.starts_with("http://") || href.starts_with("https://"), "{}: {href}", page.page());
        assert!(!href.contains('@'), "{}: {href}", page.page());
    }
    let document = scraper::Html::parse_document(page.body());
    for node in document.root_element().descendants().filter_map(scraper::ElementRef::wrap) {
        for (name, _) in node.value().attrs() {
            assert!(!name.starts_with("on") && name != "style" && name != "srcdoc", "{}: {name}", page.page());
        }
    }
}

#[tokio::test]
async fn a_reader_finds_headings_contents_and_who_reviewed_it() {
    let site = Site::demo().await;
    let page = site.anon().get("/articles/supplier-remote-access").await;
    assert_eq!(page.status(), 200);
    let contents = page.attributes(".toc a", "href");
    assert!(contents.len() > 2);
    for target in contents {
        assert!(page.has(&format!(".prose [id='{}']", target.trim_start_matches('#'))), "{target} leads to a heading");
    }
    assert_eq!(page.count("h1"), 1);
    assert!(!page.body().contains("Noor Fictief"), "a visitor sees no member's name");
    assert!(!page.body().contains("Sam Example"));
    assert!(site.member().await.get("/articles/supplier-remote-access").await.body().contains("Noor Fictief"));
}

#[tokio::test]
async fn the_list_narrows_and_takes_any_nonsense() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    let all = anon.get("/articles").await.count(".item-list .item");
    let checklists = anon.get("/articles?kind=checklist").await.count(".item-list .item");
    assert!(checklists > 0 && checklists < all);
    let dutch = anon.get("/articles?language=nl&sector=waste-water").await;
    assert!(dutch.has("select[name=language] option[value=nl][selected]"));
    for query in ["kind=%FF", "page=x", "page=-5", "kind=a&kind=b", "sector='--", "%", "&&&=", "page=10000"] {
        assert_eq!(anon.get(&format!("/articles?{query}")).await.status(), 200, "{query}");
    }
    assert!(anon.get("/articles?kind=tool&sector=space").await.has(".empty"));
}

#[tokio::test]
async fn words_narrow_the_list_and_mean_only_themselves() {
    let site = Site::demo().await;
    let titles = async |q: &str| site.anon().get(&format!("/articles?q={q}")).await.texts(".item h3");
    let all = titles("").await;
    assert!(all.len() > 3);
    let found = titles("REMOTE+access").await;
    assert!(!found.is_empty() && found.len() < all.len(), "{found:?}");
    assert_eq!(titles("access+remote").await, found, "the order of the words does not matter");
    for nothing in ["%25", "_", "%5C", "remote+zzz", "%27+or+1%3D1--"] {
        assert_eq!(titles(nothing).await, Vec::<String>::new(), "{nothing}");
    }
    assert_eq!(titles(&"a+".repeat(5000)).await, titles("a").await, "no search is too long");
}
