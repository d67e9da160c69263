//! Threads: lists of them, which are the response matrix, and what was said in each.

use std::collections::BTreeMap;

use app::error::AppError;
use domain::{
    ThreadKind, class::Class, disposition::Disposition, permission::Action, record::dossier::Comment,
    text::ClauseId,
};
use entity::{
    placement,
    reading::{
        Discussion, Listed, Response,
        derived::ThreadPlace,
        filter::{Filter, On, STANDINGS, STATES},
        thread_list::{Cursor, From},
    },
    thread,
};
use serde::Serialize;

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    drafts::cited,
    endpoint::{CURSOR, LIMIT, Of, PAGED, Query, run},
    list::List,
};

const CLASSES: &[&str] = &[
    "government",
    "international-organisation",
    "civil-society",
    "industry",
    "academia",
    "technical-community",
];
const LIVES: &[&str] = &[
    "waiting",
    "answered",
    "not-satisfied",
    "withdrawn",
    "accepted",
    "accepted-in-part",
    "noted",
    "rejected",
    "out-of-scope",
    "duplicate-of",
    "deferred",
];

const FILTERS: &[Query] = &[
    Query { name: "class", what: "Of the stakeholder it was raised for.", of: Of::Words(CLASSES) },
    Query { name: "kind", what: "What it is about.", of: Of::Words(&["general", "technical", "editorial"]) },
    Query { name: "state", what: "How it stands, or how it was answered.", of: Of::Words(LIVES) },
    Query {
        name: "placement",
        what: "How sure its place in the newest version is.",
        of: Of::Words(&["placed", "uncertain", "detached"]),
    },
    Query {
        name: "clause",
        what: "The id of a clause, with all that stands under it; `whole` for comments on the whole draft.",
        of: Of::Text,
    },
    Query { name: "words", what: "Words that were said, quoted, proposed or answered.", of: Of::Text },
    Query { name: "mine", what: "Only those that the caller raised.", of: Of::Flag },
    Query {
        name: "order",
        what: "`text`, as their words stand in the newest version, unless said; or `newest`.",
        of: Of::Words(&["text", "newest"]),
    },
    LIMIT,
    CURSOR,
];

/// The endpoints that read threads.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/threads",
        id: "listThreads",
        what: "The threads of a draft: what was asked, what was answered, and what came of it.",
        asks: &[Action::See],
        query: FILTERS,
        takes: None,
        gives: Gives::List("thread_row"),
        run: run!(threads),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/responses",
        id: "listResponses",
        what: "The response matrix: every thread of a draft by number.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("thread_row"),
        run: run!(responses),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/threads/{number}",
        id: "getThread",
        what: "A thread with its answer, and where it stands in each version.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("thread_whole"),
        run: run!(one),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/threads/{number}/comments",
        id: "listComments",
        what: "What was said in a thread, from the first on.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("comment"),
        run: run!(comments),
    },
];

async fn threads(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let filter = filter(&call)?;
    let from = call.cursor(read)?.map_or(From::Start, From::After);
    let head = call.head().await?;
    let listed = Listed::of(call.viewer(), &head, &filter, from, limit).await?;
    let next = listed.after.map(|cursor| format!("{}.{}", cursor.line, cursor.number));
    let discussion = Discussion::listing(call.viewer(), head, listed.threads).await?;
    Ok(page(discussion, next).answer(&call))
}

/// What a caller asks of the list.
fn filter(call: &Call) -> Result<Filter, AppError> {
    let known = |word: &str| {
        let is_known = STATES.contains(&word) || Disposition::KEYS.contains(&word);
        is_known.then(|| word.to_owned())
    };
    let clause = |written: &str| match written {
        "whole" => Some(On::Whole),
        id => id.parse().ok().map(|id| On::Clause(ClauseId(id))),
    };
    let standing = |word: &str| STANDINGS.into_iter().find(|(key, _)| *key == word).map(|(_, one)| one);
    Ok(Filter {
        class: call.word("class", |word| Class::ALL.iter().copied().find(|class| class.key() == word))?,
        kind: call.word("kind", ThreadKind::from_key)?,
        clause: call.word("clause", clause)?,
        state: call.word("state", known)?.unwrap_or_default(),
        placement: call.word("placement", standing)?,
        beside: None,
        mine: call.query::<bool>("mine")?.unwrap_or(false),
        words: call.query::<String>("words")?.unwrap_or_default(),
        newest: call
            .word("order", |word| match word {
                "text" => Some(false),
                "newest" => Some(true),
                _ => None,
            })?
            .unwrap_or(false),
    })
}

/// Reads a cursor as it was given.
fn read(written: &str) -> Option<Cursor> {
    let (line, number) = written.split_once('.')?;
    Some(Cursor { line: line.parse().ok()?, number: number.parse().ok()? })
}

fn page(discussion: Discussion, next: Option<String>) -> List<Response> {
    List::page(discussion.responses(), next).with_people(discussion.speakers.people().clone())
}

async fn responses(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let after = call.query::<i32>("cursor")?.unwrap_or(0);
    let head = call.head().await?;
    let db = call.state.db.read();
    let most = u64::try_from(limit + 1).unwrap_or(u64::MAX);
    let mut threads = thread::Entity::numbered_after(db, head.draft.id, after, most).await?;
    let more = threads.len() > limit;
    threads.truncate(limit);
    let next = threads.last().filter(|_| more).map(|last| last.number.to_string());
    let ids = threads.iter().map(|thread| thread.id);
    let mut places = placement::Entity::in_version(db, ids, head.draft.newest()).await?;
    let threads = threads.into_iter().map(|thread| (places.remove(&thread.id), thread));
    let threads = threads.map(|(place, thread)| (thread, place)).collect();
    let discussion = Discussion::listing(call.viewer(), head, threads).await?;
    Ok(page(discussion, next).answer(&call))
}

#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    row: Response,
    /// Where it stands in each version since it was made.
    places: Vec<ThreadPlace>,
    people: BTreeMap<i64, String>,
}

async fn one(call: Call) -> Result<Answer, AppError> {
    Ok(Answer::of(&whole(&call, call.param("number")?).await?))
}

/// A thread as it stands now. Refuses with not found a draft that the caller may not see, and a number that no thread has.
pub async fn whole(call: &Call, number: i32) -> Result<impl Serialize + use<>, AppError> {
    let reference = call.param::<String>("reference")?;
    let discussion = Discussion::about(call.viewer(), &reference, number, |_| 1..=1).await?;
    let one = discussion.conversations.first().ok_or(AppError::NotFound)?;
    let places = placement::Entity::of(call.state.db.read(), one.thread.id).await?;
    Ok(Whole {
        row: discussion.response(one),
        places: places.into_iter().map(ThreadPlace::from).collect(),
        people: discussion.speakers.people().clone(),
    })
}

async fn comments(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let after = call.query::<i32>("cursor")?.unwrap_or(0).clamp(0, i32::MAX - 1_000);
    let length = i32::try_from(limit).unwrap_or(i32::MAX);
    let (first, last) = (after + 1, after + length + 1);
    let reference = call.param::<String>("reference")?;
    let number = call.param("number")?;
    let discussion = Discussion::about(call.viewer(), &reference, number, |_| first..=last).await?;
    let one = discussion.conversations.first().ok_or(AppError::NotFound)?;
    let shown = one.comments.iter().filter(|comment| (first..=last).contains(&comment.number));
    let found: Vec<Comment> = shown.map(|comment| discussion.comment(comment)).collect();
    let people = discussion.speakers.people().clone();
    Ok(List::found(found, limit, |comment| comment.number.to_string()).with_people(people).answer(&call))
}

/// The thread of the path with its draft. Refuses with not found a draft that the caller may not see, and a number that no thread has.
pub async fn named(call: &Call) -> Result<(entity::draft::Model, thread::Model), AppError> {
    let (draft, _) = cited(call).await?;
    let thread = thread::Entity::numbered(call.state.db.read(), draft.id, call.param("number")?).await?;
    Ok((draft, thread))
}
