//! Asking for a link: the answer is the same for any address.

use crate::support::Site;

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_and_no_mail() {
    let site = Site::demo().await;
    site.run("update members set state = 'suspended' where email = 'joost@voorbeeldland.example'").await;
    let mut answers = Vec::new();
    for email in ["kees@voorbeeldland.example", "nobody@nowhere.example", "joost@voorbeeldland.example"] {
        let mut actor = site.anon();
        let sent = actor.post("/account/new-link", &[("email", email)]).await;
        let mut headers = sent.headers().clone();
        headers.remove("x-request-id");
        let page = actor.follow(&sent).await;
        answers.push((sent.status(), headers, sent.body().to_owned(), page.text("main")));
    }
    assert!(answers.windows(2).all(|two| two[0] == two[1]), "{answers:?}");
    site.tick().await;
    let to: Vec<_> = site.mails().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to.len(), 1, "{to:?}");
    assert!(to[0].contains("kees@voorbeeldland.example"));
}

#[tokio::test]
async fn what_is_no_address_comes_back_with_a_sentence() {
    let site = Site::demo().await;
    for email in ["", "kees", "kees@localhost", "a@b.example,c@d.example"] {
        let answer = site.anon().post("/account/new-link", &[("email", email)]).await;
        assert_eq!(answer.status(), 422, "{email:?}");
        assert!(answer.has("#email-error"));
        assert_eq!(answer.value("email"), email);
    }
}

#[tokio::test]
async fn the_link_goes_to_the_address_of_the_account_and_never_to_the_host_that_was_asked() {
    let site = Site::demo().await;
    let mut attacker = site.anon().with_header("host", "evil.example").with_header("x-forwarded-host", "evil.example");
    assert_eq!(attacker.post("/account/new-link", &[("email", "KEES@voorbeeldland.example")]).await.status(), 303);
    let mail = site.mails_to("kees@voorbeeldland.example").await.pop().expect("a mail");
    assert!(mail.text.contains("http://polder.test/account/password/"), "{}", mail.text);
    assert!(!mail.raw.contains("evil.example"));
    assert_eq!(mail.language, "nl", "in the language of the account");
}
