//! Every mail in both languages: no text is missing, none lacks a value, and a text that is TLP:AMBER or stricter is
//! never named.

use crate::support::Site;
use polder::i18n::{Locale, all_keys};
use polder::jobs::{
    AccountNews, ArticleNews, JoinNews, Mailbox, MembershipNews, RecoveryNews, SecondFactorNews, SignInNews,
};
use polder::mail::Message;
use polder::{account, articles, items, join, members};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use std::collections::BTreeSet;
use uuid::Uuid;

async fn id(conn: &mut PgConnection, sql: &'static str) -> Uuid {
    sqlx::query_scalar(sql).fetch_one(conn).await.expect(sql)
}

async fn request(conn: &mut PgConnection, state: &str) -> Uuid {
    let sql = format!("select id from join_requests where state = '{state}' limit 1");
    sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(conn).await.expect(state)
}

const SAM: &str = "select id from members where email = 'sam@kestrel.example'";
const IN_WORK: &str = "select r.id from revisions r join items i on i.id = r.id
    where r.state = 'submitted' and i.owner_id = (select id from members where email = 'sam@kestrel.example')";
const AMBER: &str = "select published_id from articles where slug = 'safety-systems-and-security'";
const LOTTE: &str = "select id from members where email = 'lotte@voorbeeldpolder.example'";

/// One mail of each kind, in a language.
async fn all_mails(site: &Site, locale: Locale) -> Vec<Message> {
    let mut conn = PgConnection::connect_with(&site.owner).await.expect("the owner's connection");
    let tag = locale.tag();
    let speak = format!(
        "update members set language = '{tag}'; update join_requests set language = '{tag}';
         update join_requests set decision_note = 'Welcome.' where state = 'approved'"
    );
    conn.execute(AssertSqlSafe(speak)).await.expect("all speak it");
    let app = &site.app;
    let (sam, lotte) = (id(&mut conn, SAM).await, id(&mut conn, LOTTE).await);
    let (text, amber) = (id(&mut conn, IN_WORK).await, id(&mut conn, AMBER).await);
    let (unproven, waiting) = (request(&mut conn, "unproven").await, request(&mut conn, "waiting").await);
    let (approved, declined) = (request(&mut conn, "approved").await, request(&mut conn, "declined").await);
    let (asked, expired) = (request(&mut conn, "asked").await, request(&mut conn, "expired").await);
    let withdrawn = request(&mut conn, "withdrawn").await;
    let issuer = app.provider().expect("a provider").issuer();
    let proposal = Uuid::now_v7();
    let propose = format!(
        "insert into provider_proposals (id, issuer, subject, member_id, created_at)
         values ('{proposal}', '{issuer}', 'sam', '{sam}', '2026-01-01')"
    );
    conn.execute(AssertSqlSafe(propose)).await.expect("a proposal");
    let told_late = ["second-factor-removed", "provider-linked"].map(|kind| format!("account-mail-{kind}"));
    let mut mails = vec![
        join::mails::proof(app, unproven).await,
        join::mails::waiting(app, waiting, lotte).await,
        join::mails::approved(app, approved, sam).await,
        join::mails::declined(app, declined).await,
        join::mails::news(app, asked, JoinNews::Asked).await,
        join::mails::news(app, asked, JoinNews::Reminder).await,
        join::mails::news(app, expired, JoinNews::Expired).await,
        join::mails::news(app, withdrawn, JoinNews::Withdrawn).await,
        join::mails::written(app, waiting, lotte, true).await,
        join::mails::written(app, waiting, lotte, false).await,
        join::mails::digest(app, lotte).await,
        account::mails::password_link(app, "sam@kestrel.example").await,
        account::mails::second_factor(app, sam, SecondFactorNews::Set).await,
        account::mails::second_factor(app, sam, SecondFactorNews::Removed).await,
        account::mails::sign_in(app, sam, SignInNews::PasskeyAdded).await,
        account::mails::sign_in(app, sam, SignInNews::PasskeyRemoved).await,
        account::mails::provider_link(app, proposal).await,
        account::mails::sign_in(app, sam, SignInNews::ProviderLinked).await,
        account::mails::sign_in(app, sam, SignInNews::ProviderUnlinked).await,
        account::mails::sign_in(app, sam, SignInNews::PasswordRemoved).await,
        account::mails::account(app, sam, &AccountNews::DataTaken).await,
        account::mails::account(app, sam, &AccountNews::RolesGiven).await,
        Ok(Some(account::mails::deleted(app, "sam@kestrel.example", "Sam Example", locale, &[]))),
        Ok(Some(account::mails::deleted(app, "sam@kestrel.example", "Sam Example", locale, &told_late))),
        articles::mails::news(app, amber, sam, ArticleNews::Published).await,
    ];
    mails.extend(account_mails(site, &mut conn, (sam, lotte)).await);
    mails.extend(items_mails(site, &mut conn, sam).await);
    mails.extend(invitation_mails(site, &mut conn, lotte).await);
    mails.extend(members_mails(site, &mut conn, sam).await);
    conn.execute("update members set state = 'left' where email = 'marek@kestrel.example'").await.expect("leaves");
    mails.push(account::mails::password_link(app, "marek@kestrel.example").await);
    conn.execute("update members set state = 'active' where email = 'marek@kestrel.example'").await.expect("is back");
    let members_own = format!("update join_requests set email = 'sam@kestrel.example' where id = '{unproven}'");
    conn.execute(AssertSqlSafe(members_own)).await.expect("a member asks to join");
    mails.push(join::mails::proof(app, unproven).await);
    let strangers_again = format!("update join_requests set email = 'stranger@nieuw.example' where id = '{unproven}'");
    conn.execute(AssertSqlSafe(strangers_again)).await.expect("a stranger again");
    conn.execute("update join_requests set decision_note = '' where state = 'approved'").await.expect("without a note");
    mails.push(join::mails::approved(app, approved, sam).await);
    for news in [
        ArticleNews::Submitted,
        ArticleNews::Assigned,
        ArticleNews::Approved,
        ArticleNews::ChangesAsked,
        ArticleNews::Published,
    ] {
        mails.push(articles::mails::news(app, text, sam, news).await);
    }
    mails.into_iter().map(|mail| mail.expect("is written").expect("has somebody to go to")).collect()
}

/// The mails about what guards an account: to Sam.
async fn account_mails(
    site: &Site,
    conn: &mut PgConnection,
    (sam, lotte): (Uuid, Uuid),
) -> Vec<polder::error::Result<Option<Message>>> {
    let (app, at) = (&site.app, site.app.clock.now());
    let (open, taken, done, recovery) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let rows = format!(
        "delete from address_changes; delete from factor_recoveries;
         insert into address_changes (id, member_id, old_email, new_email, asked_at, old_at, new_at, done_at)
         select '{open}'::uuid, id, email, 'sam@nieuw.example', created_at, null, null, null from members where id = '{sam}'
         union all select '{done}', id, email, 'sam@nieuw.example', created_at, created_at, created_at, created_at from members where id = '{sam}'
         union all select '{taken}', id, email, 'sam@kestrel.example', created_at, null, null, null from members where id = '{lotte}';
         insert into factor_recoveries (id, member_id, started_by, reason, started_at, due_at)
         select '{recovery}', '{sam}', '{lotte}', 'Called back.', created_at, created_at + interval '3 days' from members where id = '{sam}'"
    );
    conn.execute(AssertSqlSafe(rows)).await.expect("changes");
    let device = |device: &str| AccountNews::NewDevice { device: device.into(), at };
    vec![
        account::mails::account(app, sam, &device("Firefox, Linux")).await,
        account::mails::account(app, sam, &device("")).await,
        account::mails::account(app, sam, &AccountNews::PasswordSet).await,
        account::mails::account(app, sam, &AccountNews::RecoveryCodeUsed).await,
        account::mails::address_proof(app, open, Mailbox::Old).await,
        account::mails::address_proof(app, open, Mailbox::New).await,
        account::mails::address_proof(app, taken, Mailbox::New).await,
        account::mails::address_changed(app, done, Mailbox::Old).await,
        account::mails::address_changed(app, done, Mailbox::New).await,
        account::mails::recovery(app, recovery, sam, RecoveryNews::Started).await,
        account::mails::recovery(app, recovery, sam, RecoveryNews::Stopped).await,
        account::mails::recovery(app, recovery, sam, RecoveryNews::Done).await,
    ]
}

/// The mails about invitations and vouching: by Lotte, to somebody new and to Sam; Kees is named by an applicant.
async fn invitation_mails(
    site: &Site,
    conn: &mut PgConnection,
    lotte: Uuid,
) -> Vec<polder::error::Result<Option<Message>>> {
    let app = &site.app;
    let waiting = request(conn, "waiting").await;
    conn.execute(
        "insert into invitations (id, state, since, email, organisation_id, invited_by, language, note, created_at, expires_at)
         select md5(v.email)::uuid, 'open', m.created_at, v.email, o.id, m.id, m.language, v.note, m.created_at, '2099-01-01'
         from (values ('one@nieuw.example', ''), ('two@nieuw.example', 'Come.'), ('sam@kestrel.example', '')) v (email, note),
             members m, organisations o
         where m.email = 'lotte@voorbeeldpolder.example' and o.slug = 'kestrel-controls'
         on conflict (id) do update set language = excluded.language",
    )
    .await
    .expect("three invitations");
    conn.execute(
        "insert into vouch_asks (request_id, email, at) select id, 'kees@voorbeeldland.example', created_at
         from join_requests where state = 'waiting' on conflict do nothing",
    )
    .await
    .expect("Kees is named");
    let one = id(conn, "select md5('one@nieuw.example')::uuid").await;
    let two = id(conn, "select md5('two@nieuw.example')::uuid").await;
    let sams = id(conn, "select md5('sam@kestrel.example')::uuid").await;
    vec![
        join::invitations::mails::invitation(app, one, lotte).await,
        join::invitations::mails::invitation(app, two, lotte).await,
        join::invitations::mails::invitation(app, sams, lotte).await,
        join::invitations::mails::accepted(app, lotte).await,
        join::invitations::mails::declined(app, one, lotte).await,
        join::invitations::mails::vouch(app, waiting, "kees@voorbeeldland.example").await,
        join::mails::news(app, waiting, JoinNews::Waiting).await,
    ]
}

/// The mails about memberships: to Sam, and to the coordinator of Kestrel.
async fn members_mails(site: &Site, conn: &mut PgConnection, sam: Uuid) -> Vec<polder::error::Result<Option<Message>>> {
    let kestrel = id(conn, "select id from organisations where slug = 'kestrel-controls'").await;
    let fatima = id(conn, "select id from members where email = 'fatima@kestrel.example'").await;
    let asked = format!("update memberships set asked_at = since where member_id = '{sam}'");
    conn.execute(AssertSqlSafe(asked)).await.expect("Sam is asked about");
    let mut mails = vec![members::mails::asked(&site.app, kestrel, fatima).await];
    for news in [
        MembershipNews::Left,
        MembershipNews::Ended,
        MembershipNews::Departed,
        MembershipNews::Asleep,
        MembershipNews::Woken,
        MembershipNews::Roles,
    ] {
        mails.push(members::mails::news(&site.app, sam, kestrel, news).await);
    }
    let (tess, lotte) = (id(conn, "select id from members where slug = 'tess-testdijk'").await, id(conn, LOTTE).await);
    let sleeps = format!(
        "update memberships set until = since, ended_because = 'asleep', wake_asked_at = since where member_id = '{tess}'"
    );
    conn.execute(AssertSqlSafe(sleeps)).await.expect("Tess sleeps and asks");
    for reader in [fatima, lotte] {
        mails.push(members::mails::wake_asked(&site.app, tess, kestrel, reader).await);
        mails.push(members::mails::left(&site.app, sam, kestrel, reader).await);
        mails.push(members::mails::deleted(&site.app, "Sam Example", kestrel, reader).await);
    }
    let wakes = format!("update memberships set until = null where member_id = '{tess}'");
    conn.execute(AssertSqlSafe(wakes)).await.expect("Tess is back");
    mails
}

/// The mails about labels: to Sam, of an article of Kestrel that its readers may name.
async fn items_mails(site: &Site, conn: &mut PgConnection, sam: Uuid) -> Vec<polder::error::Result<Option<Message>>> {
    let app = &site.app;
    let article = id(conn, "select id from articles where slug = 'supplier-remote-access'").await;
    let (why, silent, request) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
    let rows = format!(
        "insert into label_changes (id, item_id, from_label, to_label, wider, reason, by_id, at)
         select v.id::uuid, '{article}', 'GREEN', 'CLEAR', true, reason, '{sam}', m.created_at
         from members m, (values ('{why}', 'It is old by now.'), ('{silent}', '')) as v (id, reason) where m.id = '{sam}';
         insert into wider_requests (id, item_id, asked_by, asked_at, wanted, purpose, state)
         select '{request}', '{article}', id, created_at, 'CLEAR', 'For our supplier.', 'withdrawn' from members where id = '{sam}'"
    );
    conn.execute(AssertSqlSafe(rows)).await.expect("a label that changed, and a request");
    vec![
        items::mails::changed(app, article, why, sam, true).await,
        items::mails::changed(app, article, why, sam, false).await,
        items::mails::changed(app, article, silent, sam, false).await,
        items::mails::asked(app, request, sam).await,
        items::mails::answered(app, request, sam).await,
        items::mails::broken(app, article, sam).await,
    ]
}

#[tokio::test]
async fn every_mail_is_whole_in_both_languages() {
    let site = Site::demo().await;
    for locale in Locale::ALL {
        let kinds: BTreeSet<String> = all_keys(locale)
            .into_iter()
            .filter_map(|(key, _)| key.strip_suffix("-subject").filter(|key| key.contains("-mail-")).map(str::to_owned))
            .collect();
        let mails = all_mails(&site, locale).await;
        let written: BTreeSet<String> = mails.iter().map(|mail| mail.kind.to_owned()).collect();
        assert_eq!(written, kinds, "write each kind of mail here");
        for mail in &mails {
            assert_eq!(mail.locale, locale, "{}", mail.kind);
            for part in [&mail.subject, &mail.text] {
                assert!(!part.contains('⟦') && !part.contains("{$") && !part.contains("{ $"), "{}: {part}", mail.kind);
            }
            assert!(mail.subject.len() > 10 && mail.subject.chars().count() < 200, "{}: {}", mail.kind, mail.subject);
            assert!(!mail.subject.contains('\n'), "{}", mail.kind);
            assert!(mail.text.contains("http://polder.test/"), "{} leads nowhere: {}", mail.kind, mail.text);
            assert!(mail.text.contains("Test community"), "{} does not say who writes", mail.kind);
        }
    }
}

#[tokio::test]
async fn a_mail_names_a_text_with_its_label_first_and_a_strict_text_never() {
    let site = Site::demo().await;
    let mails = all_mails(&site, Locale::En).await;
    for mail in mails.iter().filter(|mail| mail.kind.starts_with("articles-mail-")) {
        if mail.kind == "articles-mail-waits" {
            // The last three are of its address, which is made from the title.
            for word in ["Safety", "SIS", "AMBER", "safety", "systems", "security"] {
                let words = mail.text.replace("Test community", "");
                assert!(!mail.subject.contains(word) && !words.contains(word), "{}: {}", mail.kind, mail.text);
            }
            assert!(mail.text.contains("http://polder.test/items/"), "{}", mail.text);
        } else {
            assert!(mail.subject.contains("TLP:CLEAR"), "{}: {}", mail.kind, mail.subject);
            let label = mail.text.find("TLP:CLEAR").expect("a label in the body");
            assert!(mail.text.find("historian").is_none_or(|title| label < title), "{}: {}", mail.kind, mail.text);
        }
    }
}
