//! Requests in every state.

use crate::support::{Actor, Site};

pub const MOTIVATION: &str = "We run two pumping stations and would like to learn how others let suppliers in.";

/// A form without fault.
pub fn form(email: &str) -> Vec<(&'static str, String)> {
    [
        ("name", "Koen Verzinsel"),
        ("email", email),
        ("organisation", "waterschap-voorbeeldland"),
        ("function", "Control room lead"),
        ("sector", "waste-water"),
        ("motivation", MOTIVATION),
        ("language", "en"),
        ("agree", "yes"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// The same form with other values in some fields; a field that is not there is added.
pub fn with(mut form: Vec<(&'static str, String)>, changes: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    for (name, value) in changes {
        match form.iter_mut().find(|field| field.0 == *name) {
            Some(field) => (*value).clone_into(&mut field.1),
            None => form.push((name, (*value).to_owned())),
        }
    }
    form
}

/// Sends a form of owned values.
pub async fn send(actor: &mut Actor, address: &str, form: &[(&'static str, String)]) -> crate::support::Answer {
    let fields: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.post(address, &fields).await
}

/// Asks to join, and returns the link in the mail.
pub async fn ask(site: &Site, form: &[(&'static str, String)]) -> String {
    let sent = send(&mut site.anon(), "/join", form).await;
    assert_eq!(sent.location(), "/join/sent");
    let email = &form.iter().find(|field| field.0 == "email").expect("an address").1;
    site.mails_to(email).await.pop().expect("a mail with a link").link()
}

/// The address of the request's own page, by the link that proved it.
pub fn status(link: &str) -> String {
    link.replace("/proof/", "/status/")
}

/// Asks to join and proves the address; the request's own page, and its address for the liaison.
pub async fn own(site: &Site, email: &str) -> (String, String) {
    let link = ask(site, &form(email)).await;
    assert_eq!(site.anon().post(&link, &[]).await.location(), status(&link));
    let id =
        site.word(&format!("select id::text from join_requests where email = '{email}' and state = 'waiting'")).await;
    (status(&link), format!("/join/requests/{id}"))
}

/// Asks to join and proves the address; returns the address of the request for the liaison.
pub async fn waiting(site: &Site, form: &[(&'static str, String)]) -> String {
    let link = ask(site, form).await;
    assert_eq!(site.anon().post(&link, &[]).await.location(), status(&link));
    let email = &form.iter().find(|field| field.0 == "email").expect("an address").1;
    let id =
        site.word(&format!("select id::text from join_requests where email = '{email}' and state = 'waiting'")).await;
    format!("/join/requests/{id}")
}
