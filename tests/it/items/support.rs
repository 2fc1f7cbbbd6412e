//! Items of every label by Kestrel, and the people of the scene around them.

use crate::house::scene::{self, Scene, Stand};
use crate::support::{Actor, Answer};
use uuid::Uuid;

pub const SAM: &str = "sam@kestrel.example";
pub const PIA: &str = "pia@kestrel.example";
pub const LENA: &str = "lena@elsewhere.example";
pub const KEES: &str = "kees@voorbeeldland.example";
pub const NINA: &str = "nina@elsewhere.example";
pub const ZOE: &str = "zoe@elsewhere.example";

/// A published article; its id. Its address is `/articles/made-<id>`.
pub async fn article(scene: &Scene, label: &str) -> Uuid {
    article_for(scene, label, scene::usual(label)).await
}

/// The same for a certain audience.
pub async fn article_for(scene: &Scene, label: &str, audience: &[&str]) -> Uuid {
    scene::article_for(&mut scene.owner().await, (label, audience), Stand::Published).await.0
}

/// The revision that readers of an article get.
pub async fn revision(scene: &Scene, article: Uuid) -> String {
    scene.site.word(&format!("select published_id::text from articles where id = '{article}'")).await
}

/// The label that an item has now.
pub async fn label_of(scene: &Scene, item: Uuid) -> String {
    scene.site.word(&format!("select label::text from items where id = '{item}'")).await
}

/// Sends another label, from the page as it is now.
pub async fn relabel(actor: &mut Actor, item: Uuid, fields: &[(&str, &str)]) -> Answer {
    let address = format!("/items/{item}/label");
    let began = actor.get(&address).await.value("began");
    actor.post(&address, &[&[("began", began.as_str()), ("action", "save")], fields].concat()).await
}

/// Asks for wider sharing; the address of the request.
pub async fn ask(actor: &mut Actor, item: Uuid) -> String {
    let form = [("label", "GREEN"), ("purpose", "For our supplier, who mends the pumps.")];
    actor.post(&format!("/items/{item}/wider"), &form).await.location().to_owned()
}

/// The form that breaks the glass.
pub fn glass(address: &str) -> [(&'static str, String); 4] {
    [
        ("address", address.to_owned()),
        ("ground", "abuse-report".to_owned()),
        ("reason", "Somebody reported this text as abuse.".to_owned()),
        ("told", "yes".to_owned()),
    ]
}

/// Breaks it.
pub async fn break_glass(actor: &mut Actor, address: &str) -> Answer {
    let fields = glass(address);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    actor.post("/items/break-glass", &fields).await
}
