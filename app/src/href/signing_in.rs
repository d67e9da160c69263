//! The ways to providers and back.

use super::{Href, escaped, stakeholder, with_query};

/// An address about signing in by a provider.
fn at(what: &str, provider: &str) -> Href {
    ["", "sign-in", what, &escaped(provider)].join("/")
}

/// The way to a provider, and then to a page of this site.
pub fn sign_in_with(provider: &str, back: &str) -> Href {
    with_query(at("with", provider), &[("back", back)])
}

/// The way to a provider, and then to what was written before anybody knew who wrote it.
pub fn post_with(provider: &str) -> Href {
    with_query(at("with", provider), &[("posts", "yes")])
}

/// Between a form and a provider.
pub fn leaving_to(provider: &str) -> Href {
    at("to", provider)
}

/// Where a provider leads back to.
pub fn back_from(provider: &str) -> Href {
    [&at("with", provider), "back"].join("/")
}

/// The way out at a provider, for who is signed out here.
pub fn out_of(provider: &str) -> Href {
    [&at("with", provider), "out"].join("/")
}

/// Somebody whom a provider knows, and this site does not yet.
pub fn connect() -> Href {
    "/sign-in/connect".to_owned()
}

/// Everything about whoever is signed in, as a file.
pub fn own_data() -> Href {
    "/settings/about-me.json".to_owned()
}

/// What is kept of people, and for how long.
pub fn privacy() -> Href {
    "/privacy".to_owned()
}

/// That one is signed out.
pub fn signed_out() -> Href {
    "/signed-out".to_owned()
}

/// The form that lets somebody speak for a stakeholder, with their address filled in.
pub fn grant_to(slug: &str, email: &str) -> Href {
    format!("{}#grant", with_query(stakeholder(slug), &[("propose", email)]))
}
