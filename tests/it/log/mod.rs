//! The audit log on the screen.

mod export;
mod list;

use crate::support::Site;

/// Adds entries of a kind, as many as are asked for.
pub async fn many(site: &Site, count: usize) {
    site.run(&format!(
        "insert into audit_log (at, actor_id, action, subject_kind, subject_id, reason)
         select '2026-11-01', m.id, 'member.roles-given', 'member', m.id, 'Many ' || n
         from members m, generate_series(1, {count}) n where m.slug = 'sam-example' order by n"
    ))
    .await;
}
