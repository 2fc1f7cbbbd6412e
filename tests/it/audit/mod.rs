//! The chain of the audit log: that it holds whatever happens at once, and that whatever is changed in it is named.

mod chain;
mod serving;

use crate::support::Site;
use polder::audit::verify::{Broken, Proof, verify};
use sqlx::{Connection, PgConnection};

/// Adds so many entries, each in a transaction of its own.
pub async fn entries(site: &Site, count: usize) {
    for number in 1..=count {
        let sql = format!(
            "insert into audit_log (at, action, subject_kind, subject_id, reason, detail)
             values ('2026-11-24', 'member.made', 'member', '00000000-0000-0000-0000-00000000000{number}', 'No. {number}', '{{}}')"
        );
        site.run(&sql).await;
    }
}

/// What the verification says.
pub async fn verified(site: &Site, written_down: Option<&[u8]>) -> Result<Proof, Broken> {
    let mut owner = PgConnection::connect_with(&site.owner).await.expect("the owner");
    verify(&mut owner, site.app.clock.now(), written_down).await.expect("the database answers")
}
