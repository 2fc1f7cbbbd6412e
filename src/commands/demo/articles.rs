//! The demo's articles, each taken through the steps that a real one takes, on the day it says.

use super::attachments;
use super::content::{Article, Content};
use super::people::People;
use crate::access::{Audience, Label, Viewer};
use crate::app::App;
use crate::articles::changes;
use crate::articles::form::Written;
use crate::articles::model::{RevisionAction, RevisionState};
use crate::db::WriteTx;
use crate::web::markdown;
use anyhow::{Context, ensure};
use chrono::TimeDelta;
use uuid::Uuid;

/// Articles that are still on their way, so that there is work to see. No published article links to one of them.
const ON_THE_WAY: [(&str, RevisionState); 2] =
    [("cloud-historians", RevisionState::Submitted), ("bewustwording-op-de-werkvloer", RevisionState::Approved)];

/// Makes the articles.
pub async fn load(tx: &mut WriteTx, app: &App, content: &Content, people: &People) -> anyhow::Result<()> {
    for article in &content.articles {
        load_one(tx, app, article, people).await.with_context(|| article.slug.clone())?;
    }
    tx.act_as(&Viewer::Nobody).await?;
    Ok(())
}

async fn load_one(tx: &mut WriteTx, app: &App, article: &Article, people: &People) -> anyhow::Result<()> {
    let goal = ON_THE_WAY.iter().find(|way| way.0 == article.slug).map_or(RevisionState::Published, |way| way.1);
    // What is on its way was handed in last week.
    let published =
        if goal == RevisionState::Published { article.published } else { app.clock.now() - TimeDelta::days(2) };
    let (handed_in, reviewed) = (published - TimeDelta::days(9), published - TimeDelta::days(3));
    let (author, liaison) = (people.member(&article.author)?, people.member("lotte")?);
    let judge = people.member(&article.reviewer)?;
    let written = written(article, people)?;
    let (id, revision) = (Uuid::now_v7(), Uuid::now_v7());

    tx.act_as(&Viewer::OnBehalfOf(author)).await?;
    changes::insert_article(tx, id, &written, author, handed_in).await?;
    changes::insert_revision(tx, (id, revision), &written, author, handed_in).await?;
    attachments::add(tx, &article.slug, revision, people, handed_in).await?;
    step(tx, revision, (RevisionState::Draft, RevisionState::Submitted), handed_in).await?;
    changes::hand_to_liaisons(tx, revision).await?;
    changes::tell(tx, revision, author, RevisionAction::Submitted, "", handed_in).await?;
    if goal == RevisionState::Submitted {
        return Ok(());
    }

    tx.act_as(&Viewer::OnBehalfOf(liaison)).await?;
    changes::assign(tx, revision, judge, handed_in).await?;
    changes::tell(tx, revision, liaison, RevisionAction::Assigned, "", handed_in).await?;
    tx.act_as(&Viewer::OnBehalfOf(judge)).await?;
    step(tx, revision, (RevisionState::Submitted, RevisionState::Approved), reviewed).await?;
    changes::note_reviewer(tx, revision).await?;
    changes::tell(tx, revision, judge, RevisionAction::Approved, "", reviewed).await?;
    if goal == RevisionState::Approved {
        return Ok(());
    }

    tx.act_as(&Viewer::OnBehalfOf(liaison)).await?;
    changes::tell(tx, revision, liaison, RevisionAction::Published, "", published).await?;
    let address = changes::publish(tx, revision, (&article.slug, &article.slug), published).await?;
    ensure!(address.as_deref() == Some(&article.slug), "not published");
    Ok(())
}

async fn step(
    tx: &mut WriteTx,
    revision: Uuid,
    (from, to): (RevisionState, RevisionState),
    at: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    ensure!(changes::move_on(tx, revision, from, to, at).await?, "not {from}");
    Ok(())
}

fn written(article: &Article, people: &People) -> anyhow::Result<Written> {
    let red = article.label == Label::Red;
    let audience = if red {
        let persons: anyhow::Result<_> = article.audience.iter().map(|key| people.member(key)).collect();
        Audience { people: persons?, ..Audience::default() }.with(people.member(&article.author)?)
    } else {
        let organisations: anyhow::Result<_> = article.audience.iter().map(|slug| people.organisation(slug)).collect();
        Audience { organisations: organisations?, ..Audience::default() }
    };
    Ok(Written {
        title: article.title.clone(),
        summary: article.summary.clone(),
        kind: article.kind,
        language: article.language,
        source: people.organisation(&article.organisation)?,
        label: article.label,
        audience,
        sectors: article.sectors.clone(),
        body: article.body.clone(),
        rendered: markdown::render(&article.body, &markdown::setting(article.language))?,
    })
}
