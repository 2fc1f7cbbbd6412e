//! The log as a file.

use super::many;
use crate::support::Site;

#[tokio::test]
async fn an_export_holds_what_was_chosen_and_stands_in_the_log_itself() {
    let site = Site::demo().await;
    many(&site, 60).await;
    site.run(
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id, reason)
         select '2026-11-02', id, 'member.roles-given', 'member', id, '=HYPERLINK(\"http://evil.example\"), Many é'
         from members where slug = 'sam-example'",
    )
    .await;
    let mut lotte = site.liaison().await;
    let file = lotte.post("/log/export", &[("q", "many"), ("before", "9"), ("action", "member.roles-given")]).await;
    assert_eq!(file.status(), 200);
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"audit-log-2026-11-24.csv\"");
    assert!(file.header("cache-control").contains("no-store"));
    let body = file.body();
    let lines: Vec<_> = body.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 62, "the head and all that fits, not one page");
    assert!(lines[0].starts_with("\u{feff}\"entry\",\"at\""));
    assert!(lines[1].contains("\"'=HYPERLINK(\"\"http://evil.example\"\"), Many é\""), "{}", lines[1]);
    let logged = "select detail::text from audit_log where action = 'installation.log-exported'";
    let detail = site.word(logged).await;
    assert!(detail.contains("\"entries\": 61") && !detail.contains("many"), "{detail}");
    assert!(lotte.get("/log").await.text(".item h3").ends_with("exported the audit log."));
}

#[tokio::test]
async fn too_many_entries_for_a_file_are_refused_with_what_was_chosen_kept() {
    let site = Site::demo().await;
    many(&site, 20_001).await;
    let mut lotte = site.liaison().await;
    let answer = lotte.post("/log/export", &[("q", "many"), ("from", "2026-10-01")]).await;
    assert_eq!((answer.status(), answer.page().as_str()), (422, "log/list"));
    assert!(answer.has("#from-error") && answer.has(".filter details[open]"));
    assert_eq!((answer.value("q").as_str(), answer.value("from").as_str()), ("many", "2026-10-01"));
    assert_eq!(site.number("select count(*) from audit_log where action = 'installation.log-exported'").await, 0);
}
