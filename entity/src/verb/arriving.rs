//! Taking in what another installation says of a referral: from a bundle whose signature, digests and record were checked before.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Message,
    bundle::{self, Bundle, End, Unlike, replay},
    permission::Action,
    record::{Dossier, Kind, payload::ReferralSent},
    referral::{Path, Refusal, State, Statement},
};
use sea_orm::{ActiveValue::Set, entity::prelude::*};

use super::{
    copying::{Copying, copy},
    peers::{Abroad, forum_abroad},
    receiving::asked,
    referring::{self, Step},
};
use crate::{
    Db, Reader, Stored, Tx, access, draft,
    error::*,
    forum,
    row::{
        bundle as kept, peer,
        referral::{ActiveModel, Column, Entity, Model},
        referral_step,
        version::{self, VersionId},
    },
    verb::record::Happened,
};

/// What a bundle says, as it was checked.
#[derive(Clone, Debug)]
pub struct Arrival {
    pub bundle: Bundle,
    /// What its archive says of the draft of the side that speaks.
    pub dossier: Dossier,
    /// The sources of the versions of that draft, by number.
    pub texts: BTreeMap<i32, String>,
    /// The bundle, byte for byte.
    pub content: Vec<u8>,
    /// The installation whose key signed it.
    pub peer: i64,
    /// The address of this installation.
    pub ours: String,
    /// Whether a person carried it here, who must then be one who may act for the forum it is for.
    pub by_hand: bool,
}

/// What came of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TakenIn {
    /// It said something new.
    New(Model),
    /// All it says is known: nothing was written.
    Known(Model),
}

impl TakenIn {
    fn of(referral: Model, is_new: bool) -> Self {
        if is_new { Self::New(referral) } else { Self::Known(referral) }
    }

    /// The referral it is about.
    pub fn referral(&self) -> &Model {
        match self {
            Self::New(referral) | Self::Known(referral) => referral,
        }
    }
}

impl Reader {
    /// Takes in what a bundle says: the referral as if it had been sent here, with a copy of the text, or what was done with one that was sent
    /// from here. Refuses a peer that is not confirmed, whoever may not act for the forum it is for, a referral that is not known or not for
    /// here, and steps that the rules of referrals do not allow; then nothing is written.
    pub async fn take_in(&self, db: &Db, arrival: Arrival, now: DateTime<Utc>) -> Result<TakenIn> {
        let tx = db.begin().await?;
        let now = tx.confirm(self, now).await?;
        let peer = peer::Entity::by_id(&*tx, arrival.peer).await?;
        if !peer.is_confirmed() {
            return Err(Error::Refused(Message::new("refusal-bundle-peer").with("peer", peer.name)));
        }
        let incoming = Incoming { tx: &tx, reader: self, peer: &peer, now };
        let taken = match arrival.bundle.end {
            End::Sender => incoming.sent(&arrival).await?,
            End::Receiver => incoming.answered(&arrival).await?,
        };
        if let TakenIn::New(referral) = &taken {
            let ids = (referral.id, peer.id);
            let row = kept::ActiveModel::of(ids, arrival.content, arrival.bundle.made, now);
            kept::Entity::keep(&*tx, row).await?;
            peer::Entity::heard(&*tx, peer.id, Some(now), peer.trouble.clone()).await?;
            tx.commit().await?;
        }
        Ok(taken)
    }
}

/// A bundle while it is taken in.
struct Incoming<'a> {
    tx: &'a Tx,
    reader: &'a Reader,
    peer: &'a peer::Model,
    now: DateTime<Utc>,
}

impl Incoming<'_> {
    /// What the sender says.
    async fn sent(&self, arrival: &Arrival) -> Result<TakenIn> {
        let ours = bundle::host(&arrival.ours).unwrap_or_default();
        let statement = arrival.bundle.statement.as_ref().or_missing("referral")?;
        let statement = bundle::statement_here(statement, &self.peer.host, ours);
        let slug = statement.to_forum.as_deref().unwrap_or_default();
        let no_forum =
            || Error::Refused(Message::new("refusal-bundle-no-forum").with("forum", statement.to.as_str()));
        let to = forum::Entity::find().filter(forum::Column::Slug.eq(slug)).one(&**self.tx).await?;
        let to = to.filter(|to| bundle::split(&to.slug).is_none()).ok_or_else(no_forum)?;
        self.may(arrival, &to, Action::ReceiveReferral).await?;
        let forum = self.forum(&arrival.dossier).await?;
        let reference = bundle::qualified(&arrival.bundle.referral.reference, &self.peer.host);
        let known =
            draft::Entity::find().filter(draft::Column::Reference.eq(&*reference)).one(&**self.tx).await?;
        let number = arrival.bundle.referral.number;
        let earlier = match &known {
            Some(known) => {
                let all =
                    Entity::find().filter(Column::DraftId.eq(known.id)).filter(Column::Number.eq(number));
                all.one(&**self.tx).await?
            }
            None => None,
        };
        let path = statement.path.check(&to.slug);
        path.map_err(|refusal| Error::Refused(refusal.message()))?;
        let (draft, grew) = self.copied(arrival, &forum, &reference, known).await?;
        let is_first = earlier.is_none();
        let referral = match earlier {
            Some(earlier) if earlier.statement.as_ref().map(|said| &said.0) == Some(&statement) => earlier,
            Some(_) => return Err(Error::refused("refusal-bundle-contradicts")),
            None => self.arrive(arrival, (&draft, &forum, &to), statement).await?,
        };
        let (referral, went_on) = self.follow(arrival, &draft, referral).await?;
        Ok(TakenIn::of(referral, is_first || grew || went_on))
    }

    /// What the receiver says of a referral that was sent from here.
    async fn answered(&self, arrival: &Arrival) -> Result<TakenIn> {
        let named = &arrival.bundle.referral;
        let none = || {
            let words = Message::new("refusal-bundle-no-referral");
            Error::Refused(words.with("referral", format!("{}/{}", named.reference, named.number)))
        };
        let draft = draft::Entity::find().filter(draft::Column::Reference.eq(&*named.reference));
        let draft = draft.one(&**self.tx).await?.ok_or_else(none)?;
        let referral = Entity::numbered(&**self.tx, draft.id, named.number).await.map_err(|_| none())?;
        let to = match referral.to_forum_id {
            Some(to) => forum::Entity::by_id(&**self.tx, to).await?,
            None => return Err(none()),
        };
        // What was not sent is not told of, and what was sent elsewhere is not theirs to answer.
        let is_theirs = bundle::split(&to.slug).is_some_and(|(_, host)| host == self.peer.host);
        if !is_theirs || referral.sent_at.is_none() {
            return Err(none());
        }
        let sender = forum::Entity::by_id(&**self.tx, referral.forum_id).await?;
        self.may(arrival, &sender, Action::Refer).await?;
        let (mut referral, mut grew) = (referral, false);
        // An archive of the text as it was sent says nothing of a text of theirs.
        if bundle::split(&arrival.dossier.reference).is_none() {
            let reference = bundle::qualified(&arrival.dossier.reference, &self.peer.host);
            let known = draft::Entity::find().filter(draft::Column::Reference.eq(&*reference));
            let known = known.one(&**self.tx).await?;
            let (theirs, longer) = self.copied(arrival, &to, &reference, known).await?;
            grew = longer;
            referral.derived_id = Some(theirs.id);
            let row =
                ActiveModel { id: Set(referral.id), derived_id: Set(Some(theirs.id)), ..Default::default() };
            row.update(&**self.tx).await?;
        }
        let (referral, went_on) = self.follow(arrival, &draft, referral).await?;
        Ok(TakenIn::of(referral, grew || went_on))
    }

    /// Refuses whoever carried a bundle and may not act for the forum it is for.
    async fn may(&self, arrival: &Arrival, forum: &forum::Model, action: Action) -> Result<()> {
        match arrival.by_hand {
            true => access::require_in(&**self.tx, Some(self.reader), forum, action, self.now).await,
            false => Ok(()),
        }
    }

    async fn forum(&self, dossier: &Dossier) -> Result<forum::Model> {
        let prefix = dossier.reference.split('-').next().unwrap_or_default();
        let abroad = Abroad {
            slug: dossier.forum.slug.clone(),
            name: dossier.forum.name.clone(),
            kind: dossier.forum.kind,
            prefix: prefix.to_owned(),
            zone: dossier.forum.zone.clone(),
        };
        forum_abroad(self.tx, self.reader, self.peer, &abroad, self.now).await
    }

    /// The copy of their draft here, with the versions it did not have yet, and whether there were any.
    async fn copied(
        &self,
        arrival: &Arrival,
        forum: &forum::Model,
        reference: &str,
        known: Option<draft::Model>,
    ) -> Result<(draft::Model, bool)> {
        let copying = Copying {
            forum,
            reference: reference.to_owned(),
            dossier: &arrival.dossier,
            texts: &arrival.texts,
            note: &arrival.bundle.referral.id,
        };
        copy(self.tx, self.reader, &copying, known, self.now).await
    }

    /// The referral as it stands when it has just been sent.
    async fn arrive(
        &self,
        arrival: &Arrival,
        (draft, forum, to): (&draft::Model, &forum::Model, &forum::Model),
        statement: Statement,
    ) -> Result<Model> {
        let first = arrival.bundle.steps.first().or_missing("referral")?;
        let State::Sent { sent, .. } = first.state else {
            return Err(Error::refused("refusal-bundle-contradicts"));
        };
        let version = version::Entity::numbered(&**self.tx, draft.id, statement.version).await?;
        if version.digest.0 != statement.digest {
            return Err(Error::refused("refusal-bundle-contradicts"));
        }
        let said = ReferralSent { statement: statement.clone() };
        let ours =
            Happened::to_draft(Kind::ReferralSent, draft).part("referral", arrival.bundle.referral.number);
        ours.saying(&said)?.append(self.tx, Some(self.reader), None, self.now).await?;
        let came = Happened::to_forum(Kind::ReferralSent, to).part("referral", &statement.id);
        came.saying(&said)?.append(self.tx, Some(self.reader), None, self.now).await?;
        let row = ActiveModel {
            draft_id: Set(draft.id),
            version: Set(VersionId::new(draft.id, statement.version)),
            number: Set(arrival.bundle.referral.number),
            root_id: Set(self.root(draft, &statement.path).await?),
            forum_id: Set(forum.id),
            to_forum_id: Set(Some(to.id)),
            to_name: Set(to.name.clone()),
            ask: Set(Stored(statement.ask.clone())),
            terms: Set(Stored(statement.terms.clone())),
            statement: Set(Some(Stored(statement))),
            prepared_by: Set(self.reader.account.id),
            prepared_at: Set(self.now),
            sent_at: Set(Some(sent)),
            ..Default::default()
        };
        let row = row.in_state(first.state.clone()).insert(&**self.tx).await?;
        let step = Step { kind: Kind::ReferralSent, state: first.state.clone(), said: None, answer: None };
        referring::keep(self.tx, self.reader, &row, &step, Some(&self.peer.host), first.at).await?;
        Ok(row)
    }

    /// The draft in which the text was written first, where it is known here.
    async fn root(&self, draft: &draft::Model, path: &Path) -> Result<i64> {
        let Some(first) = path.hops().first() else { return Ok(draft.id) };
        let known = draft::Entity::find().filter(draft::Column::Reference.eq(&*first.reference));
        Ok(known.one(&**self.tx).await?.map_or(draft.id, |known| known.id))
    }

    /// Takes the steps that are not known yet, and says whether there were any. Refuses steps that are not those that are known.
    async fn follow(
        &self,
        arrival: &Arrival,
        draft: &draft::Model,
        referral: Model,
    ) -> Result<(Model, bool)> {
        let taken = referral_step::Entity::of(&**self.tx, [referral.id]).await?;
        let known: Vec<_> = taken.iter().filter(|step| step.heard_from.is_some()).collect();
        let steps = &arrival.bundle.steps;
        let same = known.iter().zip(steps).all(|(known, step)| {
            known.kind.0 == step.kind && known.state.0 == step.state && known.taken_at == step.at
        });
        if !same {
            return Err(Error::refused("refusal-bundle-contradicts"));
        }
        let sent = version::Entity::by_key(&**self.tx, referral.version).await?;
        let asked = asked(&referral, &sent);
        let mut referral = referral;
        for step in steps.iter().skip(known.len()) {
            let clauses = step.answer.iter().flat_map(|answer| &answer.clauses);
            if clauses.into_iter().any(|one| !asked.contains(&one.clause)) {
                return Err(Error::refused("refusal-referral-clause"));
            }
            let state = replay(referral.state.0.clone(), step, asked.len()).map_err(unlike)?;
            let one = Step { kind: step.kind, state, said: step.said.clone(), answer: step.answer.clone() };
            let heard = Some((&*self.peer.host, step.at));
            referral =
                referring::take_heard(self.tx, self.reader, (draft, &referral), one, heard, self.now).await?;
        }
        Ok((referral, steps.len() > known.len()))
    }
}

fn unlike(unlike: Unlike) -> Error {
    match unlike {
        Unlike::Refused(Refusal::WrongState { state: "withdrawn", .. }) => {
            Error::Conflict(Message::new("refusal-bundle-withdrawn"))
        }
        Unlike::Refused(refusal) => referring::refused(refusal),
        Unlike::Elsewhere | Unlike::NotTheirs => Error::refused("refusal-bundle-contradicts"),
    }
}
