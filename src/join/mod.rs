//! Asking to join: from a stranger's request, over the proof of the mail address, to the liaison's decision.
//!
//! | address | who | what |
//! |---|---|---|
//! | `/join` | anyone | the form |
//! | `/join/sent` | anyone | what happens next |
//! | `/join/proof/{secret}` | who has the mail | proves the address; afterwards leads to the request's page |
//! | `/join/status/{secret}`, `…/add`, `…/answer`, `…/acquaintance`, `…/withdraw` | who has a mail | where the request stands, and what the applicant adds |
//! | `/join/house-rules` | anyone | the rules that one agrees to; for a liaison, how many did |
//! | `/join/requests`, `/join/requests/{id}`, `…/ask`, `…/approve`, `…/decline`, `…/note` | liaison | the queue and the decision |
//! | `/join/requests/bulk` | liaison | several approved at once |
//! | `/join/invitations`, `…/{id}/send`, `…/{id}/revoke` | member | who was invited; coordinators and the liaison invite |
//! | `/join/invitation/{secret}`, `…/decline`, `/join/declined` | who has the mail | accepting or declining an invitation |
//! | `/join/vouch/{request}` | member who was named, or of the organisation | vouching for an applicant |
//! | `/join/notices` | liaison | how to be told by mail |
//!
//! Owns `join_requests`, `join_messages`, `join_notes`, `join_digests`, `invitations`, `vouches`, `vouch_asks` and
//! `rule_agreements`. Sends
//! (`mails.rs`) to applicants: proof, already-member, invited, asked, reminder, expired, withdrawn, approved, declined; to
//! liaisons: waiting, answered, added, digest; and (`invitations/mails.rs`) to whoever is invited: invitation,
//! already-member, accepted; to who invited: declined; to members: vouch.

pub mod approving;
pub mod ask;
pub mod bulk;
pub mod changes;
pub mod clock;
pub mod decide;
pub mod form;
pub mod invitations;
pub mod mails;
pub mod model;
pub mod notices;
pub mod prove;
pub mod queries;
pub mod queue;
pub mod request;
pub mod rules;
pub mod standing_out;
pub mod status;
pub mod tell;
pub mod timeline;
pub mod vouching;
pub mod work_queries;

use crate::access::Who;
use crate::web::routes::Routes;

/// The addresses of the room.
pub fn routes() -> Routes {
    Routes::new()
        .get("/join", Who::Anyone, ask::get)
        .form("/join", Who::Anyone, ask::post, ask::again)
        .get("/join/sent", Who::Anyone, ask::sent)
        .get("/join/house-rules", Who::Anyone, rules::get)
        .get("/join/proof/{secret}", Who::Anyone, prove::get)
        .post("/join/proof/{secret}", Who::Anyone, prove::post)
        .get("/join/status/{secret}", Who::Anyone, status::get)
        .form("/join/status/{secret}/add", Who::Anyone, status::add, status::again)
        .form("/join/status/{secret}/answer", Who::Anyone, status::answer, status::again)
        .form("/join/status/{secret}/acquaintance", Who::Anyone, status::name_acquaintance, status::again)
        .post("/join/status/{secret}/withdraw", Who::Anyone, status::withdraw)
        .merge(invitations::routes())
        .merge(vouching::routes())
        .get("/join/requests", Who::Liaison, queue::get)
        .get("/join/requests/bulk", Who::Liaison, bulk::get)
        .post("/join/requests/bulk", Who::Liaison, bulk::post)
        .get("/join/requests/{id}", Who::Liaison, request::get)
        .form("/join/requests/{id}/approve", Who::Liaison, decide::approve, decide::again)
        .form("/join/requests/{id}/decline", Who::Liaison, decide::decline, decide::again)
        .form("/join/requests/{id}/ask", Who::Liaison, decide::ask, decide::again)
        .form("/join/requests/{id}/note", Who::Liaison, decide::note, decide::note_again)
        .get("/join/notices", Who::Liaison, notices::get)
        .form("/join/notices", Who::Liaison, notices::post, notices::again)
}
