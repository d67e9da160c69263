//! Bundles: making one of what was said here of a referral, and taking in what another installation says.

mod delivery;
mod door;
mod turned;

use std::collections::{BTreeMap, BTreeSet};

use app::href;
use axum::{
    Router,
    routing::{get, post},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    bundle::{self, Bundle, End, FORM, Installation, Named, Part, Related, Relation, Taken},
    class::Class,
    typed::Reason,
};
use entity::{
    Db, Reader, draft, event, forum, peer, referral, referral_step,
    verb::{Arrival, TakenIn, other_side},
};

pub use delivery::Delivery;
pub use door::routes;
pub use turned::Turned;

use crate::{
    checkpoint::Signer,
    export::{self, Against, BUNDLE_SCHEMA, Dossier, Failure, File, REFERRAL, REFERRAL_SCHEMA},
    key::{Keys, Pin},
    state::State,
};

/// The files and forms of the pages.
pub fn forms(state: &State) -> Router {
    Router::new()
        .route(href::post::at::forum_bundles(), post(door::brought))
        .route(href::post::at::referral_bundles(), post(door::brought))
        .route("/drafts/{reference}/referrals/{number}/bundle.zip", get(door::made))
        .route("/drafts/{reference}/referrals/{number}/received.zip", get(door::kept))
        .with_state(state.clone())
}

/// How large a bundle may be.
pub const LARGEST: usize = 64 << 20;
/// How far the clock of another installation may be ahead of ours.
const AHEAD: TimeDelta = TimeDelta::minutes(10);

/// This installation: its database, its key, and the address people use.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    pub db: &'a Db,
    pub signer: &'a Signer,
    pub url: &'a str,
}

/// How a bundle came.
#[derive(Clone, Copy)]
pub enum Carried<'a> {
    /// A person brought it, and answers for it.
    By(&'a Reader),
    /// The other installation sent it.
    Sent,
}

impl Here<'_> {
    /// Everything that was said here of a referral that was sent, with the archive of the text of this side. Refuses one that was not sent,
    /// and a text that is not public.
    pub async fn make(&self, row: &referral::Model, now: DateTime<Utc>) -> Result<Vec<u8>, Failure> {
        let db = self.db.read();
        let last = event::Entity::last(db).await?;
        let now = last.map_or(now, |last| last.at.max(now));
        let draft = draft::Entity::by_id(db, row.draft_id).await?;
        let forum = forum::Entity::by_id(db, row.forum_id).await?;
        let is_sender = bundle::split(&forum.slug).is_none();
        let peer = other_side(db, row).await?;
        let steps = referral_step::Entity::of(db, [row.id]).await?;
        let relations = self.relations(&draft, is_sender).await?;
        let text = self.text(row, &draft, is_sender, now).await?;
        let (url, fingerprint) =
            (self.url.to_owned(), self.signer.keys(self.db, now).await?.fingerprint.to_string());
        let reference =
            bundle::split(&draft.reference).map_or(draft.reference.clone(), |(plain, _)| plain.to_owned());
        let origin = match (&peer, is_sender) {
            (Some(peer), false) => peer.address.clone(),
            _ => url.clone(),
        };
        let to = peer.map(|peer| Installation { address: peer.address, fingerprint: peer.fingerprint });
        let mut said = Bundle {
            form: FORM.to_owned(),
            end: if is_sender { End::Sender } else { End::Receiver },
            made: now,
            from: Installation { address: url, fingerprint },
            to,
            referral: Named {
                id: format!("{origin}/drafts/{reference}/referrals/{}", row.number),
                reference,
                number: row.number,
            },
            relations,
            statement: row.statement.as_ref().filter(|_| is_sender).map(|said| said.0.clone()),
            steps: Vec::new(),
            taken_part: Vec::new(),
        };
        for step in steps.into_iter().filter(|step| step.heard_from.is_none()) {
            let taken = taken(step, said.step_id(said.steps.len() + 1));
            said.steps.push(taken);
        }
        if said.steps.is_empty() {
            return Err(Failure::Entity(entity::Error::refused("refusal-bundle-nothing")));
        }
        let more = move |dossier: &Dossier, _: &Keys| -> Result<Vec<File>, Failure> {
            said.taken_part = taken_part(dossier);
            let file = |name: &str, text: String| (name.to_owned(), text.into_bytes());
            Ok(vec![file(REFERRAL, export::written(&said)?), file(REFERRAL_SCHEMA, BUNDLE_SCHEMA.to_owned())])
        };
        export::write_with(self.db, self.signer, (None, &text), more, now).await
    }

    /// The reference of the text whose archive goes along: of the sender the draft, of the receiver what it made of it, or the copy of what
    /// was sent.
    async fn text(
        &self,
        row: &referral::Model,
        draft: &draft::Model,
        is_sender: bool,
        now: DateTime<Utc>,
    ) -> Result<String, Failure> {
        let derived = match row.derived_id.filter(|_| !is_sender) {
            Some(id) => Some(draft::Entity::by_id(self.db.read(), id).await?),
            None => None,
        };
        let shown = derived.filter(|derived| derived.visibility.0.is_public(now));
        Ok(shown.map_or_else(|| draft.reference.clone(), |derived| derived.reference))
    }

    async fn relations(&self, draft: &draft::Model, is_sender: bool) -> Result<Vec<Related>, Failure> {
        let behind = referral::Entity::behind(self.db.read(), draft.id).await?;
        let before = behind.filter(|_| is_sender).and_then(|behind| behind.statement);
        let forwards = before.map(|said| Related { relation: Relation::Forwards, id: said.0.id });
        Ok(forwards.into_iter().collect())
    }

    /// Takes in a bundle. Refuses, with nothing written, one that is too large, that is no archive, in which anything does not hold, that is
    /// for another installation, from the future, or signed by a key that was not confirmed here, and what `Reader::take_in` refuses.
    pub async fn take(
        &self,
        content: Vec<u8>,
        carried: Carried<'_>,
        now: DateTime<Utc>,
    ) -> Result<TakenIn, Turned> {
        if content.len() > LARGEST {
            return Err(Turned::TooLarge);
        }
        let (peer, pin) = self.signed_by(&content).await?;
        let reading = tokio::task::spawn_blocking(move || {
            let read = export::read(&content, Against { key: Some(&pin), since: None });
            read.map(|read| (read, content))
        });
        let ((verified, said), content) =
            reading.await.map_err(|error| Turned::Broken(error.to_string()))?.map_err(Turned::NoArchive)?;
        if let Some(finding) = verified.findings.first() {
            return Err(Turned::DoesNotHold(verified.findings.len(), finding.to_string()));
        }
        let content_of = said.ok_or_else(|| Turned::NoArchive("nothing can be read in it".to_owned()))?;
        let said = content_of.bundle.ok_or(Turned::NoReferral)?;
        if said.made > now + AHEAD || verified.exported.is_some_and(|exported| exported > now + AHEAD) {
            return Err(Turned::FromTheFuture(said.made));
        }
        if bundle::host(&said.from.address) != Some(&*peer.host) {
            return Err(Turned::OtherSender { peer: peer.host, address: said.from.address });
        }
        let ours = bundle::host(self.url);
        let is_ours = said.to.as_ref().is_some_and(|to| bundle::host(&to.address) == ours);
        if !is_ours {
            let to = said.to.map_or_else(String::new, |to| to.address);
            return Err(Turned::OtherAddressee(to));
        }
        let arrival = Arrival {
            bundle: said,
            dossier: content_of.dossier,
            texts: content_of.texts,
            content,
            peer: peer.id,
            ours: self.url.to_owned(),
            by_hand: matches!(carried, Carried::By(_)),
        };
        let reader = match carried {
            Carried::By(reader) => reader.clone(),
            Carried::Sent => self.stands_for(&peer, now).await?,
        };
        Ok(reader.take_in(self.db, arrival, now).await?)
    }

    /// The installation whose key signed an archive, before anything else of it is looked at: whoever is not known here costs nothing more.
    async fn signed_by(&self, content: &[u8]) -> Result<(peer::Model, Pin), Turned> {
        let (key, handovers) = export::signer(content).map_err(Turned::NoArchive)?;
        for peer in peer::Entity::all(self.db.read()).await? {
            let Ok(pin) = peer.fingerprint.parse::<Pin>() else { continue };
            if pin.is(&key) || handovers.from(&pin).is_some() {
                return if peer.is_confirmed() {
                    Ok((peer, pin))
                } else {
                    Err(Turned::NotConfirmed(peer.name))
                };
            }
        }
        Err(Turned::UnknownKey(key.fingerprint()))
    }

    /// Whoever confirmed an installation answers for what comes from it.
    async fn stands_for(&self, peer: &peer::Model, now: DateTime<Utc>) -> Result<Reader, Turned> {
        let nobody = || Turned::NotConfirmed(peer.name.clone());
        let account = peer.decided_by.ok_or_else(nobody)?;
        Reader::of(self.db, account, now).await?.ok_or_else(nobody)
    }
}

fn taken(step: referral_step::Model, id: String) -> Taken {
    Taken {
        id,
        kind: step.kind.0,
        state: step.state.0,
        said: step.said.as_deref().and_then(|said| Reason::parse(said).ok()),
        answer: step.answer.map(|answer| answer.0),
        at: step.taken_at,
    }
}

/// Who took part, by class: what was hidden or taken back is not counted.
fn taken_part(dossier: &Dossier) -> Vec<Part> {
    let mut parts: BTreeMap<Option<Class>, (BTreeSet<String>, u32)> = BTreeMap::new();
    for comment in dossier.facts.threads.iter().flat_map(|thread| &thread.comments) {
        if comment.hidden.is_some() || comment.withdrawn_at.is_some() {
            continue;
        }
        let class = comment.stakeholder.as_ref().map(|one| one.class);
        let voice =
            comment.stakeholder.as_ref().map_or_else(|| comment.author.to_string(), |one| one.slug.clone());
        let (voices, comments) = parts.entry(class).or_default();
        voices.insert(voice);
        *comments += 1;
    }
    let part = |(class, (voices, comments)): (_, (BTreeSet<String>, u32))| Part {
        class,
        voices: u32::try_from(voices.len()).unwrap_or(u32::MAX),
        comments,
    };
    parts.into_iter().map(part).collect()
}
