//! A shared cache in front of the site: it keeps all that RFC 9111 lets it keep, for ever, and hands it to whoever asks
//! next. Every viewer opens every address through it, in a random order, and gets what they get without it.

mod shared;

use super::scene::{self, Scene, Stand};
use super::timing::Dice;
use crate::support::Answer;
use axum::Router;
use axum::body::Body;
use axum::http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, COOKIE, HOST};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request};
use polder::app;
use shared::Shared;
use sqlx::PgConnection;
use std::collections::BTreeMap;
use tower::ServiceExt;
use uuid::Uuid;

/// Somebody, as a cache sees them: the headers that they send.
struct Viewer {
    name: &'static str,
    headers: HeaderMap,
}

impl Viewer {
    fn new(name: &'static str, headers: &[(HeaderName, &str)]) -> Self {
        let mut all = HeaderMap::new();
        for (header, value) in [(HOST, "polder.test"), (ACCEPT_LANGUAGE, "en")].iter().chain(headers) {
            all.insert(header, HeaderValue::from_str(value).expect("a value"));
        }
        Self { name, headers: all }
    }

    fn request(&self, method: Method, address: &str) -> Request<Body> {
        let mut request = Request::builder().method(method).uri(address).body(Body::empty()).expect("a request");
        *request.headers_mut() = self.headers.clone();
        request
    }
}

/// A visitor, in other words and colours, and people of every standing, with a second factor and without.
async fn viewers(scene: &mut Scene) -> Vec<Viewer> {
    let mut viewers = vec![
        Viewer::new("visitor", &[]),
        Viewer::new("Dutch visitor", &[(ACCEPT_LANGUAGE, "nl")]),
        Viewer::new("visitor by night", &[(COOKIE, "polder-appearance=dark")]),
        Viewer::new("visitor who chose Dutch", &[(COOKIE, "polder-language=nl")]),
        Viewer::new("visitor who was told something", &[(COOKIE, "polder-flash=signed-out")]),
        Viewer::new("visitor with a stale session", &[(COOKIE, "polder-session=none")]),
    ];
    for name in ["member-elsewhere", "member-of-audience", "author", "liaison", "operator", "coordinator-of-source"] {
        let session = scene.actor(name).cookie("polder-session").expect("a session").to_owned();
        viewers.push(Viewer::new(name, &[(COOKIE, &format!("polder-session={session}"))]));
    }
    for (name, email) in
        [("author with a second factor", "sam@kestrel.example"), ("named person", "nina@elsewhere.example")]
    {
        let actor = scene.with_second_factor(email).await;
        let session = actor.cookie("polder-session").expect("a session").to_owned();
        viewers.push(Viewer::new(name, &[(COOKIE, &format!("polder-session={session}"))]));
    }
    viewers
}

/// What can stand in the place of each variable of a route.
struct Names {
    articles: Vec<String>,
    events: Vec<String>,
    works: Vec<String>,
    files: Vec<String>,
    items: Vec<String>,
    request: String,
}

async fn names(scene: &Scene) -> Names {
    let mut owner = scene.owner().await;
    let sql = "select id from join_requests where state = 'waiting' limit 1";
    let request: Uuid = sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect("a request");
    let (articles, events, works, files, items) = Default::default();
    let mut names = Names { articles, events, works, files, items, request: request.to_string() };
    for label in scene::LABELS {
        one_of(label, &mut owner, &mut names).await;
    }
    names
}

async fn one_of(label: &str, owner: &mut PgConnection, names: &mut Names) {
    let (article, revision) = scene::article(owner, label, Stand::Published).await;
    let (_, draft) = scene::article(owner, label, Stand::Draft).await;
    let event = scene::event(owner, label).await;
    names.articles.push(format!("made-{article}"));
    names.events.push(format!("made-{event}"));
    names.works.push(draft.to_string());
    names.files.push(super::access_matrix::file(owner, revision).await.to_string());
    // What was opened under TLP:RED is told to its source, a line each time: its pages are never twice the same.
    if label != "RED" {
        names.items.extend([article.to_string(), event.to_string()]);
    }
}

impl Names {
    /// The addresses of a route.
    fn addresses(&self, path: &str) -> Vec<String> {
        let secret = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".to_owned();
        let (one, nobody) = (|name: &str| vec![name.to_owned()], Uuid::nil().to_string());
        let (variable, names) = match path {
            _ if !path.contains('{') => return vec![path.to_owned()],
            "/articles/work/{id}" | "/articles/work/{id}/edit" | "/files/to/{id}" => ("{id}", self.works.clone()),
            "/files/{id}/{name}" => ("{id}", self.files.clone()),
            "/items/wider/{request}" | "/join/vouch/{request}" => ("{request}", vec![nobody]),
            "/account/passkeys/{id}" | "/account/passkeys/{id}/remove" => ("{id}", vec![nobody]),
            "/join/requests/{id}" => ("{id}", vec![self.request.clone()]),
            _ if path.starts_with("/articles/{slug}") => ("{slug}", self.articles.clone()),
            _ if path.starts_with("/events/{slug}") => ("{slug}", self.events.clone()),
            _ if path.starts_with("/items/{id}") => ("{id}", self.items.clone()),
            _ if path.starts_with("/groups/{slug}") => ("{slug}", one("remote-access")),
            "/partners/{slug}/people/{member}" | "/partners/{slug}/people/{member}/end" => {
                return vec![path.replace("{slug}", "kestrel-controls").replace("{member}", "sam-example")];
            }
            _ if path.starts_with("/partners/{slug}") => ("{slug}", one("kestrel-controls")),
            _ if path.starts_with("/members/{slug}") => ("{slug}", one("sam-example")),
            _ if path.contains("{secret}") => ("{secret}", vec![secret]),
            _ => panic!("say in tests/it/house/caches what can stand in {path}"),
        };
        let filled = |name: &String| path.replace(variable, name).replace("{name}", "Made.txt");
        names.iter().map(filled).inspect(|address| assert!(!address.contains('{'), "{address}")).collect()
    }
}

/// An answer without what differs each time: the number of the request.
#[derive(PartialEq, Eq, Debug, Clone)]
struct Gist {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

fn gist(answer: &Answer) -> Gist {
    let number = answer.header("x-request-id").to_owned();
    let headers = answer.headers().iter().filter(|(name, _)| *name != "x-request-id");
    let mut headers: Vec<_> = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    headers.sort();
    let is_text = answer.header("content-type").starts_with("text/");
    let body = if is_text { answer.body().replace(&number, "[number]").into_bytes() } else { answer.bytes().to_vec() };
    Gist { status: answer.status(), headers, body }
}

async fn ask(router: &Router, request: Request<Body>) -> Answer {
    Answer::read(router.clone().oneshot(request).await.expect("the router never fails")).await
}

/// Everything that is asked for, by whom, and what they get without a cache.
struct Asked {
    viewers: Vec<Viewer>,
    addresses: Vec<String>,
    alone: BTreeMap<(usize, usize), Gist>,
    router: Router,
    /// Holds the files.
    _scene: Scene,
}

async fn asked() -> Asked {
    let mut scene = Scene::new().await;
    let viewers = viewers(&mut scene).await;
    let names = names(&scene).await;
    let router = scene.site.router.clone();
    let entries = app::rooms().entries();
    let paths = entries.iter().filter(|entry| entry.method == "GET").map(|entry| entry.path);
    let mut addresses: Vec<_> = paths.flat_map(|path| names.addresses(path)).collect();
    let style = scene.site.anon().get("/").await.attribute("link[rel=stylesheet]", "href");
    let more =
        ["/favicon.ico", "/nowhere", "/articles?kind=practice", "/articles?q=made", "/a%00b", "/account/sign-out"];
    addresses.extend(more.map(str::to_owned).into_iter().chain([style]));
    let mut alone = BTreeMap::new();
    // Twice: what somebody opened the first time has been opened from then on.
    for _ in 0..2 {
        for (who, viewer) in viewers.iter().enumerate() {
            for (what, address) in addresses.iter().enumerate() {
                let answer = ask(&router, viewer.request(Method::GET, address)).await;
                assert!(answer.status() < 500, "{address} for {}", viewer.name);
                alone.insert((who, what), gist(&answer));
            }
        }
    }
    Asked { viewers, addresses, alone, router, _scene: scene }
}

/// Plays all through the cache, each twice; returns what somebody got who should have got something else, and how often
/// the cache answered.
async fn play(asked: &Asked, careless: bool) -> (Vec<String>, usize) {
    let mut cache = Shared::new(careless);
    let mut dice = Dice::new(11);
    let mut order: Vec<_> = asked.alone.keys().chain(asked.alone.keys()).copied().collect();
    dice.shuffle(&mut order);
    let mut wrong = Vec::new();
    for (who, what) in order {
        let (viewer, address) = (&asked.viewers[who], &asked.addresses[what]);
        let got = if let Some(kept) = cache.find(address, &viewer.headers) {
            kept
        } else {
            let answer = ask(&asked.router, viewer.request(Method::GET, address)).await;
            cache.keep(address, &viewer.headers, &answer, gist(&answer))
        };
        if got != asked.alone[&(who, what)] {
            wrong.push(format!("{address} for {}: {} as somebody else gets it", viewer.name, got.status));
        }
    }
    (wrong, cache.answered)
}

#[tokio::test]
async fn through_a_shared_cache_everybody_gets_what_they_get_without_it() {
    let asked = asked().await;
    let (wrong, answered) = play(&asked, false).await;
    println!("{} answers, {answered} from the cache", asked.alone.len() * 2);
    assert!(wrong.is_empty(), "{} wrong: {:#?}", wrong.len(), wrong.iter().take(20).collect::<Vec<_>>());
    assert!(answered > 50, "the cache answered {answered} times");
    // The play can fail: without what the site says of keeping, pages go to the wrong people.
    let (wrong, _) = play(&asked, true).await;
    assert!(wrong.len() > 500, "a careless cache was wrong {} times", wrong.len());
    what_may_be_kept_is_the_same_for_all(&asked);
}

/// Without any order of events: an answer that a shared cache may keep is the same for everybody, or says by what it
/// differs; a page is not kept at all; and two answers with one version have one content.
fn what_may_be_kept_is_the_same_for_all(asked: &Asked) {
    let mut versions: BTreeMap<(usize, String), &Gist> = BTreeMap::new();
    for ((who, what), one) in &asked.alone {
        let header =
            |name: &str| one.headers.iter().find(|header| header.0 == name).map_or("", |header| header.1.as_str());
        let place = format!("{} for {}", asked.addresses[*what], asked.viewers[*who].name);
        let keeping = header("cache-control");
        assert!(!keeping.is_empty(), "{place} says nothing of keeping");
        // Kept, and asked about before each use.
        let is_asked_about = keeping == "public, no-cache";
        if shared::is_forbidden(keeping) && !is_asked_about {
            assert_eq!(keeping, "private, no-store", "{place}");
            assert!(header("vary").to_lowercase().contains("cookie"), "{place}: {}", header("vary"));
            assert!(header("etag").is_empty() && header("last-modified").is_empty(), "{place} has a version");
        } else {
            assert!(header("set-cookie").is_empty(), "{place} sets a cookie for whoever comes next");
            assert_eq!(one.status, 200, "{place}");
            for other in 0..asked.viewers.len() {
                assert_eq!(&asked.alone[&(other, *what)], one, "{place}, and for {}", asked.viewers[other].name);
            }
        }
        if !header("etag").is_empty() {
            let known = versions.entry((*what, header("etag").to_owned())).or_insert(one);
            assert_eq!(known.body, one.body, "{place}: one version, two contents");
        }
    }
    assert!(versions.len() >= 3, "{} versions", versions.len());
    let mut tags: Vec<_> = versions.iter().map(|((_, tag), one)| (tag, &one.body)).collect();
    tags.sort();
    tags.dedup();
    let mut names: Vec<_> = tags.iter().map(|(tag, _)| *tag).collect();
    names.dedup();
    assert_eq!(names.len(), tags.len(), "one version of two contents");
}

#[tokio::test]
async fn a_file_is_kept_apart_by_its_encoding() {
    let scene = Scene::new().await;
    let style = scene.site.anon().get("/").await.attribute("link[rel=stylesheet]", "href");
    let (plain, packed) = (Viewer::new("plain", &[]), Viewer::new("packed", &[(ACCEPT_ENCODING, "gzip")]));
    let mut cache = Shared::new(false);
    for viewer in [&plain, &packed, &plain, &packed] {
        let alone = ask(&scene.site.router, viewer.request(Method::GET, &style)).await;
        let alone_gist = gist(&alone);
        let got = cache.find(&style, &viewer.headers);
        let got = got.unwrap_or_else(|| cache.keep(&style, &viewer.headers, &alone, alone_gist.clone()));
        assert_eq!(got, alone_gist, "{}", viewer.name);
    }
    assert_eq!(cache.answered, 2);
}
