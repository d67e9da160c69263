use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{
    Form, Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the provider knows of whoever comes next, and how it misbehaves.
#[derive(Clone, Debug)]
pub struct Says {
    /// Claims that are put in the place of what it would say.
    pub claims: BTreeMap<String, Value>,
    /// Whether it answers at all.
    pub is_up: bool,
    /// Whether the codes it gave are too old.
    pub is_late: bool,
}

struct Inner {
    issuer: String,
    says: Says,
    key: EcdsaKeyPair,
    /// The key it shows, where that is another one.
    shown: Option<EcdsaKeyPair>,
    kid: u32,
    nonce: String,
    challenge: String,
    client: String,
    /// How often its keys were asked for.
    asked: u32,
}

/// A provider of OpenID Connect on this machine, which signs with a key of its own and says what it is told to; and of OAuth 2.
#[derive(Clone)]
pub struct Provider(Arc<Mutex<Inner>>);

impl Provider {
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let says = Says { claims: BTreeMap::new(), is_up: true, is_late: false };
        let provider = Self(Arc::new(Mutex::new(Inner {
            issuer,
            says,
            key: new_key(),
            shown: None,
            kid: 1,
            nonce: String::new(),
            challenge: String::new(),
            client: "comity".to_owned(),
            asked: 0,
        })));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/oauth/token", post(oauth_token))
            .route("/user", get(user))
            .route("/emails", get(emails))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        provider
    }

    pub fn issuer(&self) -> String {
        self.0.lock().unwrap().issuer.clone()
    }

    /// The configuration that names it twice: as OpenID Connect and as OAuth 2.
    pub fn written(&self) -> String {
        let issuer = self.issuer();
        format!(
            "[ministry]\nname = \"Ministry of Aravel\"\nissuer = \"{issuer}\"\nclient = \"comity\"\nsecret = \"hush\"\n\
             stakeholder_claim = \"groups\"\nstakeholders = {{ \"aravel-staff\" = \"aravel\" }}\n\
             [code]\nkind = \"oauth2\"\nname = \"Code House\"\nclient = \"c\"\nsecret = \"s\"\nauthorize = \"{issuer}/oauth\"\n\
             token = \"{issuer}/oauth/token\"\nperson = \"{issuer}/user\"\nemails = \"{issuer}/emails\"\n"
        )
    }

    pub fn says(&self, name: &str, value: Value) {
        self.0.lock().unwrap().says.claims.insert(name.to_owned(), value);
    }

    /// Says again what it says by itself.
    pub fn forgets(&self, name: &str) {
        self.0.lock().unwrap().says.claims.remove(name);
    }

    /// Signs with a key that is not among those it shows.
    pub fn forges(&self) {
        let mut inner = self.0.lock().unwrap();
        inner.shown = Some(std::mem::replace(&mut inner.key, new_key()));
    }

    pub fn is_up(&self, up: bool) {
        self.0.lock().unwrap().says.is_up = up;
    }

    pub fn is_late(&self) {
        self.0.lock().unwrap().says.is_late = true;
    }

    pub fn keys_asked(&self) -> u32 {
        self.0.lock().unwrap().asked
    }

    /// Signs with another key from now on.
    pub fn rotates(&self) {
        let mut inner = self.0.lock().unwrap();
        inner.kid += 1;
        inner.key = new_key();
    }

    /// What somebody who signs in there comes back with: the path of the way back, from the address that led there.
    pub fn signs_in(&self, way: &str) -> String {
        let query: BTreeMap<_, _> =
            way.split_once('?').unwrap().1.split('&').map(|pair| pair.split_once('=').unwrap()).collect();
        let mut inner = self.0.lock().unwrap();
        inner.nonce = query.get("nonce").copied().unwrap_or_default().to_owned();
        inner.challenge = query["code_challenge"].to_owned();
        assert_eq!(query["code_challenge_method"], "S256");
        let redirect = query["redirect_uri"].replace("%3A", ":").replace("%2F", "/");
        let path = redirect.strip_prefix("http://comity.example").unwrap();
        format!("{path}?code=abc&state={}", query["state"])
    }

    /// A token that it signs.
    pub fn signed(&self, kind: &str, claims: &Value) -> String {
        self.0.lock().unwrap().signed(kind, claims)
    }
}

fn new_key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).unwrap()
}

impl Inner {
    fn signed(&self, kind: &str, claims: &Value) -> String {
        let head = json!({ "alg": "ES256", "typ": kind, "kid": self.kid.to_string() });
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let words = format!("{}.{}", part(&head), part(claims));
        let signature = self.key.sign(&SystemRandom::new(), words.as_bytes()).unwrap();
        format!("{words}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

async fn discovery(State(provider): State<Provider>) -> Response {
    let inner = provider.0.lock().unwrap();
    if !inner.says.is_up {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let issuer = &inner.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "end_session_endpoint": format!("{issuer}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
    .into_response()
}

async fn keys(State(provider): State<Provider>) -> Response {
    let mut inner = provider.0.lock().unwrap();
    inner.asked += 1;
    let point = inner.shown.as_ref().unwrap_or(&inner.key).public_key().as_ref();
    let coordinate = |from: usize| URL_SAFE_NO_PAD.encode(&point[from..from + 32]);
    let key = json!({
        "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": inner.kid.to_string(),
        "x": coordinate(1), "y": coordinate(33),
    });
    Json(json!({ "keys": [key] })).into_response()
}

fn proves(inner: &Inner, form: &BTreeMap<String, String>) -> bool {
    let verifier = form.get("code_verifier").map(String::as_str).unwrap_or_default();
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())) == inner.challenge
}

async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let inner = provider.0.lock().unwrap();
    if !inner.says.is_up {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let secret = base64::engine::general_purpose::STANDARD.encode("comity:hush");
    assert_eq!(headers["authorization"].to_str().unwrap(), format!("Basic {secret}"));
    if inner.says.is_late || !proves(&inner, &form) {
        return (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response();
    }
    let now = server::clock::Clock::default().now().timestamp();
    let mut claims = json!({
        "iss": inner.issuer, "aud": inner.client, "sub": "248289761001", "exp": now + 300, "iat": now,
        "nonce": inner.nonce, "sid": "at-the-ministry", "email": "nadia@aravel.example", "email_verified": true,
        "name": "Nadia Haddad",
    });
    for (name, value) in &inner.says.claims {
        claims[name] = value.clone();
    }
    let id_token = inner.signed("JWT", &claims);
    Json(json!({ "access_token": "a", "token_type": "Bearer", "id_token": id_token })).into_response()
}

async fn oauth_token(
    State(provider): State<Provider>,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    let inner = provider.0.lock().unwrap();
    if inner.says.is_late || !proves(&inner, &form) {
        return Json(json!({ "error": "bad_verification_code" })).into_response();
    }
    Json(json!({ "access_token": "a", "token_type": "bearer", "scope": "" })).into_response()
}

async fn user(headers: HeaderMap) -> Response {
    assert_eq!(headers["authorization"].to_str().unwrap(), "Bearer a");
    Json(json!({ "id": 4711, "login": "tarik", "name": "Tarik Sol", "email": "public@sol.example" }))
        .into_response()
}

async fn emails(State(provider): State<Provider>) -> Response {
    let inner = provider.0.lock().unwrap();
    let verified = inner.says.claims.get("email_verified").cloned().unwrap_or(json!(true));
    Json(json!([
        { "email": "old@sol.example", "primary": false, "verified": true },
        { "email": "tarik@sol.example", "primary": true, "verified": verified },
    ]))
    .into_response()
}
