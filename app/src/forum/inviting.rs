//! Whom a secretariat invites: a verdict on each, and the mails.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Message, Tier,
    permission::Role,
    roster::{self, Entry},
    typed::Name,
    unseen,
};
use entity::{account, forum, outbox::Words, role, stakeholder, verb};

use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href,
    joining::{is_address, paragraphs},
    locale::Locale,
    words::in_locale,
};

/// What people are invited to.
pub const ROLES: [Role; 5] =
    [Role::Participant, Role::Delegate, Role::Observer, Role::Editor, Role::Secretariat];

/// One person of a list, and whether they can be invited.
#[derive(Clone, Debug)]
pub struct Row {
    pub entry: Entry,
    pub verdict: Result<Invitee, Message>,
}

/// Somebody who can be invited.
#[derive(Clone, Debug)]
pub struct Invitee {
    pub email: String,
    pub name: Name,
    pub stakeholder: Option<i64>,
    pub role: Role,
    pub tier: Option<Tier>,
}

/// Whom a form names: the person of its own fields, or those of its list and its file.
pub fn named(form: &Fields) -> Vec<Entry> {
    if form.get("list").is_none() && form.upload("file").is_none() {
        let text = |field: &str| form.text(field).trim().to_owned();
        return vec![Entry {
            line: 1,
            name: text("name"),
            email: text("email").to_lowercase(),
            stakeholder: text("stakeholder"),
            role: text("role"),
            tier: text("tier"),
        }];
    }
    roster::read(&listed(form))
}

/// The list of a form, with what was in its file.
pub fn listed(form: &Fields) -> String {
    let file = form.upload("file").map(|file| decoded(&file.bytes));
    [form.text("list"), file.as_deref().unwrap_or_default()].join("\n").trim().to_owned()
}

/// The words of a file: UTF-16 where its first bytes say so, as spreadsheets save it, and else UTF-8.
fn decoded(bytes: &[u8]) -> String {
    let units = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// A verdict on each of these people.
pub async fn verdicts(ctx: &Context, forum: &forum::Model, people: Vec<Entry>) -> Result<Vec<Row>, AppError> {
    let around = Around::of(ctx, forum, &people).await?;
    let known = known(ctx, forum, &people).await?;
    let mut before = BTreeSet::new();
    let rows = people.into_iter().map(|entry| {
        let twice = !before.insert(entry.email.clone());
        let verdict = around.verdict(&entry).and_then(|invitee| match () {
            () if [&entry.name, &entry.email].iter().any(|said| said.contains('\u{fffd}')) => {
                Err(Message::new("refusal-invited-broken"))
            }
            () if twice => Err(Message::new("refusal-invited-twice")),
            () if known.contains(&(invitee.email.clone(), invitee.role)) => {
                Err(Message::new("refusal-role-given"))
            }
            () => Ok(invitee),
        });
        Row { entry, verdict }
    });
    Ok(rows.collect())
}

/// Which of these addresses has which role in the forum already.
async fn known(
    ctx: &Context,
    forum: &forum::Model,
    people: &[Entry],
) -> Result<BTreeSet<(String, Role)>, AppError> {
    let db = ctx.db.read();
    let roles = role::Entity::in_forum(db, forum.id).await?;
    let accounts = account::Entity::among(db, roles.iter().map(|role| role.account_id)).await?;
    let emails: BTreeMap<_, _> = accounts.into_iter().map(|one| (one.id, one.email)).collect();
    let held = roles.iter().filter_map(|role| Some((emails.get(&role.account_id)?.clone(), role.role.0)));
    Ok(held.filter(|(email, _)| people.iter().any(|one| one.email == *email)).collect())
}

/// What a verdict is given by.
struct Around {
    seats: Vec<stakeholder::Model>,
    invited: Vec<String>,
}

impl Around {
    async fn of(ctx: &Context, forum: &forum::Model, people: &[Entry]) -> Result<Self, AppError> {
        let db = ctx.db.read();
        let addresses: Vec<_> = people.iter().map(|one| one.email.clone()).collect();
        let invited = verb::open_to(db, forum, &addresses, ctx.now).await?;
        Ok(Self { seats: forum.seats(db).await?, invited })
    }

    fn verdict(&self, entry: &Entry) -> Result<Invitee, Message> {
        if !is_address(&entry.email) {
            return Err(Message::new("refusal-email"));
        }
        if self.invited.contains(&entry.email) {
            return Err(Message::new("refusal-invited"));
        }
        let name = Name::parse(&entry.name).map_err(|bad| bad.message())?;
        let stakeholder = self.stakeholder(&entry.stakeholder)?;
        let role = match (entry.role.trim(), stakeholder) {
            ("", None) => Role::Participant,
            ("", Some(_)) => Role::Delegate,
            (typed, _) => {
                let key = typed.to_lowercase();
                let role = ROLES.into_iter().find(|role| role.key() == key);
                role.ok_or_else(|| Message::new("refusal-invite-role"))?
            }
        };
        let tier = match entry.tier.trim().to_lowercase().as_str() {
            "" => None,
            key => Some(Tier::from_key(key).ok_or_else(|| Message::new("refusal-invite-tier"))?),
        };
        match (role, stakeholder) {
            (Role::Delegate, None) => Err(Message::new("refusal-invite-whom")),
            (Role::Delegate, Some(_)) => Ok(()),
            (_, Some(_)) => Err(Message::new("refusal-invite-not-delegate")),
            (_, None) => Ok(()),
        }?;
        Ok(Invitee { email: entry.email.clone(), name, stakeholder, role, tier })
    }

    /// The seat that is meant, by its name or its name in addresses.
    fn stakeholder(&self, typed: &str) -> Result<Option<i64>, Message> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        unseen::check(typed).map_err(|bad| bad.message())?;
        let lower = typed.to_lowercase();
        let meant = self.seats.iter().find(|seat| seat.slug == lower || seat.name.to_lowercase() == lower);
        meant.map(|seat| Some(seat.id)).ok_or_else(|| Message::new("refusal-no-seat"))
    }
}

/// The mail of an invitation, with its link. No word of it is that of somebody outside but the name of the forum and of whoever invites.
pub fn letter(forum: &forum::Model, host: &str, role: Role, token: &str, locale: Locale) -> Words {
    let role = in_locale(locale, &format!("role-{}", role.key()), []);
    let args =
        || [("forum", forum.name.as_str().into()), ("host", host.into()), ("role", role.as_str().into())];
    Words {
        subject: in_locale(locale, "invitation-letter-subject", args()),
        paragraphs: paragraphs(&in_locale(locale, "invitation-letter", args())),
        button: Some((in_locale(locale, "invitation-letter-button", []), href::invitation(token))),
    }
}
