//! The mail domains of an organisation: by them a request shows that somebody works there.

use crate::support::Site;

const DOMAINS: &str = "/partners/kestrel-controls/domains";

#[tokio::test]
async fn a_domain_under_which_anybody_has_an_address_is_no_organisations() {
    let site = Site::demo().await;
    let mut lotte = site.liaison().await;
    for domain in ["gmail.com", "GMAIL.com", "@outlook.com", "co.uk", "com.au", "kestrel", ".nl"] {
        let refused = lotte.post(DOMAINS, &[("domain", domain)]).await;
        assert_eq!((refused.status(), refused.value("domain").as_str()), (422, domain));
    }
    for domain in ["kestrel.co.uk", "co.example"] {
        assert_eq!(lotte.post(DOMAINS, &[("domain", domain)]).await.status(), 303, "{domain}");
    }
}
