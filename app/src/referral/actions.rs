//! The forms of referrals, crosswalks and adoptions.

use domain::{
    adoption::{Adoption, Jurisdiction, Link, Status, Taken},
    offer,
    referral::{Act, Answer, Ask, ClauseAnswer, Fate, Keeper, Purpose, Sought, Standing, Terms},
    text::ClauseId,
    typed::{BadWords, Evidence, Name, Reason, Title},
};
use entity::{
    adoption, draft, forum,
    reading::referral::Sent,
    verb::{Changing, Correction, Deciding, Preparing, Receiving, Recipient, Recording, Saved, Word},
};

use super::receive_form::zone;
use crate::{
    context::Context,
    error::AppError,
    fields::Fields,
    href::{self, Href},
    ui::time,
};

/// A field as what it must be.
fn read<T, Bad: Into<domain::Message>>(name: &'static str, read: Result<T, Bad>) -> Result<T, AppError> {
    read.map_err(|bad| AppError::field(name, bad.into()))
}

/// One of a closed list, by its key.
fn one<T>(form: &Fields, name: &'static str, from_key: fn(&str) -> Option<T>) -> Result<T, AppError> {
    from_key(form.text(name)).ok_or_else(|| AppError::refused("form-unreadable"))
}

fn reason(form: &Fields, name: &'static str) -> Result<Option<Reason>, AppError> {
    match form.optional(name) {
        Some(typed) => read(name, Reason::parse(typed)).map(Some),
        None => Ok(None),
    }
}

fn clauses<'a>(form: &'a Fields, name: &'a str) -> impl Iterator<Item = ClauseId> {
    form.all(name).filter_map(|typed| typed.parse().ok()).map(ClauseId)
}

/// Keeps a referral that is not sent yet. Refuses fields that do not read, and what `Reader::prepare_referral` refuses.
pub async fn prepare(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, forum) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let to = match form.optional("to") {
        Some(slug) => Recipient::Here(forum::Entity::by_slug(ctx.db.read(), slug).await?.id),
        None => Recipient::ByFile(read("to-name", Name::parse(form.text("to-name")))?),
    };
    let instant = |name: &'static str| match form.optional(name) {
        Some(_) => time::typed(&form, name, &forum.zone).map(Some),
        None => Ok(None),
    };
    let questions = form.text("questions").lines().filter(|line| !line.trim().is_empty());
    let questions: Result<Vec<_>, BadWords> = questions.map(Reason::parse).collect();
    let ask = Ask {
        purpose: one(&form, "purpose", Purpose::from_key)?,
        sought: one(&form, "sought", Sought::from_key)?,
        clauses: clauses(&form, "clause").collect(),
        questions: read("questions", questions)?,
        due: instant("due")?,
        earliest: instant("earliest")?,
        note: read("note", Reason::parse(form.text("note")))?,
    };
    let terms = Terms {
        keeper: one(&form, "keeper", Keeper::from_key)?,
        licence: form.text("licence").trim().chars().take(300).collect(),
        comes_back: form.text("comes-back") == "yes",
        contact: form.text("contact").trim().chars().take(300).collect(),
    };
    let once = form.optional("once").map(str::to_owned);
    let preparing = Preparing { version: form.parse("version")?, to, ask, terms, number: None, once };
    let row = reader.prepare_referral(&ctx.db, &draft, preparing, ctx.now).await?;
    Ok(href::referral(&draft.reference, row.number))
}

/// Sends a prepared referral. Refuses what `Reader::send_referral` refuses.
pub async fn send(ctx: Context, _: Fields) -> Result<Href, AppError> {
    let (sent, number) = referral(&ctx).await?;
    ctx.reader()?.send_referral(&ctx.db, &sent.draft, number, ctx.now).await?;
    Ok(href::referral(&sent.draft.reference, number))
}

/// Takes a referral back.
pub async fn withdraw(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let (sent, number) = referral(&ctx).await?;
    let why = read("withdraw-reason", Reason::parse(form.text("withdraw-reason")))?;
    ctx.reader()?.withdraw_referral(&ctx.db, &sent.draft, number, why, ctx.now).await?;
    Ok(href::referral(&sent.draft.reference, number))
}

/// Waits no longer for an answer.
pub async fn expire(ctx: Context, _: Fields) -> Result<Href, AppError> {
    let (sent, number) = referral(&ctx).await?;
    ctx.reader()?.expire_referral(&ctx.db, &sent.draft, number, ctx.now).await?;
    Ok(href::referral(&sent.draft.reference, number))
}

async fn referral(ctx: &Context) -> Result<(Sent, i32), AppError> {
    ctx.reader()?;
    let (reference, number) = (ctx.param::<String>("reference")?, ctx.param("number")?);
    Ok((ctx.viewer().referral(&reference, number).await?, number))
}

/// What the receiver says before it answers. Refuses fields that do not read, and what the rules of referrals refuse.
pub async fn receive(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (sent, number) = referral(&ctx).await?;
    let said = reason(&form, "said")?;
    let needed = || read("said", Reason::parse(form.text("said")));
    let who = || read("who", Name::parse(form.text("who")));
    let row = &sent.referral;
    let word = match form.text("do") {
        "receive" => {
            let due = match form.optional("day") {
                Some(_) => Some(time::typed(&form, "day", &zone(&sent))?),
                None => None,
            };
            let to = if form.optional("who").is_some() { Some(who()?) } else { None };
            reader.receive_referral(&ctx.db, row, Receiving { due, to, said }, ctx.now).await?;
            return Ok(href::referral(&sent.draft.reference, number));
        }
        "counter" => Word::Counter(time::typed(&form, "day", &zone(&sent))?, needed()?),
        "redirect" => Word::Redirect(read("body", Name::parse(form.text("body")))?, needed()?),
        "decline" => Word::Decline(needed()?),
        "interim" => Word::Interim(needed()?),
        "assign" => Word::Assign(who()?),
        _ => return Err(AppError::refused("form-unreadable")),
    };
    let said = reader.say_to_referral(&ctx.db, row, word, ctx.now).await;
    said.map_err(|error| AppError::from(error).about("day"))?;
    Ok(href::referral(&sent.draft.reference, number))
}

/// Answers a referral. Refuses fields that do not read, and what `Reader::answer_referral` refuses.
pub async fn answer(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (sent, number) = referral(&ctx).await?;
    let (version, asked) = sent.asked(ctx.db.read()).await?;
    let answered: i32 = form.parse("answered-version")?;
    let proposal = super::answer_form::proposal(&ctx, &sent, &version, &asked).await?;
    if proposal.version != answered {
        return Err(AppError::refused("refusal-referral-newer-version"));
    }
    let mut clauses = Vec::new();
    for clause in asked {
        let Some(fate) = Fate::from_key(form.text(&format!("fate-{}", clause.0))) else { continue };
        let reason = match form.optional(&format!("reason-{}", clause.0)) {
            Some(typed) => Some(Reason::parse(typed).map_err(|bad| AppError::Refused(bad.message(), None))?),
            None => None,
        };
        let words = (fate == Fate::Adapted).then(|| proposal.words(clause)).flatten();
        clauses.push(ClauseAnswer { clause, fate, words, reason });
    }
    let answer = Answer {
        act: one(&form, "act", Act::from_key)?,
        standing: one(&form, "standing", Standing::from_key)?,
        is_final: form.text("whole") != "part",
        identifier: read("identifier", Title::parse(form.text("identifier")))?.to_string(),
        version: answered.max(1),
        decided: ctx.now,
        clauses,
        added: proposal.added(),
        note: reason(&form, "answer-note")?,
    };
    reader.answer_referral(&ctx.db, &sent.referral, answer, ctx.now).await?;
    Ok(href::referral(&sent.draft.reference, number))
}

/// Says what became of a clause.
pub async fn correct(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (old, new) = (ctx.param::<String>("reference")?, ctx.param::<String>("other")?);
    let walk = ctx.viewer().crosswalk((&old, &new), (None, None)).await?;
    let correction = Correction {
        clause: ClauseId(form.parse("clause")?),
        became: clauses(&form, "became").collect(),
        reason: reason(&form, "reason")?,
    };
    reader.correct_pairing(&ctx.db, (&walk.old.draft, &walk.new.draft), correction, ctx.now).await?;
    Ok(href::crosswalk(&old, &new))
}

/// Records that a text is used elsewhere.
pub async fn adopt(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let dated = form.text("dated").parse();
    let dated = dated.map_err(|_| AppError::field("dated", domain::Message::new("form-unreadable")))?;
    let taken = [("verbatim", Fate::Verbatim), ("adapted", Fate::Adapted)];
    let link = match form.optional("link") {
        Some(typed) => Some(read("link", Link::parse(typed))?),
        None => None,
    };
    let adoption = Adoption {
        version: form.parse("version")?,
        who: read("who", Title::parse(form.text("who")))?,
        instrument: read("instrument", Title::parse(form.text("instrument")))?,
        jurisdiction: read("country", Jurisdiction::parse(form.text("country")))?,
        dated,
        status: one(&form, "status", Status::from_key)?,
        link,
        clauses: taken
            .iter()
            .flat_map(|(name, fate)| clauses(&form, name).map(move |clause| Taken { clause, fate: *fate }))
            .collect(),
    };
    let evidence = match form.optional("evidence") {
        Some(typed) => Some(read("evidence", Evidence::parse(typed))?),
        None => None,
    };
    let stakeholder = form.optional("stakeholder").and_then(|typed| typed.parse().ok());
    let once = form.optional("once").map(str::to_owned);
    let recording = Recording { adoption, stakeholder, evidence, text: None, once };
    reader.record_adoption(&ctx.db, &draft, recording, ctx.now).await?;
    Ok(href::uptake(&reference))
}

/// Says that an instrument came into force, or was repealed.
pub async fn change_adoption(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let row = adoption::Entity::numbered(ctx.db.read(), draft.id, ctx.param("number")?).await?;
    let dated = form.text("since").parse();
    let dated = dated.map_err(|_| AppError::refused("form-unreadable"))?;
    let evidence = match form.optional("proof") {
        Some(typed) => Some(read("proof", Evidence::parse(typed))?),
        None => None,
    };
    let changing = Changing { status: one(&form, "became", Status::from_key)?, dated, evidence };
    reader.change_adoption(&ctx.db, &row, changing, ctx.now).await?;
    Ok(href::uptake(&reference))
}

/// Takes a change of another text over, or leaves it. Refuses a change that is not offered any more, words that cannot be put in place, and
/// what `Reader::decide_change` refuses.
pub async fn decide(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let (ours, theirs) = (ctx.param::<String>("reference")?, ctx.param::<String>("other")?);
    let offered = ctx.viewer().offered(&ours, &theirs).await?;
    let gone = || AppError::Conflict(domain::Message::new("refusal-change-gone"));
    let offer = offered.open.iter().find(|offer| offer.key == form.text("change")).ok_or_else(gone)?;
    let taken = match form.text("do") {
        "take" => {
            let typed = form.text("wording").replace("\r\n", "\n");
            let source = offer::put(&offered.text, offer, &typed);
            let source = source.map_err(|bad| AppError::field("wording", bad.message()))?;
            let saved = Saved {
                source,
                base: offered.draft.latest,
                edition: form.parse("edition")?,
                applied: Vec::new(),
                recut: None,
            };
            Some((saved, typed))
        }
        "leave" => None,
        _ => return Err(AppError::refused("form-unreadable")),
    };
    let why = reason(&form, "why")?;
    let deciding = Deciding { offer: offer.clone(), version: offered.version, taken, reason: why };
    let both = (&offered.draft, &offered.other);
    let decided = reader.decide_change(&ctx.db, both, deciding, ctx.now).await;
    decided.map_err(|error| AppError::from(error).about("why"))?;
    Ok(href::changes(&ours, &theirs))
}

/// Disputes a recorded adoption.
pub async fn dispute(ctx: Context, form: Fields) -> Result<Href, AppError> {
    let reader = ctx.reader()?;
    let reference = ctx.param::<String>("reference")?;
    let (draft, _) = draft::Entity::cited(ctx.db.read(), Some(reader), &reference, ctx.now).await?;
    let row = adoption::Entity::numbered(ctx.db.read(), draft.id, ctx.param("number")?).await?;
    let evidence = read("dispute", Reason::parse(form.text("dispute")))?;
    let stakeholder = form.optional("stakeholder").and_then(|typed| typed.parse().ok());
    reader.dispute_adoption(&ctx.db, &row, stakeholder, evidence, ctx.now).await?;
    Ok(href::uptake(&reference))
}
