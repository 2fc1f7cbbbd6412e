//! Events to be made.

use crate::support::{Actor, Answer, Site};

pub type Fields = Vec<(&'static str, String)>;

/// A form without fault: TLP:GREEN, of the liaison's own organisation.
pub fn form(title: &str) -> Fields {
    [
        ("title", title),
        ("summary", "An afternoon about pumps, with time for questions."),
        ("kind", "expert-session"),
        ("language", "en"),
        ("label", "GREEN"),
        ("starts", "2027-02-09T13:30"),
        ("ends", "2027-02-09T17:00"),
        ("zone", "Europe/Amsterdam"),
        ("place", "Pump house, Delft"),
        ("capacity", ""),
        ("body", "We begin *on time*."),
        ("version", "0"),
        ("action", "save"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// The same with other values.
pub fn with(mut fields: Fields, changes: &[(&'static str, &str)]) -> Fields {
    for (name, value) in changes {
        match fields.iter_mut().find(|field| field.0 == *name) {
            Some(field) => (*value).clone_into(&mut field.1),
            None => fields.push((name, (*value).to_owned())),
        }
    }
    fields
}

/// Sends it.
pub async fn send(actor: &mut Actor, address: &str, fields: &Fields) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.post(address, &fields).await
}

/// Makes an event; returns its address.
pub async fn made(site: &Site, fields: &Fields) -> String {
    let answer = send(&mut site.liaison().await, "/events/new", fields).await;
    assert_eq!(answer.status(), 303, "{:?}", answer.texts(".field-error"));
    answer.location().to_owned()
}
