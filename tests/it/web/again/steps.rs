//! For every route that changes something: who may take its step, and a form that takes it.

use super::forms::Fields;
use crate::account::passkeys;
use crate::articles::support as articles;
use crate::events::support as events;
use crate::files::support as files;
use crate::support::{Actor, Authenticator, Site, code};
use polder::auth::links::{self, Purpose};
use polder::commands::demo::{PASSWORD, SECOND_FACTOR};

pub const KEES: &str = "kees@voorbeeldland.example";
const NOOR: &str = "noor@voorbeeldland.example";
const LEAVES: [(&str, &str); 2] = [("from", "waterschap-voorbeeldland"), ("sure", "yes")];
const WEBINAR: &str = "webinar-one-way-process-data";

/// Somebody who may take the step of a route, its address, and a form that takes it.
pub async fn step(site: &Site, path: &str) -> (Actor, String, Fields) {
    let room = path.split('/').nth(1).unwrap_or_default();
    match room {
        "account" => account(site, path).await,
        "articles" => article(site, path).await,
        "events" => event(site, path).await,
        "items" => item(site, path).await,
        "groups" => group(site, path).await,
        "files" => file(site, path).await,
        "join" => join(site, path).await,
        // Nothing is typed; the log tells of it.
        "log" => (site.liaison().await, path.to_owned(), Vec::new()),
        "members" => member(site, path).await,
        "partners" => partner(site, path).await,
        _ => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

fn list(fields: &[(&str, &str)]) -> Fields {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn own(fields: Vec<(&'static str, String)>) -> Fields {
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

async fn member(site: &Site, path: &str) -> (Actor, String, Fields) {
    let mut lotte = site.liaison().await;
    let why = [("reason", "Called back on the number of the organisation.")];
    let address = path.replace("{slug}", "kees-van-nergens");
    if path.ends_with("stop") {
        let start = address.trim_end_matches("/stop");
        assert_eq!(lotte.post(start, &why).await.status(), 303);
        return (lotte, address, Fields::new());
    }
    (lotte, address, list(&why))
}

async fn account(site: &Site, path: &str) -> (Actor, String, Fields) {
    if path.contains("provider") {
        return at_provider(site, path).await;
    }
    if path.contains("passkey") {
        return passkey(site, path).await;
    }
    let (actor, fields) = match path {
        "/account/language" | "/account/appearance" => {
            (site.anon(), list(&[("language", "nl"), ("appearance", "dark")]))
        }
        "/account/new-link" => (site.anon(), list(&[("email", KEES)])),
        "/account/password/{secret}" => {
            let mut kees = site.anon();
            assert_eq!(kees.post("/account/new-link", &[("email", KEES)]).await.status(), 303);
            let link = site.mails_to(KEES).await.pop().expect("a mail").link();
            let typed = "a long enough sentence";
            return (kees, link, list(&[("password", typed), ("password_again", typed)]));
        }
        "/account/password" => {
            let typed = "a long enough sentence";
            (site.demo_member(NOOR).await, list(&[("password", typed), ("password_again", typed)]))
        }
        "/account/address" => (site.demo_member(NOOR).await, list(&[("email", "noor@nieuw.example")])),
        "/account/address/stop" | "/account/address/{secret}" => {
            let mut noor = site.demo_member(NOOR).await;
            assert_eq!(noor.post("/account/address", &[("email", "noor@nieuw.example")]).await.status(), 303);
            if path.ends_with("stop") {
                (noor, Fields::new())
            } else {
                let link = site.mails_to("noor@nieuw.example").await.pop().expect("a mail").link();
                return (noor, link, Fields::new());
            }
        }
        "/account/recovery/{secret}" => {
            let why = [("reason", "Called back on the number of the organisation.")];
            let mut lotte = site.liaison().await;
            assert_eq!(lotte.post("/members/kees-van-nergens/recovery", &why).await.status(), 303);
            let link = site.mails_to(KEES).await.pop().expect("a mail").link();
            return (site.anon(), link, Fields::new());
        }
        "/account/sessions/{id}/end" => {
            let (there, here) = (site.member().await, site.member().await);
            drop(there);
            let id = site.word("select id::text from sessions order by created_at, id limit 1").await;
            return (here, format!("/account/sessions/{id}/end"), Fields::new());
        }
        "/account/sessions/end-others" | "/account/sessions/end-all" => {
            drop(site.member().await);
            (site.member().await, Fields::new())
        }
        "/account/data/export" => (site.demo_member(NOOR).await, Fields::new()),
        "/account/delete" => (site.demo_member(NOOR).await, list(&[("texts", "former-member"), ("sure", "yes")])),
        "/account/house-rules" => {
            let noor = site.demo_member(NOOR).await;
            site.run(
                "delete from rule_agreements a using members m where m.id = a.member_id and m.slug = 'noor-fictief'",
            )
            .await;
            (noor, list(&[("version", "1"), ("agree", "yes"), ("back", "/events")]))
        }
        "/account/leave" => (site.with_second_factor(KEES).await, list(&LEAVES)),
        "/account/profile" => {
            let fields = [("name", "Kees Anders"), ("function", "Engineer"), ("language", "en")];
            (site.member().await, list(&fields))
        }
        "/account/second-factor" => {
            let mut noor = site.demo_member(NOOR).await;
            assert_eq!(noor.post("/account/second-factor/begin", &[]).await.status(), 303);
            let key = noor.get("/account/second-factor").await.text("dd code");
            let code = code(&key, site.app.clock.now());
            (noor, list(&[("code", &code)]))
        }
        "/account/second-factor/begin" => (site.demo_member(NOOR).await, Fields::new()),
        "/account/second-factor/confirm" => {
            let code = code(SECOND_FACTOR, site.app.clock.now());
            (site.member().await, list(&[("code", &code), ("back", "/events")]))
        }
        "/account/second-factor/remove" => {
            let mut kees = site.member().await;
            kees.second_factor().await;
            (kees, Fields::new())
        }
        "/account/sign-in" => (site.anon(), list(&[("email", KEES), ("password", PASSWORD)])),
        "/account/asleep" => {
            let mut kees = site.anon();
            site.run(&format!(
                "update memberships set until = since, ended_because = 'asleep'
                 where member_id = (select id from members where email = '{KEES}')"
            ))
            .await;
            let page = kees.post("/account/sign-in", &[("email", KEES), ("password", PASSWORD)]).await;
            let proof = page.value("proof");
            (kees, list(&[("proof", &proof)]))
        }
        "/account/sign-out" => (site.member().await, Fields::new()),
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    };
    (actor, path.to_owned(), fields)
}

async fn passkey(site: &Site, path: &str) -> (Actor, String, Fields) {
    if path == "/account/passkeys/begin" {
        return (site.demo_member(NOOR).await, path.to_owned(), Fields::new());
    }
    if path == "/account/passkeys" {
        let mut noor = site.demo_member(NOOR).await;
        let asked = passkeys::asked(&mut noor, "/account/passkeys/begin").await;
        let answer = Authenticator::new(passkeys::ORIGIN).make(&asked);
        return (noor, path.to_owned(), list(&[("name", "Laptop"), ("answer", &answer)]));
    }
    let (mut noor, mut device) = passkeys::noor(site).await;
    let address = path.replace("{id}", &site.word("select id::text from passkeys").await);
    let fields = match path {
        "/account/passkeys/{id}" => list(&[("name", "Telephone")]),
        "/account/sign-in/passkey" | "/account/second-factor/confirm/passkey" => {
            let asked = passkeys::asked(&mut noor, &format!("{path}/begin")).await;
            list(&[("answer", &device.sign(&asked)), ("back", "/events")])
        }
        _ => Fields::new(),
    };
    (noor, address, fields)
}

/// The provider of the site under test tells the truth about Noor, who is not linked to it yet.
async fn at_provider(site: &Site, path: &str) -> (Actor, String, Fields) {
    let mut noor = site.demo_member(NOOR).await;
    let issuer = site.app.provider().expect("a provider").issuer().to_owned();
    let by_noor = format!("from members where email = '{NOOR}'");
    match path {
        "/account/provider/link/{secret}" => {
            let id = "01900000-0000-7000-8000-000000000001";
            site.run(&format!(
                "insert into provider_proposals (id, issuer, subject, member_id, created_at)
                 select '{id}', '{issuer}', 'noor', id, created_at {by_noor}"
            ))
            .await;
            let mut conn = site.app.db.pool().acquire().await.expect("a connection");
            let proposal = id.parse().expect("an id");
            let secret =
                links::issue(&mut conn, &site.app.clock, Purpose::ProviderLink, proposal).await.expect("a link");
            return (noor, path.replace("{secret}", &secret), Fields::new());
        }
        "/account/provider/link" | "/account/sign-in/provider" => {}
        _ => {
            site.run(&format!(
                "insert into provider_identities (issuer, subject, member_id, linked_at)
                 select '{issuer}', 'noor', id, created_at {by_noor}"
            ))
            .await;
        }
    }
    if path == "/account/second-factor/confirm/provider" {
        site.run(&format!("update members set password_hash = null where email = '{NOOR}'")).await;
    }
    if path == "/account/sign-in/provider" {
        noor = site.anon();
    }
    (noor, path.to_owned(), list(&[("back", "/events")]))
}

async fn article(site: &Site, path: &str) -> (Actor, String, Fields) {
    let form = articles::form(site, "A text").await;
    let mut sam = site.publisher().await;
    let end = path.rsplit('/').next().unwrap_or_default();
    match end {
        "new" => return (sam, path.to_owned(), own(form)),
        "revise" => return (sam, "/articles/supplier-remote-access/revise".into(), Fields::new()),
        "publish-alone" => {
            let work = articles::draft(&mut sam, &articles::with(form, &[("label", "AMBER")])).await;
            return (sam, format!("{work}/{end}"), list(&[("sure", "yes")]));
        }
        "edit" | "submit" => {
            let work = articles::draft(&mut sam, &form).await;
            let changed = articles::with(form, &[("title", "Another title"), ("version", "1")]);
            return (sam, format!("{work}/{end}"), own(changed));
        }
        _ => {}
    }
    let work = articles::submitted(&mut sam, &form).await;
    let (mut lotte, address) = (site.liaison().await, format!("{work}/{end}"));
    let asked = [("reviewer", "noor-fictief")];
    if end == "assign" {
        return (lotte, address, list(&asked));
    }
    assert_eq!(lotte.post(&format!("{work}/assign"), &asked).await.status(), 303);
    let mut noor = site.demo_member("noor@voorbeeldland.example").await;
    let verdict = [("verdict", "approve"), ("comment", "Good.")];
    match end {
        "review" => (noor, address, list(&verdict)),
        "publish" => {
            assert_eq!(noor.post(&format!("{work}/review"), &verdict).await.status(), 303);
            (lotte, address, Fields::new())
        }
        _ => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

async fn event(site: &Site, path: &str) -> (Actor, String, Fields) {
    let address = path.replace("{slug}", WEBINAR);
    match path {
        "/events/new" => (site.liaison().await, address, own(events::form("A meeting"))),
        "/events/{slug}/edit" => {
            let made = events::made(site, &events::form("A meeting")).await;
            let changed = events::with(events::form("A meeting"), &[("title", "Moved"), ("version", "1")]);
            (site.liaison().await, format!("{made}/edit"), own(changed))
        }
        "/events/{slug}/answer" => (site.member().await, address, list(&[("answer", "maybe")])),
        "/events/{slug}/cancel" => (site.liaison().await, address, Fields::new()),
        "/events/{slug}/attendance" => {
            let held = "/events/werkgroep-modems-en-vergeten-toegangspaden/attendance";
            let ticked = [("before", "kees-van-nergens"), ("present", "sam-example")];
            (site.liaison().await, held.to_owned(), list(&ticked))
        }
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

async fn item(site: &Site, path: &str) -> (Actor, String, Fields) {
    let article = site.word("select id::text from articles where slug = 'supplier-remote-access'").await;
    let green =
        site.word("select id::text from articles where slug = 'backups-of-controllers-and-engineering-stations'").await;
    match path {
        "/items/break-glass" => {
            let secret = "/articles/safety-systems-and-security";
            let mut lotte = site.liaison().await;
            lotte.second_factor().await;
            let why = "Somebody reported it as abuse.";
            let form = [("address", secret), ("ground", "abuse-report"), ("reason", why), ("told", "yes")];
            (lotte, path.to_owned(), list(&form))
        }
        "/items/{id}/label" => {
            let mut sam = site.publisher().await;
            let address = path.replace("{id}", &article);
            let began = sam.get(&address).await.value("began");
            (sam, address, list(&[("label", "GREEN"), ("began", &began), ("action", "save")]))
        }
        "/items/{id}/wider" => {
            let form = [("label", "CLEAR"), ("purpose", "For our supplier.")];
            (site.member().await, path.replace("{id}", &green), list(&form))
        }
        "/items/wider/{request}/decline" | "/items/wider/{request}/withdraw" => {
            let sql = format!(
                "insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose)
                 select gen_random_uuid(), '{article}', id, created_at, 'CLEAR', 'For our supplier.' from members
                 where email = 'kees@voorbeeldland.example'"
            );
            site.run(&sql).await;
            let request = site.word("select id::text from wider_requests").await;
            let actor = if path.ends_with("decline") { site.publisher().await } else { site.member().await };
            (actor, path.replace("{request}", &request), list(&[("answer", "Not this time, sorry.")]))
        }
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

/// The form of a file as it is without its file: what a switch of the page sends.
async fn file(site: &Site, path: &str) -> (Actor, String, Fields) {
    let mut sam = site.publisher().await;
    let draft = files::draft(site, &mut sam).await;
    match path {
        "/files" => (sam, path.to_owned(), list(&[("to", &draft), ("label", "AMBER")])),
        "/files/{id}/remove" => {
            assert_eq!(files::add(&mut sam, &draft, "Steps.csv", b"a,b").await.status(), 303);
            let page = sam.get(&format!("/articles/work/{draft}")).await;
            (sam, page.attribute(".upload-away", "action"), Fields::new())
        }
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

async fn group(site: &Site, path: &str) -> (Actor, String, Fields) {
    let address = path.replace("{slug}", "remote-access").replace("{member}", "sam-example");
    let described = [("name", "Far away"), ("about", "How suppliers come in."), ("version", "1")];
    let fields = match path {
        "/groups/new" | "/groups/{slug}/edit" => list(&described),
        "/groups/{slug}/members" => list(&[("member", "kees-van-nergens")]),
        "/groups/{slug}/members/{member}/end" | "/groups/{slug}/close" => Fields::new(),
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    };
    (site.liaison().await, address, fields)
}

async fn partner(site: &Site, path: &str) -> (Actor, String, Fields) {
    let address = path.replace("{slug}", "kestrel-controls").replace("{client}", "waterschap-voorbeeldland");
    let noted = path.replace("{slug}", "kestrel-controls").replace("{domain}", "kestrel.example");
    let address = address.replace("{member}", "tess-testdijk");
    let fields = match path {
        "/partners/{slug}/domains" => return (site.liaison().await, noted, list(&[("domain", "kestrel.test")])),
        "/partners/{slug}/domains/{domain}/remove" => return (site.liaison().await, noted, Fields::new()),
        "/partners/{slug}/clients" => list(&[("client", "stichting-voorbeeldpolder")]),
        "/partners/{slug}/clients/{client}/remove" => Fields::new(),
        "/partners/{slug}/people/confirm" => {
            site.run("update memberships set asked_at = since").await;
            list(&[("person", "tess-testdijk")])
        }
        "/partners/{slug}/people/{member}" => list(&[("roles", "publisher"), ("was", "")]),
        "/partners/{slug}/people/{member}/wake" => {
            site.run("update memberships set until = since, ended_because = 'asleep' where member_id = (select id from members where slug = 'tess-testdijk')").await;
            Fields::new()
        }
        "/partners/{slug}/people/{member}/end" => list(&[("reason", "Works elsewhere now.")]),
        "/partners/{slug}/departure" | "/partners/{slug}/return" => {
            if path.ends_with("return") {
                site.run("update organisations set left_at = created_at, left_because = 'It closed its doors.' where slug = 'kestrel-controls'").await;
            }
            return (site.liaison().await, address, list(&[("reason", "It closed its doors."), ("people", "yes")]));
        }
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    };
    (site.demo_member("fatima@kestrel.example").await, address, fields)
}

async fn join(site: &Site, path: &str) -> (Actor, String, Fields) {
    match path {
        "/join" => (site.anon(), path.to_owned(), list(&crate::join::main_path::form())),
        "/join/proof/{secret}" => {
            let mut koen = site.anon();
            assert_eq!(koen.post("/join", &crate::join::main_path::form()).await.status(), 303);
            let link = site.mails_to("koen@nieuw.example").await.pop().expect("a mail").link();
            (koen, link, Fields::new())
        }
        "/join/requests/{id}/approve"
        | "/join/requests/{id}/decline"
        | "/join/requests/{id}/ask"
        | "/join/requests/{id}/note" => {
            let question = ("question", "What do you run yourself?");
            let said =
                [("reason", "Not this time, sorry."), ("note", "Hello."), question, ("internal", "Known to me.")];
            (site.liaison().await, path.replace("{id}", &waiting(site).await), list(&said))
        }
        "/join/requests/bulk" => (site.liaison().await, path.to_owned(), list(&[("request", &waiting(site).await)])),
        "/join/notices" => (site.liaison().await, path.to_owned(), list(&[("notices", "daily")])),
        "/join/status/{secret}/acquaintance" => {
            let (link, _) = crate::join::support::own(site, "koen@nieuw.example").await;
            (site.anon(), format!("{link}/acquaintance"), list(&[("email", KEES)]))
        }
        "/join/invitations" => {
            (site.liaison().await, path.to_owned(), list(&crate::join::invitations::form("koen@nieuw.example")))
        }
        "/join/invitations/{id}/send" | "/join/invitations/{id}/revoke" => {
            let (lotte, id) = crate::join::invitations::invited(site, "koen@nieuw.example").await;
            (lotte, path.replace("{id}", &id), Fields::new())
        }
        "/join/invitation/{secret}" | "/join/invitation/{secret}/decline" => {
            crate::join::invitations::invited(site, "koen@nieuw.example").await;
            let link = site.mails_to("koen@nieuw.example").await.pop().expect("a mail").link();
            if path.ends_with("decline") {
                return (site.anon(), format!("{link}/decline"), Fields::new());
            }
            (site.anon(), link, list(&crate::join::invitations::ACCEPT))
        }
        "/join/vouch/{request}" => {
            let (_, request) = crate::join::support::own(site, "koen@nieuw.example").await;
            let said = [("knows", "yes"), ("sentence", "We built a pump together.")];
            (site.member().await, request.replace("/requests/", "/vouch/"), list(&said))
        }
        "/join/status/{secret}/add" | "/join/status/{secret}/answer" | "/join/status/{secret}/withdraw" => {
            let (link, request) = crate::join::support::own(site, "koen@nieuw.example").await;
            if path.ends_with("/answer") {
                let asked = [("question", "What do you run yourself?")];
                assert_eq!(site.liaison().await.post(&format!("{request}/ask"), &asked).await.status(), 303);
            }
            let fields = if path.ends_with("/withdraw") { Vec::new() } else { list(&[("message", "Two pumps.")]) };
            (site.anon(), format!("{link}/{}", path.rsplit('/').next().unwrap_or_default()), fields)
        }
        path => panic!("say in tests/it/web/again/steps.rs how {path} is used"),
    }
}

/// A join request that waits.
pub async fn waiting(site: &Site) -> String {
    site.word("select id::text from join_requests where state = 'waiting' limit 1").await
}
