//! The rows of the access matrix: how each route is called, and what each viewer gets.

use super::reference::{Item, Person, Reach, World};
use super::scene::Stand;

/// What a route answers when it shows or changes nothing that has a label: by standing, in the order of [`COLUMNS`].
pub type Statuses = [u16; 4];

/// Nobody with a session; a member; a publisher; a liaison. A liaison is no publisher here, a publisher no liaison.
pub const COLUMNS: [&str; 4] = ["outside", "member", "publisher", "liaison"];

const OPEN: Statuses = [200; 4];
const MEMBERS: Statuses = [401, 200, 200, 200];
const PUBLISHERS: Statuses = [401, 403, 200, 403];
const LIAISONS: Statuses = [401, 403, 403, 200];

const fn but(door: Statuses, inside: u16) -> Statuses {
    let mut statuses = door;
    let mut at = 0;
    while at < 4 {
        if statuses[at] == 200 {
            statuses[at] = inside;
        }
        at += 1;
    }
    statuses
}

/// A route without a label: method, path as in the sitemap, address to call, form, and what comes back.
pub struct Plain {
    pub method: &'static str,
    pub path: &'static str,
    pub address: &'static str,
    pub form: &'static [(&'static str, &'static str)],
    pub statuses: Statuses,
}

const fn open(path: &'static str, address: &'static str, statuses: Statuses) -> Plain {
    Plain { method: "GET", path, address, form: &[], statuses }
}

const fn send(
    path: &'static str,
    address: &'static str,
    form: &'static [(&'static str, &'static str)],
    statuses: Statuses,
) -> Plain {
    Plain { method: "POST", path, address, form, statuses }
}

/// A secret that no mail ever held.
const NO_LINK: &str = "/join/proof/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_STATUS: &str = "/join/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_ADDITION: &str = "/join/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/add";
const NO_ANSWER: &str = "/join/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/answer";
const NO_WITHDRAWING: &str = "/join/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/withdraw";
const NO_ACQUAINTANCE: &str = "/join/status/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/acquaintance";
const NO_INVITATION: &str = "/join/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_DECLINING: &str = "/join/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/decline";
/// An invitation that nobody sent.
const NO_SENDING: &str = "/join/invitations/01900000-0000-7000-8000-000000000000/send";
const NO_REVOKING: &str = "/join/invitations/01900000-0000-7000-8000-000000000000/revoke";
/// A request in which nobody here was named.
const NO_VOUCH: &str = "/join/vouch/01900000-0000-7000-8000-000000000000";
const NO_PASSWORD_LINK: &str = "/account/password/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_ADDRESS_LINK: &str = "/account/address/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_RECOVERY_LINK: &str = "/account/recovery/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const NO_SESSION: &str = "/account/sessions/01900000-0000-7000-8000-000000000000/end";
const NO_PROVIDER_LINK: &str = "/account/provider/link/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
/// A passkey that nobody has.
const NO_PASSKEY: &str = "/account/passkeys/01900000-0000-7000-8000-000000000000";
const NO_PASSKEY_TO_REMOVE: &str = "/account/passkeys/01900000-0000-7000-8000-000000000000/remove";
/// A request for wider sharing that nobody made.
const NO_REQUEST: &str = "/items/wider/01900000-0000-7000-8000-000000000000";
const NO_DECLINE: &str = "/items/wider/01900000-0000-7000-8000-000000000000/decline";
const NO_WITHDRAWAL: &str = "/items/wider/01900000-0000-7000-8000-000000000000/withdraw";
const LONG: &str = "a long enough sentence";

/// Forms are sent empty, or so that they change nothing for the calls that follow; each room's own tests send the rest.
/// `{request}` is a join request that waits.
pub const PLAIN: &[Plain] = &[
    open("/", "/", OPEN),
    open("/.well-known/security.txt", "/.well-known/security.txt", OPEN),
    open("/health", "/health", OPEN),
    open("/preview.png", "/preview.png", OPEN),
    open("/robots.txt", "/robots.txt", OPEN),
    open("/styleguide", "/styleguide", OPEN),
    open("/styleguide/actions", "/styleguide/actions", OPEN),
    open("/styleguide/finding", "/styleguide/finding", OPEN),
    open("/styleguide/forms", "/styleguide/forms", OPEN),
    open("/styleguide/icons", "/styleguide/icons", OPEN),
    open("/styleguide/lists", "/styleguide/lists", OPEN),
    open("/styleguide/messages", "/styleguide/messages", OPEN),
    open("/styleguide/navigation", "/styleguide/navigation", OPEN),
    open("/styleguide/tables", "/styleguide/tables", OPEN),
    open("/styleguide/texts", "/styleguide/texts", OPEN),
    open("/styleguide/tokens", "/styleguide/tokens", OPEN),
    open("/styleguide/words", "/styleguide/words", OPEN),
    send("/account/appearance", "/account/appearance", &[("appearance", "dark"), ("back", "/")], but(OPEN, 303)),
    send("/account/language", "/account/language", &[("language", "en"), ("back", "/")], but(OPEN, 303)),
    open("/account/new-link", "/account/new-link", OPEN),
    send("/account/new-link", "/account/new-link", &[], but(OPEN, 422)),
    open("/account/new-link/sent", "/account/new-link/sent", OPEN),
    open("/account/password/{secret}", NO_PASSWORD_LINK, but(OPEN, 410)),
    send(
        "/account/password/{secret}",
        NO_PASSWORD_LINK,
        &[("password", LONG), ("password_again", LONG)],
        but(OPEN, 410),
    ),
    open("/account", "/account", MEMBERS),
    open("/account/password", "/account/password", MEMBERS),
    send("/account/password", "/account/password", &[], but(MEMBERS, 422)),
    open("/account/address", "/account/address", MEMBERS),
    send("/account/address", "/account/address", &[], but(MEMBERS, 422)),
    send("/account/address/stop", "/account/address/stop", &[], but(MEMBERS, 303)),
    open("/account/address/{secret}", NO_ADDRESS_LINK, but(OPEN, 410)),
    send("/account/address/{secret}", NO_ADDRESS_LINK, &[], but(OPEN, 410)),
    open("/account/recovery/{secret}", NO_RECOVERY_LINK, but(OPEN, 410)),
    send("/account/recovery/{secret}", NO_RECOVERY_LINK, &[], but(OPEN, 410)),
    open("/account/sessions", "/account/sessions", MEMBERS),
    // Nobody's.
    send("/account/sessions/{id}/end", NO_SESSION, &[], but(MEMBERS, 303)),
    open("/account/data", "/account/data", MEMBERS),
    send("/account/data/export", "/account/data/export", &[], MEMBERS),
    open("/account/delete", "/account/delete", MEMBERS),
    send("/account/delete", "/account/delete", &[], but(MEMBERS, 422)),
    open("/account/house-rules", "/account/house-rules", MEMBERS),
    // Only asks for the page.
    send("/account/house-rules", "/account/house-rules", &[], MEMBERS),
    open("/account/leave", "/account/leave", MEMBERS),
    send("/account/leave", "/account/leave", &[], but(MEMBERS, 422)),
    open("/account/passkeys", "/account/passkeys", MEMBERS),
    send("/account/passkeys", "/account/passkeys", &[], but(MEMBERS, 422)),
    send("/account/passkeys/begin", "/account/passkeys/begin", &[], MEMBERS),
    open("/account/passkeys/password", "/account/passkeys/password", MEMBERS),
    send("/account/passkeys/password", "/account/passkeys/password", &[], but(MEMBERS, 409)),
    open("/account/passkeys/{id}", NO_PASSKEY, but(MEMBERS, 404)),
    send("/account/passkeys/{id}", NO_PASSKEY, &[("name", "Mine")], but(MEMBERS, 404)),
    open("/account/passkeys/{id}/remove", NO_PASSKEY_TO_REMOVE, but(MEMBERS, 404)),
    send("/account/passkeys/{id}/remove", NO_PASSKEY_TO_REMOVE, &[], but(MEMBERS, 404)),
    open("/account/profile", "/account/profile", MEMBERS),
    send("/account/profile", "/account/profile", &[], but(MEMBERS, 422)),
    open("/account/provider", "/account/provider", MEMBERS),
    // The provider of these tests is away.
    send("/account/provider/link", "/account/provider/link", &[], but(MEMBERS, 422)),
    open("/account/provider/link/{secret}", NO_PROVIDER_LINK, but(OPEN, 410)),
    send("/account/provider/link/{secret}", NO_PROVIDER_LINK, &[], but(OPEN, 410)),
    open("/account/provider/return", "/account/provider/return?code=x&state=y", but(OPEN, 422)),
    send("/account/provider/unlink", "/account/provider/unlink", &[], but(MEMBERS, 409)),
    open("/account/second-factor", "/account/second-factor", MEMBERS),
    send("/account/second-factor", "/account/second-factor", &[], but(MEMBERS, 409)),
    send("/account/second-factor/begin", "/account/second-factor/begin", &[], but(MEMBERS, 303)),
    open("/account/second-factor/confirm", "/account/second-factor/confirm", MEMBERS),
    send("/account/second-factor/confirm", "/account/second-factor/confirm", &[], but(MEMBERS, 422)),
    // These end what the calls that follow stand on: each is called in a house of its own, see the test.
    send("/account/second-factor/remove", "/account/second-factor/remove", &[], but(MEMBERS, 303)),
    send("/account/sessions/end-all", "/account/sessions/end-all", &[], but(MEMBERS, 303)),
    send("/account/sessions/end-others", "/account/sessions/end-others", &[], but(MEMBERS, 303)),
    open("/account/sign-in", "/account/sign-in", OPEN),
    send("/account/sign-in", "/account/sign-in", &[], but(OPEN, 422)),
    send("/account/second-factor/confirm/passkey", "/account/second-factor/confirm/passkey", &[], but(MEMBERS, 422)),
    send(
        "/account/second-factor/confirm/passkey/begin",
        "/account/second-factor/confirm/passkey/begin",
        &[],
        but(MEMBERS, 409),
    ),
    send("/account/second-factor/confirm/provider", "/account/second-factor/confirm/provider", &[], but(MEMBERS, 409)),
    open("/account/sign-in", "/account/sign-in", OPEN),
    send("/account/sign-in", "/account/sign-in", &[], but(OPEN, 422)),
    send("/account/sign-in/passkey", "/account/sign-in/passkey", &[], but(OPEN, 422)),
    send("/account/sign-in/passkey/begin", "/account/sign-in/passkey/begin", &[], OPEN),
    send("/account/sign-in/provider", "/account/sign-in/provider", &[], but(OPEN, 422)),
    // Signs out for good: called last, see the test.
    send("/account/asleep", "/account/asleep", &[], but(OPEN, 409)),
    send("/account/sign-out", "/account/sign-out", &[], but(OPEN, 303)),
    open("/articles", "/articles", OPEN),
    open("/articles/new", "/articles/new", PUBLISHERS),
    send("/articles/new", "/articles/new", &[], but(PUBLISHERS, 422)),
    open("/articles/work", "/articles/work", MEMBERS),
    open("/events", "/events", OPEN),
    open("/events/new", "/events/new", LIAISONS),
    send("/events/new", "/events/new", &[], but(LIAISONS, 422)),
    open("/items", "/items", MEMBERS),
    open("/items/break-glass", "/items/break-glass", LIAISONS),
    send("/items/break-glass", "/items/break-glass", &[], but(LIAISONS, 422)),
    open("/items/wider/{request}", NO_REQUEST, but(MEMBERS, 404)),
    send("/items/wider/{request}/decline", NO_DECLINE, &[], but(MEMBERS, 404)),
    send("/items/wider/{request}/withdraw", NO_WITHDRAWAL, &[], but(MEMBERS, 404)),
    open("/groups", "/groups", MEMBERS),
    open("/groups/new", "/groups/new", LIAISONS),
    send("/groups/new", "/groups/new", &[], but(LIAISONS, 422)),
    open("/groups/{slug}", "/groups/remote-access", MEMBERS),
    open("/groups/{slug}/edit", "/groups/remote-access/edit", LIAISONS),
    send("/groups/{slug}/edit", "/groups/remote-access/edit", &[], but(LIAISONS, 422)),
    send("/groups/{slug}/members", "/groups/remote-access/members", &[], but(LIAISONS, 422)),
    // Not in it.
    send(
        "/groups/{slug}/members/{member}/end",
        "/groups/remote-access/members/kees-van-nergens/end",
        &[],
        but(LIAISONS, 409),
    ),
    // Closed before.
    send("/groups/{slug}/close", "/groups/modems-en-vergeten-toegangspaden/close", &[], but(LIAISONS, 409)),
    // A form without a file in it is none.
    send("/files", "/files", &[], but(MEMBERS, 400)),
    open("/log", "/log", LIAISONS),
    open("/log/mine", "/log/mine", MEMBERS),
    open("/log/retention", "/log/retention", LIAISONS),
    send("/log/export", "/log/export", &[], LIAISONS),
    open("/join", "/join", OPEN),
    send("/join", "/join", &[], but(OPEN, 422)),
    open("/join/house-rules", "/join/house-rules", OPEN),
    open("/join/proof/{secret}", NO_LINK, but(OPEN, 410)),
    send("/join/proof/{secret}", NO_LINK, &[], but(OPEN, 410)),
    // A link that never was is over, whoever has it.
    open("/join/status/{secret}", NO_STATUS, but(OPEN, 410)),
    send("/join/status/{secret}/add", NO_ADDITION, &[("message", LONG)], but(OPEN, 410)),
    send("/join/status/{secret}/answer", NO_ANSWER, &[("message", LONG)], but(OPEN, 410)),
    send("/join/status/{secret}/withdraw", NO_WITHDRAWING, &[], but(OPEN, 410)),
    send("/join/status/{secret}/acquaintance", NO_ACQUAINTANCE, &[("email", "a@b.example")], but(OPEN, 410)),
    open("/join/invitations", "/join/invitations", MEMBERS),
    // Nobody here coordinates this organisation; tests/it/join/invitations.rs has those who do.
    send(
        "/join/invitations",
        "/join/invitations",
        &[("organisation", "stichting-voorbeeldpolder")],
        but(LIAISONS, 422),
    ),
    send("/join/invitations/{id}/send", NO_SENDING, &[], but(MEMBERS, 404)),
    send("/join/invitations/{id}/revoke", NO_REVOKING, &[], but(MEMBERS, 404)),
    open("/join/invitation/{secret}", NO_INVITATION, but(OPEN, 410)),
    send("/join/invitation/{secret}", NO_INVITATION, &[("name", "Koen")], but(OPEN, 410)),
    send("/join/invitation/{secret}/decline", NO_DECLINING, &[], but(OPEN, 410)),
    open("/join/declined", "/join/declined", OPEN),
    open("/join/vouch/{request}", NO_VOUCH, but(MEMBERS, 404)),
    send("/join/vouch/{request}", NO_VOUCH, &[("knows", "no")], but(MEMBERS, 404)),
    open("/join/notices", "/join/notices", LIAISONS),
    send("/join/notices", "/join/notices", &[], but(LIAISONS, 422)),
    open("/join/requests", "/join/requests", LIAISONS),
    open("/join/requests/bulk", "/join/requests/bulk", LIAISONS),
    // Nothing is ticked.
    send("/join/requests/bulk", "/join/requests/bulk", &[], but(LIAISONS, 303)),
    open("/join/requests/{id}", "/join/requests/{request}", LIAISONS),
    send(
        "/join/requests/{id}/approve",
        "/join/requests/{request}/approve",
        &[("organisation", "not-there")],
        but(LIAISONS, 422),
    ),
    send("/join/requests/{id}/decline", "/join/requests/{request}/decline", &[], but(LIAISONS, 422)),
    send("/join/requests/{id}/ask", "/join/requests/{request}/ask", &[], but(LIAISONS, 422)),
    send("/join/requests/{id}/note", "/join/requests/{request}/note", &[], but(LIAISONS, 422)),
    open("/join/sent", "/join/sent", OPEN),
    open("/members", "/members", MEMBERS),
    open("/members/{slug}", "/members/sam-example", MEMBERS),
    open("/members/{slug}/recovery", "/members/sam-example/recovery", LIAISONS),
    send("/members/{slug}/recovery", "/members/sam-example/recovery", &[], but(LIAISONS, 422)),
    send("/members/{slug}/recovery/stop", "/members/sam-example/recovery/stop", &[], but(LIAISONS, 409)),
    open("/partners", "/partners", OPEN),
    open("/partners/{slug}", "/partners/kestrel-controls", OPEN),
    open("/partners/{slug}/domains", "/partners/kestrel-controls/domains", LIAISONS),
    send("/partners/{slug}/domains", "/partners/kestrel-controls/domains", &[], but(LIAISONS, 422)),
    // Not noted.
    send(
        "/partners/{slug}/domains/{domain}/remove",
        "/partners/kestrel-controls/domains/nowhere.example/remove",
        &[],
        but(LIAISONS, 409),
    ),
    // Nobody here coordinates this organisation; tests/it/partners/clients.rs has those who do.
    open("/partners/{slug}/clients", "/partners/stichting-voorbeeldpolder/clients", but(MEMBERS, 403)),
    send("/partners/{slug}/clients", "/partners/stichting-voorbeeldpolder/clients", &[], but(MEMBERS, 403)),
    send(
        "/partners/{slug}/clients/{client}/remove",
        "/partners/stichting-voorbeeldpolder/clients/waterschap-voorbeeldland/remove",
        &[],
        but(MEMBERS, 403),
    ),
    // For its coordinators too: tests/it/partners/people.rs.
    open("/partners/{slug}/people", "/partners/stichting-voorbeeldpolder/people", LIAISONS),
    send(
        "/partners/{slug}/people/confirm",
        "/partners/stichting-voorbeeldpolder/people/confirm",
        &[],
        but(LIAISONS, 422),
    ),
    open("/partners/{slug}/people/{member}", "/partners/stichting-voorbeeldpolder/people/olga-proefpersoon", LIAISONS),
    send(
        "/partners/{slug}/people/{member}",
        "/partners/stichting-voorbeeldpolder/people/kees-van-nergens",
        &[],
        but(LIAISONS, 404),
    ),
    // It holds.
    send(
        "/partners/{slug}/people/{member}/wake",
        "/partners/stichting-voorbeeldpolder/people/olga-proefpersoon/wake",
        &[],
        but(LIAISONS, 409),
    ),
    open(
        "/partners/{slug}/people/{member}/end",
        "/partners/stichting-voorbeeldpolder/people/olga-proefpersoon/end",
        LIAISONS,
    ),
    send(
        "/partners/{slug}/people/{member}/end",
        "/partners/stichting-voorbeeldpolder/people/olga-proefpersoon/end",
        &[],
        but(LIAISONS, 422),
    ),
    open("/partners/{slug}/departure", "/partners/kestrel-controls/departure", LIAISONS),
    send("/partners/{slug}/departure", "/partners/kestrel-controls/departure", &[], but(LIAISONS, 422)),
    // It takes part.
    send("/partners/{slug}/return", "/partners/kestrel-controls/return", &[], but(LIAISONS, 409)),
];

/// What a row of the second table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Article,
    Work(Stand),
    Event,
    /// As the published article that it belongs to.
    File,
}

/// A route that shows or changes something with a label.
pub struct Labelled {
    pub method: &'static str,
    pub path: &'static str,
    pub about: About,
    pub form: &'static [(&'static str, &'static str)],
    /// What the door asks for, before anything is looked up: member, publisher, liaison, or nothing.
    pub door: &'static str,
    /// Whether it is the same for everybody, so that nobody opens anything with it.
    pub is_for_the_world: bool,
    /// What somebody gets who may enter and may read the item.
    pub inside: fn(&Person, &Item) -> u16,
}

fn shown(_: &Person, _: &Item) -> u16 {
    200
}

/// A picture is for the world or for nobody.
fn pictured(_: &Person, item: &Item) -> u16 {
    if item.published && item.label == "CLEAR" { 200 } else { 404 }
}

fn gone_on(_: &Person, _: &Item) -> u16 {
    303
}

fn mended(_: &Person, _: &Item) -> u16 {
    422
}

/// Who reads an article and publishes for somebody else may not revise it.
fn revised(me: &Person, item: &Item) -> u16 {
    if me.publishes_for.contains(&item.source) { 303 } else { 403 }
}

/// Only those who write the text get its form; who judges it is told that it is not their turn.
fn written(me: &Person, item: &Item, inside: u16) -> u16 {
    if item.owner == me.id || me.publishes_for.contains(&item.source) { inside } else { 409 }
}

/// What can be done with a label is there for those who speak for the source.
fn spoken_for(me: &Person, item: &Item, inside: u16) -> u16 {
    let is_own = item.owner == me.id && me.member_of.contains(&item.source);
    let speaks = is_own || me.publishes_for.contains(&item.source) || me.coordinates.contains(&item.source);
    if speaks { inside } else { 404 }
}

/// What is not published is shared with nobody more widely.
fn not_yet(_: &Person, _: &Item) -> u16 {
    409
}

fn judged(me: &Person, item: &Item) -> u16 {
    let is_other = item.owner != me.id && !me.member_of.contains(&item.source);
    if item.judges.contains(&me.id) && is_other { 303 } else { 409 }
}

const fn row(
    method: &'static str,
    path: &'static str,
    about: About,
    door: &'static str,
    inside: fn(&Person, &Item) -> u16,
) -> Labelled {
    Labelled { method, path, about, form: &[], door, is_for_the_world: false, inside }
}

const fn for_the_world(row: Labelled) -> Labelled {
    Labelled { is_for_the_world: true, ..row }
}

const fn with(form: &'static [(&'static str, &'static str)], row: Labelled) -> Labelled {
    Labelled { form, ..row }
}

pub const LABELLED: [Labelled; 30] = [
    row("GET", "/articles/{slug}", About::Article, "", shown),
    for_the_world(row("GET", "/articles/{slug}/preview.png", About::Article, "", pictured)),
    row("POST", "/articles/{slug}/revise", About::Article, "publisher", revised),
    row("GET", "/articles/work/{id}", About::Work(Stand::Submitted), "member", shown),
    row("GET", "/articles/work/{id}/edit", About::Work(Stand::Draft), "publisher", |me, item| written(me, item, 200)),
    row("POST", "/articles/work/{id}/edit", About::Work(Stand::Draft), "publisher", |me, item| written(me, item, 422)),
    row("POST", "/articles/work/{id}/submit", About::Work(Stand::Draft), "publisher", |me, item| {
        written(me, item, 303)
    }),
    // Not sure yet; tests/it/articles/publish_alone.rs is.
    row("POST", "/articles/work/{id}/publish-alone", About::Work(Stand::Draft), "publisher", |me, item| {
        written(me, item, if item.label == "CLEAR" || item.label == "GREEN" { 403 } else { 422 })
    }),
    row("POST", "/articles/work/{id}/assign", About::Work(Stand::Submitted), "liaison", mended),
    with(
        &[("verdict", "approve")],
        row("POST", "/articles/work/{id}/review", About::Work(Stand::Submitted), "member", judged),
    ),
    row("POST", "/articles/work/{id}/publish", About::Work(Stand::Approved), "liaison", gone_on),
    row("GET", "/events/{slug}", About::Event, "", shown),
    row("GET", "/events/{slug}/event.ics", About::Event, "", shown),
    for_the_world(row("GET", "/events/{slug}/preview.png", About::Event, "", pictured)),
    with(&[("answer", "yes")], row("POST", "/events/{slug}/answer", About::Event, "member", gone_on)),
    row("GET", "/events/{slug}/edit", About::Event, "liaison", shown),
    row("POST", "/events/{slug}/edit", About::Event, "liaison", mended),
    row("POST", "/events/{slug}/cancel", About::Event, "liaison", gone_on),
    row("GET", "/items/{id}", About::Work(Stand::Submitted), "", gone_on),
    row("GET", "/items/{id}/readers", About::Work(Stand::Submitted), "member", |me, item| spoken_for(me, item, 200)),
    row("GET", "/items/{id}/view-as", About::Work(Stand::Submitted), "member", |me, item| spoken_for(me, item, 200)),
    row("GET", "/items/{id}/label", About::Work(Stand::Submitted), "member", |me, item| spoken_for(me, item, 409)),
    row("POST", "/items/{id}/label", About::Work(Stand::Submitted), "member", |me, item| spoken_for(me, item, 409)),
    row("GET", "/items/{id}/wider", About::Work(Stand::Submitted), "member", not_yet),
    row("POST", "/items/{id}/wider", About::Work(Stand::Submitted), "member", not_yet),
    row("GET", "/events/{slug}/attendance", About::Event, "liaison", shown),
    // These events are still to come.
    row("POST", "/events/{slug}/attendance", About::Event, "liaison", |_, _| 409),
    row("GET", "/files/{id}/{name}", About::File, "", shown),
    row("GET", "/files/to/{id}", About::Work(Stand::Draft), "member", |me, item| written(me, item, 200)),
    // Files of what is published stay.
    row("POST", "/files/{id}/remove", About::File, "member", |_, _| 409),
];

impl Labelled {
    /// What this viewer is to get.
    pub fn expected(&self, world: &World, (viewer, second_factor): (Option<&Person>, bool), item: &Item) -> u16 {
        let viewer = viewer.filter(|person| person.active);
        match (self.door, viewer) {
            ("", _) => {}
            (_, None) => return 401,
            ("publisher", Some(me)) if me.publishes_for.is_empty() => return 403,
            ("liaison", Some(me)) if !second_factor || !me.roles.iter().any(|role| role == "liaison") => return 403,
            _ => {}
        }
        match world.reach(viewer, item) {
            Reach::Closed => return 404,
            // Nothing but this is said of it, and only to whom it is for.
            Reach::Broken | Reach::Sealed | Reach::Resting if !second_factor => {
                return if self.is_for_the_world { 404 } else { 403 };
            }
            Reach::Broken | Reach::Sealed | Reach::Resting | Reach::Listed => {}
        }
        // Those who read without an account only read.
        let acting = viewer.map(|me| if second_factor { me.clone() } else { me.rested() });
        acting.map_or(200, |me| (self.inside)(&me, item))
    }
}
