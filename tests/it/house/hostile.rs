//! Pages that hold what nobody should write, wherever somebody may write.

use crate::articles::support::{self as articles, People};
use crate::support::{Actor, Answer, Site};
use crate::web::markdown::attacks::ATTACKS;
use crate::{events::support as events, join::support as join};

/// Ends of elements, comments and attributes, ids of the page, other scripts and directions, drawings, no letters.
const WORDS: [&str; 8] = [
    "</title></h1><script>alert(1)</script>--><!--",
    "\"' onmouseover='x' autofocus=\"y\" &lt;&amp &copy &notit; &#0;",
    "main toc-title error-summary-title",
    "<![CDATA[ <plaintext> <svg><style> </style --!> ]]>",
    "שלום עולם مرحبا abc 中文字 🧯👩🏽‍🔧",
    "{{ page.text(\"x\") }} {% raw %} ${7*7} ⟨x⟩",
    "<b>bold</i> <table><tr><td> </main></body></html>",
    "e\u{301}\u{323}\u{308} \u{feff}word\u{ad}word\u{200b}word",
];

/// Addresses that a browser takes and no standard has, or the other way round.
const ADDRESSES: [&str; 24] = [
    "/x y?a b#c d#e",
    "/%zz%4%",
    "?a=[1]{2}|3^4`5`",
    "#",
    "#%",
    "a:b",
    "http://[::1]/",
    "http://[x/",
    "http://a b/",
    "http://a%20b/",
    "https://x:99999999/",
    "https://x:/",
    "https://x:y/",
    "http://1.2.3.999/",
    "http://0x7f.1/",
    "http://a..b/",
    "http://-a-.example/",
    "http://xn--a/",
    "http://münchen.example/ü?ü#ü",
    "https://a.example/\u{fdd0}\u{e000}\u{202e}",
    "mailto:a b@c d",
    "mailto:%",
    "mailto:?subject=a\"b<c>",
    "https://a_b.example,;'*/",
];

/// All pages on which the demo shows such words, each with a name.
pub async fn pages() -> Vec<(String, String)> {
    let site = Site::demo().await;
    let mut seen = Pages::default();
    for (number, words) in WORDS.into_iter().enumerate() {
        let about = format!("{words} for whoever wants to know whether forty characters are enough");
        let body = body(words);
        article(&site, &mut seen, number, &about, &body).await;
        event(&site, &mut seen, &about, &body).await;
        errors(&site, &mut seen, &about, &body).await;
    }
    people(&site, &mut seen).await;
    markdown(&site, &mut seen).await;
    lists(&site, &mut seen).await;
    circles(&site, &mut seen).await;
    seen.0
}

#[derive(Default)]
struct Pages(Vec<(String, String)>);

impl Pages {
    fn keep(&mut self, name: impl Into<String>, answer: &Answer) {
        assert!(answer.header("content-type").starts_with("text/html"));
        self.0.push((format!("{} with hostile words", name.into()), answer.body().to_owned()));
    }

    async fn get(&mut self, actor: &mut Actor, address: &str) {
        let answer = actor.get(address).await;
        assert_eq!(answer.status(), 200, "{address}: {}", answer.text("main"));
        self.keep(address, &answer);
    }
}

/// Headings that repeat and that are ids of the page, a wide table, and the words in every place that Markdown has.
fn body(words: &str) -> String {
    let table = format!("|{}\n|{}\n|{}\n", "a|".repeat(30), "---|".repeat(30), "1|".repeat(30).repeat(40));
    format!(
        "# {words}\n\n## main\n\n## main\n\n## Toc title\n\n#### {words}\n\n{words}\n\n> [!NOTE]\n> {words}\n\n- [ ] {words}\n\n\
         ```html\n{words}\n```\n\n`{words}` [{words}](/x?a=1&b=<2> \"{words}\") ![{words}](/y.png)[^1][^2]\n\n\
         | {words} | |\n|---|---|\n| {words} | x |\n\n{table}\n\n***\n\n<details><summary>{words}\n\n[^1]: {words}\n[^2]:\n    - {words}\n"
    )
}

/// A text in work, judged, published and revised.
async fn article(site: &Site, seen: &mut Pages, number: usize, about: &str, body: &str) {
    let mut people = People::of(site).await;
    let title = WORDS[number];
    let label = ["CLEAR", "GREEN"][number % 2];
    let changes = [("title", title), ("summary", about), ("body", body), ("label", label)];
    let fields = articles::with(articles::form(site, "A title").await, &changes);
    let preview = articles::with(fields.clone(), &[("action", "preview"), ("title", ""), ("version", "x")]);
    seen.keep("a preview with errors", &articles::send(&mut people.sam, "/articles/new", &preview).await);
    let work = articles::submitted(&mut people.sam, &fields).await;
    let assigned = people.lotte.post(&format!("{work}/assign"), &[("reviewer", "noor-fictief")]).await;
    assert_eq!(assigned.status(), 303);
    let verdict = [("verdict", "approve"), ("comment", body)];
    assert_eq!(people.noor.post(&format!("{work}/review"), &verdict).await.status(), 303);
    seen.get(&mut people.lotte, &work).await;
    seen.get(&mut people.noor, &work).await;
    seen.get(&mut people.lotte, "/articles/work").await;
    assert_eq!(people.lotte.post(&format!("{work}/publish"), &[]).await.status(), 303);
    let address = articles::address(site, &work).await;
    seen.get(&mut people.sam, &address).await;
    let revised = people.sam.post(&format!("{address}/revise"), &[]).await;
    seen.get(&mut people.sam, revised.location()).await;
}

async fn event(site: &Site, seen: &mut Pages, about: &str, body: &str) {
    let changes = [("title", about), ("summary", about), ("place", about), ("body", body)];
    let address = events::made(site, &events::with(events::form("A title"), &changes)).await;
    let mut lotte = site.liaison().await;
    seen.get(&mut lotte, &address).await;
    seen.get(&mut lotte, &format!("{address}/edit")).await;
}

/// What was typed comes back with an error, in whatever way it goes wrong.
async fn errors(site: &Site, seen: &mut Pages, about: &str, body: &str) {
    // Also characters that no page may hold.
    let about = &format!("{about} \u{1}\u{b}\u{c}\u{7f}\u{85}\u{9f}\u{fdd0}\u{ffff}\u{1fffe}\u{202e}\u{2066}");
    let body = &format!("{body}\n{about}\n");
    let typed: [(&str, &str); 5] =
        [("title", about), ("name", about), ("email", about), ("body", body), (about, about)];
    for address in ["/join", "/articles/new", "/account/sign-in", "/account/new-link", "/nowhere"] {
        seen.keep(format!("POST {address}"), &site.anon().post(address, &typed).await);
        let shown = site.anon().post(address, &[&typed[..], &[("show_in", "nl")]].concat()).await;
        seen.keep(format!("POST {address} shown again"), &shown);
    }
    seen.keep("403", &site.member().await.post("/events/new", &typed).await);
    seen.keep("422", &site.liaison().await.post("/events/new", &typed).await);
    let coded = about.bytes().fold(String::new(), |coded, byte| coded + &format!("%{byte:02x}"));
    for address in ["/articles?q=", "/articles?kind=", "/articles/", "/members/", "/join/proof/", "/?"] {
        seen.keep(format!("GET {address}…"), &site.anon().get(&format!("{address}{coded}")).await);
    }
}

/// Members, organisations and those who ask to join, with such names where a form takes them.
async fn people(site: &Site, seen: &mut Pages) {
    let (mut kees, mut lotte) = (site.member().await, site.liaison().await);
    for (number, words) in WORDS.into_iter().enumerate() {
        let profile =
            [("name", words), ("function", words), ("expertise", words), ("about", &body(words)), ("language", "en")];
        let answer = kees.post("/account/profile", &profile).await;
        if answer.status() == 303 {
            seen.get(&mut kees, "/members/kees-van-nergens").await;
            seen.get(&mut kees, "/").await;
            seen.get(&mut lotte, "/members").await;
        } else {
            seen.keep("the profile", &answer);
        }
        let email = format!("hostile{number}@nieuw.example");
        let changes =
            [("function", words), ("motivation", &body(words)), ("organisation", ""), ("new_organisation", words)];
        let form = join::with(join::form(&email), &changes);
        let answer = join::send(&mut site.anon(), "/join", &form).await;
        if answer.status() != 303 {
            seen.keep("a request to join", &answer);
            continue;
        }
        let link = site.mails_to(&email).await.pop().expect("a mail").link();
        assert_eq!(site.anon().post(&link, &[]).await.status(), 303);
        let sql = format!("select id::text from join_requests where email = '{email}'");
        let request = format!("/join/requests/{}", site.word(&sql).await);
        seen.get(&mut lotte, &request).await;
        seen.keep("approving", &lotte.post(&format!("{request}/approve"), &[("organisation", words)]).await);
    }
}

/// Everything that ever tried to get through the renderer of Markdown.
async fn markdown(site: &Site, seen: &mut Pages) {
    let mut sam = site.publisher().await;
    for attack in ATTACKS {
        let form = [("title", "A title"), ("action", "preview"), ("body", attack)];
        seen.keep(format!("a preview of {attack:?}"), &sam.post("/articles/new", &form).await);
    }
    for address in ADDRESSES {
        let body = format!("[one](<{address}>) <{address}> ![two](<{address}>) ![three](</files/{address}>) {address}");
        let form = [("title", "A title"), ("action", "preview"), ("body", &body)];
        seen.keep(format!("a preview of {address:?}"), &sam.post("/articles/new", &form).await);
    }
}

/// Groups, clients and attendance lists with such names; those of the members were given before.
async fn circles(site: &Site, seen: &mut Pages) {
    let mut lotte = site.liaison().await;
    for words in WORDS {
        let about = format!("{words} for whoever wants to know");
        let answer = lotte.post("/groups/new", &[("name", words), ("about", &about)]).await;
        if answer.status() != 303 {
            seen.keep("a group", &answer);
            continue;
        }
        let group = answer.location().to_owned();
        assert_eq!(lotte.post(&format!("{group}/members"), &[("member", "kees-van-nergens")]).await.status(), 303);
        seen.get(&mut lotte, &group).await;
        seen.get(&mut lotte, &format!("{group}/edit")).await;
    }
    seen.get(&mut lotte, "/groups").await;
    seen.get(&mut lotte, "/events/werkgroep-modems-en-vergeten-toegangspaden/attendance").await;
    let mut fatima = site.demo_member("fatima@kestrel.example").await;
    seen.get(&mut fatima, "/partners/kestrel-controls/clients").await;
}

async fn lists(site: &Site, seen: &mut Pages) {
    for mut actor in [site.anon(), site.member().await, site.liaison().await, site.publisher().await] {
        for address in ["/", "/articles", "/events", "/partners"] {
            seen.get(&mut actor, address).await;
        }
    }
    seen.get(&mut site.liaison().await, "/join/requests").await;
}
