//! Who may have a file and who sees it listed: every label and audience of page and file against every kind of reader. The
//! rule is said here a second time, from the words of TLP 2.0.

use super::support::listed;
use crate::support::{Actor, Site};
use polder::commands::demo::PASSWORD;
use sqlx::{Connection, Executor};
use std::fmt::Write;

const LABELS: [&str; 5] = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"];

/// Readers, and what each is to the page's source (Kestrel Controls), to the named organisation (Waterschap
/// Voorbeeldland) and to the named group, person and meeting.
const READERS: [(&str, &str); 10] = [
    ("", "nobody"),
    ("wim@kestrel.example", "source"),
    ("kees@voorbeeldland.example", "organisation"),
    ("olga@voorbeeldpolder.example", "client"),
    ("lotte@voorbeeldpolder.example", "client"),
    ("noor@voorbeeldland.example", "group"),
    ("bram@voorbeeldpolder.example", "person"),
    ("marek@kestrel.example", "meeting"),
    ("joost@voorbeeldland.example", "none"),
    ("fatima@kestrel.example", "suspended"),
];

/// To whom something can be addressed besides its source; `page` is what the page under test has: all of them.
const AUDIENCES: [&str; 6] = ["source", "organisation", "group", "person", "meeting", "page"];

const SETTING: &str = "
    delete from organisation_clients;
    insert into organisations (id, slug, name, kind, created_at)
        select gen_random_uuid(), 'elsewhere', 'Elsewhere', 'advisor', created_at from members limit 1;
    update memberships set organisation_id = (select id from organisations where slug = 'elsewhere') where member_id in (
        select id from members where split_part(email, '@', 1) in ('noor', 'bram', 'marek', 'joost'));
    insert into organisation_clients (organisation_id, client_id, since, listed_by)
        select o.id, c.id, o.created_at, m.id from organisations o, organisations c, members m
        where o.slug = 'waterschap-voorbeeldland' and c.slug = 'stichting-voorbeeldpolder' and m.email = 'iris@voorbeeldland.example';
    insert into working_groups (id, slug, name, created_at) select gen_random_uuid(), 'made', 'Made', created_at from members limit 1;
    insert into working_group_members (group_id, member_id, since) select g.id, m.id, m.created_at from working_groups g, members m
        where g.slug = 'made' and m.email = 'noor@voorbeeldland.example';
    insert into presences (event_id, member_id, noted_at, noted_by) select e.id, m.id, m.created_at, m.id from events e, members m
        where e.slug = 'conference-polder-day' and m.email = 'marek@kestrel.example';
    update members set state = 'suspended' where email = 'fatima@kestrel.example';
    delete from files;";

/// Whether a label and an audience let a reader read.
fn opens(label: &str, audience: &str, reader: &str) -> bool {
    let is_member = !matches!(reader, "nobody" | "suspended");
    let is_named = matches!(reader, "organisation" | "group" | "person" | "meeting");
    let named = |who: &str| audience == who || audience == "page";
    match label {
        "CLEAR" => true,
        "GREEN" => is_member,
        "AMBER" => reader == "source" || (is_named && named(reader)) || (reader == "client" && named("organisation")),
        "AMBER+STRICT" => reader == "source" || (is_named && named(reader)),
        _ => matches!(reader, "person" | "meeting") && named(reader),
    }
}

fn grants(items: &str, audience: &str, is_red: bool) -> String {
    let mut sql = format!("delete from item_grants where item_id in ({items}) and reason = 'audience';");
    for (word, column, id) in [
        ("organisation", "organisation_id", "select id from organisations where slug = 'waterschap-voorbeeldland'"),
        ("group", "group_id", "select id from working_groups where slug = 'made'"),
        ("person", "member_id", "select id from members where email = 'bram@voorbeeldpolder.example'"),
        ("meeting", "event_id", "select id from events where slug = 'conference-polder-day'"),
    ] {
        if (audience == word || audience == "page") && !(is_red && matches!(word, "organisation" | "group")) {
            let _ = write!(
                sql,
                "insert into item_grants (id, item_id, reason, {column}) select gen_random_uuid(), i.id, 'audience', ({id}) from items i where i.id in ({items});"
            );
        }
    }
    sql
}

struct File {
    id: uuid::Uuid,
    label: &'static str,
    audience: &'static str,
    inherits: bool,
}

/// A file as the page, and one for every label that is no wider with every audience that it can have.
fn files(page: &str) -> Vec<File> {
    let new = |label, audience, inherits| File { id: uuid::Uuid::now_v7(), label, audience, inherits };
    let at = LABELS.iter().position(|label| *label == page).expect("a label");
    let mut files = vec![new(LABELS[at], "page", true)];
    for label in &LABELS[at..] {
        for audience in AUDIENCES {
            let is_open = matches!(*label, "CLEAR" | "GREEN");
            if (is_open && audience == "source")
                || !(is_open || *label == "RED" && matches!(audience, "source" | "organisation" | "group"))
            {
                files.push(new(*label, audience, false));
            }
        }
    }
    files
}

async fn arrange(site: &Site, page: &str, files: &[File]) {
    const PAGE: &str =
        "select unnest(array[a.id, a.published_id]) from articles a where a.slug = 'supplier-remote-access'";
    let audience = if matches!(page, "CLEAR" | "GREEN") { "" } else { "page" };
    let mut sql = format!(
        "delete from files; delete from items where kind = 'file'; update items set label = '{page}' where id in ({PAGE}); {}",
        grants(PAGE, audience, page == "RED")
    );
    for File { id, label, audience, inherits } in files {
        let _ = write!(
            sql,
            "insert into items (id, kind, stage, label, source_id, owner_id, parent_id, inherits)
                select '{id}', 'file', 'published', '{label}', i.source_id, i.owner_id, i.id, {inherits}
                from items i join articles a on a.published_id = i.id where a.slug = 'supplier-remote-access';
             insert into files (id, name, media_type, bytes, sha256, created_at)
                select '{id}', '{label} {audience} {inherits}.txt', 'text/plain', 4, sha256('made'), created_at from articles limit 1;"
        );
        if !inherits && !matches!(*label, "CLEAR" | "GREEN") {
            sql += &grants(&format!("select '{id}'::uuid"), audience, *label == "RED");
        }
    }
    site.run(&sql).await;
}

#[tokio::test]
async fn a_file_is_there_for_whom_its_own_label_and_that_of_its_page_allow() {
    let site = Site::demo().await;
    site.app.files.put(b"made").await.expect("content");
    let mut readers: Vec<(Actor, &str)> = Vec::new();
    for (email, reader) in READERS {
        let actor = if email.is_empty() { site.anon() } else { site.by_password(email, PASSWORD).await };
        readers.push((actor, reader));
    }
    site.run(SETTING).await;
    let (mut cells, mut wrong) = (0, Vec::new());
    for page in LABELS {
        let files = files(page);
        arrange(&site, page, &files).await;
        for (actor, reader) in &mut readers {
            let answer = actor.get("/articles/supplier-remote-access").await;
            let (mut expected, mut sealed) = (Vec::new(), 0);
            for file in &files {
                let may = opens(page, "page", reader) && opens(file.label, file.audience, reader);
                let status = if !may {
                    404
                } else if file.label == "RED" {
                    403
                } else {
                    200
                };
                let name = format!("{} {} {}.txt", file.label, file.audience, file.inherits);
                let got =
                    actor.get(&format!("/files/{}/{}", file.id, name.replace(' ', "%20").replace('+', "%2B"))).await;
                if got.status() != status {
                    wrong.push(format!("{name} on TLP:{page} for {reader}: {} instead of {status}", got.status()));
                }
                cells += 1;
                if may && file.label != "RED" {
                    expected.push(name);
                } else if may {
                    sealed += 1;
                }
            }
            if answer.status() == 200 {
                let (mut names, page_sealed): (Vec<_>, Vec<_>) = listed(&answer)
                    .into_iter()
                    .partition(|name| name != "A file under TLP:RED, for those who are named");
                names.sort();
                expected.sort();
                if names != expected || page_sealed.len() != sealed {
                    wrong.push(format!(
                        "TLP:{page} for {reader} lists {names:?} instead of {expected:?}, sealed {page_sealed:?}"
                    ));
                }
                if expected.is_empty() && sealed == 0 && answer.has("#files") {
                    wrong.push(format!("TLP:{page} for {reader}: a heading without files"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(cells > 500, "{cells}");
}

#[tokio::test]
async fn a_page_made_stricter_takes_its_files_along_and_the_strictest_shown_stands_at_its_head() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let page = site.anon().get("/articles/supplier-remote-access").await;
    let file = page.attribute(".upload-name", "href");
    assert_eq!(site.anon().get(&file).await.status(), 200);
    site.run("update items set label = 'GREEN' where id in (select unnest(array[id, published_id]) from articles where slug = 'supplier-remote-access')").await;
    assert_eq!(site.anon().get(&file).await.status(), 404);
    assert!(kees.get(&file).await.header("content-disposition").contains("TLP-GREEN-"));
    let mut owner = sqlx::PgConnection::connect_with(&site.owner).await.expect("the owner's connection");
    let refused = owner.execute("update items set inherits = false, label = 'CLEAR' where kind = 'file'").await;
    let constraint = refused.expect_err("no file is wider than its page");
    assert_eq!(polder::db::broken_constraint(&constraint), Some("items_never_wider"));
    // A stricter file counts for who sees it, and for nobody else.
    let hardening = "/articles/hardening-an-engineering-workstation";
    let mark = |answer: &crate::support::Answer| answer.texts("main > * > .tlp, main > .tlp").join(" ");
    let seen = kees.get(hardening).await;
    assert!(mark(&seen).contains("TLP:AMBER"), "{}", mark(&seen));
    let unseen = site.liaison().await.get(hardening).await;
    assert!(!mark(&unseen).contains("TLP:AMBER") && !unseen.has("#files"), "{}", mark(&unseen));
}
