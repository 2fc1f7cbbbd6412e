//! `polder doctor`: what this machine has and lacks.

use crate::config::{SecondFactorFrom, Settings};
use crate::db::cluster::{default_folder, programs};
use crate::face::Face;
use rustix::fs::{Access, access};
use std::path::Path;
use std::process::ExitCode;

/// Looks, and says what to do. Exit code 1 if something is missing that `polder serve` needs.
pub fn run(settings: &Settings) -> ExitCode {
    let mut missing = false;
    println!("polder {}", env!("CARGO_PKG_VERSION"));
    if settings.database_url.is_some() {
        println!("database    DATABASE_URL is set; no PostgreSQL programs needed here");
    } else {
        let found = programs::installed();
        if found.iter().all(|program| program.major < programs::OLDEST_MAJOR) {
            missing = true;
            println!("database    {}", programs::HOW_TO_INSTALL);
        }
        for program in found {
            println!("database    PostgreSQL {} in {}", program.major, program.folder.display());
        }
        let place = default_folder(settings.data_dir.as_deref());
        println!("data        {}", place.folder.display());
        if let Some(reason) = place.moved_because {
            println!("            {reason}");
        }
    }
    let folder = default_folder(settings.data_dir.as_deref()).folder;
    if is_writable(&folder) {
        println!("files       in {}", folder.join("files").display());
    } else {
        missing = true;
        println!("files       {} cannot be written by this account: choose another with DATA_DIR", folder.display());
    }
    match &settings.smtp_url {
        Some(_) => println!("mail        SMTP_URL is set"),
        None => println!("mail        no SMTP_URL: mails are written to the folder mail of the data folder"),
    }
    let from = match settings.second_factor_from {
        SecondFactorFrom::Red => "TLP:RED",
        SecondFactorFrom::Amber => "TLP:AMBER, TLP:AMBER+STRICT and TLP:RED",
    };
    println!("labels      a second factor opens {from}");
    match Face::load(settings) {
        Ok(face) => println!("looks       {}", described(&face)),
        Err(error) => {
            missing = true;
            println!("looks       {error:#}");
        }
    }
    println!("address     {} for people: {}", settings.addr, settings.public_url());
    if std::net::TcpListener::bind(settings.addr).is_err() {
        println!("            something answers there already, or this account may not: choose another with ADDR");
    }
    println!("{}", if missing { "Something is missing." } else { "All is there." });
    if missing { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Whether this account can make something in a folder; where the folder is not there yet, in the first above it that is.
fn is_writable(folder: &Path) -> bool {
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
    let Some(there) = whole.ancestors().find(|above| above.exists()) else { return false };
    there.is_dir() && access(there, Access::WRITE_OK | Access::EXEC_OK).is_ok()
}

/// What the settings change of the site's face.
fn described(face: &Face) -> String {
    let logo = face.logo.as_ref().map(|logo| {
        let icon = if logo.is_square() { ", also as icon" } else { "; the icon stays our mark, for it is not square" };
        format!("a logo of {} bytes{icon}", logo.bytes.len())
    });
    let accent =
        face.accent.map(|accent| format!("the accent {} (on dark pages {})", accent.light.accent, accent.dark.accent));
    let texts = face.texts.map(|texts| format!("texts of its own: {}", texts.count()));
    let parts: Vec<_> = [logo, accent, texts].into_iter().flatten().collect();
    if parts.is_empty() { "those of the product".to_owned() } else { parts.join("; ") }
}
