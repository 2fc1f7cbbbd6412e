//! The demo's join requests, each brought to its state by the steps that lead there.

use super::content::{Content, Request};
use super::people::People;
use super::queries;
use crate::access::Viewer;
use crate::app::App;
use crate::auth::links::{self, Purpose};
use crate::db::WriteTx;
use crate::join::changes::{self, Decision, OwnStep};
use crate::join::form::JoinForm;
use crate::join::model::{JoinState, MessageKind};
use crate::members::queries::{self as members, NewMember};
use anyhow::{Context, anyhow, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

/// Makes the join requests.
pub async fn load(tx: &mut WriteTx, app: &App, content: &Content, people: &People) -> anyhow::Result<()> {
    // The oldest first: of one address, only one request is open at a time.
    let aged: Vec<_> = (1_i64..).zip(&content.requests).collect();
    for (days, request) in aged.into_iter().rev() {
        // Who never answered was asked long ago.
        let age = TimeDelta::days(if request.state == "expired" { 70 } else { days * 3 });
        one(tx, app, people, (request, age)).await.with_context(|| request.name.clone())?;
    }
    Ok(())
}

async fn one(
    tx: &mut WriteTx,
    app: &App,
    people: &People,
    (request, age): (&Request, TimeDelta),
) -> anyhow::Result<()> {
    let form = JoinForm {
        name: request.name.clone(),
        email: request.email.clone(),
        organisation: request.organisation_slug.clone(),
        new_organisation: request.organisation_name.clone(),
        function: request.function.clone(),
        sector: request.sector.clone(),
        motivation: request.motivation.clone(),
        language: request.language.clone(),
        agree: "yes".to_owned(),
        rules: String::new(),
    };
    let asked =
        form.check(&app.vocabulary, |slug| people.organisation(slug).ok()).map_err(|errors| anyhow!("{errors:?}"))?;
    let (id, now, liaison) = (Uuid::now_v7(), app.clock.now(), people.member("lotte")?);
    tx.act_as(&Viewer::OnBehalfOf(liaison)).await?;
    changes::insert(tx, id, &asked, now - age).await?;
    if request.state == "unproven" {
        return Ok(());
    }
    queries::prove(tx, id, now - age + TimeDelta::hours(1)).await?;
    if !request.internal.is_empty() {
        changes::note(tx, id, liaison, &request.internal, now - age + TimeDelta::hours(5)).await?;
    }
    say(tx, app, (id, liaison), request, now - age + TimeDelta::hours(4)).await?;
    let at = now - age + TimeDelta::days(1);
    let decided = |state, note, member| Decision {
        request: id,
        expected: JoinState::Waiting,
        state,
        by: liaison,
        at,
        note,
        member,
    };
    match request.state.as_str() {
        "approved" => {
            let member = Uuid::now_v7();
            let new = NewMember {
                id: member,
                name: &asked.name,
                email: &asked.email,
                function: &asked.function,
                sectors: std::slice::from_ref(&asked.sector),
                language: asked.language,
                organisation: people.organisation(&request.organisation_slug)?,
                roles: &[],
                now: at,
            };
            members::insert(tx, &new).await?;
            changes::decide(tx, &decided(JoinState::Approved, &request.decision_note, Some(member))).await?;
        }
        "declined" => {
            changes::decide(tx, &decided(JoinState::Declined, &request.decline_reason, None)).await?;
        }
        "withdrawn" => own_step(tx, app, id, (JoinState::Waiting, JoinState::Withdrawn, None), at).await?,
        "expired" => queries::expire(tx, id, now - age + TimeDelta::days(60)).await?,
        _ => {}
    }
    Ok(())
}

/// What liaison and applicant wrote, a few hours apart.
async fn say(
    tx: &mut WriteTx,
    app: &App,
    (id, liaison): (Uuid, Uuid),
    request: &Request,
    mut at: DateTime<Utc>,
) -> anyhow::Result<()> {
    for message in &request.messages {
        if message.kind == "question" {
            ensure!(changes::ask(tx, id, liaison, &message.text, at).await?, "cannot be asked");
        } else {
            let said = Some((MessageKind::Answer, message.text.as_str()));
            own_step(tx, app, id, (JoinState::Asked, JoinState::Waiting, said), at).await?;
        }
        at += TimeDelta::hours(7);
    }
    Ok(())
}

/// A step that the applicant takes, by a link that nobody keeps.
async fn own_step(
    tx: &mut WriteTx,
    app: &App,
    id: Uuid,
    (expected, next, said): (JoinState, JoinState, Option<(MessageKind, &str)>),
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    let link = links::issue(tx, &app.clock, Purpose::JoinStatus, id).await?;
    let taken = changes::step_by_link(tx, &link, &OwnStep { expected, next, said }, at).await?;
    ensure!(taken.is_some(), "the step is not taken");
    Ok(())
}
