//! The tables refuse what the screens do not offer.

use crate::support::Site;
use polder::access::Viewer;
use sqlx::{AssertSqlSafe, Executor};
use uuid::Uuid;

/// What became of a statement in somebody's name: the rows it changed, or nothing if it was refused.
pub async fn tried(site: &Site, member: &str, sql: &str) -> Option<u64> {
    let id: Uuid =
        site.word(&format!("select id::text from members where slug = '{member}'")).await.parse().expect("an id");
    let mut tx = site.app.db.write(&Viewer::OnBehalfOf(id)).await.expect("a transaction");
    match tx.execute(AssertSqlSafe(sql.to_owned())).await {
        Ok(done) => Some(done.rows_affected()),
        Err(error) => {
            let code = error.as_database_error().and_then(|e| e.code().map(std::borrow::Cow::into_owned));
            assert_eq!(code.as_deref(), Some("42501"), "refused for another reason: {error}");
            None
        }
    }
}

#[tokio::test]
async fn nobody_but_a_liaison_says_who_is_in_a_group() {
    let site = Site::demo().await;
    site.run("update members set roles = '{liaison}', state = 'suspended' where slug = 'wim-verdicht'").await;
    let make = "insert into working_groups (id, slug, name, created_at) values (gen_random_uuid(), 'mine', 'Mine', '2026-01-01')";
    let join = "insert into working_group_members (group_id, member_id, since)
                select g.id, m.id, '2026-01-01' from working_groups g, members m
                where g.slug = 'remote-access' and m.slug = 'kees-van-nergens'";
    // Nobody sees a group, so nothing is tried: the id is given.
    let id = site.word("select id::text from working_groups where slug = 'remote-access'").await;
    let join_by_id = join
        .replace("g.id", &format!("'{id}'::uuid"))
        .replace("working_groups g, members m", "members m")
        .replace("g.slug = 'remote-access' and ", "");
    for member in ["kees-van-nergens", "sam-example", "iris-voorbeeld", "olga-proefpersoon", "wim-verdicht"] {
        assert_eq!(tried(&site, member, make).await, None, "{member}");
        assert_eq!(tried(&site, member, &join_by_id).await, None, "{member}");
        for change in [
            "update working_groups set closed_at = null",
            "update working_groups set name = 'Taken over' where slug = 'remote-access'",
            "update working_group_members set until = null",
            "update working_group_members set until = '2026-01-01'",
        ] {
            assert_eq!(tried(&site, member, change).await, Some(0), "{member}: {change}");
        }
    }
    assert_eq!(tried(&site, "lotte-verzonnen", join).await, Some(1));
    assert_eq!(tried(&site, "lotte-verzonnen", make).await, Some(1));
    for gone in ["delete from working_groups", "delete from working_group_members"] {
        assert_eq!(tried(&site, "lotte-verzonnen", gone).await, None, "{gone}: what was is not undone");
    }
    let seen = "select 1 from working_group_members";
    assert_eq!(tried(&site, "wim-verdicht", seen).await, Some(0), "nobody who is suspended sees one");
}
