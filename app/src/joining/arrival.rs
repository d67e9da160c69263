//! The form of a comment as somebody sends it who is not known, or not let in yet.

use domain::{Message, permission::Action, typed::Name};
use entity::{access, draft, newcomer::Arrival, version};
use unicode_normalization::UnicodeNormalization;

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

/// The fields that are kept: what is said, of what, and by whom. For whom somebody speaks is none of them: whoever sends a form with an
/// address is not known to be its owner yet, and speaks for themselves.
const KEPT: &[&str] = &[
    "draft",
    "version",
    "from",
    "to",
    "quote",
    "place",
    "place_of",
    "kind",
    "comment",
    "suggestion",
    "offered",
    "name",
    "email",
];
/// How many bytes they have together at most: a comment with the wording it proposes, and what it is about.
pub const LONGEST: usize = 48 << 10;

/// What is kept of the form: nothing that it does not have, and the words of the text only where others are proposed. Refuses more than a
/// comment can be.
fn typed(form: &Fields, proposes: bool) -> Result<String, AppError> {
    let mut fields = form.clone().only(KEPT);
    if !proposes {
        fields = fields.without(&["suggestion"]);
    }
    if fields.weight() > LONGEST {
        return Err(AppError::TooLarge);
    }
    serde_json::to_string(&fields).map_err(|error| {
        tracing::error!(%error, "A form could not be kept");
        AppError::Internal
    })
}

/// The name and the address of a stranger; refuses a name that is none, and what cannot be an address.
fn person(form: &Fields) -> Result<(String, String), AppError> {
    let name = Name::parse(form.text("name")).map_err(|bad| AppError::field("name", bad.message()));
    let email = mailbox(form.text("email"));
    let email = email.ok_or_else(|| AppError::field("email", Message::new("refusal-email")));
    together(name.map(String::from), email)
}

/// The one way in which a mailbox is written, in small letters and with its host as the internet knows it (IDNA), so that one mailbox is one
/// account and is counted as one. None for what is no address, and for a name in quotes, of which one mailbox has endlessly many.
pub fn mailbox(written: &str) -> Option<String> {
    let (user, host) = written.trim().rsplit_once('@')?;
    let user: String = user.nfc().flat_map(char::to_lowercase).nfc().collect();
    let is_atom = |atom: &str| {
        let fits = |letter: char| letter.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(letter);
        !atom.is_empty() && atom.chars().all(fits)
    };
    let host = idna::domain_to_ascii(host).ok()?;
    let host = host.strip_suffix('.').unwrap_or(&host);
    let is_label = |label: &str| {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        !label.is_empty() && label.chars().all(fits)
    };
    let whole = user.split('.').all(is_atom) && host.split('.').all(is_label);
    let address = format!("{user}@{host}");
    (whole && address.len() <= 254).then_some(address)
}

/// Whether something can be an e-mail address.
pub fn is_address(written: &str) -> bool {
    mailbox(written).is_some()
}

/// By what letters to a mailbox are counted: what stands after a plus leads to the same one.
pub fn counted_by(mailbox: &str) -> String {
    match mailbox.split_once('@') {
        Some((user, host)) => format!("{}@{host}", user.split('+').next().unwrap_or_default()),
        None => mailbox.to_owned(),
    }
}

/// Both, or the refusals of both.
fn together<A, B>(one: Result<A, AppError>, other: Result<B, AppError>) -> Result<(A, B), AppError> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => Err(error),
        (Err(one), Err(other)) => Err(AppError::Several([one.parts(), other.parts()].concat())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mailbox_is_written_in_one_way() {
        for written in [
            "nora@box.example",
            " Nora@BOX.example ",
            "nora@box.example.",
            "nora@ｂｏｘ.example",
            "nora@box。example",
            "nora@bo\u{ad}x.example",
        ] {
            assert_eq!(mailbox(written).as_deref(), Some("nora@box.example"), "{written:?}");
        }
        assert_eq!(mailbox("e\u{301}ve@box.example"), mailbox("éve@box.example"));
        assert_eq!(mailbox("nora@bücher.example").as_deref(), Some("nora@xn--bcher-kva.example"));
        for bad in [
            "",
            "nora",
            "@box.example",
            "nora@",
            "\"nora\"@box.example",
            "\\nora@box.example",
            "no\\ra@box.example",
            "no ra@box.example",
            ".nora@box.example",
            "nora.@box.example",
            "no..ra@box.example",
            "a@b@box.example",
            "nora@[192.0.2.1]",
            "nora@box..example",
            "nora(x)@box.example",
            "<nora@box.example",
            "nora@box.example\n.x",
            "no\u{ad}ra@box.example",
            "no,ra@box.example",
            "no\u{200b}ra@box.example",
        ] {
            assert_eq!(mailbox(bad), None, "{bad:?}");
        }
        assert_eq!(counted_by("nora+one@box.example"), counted_by("nora@box.example"));
    }
}
