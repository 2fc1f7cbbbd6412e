//! Whether two samples of times come from the same distribution.

use std::fmt;
use std::time::Duration;

/// A sample, sorted, in microseconds.
pub struct Sample(Vec<f64>);

impl Sample {
    pub fn new(times: Vec<Duration>) -> Self {
        let mut times: Vec<f64> = times.into_iter().map(|time| time.as_secs_f64() * 1e6).collect();
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    fn median(&self) -> f64 {
        self.0[self.0.len() / 2]
    }

    /// The middle half: what chance does to one request.
    fn spread(&self) -> f64 {
        self.0[self.0.len() * 3 / 4] - self.0[self.0.len() / 4]
    }
}

/// How the first differs from the second, in four ways of looking.
pub struct Difference {
    /// Mann and Whitney: how often one of the first is later than one of the second, in standard deviations from half.
    z: f64,
    /// Kolmogorov and Smirnov: the greatest distance of the two distributions, and what is taken for chance.
    distance: f64,
    limit: f64,
    /// Of the medians, and what is taken for chance, both in microseconds.
    medians: f64,
    bound: f64,
}

/// One in a thousand, by chance alone; three times in a row, one in a thousand million.
const Z: f64 = 3.29;
const DISTANCE: f64 = 1.95;

/// The first against both others together; those two tell what chance does.
pub fn differ(first: &Sample, others: &[Sample; 2]) -> Difference {
    let both = [others[0].0.as_slice(), &others[1].0].concat();
    let mut both = Sample(both);
    both.0.sort_by(f64::total_cmp);
    let (n, m) = (count(first), count(&both));
    let control = (others[0].median() - others[1].median()).abs();
    Difference {
        z: z(first, &both),
        distance: distance(first, &both),
        limit: DISTANCE * ((n + m) / (n * m)).sqrt(),
        medians: first.median() - both.median(),
        // The median of n values strays by about the spread over the root of n.
        bound: control.max(1.5 * both.spread() * (1.0 / n + 1.0 / m).sqrt()),
    }
}

impl Difference {
    /// Whether it is one: either test sees it.
    pub fn shows(&self) -> bool {
        self.z.abs() > Z || self.distance > self.limit || self.medians.abs() > 3.0 * self.bound
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { z, distance, limit, medians, bound } = self;
        write!(out, "z {z:.2}, distance {distance:.3} of {limit:.3}, medians {medians:.1} µs apart of {bound:.1} µs")
    }
}

#[expect(clippy::cast_precision_loss, reason = "a sample is small")]
fn count(sample: &Sample) -> f64 {
    sample.0.len() as f64
}

fn z(one: &Sample, other: &Sample) -> f64 {
    let (n, m) = (count(one), count(other));
    // How many of the others are earlier, and half of those at the same time.
    let before = |time: &f64| {
        let (less, same) = (other.0.partition_point(|o| o < time), other.0.partition_point(|o| o <= time));
        #[expect(clippy::cast_precision_loss, reason = "a sample is small")]
        let earlier = (less + same) as f64 / 2.0;
        earlier
    };
    let u: f64 = one.0.iter().map(before).sum();
    (u - n * m / 2.0) / (n * m * (n + m + 1.0) / 12.0).sqrt()
}

#[expect(clippy::cast_precision_loss, reason = "a sample is small")]
fn distance(one: &Sample, other: &Sample) -> f64 {
    let share = |sample: &Sample, time: f64| sample.0.partition_point(|t| *t <= time) as f64 / count(sample);
    one.0.iter().chain(&other.0).map(|time| (share(one, *time) - share(other, *time)).abs()).fold(0.0, f64::max)
}

/// Dice that fall the same way in every run (xorshift).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(0x9e37_79b9_7f4a_7c15 ^ (seed + 1))
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or_default()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

#[test]
fn a_shift_shows_and_chance_does_not() {
    let mut dice = Dice::new(3);
    let mut sample = |shift: usize| {
        let times = (0..500).map(|_| Duration::from_micros(2000 + (dice.below(500) + dice.below(500) + shift) as u64));
        Sample::new(times.collect())
    };
    let others = [sample(0), sample(0)];
    assert!(!differ(&sample(0), &others).shows());
    assert!(differ(&sample(100), &others).shows());
}
