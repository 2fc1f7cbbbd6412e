//! The way in: requests, invitations and vouching.

use super::{FATIMA, KEES, LOTTE, NOOR, Walker};

impl Walker {
    /// A request to join, at each of its stations.
    pub(super) async fn join(&mut self) {
        self.post("anon", "/join", &crate::join::main_path::form(), 303).await;
        let link = self.site.mails_to("koen@nieuw.example").await.pop().expect("a mail").link();
        self.get("anon", &link).await;
        self.post("anon", &link, &[], 303).await;
        let own = crate::join::support::status(&link);
        self.get("anon", &own).await;
        self.post("anon", &format!("{own}/add"), &[], 422).await;
        self.get(LOTTE, "/join/requests").await;
        let request = self.last().attributes("tbody th a", "href").pop().expect("a request");
        self.post(LOTTE, &format!("{request}/ask"), &[("question", "What do you run yourself?")], 303).await;
        self.get(LOTTE, &request).await;
        self.get("anon", &own).await;
        self.post("anon", &format!("{own}/answer"), &[("message", "Two pumps.")], 303).await;
        self.post("anon", &format!("{own}/answer"), &[("message", "Two pumps.")], 409).await;
        for tab in ["asked", "approved", "declined", "withdrawn", "expired"] {
            self.get(LOTTE, &format!("/join/requests?state={tab}")).await;
        }
        let id = request.rsplit('/').next().unwrap_or_default().to_owned();
        for address in [
            "/join/notices",
            "/partners/kestrel-controls/domains",
            "/join/requests/bulk",
            "/join/requests?q=x&domain=free",
        ] {
            self.get(LOTTE, address).await;
        }
        self.get(LOTTE, &format!("/join/requests/bulk?request={id}")).await;
        self.invitations(&own, &id).await;
        self.post(LOTTE, "/join/notices", &[], 422).await;
        self.post(LOTTE, "/partners/kestrel-controls/domains", &[("domain", "x")], 422).await;
        self.post(LOTTE, &format!("{request}/approve"), &[("organisation", "nowhere")], 422).await;
        self.post(LOTTE, &format!("{request}/decline"), &[], 422).await;
        self.post(LOTTE, &format!("{request}/approve"), &[("note", "Welcome.")], 303).await;
        self.post(LOTTE, &format!("{request}/approve"), &[], 409).await;
        self.get(LOTTE, &format!("/join/requests/bulk?request={id}&done=yes")).await;
        self.get("anon", &own).await;
        let welcome = self.site.mails_to("koen@nieuw.example").await.pop().expect("a welcome").link();
        self.get("anon", &welcome).await;
        self.post("anon", &welcome, &[("password", "short")], 422).await;
        let password = [("password", "a long enough sentence"), ("password_again", "a long enough sentence")];
        let mut koen = self.site.anon().reading(self.language);
        let set = koen.post(&welcome, &password).await;
        let profile = koen.follow(&set).await;
        self.keep("a new member", "GET /account/profile", profile);
        self.post("anon", &welcome, &password, 410).await;
    }

    /// Invitations and vouching, at each of their stations.
    async fn invitations(&mut self, own: &str, id: &str) {
        self.post("anon", &format!("{own}/acquaintance"), &[], 422).await;
        self.post("anon", &format!("{own}/acquaintance"), &[("email", "noor@voorbeeldland.example")], 303).await;
        let vouch = format!("/join/vouch/{id}");
        self.get(NOOR, &vouch).await;
        self.post(NOOR, &vouch, &[], 422).await;
        self.post(NOOR, &vouch, &[("knows", "yes"), ("sentence", "We built a pump together.")], 303).await;
        self.get(NOOR, &vouch).await;
        self.post(NOOR, &vouch, &[("knows", "no")], 409).await;
        self.get(LOTTE, &format!("/join/requests/{id}")).await;
        for who in ["ada@nieuw.example", "bea@nieuw.example"] {
            let form = [("email", who), ("organisation", "kestrel-controls"), ("language", "en"), ("note", "Come.")];
            let by = if who.starts_with("ada") { LOTTE } else { FATIMA };
            self.post(by, "/join/invitations", &[("organisation", "kestrel-controls")], 422).await;
            self.post(by, "/join/invitations", &form, 303).await;
            self.get(by, "/join/invitations").await;
            let link = self.site.mails_to(who).await.pop().expect("an invitation").link();
            self.get("anon", &link).await;
            self.post("anon", &link, &[], 422).await;
            self.post("anon", &format!("{link}/decline"), &[], 303).await;
        }
        self.get("anon", "/join/declined").await;
        self.get(KEES, "/join/invitations").await;
    }
}
