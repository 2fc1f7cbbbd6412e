//! What is handed over, and under which name.

use super::support::{add, body, draft, send};
use crate::support::Site;
use axum::body::Body;
use axum::http::Method;

#[tokio::test]
async fn a_file_is_handed_over_to_be_kept_and_never_to_be_shown() {
    let site = Site::demo().await;
    let page = site.anon().get("/articles/supplier-remote-access").await;
    let address = page.attribute(".upload-name", "href");
    let mut anon = site.anon().with_header("accept-encoding", "gzip");
    let file = anon.get(&address).await;
    assert_eq!(file.status(), 200);
    for (name, value) in [
        ("content-type", "text/csv; charset=utf-8"),
        (
            "content-disposition",
            "attachment; filename=\"TLP-CLEAR-Checklist remote session.csv\"; filename*=UTF-8''TLP-CLEAR-Checklist%20remote%20session.csv",
        ),
        ("x-content-type-options", "nosniff"),
        ("content-security-policy", "sandbox; default-src 'none'"),
        ("cache-control", "private, no-store"),
        ("content-length", &file.bytes().len().to_string()),
        ("content-encoding", ""),
    ] {
        assert_eq!(file.header(name), value, "{name}");
    }
    assert!(file.body().starts_with("step,what,who,done\n"));
    let head = anon.send(Method::HEAD, &address, Body::empty(), None).await;
    assert_eq!(
        (head.status(), head.bytes().len(), head.header("content-length")),
        (200, 0, file.header("content-length"))
    );
    let part = site.anon().with_header("range", "bytes=0-3").get(&address).await;
    assert_eq!((part.status(), part.bytes()), (200, file.bytes()));
}

#[tokio::test]
async fn the_name_in_the_address_is_for_people() {
    let site = Site::demo().await;
    let right = site
        .member()
        .await
        .get("/articles/hardening-an-engineering-workstation")
        .await
        .attribute(".upload-name", "href");
    let id = right.split('/').nth(2).expect("an id");
    let mut kees = site.member().await;
    for name in ["x", "settings%20of%20our%20workstations.pdf", "%E2%80%AE", "a%20b"] {
        assert_eq!(kees.get(&format!("/files/{id}/{name}")).await.location(), right);
    }
    // Whoever may not read it learns no name, and not that there is one.
    let other = uuid::Uuid::now_v7().to_string();
    let mut liaison = site.liaison().await;
    assert_eq!(liaison.get("/").await.status(), 200);
    for name in ["x", right.rsplit('/').next().expect("a name")] {
        for actor in [&mut site.anon(), &mut liaison] {
            let (refused, missing) =
                (actor.get(&format!("/files/{id}/{name}")).await, actor.get(&format!("/files/{other}/{name}")).await);
            assert_eq!((refused.status(), missing.status()), (404, 404));
            let plain = |answer: &crate::support::Answer| {
                answer.body().replace(&answer.text("code"), "").replace(id, "").replace(&other, "")
            };
            assert_eq!(plain(&refused), plain(&missing));
            let headers = |answer: &crate::support::Answer| {
                let named = answer.headers().iter().filter(|(name, _)| *name != "x-request-id");
                named.map(|(name, value)| format!("{name}: {value:?}")).collect::<Vec<_>>()
            };
            assert_eq!(headers(&refused), headers(&missing));
        }
    }
    assert_eq!(site.anon().get("/files/no-id/x").await.status(), 404);
}

#[tokio::test]
async fn hostile_names_do_no_harm() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let long = format!("{}.csv", "é".repeat(300));
    for name in [
        "../../etc/passwd",
        "..\\..\\boot.ini",
        "a\r\nSet-Cookie: polder-session=x.csv",
        "\"><script>alert(1)</script>.csv",
        "\u{202e}vsc.exe",
        "CON",
        ".htaccess",
        "%2e%2e%2f%00.csv",
        "'; drop table files; --",
        &long,
        "🧯 одна 日本.csv",
        " . ",
        "x.csv;y=\"z",
    ] {
        let added = add(&mut sam, &draft, name, b"a,b\n1,2\n").await;
        assert_eq!(added.status(), 303, "{name}: {}", added.text("main"));
        let page = sam.follow(&added).await;
        let address = page.attribute(".uploads li:last-child .upload-name", "href");
        let shown = super::support::listed(&page).pop().expect("a file");
        assert!(!shown.contains(['/', '\\', '"', '\u{202e}']) && shown.chars().count() <= 120, "{name}: {shown}");
        assert!(matches!(shown.rsplit('.').next(), Some("csv" | "txt")), "{name}: {shown}");
        let file = sam.get(&address).await;
        assert_eq!((file.status(), file.bytes()), (200, b"a,b\n1,2\n".as_slice()), "{address}");
        let disposition = file.header("content-disposition");
        assert!(disposition.starts_with("attachment; filename=\"TLP-GREEN-"), "{disposition}");
        assert_eq!((disposition.matches('"').count(), file.headers().get("set-cookie").is_none()), (2, true));
        assert!(!page.body().contains("<script>alert"));
        let away = page.attribute(".uploads li:last-child .upload-away", "action");
        assert_eq!(sam.post(&away, &[]).await.status(), 303);
    }
}

#[tokio::test]
async fn a_form_that_is_out_of_order_or_too_long_is_refused() {
    let site = Site::demo().await;
    let mut sam = site.publisher().await;
    let draft = draft(&site, &mut sam).await;
    let many = "x".repeat(300 * 1024);
    assert_eq!(send(&mut sam, body(&[("to", &draft), ("label", &many)], None)).await.status(), 413);
    assert_eq!(send(&mut sam, body(&[], Some(("x.csv", b"a,b")))).await.status(), 404, "nowhere to go");
    assert_eq!(send(&mut sam, body(&[("to", "\0")], None)).await.status(), 400);
    assert_eq!(sam.post("/files", &[("to", &draft)]).await.status(), 400, "a form without files in it");
    assert_eq!(
        sam.send(Method::POST, "/articles/new", Body::from("x"), Some("multipart/form-data; boundary=x"))
            .await
            .status(),
        400
    );
    let mut stranger = sam.with_header("sec-fetch-site", "cross-site");
    assert_eq!(add(&mut stranger, &draft, "x.csv", b"a,b").await.status(), 403);
}
