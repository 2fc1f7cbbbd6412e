//! The settings: each is a flag and an environment variable, documented here and, checked by a test, in README.md.

use crate::auth::limits::Limits;
use crate::auth::provider;
use crate::face::colour::Rgb;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;

/// A knowledge base for a community whose members must be able to trust who reads what.
///
/// With no settings at all, `polder serve` keeps a private PostgreSQL in ./data and answers on http://127.0.0.1:8000.
#[derive(Parser, Debug)]
#[command(version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub settings: Settings,
    #[command(subcommand)]
    pub command: Command,
}

/// What an installation can choose. Few, and each with a default that works.
#[derive(Args, Debug, Clone)]
pub struct Settings {
    /// Address and port to answer on.
    #[arg(long, env = "ADDR", default_value = "127.0.0.1:8000", global = true)]
    pub addr: SocketAddr,

    /// Where the world finds the site, such as https://polder.example. Links in mails are built from it; with https,
    /// cookies are sent over https only. Default: http:// and ADDR.
    #[arg(long, env = "PUBLIC_URL", global = true)]
    pub public_url: Option<String>,

    /// Folder for files, for the private database and, without SMTP_URL, for mails. Default: ./data; where the account that runs
    /// PostgreSQL cannot reach it, /var/lib/polder.
    #[arg(long, env = "DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,

    /// A PostgreSQL of your own (14 or later), as postgres://user:password@host/database. Default: a private one in
    /// DATA_DIR, run from the PostgreSQL programs on this machine.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, global = true)]
    pub database_url: Option<String>,

    /// Mail server, as smtp://user:password@host:587?tls=required or smtps://user:password@host. Default: mails are
    /// written to DATA_DIR/mail as .eml files.
    #[arg(long, env = "SMTP_URL", hide_env_values = true, global = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails, as "Name <address>". Default: the site's name, polder@ and the host of PUBLIC_URL.
    #[arg(long, env = "MAIL_FROM", global = true)]
    pub mail_from: Option<String>,

    /// Whom to tell of a weakness, as mailto:security@organisation.example or https://…; it stands in
    /// /.well-known/security.txt. Default: none, and no such file.
    #[arg(long, env = "SECURITY_CONTACT", global = true)]
    pub security_contact: Option<String>,

    /// The largest file that members can add to a page, in MB (millions of bytes).
    #[arg(long, env = "MAX_UPLOAD_MB", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=1000), global = true)]
    pub max_upload_mb: u64,

    /// The label from which on reading needs a second factor: AMBER, or RED for TLP:RED alone, while members of an
    /// installation are still setting theirs up.
    #[arg(
        long,
        env = "SECOND_FACTOR_FROM",
        default_value = "AMBER",
        ignore_case = true,
        hide_possible_values = true,
        global = true
    )]
    pub second_factor_from: SecondFactorFrom,

    #[command(flatten)]
    pub limits: Limits,

    #[command(flatten)]
    pub provider: provider::Settings,

    /// The name that the site shows.
    #[arg(long, env = "SITE_NAME", default_value = "Community of Practice: OT-Security", global = true)]
    pub site_name: String,

    /// Logo in the place of our mark, on pages and in preview pictures: an SVG or PNG file of at most 64 kB. A square
    /// one is the icon as well. Default: our mark.
    #[arg(long, env = "SITE_LOGO", global = true)]
    pub site_logo: Option<PathBuf>,

    /// Colour of links and buttons, as #rrggbb. Where it could not be read it is made darker, and lighter on dark
    /// pages. Default: the blue of our mark.
    #[arg(long, env = "SITE_ACCENT", global = true)]
    pub site_accent: Option<Rgb>,

    /// Folder with en.ftl and nl.ftl, which say texts of the site in other words: those of the home page in
    /// src/i18n/en/home.ftl and src/i18n/nl/home.ftl, and all others beside them. Default: our texts.
    #[arg(long, env = "SITE_TEXTS", global = true)]
    pub site_texts: Option<PathBuf>,

    /// What to log: a level (error, warn, info, debug) or a list such as info,sqlx=warn; with json: in front, as JSON.
    #[arg(long, env = "LOG", default_value = "info", global = true)]
    pub log: String,
}

/// The label from which on reading needs a second factor.
#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactorFrom {
    #[value(name = "RED")]
    Red,
    #[value(name = "AMBER")]
    Amber,
}

/// What to do.
#[derive(Subcommand, Debug, Clone)]
pub enum Command {
    /// Answer requests and send mails, until stopped with Ctrl-C or SIGTERM.
    Serve {
        /// Load the demo data if the database holds no members yet.
        #[arg(long)]
        demo: bool,
    },
    /// Bring the database to the form this program expects, and stop.
    Migrate,
    /// Load the demo data: invented organisations and people with articles, events and requests. Refuses a database
    /// that already holds members.
    Demo,
    /// Make a member, so that a new installation has its first liaison, or give roles to one who is here. Prints the
    /// link with which a new one sets the password.
    Member {
        /// Mail address.
        email: String,
        /// Name, as others see it; for a new member.
        name: Option<String>,
        /// Organisation, which is made if it is not there; for a new member.
        organisation: Option<String>,
        /// May decide join requests, assign reviewers, publish and run events.
        #[arg(long)]
        liaison: bool,
        /// Is offered first when a reviewer is sought.
        #[arg(long)]
        reviewer: bool,
        /// May write in the name of the own organisation.
        #[arg(long)]
        publisher: bool,
        /// Has lost the second factor: removes it, so that a new one can be set up. Tells the member by mail.
        #[arg(long)]
        remove_second_factor: bool,
    },
    /// Say how wide a label each role may publish under without anybody's approval, or change it. Example: polder cap
    /// publisher GREEN
    Cap {
        /// publisher, coordinator or liaison; without one, all are listed.
        role: Option<String>,
        /// The widest label, such as GREEN; or none, and every text of the role needs approval.
        widest: Option<String>,
    },
    /// Prove that nothing was changed in the audit log, or print what a later proof compares with.
    Audit {
        #[command(subcommand)]
        what: Audit,
    },
    /// Run a command with DATABASE_URL set to the private database; without one, print the address and keep the
    /// database up until stopped. Example: polder database -- sh -c 'psql "$DATABASE_URL"'
    Database {
        /// The command and its arguments.
        #[arg(trailing_var_arg = true)]
        command: Vec<String>,
    },
    /// Say what is missing on this machine and how to get it.
    Doctor,
}

/// What to do with the audit log.
#[derive(Subcommand, Debug, Clone)]
pub enum Audit {
    /// Compute the chain of hashes again and name the first link that does not fit. Exit code 1 if there is one.
    Verify {
        /// A hash that polder audit head printed earlier and that was kept elsewhere: it proves as well that nothing was
        /// cut off or written anew since.
        #[arg(long)]
        head: Option<String>,
    },
    /// Print the hash of the last entry. Keep it where nobody with rights on this database can change it.
    Head,
}

impl Settings {
    /// The public address, without a slash at the end.
    pub fn public_url(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.addr),
        }
    }

    /// The host of the public address, without its port; `None` if it is a bare number, which is no domain for mail.
    pub fn public_host(&self) -> Option<String> {
        let url: http::Uri = self.public_url().parse().ok()?;
        let host = url.host()?.trim_matches(['[', ']']).to_owned();
        host.parse::<std::net::IpAddr>().is_err().then_some(host)
    }

    /// The sender of mails.
    pub fn mail_from(&self) -> String {
        self.mail_from.clone().unwrap_or_else(|| {
            let host = self.public_host().unwrap_or_else(|| "polder.example".to_owned());
            // The name goes in quotes: it may hold a colon.
            format!("\"{}\" <polder@{host}>", self.site_name.replace(['"', '\\'], ""))
        })
    }
}
