//! The installation that the settings describe: its database, started if it is a private one, and migrated.

use crate::app::{App, Shared};
use crate::auth::provider::Provider;
use crate::clock::Clock;
use crate::config::{SecondFactorFrom, Settings};
use crate::db::cluster::{Cluster, Durability, default_folder};
use crate::db::{Db, connect, migrate};
use crate::face::Face;
use crate::files::store::Store;
use crate::mail::Mailer;
use crate::vocabulary::Vocabulary;
use anyhow::{Context, bail};
use sqlx::postgres::PgConnectOptions;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The name of the private database.
const DATABASE: &str = "polder";
/// How often a private server is looked after.
const LOOK_AFTER: Duration = Duration::from_secs(1);

/// An installation that is up.
pub struct Installation {
    pub settings: Settings,
    pub folder: PathBuf,
    pub owner: PgConnectOptions,
    pub url: String,
    face: Face,
    cluster: Option<Arc<Cluster>>,
}

impl Installation {
    /// Finds or starts the database.
    ///
    /// # Errors
    /// With a sentence that says what is missing and what to do.
    pub async fn open(settings: Settings) -> anyhow::Result<Self> {
        // Read first: who must mend a setting should not wait for a database.
        let face = Face::load(&settings)?;
        settings.provider.chosen(&settings.public_url())?;
        let place = default_folder(settings.data_dir.as_deref());
        if let (None, Some(reason)) = (&settings.database_url, &place.moved_because) {
            eprintln!("polder: {reason}");
        }
        let (url, cluster) = if let Some(url) = &settings.database_url {
            if !["postgres://", "postgresql://"].iter().any(|scheme| url.starts_with(scheme)) {
                bail!("DATABASE_URL is no address of a PostgreSQL, such as postgres://user:password@host/database");
            }
            (url.clone(), None)
        } else {
            let folder = place.folder.clone();
            let cluster = tokio::task::spawn_blocking(move || Cluster::start(&folder, Durability::Full)).await??;
            (cluster.url(DATABASE), Some(Arc::new(cluster)))
        };
        let owner = connect::owner(&url).context("DATABASE_URL cannot be read")?;
        Ok(Self { settings, folder: place.folder, owner, url, face, cluster })
    }

    /// Brings the database to the form this program expects.
    ///
    /// # Errors
    /// When it cannot be reached, or was migrated by a newer program.
    pub async fn migrate(&self) -> anyhow::Result<()> {
        migrate::run(&self.owner).await.context("the database could not be migrated")?;
        if self.cluster.is_some() {
            migrate::let_serving_role_in(&self.owner).await?;
        }
        Ok(())
    }

    /// How to connect for serving. A private database knows the serving role by name, so that nothing leads back to the
    /// owner; a given one is entered as its owner, who then acts as that role.
    fn serving(&self) -> PgConnectOptions {
        let serving = connect::serving(&self.owner);
        if self.cluster.is_some() { serving.username(connect::SERVING_ROLE) } else { serving }
    }

    /// The application on this database.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn app(&self) -> anyhow::Result<App> {
        let needed = self.settings.second_factor_from == SecondFactorFrom::Amber;
        let db = Db::new(connect::pool(self.serving(), connect::POOL_SIZE), Clock::System);
        let db = db.amber_needs_second_factor(needed);
        let mut conn = db.pool().acquire().await.context("the database cannot be reached")?;
        let vocabulary = Vocabulary::load(&mut conn).await?;
        drop(conn);
        let files = Store::below(&self.folder, Clock::System.now())
            .await
            .with_context(|| format!("files cannot be kept in {}", self.folder.display()))?;
        let provider = self.provider()?;
        Ok(App::new(Shared {
            db,
            clock: Clock::System,
            vocabulary,
            public_url: self.settings.public_url(),
            site_name: self.settings.site_name.as_str().into(),
            face: self.face.clone(),
            security_contact: self.settings.security_contact.clone(),
            files,
            max_upload: self.settings.max_upload_mb * 1_000_000,
        })
        .with_limits(self.settings.limits.clone())
        .with_provider(provider))
    }

    fn provider(&self) -> anyhow::Result<Option<Provider>> {
        let public_url = self.settings.public_url();
        let chosen = self.settings.provider.chosen(&public_url)?;
        chosen.map(|chosen| Provider::new(chosen, &public_url)).transpose()
    }

    /// The database as its owner, for what no visitor of the site can bring about.
    pub fn owned(&self) -> Db {
        Db::new(connect::pool(self.owner.clone(), 1), Clock::System)
    }

    /// The way out for mails, and a sentence on where they go.
    ///
    /// # Errors
    /// When the mail settings cannot be read, or the folder cannot be made.
    pub fn mailer(&self) -> anyhow::Result<(Mailer, String)> {
        let from = self.settings.mail_from();
        if let Some(url) = &self.settings.smtp_url {
            return Ok((Mailer::smtp(url, &from)?, "Mail leaves through SMTP_URL".to_owned()));
        }
        let folder = self.folder.join("mail");
        let said = format!("Mail is written to {} (.eml files); set SMTP_URL to send it", folder.display());
        Ok((Mailer::folder(folder, &from)?, said))
    }

    /// Starts a private server again when it dies, for as long as this future is polled.
    pub async fn look_after(&self) {
        let Some(cluster) = &self.cluster else { return std::future::pending().await };
        loop {
            tokio::time::sleep(LOOK_AFTER).await;
            let cluster = cluster.clone();
            match tokio::task::spawn_blocking(move || cluster.revive()).await {
                Ok(Ok(true)) => tracing::warn!("the private database had died and was started again"),
                Ok(Ok(false)) => {}
                Ok(Err(cause)) => tracing::error!(%cause, "the private database cannot be started again"),
                Err(cause) => tracing::error!(%cause, "looking after the private database failed"),
            }
        }
    }

    /// Leaves the database; the last to leave a private one stops it.
    ///
    /// # Errors
    /// When it does not stop.
    pub async fn close(self) -> anyhow::Result<()> {
        if let Some(cluster) = self.cluster {
            tokio::task::spawn_blocking(move || cluster.stop()).await??;
        }
        Ok(())
    }
}
