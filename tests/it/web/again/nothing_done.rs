//! Choosing a language or colours does nothing else, at any route.

use super::steps::step;
use crate::files::support as files;
use crate::support::{LyingProvider, Site, provider};
use polder::app;

/// Everything in the database, in a word.
const EVERYTHING: &str = "create or replace function everything() returns text language plpgsql as $$
    declare line text; total text := ''; name text;
    begin
        for name in select tablename from pg_tables where schemaname = 'public' order by tablename loop
            execute format('select coalesce(md5(string_agg(t::text, chr(10) order by t::text)), chr(45)) from %I t', name)
                into line;
            total := total || name || '=' || line || ' ';
        end loop;
        return total;
    end $$";

#[tokio::test]
async fn no_change_is_ever_made_because_somebody_chose_a_language_or_colours() {
    for entry in app::rooms().entries().into_iter().filter(|entry| entry.method == "POST") {
        let mut site = Site::demo().await;
        let there = LyingProvider::start().await;
        site.signs_in_at(provider(&there.issuer, false));
        site.run(EVERYTHING).await;
        let (mut actor, address, fields) = step(&site, entry.path).await;
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let encoded = serde_html_form::to_string(&fields).expect("fields");
        site.tick().await;
        let (before, mails) = (site.word("select everything()").await, site.mails().len());
        let session = actor.cookie("polder-session").map(str::to_owned);
        let answer = actor.post(&address, &[&fields[..], &[("show_in", "nl")]].concat()).await;
        assert!(matches!(answer.status(), 200 | 303), "{}: {} {}", entry.path, answer.status(), answer.text("main"));
        for wish in ["show_as=dark", "show_in=tlh", "sho%77_in=en", "show_in=", "show_in", "show_in=nl&show_in=en"] {
            for body in [format!("{wish}&{encoded}"), format!("{encoded}&{wish}")] {
                let answer = actor.post_body(&address, body.clone()).await;
                assert!(matches!(answer.status(), 200 | 303), "{} {body}: {}", entry.path, answer.status());
            }
        }
        site.tick().await;
        assert_eq!(site.word("select everything()").await, before, "{}", entry.path);
        assert_eq!(site.mails().len(), mails, "{}", entry.path);
        assert_eq!(actor.cookie("polder-session").map(str::to_owned), session, "{}", entry.path);

        // The very same form does make the change when it is really sent.
        let sent = if entry.path == "/files" {
            // Only with a file in it: a switch never sends that one (`formenctype`).
            let body = files::body(&fields, Some(("Steps.csv", b"a,b")));
            files::send(&mut actor, body).await
        } else {
            actor.post(&address, &fields).await
        };
        // What is shown once has no address of its own.
        let is_shown = matches!(entry.path, "/account/second-factor" | "/account/data/export" | "/log/export")
            || entry.path.ends_with("passkey/begin")
            || entry.path == "/account/passkeys/begin"
            || entry.path == "/account/provider/link"
            || entry.path.ends_with("/provider");
        let expected = if is_shown { 200 } else { 303 };
        assert_eq!(sent.status(), expected, "{}: {} {:?}", entry.path, sent.text("main"), sent.texts(".field-error"));
        if !matches!(entry.path, "/account/language" | "/account/appearance") {
            assert_ne!(site.word("select everything()").await, before, "{} was no change at all", entry.path);
        }
    }
}

#[tokio::test]
async fn the_choice_of_another_site_is_no_choice() {
    let site = Site::demo().await;
    let mut victim = site.member().await.with_header("sec-fetch-site", "cross-site");
    assert_eq!(victim.get("/").await.status(), 200);
    for address in ["/account/profile", "/join", "/account/language", "/account/sign-out"] {
        let problem = ("shown_problem", "error-internal - 0192f0c1-0000-7000-8000-000000000000");
        for fields in [vec![("show_in", "nl"), ("name", "<b>")], vec![("show_as", "dark"), problem]] {
            let answer = victim.post(address, &fields).await;
            assert_eq!((answer.status(), answer.page().as_str()), (403, "error"), "{address}");
            assert!(answer.headers().get("set-cookie").is_none(), "{address}");
        }
    }
}
