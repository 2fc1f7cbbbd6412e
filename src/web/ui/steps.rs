//! Something that is done in several steps, and how far it has come.

/// A step as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub text: String,
    pub stand: Stand,
}

/// How far a step has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    Done,
    Current,
    Ahead,
}

impl Stand {
    /// The end of its text key and of its class.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Current => "current",
            Self::Ahead => "ahead",
        }
    }
}

/// The steps, of which the one at `current`, counted from 0, is being taken. Past the last one, all are done.
pub fn steps<T: ToString>(texts: impl IntoIterator<Item = T>, current: usize) -> Vec<Step> {
    let stand = |at: usize| match at.cmp(&current) {
        std::cmp::Ordering::Less => Stand::Done,
        std::cmp::Ordering::Equal => Stand::Current,
        std::cmp::Ordering::Greater => Stand::Ahead,
    };
    texts.into_iter().enumerate().map(|(at, text)| Step { text: text.to_string(), stand: stand(at) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_before_the_current_step_is_done_and_what_follows_lies_ahead() {
        let stands = |current| steps(["ask", "prove", "wait"], current).iter().map(|s| s.stand).collect::<Vec<_>>();
        assert_eq!(stands(0), [Stand::Current, Stand::Ahead, Stand::Ahead]);
        assert_eq!(stands(1), [Stand::Done, Stand::Current, Stand::Ahead]);
        assert_eq!(stands(3), [Stand::Done; 3]);
    }
}
