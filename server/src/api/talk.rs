//! What people and officials do in threads.

use app::error::AppError;
use domain::{
    ThreadKind,
    permission::Action,
    text::LineRange,
    typed::{CommentBody, Reason, Wording},
};
use entity::{comment, thread, verb};
use serde::Deserialize;

use super::{
    Endpoint, Gives, Verb, answers,
    call::{Answer, Call},
    drafts::cited,
    endpoint::run,
    said::{voice, words},
    threads::{named, whole},
};

/// An endpoint that does something in a thread and gives the thread as it is then.
macro_rules! done {
    ($path:literal, $id:literal, $what:literal, $asks:expr, $takes:expr, $run:path) => {
        Endpoint {
            verb: Verb::Post,
            path: $path,
            id: $id,
            what: $what,
            asks: $asks,
            query: &[],
            takes: $takes,
            gives: Gives::One("thread_whole"),
            run: run!($run),
        }
    };
}

/// The endpoints that write in threads.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/threads",
        id: "openThread",
        what: "Comments on some lines of a version, on words in them, or on the whole draft, and proposes other words for them.",
        asks: &[Action::Comment, Action::Suggest],
        query: &[],
        takes: Some("thread_opened"),
        gives: Gives::Made("thread_whole"),
        run: run!(open),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/threads/{number}/comments",
        id: "reply",
        what: "Replies in a thread.",
        asks: &[Action::Reply, Action::Suggest],
        query: &[],
        takes: Some("reply"),
        gives: Gives::Made("thread_whole"),
        run: run!(reply),
    },
    done!(
        "/drafts/{reference}/threads/{number}/comments/{comment}",
        "editComment",
        "Changes an own comment within its first 15 minutes.",
        &[Action::EditComment { own: true }],
        Some("comment_edited"),
        edit
    ),
    done!(
        "/drafts/{reference}/threads/{number}/comments/{comment}/withdrawal",
        "withdrawComment",
        "Takes an own comment back; its text stays, struck.",
        &[Action::Withdraw { own: true }],
        None,
        withdraw_comment
    ),
    done!(
        "/drafts/{reference}/threads/{number}/comments/{comment}/hiding",
        "hideComment",
        "Hides a comment, with the reason.",
        &[Action::Moderate],
        Some("reason_given"),
        hide
    ),
    done!(
        "/drafts/{reference}/threads/{number}/comments/{comment}/erasure",
        "eraseComment",
        "Erases the words of a hidden comment for good, with the reason.",
        &[Action::Erase],
        Some("reason_given"),
        erase
    ),
    done!(
        "/drafts/{reference}/threads/{number}/withdrawal",
        "withdrawThread",
        "Takes an own thread back; its text stays, struck.",
        &[Action::Withdraw { own: true }],
        None,
        withdraw
    ),
    done!(
        "/drafts/{reference}/threads/{number}/answer",
        "answerThread",
        "Answers a thread for the record.",
        &[Action::Answer],
        Some("answer_given"),
        answers::answer
    ),
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/answers",
        id: "answerThreads",
        what: "Gives one answer to several threads: to all of them, or to none.",
        asks: &[Action::Answer],
        query: &[],
        takes: Some("answers_given"),
        gives: Gives::One("answered"),
        run: run!(answers::answer_several),
    },
    done!(
        "/drafts/{reference}/threads/{number}/acknowledgement",
        "acknowledgeAnswer",
        "Says whether the answer to an own thread satisfies.",
        &[Action::Acknowledge { own: true }],
        Some("acknowledgement"),
        answers::acknowledge
    ),
    done!(
        "/drafts/{reference}/threads/{number}/reopening",
        "reopenThread",
        "Opens an answered thread again.",
        &[Action::Reopen],
        Some("reason_given"),
        answers::reopen
    ),
    done!(
        "/drafts/{reference}/threads/{number}/placement",
        "placeThread",
        "Says on which lines of the newest version a thread belongs.",
        &[Action::RepairPlacement { own: false }, Action::Comment],
        Some("placement_given"),
        place
    ),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    version: i32,
    lines: Option<String>,
    quote: Option<String>,
    place: Option<u32>,
    kind: Option<ThreadKind>,
    body: String,
    suggestion: Option<String>,
    stakeholder: Option<String>,
}

async fn open(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let (draft, _) = cited(&call).await?;
    let sent: Opened = call.sent()?;
    let opening = verb::Opening {
        version: sent.version,
        lines: sent.lines.as_deref().map(lines).transpose()?,
        quote: sent.quote,
        place: sent.place,
        kind: sent.kind.unwrap_or(ThreadKind::General),
        said: said(&call, &sent.body, sent.suggestion.as_deref(), sent.stakeholder.as_deref())?,
    };
    let thread = reader.open_thread(&call.state.db, &draft, opening, call.now).await?;
    let path = format!("/drafts/{}/threads/{}", draft.reference, thread.number);
    Ok(Answer::made(&path, &whole(&call, thread.number).await?))
}

/// The lines that were written. Refuses what names none.
fn lines(written: &str) -> Result<LineRange, AppError> {
    written.parse().map_err(|bad: domain::text::BadLineRange| AppError::field("lines", bad.message()))
}

/// What somebody says, and for whom.
fn said(
    call: &Call,
    body: &str,
    suggestion: Option<&str>,
    stakeholder: Option<&str>,
) -> Result<verb::Said, AppError> {
    if suggestion.is_some() {
        call.require(domain::scope::Scope::of(Action::Suggest))?;
    }
    Ok(verb::Said {
        body: words("body", CommentBody::parse(body))?,
        suggestion: suggestion.map(|wording| words("suggestion", Wording::parse(wording))).transpose()?,
        stakeholder: voice(call.reader()?, stakeholder)?,
        once: call.once.clone(),
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Replied {
    body: String,
    suggestion: Option<String>,
    stakeholder: Option<String>,
}

async fn reply(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let (draft, thread) = named(&call).await?;
    let sent: Replied = call.sent()?;
    let said = said(&call, &sent.body, sent.suggestion.as_deref(), sent.stakeholder.as_deref())?;
    let comment = reader.reply(&call.state.db, &thread, said, call.now).await?;
    let path = format!(
        "/drafts/{}/threads/{}/comments?cursor={}",
        draft.reference,
        thread.number,
        comment.number - 1
    );
    Ok(Answer::made(&path, &whole(&call, thread.number).await?))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edited {
    body: String,
}

async fn edit(call: Call) -> Result<Answer, AppError> {
    let (thread, comment) = named_comment(&call).await?;
    let sent: Edited = call.sent()?;
    let body = words("body", CommentBody::parse(&sent.body))?;
    call.reader()?.edit_comment(&call.state.db, &comment, body, call.now).await?;
    now(&call, &thread).await
}

async fn withdraw_comment(call: Call) -> Result<Answer, AppError> {
    let (thread, comment) = named_comment(&call).await?;
    call.reader()?.withdraw_comment(&call.state.db, &comment, call.now).await?;
    now(&call, &thread).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonGiven {
    reason: String,
}

/// The reason that was sent.
pub fn reason(call: &Call) -> Result<Reason, AppError> {
    words("reason", Reason::parse(&call.sent::<ReasonGiven>()?.reason))
}

async fn hide(call: Call) -> Result<Answer, AppError> {
    let (thread, comment) = named_comment(&call).await?;
    call.reader()?.hide_comment(&call.state.db, &comment, reason(&call)?, call.now).await?;
    now(&call, &thread).await
}

async fn erase(call: Call) -> Result<Answer, AppError> {
    let (thread, comment) = named_comment(&call).await?;
    call.reader()?.erase_comment(&call.state.db, &comment, reason(&call)?, call.now).await?;
    now(&call, &thread).await
}

async fn withdraw(call: Call) -> Result<Answer, AppError> {
    let (_, thread) = named(&call).await?;
    call.reader()?.withdraw_thread(&call.state.db, &thread, call.now).await?;
    now(&call, &thread).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Placed {
    version: i32,
    lines: String,
}

async fn place(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let (_, thread) = named(&call).await?;
    let sent: Placed = call.sent()?;
    let own = thread.raised_by == reader.account.id;
    call.require(Some(if own { domain::scope::Scope::Comment } else { domain::scope::Scope::Answer }))?;
    let lines = lines(&sent.lines)?;
    let placed = reader.repair_placement(&call.state.db, &thread, sent.version, lines, call.now).await;
    placed.map_err(|error| AppError::from(error).about("lines"))?;
    now(&call, &thread).await
}

/// The thread as it stands now.
pub async fn now(call: &Call, thread: &thread::Model) -> Result<Answer, AppError> {
    Ok(Answer::of(&whole(call, thread.number).await?))
}

/// The comment of the path and its thread, in a draft that the caller may see.
async fn named_comment(call: &Call) -> Result<(thread::Model, comment::Model), AppError> {
    let (_, thread) = named(call).await?;
    let comment = comment::Entity::numbered(call.state.db.read(), thread.id, call.param("comment")?).await?;
    Ok((thread, comment))
}
