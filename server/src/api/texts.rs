//! Versions: their texts, their clauses, what changed between two, and the text of the next one.

use app::error::AppError;
use domain::{permission::Action, text::ClauseId, typed::VersionNote};
use entity::{
    access,
    reading::plain::{PlainClause, PlainVersion},
    verb::{Publication, Saved},
    working_text,
};
use serde::{Deserialize, Serialize};

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    drafts::cited,
    endpoint::{PAGED, run},
    list::List,
    said::words,
};

/// The endpoints about texts.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/versions",
        id: "listVersions",
        what: "The versions of a draft, from the first on.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("version"),
        run: run!(versions),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/versions/{number}",
        id: "getVersion",
        what: "A version with its text, its digest and the digests of its clauses.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("version"),
        run: run!(version),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/versions/{number}/text",
        id: "getText",
        what: "The exact text of a version, whose SHA-256 is its digest.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::Text("text/markdown"),
        run: run!(text),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/versions/{number}/clauses",
        id: "listClauses",
        what: "The clauses of a version in order, each with its numbered lines.",
        asks: &[Action::See],
        query: PAGED,
        takes: None,
        gives: Gives::List("clause"),
        run: run!(clauses),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/versions/{number}/blocks",
        id: "listBlocks",
        what: "The text of a version as a tree, to be shown without reading Markdown.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::List("block"),
        run: run!(blocks),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/comparisons/{from}...{to}",
        id: "compareVersions",
        what: "What changed from one version to a later one, clause by clause and word by word.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("comparison"),
        run: run!(comparison),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/working-text",
        id: "getWorkingText",
        what: "The text of the next version, as it was saved last.",
        asks: &[Action::SeeWorkingText],
        query: &[],
        takes: None,
        gives: Gives::One("working_text"),
        run: run!(working),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/working-text",
        id: "saveWorkingText",
        what: "Saves the text of the next version. `base` and `edition` say what it was made from, so that nobody's words are written over.",
        asks: &[Action::EditWorkingText],
        query: &[],
        takes: Some("working_text_saved"),
        gives: Gives::One("working_text"),
        run: run!(save),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/versions",
        id: "publishVersion",
        what: "Publishes the saved text as the next version, in which every comment is placed.",
        asks: &[Action::PublishVersion],
        query: &[],
        takes: Some("publication"),
        gives: Gives::Made("version"),
        run: run!(publish),
    },
];

async fn versions(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query::<i32>("cursor")?.unwrap_or(0));
    let head = call.head().await?;
    let later = head.versions.iter().filter(|version| version.number > after).take(limit + 1);
    let found: Vec<_> = later.map(PlainVersion::of).collect();
    Ok(List::found(found, limit, |version| version.number.to_string()).answer(&call))
}

async fn version(call: Call) -> Result<Answer, AppError> {
    let number = call.param("number")?;
    Ok(Answer::of(&call.viewer().version(&call.head().await?, number).await?))
}

async fn text(call: Call) -> Result<Answer, AppError> {
    let head = call.head().await?;
    let source = head.version(call.param("number")?)?.source.clone();
    Ok(Answer::text("text/markdown; charset=utf-8", source))
}

async fn clauses(call: Call) -> Result<Answer, AppError> {
    let (limit, after) = (call.limit()?, call.query::<u32>("cursor")?.unwrap_or(0));
    let head = call.head().await?;
    let all = PlainClause::all(head.version(call.param("number")?)?);
    let rest = all.into_iter().filter(|clause| clause.lines.first() > after).take(limit + 1);
    Ok(List::found(rest.collect(), limit, |clause| clause.lines.first().to_string()).answer(&call))
}

async fn blocks(call: Call) -> Result<Answer, AppError> {
    let head = call.head().await?;
    let tree = head.version(call.param("number")?)?.text().tree_json();
    let blocks = tree.as_array().cloned().unwrap_or_default();
    Ok(List::page(blocks, None).answer(&call))
}

async fn comparison(call: Call) -> Result<Answer, AppError> {
    let pair = call.param::<String>("pair")?;
    let (from, to) = pair.split_once("...").ok_or(AppError::NotFound)?;
    let number = |written: &str| written.parse::<u32>().map_err(|_| AppError::NotFound);
    let (from, to) = (number(from)?, number(to)?);
    Ok(Answer::of(&call.viewer().comparison(&call.head().await?, from, to).await?))
}

#[derive(Serialize)]
struct WorkingText {
    /// The number of the newest version, from which it goes on; 0 before the first.
    base: i32,
    /// Which time it was saved; 0 when it is the text of the newest version still.
    edition: i32,
    text: String,
}

async fn working(call: Call) -> Result<Answer, AppError> {
    let db = call.state.db.read();
    let (draft, forum) = cited(&call).await?;
    access::require(db, call.reader.as_ref(), &forum, &draft, Action::SeeWorkingText, call.now).await?;
    let saved = working_text::Entity::of(db, draft.id).await?;
    let text = match saved {
        Some(saved) => WorkingText { base: draft.latest, edition: saved.edition, text: saved.source },
        None => {
            let newest = call.head().await?.newest()?.source.clone();
            WorkingText { base: draft.latest, edition: 0, text: newest }
        }
    };
    Ok(Answer::of(&text))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedText {
    base: i32,
    edition: i32,
    text: String,
}

async fn save(call: Call) -> Result<Answer, AppError> {
    let (draft, _) = cited(&call).await?;
    let sent: SavedText = call.sent()?;
    let saved =
        Saved { source: sent.text, base: sent.base, edition: sent.edition, applied: Vec::new(), recut: None };
    let kept = call.reader()?.save_text(&call.state.db, &draft, saved, call.now).await?;
    Ok(Answer::of(&WorkingText { base: draft.latest, edition: kept.edition, text: kept.source }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Published {
    note: String,
    edition: i32,
    #[serde(default)]
    editorial: Vec<ClauseId>,
}

async fn publish(call: Call) -> Result<Answer, AppError> {
    let (draft, _) = cited(&call).await?;
    let sent: Published = call.sent()?;
    let publication = Publication {
        note: words("note", VersionNote::parse(&sent.note))?,
        edition: sent.edition,
        editorial: sent.editorial,
    };
    let version = call.reader()?.publish(&call.state.db, &draft, publication, call.now).await?;
    let path = format!("/drafts/{}/versions/{}", draft.reference, version.number);
    let whole = call.viewer().version(&call.head().await?, version.number.unsigned_abs()).await?;
    Ok(Answer::made(&path, &whole))
}
