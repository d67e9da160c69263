//! The form of a comment as somebody sends it who is not known, or not let in yet.

use domain::{Message, permission::Action, typed::Name};
use entity::{access, draft, newcomer::Arrival, version};

use crate::{
    context::Context, draft::actions::opening, error::AppError, fields::Fields, leading::local,
    provider::Provider,
};

/// Reads what somebody wants to say, and who they are. Refuses, of each field, what the comment itself would be refused for; and where
/// strangers may not join.
pub async fn arrival(ctx: &Context, form: &Fields) -> Result<Arrival, AppError> {
    let (db, reader) = (ctx.db.read(), ctx.reader.as_ref());
    let (draft, forum) = draft::Entity::cited(db, reader, form.text("draft"), ctx.now).await?;
    access::require(db, reader, &forum, &draft, Action::Join, ctx.now).await?;
    let version = version::Entity::kept(&ctx.db, draft.id, form.parse("version")?).await?;
    let said = opening(&version, form).and_then(|opening| {
        opening.anchor(&version)?;
        Ok(opening.said.suggestion.is_some())
    });
    let who = match reader {
        Some(reader) => Ok((reader.account.name.clone(), reader.account.email.clone())),
        // A provider says who they are.
        None if by(ctx, form).is_some() => Ok((String::new(), String::new())),
        None => person(form),
    };
    let (proposes, (name, email)) = together(said, who)?;
    Ok(Arrival {
        email,
        name,
        forum: Some(forum.id),
        draft: Some(draft.id),
        page: form.get("page").and_then(local).unwrap_or("/").to_owned(),
        typed: typed(form, proposes)?,
        locale: ctx.locale.tag().to_owned(),
        account: reader.map(|reader| reader.account.id),
    })
}

/// The provider by which a stranger wants to post; none when they give their address instead.
pub fn by<'a>(ctx: &'a Context, form: &Fields) -> Option<&'a Provider> {
    let key = form.optional("with").filter(|_| ctx.reader.is_none())?;
    ctx.providers.iter().find(|provider| provider.key == key)
}

/// What is kept of the form: all but what belongs to the page it stood on, and the words of the text where no others are proposed.
fn typed(form: &Fields, proposes: bool) -> Result<String, AppError> {
    let mut fields = form.clone().without(&["page", "once", "change", "with"]);
    if !proposes {
        fields = fields.without(&["suggestion"]);
    }
    serde_json::to_string(&fields).map_err(|error| {
        tracing::error!(%error, "A form could not be kept");
        AppError::Internal
    })
}

/// The name and the address of a stranger; refuses a name that is none, and what cannot be an address.
fn person(form: &Fields) -> Result<(String, String), AppError> {
    let name = Name::parse(form.text("name")).map_err(|bad| AppError::field("name", bad.message()));
    let email = form.text("email").trim().to_lowercase();
    let email = match is_address(&email) {
        true => Ok(email),
        false => Err(AppError::field("email", Message::new("refusal-email"))),
    };
    together(name.map(String::from), email)
}

/// Tells whether something can be an e-mail address: a name, a host, and nothing that would end a line of a letter.
pub fn is_address(written: &str) -> bool {
    let parts = written.split_once('@');
    let whole = parts.is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'));
    whole && written.len() <= 254 && !written.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Both, or the refusals of both.
fn together<A, B>(one: Result<A, AppError>, other: Result<B, AppError>) -> Result<(A, B), AppError> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
        (Err(one), Err(other)) => Err(AppError::Several([one.parts(), other.parts()].concat())),
    }
}
