//! Threads of a draft with all that is shown of them, loaded at once.

use std::sync::Arc;

use domain::{
    anchor::{Placement, Standing},
    disposition::{Answer, Life},
    suggestion::{given_of, shown},
    text::{ClauseId, ClauseKind, LineRange, Text},
};
use entity::{comment, placement, thread};

use super::{Comparisons, Speakers, listed::together};
use crate::{context::Context, draft::Head, error::AppError};

/// One thread with its comments and where it stands.
#[derive(Clone, Debug)]
pub struct Conversation {
    pub thread: thread::Model,
    /// Its life at the instant of reading.
    pub life: Life,
    /// From the first on; in a list not all of them.
    pub comments: Vec<comment::Model>,
    /// Where it stands in the newest version; none when it is about the whole draft.
    pub place: Option<placement::Model>,
}

/// Some threads of a draft, the newest text they stand in, and everyone who speaks in them.
pub struct Discussion {
    pub head: Head,
    pub text: Arc<Text>,
    pub ids: Vec<ClauseId>,
    pub conversations: Vec<Conversation>,
    pub speakers: Speakers,
    pub comparisons: Comparisons,
}

impl Discussion {
    /// These threads with what a list shows of them; a draft without a version has none.
    pub async fn listing(
        at: &Context,
        head: Head,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
    ) -> Result<Self, AppError> {
        let conversations = Conversation::in_short(at, threads, 0).await?;
        Self::with(at, head, conversations).await
    }

    /// One thread alone, with all that was said; not found when the draft has no thread of this number.
    pub async fn about(at: &Context, reference: &str, number: i32) -> Result<Self, AppError> {
        let head = Head::load(at, reference).await?;
        let thread = thread::Entity::numbered(at.db.read(), head.draft.id, number).await?;
        let mut places = placement::Entity::in_version(at.db.read(), [thread.id], head.draft.latest).await?;
        let place = places.remove(&thread.id);
        let conversations = Conversation::whole(at, vec![(thread, place)]).await?;
        Self::with(at, head, conversations).await
    }

    async fn with(at: &Context, head: Head, conversations: Vec<Conversation>) -> Result<Self, AppError> {
        let newest = head.versions.last();
        Ok(Self {
            text: newest.map_or_else(|| Arc::new(Text::parse_unlimited("")), |version| version.text()),
            ids: newest.map(|version| version.clause_ids()).unwrap_or_default(),
            speakers: Speakers::of(&at.db, &conversations, &[]).await?,
            comparisons: Comparisons::load(&at.db, &head.versions, &conversations).await?,
            conversations,
            head,
        })
    }

    /// The headings of the newest text that people go by, each with its id through all versions and its words; not the title it begins with.
    pub fn headings(&self) -> Vec<(ClauseId, String)> {
        let title = |at: usize| at == 0 && self.text.clauses()[0].kind == (ClauseKind::Heading { level: 1 });
        let clauses = self.text.clauses().iter().zip(&self.ids).enumerate();
        let headings = clauses.filter(|(at, (clause, _))| clause.is_heading() && !title(*at));
        headings.map(|(_, (clause, id))| (*id, clause.text.to_string())).collect()
    }

    /// The source of the words that a thread was made on, to be written otherwise; none of a thread on the whole draft.
    pub fn given(&self, one: &Conversation) -> Option<String> {
        let made_on = self.head.version(one.thread.version.unsigned_abs()).ok()?;
        given_of(&made_on.text(), one.thread.anchor.as_ref()?)
    }

    /// The words of some lines of the newest version.
    pub fn words_at(&self, lines: LineRange) -> String {
        let lines = self.text.lines_in(lines).iter().map(|line| line.text.as_str());
        lines.collect::<Vec<_>>().join(" ")
    }
}

impl Conversation {
    /// Threads with what is shown of them where they are many: what began each, the `last` comments, and the wordings proposed.
    pub async fn in_short(
        at: &Context,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
        last: i32,
    ) -> Result<Vec<Self>, AppError> {
        let ids: Vec<i64> = threads.iter().map(|(thread, _)| thread.id).collect();
        let comments = comment::Entity::in_short(at.db.read(), ids, last).await?;
        Ok(together(at, threads, comments))
    }

    /// Threads with all that was said.
    pub async fn whole(
        at: &Context,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
    ) -> Result<Vec<Self>, AppError> {
        let ids: Vec<i64> = threads.iter().map(|(thread, _)| thread.id).collect();
        let comments = comment::Entity::of(at.db.read(), ids).await?;
        Ok(together(at, threads, comments))
    }

    /// What people cite it by.
    pub fn number(&self) -> u32 {
        self.thread.number.unsigned_abs()
    }

    /// Where its words are in the newest version; none when it is about the whole draft.
    pub fn placement(&self) -> Option<&Placement> {
        self.place.as_ref().map(|place| &place.placement.0)
    }

    /// What is in doubt about its place: uncertain or detached. None for one that is sure, one about the whole draft, and one that was
    /// taken back, whose place nobody has to settle.
    pub fn doubt(&self) -> Option<Standing> {
        let doubtful = self.placement().map(|place| place.standing).filter(|it| *it != Standing::Placed);
        doubtful.filter(|_| !matches!(self.life, Life::Withdrawn { .. }))
    }

    /// How many replies it has, beside the comment that opened it.
    pub fn replies(&self) -> u32 {
        self.thread.comments.saturating_sub(1).unsigned_abs()
    }

    /// The answer that stands.
    pub fn answer(&self) -> Option<&Answer> {
        self.life.standing_answer()
    }

    /// The words it was made on, and a wording proposed for them as it is shown beside them.
    pub fn wished(&self, proposed: Option<&str>) -> Option<(String, String)> {
        let anchor = self.thread.anchor.as_ref()?;
        Some((anchor.quote.clone(), shown(anchor, proposed?)))
    }

    /// The words it was made on.
    pub fn quote(&self) -> Option<&str> {
        self.thread.anchor.as_ref().map(|anchor| anchor.quote.as_str())
    }

    /// The comment that opened it.
    pub fn opening(&self) -> Option<&comment::Model> {
        self.comments.first()
    }

    /// The latest wording that was proposed in it and not taken back or hidden.
    pub fn suggestion(&self) -> Option<&str> {
        let shown = self.comments.iter().filter(|one| one.hidden.is_none() && one.withdrawn_at.is_none());
        shown.filter_map(|one| one.suggestion.as_deref()).next_back()
    }

    /// Tells whether this account raised it.
    pub fn is_of(&self, account: Option<i64>) -> bool {
        account == Some(self.thread.raised_by)
    }
}
