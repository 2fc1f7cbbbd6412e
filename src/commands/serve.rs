//! `polder serve`: the site and its worker, in one process.

use super::demo;
use super::installation::Installation;
use crate::app;
use crate::auth::password;
use crate::config::Settings;
use crate::shutdown;
use crate::web::server::{self, Limits};
use crate::worker;
use anyhow::{Context, bail};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How long the worker may take to finish the job it is at when the site stops.
const WORKER_LIMIT: Duration = Duration::from_secs(10);

/// Serves until asked to stop; then finishes what has begun, and leaves the database.
pub async fn run(settings: Settings, with_demo: bool) -> anyhow::Result<ExitCode> {
    if with_demo && !settings.addr.ip().is_loopback() {
        bail!("--demo opens accounts with a published password: it is for a loopback ADDR such as 127.0.0.1:8000");
    }
    raise_file_limit();
    // From here on a request to stop is heard, also while the database is started.
    let asked = tokio::spawn(shutdown::asked());
    // Taken first: who cannot have the address should not start a database.
    let listener = TcpListener::bind(settings.addr).await.with_context(|| {
        format!("{} cannot be had: something answers there already; choose another with ADDR", settings.addr)
    })?;
    let installation = Installation::open(settings).await?;
    let served = serve(&installation, listener, with_demo, asked).await;
    installation.close().await?;
    served?;
    Ok(ExitCode::SUCCESS)
}

/// Every connection is an open file: takes as many as the system lets this process have.
fn raise_file_limit() {
    let limit = getrlimit(Resource::Nofile);
    if let Err(cause) = setrlimit(Resource::Nofile, Rlimit { current: limit.maximum, maximum: limit.maximum }) {
        tracing::warn!(%cause, "the limit of open files stays as it is");
    }
}

async fn serve(
    installation: &Installation,
    listener: TcpListener,
    with_demo: bool,
    mut asked: JoinHandle<()>,
) -> anyhow::Result<()> {
    installation.migrate().await?;
    let app = installation.app().await?;
    let (mailer, mail_goes) = installation.mailer()?;
    if with_demo {
        demo::load_if_empty(&app).await?;
    }
    tokio::task::spawn_blocking(password::warm_up).await?;
    if app.secure() && app.limits().trusted_proxies.is_none() {
        tracing::warn!(
            "PUBLIC_URL is https, so a proxy stands in front; without TRUSTED_PROXIES all visitors count as one network"
        );
    }
    let router = app::router(app.clone())?;
    println!("{} is at {}", app.site_name, app.public_url);
    println!("{mail_goes}");
    if with_demo && demo::is_here(&app).await? {
        println!("{}", demo::sign_ins());
    }

    let (stop, stopping) = watch::channel(false);
    let stopped = |mut stopping: watch::Receiver<bool>| async move {
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let mut worker = tokio::spawn(worker::run(app, mailer, stopped(stopping.clone())));
    let site = server::serve(listener, router, Limits::default(), stopped(stopping));
    tokio::pin!(site);
    tokio::select! {
        result = &mut site => result?,
        () = installation.look_after() => {}
        _ = &mut asked => {
            println!("Stopping: finishing what has begun");
            let _ = stop.send(true);
            // The database stays looked after while the last requests are answered.
            tokio::select! {
                result = &mut site => result?,
                () = installation.look_after() => {}
            }
        }
    }
    let _ = stop.send(true);
    // A job that is not settled in time comes again after its lease.
    if tokio::time::timeout(WORKER_LIMIT, &mut worker).await.is_err() {
        worker.abort();
    }
    Ok(())
}
