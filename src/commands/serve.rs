//! `polder serve`: the site and its worker, in one process.

use super::demo;
use super::installation::Installation;
use crate::app;
use crate::auth::password;
use crate::config::Settings;
use crate::shutdown;
use crate::web::server::{self, Limits};
use crate::worker;
use anyhow::Context;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Serves until asked to stop; then finishes what has begun, and leaves the database.
pub async fn run(settings: Settings, with_demo: bool) -> anyhow::Result<ExitCode> {
    // Taken first: who cannot have the address should not start a database.
    let listener = TcpListener::bind(settings.addr).await.with_context(|| {
        format!("{} cannot be had: something answers there already; choose another with ADDR", settings.addr)
    })?;
    let installation = Installation::open(settings).await?;
    let served = serve(&installation, listener, with_demo).await;
    installation.close().await?;
    served?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(installation: &Installation, listener: TcpListener, with_demo: bool) -> anyhow::Result<()> {
    installation.migrate().await?;
    let app = installation.app().await?;
    let (mailer, mail_goes) = installation.mailer()?;
    if with_demo {
        demo::load_if_empty(&app).await?;
    }
    tokio::task::spawn_blocking(password::warm_up).await?;
    let router = app::router(app.clone())?;
    println!("{} is at {}", app.site_name, app.public_url);
    println!("{mail_goes}");
    if with_demo {
        println!("{}", demo::sign_ins());
    }

    let (stop, stopping) = watch::channel(false);
    let stopped = |mut stopping: watch::Receiver<bool>| async move {
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let worker = tokio::spawn(worker::run(app, mailer, stopped(stopping.clone())));
    let site = server::serve(listener, router, Limits::default(), stopped(stopping));
    tokio::pin!(site);
    tokio::select! {
        result = &mut site => result?,
        () = installation.look_after() => {}
        () = shutdown::asked() => {
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
    worker.await?;
    Ok(())
}
