//! What happened of late where somebody looks: for feeds.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::{
    disposition::Disposition,
    gist,
    permission::Action,
    position::PositionKind,
    record::{Kind, payload},
    text::ClauseId,
};
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait, entity::prelude::*};

use self::rows::{Rows, number_of, reference_of, rows, thread_of};
use super::{Viewer, docket, positions, said};
use crate::{
    access, account, comment, draft,
    error::*,
    event, forum,
    row::listed::{among, one_of},
    stakeholder, thread,
    version::{self, VersionId},
};

/// How many things a feed tells.
const MOST: u64 = 50;
/// So far back in the record it looks for them.
const BACK: i64 = 20_000;
/// How many letters of a comment a feed has.
const WORDS: usize = 600;

/// Of what a feed tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything that the viewer may see.
    Site,
    /// A forum with its working groups.
    Forum(String),
    /// A draft, by its reference.
    Draft(String),
    /// A clause of a draft, through all its versions.
    Clause(String, ClauseId),
    /// What is said and signed for a stakeholder, by its slug.
    Stakeholder(String),
}

/// Something that happened, as feeds show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The id of a thing in a feed: equal whenever it is asked for.
    pub key: String,
    pub happened: DateTime<Utc>,
    pub reference: String,
    pub title: String,
    pub what: What,
}

/// What kind of thing happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Somebody said something.
    Comment { thread: u32, comment: u32, who: String, words: String },
    /// Officials answered a thread.
    Answer { thread: u32, disposition: Disposition },
    /// A version was published.
    Version { number: u32, note: String },
    /// A seat took a position.
    Signed { seat: String, slug: String, position: PositionKind },
    /// A step of the procedure.
    Step(Kind),
}

/// The kinds of which a feed tells.
const KINDS: [Kind; 24] = [
    Kind::ThreadOpened,
    Kind::CommentPosted,
    Kind::ThreadAnswered,
    Kind::VersionPublished,
    Kind::SignedOff,
    Kind::SignedOffOnBehalf,
    Kind::RoundOpened,
    Kind::DeadlineExtended,
    Kind::RoundClosed,
    Kind::LastCallOpened,
    Kind::LastCallObjected,
    Kind::SignOffOpened,
    Kind::TakenBack,
    Kind::SilenceOpened,
    Kind::SilenceBroken,
    Kind::Adopted,
    Kind::Suspended,
    Kind::Resumed,
    Kind::DraftWithdrawn,
    Kind::ReferralSent,
    Kind::ReferralReceived,
    Kind::ReferralInterim,
    Kind::ReferralAnswered,
    Kind::AdoptionRecorded,
];

/// What happened, the latest first, with a name for the whole. Not found when the viewer may not see what it is of. It asks the database a
/// bounded number of times.
pub async fn bulletin(viewer: Viewer<'_>, scope: &Scope) -> Result<(String, Vec<Item>)> {
    let db = viewer.db.read();
    match scope {
        Scope::Site => Ok((String::new(), of_drafts(viewer, None).await?)),
        Scope::Forum(slug) => {
            let forum = forum::Entity::by_slug(db, slug).await?;
            access::require_in(db, viewer.reader, &forum, Action::See, viewer.now).await?;
            let groups = forum.working_groups(db).await?;
            let forums = std::iter::once(forum.id).chain(groups.iter().map(|group| group.id)).collect();
            Ok((forum.name, of_drafts(viewer, Some(forums)).await?))
        }
        Scope::Draft(reference) => {
            let (draft, _) = draft::Entity::cited(db, viewer.reader, reference, viewer.now).await?;
            let events = of_run(db, &draft, MOST).await?;
            Ok((draft.title.clone(), items(viewer, events, None).await?))
        }
        Scope::Clause(reference, clause) => {
            let (draft, _) = draft::Entity::cited(db, viewer.reader, reference, viewer.now).await?;
            let newest = version::Entity::kept(viewer.db, draft.id, draft.latest).await?;
            let index = newest.clauses.iter().position(|one| one.id == *clause);
            let words = index.and_then(|index| newest.text().clause(index).map(|one| gist(one.title(), 80)));
            let events = of_run(db, &draft, MOST * 20).await?;
            let name = words.unwrap_or_else(|| draft.title.clone());
            Ok((name, items(viewer, events, Some(*clause)).await?))
        }
        Scope::Stakeholder(slug) => {
            let stakeholder = stakeholder::Entity::by_slug(db, slug).await?;
            let name = stakeholder.name.clone();
            Ok((name, of_stakeholder(viewer, stakeholder).await?))
        }
    }
}

/// The drafts that end something soon or ended it of late, with their forums: for calendars. Not found when the viewer may not see what it is
/// of.
pub async fn deadlines(
    viewer: Viewer<'_>,
    scope: &Scope,
) -> Result<(String, Vec<(draft::Model, forum::Model)>)> {
    let db = viewer.db.read();
    let stretch = docket::Stretch { skip: 0, limit: 200 };
    match scope {
        Scope::Draft(reference) | Scope::Clause(reference, _) => {
            let found = draft::Entity::cited(db, viewer.reader, reference, viewer.now).await?;
            Ok((found.0.title.clone(), vec![found]))
        }
        Scope::Forum(slug) => {
            let forum = forum::Entity::by_slug(db, slug).await?;
            access::require_in(db, viewer.reader, &forum, Action::See, viewer.now).await?;
            let groups = forum.working_groups(db).await?;
            let forums: Vec<i64> =
                std::iter::once(forum.id).chain(groups.iter().map(|group| group.id)).collect();
            let running = docket::running_in(db, viewer.reader, forums, stretch, viewer.now).await?;
            Ok((forum.name, running.drafts))
        }
        Scope::Site | Scope::Stakeholder(_) => {
            let forums: Vec<i64> = forum::Entity::all(db).await?.into_iter().map(|forum| forum.id).collect();
            let running = docket::running_in(db, viewer.reader, forums, stretch, viewer.now).await?;
            Ok((String::new(), running.drafts))
        }
    }
}

async fn of_run(db: &DatabaseConnection, draft: &draft::Model, limit: u64) -> Result<Vec<event::Model>> {
    let events = event::Entity::find().filter(event::Column::Run.eq(draft.run())).filter(told());
    Ok(events.order_by_desc(event::Column::RunNumber).limit(limit).all(db).await?)
}

fn told() -> Condition {
    one_of(event::Column::Kind, &KINDS.map(Kind::key))
}

/// What happened on the drafts that the viewer may see, in these forums or in all.
async fn of_drafts(viewer: Viewer<'_>, forums: Option<Vec<i64>>) -> Result<Vec<Item>> {
    let db = viewer.db.read();
    let last = event::Entity::last(db).await?.map_or(0, |last| last.sequence);
    let mut seen = draft::Entity::find()
        .select_only()
        .expr(Expr::cust("'draft/' || draft.reference"))
        .filter(docket::seen_by(db, viewer.reader, viewer.now).await?);
    if let Some(forums) = forums {
        seen = seen.filter(among(db, draft::Column::ForumId, forums));
    }
    let events = event::Entity::find()
        .filter(event::Column::Sequence.gt(last - BACK))
        .filter(told())
        .filter(event::Column::Run.in_subquery(seen.into_query()));
    let events = events.order_by_desc(event::Column::Sequence).limit(MOST).all(db).await?;
    items(viewer, events, None).await
}

/// The events as items; of a clause alone where one is given.
async fn items(viewer: Viewer<'_>, events: Vec<event::Model>, clause: Option<ClauseId>) -> Result<Vec<Item>> {
    let rows = rows(viewer, &events).await?;
    let digests = clause.map(|clause| digests(&events, clause)).unwrap_or_default();
    let concerns = |event: &event::Model| match clause {
        None => true,
        Some(clause) => match thread_of(&rows, event) {
            Some(thread) => thread.anchor.as_ref().is_some_and(|anchor| anchor.clause == clause),
            None => digests.contains(&event.sequence),
        },
    };
    let shown = events.iter().filter(|event| concerns(event)).filter_map(|event| item(&rows, event));
    Ok(shown.take(usize::try_from(MOST).unwrap_or_default()).collect())
}

/// The publications in which the words of a clause became others, or came or went.
fn digests(events: &[event::Model], clause: ClauseId) -> BTreeSet<i64> {
    let versions = events.iter().rev().filter(|event| event.kind == Kind::VersionPublished.key());
    let mut before = None;
    let mut changed = BTreeSet::new();
    for event in versions {
        let Ok(payload) = serde_json::from_str::<payload::VersionPublished>(&event.payload) else { continue };
        let now = payload.clauses.iter().find(|one| one.id == clause).map(|one| one.digest);
        if now != before {
            changed.insert(event.sequence);
        }
        before = now;
    }
    changed
}

fn item(rows: &Rows, event: &event::Model) -> Option<Item> {
    let draft = rows.drafts.get(reference_of(event)?)?;
    let kind = Kind::from_key(&event.kind)?;
    let what = match kind {
        Kind::ThreadOpened | Kind::CommentPosted => {
            let thread = thread_of(rows, event)?;
            let number = number_of(event, "comment").unwrap_or(1);
            remark(rows.comments.get(&(thread.id, number))?, thread, &rows.names, &rows.voices)?
        }
        Kind::ThreadAnswered => {
            let thread = thread_of(rows, event)?;
            let payload: payload::ThreadAnswered = serde_json::from_str(&event.payload).ok()?;
            What::Answer { thread: thread.number.unsigned_abs(), disposition: payload.answer }
        }
        Kind::VersionPublished => {
            let number = number_of(event, "version")?;
            let note = rows.versions.get(&VersionId::new(draft.id, number).0).cloned().unwrap_or_default();
            What::Version { number: number.unsigned_abs(), note }
        }
        Kind::SignedOff | Kind::SignedOffOnBehalf => {
            let payload: payload::SignedOff = serde_json::from_str(&event.payload).ok()?;
            let position = PositionKind::from_key(&payload.position)?;
            What::Signed { seat: payload.stakeholder.name, slug: payload.stakeholder.slug, position }
        }
        step => What::Step(step),
    };
    Some(Item {
        key: format!("event/{}", event.sequence),
        happened: event.at,
        reference: draft.reference.clone(),
        title: draft.title.clone(),
        what,
    })
}

/// What somebody said; nothing that was hidden or taken back.
fn remark(
    comment: &comment::Model,
    thread: &thread::Model,
    names: &BTreeMap<i64, String>,
    voices: &BTreeMap<i64, stakeholder::Model>,
) -> Option<What> {
    if comment.hidden.is_some() || comment.withdrawn_at.is_some() {
        return None;
    }
    let name = names.get(&comment.author_id).cloned().unwrap_or_default();
    let voice = comment.stakeholder_id.and_then(|id| voices.get(&id));
    Some(What::Comment {
        thread: thread.number.unsigned_abs(),
        comment: comment.number.unsigned_abs(),
        who: voice.map_or_else(|| name.clone(), |voice| format!("{name}, {}", voice.name)),
        words: gist(&comment.body, WORDS),
    })
}

/// What a stakeholder said and signed, where the viewer may see it.
async fn of_stakeholder(viewer: Viewer<'_>, stakeholder: stakeholder::Model) -> Result<Vec<Item>> {
    let db = viewer.db.read();
    let most = usize::try_from(MOST).unwrap_or_default();
    let said = said::of_stakeholder(db, viewer.reader, stakeholder.id, (0, MOST), viewer.now).await?;
    let signed = positions::last_of(db, stakeholder.id, most).await?;
    let ids = said.iter().map(|(_, thread)| thread.draft_id).chain(signed.iter().map(|one| one.draft_id));
    let drafts = docket::among(db, viewer.reader, ids.collect::<Vec<_>>(), viewer.now).await?;
    let names = account::Entity::names(db, said.iter().map(|(one, _)| one.author_id)).await?;
    let voices = BTreeMap::from([(stakeholder.id, stakeholder.clone())]);
    let item = |draft: i64, key: String, happened: DateTime<Utc>, what: What| {
        let (draft, _) = drafts.get(&draft)?;
        let (reference, title) = (draft.reference.clone(), draft.title.clone());
        Some(Item { key, happened, reference, title, what })
    };
    let remarks = said.iter().filter_map(|(comment, thread)| {
        let what = remark(comment, thread, &names, &voices)?;
        item(thread.draft_id, format!("comment/{}", comment.id), comment.created_at, what)
    });
    let positions = signed.iter().filter_map(|one| {
        let what = What::Signed {
            seat: stakeholder.name.clone(),
            slug: stakeholder.slug.clone(),
            position: one.kind.0,
        };
        let key = format!("position/{}/{}", one.version, one.signed_at.timestamp());
        item(one.draft_id, key, one.signed_at, what)
    });
    let mut items: Vec<Item> = remarks.chain(positions).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.happened));
    items.truncate(most);
    Ok(items)
}
