//! Plain OAuth 2, as GitHub has it: a code gives a token, and with it a page of the provider says who somebody is.

use std::collections::BTreeMap;

use axum::http::{HeaderValue, Request, header};
use oauth2::{
    AuthUrl, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointNotSet, EndpointSet,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, TokenResponse, TokenUrl, basic::BasicClient,
    url::Url,
};
use secrecy::ExposeSecret;
use serde_json::Value;

use super::{Attempt, OAuth, Provider, Shown, Unproven, openid::not_exchanged};
use crate::outgoing::{Calls, Outgoing};

type Asking = BasicClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet>;

impl Provider {
    fn oauth_asking(&self, at: &OAuth, redirect: &str) -> Result<Asking, Unproven> {
        let refuse = |error: oauth2::url::ParseError| Unproven::refused(&error);
        let asking = BasicClient::new(ClientId::new(self.client.clone()))
            .set_auth_uri(AuthUrl::new(at.authorize.clone()).map_err(refuse)?)
            .set_token_uri(TokenUrl::new(at.token.clone()).map_err(refuse)?)
            .set_redirect_uri(RedirectUrl::new(redirect.to_owned()).map_err(refuse)?)
            .set_auth_type(oauth2::AuthType::RequestBody);
        Ok(match &self.secret {
            Some(secret) => asking.set_client_secret(ClientSecret::new(secret.expose_secret().to_owned())),
            None => asking,
        })
    }

    /// The address at the provider where somebody says who they are.
    pub(super) fn oauth_address(
        &self,
        at: &OAuth,
        attempt: &Attempt,
        redirect: &str,
    ) -> Result<Url, Unproven> {
        let asking = self.oauth_asking(at, redirect)?;
        let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
        let state = attempt.state.clone();
        let (url, _) = asking
            .authorize_url(|| CsrfToken::new(state))
            .add_scopes(self.scopes.iter().cloned().map(Scope::new))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url)
    }

    /// What the provider says of whom this code stands for.
    pub(super) async fn oauth_shown(
        &self,
        outgoing: &Outgoing,
        at: &OAuth,
        (attempt, code): (&Attempt, &str),
        redirect: &str,
    ) -> Result<Shown, Unproven> {
        let asking = self.oauth_asking(at, redirect)?;
        let call = Calls { outgoing, named: &self.named };
        let exchange = asking
            .exchange_code(AuthorizationCode::new(code.to_owned()))
            .set_pkce_verifier(PkceCodeVerifier::new(attempt.verifier.clone()));
        let tokens = exchange.request_async(&call).await.map_err(|error| match error {
            // GitHub says so with a status of success.
            oauth2::RequestTokenError::Parse(_, said) if is_used_up(&said) => Unproven::Stale,
            other => not_exchanged(other),
        })?;
        let token = tokens.access_token().secret();
        let person = self.asked(outgoing, &at.person, token).await?;
        let claims: BTreeMap<String, Value> =
            serde_json::from_value(person).map_err(|error| Unproven::refused(&error))?;
        let mut shown =
            self.read_person(&claims).ok_or_else(|| Unproven::refused(&"no name for a person"))?;
        shown.issuer = at.person.clone();
        if let Some(emails) = &at.emails {
            let said = self.asked(outgoing, emails, token).await?;
            let own = said
                .as_array()
                .into_iter()
                .flatten()
                .find(|one| one["primary"] == true && one["verified"] == true);
            shown.email = own.and_then(|one| one["email"].as_str()).map(str::to_owned);
            shown.is_verified = shown.email.is_some();
        }
        Ok(shown)
    }

    fn read_person(&self, claims: &BTreeMap<String, Value>) -> Option<Shown> {
        let text = |name: &str| claims.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let subject = match claims.get("id").or_else(|| claims.get("sub"))? {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            _ => return None,
        };
        Some(Shown {
            issuer: String::new(),
            subject,
            email: text("email").map(str::to_owned),
            is_verified: claims.get("email_verified") == Some(&Value::Bool(true)),
            name: text("name").or_else(|| text("login")).map(str::to_owned),
            belongs_to: self.belongs_to(claims),
            session: None,
            id_token: None,
        })
    }

    async fn asked(&self, outgoing: &Outgoing, address: &str, token: &str) -> Result<Value, Unproven> {
        let bearer = HeaderValue::from_str(&format!("Bearer {token}"));
        let bearer = bearer.map_err(|error| Unproven::refused(&error))?;
        let request = Request::get(address)
            .header(header::AUTHORIZATION, bearer)
            .header(header::ACCEPT, "application/json")
            .body(Vec::new())
            .map_err(|error| Unproven::refused(&error))?;
        let answer = outgoing.send(request, &self.named).await.map_err(|error| Unproven::away(&error))?;
        if answer.status().is_server_error() {
            return Err(Unproven::Away(format!("{address} answers {}", answer.status())));
        }
        if !answer.status().is_success() {
            return Err(Unproven::Refused(format!("{address} answers {}", answer.status())));
        }
        serde_json::from_slice(answer.body()).map_err(|error| Unproven::refused(&error))
    }
}

/// Whether a provider says that a code is used or too old.
fn is_used_up(said: &[u8]) -> bool {
    let said: Value = serde_json::from_slice(said).unwrap_or_default();
    ["bad_verification_code", "invalid_grant"].iter().any(|code| said["error"] == *code)
}
