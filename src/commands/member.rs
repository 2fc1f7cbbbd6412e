//! `polder member`: the first liaison of a new installation, who can then approve everybody else; and roles for those who
//! are here.

use super::installation::Installation;
use crate::access::{CommunityRole, OrganisationRole, Viewer};
use crate::app::App;
use crate::audit::{self, Action};
use crate::auth::links::{self, Purpose};
use crate::config::Settings;
use crate::db::WriteTx;
use crate::i18n::Locale;
use crate::jobs::{self, AccountNews, Job, SecondFactorNews};
use crate::{account, members, partners};
use anyhow::bail;
use serde_json::json;
use std::process::ExitCode;
use uuid::Uuid;

/// Who is meant, and what they may do.
pub struct Wanted {
    pub email: String,
    pub name: Option<String>,
    pub organisation: Option<String>,
    pub community: Vec<CommunityRole>,
    pub organisational: Vec<OrganisationRole>,
    /// Whether the second factor was lost and is to go.
    pub remove_second_factor: bool,
}

/// Makes the member, or gives one who exists the roles, and says what to do next.
pub async fn run(settings: Settings, wanted: &Wanted) -> anyhow::Result<ExitCode> {
    let installation = Installation::open(settings).await?;
    let done = apply(&installation, wanted).await;
    installation.close().await?;
    println!("{}", done?);
    Ok(ExitCode::SUCCESS)
}

async fn apply(installation: &Installation, wanted: &Wanted) -> anyhow::Result<String> {
    if wanted.email.parse::<lettre::Address>().is_err() {
        bail!("{} is no mail address", wanted.email);
    }
    installation.migrate().await?;
    let app = installation.app().await?;
    if wanted.remove_second_factor {
        return remove_second_factor(&app, wanted).await;
    }
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let known = members::queries::id_by_email(&mut tx, &wanted.email).await?;
    let (id, said) = match known {
        Some(id) => (id, format!("{} has the roles.", wanted.email)),
        None => make(&mut tx, &app, wanted).await?,
    };
    for role in &wanted.community {
        members::queries::give_role(&mut tx, id, *role).await?;
    }
    for role in &wanted.organisational {
        members::queries::give_organisation_role(&mut tx, id, *role).await?;
    }
    let roles: Vec<_> = wanted.community.iter().map(|role| role.word()).collect();
    let organisational: Vec<_> = wanted.organisational.iter().map(|role| role.word()).collect();
    let detail = json!({ "community": roles, "organisational": organisational });
    audit::record(&mut tx, &app.clock, None, Action::RolesGiven, id, detail).await?;
    if known.is_some() && !(roles.is_empty() && organisational.is_empty()) {
        let news = Job::AccountNews { member: id, news: AccountNews::RolesGiven };
        jobs::enqueue(&mut tx, &app.clock, &news).await?;
    }
    tx.commit().await?;
    Ok(said)
}

/// Removes a second factor that was lost. Nothing else is done with it: who asks for this looks at nothing more.
async fn remove_second_factor(app: &App, wanted: &Wanted) -> anyhow::Result<String> {
    if !wanted.community.is_empty() || !wanted.organisational.is_empty() {
        bail!("remove the second factor and give roles in two steps");
    }
    let mut tx = app.db.write(&Viewer::Nobody).await?;
    let Some(id) = members::queries::id_by_email(&mut tx, &wanted.email).await? else {
        bail!("{} is no member", wanted.email);
    };
    tx.act_as(&Viewer::OnBehalfOf(id)).await?;
    let had_app = account::second_factor::changes::remove(&mut tx, id).await?;
    // A passkey is a second factor as well, and lost with the same phone.
    let had_passkeys = account::passkeys::changes::remove_all(&mut tx, id).await?;
    if !had_app && !had_passkeys {
        bail!("{} has no second factor", wanted.email);
    }
    audit::record(&mut tx, &app.clock, None, Action::SecondFactorRemoved, id, json!({})).await?;
    let news = Job::SecondFactorNews { member: id, news: SecondFactorNews::Removed };
    jobs::enqueue(&mut tx, &app.clock, &news).await?;
    tx.commit().await?;
    Ok(format!(
        "The second factor of {} is removed; it can be set up again at {}/account/second-factor",
        wanted.email, app.public_url
    ))
}

async fn make(tx: &mut WriteTx, app: &App, wanted: &Wanted) -> anyhow::Result<(Uuid, String)> {
    let (Some(name), Some(organisation)) = (&wanted.name, &wanted.organisation) else {
        bail!("{} is no member yet: give a name and an organisation as well", wanted.email);
    };
    let now = app.clock.now();
    let id = Uuid::now_v7();
    let row = members::queries::NewMember {
        id,
        name,
        email: &wanted.email,
        function: "",
        sectors: &[],
        language: Locale::En,
        organisation: partners::queries::find_or_insert(tx, organisation, &[], now).await?,
        roles: &[],
        now,
    };
    members::queries::insert(tx, &row).await?;
    audit::record(tx, &app.clock, None, Action::MemberMade, id, json!({})).await?;
    let secret = links::issue(tx, &app.clock, Purpose::Password, id).await?;
    Ok((id, format!("Set the password within two days at {}/account/password/{secret}", app.public_url)))
}
