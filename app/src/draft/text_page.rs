//! `/drafts/{reference}` and `/drafts/{reference}/versions/{n}`: a text with numbered lines, and what is said beside them.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    Message,
    anchor::BadAnchor,
    permission::{Action, Denied},
    record::Credit,
    stage::Stage,
    text::{BadLineRange, ClauseId, LineRange, Text},
    typed,
};
use entity::{
    event,
    follow::Subject,
    reading::{Lately, Margin, Speakers, seats::Seat},
    thread, version,
};
use leptos::prelude::*;

use super::{
    DraftHead, Head, SelectLines, Tab, actions::offered, composer, head_of, legislation::legislation,
    page_title, returning, text_notes, text_view,
};
use crate::{
    context::Context,
    error::AppError,
    frame::Frame,
    href,
    locale::apart,
    t,
    telling::{Following, posted::Posted},
    thread::Conversation,
    words::{say, t},
};

/// Nobody wonders what came since a moment ago.
const VISIT: TimeDelta = TimeDelta::hours(1);

/// A version as it is read.
pub struct TextPage {
    pub head: Head,
    pub version: version::Model,
    pub text: Arc<Text>,
    pub margin: Margin,
    pub speakers: Speakers,
    /// The form for a comment, when it was asked for.
    pub compose: Option<Compose>,
    /// The lines that the address points at, which are marked and can be cited.
    pub cited: Option<LineRange>,
    /// Why it is not shown although it was asked for.
    pub refused: Option<String>,
    /// The thread that is shown open.
    pub open: Option<u32>,
    /// The text alone.
    pub quiet: bool,
    /// Who reads.
    pub account: Option<i64>,
    /// The language of the text, and its direction, where they are not those of the page.
    pub language: Option<(String, &'static str)>,
    /// What came since the reader was on the draft before; none for one who is not signed in, as theirs is a page for everybody.
    pub lately: Option<Lately>,
    publisher: String,
    /// The seats that took a position on the text that was adopted; none before it is.
    pub signed: Option<Vec<Seat>>,
    /// The comment that the reader has just posted.
    pub posted: Option<Posted>,
    /// Whether the reader follows the draft.
    followed: bool,
    /// The clause that the cited lines begin in, and whether the reader follows it; none where no lines are cited.
    pub clause: Option<(Subject, bool)>,
    /// Whose words the version took over: by whom they were proposed, and in which threads.
    pub credits: Vec<(String, Vec<u32>)>,
    /// The texts of other forums that it took words over from: the forum, the reference, and how many changes.
    pub taken_over: Vec<(String, String, usize)>,
}

/// A draft without a version: it has a head, and nothing to read.
pub enum Reading {
    /// Nothing is published yet.
    Nothing(Head),
    /// A version with what is said about it.
    Text(Box<TextPage>),
}

/// What a new comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compose {
    /// A comment on the whole draft.
    Whole,
    /// A comment on these lines.
    Lines(LineRange),
}

/// The newest version of a draft.
pub async fn load(ctx: Context) -> Result<Reading, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    match head.newest().cloned() {
        Ok(newest) => TextPage::load(&ctx, head, newest).await,
        Err(_) => Ok(Reading::Nothing(head)),
    }
}

/// The version of a draft that the address names.
pub async fn load_version(ctx: Context) -> Result<Reading, AppError> {
    let head = head_of(&ctx, &ctx.param::<String>("reference")?).await?;
    let version = head.version(ctx.param("number")?)?.clone();
    TextPage::load(&ctx, head, version).await
}

impl TextPage {
    async fn load(ctx: &Context, head: Head, version: version::Model) -> Result<Reading, AppError> {
        let text = version.text();
        let (compose, cited, refused) = match asked(ctx, &head, &version, &text)? {
            Asked::Nothing => (None, None, None),
            Asked::Lines(lines) => (None, Some(lines), None),
            Asked::For(compose) => (Some(compose), None, None),
            Asked::InVain(why) => (None, None, Some(why)),
        };
        let open = ctx.query("thread");
        let margin = Margin::load(ctx.viewer(), version.key(), open).await?;
        let speakers = Speakers::of(&ctx.db, margin.conversations(), &[version.published_by]).await?;
        let lately = match ctx.been.filter(|_| ctx.reader.is_some()) {
            Some(since) => Some(Lately::of(ctx.viewer(), &head, since).await?),
            None => None,
        };
        // That nothing came within the same visit goes without saying.
        let lately = lately.filter(|lately| !lately.is_empty() || ctx.now - lately.since > VISIT);
        let viewer = ctx.viewer();
        let clause = match cited.and_then(|lines| clause_of(&head, &version, &text, lines)) {
            Some(clause) => Some((clause.clone(), viewer.follows(&clause).await?)),
            None => None,
        };
        let subject = Subject::Draft(head.reference().to_owned());
        let signed = match head.stage {
            Stage::Adopted { version: adopted, .. } | Stage::Superseded { version: adopted, .. }
                if adopted == version.number.unsigned_abs() =>
            {
                Some(Seat::all(viewer, &head).await?)
            }
            _ => None,
        };
        Ok(Reading::Text(Box::new(Self {
            lately,
            posted: Posted::find(ctx, (head.draft.id, head.reference()), open, |_| {
                href::here(&format!("t{}", open.unwrap_or_default()))
            })
            .await?,
            followed: viewer.follows(&subject).await?,
            clause,
            signed,
            credits: credits(ctx, &head, version.number).await?,
            taken_over: viewer.taken_over(head.draft.id, version.number).await?,
            margin,
            publisher: speakers.name(version.published_by),
            open,
            quiet: ctx.query.get("view") == Some("quiet"),
            account: ctx.reader.as_ref().map(|reader| reader.account.id),
            language: apart(&head.draft.language),
            head,
            version,
            text,
            speakers,
            compose,
            cited,
            refused,
        })))
    }

    /// The number of the version shown.
    pub fn number(&self) -> u32 {
        self.version.number.unsigned_abs()
    }

    /// The id of a clause, by its index.
    pub fn id_of(&self, clause: u32) -> Option<ClauseId> {
        self.version.clauses.get(clause as usize).map(|covered| covered.id)
    }

    /// Whether the version shown is the newest one.
    pub fn is_newest(&self) -> bool {
        self.number() == self.head.latest()
    }

    /// Tells whether a way to comment is shown: also to those who have to sign in for it.
    pub fn takes_comments(&self) -> bool {
        self.is_newest() && self.head.takes_comments()
    }

    /// The account that published the version.
    pub fn publisher(&self) -> &str {
        &self.publisher
    }
}

/// The clause in which some lines begin.
fn clause_of(head: &Head, version: &version::Model, text: &Text, lines: LineRange) -> Option<Subject> {
    let clause = version.clauses.get(text.clause_of_line(lines.first())?)?;
    Some(Subject::Clause(head.reference().to_owned(), clause.id))
}

/// Why the lines that an address names are none.
fn no_lines(text: &Text, from: &str, last: Option<u32>) -> Message {
    match last.filter(|last| *last > text.line_count()) {
        Some(last) => BadAnchor::NoSuchLine { line: last, count: text.line_count() }.message(),
        None => BadLineRange { written: from.to_owned() }.message(),
    }
}

/// Whose words a version took over, each voice once, in the order of the record.
async fn credits(ctx: &Context, head: &Head, version: i32) -> Result<Vec<(String, Vec<u32>)>, AppError> {
    let credits = event::Entity::credits(ctx.db.read(), &head.draft.reference).await?;
    let credits: Vec<_> = credits.into_iter().filter(|credit| credit.version == version).collect();
    let numbers: Vec<i32> = credits.iter().map(|credit| credit.thread).collect();
    let threads = thread::Entity::with_numbers(ctx.db.read(), head.draft.id, numbers).await?;
    let threads = threads.into_values().map(|thread| (thread, None)).collect();
    let conversations = Conversation::in_short(ctx.viewer(), threads, 0).await?;
    let speakers = Speakers::of(&ctx.db, &conversations, &[]).await?;
    Ok(voices(credits.iter(), &conversations, &speakers))
}

/// Each voice once.
fn voices<'a>(
    credits: impl Iterator<Item = &'a Credit>,
    conversations: &[Conversation],
    speakers: &Speakers,
) -> Vec<(String, Vec<u32>)> {
    let mut voices: Vec<(String, Vec<u32>)> = Vec::new();
    for credit in credits {
        let thread = conversations.iter().find(|one| one.thread.number == credit.thread);
        let comment = thread.and_then(|one| one.comments.iter().find(|said| said.number == credit.comment));
        let Some((thread, comment)) = thread.zip(comment) else { continue };
        let voice = speakers.voice(comment.author_id, comment.stakeholder_id);
        match voices.iter_mut().find(|(known, _)| *known == voice) {
            Some((_, threads)) => threads.push(thread.number()),
            None => voices.push((voice, vec![thread.number()])),
        }
    }
    voices
}

enum Asked {
    Nothing,
    /// Lines that are pointed at.
    Lines(LineRange),
    For(Compose),
    InVain(String),
}

/// Two fields as one run; the second may be empty, for one line.
fn span(from: &str, to: &str) -> String {
    if to.trim().is_empty() { from.to_owned() } else { format!("{from}-{to}") }
}

/// What the address points at, and what the form for a comment was asked for: by the address, or by a form that came back. Asks to sign in.
fn asked(ctx: &Context, head: &Head, version: &version::Model, text: &Text) -> Result<Asked, AppError> {
    let returned = ctx.returned.as_ref().is_some_and(|form| form.fields.get("comment").is_some());
    let from = ctx.typed_or("from", ctx.query.text("from"));
    let whole = ctx.query.get("compose").is_some();
    let (to, written) = (ctx.typed_or("to", ctx.query.text("to")), ctx.query.text("lines"));
    if !returned && (!written.is_empty() || ctx.query.get("cite").is_some()) {
        let written = if written.is_empty() { span(&from, &to) } else { written.to_owned() };
        let lines = written.parse::<LineRange>().ok();
        return Ok(match lines.filter(|lines| lines.last() <= text.line_count()) {
            Some(lines) => Asked::Lines(lines),
            None => Asked::InVain(say(&no_lines(text, &written, lines.map(LineRange::last)))),
        });
    }
    if !returned && from.is_empty() && !whole {
        return Ok(Asked::Nothing);
    }
    let reading_newest = version.number == head.draft.latest;
    let takes_comments = reading_newest && head.takes_comments();
    if !returned && !takes_comments {
        let why = if reading_newest { t("draft-takes-no-comments") } else { t("draft-comment-on-newest") };
        return Ok(Asked::InVain(why));
    }
    let joins = head.may(Action::Join) && !head.may(Action::Comment);
    if !joins {
        // A stranger where nobody joins by writing hears why before they sign in, not after.
        if let (None, Err(denied @ Denied::NotLetIn(_))) = (&ctx.reader, head.asked_for(Action::Join)) {
            return Ok(Asked::InVain(say(&denied.message())));
        }
        ctx.reader()?;
        if let (false, Err(denied)) = (returned, head.asked_for(Action::Comment)) {
            return Ok(Asked::InVain(say(&denied.message())));
        }
    }
    let first = typed::read::<u32>(from.trim()).ok();
    let last = typed::read::<u32>(to.trim()).ok().or(first);
    let lines = first.zip(last).and_then(|(first, last)| LineRange::new(first, last).ok());
    let lines = lines.filter(|lines| lines.last() <= text.line_count());
    if !returned && !whole && lines.is_none() {
        return Ok(Asked::InVain(say(&no_lines(text, &from, last))));
    }
    Ok(Asked::For(lines.map_or_else(|| meant(ctx, text, (&from, &to)), Compose::Lines)))
}

/// What a form is about whose numbers are no lines of the text: it stays where it was opened, with the numbers to be mended; on the whole
/// draft where there are none.
fn meant(ctx: &Context, text: &Text, (from, to): (&str, &str)) -> Compose {
    let is_on_lines = !from.trim().is_empty() || !to.trim().is_empty();
    if ctx.returned.is_none() || !is_on_lines || text.line_count() == 0 {
        return Compose::Whole;
    }
    let form = ctx.returned.as_ref().map(|returned| &returned.fields);
    let lines = form.and_then(|form| offered(form, text));
    Compose::Lines(lines.unwrap_or_else(|| LineRange::spanning(1, 1)))
}

/// Shows the text with what is said about it, or that nothing is published yet.
pub fn view(page: Reading) -> AnyView {
    match page {
        Reading::Nothing(head) => text_notes::nothing(head),
        Reading::Text(page) => text(&page),
    }
}

fn text(page: &TextPage) -> AnyView {
    let title = page_title(&page.head, &t!("draft-version-lower", version = page.number()));
    let columns = if page.quiet { "columns alone" } else { "columns" };
    let (head, number) = (page.head.clone(), page.number());
    let shown = text_view::text(page);
    let (notice, views, ways) = (text_notes::notices(page), returning::views(page), text_notes::ways(page));
    let whole = (page.compose == Some(Compose::Whole)).then(|| composer::composer(page, Compose::Whole));
    let (waiting, thumb, legislation) = (composer::waiting(page), thumb(page), legislation(page));
    let subject = Subject::Draft(page.head.reference().to_owned());
    let following = view! { <Following subject followed=page.followed deadlines=true/> };
    view! {
        <Frame title>
            <DraftHead head tab=Tab::Text version=number>{ways}{following}</DraftHead>
            {notice}
            {views}
            <div class=columns>{shown}</div>
            {whole}
            {waiting}
            {thumb}
            {legislation}
        </Frame>
    }
    .into_any()
}

/// What is at the thumb on a phone: the clauses, and the way to comment.
fn thumb(page: &TextPage) -> Option<AnyView> {
    let clauses = !page.quiet;
    let comment = page.takes_comments() && page.compose.is_none();
    (clauses || comment).then(|| {
        let reference = page.head.reference().to_owned();
        let clauses = clauses.then(|| view! { <a href="#outline">{t("draft-clauses")}</a> });
        let comment = comment.then(|| {
            view! { <a href=href::compose_whole(&reference)>{t("draft-selection-comment")}</a> }
        });
        view! { <nav class="bar idle" aria-label=t("draft-thumb")>{clauses}{comment}</nav> }.into_any()
    })
}

/// The handle on the numbers of the lines.
pub fn handle(page: &TextPage) -> AnyView {
    let template = |id: &str| crate::words::with(id, [("first", "{a}".into()), ("last", "{b}".into())]);
    view! {
        <SelectLines
            reference=page.head.reference().to_owned()
            version=href::version(page.head.reference(), page.number())
            reader=page.account.unwrap_or_default()
            comments=page.takes_comments()
            label=t("draft-selection")
            one=template("draft-selected-one")
            many=template("draft-selected-many")
            words=template("draft-selected-words")
            comment=t("draft-selection-comment")
            link=t("draft-selection-link")
            cite=t("draft-cite")
            less=t("draft-selection-less")
            more=t("draft-selection-more")
            clear=t("draft-selection-clear")
        />
    }
    .into_any()
}

/// The address of the version shown.
pub fn address(page: &TextPage) -> href::Href {
    if page.is_newest() {
        href::draft(page.head.reference())
    } else {
        href::version(page.head.reference(), page.number())
    }
}
