//! The providers as whoever runs the server writes them down: one table of a TOML file each.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Arc, atomic::AtomicI64},
};

use axum::http::Uri;
use openidconnect::IssuerUrl;
use secrecy::SecretString;
use serde::Deserialize;

use super::{Belongs, Kind, OAuth, Provider, Providers};
use crate::outgoing::{Named, Outgoing};

/// A table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// `openid` (the usual), `github`, or `oauth2` with its addresses.
    #[serde(default)]
    kind: WrittenKind,
    /// What people know it by.
    name: String,
    /// What its button says, where that is not "Sign in with" and the name.
    button: Option<String>,
    /// Where OpenID Connect is discovered.
    issuer: Option<String>,
    client: String,
    secret: Option<SecretString>,
    /// A file that holds the secret, or the variable that does.
    secret_file: Option<String>,
    secret_variable: Option<String>,
    scopes: Option<Vec<String>>,
    authorize: Option<String>,
    token: Option<String>,
    person: Option<String>,
    emails: Option<String>,
    /// The claim that says of which stakeholder somebody is.
    stakeholder_claim: Option<String>,
    /// The slug of the stakeholder that each of its values stands for.
    #[serde(default)]
    stakeholders: BTreeMap<String, String>,
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenKind {
    #[default]
    OpenId,
    GitHub,
    OAuth2,
}

impl Providers {
    /// Reads the file. Refuses, in a sentence that names the table, one that lacks something, and a file that cannot be read.
    pub fn read(file: &Path) -> Result<Self, String> {
        let refuse = |error: &dyn std::fmt::Display| format!("{}: {error}", file.display());
        let text = std::fs::read_to_string(file).map_err(|error| refuse(&error))?;
        Self::parse(&text).map_err(|error| refuse(&error))
    }

    /// Reads what stands in the file.
    pub fn parse(text: &str) -> Result<Self, String> {
        // What is wrong is said without the text, which has secrets in it.
        let tables: BTreeMap<String, Written> =
            toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let shown = tables.iter().map(|(key, written)| app::provider::Provider {
            key: key.clone(),
            name: written.name.clone(),
            button: written.button.clone(),
        });
        let shown = shown.collect();
        let all = tables.into_iter().map(|(key, written)| {
            let provider = written.provider(&key).map_err(|error| format!("[{key}] {error}"))?;
            Ok(Arc::new(provider))
        });
        Ok(Self { all: all.collect::<Result<_, String>>()?, outgoing: Outgoing::default(), shown })
    }
}

impl Written {
    fn provider(mut self, key: &str) -> Result<Provider, String> {
        let plain = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
        if key.is_empty() || key.len() > 40 || !key.bytes().all(plain) {
            return Err("is no name of small letters, digits and hyphens".to_owned());
        }
        let mut named = Named::new();
        let kind = match self.kind {
            WrittenKind::OpenId => Kind::OpenId(self.issuer(&mut named)?),
            WrittenKind::GitHub => Kind::OAuth(Box::new(OAuth::github(&mut named))),
            WrittenKind::OAuth2 => Kind::OAuth(Box::new(self.oauth(&mut named)?)),
        };
        let scopes = self.scopes.take().unwrap_or_else(|| {
            let usual: &[&str] = match self.kind {
                WrittenKind::OpenId => &["email", "profile"],
                WrittenKind::GitHub => &["read:user", "user:email"],
                WrittenKind::OAuth2 => &[],
            };
            usual.iter().map(|scope| (*scope).to_owned()).collect()
        });
        let belongs = self
            .stakeholder_claim
            .take()
            .map(|claim| Belongs { claim, stands_for: self.stakeholders.clone() });
        Ok(Provider {
            key: key.to_owned(),
            secret: self.secret()?,
            name: self.name,
            client: self.client,
            scopes,
            belongs,
            kind,
            named,
            known: tokio::sync::Mutex::default(),
            failed: AtomicI64::default(),
        })
    }

    fn issuer(&self, named: &mut Named) -> Result<IssuerUrl, String> {
        let issuer = self.issuer.clone().ok_or("has no issuer")?;
        address(&issuer, named)?;
        IssuerUrl::new(issuer).map_err(|error| format!("issuer: {error}"))
    }

    fn oauth(&self, named: &mut Named) -> Result<OAuth, String> {
        let mut needed = |name: &str, written: &Option<String>| {
            let written = written.clone().ok_or_else(|| format!("has no {name}"))?;
            address(&written, named)?;
            Ok::<_, String>(written)
        };
        Ok(OAuth {
            authorize: needed("authorize", &self.authorize)?,
            token: needed("token", &self.token)?,
            person: needed("person", &self.person)?,
            emails: match &self.emails {
                Some(_) => Some(needed("emails", &self.emails)?),
                None => None,
            },
        })
    }

    fn secret(&mut self) -> Result<Option<SecretString>, String> {
        let told = match (self.secret.take(), &self.secret_file, &self.secret_variable) {
            (Some(secret), None, None) => return Ok(Some(secret)),
            (None, Some(file), None) => {
                std::fs::read_to_string(file).map_err(|error| format!("secret_file: {error}"))?
            }
            (None, None, Some(name)) => {
                std::env::var(name).map_err(|error| format!("secret_variable: {error}"))?
            }
            (None, None, None) => return Ok(None),
            _ => return Err("has its secret twice".to_owned()),
        };
        Ok(Some(told.trim().into()))
    }
}

impl OAuth {
    fn github(named: &mut Named) -> Self {
        named.extend(["github.com", "api.github.com"].map(str::to_owned));
        Self {
            authorize: "https://github.com/login/oauth/authorize".to_owned(),
            token: "https://github.com/login/oauth/access_token".to_owned(),
            person: "https://api.github.com/user".to_owned(),
            emails: Some("https://api.github.com/user/emails".to_owned()),
        }
    }
}

/// Names the host of an address. Refuses one that is not encrypted, unless it is on this machine.
fn address(written: &str, named: &mut Named) -> Result<(), String> {
    let refuse = || format!("{written} is no address that begins with https://");
    let uri: Uri = written.parse().map_err(|_| refuse())?;
    let host = uri.host().ok_or_else(refuse)?.trim_matches(['[', ']']).to_ascii_lowercase();
    let is_here = ["localhost", "127.0.0.1", "::1"].contains(&host.as_str());
    if uri.scheme_str() != Some("https") && !(is_here && uri.scheme_str() == Some("http")) {
        return Err(refuse());
    }
    named.insert(host);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_provider_is_written_in_five_lines() {
        let read = Providers::parse(
            "[ministry]\nname = \"Ministry\"\nissuer = \"https://login.example\"\nclient = \"comity\"\nsecret = \"s\"\n\
             [code]\nkind = \"github\"\nname = \"GitHub\"\nclient = \"c\"\nsecret = \"s\"\n",
        );
        let keys: Vec<_> = read.unwrap().all.iter().map(|provider| provider.key.clone()).collect();
        assert_eq!(keys, ["code", "ministry"]);
    }

    #[test]
    fn what_lacks_something_is_named_and_no_secret_is_told() {
        let refused = |text: &str| Providers::parse(text).map(drop).unwrap_err();
        let whole = "name = \"M\"\nclient = \"c\"\nsecret = \"hush\"\n";
        assert_eq!(refused(&format!("[m]\n{whole}")), "[m] has no issuer");
        let plain = refused(&format!("[m]\n{whole}issuer = \"http://login.example\"\n"));
        assert_eq!(plain, "[m] http://login.example is no address that begins with https://");
        assert!(refused(&format!("[M]\n{whole}")).starts_with("[M] is no name"));
        let twice =
            refused(&format!("[m]\n{whole}issuer = \"https://login.example\"\nsecret_file = \"f\"\n"));
        assert_eq!(twice, "[m] has its secret twice");
        let unknown = refused(&format!("[m]\n{whole}colour = \"red\"\n"));
        assert!(unknown.contains("unknown field") && !unknown.contains("hush"), "{unknown}");
    }
}
