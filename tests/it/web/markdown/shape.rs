//! What Markdown becomes: the dialect and our own shapes.

use polder::web::markdown::{Heading, Rendered, Setting, plain_text, render};

pub fn setting() -> Setting {
    Setting {
        scope: String::new(),
        note: "Let op".to_owned(),
        tip: "Tip".to_owned(),
        important: "Belangrijk".to_owned(),
        warning: "Waarschuwing".to_owned(),
        caution: "Gevaar".to_owned(),
        table: "Tabel".to_owned(),
        footnotes: "Voetnoten".to_owned(),
        back: "Terug naar de tekst bij noot".to_owned(),
        done: "gedaan".to_owned(),
        open: "niet gedaan".to_owned(),
    }
}

pub fn rendered(source: &str) -> Rendered {
    render(source, &setting()).expect("works")
}

#[track_caller]
pub fn gives(source: &str, html: &str) {
    assert_eq!(rendered(source).html.trim_end(), html, "{source}");
}

#[test]
fn ordinary_markdown_is_common_mark() {
    gives(
        "een **twee** *drie* ~~vier~~ `vijf`",
        "<p>een <strong>twee</strong> <em>drie</em> <del>vier</del> <code>vijf</code></p>",
    );
    gives("> a\n\n---\n\n3. b", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>\n<ol start=\"3\">\n<li>b</li>\n</ol>");
    gives("a\\\nb", "<p>a<br>\nb</p>");
}

#[test]
fn html_is_shown_as_text() {
    gives("a <b>c</b> <!-- d -->", "<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt;</p>");
    gives("<div>\na\n</div>", "<p>&lt;div&gt;\na\n&lt;/div&gt;</p>");
}

#[test]
fn headings_start_at_the_second_level_and_end_at_the_sixth() {
    let levels: Vec<u8> =
        rendered("# a\n## b\n##### c\n###### d").headings.iter().map(|heading| heading.level).collect();
    assert_eq!(levels, [2, 3, 4, 5], "none is skipped");
}

#[test]
fn headings_are_listed_with_their_ids_and_bare_text() {
    let rendered = rendered("# De *`dijk`* & [sluis](/a) ![plaat](/files/b)\n\nÜberblick 東京\n===\n");
    let heading = |id: &str, text: &str| Heading { level: 2, id: id.to_owned(), text: text.to_owned() };
    let first = heading("md-de-dijk-sluis-plaat", "De dijk & sluis plaat");
    assert_eq!(rendered.headings, [first, heading("md-überblick-東京", "Überblick 東京")]);
    assert!(rendered.html.starts_with("<h2 id=\"md-de-dijk-sluis-plaat\">De <em><code>dijk</code></em> &amp; "));
}

#[test]
fn headings_alike_get_ids_of_their_own() {
    let ids: Vec<String> =
        rendered("# a\n# a\n# a 2\n# a\n# !\n# ?").headings.into_iter().map(|heading| heading.id).collect();
    assert_eq!(ids, ["md-a", "md-a-2", "md-a-2-2", "md-a-3", "md-section", "md-section-2"]);
}

#[test]
fn a_heading_without_text_is_not_a_heading() {
    let rendered = rendered("#\n\na\n\n## \n");
    assert_eq!(rendered.headings, []);
    assert!(!rendered.html.contains("<h"), "{}", rendered.html);
}

#[test]
fn a_heading_in_a_footnote_is_not_listed() {
    let rendered = rendered("a[^1]\n\n[^1]: # b\n\n[^2]: # c\n");
    assert_eq!(rendered.headings, []);
    assert!(rendered.html.contains("<h6>b</h6>"), "{}", rendered.html);
}

#[test]
fn a_scope_keeps_the_ids_of_two_texts_on_a_page_apart() {
    let setting = Setting { scope: "c12-\"X".to_owned(), ..setting() };
    let html = render("# a\n[b](#a)[^1]\n\n[^1]: c", &setting).expect("works").html;
    for part in ["id=\"md-c12-a\"", "href=\"#md-c12-a\"", "id=\"md-c12-ref_1\"", "href=\"#md-c12-fn_1\""] {
        assert!(html.contains(part), "{part} in {html}");
    }
}

#[test]
fn admonitions_have_a_visible_title_in_the_texts_language() {
    for (kind, class, title) in [
        ("NOTE", "note", "Let op"),
        ("TIP", "tip", "Tip"),
        ("IMPORTANT", "important", "Belangrijk"),
        ("WARNING", "warning", "Waarschuwing"),
        ("CAUTION", "caution", "Gevaar"),
    ] {
        gives(
            &format!("> [!{kind}]\n> a"),
            &format!(
                "<div class=\"admonition admonition-{class}\" role=\"note\"><p class=\"admonition-title\">{title}</p>\n<p>a</p>\n</div>"
            ),
        );
    }
    gives("> [!OTHER]\n> a", "<blockquote>\n<p>[!OTHER]\na</p>\n</blockquote>");
}

#[test]
fn tables_stand_in_a_numbered_region_that_scrolls() {
    let source = "|a|b|c|\n|-|:-:|-:|\n|1|2|3|\n\n|d|\n|-|";
    gives(
        source,
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel 1\"><table><thead><tr>\
         <th scope=\"col\">a</th><th scope=\"col\" class=\"align-center\">b</th><th scope=\"col\" class=\"align-right\">c</th>\
         </tr></thead><tbody>\n<tr><td>1</td><td class=\"align-center\">2</td><td class=\"align-right\">3</td></tr>\n\
         </tbody></table></div>\n\
         <div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel 2\"><table><thead><tr>\
         <th scope=\"col\">d</th></tr></thead><tbody>\n</tbody></table></div>",
    );
    // A corner is no heading.
    gives(
        "||b|\n|-|-|\n|1||",
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Tabel 1\"><table><thead><tr>\
         <td></td><th scope=\"col\">b</th></tr></thead><tbody>\n<tr><td>1</td><td></td></tr>\n</tbody></table></div>",
    );
}

#[test]
fn task_lists_are_drawn_without_form_fields() {
    gives(
        "- [x] a\n- [ ] b",
        "<ul>\n<li><span class=\"task task-done\" role=\"img\" aria-label=\"gedaan\">☑</span> a</li>\n\
         <li><span class=\"task\" role=\"img\" aria-label=\"niet gedaan\">☐</span> b</li>\n</ul>",
    );
}

#[test]
fn footnotes_are_numbered_by_their_first_mark_and_stand_at_the_end() {
    let html = rendered("a[^z] b[^y] c[^z]\n\n[^y]: **Y**\n[^x]: X\n[^z]: Z\n\n    - z").html;
    let mark = |number: u8, id: &str| {
        format!("<sup class=\"footnote-ref\"><a href=\"#md-fn_{number}\"{id}>{number}</a></sup>")
    };
    let start = format!("<p>a{} b{} c{}</p>\n", mark(1, " id=\"md-ref_1\""), mark(2, " id=\"md-ref_2\""), mark(1, ""));
    assert!(html.starts_with(&start), "{html}");
    let back = |number: u8| {
        format!(
            "<a class=\"footnote-back\" href=\"#md-ref_{number}\" aria-label=\"Terug naar de tekst bij noot {number}\">↩</a>"
        )
    };
    let end = format!(
        "<section class=\"footnotes\" aria-label=\"Voetnoten\"><ol>\n<li id=\"md-fn_1\">\n<p>Z</p>\n<ul>\n<li>z</li>\n</ul>\n {}</li>\n\
         <li id=\"md-fn_2\">\n<p><strong>Y</strong> {}</p>\n</li>\n</ol></section>\n",
        back(1),
        back(2)
    );
    assert!(html.ends_with(&end), "{html}");
    gives("a[^1]", "<p>a[^1]</p>");
}

#[test]
fn links_say_where_they_lead() {
    let rel = "rel=\"noopener noreferrer nofollow\"";
    gives(
        "[a](https://b.nl/c?d&e \"f\")",
        &format!("<p><a href=\"https://b.nl/c?d&amp;e\" title=\"f\" {rel}>a</a></p>"),
    );
    gives("<http://b.nl>", &format!("<p><a href=\"http://b.nl\" {rel}>http://b.nl</a></p>"));
    gives("<a@b.nl> [c](mailto:d@e.nl)", "<p><a href=\"mailto:a@b.nl\">a@b.nl</a> <a href=\"mailto:d@e.nl\">c</a></p>");
    gives("[a](/articles/b#c) [d](e?f)", "<p><a href=\"/articles/b#c\">a</a> <a href=\"e?f\">d</a></p>");
    gives("[a](#b) [c](#md-b)", "<p><a href=\"#md-b\">a</a> <a href=\"#md-b\">c</a></p>");
    gives("[a](ftp://b) [c](d:e) [*f*](//g)", "<p>a c <em>f</em></p>");
}

#[test]
fn images_are_our_own_or_become_links() {
    let rel = "rel=\"noopener noreferrer nofollow\"";
    gives("![a *b*](/files/c.png \"d\")", "<p><img src=\"/files/c.png\" alt=\"a b\" title=\"d\" loading=\"lazy\"></p>");
    gives("![a *b*](https://c.nl/d.png)", &format!("<p><a href=\"https://c.nl/d.png\" {rel}>a b</a></p>"));
    gives("![](https://c.nl/d.png)", &format!("<p><a href=\"https://c.nl/d.png\" {rel}>https://c.nl/d.png</a></p>"));
    gives("[![a](https://c.nl/d.png)](/e)", "<p><a href=\"/e\">a</a></p>");
    gives(
        "[![a](/files/d.png)](/e)",
        "<p><a href=\"/e\"><img src=\"/files/d.png\" alt=\"a\" loading=\"lazy\"></a></p>",
    );
    gives("![a](javascript:b)", "<p>a</p>");
    gives("![a](/files/../b)", "<p><a href=\"/files/../b\">a</a></p>");
    gives("![a ![b](c) d](/files/e)", "<p><img src=\"/files/e\" alt=\"a b d\" loading=\"lazy\"></p>");
}

#[test]
fn code_names_its_language_and_can_be_scrolled_with_the_keyboard() {
    gives("```rust,ignore\na < b\n```", "<pre tabindex=\"0\"><code class=\"language-rust\">a &lt; b\n</code></pre>");
    gives("    a", "<pre tabindex=\"0\"><code>a</code></pre>");
    gives("```\"x\na\n```", "<pre tabindex=\"0\"><code>a\n</code></pre>");
}

#[test]
fn the_plain_text_has_a_line_for_each_block() {
    let source =
        "# A\nb *c*\nd\n\n- e\n- f `g`\n\n|h|i|\n|-|-|\n|j|k|\n\n![l](/files/m)[^1]\n\n[^1]: n\n\n```\no\n```\n";
    assert_eq!(plain_text(source).expect("works"), "A\nb c d\ne\nf g\nh i\nj k\nl\nn\no");
    assert_eq!(rendered(source).text, plain_text(source).expect("works"));
}

#[test]
fn words_are_counted_outside_code_blocks() {
    assert_eq!(rendered("# een twee\n\ndrie `vier`\n\n```\nvijf zes\n```\n").words, 4);
}
