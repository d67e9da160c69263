//! OpenID Connect: where a provider is, its keys, and what it says of somebody.
//!
//! What is discovered is kept for an hour, and the keys are asked for again as soon as a signature fits none, at most once in ten seconds,
//! so that a provider may change its keys whenever it likes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Display,
    sync::atomic::Ordering,
};

use chrono::{DateTime, TimeDelta, Utc};
use oauth2::{AuthType, basic::BasicErrorResponseType, url::Url};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AuthorizationCode, ClaimsVerificationError, Client, ClientId,
    ClientSecret, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet,
    IdTokenFields, IdTokenVerifier, IssuerUrl, JsonWebKeySet, Nonce, OAuth2TokenResponse, PkceCodeChallenge,
    PkceCodeVerifier, PostLogoutRedirectUrl, ProviderMetadataWithLogout, RedirectUrl, RequestTokenError,
    Scope, SignatureVerificationError, StandardErrorResponse, StandardTokenResponse, TokenResponse,
    UserInfoClaims,
    core::{
        CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClientAuthMethod, CoreErrorResponseType,
        CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
        CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
    },
};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Attempt, Provider, Shown, Unproven};
use crate::outgoing::{Calls, Outgoing};

/// How long what was discovered is good.
const GOOD: TimeDelta = TimeDelta::hours(1);
/// How soon the keys are asked for again.
const PAUSE: TimeDelta = TimeDelta::seconds(10);
/// How many seconds a provider that did not answer is left alone, so that people do not wait for each other.
const SILENCE: i64 = 5;
/// How far the clock of a provider may be from ours.
pub(super) const SKEW: TimeDelta = TimeDelta::minutes(2);
/// How old a token may be when it comes.
const FRESH: TimeDelta = TimeDelta::minutes(10);

/// The signatures that are believed: those that only the provider can make.
pub(super) const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The claims that are not those of the standard.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub(super) struct More {
    #[serde(flatten)]
    all: BTreeMap<String, Value>,
}

impl AdditionalClaims for More {}

type Tokens = StandardTokenResponse<
    IdTokenFields<
        More,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

/// A client of a provider that was discovered.
type Asking = Client<
    More,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// What was discovered of a provider.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) metadata: ProviderMetadataWithLogout,
    discovered: DateTime<Utc>,
    keys_read: DateTime<Utc>,
}

impl Provider {
    /// What is known of the provider, discovered when that is too old. While it does not answer, what was known before is good for a day.
    pub(super) async fn discovered(
        &self,
        outgoing: &Outgoing,
        issuer: &IssuerUrl,
        now: DateTime<Utc>,
    ) -> Result<Known, Unproven> {
        let mut known = self.known.lock().await;
        if let Some(known) = known.as_ref().filter(|known| now - known.discovered < GOOD) {
            return Ok(known.clone());
        }
        if now.timestamp() - self.failed.load(Ordering::Relaxed) < SILENCE && known.is_none() {
            return Err(Unproven::Away("it did not answer a moment ago".to_owned()));
        }
        let call = Calls { outgoing, named: &self.named };
        match ProviderMetadataWithLogout::discover_async(issuer.clone(), &call).await {
            Ok(metadata) => {
                let found = Known { metadata, discovered: now, keys_read: now };
                *known = Some(found.clone());
                Ok(found)
            }
            Err(error) => {
                self.failed.store(now.timestamp(), Ordering::Relaxed);
                let old = known.as_ref().filter(|known| now - known.discovered < TimeDelta::days(1));
                old.cloned().ok_or_else(|| Unproven::away(&error))
            }
        }
    }

    /// The keys of the provider as they are now, unless they were read a moment ago; tells whether they were.
    pub(super) async fn read_keys(
        &self,
        outgoing: &Outgoing,
        known: &mut Known,
        now: DateTime<Utc>,
    ) -> Result<bool, Unproven> {
        let mut kept = self.known.lock().await;
        if let Some(newer) = kept.as_ref().filter(|kept| kept.keys_read > known.keys_read) {
            *known = newer.clone();
            return Ok(true);
        }
        if now - known.keys_read < PAUSE {
            return Ok(false);
        }
        let call = Calls { outgoing, named: &self.named };
        let keys = JsonWebKeySet::fetch_async(known.metadata.jwks_uri(), &call).await;
        known.metadata = known.metadata.clone().set_jwks(keys.map_err(|error| Unproven::away(&error))?);
        known.keys_read = now;
        *kept = Some(known.clone());
        Ok(true)
    }

    fn asking(&self, known: &Known, redirect: &str) -> Result<Asking, Unproven> {
        let secret = self.secret.as_ref().map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        let metadata = known.metadata.clone();
        let methods = metadata.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let by_body = methods.contains(&CoreClientAuthMethod::ClientSecretPost)
            && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
        let redirect = RedirectUrl::new(redirect.to_owned()).map_err(|error| Unproven::refused(&error))?;
        let asking = Asking::from_provider_metadata(metadata, ClientId::new(self.client.clone()), secret);
        let method = if by_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(asking.set_redirect_uri(redirect).set_auth_type(method))
    }

    /// The address at the provider where somebody says who they are.
    pub(super) async fn openid_address(
        &self,
        outgoing: &Outgoing,
        issuer: &IssuerUrl,
        attempt: &Attempt,
        (redirect, locale): (&str, &str),
        now: DateTime<Utc>,
    ) -> Result<Url, Unproven> {
        let known = self.discovered(outgoing, issuer, now).await?;
        let asking = self.asking(&known, redirect)?;
        let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
        let (state, nonce) = (attempt.state.clone(), attempt.nonce.clone());
        let (url, ..) = asking
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                || CsrfToken::new(state),
                || Nonce::new(nonce),
            )
            .add_scopes(self.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .add_extra_param("ui_locales", locale)
            .url();
        Ok(url)
    }

    /// What the provider says of whom this code stands for, verified.
    pub(super) async fn openid_shown(
        &self,
        outgoing: &Outgoing,
        issuer: &IssuerUrl,
        (attempt, code): (&Attempt, &str),
        redirect: &str,
        now: DateTime<Utc>,
    ) -> Result<Shown, Unproven> {
        let mut known = self.discovered(outgoing, issuer, now).await?;
        let asking = self.asking(&known, redirect)?;
        let call = Calls { outgoing, named: &self.named };
        let exchange = asking
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .map_err(|error| Unproven::refused(&error))?
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()));
        let tokens = exchange.request_async(&call).await.map_err(not_exchanged)?;
        let mut shown = match self.verified(&asking, &tokens, attempt, now) {
            Err(Unverified::Key(error)) => {
                if !self.read_keys(outgoing, &mut known, now).await? {
                    return Err(Unproven::refused(&error));
                }
                let asking = self.asking(&known, redirect)?;
                self.verified(&asking, &tokens, attempt, now).map_err(Unproven::from)?
            }
            other => other.map_err(Unproven::from)?,
        };
        shown.issuer = issuer.to_string();
        self.add_what_else_it_says(&asking, &tokens, &mut shown, outgoing).await;
        Ok(shown)
    }

    fn verified(
        &self,
        asking: &Asking,
        tokens: &Tokens,
        attempt: &Attempt,
        now: DateTime<Utc>,
    ) -> Result<Shown, Unverified> {
        let id_token = tokens.id_token().ok_or_else(|| Unverified::of("no ID token"))?;
        let verifier: IdTokenVerifier<'_, CoreJsonWebKey> = asking
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || now - SKEW)
            .set_issue_time_verifier_fn(move |issued| is_of_now(issued, now));
        let claims = id_token.claims(&verifier, &Nonce::new(attempt.nonce.clone()))?;
        // OpenID Connect Core 3.1.3.7, 5: who it was made for, where it says so.
        if claims.authorized_party().is_some_and(|party| party != asking.client_id()) {
            return Err(Unverified::of("it was made for another site"));
        }
        if let Some(said) = claims.access_token_hash() {
            let signing = (id_token.signing_alg(), id_token.signing_key(&verifier));
            let (Ok(algorithm), Ok(key)) = signing else { return Err(Unverified::of("no key")) };
            let own = AccessTokenHash::from_token(tokens.access_token(), algorithm, key);
            if own.map_err(|error| Unverified::of(&error))? != *said {
                return Err(Unverified::of("the access token is another one"));
            }
        }
        let more = &claims.additional_claims().all;
        let text = |name: &str| more.get(name).and_then(Value::as_str).map(str::to_owned);
        let name = claims.name().and_then(|name| name.get(None)).map(|name| name.to_string());
        let called = claims.preferred_username().map(|name| name.to_string());
        Ok(Shown {
            issuer: String::new(),
            subject: claims.subject().to_string(),
            email: claims.email().map(|email| email.to_string()),
            is_verified: claims.email_verified() == Some(true),
            name: name.or(called),
            belongs_to: self.belongs_to(more),
            session: text("sid"),
            id_token: Some(id_token.to_string()),
        })
    }

    /// Asks the provider for the address and the name where the token does not say them. It is no reason to refuse anybody when that fails.
    async fn add_what_else_it_says(
        &self,
        asking: &Asking,
        tokens: &Tokens,
        shown: &mut Shown,
        outgoing: &Outgoing,
    ) {
        if (shown.email.is_some() && shown.name.is_some()) || asking.user_info_url().is_none() {
            return;
        }
        let subject = openidconnect::SubjectIdentifier::new(shown.subject.clone());
        let Ok(asked) = asking.user_info(tokens.access_token().clone(), Some(subject)) else { return };
        let call = Calls { outgoing, named: &self.named };
        let said: Result<UserInfoClaims<More, CoreGenderClaim>, _> = asked.request_async(&call).await;
        match said {
            Ok(said) => {
                if shown.email.is_none() {
                    shown.email = said.email().map(|email| email.to_string());
                    shown.is_verified = said.email_verified() == Some(true);
                }
                let name = said.name().and_then(|name| name.get(None)).map(|name| name.to_string());
                shown.name = shown.name.take().or(name);
                shown.belongs_to.extend(self.belongs_to(&said.additional_claims().all));
            }
            Err(error) => {
                tracing::warn!(provider = self.key, %error, "A provider does not say who somebody is")
            }
        }
    }

    /// What the provider says of whom somebody belongs to.
    pub(super) fn belongs_to(&self, claims: &BTreeMap<String, Value>) -> BTreeSet<String> {
        let claim = self.belongs.as_ref().and_then(|belongs| claims.get(&belongs.claim));
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match claim {
            Some(Value::Array(several)) => several.iter().filter_map(text).collect(),
            Some(one) => text(one).into_iter().collect(),
            None => BTreeSet::new(),
        }
    }

    /// The address at the provider that ends its own session, when it has one.
    pub(super) async fn openid_leaving(
        &self,
        outgoing: &Outgoing,
        issuer: &IssuerUrl,
        (id_token, back): (Option<&str>, &str),
        now: DateTime<Utc>,
    ) -> Option<Url> {
        let known = self.discovered(outgoing, issuer, now).await.ok()?;
        let mut url = known.metadata.additional_metadata().end_session_endpoint.clone()?.url().clone();
        let back = PostLogoutRedirectUrl::new(back.to_owned()).ok()?;
        let mut query = url.query_pairs_mut();
        query.append_pair("client_id", &self.client).append_pair("post_logout_redirect_uri", back.as_str());
        if let Some(token) = id_token {
            query.append_pair("id_token_hint", token);
        }
        drop(query);
        Some(url)
    }
}

/// Refuses what was signed long ago, or is yet to be.
fn is_of_now(issued: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), String> {
    match issued <= now + SKEW && issued >= now - FRESH - SKEW {
        true => Ok(()),
        false => Err(format!("issued at {issued}")),
    }
}

/// Why a token is not believed.
enum Unverified {
    /// Its signature fits no key that is known; with newer keys it may.
    Key(String),
    Claims(String),
}

impl Unverified {
    fn of(why: impl Display) -> Self {
        Self::Claims(why.to_string())
    }
}

impl From<ClaimsVerificationError> for Unverified {
    fn from(error: ClaimsVerificationError) -> Self {
        use SignatureVerificationError::{AmbiguousKeyId, CryptoError, NoMatchingKey};
        match error {
            ClaimsVerificationError::SignatureVerification(
                why @ (NoMatchingKey | CryptoError(_) | AmbiguousKeyId(_)),
            ) => Self::Key(why.to_string()),
            ClaimsVerificationError::SignatureVerification(why) => Self::Claims(why.to_string()),
            other => Self::Claims(other.to_string()),
        }
    }
}

impl From<Unverified> for Unproven {
    fn from(unverified: Unverified) -> Self {
        let (Unverified::Key(why) | Unverified::Claims(why)) = unverified;
        Self::refused(&why)
    }
}

/// Why a code gave no token: it is too old or was used, or the provider is away, or says what nobody understands.
pub(super) fn not_exchanged<E: std::error::Error + 'static>(
    error: RequestTokenError<E, StandardErrorResponse<BasicErrorResponseType>>,
) -> Unproven {
    match error {
        RequestTokenError::ServerResponse(said) if *said.error() == BasicErrorResponseType::InvalidGrant => {
            Unproven::Stale
        }
        RequestTokenError::ServerResponse(said) => Unproven::Refused(format!("no token: {}", said.error())),
        RequestTokenError::Request(error) => Unproven::away(&error),
        other => Unproven::refused(&other),
    }
}
