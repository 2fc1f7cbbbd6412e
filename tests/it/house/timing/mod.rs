//! What somebody may not read and what does not exist: the same status, the same page, the same headers, and the same
//! time. Each of the two is asked for 500 times in a random order. What does not exist is asked for at two addresses: the
//! difference between those is what chance does.

mod guessing;
mod statistics;

use super::access_matrix::{file, looks};
use super::scene::{self, Scene, Stand};
use crate::support::Actor;
use polder::app;
use polder::web::even::BEAT;
pub use statistics::Dice;
use statistics::{Difference, Sample, differ};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// Requests for what is there, and for what is not: for the two addresses of that together.
const REQUESTS: usize = 500;
/// Before anything is measured, for each address.
const WARM: usize = 10;

/// Browsers at work at once: each waits for the beat most of the time.
const BROWSERS: usize = 3;

/// Rounds in which a difference must show, one after the other, to be one: what chance does it does not do three times.
const ROUNDS: usize = 3;

/// A route with the name of an item in it, and the item that is there and restricted.
struct Place {
    before: &'static str,
    after: &'static str,
    /// What precedes an id in a name that leads nowhere.
    prefix: &'static str,
    restricted: String,
}

impl Place {
    fn address(&self, name: &str) -> String {
        format!("{}{name}{}", self.before, self.after)
    }

    fn nowhere(&self) -> String {
        format!("{}{}", self.prefix, Uuid::now_v7())
    }
}

/// Where an item can be asked for by its name, and nobody of the viewers below may read it.
async fn places(scene: &Scene) -> Vec<Place> {
    let mut owner = scene.owner().await;
    let (article, revision) = scene::article(&mut owner, "AMBER", Stand::Published).await;
    let (_, work) = scene::article(&mut owner, "AMBER", Stand::Submitted).await;
    let event = scene::event(&mut owner, "AMBER").await;
    let file = file(&mut owner, revision).await;
    let place = |before, after, prefix, restricted: String| Place { before, after, prefix, restricted };
    vec![
        place("/articles/", "", "made-", format!("made-{article}")),
        place("/events/", "", "made-", format!("made-{event}")),
        place("/files/", "/Made.txt", "", file.to_string()),
        place("/items/", "", "", article.to_string()),
        place("/articles/work/", "", "", work.to_string()),
        place("/items/", "/readers", "", event.to_string()),
    ]
}

/// Asks in a random order, compares what comes back with what is said of an address that leads nowhere, and returns how
/// long it took: the restricted one, and the two of nothing. `delay` is added to the restricted one.
async fn measure(actor: &Actor, place: &Place, dice: &mut Dice, delay: Duration) -> (Sample, [Sample; 2]) {
    let names = [place.restricted.clone(), place.nowhere(), place.nowhere()];
    let first = actor.clone().get(&place.address(&names[1])).await;
    assert_eq!(first.status(), 404, "{}", place.address(&names[1]));
    let (length, expected) = (first.body().len(), looks(&first, &names[1]));
    let browser = |order: Vec<usize>| {
        let (mut actor, names, expected) = (actor.clone(), &names, &expected);
        async move {
            let mut taken = Vec::new();
            for (at, which) in [0, 1, 2].repeat(WARM).into_iter().chain(order).enumerate() {
                let address = place.address(&names[which]);
                let begun = Instant::now();
                let answer = actor.get(&address).await;
                let answered = Instant::now();
                while which == 0 && answered.elapsed() < delay {
                    std::hint::spin_loop();
                }
                taken.push((which, begun.elapsed()));
                assert_eq!((answer.status(), answer.body().len()), (404, length), "{address}");
                // To take a page apart costs more than to make it: of each address some.
                if at % 20 < 3 {
                    assert_eq!(&looks(&answer, &names[which]), expected, "{address}");
                }
            }
            taken.split_off(WARM * 3)
        }
    };
    let mut order: Vec<usize> = (0..REQUESTS * 2).map(|at| [0, 1, 0, 2][at % 4]).collect();
    dice.shuffle(&mut order);
    let mut shares: Vec<_> = order.chunks(order.len().div_ceil(BROWSERS)).map(<[usize]>::to_vec).collect();
    let mut share = || browser(shares.pop().unwrap_or_default());
    let (one, two, three) = tokio::join!(share(), share(), share());
    let all = [one, two, three].concat();
    let sample = |which| Sample::new(all.iter().filter(|taken| taken.0 == which).map(|taken| taken.1).collect());
    (sample(0), [sample(1), sample(2)])
}

/// Says where this viewer can tell the restricted from what does not exist: where it shows in every round.
async fn told_apart(email: Option<&str>, places_of: &[usize]) -> Vec<String> {
    let mut scene = Scene::new().await;
    // As it is served.
    scene.site.router = app::router(scene.site.app.clone().with_beat(BEAT)).expect("the routes fit together");
    let actor = match email {
        Some(email) => scene.with_second_factor(email).await,
        None => scene.site.anon(),
    };
    let all = places(&scene).await;
    let mut dice = Dice::new(places_of.len() as u64);
    let mut told = Vec::new();
    for place in places_of.iter().map(|at| &all[*at]) {
        let mut rounds: Vec<Difference> = Vec::new();
        while rounds.len() < ROUNDS && rounds.iter().all(Difference::shows) {
            let (restricted, nowhere) = measure(&actor, place, &mut dice, Duration::ZERO).await;
            rounds.push(differ(&restricted, &nowhere));
            println!("{email:?} at {}: {}", place.address("…"), rounds[rounds.len() - 1]);
        }
        if rounds.iter().all(Difference::shows) {
            told.push(format!("{} for {email:?}: {}", place.address("…"), rounds[0]));
        }
    }
    told
}

#[tokio::test]
async fn a_visitor_cannot_tell_the_restricted_from_what_does_not_exist() {
    let told = told_apart(None, &[0, 1, 2]).await;
    assert!(told.is_empty(), "{told:#?}");
}

#[tokio::test]
async fn a_member_cannot_tell_the_restricted_from_what_does_not_exist() {
    let told = told_apart(Some("zoe@elsewhere.example"), &[0, 1, 2]).await;
    assert!(told.is_empty(), "{told:#?}");
}

#[tokio::test]
async fn a_member_cannot_tell_items_and_work_from_what_does_not_exist() {
    let told = told_apart(Some("zoe@elsewhere.example"), &[3, 4, 5]).await;
    assert!(told.is_empty(), "{told:#?}");
}

/// The measure itself: a third of a millisecond is noticed, on the beat too. A machine that is busy with something else
/// may hide it now and then.
#[tokio::test]
async fn a_small_delay_would_be_noticed() {
    let scene = Scene::new().await;
    let router = app::router(scene.site.app.clone().with_beat(BEAT)).expect("the routes fit together");
    let all = places(&scene).await;
    let mut dice = Dice::new(7);
    let mut noticed = 0;
    for _ in 0..5 {
        let (restricted, nowhere) =
            measure(&Actor::new(router.clone()), &all[0], &mut dice, Duration::from_micros(300)).await;
        let difference = differ(&restricted, &nowhere);
        println!("with a delay: {difference}");
        noticed += usize::from(difference.shows());
        if noticed == 2 {
            return;
        }
    }
    panic!("noticed {noticed} times of 5");
}
