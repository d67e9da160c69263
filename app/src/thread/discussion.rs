//! Every thread of a draft with all that is shown of it, loaded at once.

use std::sync::Arc;

use std::cmp::Ordering;

use domain::{
    anchor::{Placement, Standing},
    disposition::{Answer, Life},
    suggestion::{given_of, shown},
    text::{ClauseId, ClauseKind, LineRange, Text},
};
use entity::{comment, placement, thread};

use super::{Comparisons, Speakers};
use crate::{context::Context, draft::Head, error::AppError};

/// One thread with its comments and where it stands.
#[derive(Clone, Debug)]
pub struct Conversation {
    pub thread: thread::Model,
    /// Its life at the instant of reading.
    pub life: Life,
    /// From the first on.
    pub comments: Vec<comment::Model>,
    /// Where it stands in the newest version; none when it is about the whole draft.
    pub place: Option<placement::Model>,
}

/// The threads of a draft, the newest text they stand in, and everyone who speaks in them.
pub struct Discussion {
    pub head: Head,
    pub text: Arc<Text>,
    pub ids: Vec<ClauseId>,
    pub conversations: Vec<Conversation>,
    pub speakers: Speakers,
    pub comparisons: Comparisons,
}

impl Discussion {
    /// The threads of a draft that the reader may see; a draft without a version has none.
    pub async fn load(at: &Context, reference: &str) -> Result<Self, AppError> {
        let head = Head::load(at, reference).await?;
        let threads = thread::Entity::of(at.db.read(), head.draft.id).await?;
        Self::with(at, head, threads).await
    }

    /// One thread alone; not found when the draft has no thread of this number.
    pub async fn about(at: &Context, reference: &str, number: i32) -> Result<Self, AppError> {
        let head = Head::load(at, reference).await?;
        let thread = thread::Entity::numbered(at.db.read(), head.draft.id, number).await?;
        Self::with(at, head, vec![thread]).await
    }

    async fn with(at: &Context, head: Head, threads: Vec<thread::Model>) -> Result<Self, AppError> {
        let db = at.db.read();
        let ids: Vec<i64> = threads.iter().map(|thread| thread.id).collect();
        let mut comments = comment::Entity::of(db, ids.iter().copied()).await?;
        let mut places = placement::Entity::in_version(db, ids, head.draft.latest).await?;
        let conversations: Vec<_> = threads
            .into_iter()
            .map(|thread| Conversation {
                life: thread.life_at(at.now),
                comments: comments.remove(&thread.id).unwrap_or_default(),
                place: places.remove(&thread.id),
                thread,
            })
            .collect();
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

    /// Orders two threads as their words stand in the text: what is about the whole draft first, what has lost its words under the heading it was last seen under.
    pub fn in_text(&self, one: &Conversation, other: &Conversation) -> Ordering {
        self.line_of(one).cmp(&self.line_of(other)).then(one.thread.number.cmp(&other.thread.number))
    }

    fn line_of(&self, one: &Conversation) -> u32 {
        let Some(place) = one.placement() else { return 0 };
        match (place.lines, &place.last_heading) {
            (Some(lines), _) => lines.first(),
            (None, Some(heading)) => {
                let clause = self.text.clauses().iter().find(|clause| clause.title() == heading);
                clause.map_or(u32::MAX, |clause| clause.lines.last())
            }
            (None, None) => u32::MAX,
        }
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
        u32::try_from(self.comments.len().saturating_sub(1)).unwrap_or(u32::MAX)
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
