//! The demo's circles: working groups, the clients of an organisation, and who was at an event.

use super::content::{Attendance, Circles, Clients, Group};
use super::people::People;
use super::queries;
use crate::access::Viewer;
use crate::app::App;
use crate::db::WriteTx;
use crate::events;
use crate::groups;
use crate::groups::form::Described;
use crate::partners;
use anyhow::Context;
use chrono::TimeDelta;
use uuid::Uuid;

/// Makes all of them.
pub async fn load(tx: &mut WriteTx, app: &App, circles: &Circles, people: &People) -> anyhow::Result<()> {
    for group in &circles.groups {
        load_group(tx, app, group, people).await.with_context(|| group.slug.clone())?;
    }
    for clients in &circles.clients {
        load_client(tx, app, clients, people).await.with_context(|| clients.organisation.clone())?;
    }
    for attendance in &circles.attendance {
        load_attendance(tx, attendance, people).await.with_context(|| attendance.event.clone())?;
    }
    tx.act_as(&Viewer::Nobody).await?;
    Ok(())
}

async fn load_group(tx: &mut WriteTx, app: &App, group: &Group, people: &People) -> anyhow::Result<()> {
    let (id, now) = (Uuid::now_v7(), app.clock.now());
    let began = now - TimeDelta::days(group.days_ago);
    tx.act_as(&Viewer::OnBehalfOf(people.member("lotte")?)).await?;
    let described = Described { name: group.name.clone(), about: group.about.clone() };
    groups::changes::insert(tx, (id, &group.slug), &described, began).await?;
    for key in group.members.iter().chain(&group.left) {
        groups::changes::add(tx, id, people.member(key)?, began + TimeDelta::days(1)).await?;
    }
    for key in &group.left {
        queries::leave_group(tx, id, people.member(key)?, began + TimeDelta::days(60)).await?;
    }
    if let Some(days) = group.closed_days_ago {
        groups::changes::close(tx, id, now - TimeDelta::days(days)).await?;
    }
    Ok(())
}

async fn load_client(tx: &mut WriteTx, app: &App, clients: &Clients, people: &People) -> anyhow::Result<()> {
    let (organisation, client) = (people.organisation(&clients.organisation)?, people.organisation(&clients.client)?);
    let coordinator = people.member(&clients.coordinator)?;
    let since = app.clock.now() - TimeDelta::days(clients.days_ago);
    tx.act_as(&Viewer::OnBehalfOf(coordinator)).await?;
    partners::changes::list_client(tx, organisation, client, coordinator, since).await?;
    Ok(())
}

async fn load_attendance(tx: &mut WriteTx, attendance: &Attendance, people: &People) -> anyhow::Result<()> {
    let by = people.member(&attendance.by)?;
    tx.act_as(&Viewer::OnBehalfOf(by)).await?;
    let event = events::queries::by_slug(tx, &attendance.event).await?.context("no such event")?;
    let mut present = Vec::new();
    for key in &attendance.present {
        present.push(people.member(key)?);
    }
    let slugs = queries::slugs(tx, &present).await?;
    events::changes::note_present(tx, event.id, &slugs, by, event.ends_at).await?;
    Ok(())
}
