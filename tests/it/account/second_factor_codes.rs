//! Codes: each once, for a while, and not to be guessed.

use crate::support::{Actor, Answer, Site, code};
use chrono::TimeDelta;
use polder::commands::demo::SECOND_FACTOR;

const CONFIRM: &str = "/account/second-factor/confirm";

fn demo_code(site: &Site, seconds: i64) -> String {
    code(SECOND_FACTOR, site.app.clock.now() + TimeDelta::seconds(seconds))
}

async fn confirm(actor: &mut Actor, code: &str) -> Answer {
    actor.post(CONFIRM, &[("code", code), ("back", "/events")]).await
}

/// Something that is no code of now.
fn wrong_code(site: &Site) -> &'static str {
    let right = [-30, 0, 30].map(|seconds| demo_code(site, seconds));
    ["111111", "222222", "333333", "444444"].into_iter().find(|code| right.iter().all(|r| r != code)).expect("one")
}

#[tokio::test]
async fn a_code_counts_once_in_all_browsers() {
    let site = Site::demo().await;
    let (mut here, mut there) = (site.member().await, site.member().await);
    let code = demo_code(&site, 0);
    assert_eq!(confirm(&mut here, &code).await.status(), 303);
    let again = confirm(&mut there, &code).await;
    assert_eq!((again.status(), again.value("code")), (422, code.clone()));
    assert!(again.text("#code-error").contains("used before"));
    assert_eq!(confirm(&mut here, &code).await.status(), 422);
    // One of an earlier step does not count after a later one either.
    assert_eq!(confirm(&mut there, &demo_code(&site, -30)).await.status(), 422);
    assert_eq!(confirm(&mut there, &demo_code(&site, 30)).await.status(), 303);
    assert_eq!(site.number("select count(*) from sessions where second_factor_at is not null").await, 2);
}

#[tokio::test]
async fn the_code_of_the_step_before_and_after_counts_and_an_older_one_does_not() {
    for (seconds, status) in [(-60, 422), (-30, 303), (0, 303), (30, 303), (60, 422)] {
        let site = Site::demo().await;
        let mut kees = site.member().await;
        assert_eq!(confirm(&mut kees, &demo_code(&site, seconds)).await.status(), status, "{seconds}");
    }
}

#[tokio::test]
async fn of_two_with_the_same_code_at_once_one_wins() {
    let site = Site::demo().await;
    let code = demo_code(&site, 0);
    for round in 0..5 {
        site.run("update authenticators set last_step = 0, failed = 0").await;
        let (mut here, mut there) = (site.member().await, site.member().await);
        let (one, other) = tokio::join!(confirm(&mut here, &code), confirm(&mut there, &code));
        let mut statuses = [one.status(), other.status()];
        statuses.sort_unstable();
        assert_eq!(statuses, [303, 422], "round {round}");
    }
}

#[tokio::test]
async fn five_wrong_codes_begin_a_pause_that_ends_with_the_clock() {
    let site = Site::demo().await;
    let (mut kees, mut elsewhere) = (site.member().await, site.member().await);
    let wrong = wrong_code(&site);
    for _ in 0..4 {
        assert_eq!(confirm(&mut kees, wrong).await.status(), 422);
    }
    for typed in ["", "12345", "no code"] {
        assert_eq!(confirm(&mut kees, typed).await.status(), 422, "a slip of the finger is no guess: {typed}");
    }
    let paused = confirm(&mut kees, wrong).await;
    assert_eq!((paused.status(), paused.header("retry-after")), (429, "901"));
    assert!(paused.text("main [role=alert]").contains("15 minutes"), "{}", paused.text("main"));
    assert!(paused.text("main [role=alert]").contains("13:15"), "noon and a quarter, in Amsterdam");
    for actor in [&mut kees, &mut elsewhere] {
        assert_eq!(confirm(actor, &demo_code(&site, 0)).await.status(), 429, "the right one is not taken either");
        assert!(actor.get(CONFIRM).await.has("main [role=alert]"));
    }
    // It is the pause of this member alone.
    assert_eq!(confirm(&mut site.publisher().await, &demo_code(&site, 0)).await.status(), 303);
    site.later(TimeDelta::minutes(15) - TimeDelta::seconds(1));
    assert_eq!(confirm(&mut kees, &demo_code(&site, 0)).await.status(), 429);
    site.later(TimeDelta::seconds(1));
    assert!(!kees.get(CONFIRM).await.has("main [role=alert]"));
    assert_eq!(confirm(&mut kees, &demo_code(&site, 0)).await.status(), 303);
}

#[tokio::test]
async fn wrong_codes_at_once_do_not_get_past_the_pause() {
    let site = Site::demo().await;
    let kees = site.member().await;
    let wrong = wrong_code(&site);
    let tries = (0..12).map(|_| {
        let mut kees = kees.clone();
        tokio::spawn(async move { confirm(&mut kees, wrong).await.status() })
    });
    let mut statuses = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        statuses.push(one.await.expect("answers"));
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [422, 422, 422, 422, 429, 429, 429, 429, 429, 429, 429, 429]);
}

#[tokio::test]
async fn a_right_code_forgets_the_wrong_ones_and_so_does_time() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    for _ in 0..2 {
        for _ in 0..4 {
            assert_eq!(confirm(&mut kees, wrong_code(&site)).await.status(), 422);
        }
        kees.second_factor().await;
    }
    for _ in 0..6 {
        assert_eq!(confirm(&mut kees, wrong_code(&site)).await.status(), 422);
        site.later(TimeDelta::minutes(5));
    }
}

#[tokio::test]
async fn somebody_without_a_session_cannot_begin_a_pause() {
    let site = Site::demo().await;
    let mut anon = site.anon();
    for _ in 0..6 {
        assert_eq!(confirm(&mut anon, wrong_code(&site)).await.status(), 401);
    }
    assert_eq!(site.number("select count(*) from authenticators where failed > 0").await, 0);
    assert_eq!(confirm(&mut site.member().await, &demo_code(&site, 0)).await.status(), 303);
}

#[tokio::test]
async fn a_recovery_code_counts_once() {
    let site = Site::demo().await;
    site.run(
        "insert into recovery_codes (member_id, code_hash)
         select id, sha256('0123456789ABCDEF') from members where email = 'kees@voorbeeldland.example'",
    )
    .await;
    let (mut here, mut there) = (site.member().await, site.member().await);
    let (one, other) =
        tokio::join!(confirm(&mut here, "0123-4567-89ab-cdef"), confirm(&mut there, "0123 4567 89AB CDEF"));
    let mut statuses = [one.status(), other.status()];
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 422]);
    assert_eq!(confirm(&mut here, "0123456789abcdef").await.status(), 422);
    assert_eq!(site.number("select count(*) from audit_log where action = 'account.recovery-code-used'").await, 1);
}

#[tokio::test]
async fn afterwards_the_member_goes_on_where_they_were_and_nowhere_else() {
    let site = Site::demo().await;
    let mut kees = site.member().await;
    let page = kees.get(&format!("{CONFIRM}?back=%2Farticles%3Fkind%3Dnews")).await;
    assert_eq!(page.attribute("#main-form input[name=back]", "value"), "/articles?kind=news");
    let cases = [
        ("/articles?kind=news", "/articles?kind=news"),
        ("", "/account/second-factor"),
        ("https://evil.example/", "/"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
    ];
    for (back, location) in cases {
        site.later(TimeDelta::seconds(30));
        let code = demo_code(&site, 0);
        let answer = kees.post(CONFIRM, &[("code", &code), ("back", back)]).await;
        assert_eq!((answer.status(), answer.location()), (303, location), "{back}");
    }
}
