//! Guessing passwords tells nothing of who has an account: a thousand guesses for an address that has one and a thousand
//! for two that have none, in a random order, get the same answer in the same time.

use super::statistics::{Dice, Difference, Sample, differ};
use super::{ROUNDS, WARM};
use crate::support::{Actor, Answer, Site};
use std::time::Instant;

const GUESSES: usize = 1000;
const EMAILS: [&str; 3] = ["sam@kestrel.example", "someone@kestrel.example", "nobody@nowhere.example"];

/// All that is answered, but for the address that was typed and the number of the request.
fn all_of(answer: &Answer, email: &str) -> String {
    let headers: Vec<_> = answer
        .headers()
        .iter()
        .filter(|(name, _)| !matches!(name.as_str(), "date" | "x-request-id" | "content-length"))
        .map(|(name, value)| format!("{name}: {value:?}\n"))
        .collect();
    headers.concat() + &answer.body().replace(email, "ADDRESS")
}

/// How long the answers took, by address. Each is compared, to the last byte, with the first.
async fn guess(actor: &Actor, dice: &mut Dice) -> [Sample; 3] {
    let form = |email, number: usize| [("email", email), ("password", ["wrong", "also wrong"][number % 2])];
    let first = actor.clone().post("/account/sign-in", &form(EMAILS[1], 0)).await;
    assert_eq!(first.status(), 422);
    let expected = all_of(&first, EMAILS[1]);
    let mut order: Vec<usize> = (0..GUESSES * 2).map(|at| [0, 1, 0, 2][at % 4]).collect();
    dice.shuffle(&mut order);
    let (mut actor, mut all) = (actor.clone(), Vec::new());
    // One after the other: beside each other they would measure each other.
    for (number, which) in [0, 1, 2].repeat(WARM).into_iter().chain(order).enumerate() {
        let begun = Instant::now();
        let answer = actor.post("/account/sign-in", &form(EMAILS[which], number)).await;
        all.push((which, begun.elapsed()));
        assert!(all_of(&answer, EMAILS[which]) == expected, "{}: {}", EMAILS[which], answer.body());
    }
    let all = all.split_off(WARM * 3);
    [0, 1, 2].map(|which| Sample::new(all.iter().filter(|taken| taken.0 == which).map(|taken| taken.1).collect()))
}

#[tokio::test]
async fn a_thousand_guesses_do_not_tell_an_address_that_has_an_account() {
    polder::auth::password::warm_up();
    let site = Site::demo().await;
    let mut dice = Dice::new(11);
    let mut rounds: Vec<Difference> = Vec::new();
    while rounds.len() < ROUNDS && rounds.iter().all(Difference::shows) {
        let [known, one, other] = guess(&site.anon(), &mut dice).await;
        rounds.push(differ(&known, &[one, other]));
        println!("{}", rounds[rounds.len() - 1]);
    }
    assert!(!rounds.iter().all(Difference::shows), "a known address shows: {}", rounds[0]);
}
