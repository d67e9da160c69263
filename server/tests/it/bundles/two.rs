//! Two installations that know each other.

use axum::http::Method;
use domain::{
    ForumKind,
    bundle::host,
    permission::Role,
    referral::Refers,
    typed::{Charter, Name},
};
use entity::{Reader, account, dispatch, forum, peer, referral, verb::Founding};
use server::bundle::{Carried, Delivery, Here, Turned};

use crate::support::{Browser, FIRST, Page, TestApp, World};

/// `a` has a text, and `b` has the Harbour Conference. Both have a forum, a draft and people of the same names.
pub struct Two {
    pub a: World,
    pub b: World,
}

impl Two {
    /// They know each other, and send by the network.
    pub async fn in_touch() -> Self {
        Self::known("https").await
    }

    /// They know each other, and people carry files.
    pub async fn by_hand() -> Self {
        Self::known("hand").await
    }

    async fn known(way: &str) -> Self {
        let two = Self::strangers().await;
        meet(&two.a, &two.b, way).await;
        meet(&two.b, &two.a, way).await;
        confirm(&two.a, &two.b, "confirm").await;
        confirm(&two.b, &two.a, "confirm").await;
        enter_harbour(&two.a, &two.b).await;
        two
    }

    /// Neither has heard of the other.
    pub async fn strangers() -> Self {
        let a = World::on(TestApp::on_sqlite().await.listening().await, FIRST).await;
        let b = World::on(TestApp::new().await.listening().await, FIRST).await;
        let root = root(&b).await;
        let (db, now) = (b.db(), b.now());
        let founding = Founding {
            slug: "harbour".to_owned(),
            name: Name::parse("Harbour Conference").unwrap(),
            kind: ForumKind::Multilateral,
            parent: None,
            prefix: "HC".to_owned(),
            charter: Charter::parse("We meet once a year.").unwrap(),
            zone: "Europe/Lisbon".to_owned(),
            late_comments: false,
        };
        let harbour = root.found(db, founding, now).await.unwrap();
        root.give_role(db, &harbour, b.ada.id, Role::Secretariat, now).await.unwrap();
        root.give_role(db, &harbour, b.ben.id, Role::Editor, now).await.unwrap();
        for world in [&a, &b] {
            let ada = world.reader(&world.ada).await;
            let forum = forum::Entity::by_id(world.db().read(), world.draft.forum_id).await.unwrap();
            ada.change_referring(world.db(), &forum, Refers::Published, 0, world.now()).await.unwrap();
        }
        let ada = b.reader(&b.ada).await;
        ada.change_referring(db, &harbour, Refers::Published, 0, now).await.unwrap();
        Self { a, b }
    }

    /// Ada refers the text of `a` to the Harbour Conference; gives the page of the referral.
    pub async fn refers(&self) -> String {
        let mut ada = self.a.as_(&self.a.ada).await;
        let at = self.a.page("/referrals/new");
        let page = ada.get(&at).await;
        assert!(page.main_text().contains("Harbour Conference"), "{}", page.main_text());
        let (due, to) = (page.field("due").unwrap(), format!("harbour@{}", host_of(&self.b)));
        let fields = [
            ("page", at.as_str()),
            ("version", "1"),
            ("to", &to),
            ("purpose", "review"),
            ("sought", "adopt"),
            ("due", &due),
            ("keeper", "sender"),
            ("licence", "Free"),
            ("comes-back", "yes"),
            ("contact", "The secretariat"),
            ("note", "Ten governments have agreed this."),
        ];
        let prepared = ada.post(&at, &fields).await;
        assert_eq!(prepared.status, 303, "{}", prepared.main_text());
        let page = prepared.header("location").to_owned();
        let sent = ada.post(&format!("{page}/sending"), &[("page", page.as_str())]).await;
        assert_eq!(sent.status, 303, "{}", sent.main_text());
        page
    }

    /// The page at `b` of a referral of `a`.
    pub fn there(&self, page: &str) -> String {
        let own = self.a.page("");
        format!("{}%40{}{}", own, host_of(&self.a).replace(':', "%3A"), &page[own.len()..])
    }

    /// Ada of the Harbour Conference does something with the referral.
    pub async fn does(&self, page: &str, form: &str, fields: &[(&str, &str)]) -> Page {
        let mut ada = self.b.as_(&self.b.ada).await;
        let page = self.there(page);
        let all: Vec<_> = [("page", page.as_str())].into_iter().chain(fields.iter().copied()).collect();
        ada.post(&format!("{page}/{form}"), &all).await
    }

    /// The bundle that `a` makes of its first referral.
    pub async fn sent(&self) -> Vec<u8> {
        let db = self.a.db();
        let row = referral::Entity::numbered(db.read(), self.a.draft.id, 1).await.unwrap();
        here(&self.a).make(&row, self.a.now()).await.unwrap()
    }
}

pub fn here(world: &World) -> Here<'_> {
    let state = &world.app.state;
    Here { db: &state.db, signer: &state.signer, url: &state.url }
}

/// What comes of a bundle that somebody of the forum brings.
pub async fn bring(world: &World, bundle: Vec<u8>) -> Result<entity::verb::TakenIn, Turned> {
    let ada = world.reader(&world.ada).await;
    here(world).take(bundle, Carried::By(&ada), world.now()).await
}

/// Sends what waits.
pub async fn deliver(world: &World) {
    Delivery::begin(world.app.state.clone()).look().await.unwrap();
}

pub fn host_of(world: &World) -> String {
    host(&world.app.state.url).unwrap().to_owned()
}

pub async fn root(world: &World) -> Reader {
    let (db, now) = (world.db(), world.now());
    let root = account::Entity::by_email(db.read(), "root@example.org").await.unwrap().unwrap();
    Reader::of(db, root.id, now).await.unwrap().unwrap()
}

async fn admin(world: &World) -> Browser {
    let mut root = world.app.browser();
    root.sign_in("root@example.org").await;
    root
}

/// The administrator of one site enters the other.
pub async fn meet(world: &World, other: &World, way: &str) {
    let fingerprint = other.app.state.signer.fingerprint();
    let spaced = format!("{} {}", &fingerprint[..8], fingerprint[8..].to_uppercase());
    let fields = [
        ("page", "/admin/peers"),
        ("peer_name", "The other site"),
        ("address", &*other.app.state.url),
        ("fingerprint", &spaced),
        ("way", way),
    ];
    let added = admin(world).await.post("/admin/peers", &fields).await;
    assert_eq!(added.status, 303, "{}", added.main_text());
}

/// The administrator of one site confirms or blocks the other.
pub async fn confirm(world: &World, other: &World, decision: &str) {
    let peer = peer_of(world, other).await.id.to_string();
    let fields = [("page", "/admin/peers"), ("peer", &peer), ("decision", decision)];
    let decided = admin(world).await.post("/admin/peers/decision", &fields).await;
    assert_eq!(decided.status, 303, "{}", decided.main_text());
}

pub async fn peer_of(world: &World, other: &World) -> peer::Model {
    peer::Entity::at_host(world.db().read(), &host_of(other)).await.unwrap().unwrap()
}

async fn enter_harbour(world: &World, other: &World) {
    let peer = peer_of(world, other).await.id.to_string();
    let fields = [
        ("page", "/admin/peers"),
        ("peer", peer.as_str()),
        ("forum_name", "Harbour Conference"),
        ("forum_slug", "harbour"),
        ("zone", "Europe/Lisbon"),
    ];
    let entered = admin(world).await.post("/admin/peers/forums", &fields).await;
    assert_eq!(entered.status, 303, "{}", entered.main_text());
}

/// What the page of other sites says to the administrator.
pub async fn peers_page(world: &World) -> String {
    admin(world).await.get("/admin/peers").await.main_text()
}

/// What waits to be sent, or was refused.
pub async fn waiting(world: &World) -> Vec<dispatch::Model> {
    dispatch::Entity::in_trouble(world.db().read(), 100).await.unwrap()
}

/// Posts a file in the field `bundle`.
pub async fn upload(browser: &mut Browser, path: &str, page: &str, file: &[u8]) -> Page {
    let mut body = format!(
        "--x\r\ncontent-disposition: form-data; name=\"page\"\r\n\r\n{page}\r\n--x\r\ncontent-disposition: form-data; name=\"bundle\"; filename=\"b.zip\"\r\ncontent-type: application/zip\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--x--\r\n");
    browser.send(Method::POST, path, Some("multipart/form-data; boundary=x"), body).await
}

/// How many events there are.
pub async fn events(world: &World) -> i64 {
    entity::event::Entity::last(world.db().read()).await.unwrap().map_or(0, |last| last.sequence)
}
