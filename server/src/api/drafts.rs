//! Drafts: lists of them, what stands at their head, and the steps that lead on.

use app::{error::AppError, words::say_in};
use chrono::{DateTime, Utc};
use domain::{
    Message,
    permission::Action,
    stage::{Step, StepKind},
    typed::{Reason, Title},
    visibility::Visibility,
};
use entity::{
    draft, forum,
    reading::{
        Head,
        docket::{self, Stretch},
        plain::{PlainDraft, PlainHead},
    },
    verb,
};
use serde::{Deserialize, Serialize};

use super::{
    Endpoint, Gives, Verb,
    call::{Answer, Call},
    endpoint::{CURSOR, LIMIT, Of, Query, run},
    list::List,
    said::{missing, words},
};

const FORUM: Query = Query { name: "forum", what: "The slug of the forum they are in.", of: Of::Text };

/// What a step may be, by the table.
const STEPS: &[Action] = &[
    Action::OpenRound,
    Action::ExtendDeadline,
    Action::CloseRound,
    Action::OpenLastCall,
    Action::OpenSignOff,
    Action::TakeBack,
    Action::OpenSilence,
    Action::BreakSilence,
    Action::Adopt,
    Action::Suspend,
    Action::Resume,
    Action::WithdrawDraft,
    Action::Supersede,
];

/// The endpoints about drafts.
pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint {
        verb: Verb::Get,
        path: "/drafts",
        id: "listDrafts",
        what: "The drafts that the caller may see, the newest first.",
        asks: &[Action::See],
        query: &[FORUM, LIMIT, CURSOR],
        takes: None,
        gives: Gives::List("draft"),
        run: run!(drafts),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/forums/{forum}/drafts",
        id: "beginDraft",
        what: "Begins a draft with the text of its first version, which is not published yet.",
        asks: &[Action::CreateDraft],
        query: &[],
        takes: Some("beginning"),
        gives: Gives::Made("draft_head"),
        run: run!(begin),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/docket",
        id: "getDocket",
        what: "What is open for comment, closing soon first, and what was adopted last.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("docket"),
        run: run!(docket),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}",
        id: "getDraft",
        what: "A draft: where it is in its life, how many comments, how it stands with agreement, and what the caller may do.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::One("draft_head"),
        run: run!(one),
    },
    Endpoint {
        verb: Verb::Get,
        path: "/drafts/{reference}/steps",
        id: "listNextSteps",
        what: "The steps that lead a draft on, the likeliest first, each with what it still needs.",
        asks: &[Action::See],
        query: &[],
        takes: None,
        gives: Gives::List("step"),
        run: run!(steps),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/steps",
        id: "takeStep",
        what: "Takes a draft one step further.",
        asks: STEPS,
        query: &[],
        takes: Some("step_taken"),
        gives: Gives::One("draft_head"),
        run: run!(take),
    },
    Endpoint {
        verb: Verb::Post,
        path: "/drafts/{reference}/visibility",
        id: "showDraftTo",
        what: "Sets who may see a draft.",
        asks: &[Action::ChangeVisibility],
        query: &[],
        takes: Some("visibility"),
        gives: Gives::One("draft_head"),
        run: run!(show_to),
    },
];

async fn drafts(call: Call) -> Result<Answer, AppError> {
    let limit = call.limit()?;
    let before = call.query::<i64>("cursor")?;
    let forum = call.query::<String>("forum")?;
    let most = u64::try_from(limit + 1).unwrap_or(u64::MAX);
    let found = match call.viewer().drafts(forum.as_deref(), before, most).await {
        // A forum that is not there has no drafts.
        Err(entity::Error::NotFound(_)) => Vec::new(),
        found => found?,
    };
    Ok(List::found(found, limit, |(id, _)| id.to_string()).map(|(_, draft)| draft).answer(&call))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    title: String,
    language: String,
    text: String,
    #[serde(default)]
    visibility: Visibility,
}

async fn begin(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let slug = call.param::<String>("forum")?;
    call.viewer().forum(&slug).await?;
    let forum = forum::Entity::by_slug(call.state.db.read(), &slug).await?;
    let sent: Sent = call.sent()?;
    if !app::working_text::new_draft_page::LANGUAGES.contains(&sent.language.as_str()) {
        return Err(app::working_text::new_draft_page::no_language());
    }
    let beginning = verb::Beginning {
        title: words("title", Title::parse(&sent.title))?,
        language: sent.language,
        source: sent.text,
        visibility: sent.visibility,
        reference: None,
        once: call.once.clone(),
    };
    let draft = reader.begin_draft(&call.state.db, &forum, beginning, call.now).await?;
    let head = Head::of(call.viewer(), &draft.reference).await?;
    Ok(Answer::made(&format!("/drafts/{}", draft.reference), &PlainHead::of(&head, call.now)))
}

#[derive(Serialize)]
struct Docket {
    open: Vec<PlainDraft>,
    adopted: Vec<PlainDraft>,
}

async fn docket(call: Call) -> Result<Answer, AppError> {
    let (db, reader) = (call.state.db.read(), call.reader.as_ref());
    let first = Stretch { skip: 0, limit: 50 };
    let open = docket::open_for_comment(db, reader, first, call.now).await?;
    let adopted = docket::adopted(db, reader, first, call.now).await?;
    let plain = |docket: docket::Docket| {
        docket.drafts.iter().map(|(draft, forum)| PlainDraft::of(draft, forum, call.now)).collect()
    };
    Ok(Answer::of(&Docket { open: plain(open), adopted: plain(adopted) }))
}

async fn one(call: Call) -> Result<Answer, AppError> {
    head(&call).await
}

/// The head of the draft as it is now.
async fn head(call: &Call) -> Result<Answer, AppError> {
    Ok(Answer::of(&PlainHead::of(&call.head().await?, call.now)))
}

#[derive(Serialize)]
struct NextStep {
    step: String,
    says: String,
    needs: Vec<String>,
    at: Option<DateTime<Utc>>,
}

async fn steps(call: Call) -> Result<Answer, AppError> {
    let head = call.head().await?;
    let steps = call.viewer().next_steps(&head).await?.into_iter().map(|step| NextStep {
        step: step.says.id.trim_start_matches("stage-next-").to_owned(),
        says: say_in(call.locale, &step.says),
        needs: step.needs.iter().map(|need| say_in(call.locale, need)).collect(),
        at: step.at,
    });
    Ok(List::page(steps.collect(), None).answer(&call))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Taken {
    step: String,
    opens: Option<DateTime<Utc>>,
    closes: Option<DateTime<Utc>>,
    reason: Option<String>,
    by: Option<String>,
}

async fn take(call: Call) -> Result<Answer, AppError> {
    let reader = call.reader()?;
    let (draft, _) = cited(&call).await?;
    let sent: Taken = call.sent()?;
    let kind = StepKind::from_key(&sent.step);
    let kind = kind.ok_or_else(|| AppError::field("step", Message::new("api-unreadable")))?;
    call.require(domain::scope::Scope::of(kind.action()))?;
    let step = sent.read(kind, call.now)?;
    if let Step::Supersede { by } = &step {
        let other = draft::Entity::cited(call.state.db.read(), Some(reader), by, call.now).await;
        if !other.is_ok_and(|(other, _)| other.id != draft.id) {
            return Err(AppError::field("by", Message::new("procedure-no-such-draft")));
        }
    }
    reader.take_step(&call.state.db, &draft, step, call.now).await?;
    head(&call).await
}

impl Taken {
    /// The step with what it needs. Refuses one without.
    fn read(self, kind: StepKind, now: DateTime<Utc>) -> Result<Step, AppError> {
        let closes = || self.closes.ok_or_else(|| missing("closes"));
        let reason = || words("reason", Reason::parse(self.reason.as_deref().unwrap_or_default()));
        Ok(match kind {
            StepKind::OpenRound => Step::OpenRound { opens: self.opens.unwrap_or(now), closes: closes()? },
            StepKind::Extend => Step::Extend { to: closes()?, reason: reason()? },
            StepKind::Close => Step::Close { early: Some(reason()?) },
            StepKind::OpenLastCall => Step::OpenLastCall { closes: closes()? },
            StepKind::OpenSignOff => Step::OpenSignOff { closes: closes()? },
            StepKind::OpenSilence => Step::OpenSilence { until: closes()? },
            StepKind::TakeBack => Step::TakeBack { reason: reason()? },
            StepKind::BreakSilence => Step::BreakSilence { reason: reason()? },
            StepKind::Suspend => Step::Suspend { reason: reason()? },
            StepKind::Withdraw => Step::Withdraw { reason: reason()? },
            StepKind::Adopt => Step::Adopt,
            StepKind::Resume => Step::Resume,
            StepKind::Supersede => Step::Supersede { by: self.by.ok_or_else(|| missing("by"))? },
        })
    }
}

async fn show_to(call: Call) -> Result<Answer, AppError> {
    let (draft, _) = cited(&call).await?;
    let visibility: Visibility = call.sent()?;
    let shown = call.reader()?.show_to(&call.state.db, &draft, visibility, call.now).await;
    shown.map_err(|error| AppError::from(error).about("until"))?;
    head(&call).await
}

/// The draft of the path with its forum. Not found for one that the caller may not see.
pub async fn cited(call: &Call) -> Result<(draft::Model, forum::Model), AppError> {
    let reference = call.param::<String>("reference")?;
    Ok(draft::Entity::cited(call.state.db.read(), call.reader.as_ref(), &reference, call.now).await?)
}
