//! The partner organisations: public, with their practices and people as far as the reader may see them.

mod clients;
mod departure;
mod domains;
mod people;

use crate::support::Site;

#[tokio::test]
async fn all_initiators_are_listed_by_name_and_kind_and_nothing_is_said_for_them() {
    let site = Site::demo().await;
    let list = site.anon().get("/partners").await;
    assert_eq!(list.texts(".card .meta").iter().filter(|text| text.contains("Initiator")).count(), 20);
    assert_eq!(
        site.number("select count(*) from organisations where initiator and (about_en || about_nl) <> ''").await,
        0
    );
    for name in ["ASML", "TNO", "Rijnland", "Hoogheemraadschap van Schieland & de Krimpenerwaard"] {
        assert!(list.texts(".card h3").contains(&name.to_owned()), "{name}");
    }
}

#[tokio::test]
async fn a_partners_page_shows_each_reader_their_own_part() {
    let site = Site::demo().await;
    let visitor = site.anon().get("/partners/kestrel-controls").await;
    assert!(visitor.texts(".item-label .tlp").iter().all(|label| label == "TLP:CLEAR"));
    assert!(!visitor.has("#people"), "no names for visitors");
    let member = site.member().await.get("/partners/kestrel-controls").await;
    assert!(member.texts(".item-label .tlp").contains(&"TLP:AMBER".to_owned()), "his organisation is named");
    assert!(member.has("#people"));
    let label = member.text(".sheet-head .tlp");
    assert_eq!(label, "TLP:AMBER+STRICT", "the strictest that it shows: whose client his organisation is");
}

#[tokio::test]
async fn it_speaks_the_readers_language() {
    let site = Site::demo().await;
    let english = site.anon().get("/partners/waterschap-voorbeeldland").await;
    let dutch = site.anon().reading("nl").get("/partners/waterschap-voorbeeldland").await;
    assert_ne!(english.text("main p.measure"), dutch.text("main p.measure"));
    assert_eq!(site.anon().get("/partners/nobody").await.status(), 404);
}
