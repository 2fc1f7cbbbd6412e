//! A mail is in the language of the one who gets it, not of the one who caused it.

use crate::articles::support::{form, submitted};
use crate::support::{Mail, Site};

const KEES: &str = "kees@voorbeeldland.example";
const LOTTE: &str = "lotte@voorbeeldpolder.example";
const KOEN: &str = "koen@nieuw.example";

fn is_dutch(mail: &Mail) -> bool {
    mail.language == "nl" && mail.text.starts_with("Beste ") && mail.text.contains("Je krijgt deze mail")
}

fn is_english(mail: &Mail) -> bool {
    mail.language == "en" && mail.text.starts_with("Dear ") && mail.text.contains("You get this mail")
}

#[tokio::test]
async fn an_applicant_is_written_to_in_the_language_of_the_request() {
    let site = Site::demo().await;
    site.run(&format!("update members set language = 'en' where email = '{LOTTE}'")).await;
    let mut asked = crate::join::main_path::form();
    asked.iter_mut().filter(|field| field.0 == "language").for_each(|field| field.1 = "nl");
    // Both read the site in English.
    let mut koen = site.anon();
    assert_eq!(koen.post("/join", &asked).await.status(), 303);
    let proof = site.mails_to(KOEN).await.pop().expect("a mail");
    assert!(is_dutch(&proof) && proof.subject == "Bevestig je e-mailadres", "{}", proof.raw);
    assert_eq!(koen.post(&proof.link(), &[]).await.status(), 303);
    let told = site.mails_to(LOTTE).await.pop().expect("a mail");
    assert!(is_english(&told) && told.subject == "A join request waits for you", "{}", told.raw);
    let mut lotte = site.liaison().await;
    let queue = lotte.get("/join/requests").await;
    let at = queue.texts("tbody th a").iter().position(|name| name == "Koen Verzinsel").expect("in the queue");
    let request = queue.attributes("tbody th a", "href").swap_remove(at);
    assert_eq!(lotte.post(&format!("{request}/approve"), &[("note", "Hello.")]).await.status(), 303);
    let welcome = site.mails_to(KOEN).await.pop().expect("a mail");
    assert!(is_dutch(&welcome) && welcome.subject.starts_with("Welkom bij"), "{}", welcome.raw);
}

#[tokio::test]
async fn a_member_is_written_to_in_the_language_of_the_account() {
    let site = Site::demo().await;
    for (account, browser, subject) in [("nl", "en", "Nieuw wachtwoord instellen"), ("en", "nl", "Set a new password")]
    {
        site.run(&format!("update members set language = '{account}' where email = '{KEES}'")).await;
        let mut kees = site.anon().reading(browser);
        assert_eq!(kees.post("/account/new-link", &[("email", KEES)]).await.status(), 303);
        let mail = site.mails_to(KEES).await.pop().expect("a mail");
        assert_eq!(mail.subject, subject);
        assert!(if account == "nl" { is_dutch(&mail) } else { is_english(&mail) }, "{}", mail.raw);
    }
}

#[tokio::test]
async fn news_of_a_text_is_in_the_readers_language_and_its_title_as_it_was_written() {
    let site = Site::demo().await;
    site.run(&format!("update members set language = 'nl' where email = '{LOTTE}'")).await;
    submitted(&mut site.publisher().await, &form(&site, "Pumps of Delft").await).await;
    let mail = site.mails_to(LOTTE).await.pop().expect("a mail");
    assert!(is_dutch(&mail), "{}", mail.raw);
    assert_eq!(mail.subject, "TLP:GREEN Pumps of Delft: ingediend");
}
