//! Every page that the site can show, seen as somebody who may see it: the demo is walked link by link by all actors,
//! every form is sent empty, and every error is met.

mod joining;

use crate::support::{Actor, Answer, LyingProvider, Site, code, provider};
use polder::app;
use polder::auth::links::{self, Purpose};
use polder::commands::demo::PASSWORD;
use scraper::{Html, Selector};
use std::collections::{BTreeSet, VecDeque};
use tokio::sync::OnceCell;

/// A page as somebody saw it.
pub struct Seen {
    pub who: &'static str,
    pub asked: String,
    pub answer: Answer,
}

impl Seen {
    pub fn name(&self) -> String {
        format!("{} for {} ({})", self.asked, self.who, self.answer.status())
    }

    pub fn is_page(&self) -> bool {
        self.answer.header("content-type").starts_with("text/html")
    }
}

/// What was seen in one language.
pub struct Walk {
    pub seen: Vec<Seen>,
    /// Links that led nowhere.
    pub broken: Vec<String>,
}

static ENGLISH: OnceCell<Walk> = OnceCell::const_new();
static DUTCH: OnceCell<Walk> = OnceCell::const_new();

/// The walk in a language; done once.
pub async fn walk(language: &'static str) -> &'static Walk {
    let cell = if language == "en" { &ENGLISH } else { &DUTCH };
    cell.get_or_init(|| Walker::walk(language)).await
}

struct Walker {
    site: Site,
    language: &'static str,
    found: Walk,
}

impl Walker {
    async fn walk(language: &'static str) -> Walk {
        let site = Site::demo().await;
        let mut walker = Self { site, language, found: Walk { seen: Vec::new(), broken: Vec::new() } };
        walker.follow_links().await;
        walker.join().await;
        walker.empty_forms().await;
        walker.people().await;
        walker.labels().await;
        walker.second_factor().await;
        walker.previews().await;
        walker.review().await;
        walker.errors().await;
        walker.database_away().await;
        walker.found
    }

    async fn actor(&self, name: &str) -> Actor {
        let actor = if name == "anon" { self.site.anon() } else { self.site.demo_member(name).await };
        actor.reading(self.language)
    }

    fn keep(&mut self, who: &'static str, asked: impl Into<String>, answer: Answer) {
        self.found.seen.push(Seen { who, asked: asked.into(), answer });
    }

    async fn get(&mut self, who: &'static str, address: &str) {
        let answer = self.actor(who).await.get(address).await;
        self.keep(who, format!("GET {address}"), answer);
    }

    /// What was seen last.
    fn last(&self) -> &Answer {
        &self.found.seen.last().expect("something was seen").answer
    }

    async fn post(&mut self, who: &'static str, address: &str, form: &[(&str, &str)], status: u16) {
        let answer = self.actor(who).await.post(address, form).await;
        assert_eq!(answer.status(), status, "POST {address} for {who}: {}", answer.text("main"));
        self.keep(who, format!("POST {address}"), answer);
    }

    /// From the home page and every fixed address, wherever links lead.
    async fn follow_links(&mut self) {
        for who in ["anon", KEES, SAM, FATIMA, NOOR, LOTTE, OLGA] {
            let mut actor = self.actor(who).await;
            let entries = app::rooms().entries();
            let fixed =
                entries.iter().filter(|e| e.method == "GET" && !e.path.contains('{') && !e.path.contains("/health"));
            let mut waiting: VecDeque<(String, String)> =
                fixed.map(|entry| (entry.path.to_owned(), "the sitemap".to_owned())).collect();
            let mut known: BTreeSet<String> = waiting.iter().map(|(address, _)| address.clone()).collect();
            while let Some((address, from)) = waiting.pop_front() {
                let answer = actor.get(&address).await;
                let lost = answer.status() == 404 || answer.status() >= 500;
                // A form's door may be shut for this actor; a link may not lead to one.
                // The address of an item that says nothing of it leads on to its page, or asks for a second factor first.
                let leads_on = is_neutral(&address) && matches!(answer.status(), 303 | 403);
                if lost || (from != "the sitemap" && answer.status() != 200 && !leads_on) {
                    self.found.broken.push(format!("{address} from {from} for {who}: {}", answer.status()));
                }
                let seen = Seen { who, asked: format!("GET {address}"), answer };
                for next in if seen.is_page() { links(&seen.answer) } else { Vec::new() } {
                    if known.insert(next.clone()) {
                        waiting.push_back((next, address.clone()));
                    }
                }
                self.found.seen.push(seen);
            }
        }
    }

    async fn empty_forms(&mut self) {
        for (who, address) in [
            ("anon", "/join"),
            ("anon", "/account/sign-in"),
            ("anon", "/account/new-link"),
            (KEES, "/account/profile"),
            (KEES, "/account/second-factor/confirm"),
            (NOOR, "/account/second-factor/confirm"),
            (NOOR, "/account/password"),
            (NOOR, "/account/address"),
            (LOTTE, "/members/kees-van-nergens/recovery"),
            (SAM, "/articles/new"),
            (LOTTE, "/events/new"),
            (LOTTE, "/events/webinar-one-way-process-data/edit"),
            (KEES, "/events/webinar-one-way-process-data/answer"),
            (LOTTE, "/groups/new"),
            (LOTTE, "/groups/remote-access/edit"),
            (LOTTE, "/groups/remote-access/members"),
            (FATIMA, "/partners/kestrel-controls/clients"),
            (FATIMA, "/partners/kestrel-controls/people/confirm"),
            (FATIMA, "/partners/kestrel-controls/people/tess-testdijk/end"),
            (LOTTE, "/partners/kestrel-controls/departure"),
            (NOOR, "/account/leave"),
            (NOOR, "/account/delete"),
        ] {
            self.post(who, address, &[], 422).await;
        }
    }

    /// People who are asked about, one who is put to sleep and comes back, and an organisation that leaves and comes back.
    async fn people(&mut self) {
        let people = "/partners/kestrel-controls/people";
        self.site.run("update memberships set asked_at = since").await;
        self.get(FATIMA, people).await;
        self.get(FATIMA, &format!("{people}/fatima-sample")).await;
        self.get(FATIMA, &format!("{people}/tess-testdijk")).await;
        self.post(FATIMA, &format!("{people}/confirm"), &[("all", "yes")], 303).await;
        self.post(FATIMA, &format!("{people}/confirm"), &[("all", "yes")], 409).await;
        let sleep = "update memberships set until = since, ended_because = 'asleep'
                     where member_id = (select id from members where slug = 'tess-testdijk')";
        self.site.run(sleep).await;
        let signed_in = [("email", "tess@kestrel.example"), ("password", "droge voeten 2026")];
        self.post("anon", "/account/sign-in", &signed_in, 403).await;
        let proof = self.last().value("proof");
        self.post("anon", "/account/asleep", &[("proof", &proof)], 303).await;
        self.post("anon", "/account/asleep", &[("proof", &proof)], 409).await;
        self.get(FATIMA, people).await;
        self.get(FATIMA, &format!("{people}/tess-testdijk")).await;
        self.post(FATIMA, &format!("{people}/tess-testdijk/wake"), &[], 303).await;
        self.post(FATIMA, &format!("{people}/tess-testdijk/end"), &[("reason", "Works elsewhere now.")], 303).await;
        self.get(FATIMA, &format!("{people}/tess-testdijk")).await;
        self.post(FATIMA, &format!("{people}/tess-testdijk/wake"), &[], 403).await;
        self.post("anon", "/account/sign-in", &signed_in, 403).await;
        self.post(LOTTE, &format!("{people}/tess-testdijk/wake"), &[], 303).await;
        self.post(LOTTE, "/partners/kestrel-controls/departure", &[("reason", "It closed its doors.")], 303).await;
        self.get("anon", "/partners/kestrel-controls").await;
        self.get(LOTTE, "/partners/kestrel-controls/departure").await;
        self.get(LOTTE, &format!("{people}/tess-testdijk")).await;
        self.post("anon", "/account/sign-in", &signed_in, 403).await;
        self.post(LOTTE, "/partners/kestrel-controls/return", &[("people", "yes")], 303).await;
        self.site.run("update memberships set asked_at = null").await;
    }

    /// A second factor from the first look to its recovery codes, and a step that needs one.
    async fn second_factor(&mut self) {
        self.post(MAREK, "/account/second-factor/begin", &[], 303).await;
        self.get(MAREK, "/account/second-factor").await;
        let key = self.last().text("dd code");
        self.post(MAREK, "/account/second-factor", &[("code", "12")], 422).await;
        self.post(MAREK, "/account/second-factor", &[("code", &code(&key, self.site.app.clock.now()))], 200).await;
        self.get(MAREK, "/account/second-factor").await;
        // Links that are mailed: another address, and a removal that can be stopped.
        self.post(NOOR, "/account/address", &[("email", "noor@nieuw.example")], 303).await;
        let link = self.site.mails_to("noor@nieuw.example").await.pop().expect("a mail").link();
        self.get("anon", &link).await;
        self.get(NOOR, "/account/address").await;
        let why = [("reason", "Called back on the number of the organisation.")];
        self.post(LOTTE, "/members/kees-van-nergens/recovery", &why, 303).await;
        self.get(LOTTE, "/members/kees-van-nergens/recovery").await;
        let link = self.site.mails_to(KEES).await.pop().expect("a mail").link();
        self.get("anon", &link).await;
        self.get(KEES, "/account").await;
        self.get(KEES, "/account/data").await;
        self.get(KEES, "/account/house-rules").await;
        self.get(LOTTE, "/join/house-rules").await;
        self.get(LOTTE, "/log/retention").await;
        let typed = [("title", "Two words")];
        // What asks for fresh proof, of an account with a second factor and of one with a password alone.
        let mut noor = self.actor(NOOR).await;
        let mut kees = self.actor(KEES).await;
        self.site.run("update sessions set proven_at = null").await;
        for form in [&[][..], &typed] {
            let answer = kees.post("/account/second-factor/remove", form).await;
            self.keep(KEES, "POST /account/second-factor/remove", answer);
            let answer = noor.post("/account/second-factor/begin", form).await;
            self.keep(NOOR, "POST /account/second-factor/begin", answer);
        }
        // A role that rests, of somebody who has no second factor yet.
        let mut bram = self.site.by_password(BRAM, PASSWORD).await.reading(self.language);
        for form in [&[][..], &typed] {
            let answer = bram.post("/groups/new", form).await;
            self.keep(BRAM, "POST /groups/new", answer);
        }
        let refused = bram.get("/groups/new").await;
        self.keep(BRAM, "GET /groups/new", refused);
        self.get(NOOR, "/account/second-factor/confirm").await;
        self.passkeys().await;
        self.provider().await;
        let now = code(polder::commands::demo::SECOND_FACTOR, self.site.app.clock.now());
        let carried = [("code", now.as_str()), ("back", "/articles/new"), ("carried", "title=Two+words")];
        self.post(SAM, "/account/second-factor/confirm", &carried, 200).await;
        let mut lotte = self.actor(LOTTE).await;
        lotte.second_factor().await;
        let page = lotte.get("/account/second-factor").await;
        self.keep(LOTTE, "GET /account/second-factor", page);
        for _ in 0..5 {
            // A code of yesterday's.
            let old =
                code(polder::commands::demo::SECOND_FACTOR, self.site.app.clock.now() - chrono::TimeDelta::days(1));
            let answer = lotte.post("/account/second-factor/confirm", &[("code", &old)]).await;
            self.keep(LOTTE, "POST /account/second-factor/confirm", answer);
        }
        assert_eq!(self.last().status(), 429);
    }

    /// What can be done with a label: seen through other eyes, asked for, changed, and a glass broken.
    async fn labels(&mut self) {
        let open = self.site.word(SUPPLIER).await;
        let green = self.site.word(BACKUPS).await;
        let wider = format!("/items/{green}/wider");
        self.post(KEES, &wider, &[], 422).await;
        self.post(KEES, &wider, &[("label", "CLEAR"), ("purpose", "For our supplier.")], 303).await;
        let request = self.last().location().to_owned();
        for who in [KEES, SAM] {
            self.get(who, &request).await;
            self.get(who, "/items").await;
        }
        self.post(SAM, &format!("{request}/decline"), &[], 422).await;
        let id = request.rsplit('/').next().unwrap_or_default();
        self.get(SAM, &format!("/items/{green}/label?request={id}")).await;
        self.post(SAM, &format!("{request}/decline"), &[("answer", "Our customer asked us not to.")], 303).await;
        self.get(KEES, &request).await;
        for item in [&open, &green] {
            for who in [".visitor", ".member", "noor-fictief", "nobody-here"] {
                self.get(SAM, &format!("/items/{item}/view-as?who={who}")).await;
            }
        }
        let label = format!("/items/{open}/label");
        self.post(SAM, &label, &[], 422).await;
        self.post(SAM, &label, &[("label", "AMBER"), ("action", "readers")], 200).await;
        self.get(SAM, &label).await;
        let began = self.last().value("began");
        self.post(SAM, &label, &[("label", "GREEN"), ("action", "save"), ("began", &began)], 303).await;
        self.post(SAM, &label, &[("label", "AMBER"), ("action", "save"), ("began", &began)], 409).await;
        self.get(SAM, &format!("/items/{open}/readers")).await;
        self.get(KEES, "/articles/supplier-remote-access").await;
        let mut lotte = self.actor(LOTTE).await;
        lotte.second_factor().await;
        let page = lotte.get("/items/break-glass").await;
        self.keep(LOTTE, "GET /items/break-glass", page);
        let why = ("reason", "A judge asked for this text.");
        let form = [("address", "/articles/never-was"), ("ground", "legal-duty"), why, ("told", "yes")];
        for fields in [&form[..0], &form[..3], &form] {
            let answer = lotte.post("/items/break-glass", fields).await;
            self.keep(LOTTE, "POST /items/break-glass", answer);
        }
    }

    /// A passkey, and what can be done with it.
    async fn passkeys(&mut self) {
        self.get(NOOR, "/account/passkeys").await;
        self.get(NOOR, "/account/passkeys/password").await;
        self.post(NOOR, "/account/passkeys", &[("name", "")], 422).await;
        self.post(NOOR, "/account/passkeys", &[("name", "Laptop")], 422).await;
        let passkey = "insert into passkeys (id, member_id, credential_id, credential, name, backed_up, created_at)
            select md5(email)::uuid, id, sha256(email::bytea), '{}', 'Laptop', true, created_at from members";
        self.site.run(&format!("{passkey} where email = '{NOOR}'")).await;
        let one = self.site.word("select '/account/passkeys/' || id from passkeys").await;
        for address in ["/account/passkeys", &one, &format!("{one}/remove"), "/account/passkeys/password"] {
            self.get(NOOR, address).await;
        }
        self.post(NOOR, &one, &[("name", "")], 422).await;
        self.get(NOOR, "/account/second-factor/confirm").await;
        let mut noor = self.actor(NOOR).await;
        self.site.run(&format!("update members set password_hash = null where email = '{NOOR}'")).await;
        for address in ["/account/passkeys", &format!("{one}/remove"), "/account/passkeys/password"] {
            let answer = noor.get(address).await;
            self.keep(NOOR, format!("GET {address}"), answer);
        }
        self.site.run(&format!("update members set password_hash = (select password_hash from members where email = '{KEES}') where email = '{NOOR}'; delete from passkeys")).await;
    }

    /// Signing in elsewhere: on the way, linked and not, and asked by mail.
    async fn provider(&mut self) {
        self.get(NOOR, "/account/provider").await;
        self.post(NOOR, "/account/sign-in/provider", &[], 422).await;
        self.post(NOOR, "/account/provider/link", &[], 422).await;
        self.get(NOOR, "/account/provider/return?state=x").await;
        let there = LyingProvider::start().await;
        let app = self.site.app.clone().with_provider(Some(provider(&there.issuer, false)));
        let mut visitor = Actor::new(app::router(app).expect("the routes fit together")).reading(self.language);
        let answer = visitor.post("/account/sign-in/provider", &[]).await;
        self.keep("anon", "POST /account/sign-in/provider", answer);

        let issuer = self.site.app.provider().expect("a provider").issuer().to_owned();
        let (id, noor) = ("01900000-0000-7000-8000-000000000001", format!("from members where email = '{NOOR}'"));
        let proposal = "insert into provider_proposals (id, issuer, subject, member_id, created_at)";
        self.site.run(&format!("{proposal} select '{id}', '{issuer}', 'noor', id, created_at {noor}")).await;
        let mut conn = self.site.app.db.pool().acquire().await.expect("a connection");
        let (clock, proposal) = (&self.site.app.clock, id.parse().expect("an id"));
        let secret = links::issue(&mut conn, clock, Purpose::ProviderLink, proposal).await.expect("a link");
        self.get("anon", &format!("/account/provider/link/{secret}")).await;
        self.post("anon", &format!("/account/provider/link/{secret}"), &[], 303).await;
        self.get(NOOR, "/account/provider").await;
        let mut noor = self.actor(NOOR).await;
        self.site
            .run(&format!(
                "update members set password_hash = null where email = '{NOOR}'; update sessions set proven_at = null"
            ))
            .await;
        for address in ["/account/provider", "/account/second-factor/confirm"] {
            let page = noor.get(address).await;
            self.keep(NOOR, format!("GET {address}"), page);
        }
        let page = noor.post("/account/provider/unlink", &[]).await;
        self.keep(NOOR, "POST /account/provider/unlink", page);
        self.site.run(&format!("update members set password_hash = (select password_hash from members where email = '{KEES}') where email = '{NOOR}'; delete from provider_identities")).await;
    }

    async fn previews(&mut self) {
        let body = ("body", "## Section\n\nSome *text*.[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: A note.");
        let preview = [("title", "A title"), ("language", "nl"), ("action", "preview"), body];
        self.post(SAM, "/articles/new", &preview, 200).await;
        self.post(LOTTE, "/events/new", &preview, 200).await;
        let deep = ">".repeat(2000);
        self.post(SAM, "/articles/new", &[("action", "preview"), ("body", &deep)], 422).await;
    }

    /// A text on its way: assigned, judged, sent back, published.
    async fn review(&mut self) {
        self.get(LOTTE, "/articles/work").await;
        let address =
            |section: &str| self.last().attribute(&format!("[aria-labelledby=section-{section}] tbody a"), "href");
        let (handed_in, approved) = (address("assign"), address("publish"));
        self.post(LOTTE, &format!("{handed_in}/assign"), &[], 422).await;
        self.post(LOTTE, &format!("{handed_in}/assign"), &[("reviewer", "noor-fictief")], 303).await;
        self.get(LOTTE, &handed_in).await;
        self.get(NOOR, "/articles/work").await;
        self.get(NOOR, &handed_in).await;
        self.post(NOOR, &format!("{handed_in}/review"), &[], 422).await;
        let verdict = [("verdict", "changes"), ("comment", "Say who may decide about an outage.")];
        self.post(NOOR, &format!("{handed_in}/review"), &verdict, 303).await;
        self.get(SAM, &handed_in).await;
        self.get(SAM, &format!("{handed_in}/edit")).await;
        self.post(SAM, &format!("{handed_in}/edit"), &[], 422).await;
        self.files(&handed_in).await;
        self.post(LOTTE, &format!("{handed_in}/publish"), &[], 409).await;
        self.post(LOTTE, &format!("{approved}/publish"), &[], 303).await;
        self.post(SAM, "/articles/supplier-remote-access/revise", &[], 303).await;
        self.post(SAM, "/articles/supplier-remote-access/revise", &[], 303).await;
        self.get(SAM, "/articles/work").await;
        self.post(LOTTE, "/events/conference-polder-day/cancel", &[], 303).await;
        self.get(KEES, "/events/conference-polder-day").await;
        self.get("anon", "/events").await;
    }

    /// A file for a text in work, and one that is none.
    async fn files(&mut self, work: &str) {
        let to = work.rsplit('/').next().expect("an id").to_owned();
        self.get(SAM, &format!("/files/to/{to}")).await;
        for (name, content) in [("Steps.csv", b"a,b".as_slice()), ("page.html", b"<!doctype html>")] {
            let mut sam = self.actor(SAM).await;
            let answer = crate::files::support::add(&mut sam, &to, name, content).await;
            self.keep(SAM, "POST /files", answer);
        }
        self.get(SAM, work).await;
    }

    /// Each error, with something typed where that can be.
    async fn errors(&mut self) {
        let text = "What I had written. ".repeat(20);
        let typed: &[(&str, &str)] = &[("title", "A title"), ("body", &text)];
        self.get("anon", "/nowhere").await;
        self.get(KEES, "/articles/nowhere").await;
        self.get("anon", "/account/sign-out").await;
        self.get("anon", "/members").await;
        self.post("anon", "/articles/new", typed, 401).await;
        self.post(KEES, "/articles/new", typed, 403).await;
        self.get(KEES, "/events/new").await;
        self.get("anon", "/join/proof/over").await;
        self.get("anon", "/articles?kind=%00").await;
        let other_site =
            self.actor("anon").await.with_header("sec-fetch-site", "cross-site").post("/join", typed).await;
        assert_eq!(other_site.status(), 403);
        self.keep("anon", "POST /join from another site", other_site);
        let large = "x".repeat(polder::web::frame::MAX_FORM);
        self.post("anon", "/join", &[("motivation", &large)], 413).await;
        // Signing in with what was typed before the session ended.
        let carried = "title=A+title&body=Words";
        let password = polder::commands::demo::PASSWORD;
        let form = [("email", SAM), ("password", password), ("back", "/articles/new"), ("carried", carried)];
        self.post("anon", "/account/sign-in", &form, 200).await;
    }

    async fn database_away(&mut self) {
        self.site.app.db.pool().close().await;
        let answer = self.site.anon().reading(self.language).get("/").await;
        assert_eq!(answer.status(), 503);
        assert!(!answer.header("retry-after").is_empty());
        self.keep("anon", "GET / without a database", answer);
    }
}

const SUPPLIER: &str = "select id::text from articles where slug = 'supplier-remote-access'";
const BACKUPS: &str = "select id::text from articles where slug = 'backups-of-controllers-and-engineering-stations'";
const KEES: &str = "kees@voorbeeldland.example";
const SAM: &str = "sam@kestrel.example";
const FATIMA: &str = "fatima@kestrel.example";
const NOOR: &str = "noor@voorbeeldland.example";
const LOTTE: &str = "lotte@voorbeeldpolder.example";
const BRAM: &str = "bram@voorbeeldpolder.example";
const MAREK: &str = "marek@kestrel.example";
const OLGA: &str = "olga@voorbeeldpolder.example";

fn is_neutral(address: &str) -> bool {
    address.strip_prefix("/items/").is_some_and(|id| uuid::Uuid::parse_str(id).is_ok())
}

/// The addresses on this site that a page names, as links, pictures and styles.
fn links(answer: &Answer) -> Vec<String> {
    let document = Html::parse_document(answer.body());
    let selector = Selector::parse("[href], [src]").expect("a selector");
    let named = document.select(&selector).filter_map(|e| e.value().attr("href").or_else(|| e.value().attr("src")));
    let ours = named.filter(|address| address.starts_with('/') && !address.starts_with("//"));
    ours.map(|address| address.split('#').next().unwrap_or_default().to_owned()).collect()
}
