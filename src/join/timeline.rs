//! What happened to a request, in order: on the applicant's page, and on the liaison's with names.

use super::model::{JoinState, MessageKind};
use super::queries::{Message, OwnRequest, RequestRow};
use super::vouching::queries::Acquaintance;
use chrono::{DateTime, Utc};

/// One thing that happened.
pub struct Entry {
    /// The end of its text key.
    pub what: &'static str,
    pub at: DateTime<Utc>,
    pub words: String,
    /// A liaison; only where liaisons read.
    pub by: Option<String>,
    pub is_last: bool,
}

/// What all timelines are made from.
struct Course {
    state: JoinState,
    created_at: DateTime<Utc>,
    proven_at: Option<DateTime<Utc>>,
    since: DateTime<Utc>,
    decision: String,
    by: Option<String>,
    replaced: bool,
}

/// The applicant's.
pub fn own(request: &OwnRequest, messages: Vec<Message>, named: Vec<Acquaintance>) -> Vec<Entry> {
    let course = Course {
        state: request.state,
        created_at: request.created_at,
        proven_at: request.proven_at,
        since: request.since,
        decision: request.decision_note.clone(),
        by: None,
        replaced: request.replaced,
    };
    course.tell(messages, named)
}

/// The liaison's.
pub fn whole(request: &RequestRow, messages: Vec<Message>, named: Vec<Acquaintance>) -> Vec<Entry> {
    let course = Course {
        state: request.state,
        created_at: request.created_at,
        proven_at: request.proven_at,
        since: request.since,
        decision: request.decision_note.clone(),
        by: request.decided_by.clone(),
        replaced: request.replaced_by.is_some(),
    };
    course.tell(messages, named)
}

impl Course {
    fn tell(self, messages: Vec<Message>, named: Vec<Acquaintance>) -> Vec<Entry> {
        let entry = |what, at| Entry { what, at, words: String::new(), by: None, is_last: false };
        let mut entries = vec![entry("sent", self.created_at)];
        entries.extend(self.proven_at.map(|at| entry("proven", at)));
        entries.extend(messages.into_iter().map(|message| {
            let what = match message.kind {
                MessageKind::Question => "question",
                MessageKind::Answer => "answer",
                MessageKind::Addition => "addition",
            };
            Entry { what, at: message.at, words: message.body, by: message.by, is_last: false }
        }));
        entries.extend(named.into_iter().map(|one| Entry { words: one.email, ..entry("acquaintance", one.at) }));
        // Somebody who was named in an earlier request of the same person was named before this one was sent.
        entries.sort_by_key(|entry| entry.at);
        let end = match self.state {
            JoinState::Unproven | JoinState::Waiting | JoinState::Asked => None,
            JoinState::Approved => Some("approved"),
            JoinState::Declined => Some("declined"),
            JoinState::Withdrawn if self.replaced => Some("replaced"),
            JoinState::Withdrawn => Some("withdrawn"),
            JoinState::Expired => Some("expired"),
        };
        entries.extend(end.map(|what| Entry { words: self.decision, by: self.by, ..entry(what, self.since) }));
        if let Some(last) = entries.last_mut() {
            last.is_last = true;
        }
        entries
    }
}
