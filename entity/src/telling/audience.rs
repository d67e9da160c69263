//! Who is told of an event.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::{
    permission::Role,
    record::{Kind, payload},
    stage::Stage,
    telling::Occasion,
};
use sea_orm::{JoinType, QuerySelect, entity::prelude::*};
use serde::de::DeserializeOwned;

use super::{Teller, reminder};
use crate::{
    comment, draft,
    error::*,
    event,
    follow::{self, Subject},
    forum, mandate,
    outbox::{About, Round},
    referral, role, sign_off, thread,
};

/// What is told, and to whom.
pub(super) struct Told {
    pub round: Round,
    pub to: BTreeSet<i64>,
    /// When it is too late to tell; none for what stays worth telling.
    pub ends: Option<DateTime<Utc>>,
}

/// An event of a draft, on its way to people.
struct Scene<'a> {
    db: &'a DatabaseConnection,
    event: &'a event::Model,
    draft: draft::Model,
    forum: forum::Model,
}

/// Whom this event is told to, by what it is for them.
pub(super) async fn of(teller: &Teller<'_>, event: &event::Model) -> Result<Vec<Told>> {
    // What this program does not know it does not tell of.
    let (Some(kind), Some(reference)) = (Kind::from_key(&event.kind), event.run.strip_prefix("draft/"))
    else {
        return Ok(Vec::new());
    };
    if !is_told(kind) {
        return Ok(Vec::new());
    }
    let found = draft::Entity::find().filter(draft::Column::Reference.eq(reference));
    let Some((draft, Some(forum))) = found.find_also_related(forum::Entity).one(teller.db.read()).await?
    else {
        return Ok(Vec::new());
    };
    let scene = Scene { db: teller.db.read(), event, draft, forum };
    match kind {
        Kind::ThreadOpened | Kind::CommentPosted => scene.said().await,
        Kind::ThreadAnswered => scene.answered().await,
        Kind::VersionPublished => scene.published().await,
        Kind::SignedOff | Kind::SignedOffOnBehalf => scene.signed().await,
        Kind::LastCallObjected => scene.objected().await,
        kind if is_of_referral(kind) => scene.went(kind).await,
        _ => scene.began(teller).await,
    }
}

/// Whether anybody is told of events of this kind by mail.
const fn is_told(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ThreadOpened
            | Kind::CommentPosted
            | Kind::ThreadAnswered
            | Kind::VersionPublished
            | Kind::SignedOff
            | Kind::SignedOffOnBehalf
            | Kind::RoundOpened
            | Kind::DeadlineExtended
            | Kind::LastCallOpened
            | Kind::LastCallObjected
            | Kind::SignOffOpened
            | Kind::SilenceOpened
    ) || is_of_referral(kind)
}

/// Whether it tells of a text that goes to another body, or of what comes back.
const fn is_of_referral(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::ReferralSent
            | Kind::ReferralReceived
            | Kind::ReferralCountered
            | Kind::ReferralInterim
            | Kind::ReferralAnswered
            | Kind::ReferralDeclined
            | Kind::ReferralRedirected
            | Kind::ReferralWithdrawn
    )
}

impl Scene<'_> {
    /// To whoever said it as a receipt, to those who spoke there as a reply, and to those who follow the clause or who is spoken for.
    async fn said(&self) -> Result<Vec<Told>> {
        let Some(thread) = self.thread().await? else { return Ok(Vec::new()) };
        let said = match self.payload::<payload::ThreadOpened>() {
            Some(opened) => Some(opened.said),
            None => self.payload::<payload::CommentPosted>().map(|posted| posted.said),
        };
        let speaker =
            said.and_then(|said| said.stakeholder).map(|speaker| Subject::Stakeholder(speaker.slug));
        let clause = thread.anchor.as_ref().map(|anchor| self.clause(anchor.clause));
        let followed: Vec<_> = speaker.into_iter().chain(clause).collect();
        let spoke = comment::Entity::find()
            .select_only()
            .column(comment::Column::AuthorId)
            .distinct()
            .filter(comment::Column::ThreadId.eq(thread.id))
            .filter(comment::Column::Number.lt(self.comment()));
        let spoke: Vec<i64> = spoke.into_tuple().all(self.db).await?;
        let others = self.but_actor(spoke.into_iter().collect());
        let follow = follow::Entity::followers(self.db, &followed).await?;
        let follow = self.but_actor(follow).difference(&others).copied().collect();
        let author = self.event.actor.into_iter().collect();
        Ok(vec![
            self.told(Occasion::Receipt, author),
            self.told(Occasion::Reply, others),
            self.told(Occasion::Said, follow),
        ])
    }

    async fn answered(&self) -> Result<Vec<Told>> {
        let Some(thread) = self.thread().await? else { return Ok(Vec::new()) };
        Ok(vec![self.told(Occasion::Answer, self.but_actor([thread.raised_by].into()))])
    }

    /// To those who follow the draft, a clause of it or its forum, or commented; and to those who can renew what it makes stale.
    async fn published(&self) -> Result<Vec<Told>> {
        let prefix = format!("clause/{}/", self.draft.reference);
        let clauses = follow::Entity::find()
            .select_only()
            .column(follow::Column::AccountId)
            .filter(follow::Column::Subject.starts_with(prefix))
            .filter(follow::Column::Wanted.eq(true));
        let clauses: Vec<i64> = clauses.into_tuple().all(self.db).await?;
        let mut to = concerned(self.db, &self.draft, &self.forum).await?;
        to.extend(clauses);
        let signed = sign_off::Entity::of(self.db, self.draft.id).await?;
        let signed: BTreeSet<i64> = signed.into_iter().map(|one| one.stakeholder_id).collect();
        let holders = mandate::Entity::live_in(self.db, &self.forum, signed, self.event.at).await?;
        let holders: BTreeSet<i64> = holders.into_iter().map(|mandate| mandate.account_id).collect();
        Ok(vec![
            self.told(Occasion::Stale, self.but_actor(holders)),
            self.told(Occasion::Version, self.but_actor(to)),
        ])
    }

    /// To those who follow whoever signed.
    async fn signed(&self) -> Result<Vec<Told>> {
        let Some(signed) = self.payload::<payload::SignedOff>() else { return Ok(Vec::new()) };
        let stakeholder = Subject::Stakeholder(signed.stakeholder.slug);
        let to = follow::Entity::followers(self.db, &[stakeholder]).await?;
        Ok(vec![self.told(Occasion::Said, self.but_actor(to))])
    }

    /// To those who take part, and to those who run the forum: the text comes back to them.
    async fn objected(&self) -> Result<Vec<Told>> {
        let mut to = takes_part(self.db, &self.draft, &self.forum, self.event.at).await?;
        for forum in self.forum.lineage() {
            let roles = role::Entity::in_forum(self.db, forum).await?.into_iter();
            let run = roles.filter(|one| matches!(one.role.0, Role::Secretariat | Role::Editor));
            to.extend(run.map(|one| one.account_id));
        }
        Ok(vec![self.told(Occasion::Round, self.but_actor(to))])
    }

    /// To those who run the forum that a text goes to, or is taken back from; of what comes back, to those who run the forum that sent it, and
    /// of an answer to those who follow the text too. The event in the record of the receiver tells nobody again.
    async fn went(&self, kind: Kind) -> Result<Vec<Told>> {
        let parts: Vec<&str> = self.event.subject.split('/').collect();
        let [_, _, "referral", number] = parts.as_slice() else { return Ok(Vec::new()) };
        let Ok(number) = number.parse() else { return Ok(Vec::new()) };
        let row = referral::Entity::numbered(self.db, self.draft.id, number).await?;
        let to = match kind {
            Kind::ReferralSent | Kind::ReferralWithdrawn => match row.to_forum_id {
                Some(forum) => run(self.db, &forum::Entity::by_id(self.db, forum).await?).await?,
                None => BTreeSet::new(),
            },
            _ => {
                let mut to = run(self.db, &self.forum).await?;
                if kind == Kind::ReferralAnswered {
                    to.extend(concerned(self.db, &self.draft, &self.forum).await?);
                }
                to
            }
        };
        Ok(vec![self.told(Occasion::Referral, self.but_actor(to))])
    }

    /// Something began in which people take part.
    async fn began(&self, teller: &Teller<'_>) -> Result<Vec<Told>> {
        if let Some(stepped) = self.payload::<payload::Stepped>() {
            self.spare_reminders(teller, &stepped.stage).await?;
        }
        let to = takes_part(self.db, &self.draft, &self.forum, self.event.at).await?;
        let ends = self.draft.stage_at(teller.now).deadline();
        Ok(vec![Told { ends, ..self.told(Occasion::Round, self.but_actor(to)) }])
    }

    /// Whoever is told now that something ends in three days is not told at once that it ends in seven.
    async fn spare_reminders(&self, teller: &Teller<'_>, stage: &Stage) -> Result<()> {
        let Some(ends) = stage.deadline() else { return Ok(()) };
        reminder::spare(teller, self.draft.id, ends, self.event.at).await
    }

    fn clause(&self, clause: domain::text::ClauseId) -> Subject {
        Subject::Clause(self.draft.reference.clone(), clause)
    }

    fn told(&self, occasion: Occasion, to: BTreeSet<i64>) -> Told {
        let sequence = self.event.sequence;
        let once = format!("event/{sequence}/{}", occasion.key());
        Told { round: Round { occasion, about: About::Event { sequence }, once }, to, ends: None }
    }

    /// Nobody is told of what they did themselves.
    fn but_actor(&self, mut to: BTreeSet<i64>) -> BTreeSet<i64> {
        if let Some(actor) = self.event.actor {
            to.remove(&actor);
        }
        to
    }

    async fn thread(&self) -> Result<Option<thread::Model>> {
        let parts: Vec<&str> = self.event.subject.split('/').collect();
        let Some(number) = parts.get(3).and_then(|number| number.parse().ok()) else { return Ok(None) };
        Ok(Some(thread::Entity::numbered(self.db, self.draft.id, number).await?))
    }

    /// The number of the comment in its thread.
    fn comment(&self) -> i32 {
        self.event.subject.split('/').nth(5).and_then(|number| number.parse().ok()).unwrap_or(1)
    }

    fn payload<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.event.payload).ok()
    }
}

/// The secretariat of a forum, or of the one it is a working group of.
async fn run(db: &DatabaseConnection, forum: &forum::Model) -> Result<BTreeSet<i64>> {
    let mut to = BTreeSet::new();
    for forum in forum.lineage() {
        let roles = role::Entity::in_forum(db, forum).await?.into_iter();
        to.extend(roles.filter(|one| one.role.0 == Role::Secretariat).map(|one| one.account_id));
    }
    Ok(to)
}

/// Those who follow a draft or its forum, or commented on it and did not say that they had enough of it.
async fn concerned(
    db: &DatabaseConnection,
    draft: &draft::Model,
    forum: &forum::Model,
) -> Result<BTreeSet<i64>> {
    let own = Subject::Draft(draft.reference.clone());
    let mut subjects = vec![own.clone(), Subject::Forum(forum.slug.clone())];
    subjects.extend(forum.parent(db).await?.map(|parent| Subject::Forum(parent.slug)));
    let mut to = follow::Entity::followers(db, &subjects).await?;
    let spoke = comment::Entity::find()
        .select_only()
        .column(comment::Column::AuthorId)
        .distinct()
        .join(JoinType::InnerJoin, comment::Relation::Thread.def())
        .filter(thread::Column::DraftId.eq(draft.id));
    let spoke: Vec<i64> = spoke.into_tuple().all(db).await?;
    to.extend(spoke);
    let unwilling = follow::Entity::unwilling(db, to.iter().copied(), &own).await?;
    Ok(to.difference(&unwilling).copied().collect())
}

/// Those, and whoever speaks for a seat.
pub(super) async fn takes_part(
    db: &DatabaseConnection,
    draft: &draft::Model,
    forum: &forum::Model,
    now: DateTime<Utc>,
) -> Result<BTreeSet<i64>> {
    let mut to = concerned(db, draft, forum).await?;
    let seats = forum.seat_ids(db).await?.into_iter().map(|seat| seat.0);
    let holders = mandate::Entity::live_in(db, forum, seats, now).await?;
    to.extend(holders.into_iter().map(|mandate| mandate.account_id));
    Ok(to)
}
