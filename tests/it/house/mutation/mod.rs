//! No policy and no line of the rule is needless, and the tests would notice if one were gone. Each is taken away or
//! loosened, one at a time, in a transaction that is rolled back, and one of three comparisons must fail: what everybody
//! reads (with the reference), who can read each item (with the reference), and what everybody can write or sees of the
//! tables with a rule of their own (with `attempts.txt`, of which a change is read by people).
//!
//! A mutant that lives is a hole in the scene or a needless line.

mod attempts;
mod mutants;
mod observed;
mod statements;

use super::scene::Scene;
use super::source::assert_none;
use mutants::Mutant;
use observed::Observer;
use sqlx::{AssertSqlSafe, Executor};
use std::time::Instant;

/// Judges the mutants of one kind on a database of their own.
async fn survivors(kind: fn(&[mutants::Policy], &[mutants::Function]) -> Vec<Mutant>) -> Vec<String> {
    let (scene, _) = Scene::full().await;
    let mut conn = scene.owner().await;
    let observer = Observer::new(&scene, &mut conn).await;
    assert_eq!(observer.whole_difference(&mut conn).await, None, "before anything is taken away");
    let mutants = kind(&mutants::policies(&mut conn).await, &mutants::functions(&mut conn).await);
    assert!(!mutants.is_empty());
    let begun = Instant::now();
    let mut alive = Vec::new();
    for mutant in &mutants {
        conn.execute("savepoint mutant").await.expect("a savepoint");
        conn.execute(AssertSqlSafe(mutant.sql.clone()))
            .await
            .unwrap_or_else(|e| panic!("{}: {e}\n{}", mutant.name, mutant.sql));
        match observer.difference(&mut conn, mutant.look).await {
            Some(noticed) => tracing::debug!("{}: {noticed}", mutant.name),
            None => alive.push(mutant.name.clone()),
        }
        conn.execute("rollback to mutant; release mutant").await.expect("comes back");
    }
    println!("{} mutants in {:?}", mutants.len(), begun.elapsed());
    alive
}

const ADVICE: &str =
    "Nothing notices when these are changed; add to the scene or to attempts.rs what they are for, or delete them:";

#[tokio::test]
async fn every_policy_is_needed_and_each_of_its_conditions() {
    assert_none(ADVICE, &survivors(|policies, _| mutants::of_policies(policies)).await);
}

#[tokio::test]
async fn every_line_of_the_keys_is_needed() {
    assert_none(ADVICE, &survivors(|_, functions| mutants::without_a_line(functions)).await);
}

#[tokio::test]
async fn every_condition_of_the_keys_is_needed() {
    assert_none(ADVICE, &survivors(|_, functions| mutants::loosened(functions)).await);
}
