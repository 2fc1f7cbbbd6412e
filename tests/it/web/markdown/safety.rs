//! Nothing that a member writes can do harm in a reader's browser.

use super::attacks::ATTACKS;
use super::harm::harm;
use polder::web::markdown::{Rendered, Setting, render};
use proptest::prelude::*;
use scraper::Html;

fn rendered(source: &str) -> Rendered {
    render(source, &Setting::default()).expect("works")
}

#[test]
fn known_attacks_come_out_harmless() {
    assert!(ATTACKS.len() >= 60, "{}", ATTACKS.len());
    for attack in ATTACKS {
        // Alone, and where other parts of the renderer have their hands on it.
        let quoted = attack.replace('\n', "\n> ");
        let placed = [
            (*attack).to_owned(),
            format!("> [!WARNING]\n> {quoted}"),
            format!("- {}", attack.replace('\n', "\n  ")),
            format!("x[^1]\n\n[^1]: {}", attack.replace('\n', "\n    ")),
            format!("|a|\n|-|\n|{}|", attack.replace('\n', " ")),
            format!("# {}", attack.replace('\n', " ")),
            format!("[{attack}](https://evil.example) ![{attack}](/files/a.png)"),
        ];
        for source in placed {
            let html = rendered(&source).html;
            harm(&html).unwrap_or_else(|harm| panic!("{source}\n  gives {html}\n  {harm}"));
        }
    }
}

#[test]
fn attacks_by_the_setting_come_out_harmless() {
    let evil = || "\"><script>alert(1)</script>".to_owned();
    let setting = Setting {
        scope: evil(),
        note: evil(),
        tip: evil(),
        important: evil(),
        warning: evil(),
        caution: evil(),
        table: evil(),
        footnotes: evil(),
        back: evil(),
        done: evil(),
        open: evil(),
    };
    let source = "# a\n> [!NOTE]\n> a\n\n|a|\n|-|\n\n- [x] a\n- [ ] b\n\nc[^1]\n\n[^1]: d";
    harm(&render(source, &setting).expect("works").html).expect("works");
}

#[test]
fn the_check_itself_finds_harm() {
    for html in [
        "<script>alert(1)</script>",
        "<p onclick=\"alert(1)\">x</p>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"https://evil.example\">x</a>",
        "<a href=\"//evil.example\">x</a>",
        "<img src=\"https://evil.example/x\">",
        "<img src=\"/files/../x\">",
        "<h2 id=\"location\">x</h2>",
        "<p class=\"hidden\">x</p>",
        "<table><p>x</p></table>",
        "<em>x</strong>",
        "<!-- x -->",
        "<h2 id=\"md-x\"></h2><h2 id=\"md-x\"></h2>",
    ] {
        assert!(harm(html).is_err(), "{html}");
    }
}

/// Pieces that mean something to a Markdown parser, a sanitiser or a browser, among ordinary text.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "\n", "\n\n", " ", "    ", "\t", "> ", "- ", "1. ", "# ", "## ", "* ", "*", "**", "_", "~~", "`", "```\n", "~~~",
            "[", "]", "](", ")", "![", "[^1]", "[^1]: ", "[a]: ", "|", "|-|\n", "\n|a|b|\n|-|-|\n|c|", "- [x] ", "> [!NOTE]\n> ",
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "&", "&lt;", "&#60;", "&colon;", "\"", "'", "\\",
            "javascript:", "data:", "https://evil.example", "mailto:", "/files/", "//", "..", "%2e", "#", "onerror=", "style=",
            "<script>", "<a href=", "<img src=", "<svg>", "<math>", "<style>", "<table>", "<p>", "<p id=x>", "===\n", "---\n",
            "\u{0}", "\u{a0}", "\u{202e}", "\u{feff}", "\r", "é", "漢",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => "[a-z]{1,8}",
        1 => prop::sample::select(ATTACKS.to_vec()).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_the_renderer_panic_or_do_harm(source in markdown()) {
        if let Ok(rendered) = render(&source, &Setting::default()) {
            prop_assert_eq!(harm(&rendered.html), Ok(()), "{}", rendered.html);
        }
    }

    #[test]
    fn rendering_twice_gives_the_same(source in markdown()) {
        prop_assert_eq!(render(&source, &Setting::default()), render(&source, &Setting::default()));
    }

    #[test]
    fn every_heading_is_found_under_its_id(source in markdown()) {
        if let Ok(rendered) = render(&source, &Setting::default()) {
            for heading in rendered.headings {
                let start = format!("<h{} id=\"{}\">", heading.level, heading.id);
                prop_assert!(rendered.html.contains(&start), "{} in {}", start, rendered.html);
            }
        }
    }

    #[test]
    fn code_comes_out_as_it_was_written(code in "[^\u{0}\r]{0,3000}") {
        let source = format!("~~~~~~~~~~~\n{code}\n~~~~~~~~~~~\n");
        prop_assume!(!code.contains("~~~~~~~~~~~"));
        let html = rendered(&source).html;
        let shown: String = Html::parse_fragment(&html).root_element().text().collect();
        prop_assert_eq!(shown.trim_end_matches('\n'), code.trim_end_matches('\n'));
        prop_assert_eq!(harm(&html), Ok(()));
    }

    #[test]
    fn words_without_markup_come_out_as_they_were_written(words in prop::collection::vec("[a-zé漢]{1,9}", 1..400)) {
        let source = words.join(" ");
        let rendered = rendered(&source);
        prop_assert_eq!(&rendered.html, &format!("<p>{source}</p>\n"));
        prop_assert_eq!(&rendered.text, &source);
        prop_assert_eq!(rendered.words, words.len());
    }
}
