//! The steps in the database, where no page leads: what they refuse whoever asks.

use super::support::article;
use crate::house::scene::{self, Scene};
use polder::access::{Audience, Label, Viewer};
use polder::items::changes::{self, Relabel};
use polder::items::model::{Ground, Relabelled};
use polder::{articles, jobs::ArticleNews};
use uuid::Uuid;

#[tokio::test]
async fn a_job_and_a_visitor_change_nothing() {
    let scene = Scene::new().await;
    let item = article(&scene, "GREEN").await;
    let kees = scene.world().await.person(super::support::KEES).id;
    let now = scene.site.app.clock.now();
    let audience = Audience::default();
    let wanted = Relabel {
        item,
        change: Uuid::now_v7(),
        label: Label::Clear,
        audience: &audience,
        reason: "Everybody should know.",
        request: None,
    };
    for viewer in [Viewer::Nobody, Viewer::OnBehalfOf(kees)] {
        let mut tx = scene.site.app.db.write(&viewer).await.expect("a connection");
        let done = changes::relabel(&mut tx, &wanted, now).await.expect("answers");
        assert_eq!(done, Relabelled::Unknown, "{viewer:?}");
        let broken = changes::break_glass(
            &mut tx,
            (Uuid::now_v7(), Some(item)),
            Ground::LegalDuty,
            "A judge asked for this text.",
            now,
        );
        assert!(broken.await.is_err(), "{viewer:?}");
    }
}

#[tokio::test]
async fn a_text_under_tlp_red_is_told_to_those_who_may_open_it_by_an_address_without_a_title() {
    let scene = Scene::new().await;
    let (_, revision) = scene::article(&mut scene.owner().await, "RED", scene::Stand::Submitted).await;
    let world = scene.world().await;
    for (email, is_told) in [
        ("sam@kestrel.example", true),
        ("rosa@elsewhere.example", true),
        ("zoe@elsewhere.example", false),
        ("pia@kestrel.example", false),
    ] {
        let member = world.person(email).id;
        let mail =
            articles::mails::news(&scene.site.app, revision, member, ArticleNews::Submitted).await.expect("is written");
        assert_eq!(mail.is_some(), is_told, "{email}");
        if let Some(mail) = mail {
            assert_eq!(mail.kind, "articles-mail-waits");
            assert!(
                mail.text.contains(&format!("/items/{revision}")) && !mail.text.contains("/articles/"),
                "{}",
                mail.text
            );
        }
    }
}
