//! Shapes of text that are made to be expensive.

use std::fmt::Write;

/// Size of each shape in bytes.
const SIZE: usize = 100_000;

/// Units that are repeated to [`SIZE`] bytes.
const REPEATED: &[&str] = &[
    // Quotes and lists
    "> ",
    ">",
    ">>>> ",
    "> > a\n",
    "- ",
    "- > ",
    "> - ",
    "* ",
    "+ ",
    "1. ",
    "1) ",
    "1.\n",
    "- a\n",
    "-\n",
    "- - a\n",
    "> - 1. * ",
    "- a\n\n",
    "-\ta\n",
    "> a\nb\n",
    "> > > > > > > > > > a\nb\n",
    ">\n",
    ">\n>>\n",
    "- [ ] a\n",
    "- [x] ",
    "> [!NOTE]\n> a\n\n",
    "> [!NOTE]\n",
    "> > > > > > > > > > > > > > > >\n",
    "- x\n  - y\n    - z\n",
    "  ",
    "\t",
    "    a\n",
    // Brackets, links and images
    "[",
    "]",
    "[]",
    "[]()",
    "[a](b)",
    "[a](",
    "[a](<b",
    "[a](b \"",
    "![",
    "![](",
    "![a](/files/b)",
    "![a](https://b)",
    "[![",
    "[[",
    "[a][b]",
    "[a]: b\n",
    "[a]: b\n[a] ",
    "[a]:\n",
    "[a",
    "[a][",
    "](b)",
    "[x](y)[",
    "[ (](",
    "[a]( b",
    "![[]()",
    "[^",
    "[^a]",
    "[^a]: b\n",
    "[^a]: [^a]: ",
    "[^a]: b [^a]\n\n",
    "[^1] [^1]: ",
    "<a@b.nl>",
    "<https://a>",
    "[\\",
    // Emphasis
    "*",
    "**",
    "***",
    "_",
    "__",
    "~",
    "~~",
    "*a ",
    "a* ",
    "**a ",
    "*a_ ",
    "*a **b ",
    "a**b",
    "_a ",
    "*a*",
    "**a** ",
    "*_~",
    "a*b_c",
    "*a _b ~c ",
    "*a**a ",
    "~a~ ",
    "~~a ",
    "**a *a ",
    "c* _",
    // Code, HTML and entities
    "`",
    "``",
    "`a``",
    "a`b",
    "```\n",
    "~~~\n",
    "```a\n```\n",
    "<",
    "<a",
    "<a ",
    "<a b=",
    "<!--",
    "<!",
    "<?",
    "<![CDATA[",
    "</",
    "<a>",
    "<div>\n",
    "<!-- a -->",
    "<script>",
    "<a b=\"",
    "<div><",
    "<?a",
    "<!A ",
    "&",
    "&amp;",
    "&#0;",
    "&#x41;",
    "&nGt;",
    "&CounterClockwiseContourIntegral;",
    "\\",
    "\\*",
    "\\\\",
    "&a",
    "&lt;script&gt;",
    "<xmp>",
    "<a\n",
    // Tables
    "|",
    "|a",
    "a|b\n",
    "|a|\n|-|\n",
    "a|b\n-|-\n",
    "|-",
    "|a|b|\n|-|-|\n|c|\n\n",
    "\\|",
    "|`",
    "a|\n",
    // Headings, rules and plain text
    "# ",
    "# a\n",
    "#",
    "a\n=\n",
    "a\n-\n",
    "=\n",
    "---\n",
    "* * *\n",
    "- - -\n",
    "a\n\n",
    "a\n",
    "a  \n",
    "\\\n",
    "\n",
    "é",
    "\u{202e}",
    "e\u{301}",
    "\u{feff}",
    "\u{0}",
    "'",
    "\"",
    "\r",
    "# é\n",
    "# a-2\n# a\n",
];

/// All of them, by name.
pub fn shapes() -> Vec<(String, String)> {
    let mut shapes: Vec<(String, String)> =
        REPEATED.iter().map(|unit| (format!("{unit:?} repeated"), fill(unit))).collect();
    let mut add = |name: &str, source: String| shapes.push((name.to_owned(), source));
    let half = SIZE / 2;
    for (open, close) in [
        ("[", "]"),
        ("*", "*"),
        ("![", "](b)"),
        ("[", "](b)"),
        ("<b>", "</b>"),
        ("**a ", " b**"),
        ("`a", "b`"),
        ("*", "_"),
        ("[a](", ")"),
        ("~", "~~"),
    ] {
        let count = half / open.len().max(close.len());
        add(&format!("{open} and {close} nested"), open.repeat(count) + "a" + &close.repeat(count));
    }
    add("a list that steps in", steps("- a\n"));
    add("an ordered list that steps in", steps("1. a\n"));
    add("a quote that deepens", (1..440).map(|depth| ">".repeat(depth) + "\n").collect());
    add("a deep quote with lazy lines", "> ".repeat(16) + "a\n" + &"b\n".repeat(half));
    add("a deep quote with empty lines", "> ".repeat(16) + "a\n" + &"\n".repeat(half));
    add("deep quotes and lazy lines in turn", fill(&("> ".repeat(16) + "a\n" + &"b\n".repeat(50))));
    add(
        "quotes of growing lines, lazily",
        (0..800).map(|line| "> ".repeat(line % 16) + "a\n" + &"b\n".repeat(45)).collect(),
    );
    add("a wide table", "|a".repeat(16_000) + "|\n" + &"|-".repeat(16_000) + "|\n" + &"|b".repeat(16_000));
    add(
        "a wide table with short rows",
        "|a".repeat(6_000) + "|\n" + &"|-".repeat(6_000) + "|\n" + &"|\n".repeat(35_000),
    );
    add("a table of many rows", "|a|b|c|d|\n|-|-|-|-|\n".to_owned() + &"|1|2|3|4|\n".repeat(4_900));
    add("many small tables", fill("|a|b|\n|-|-|\n|1|2|\n\n"));
    add("a long heading row without a table", "|a".repeat(half));
    add("one long reference used often", format!("[a]: /{}\n\n{}", "x".repeat(half), "[a] ".repeat(half / 4)));
    add("many references", numbered("[{}]: /b\n"));
    add("many references to nothing", numbered("[a{}] "));
    add("many references and their uses", numbered("[{}]: /b\n\n[{}]\n\n"));
    add("many footnotes", numbered("[^{}] \n\n[^{}]: b\n\n"));
    add("many footnotes without a note", numbered("[^{}] "));
    add("many notes without a mark", numbered("[^{}]: b\n\n"));
    add("one footnote with many marks", fill("[^a] ") + "\n\n[^a]: b\n");
    add("notes in notes", joined((0..400).map(|depth| format!("{}[^{depth}]: a\n\n", "    ".repeat(depth.min(60))))));
    add("many headings alike", fill("# a\n\n"));
    add("headings that take each other's ids", joined((0..4_000).map(|number| format!("# a\n\n# a-{number}\n\n"))));
    add("a long heading", "# ".to_owned() + &"a ".repeat(half));
    add("backtick runs of growing length", (1..440).map(|length| "`".repeat(length) + " ").collect());
    add("backtick runs of falling length", (1..440).rev().map(|length| "`".repeat(length) + " ").collect());
    add("tilde fences of growing length", (3..440).map(|length| "~".repeat(length) + "\n").collect());
    add("an open comment", "<!--".to_owned() + &"-".repeat(SIZE));
    add("an open instruction", "<?".to_owned() + &"a?".repeat(half));
    add("an open declaration", "<!A".to_owned() + &"a".repeat(SIZE));
    add("an open character data section", "<![CDATA[".to_owned() + &"]".repeat(SIZE));
    add("an open tag", "<a ".to_owned() + &"b='c' ".repeat(SIZE / 6));
    add("a long address", "[a](/".to_owned() + &"x".repeat(SIZE) + ")");
    add("an address of brackets", "[a](".to_owned() + &"(".repeat(SIZE));
    add("an image address of marks", "![](/".to_owned() + &"&".repeat(SIZE) + ")");
    add("a title of marks", "[a](b \"".to_owned() + &"&".repeat(900) + "\")");
    add("a long title", "[a](b \"".to_owned() + &"x\\".repeat(half) + "\")");
    add("a long label", "[".to_owned() + &"x\\".repeat(half) + "]: /b");
    add("a long line", "a".repeat(SIZE));
    add("a long word of entities", "&quot;".repeat(SIZE / 6));
    add("a fence never closed", "```\n".to_owned() + &"a\n".repeat(half));
    add("a fence with a long language", "```".to_owned() + &"a".repeat(SIZE));
    add("spaces at line ends", fill(&(" ".repeat(99) + "\n")));
    add("emphasis that never closes, with words", fill("*a b c_ d "));
    add("delimiters by three", fill("a***b**c*"));
    add("alternating delimiters", fill("*_a_*_"));
    add("a list of loose items with code", fill("- a\n\n      b\n\n"));
    add("list items that end lists", fill("- a\n1. b\n"));
    add("quotes that end lists", fill("- a\n> b\n"));
    add("setext lines in quotes", fill("> a\n> =\n"));
    add("images in links in images", fill("[![a](/files/b)](c)"));
    add("thirty levels again and again", fill(&("- ".repeat(15) + "a\n\n")));
    add("thirty emphases again and again", fill(&("*a ".repeat(14) + &"*".repeat(14) + "\n\n")));
    // Found by a search through random combinations.
    for (name, source) in [
        ("titles and lines", "[a](b \"".repeat(7_000) + &"1.\n".repeat(16_000)),
        ("bracketed addresses and lines", "![<?](</script>".repeat(3_300) + "\"='```" + &"\n<a  ".repeat(10_000)),
        ("titles and tasks", "[a](<![CDATA[>'".to_owned() + &"[x] ~~~=\"\n".repeat(9_000)),
        ("deep lists and lazy lines", "- * * >>".repeat(6_000) + &"x\n".repeat(25_000)),
        ("deep quotes and lazy lines", ">*\t+ >".repeat(7_000) + &"x\n".repeat(25_000)),
        ("notes in items and lines", "+ [^a]:       ".repeat(3_500) + &"x\n".repeat(25_000)),
    ] {
        add(name, source);
    }
    shapes
}

fn fill(unit: &str) -> String {
    unit.repeat(SIZE / unit.len())
}

fn steps(item: &str) -> String {
    (0..440).map(|depth| "  ".repeat(depth) + item).collect()
}

/// `pattern` with the numbers from 0 on in its braces, to [`SIZE`] bytes.
fn numbered(pattern: &str) -> String {
    let mut source = String::new();
    for number in 0.. {
        if source.len() >= SIZE {
            break;
        }
        source.write_str(&pattern.replace("{}", &number.to_string())).expect("works");
    }
    source
}

fn joined(pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().concat()
}
