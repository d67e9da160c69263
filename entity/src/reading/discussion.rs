//! Threads of a draft with all that is shown of them, loaded at once.

use std::{collections::BTreeMap, ops::RangeInclusive, sync::Arc};

use domain::{
    anchor::{Placement, Standing},
    disposition::{Answer, Life},
    gist,
    suggestion::{given_of, shown, standing},
    text::{ClauseId, ClauseKind, LineRange, Text},
};

use super::{Comparisons, Head, Speakers, Viewer};
use crate::{comment, error::*, placement, thread};

/// One thread with its comments and where it stands.
#[derive(Clone, Debug)]
pub struct Conversation {
    pub thread: thread::Model,
    /// Its life at the instant of reading.
    pub life: Life,
    /// From the first on; not all of them in a list, nor where they go over several pages.
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
        viewer: Viewer<'_>,
        head: Head,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
    ) -> Result<Self> {
        let conversations = Conversation::in_short(viewer, threads, 0).await?;
        Self::with(viewer, head, conversations, Comparisons::default()).await
    }

    /// One thread alone, with the comments of these numbers, of as many as there are, and what `comment::Entity::stretch` gives beside them;
    /// not found when the draft has no thread of this number.
    pub async fn about(
        viewer: Viewer<'_>,
        reference: &str,
        number: i32,
        shown: impl FnOnce(i32) -> RangeInclusive<i32>,
    ) -> Result<Self> {
        let head = Head::of(viewer, reference).await?;
        let thread = thread::Entity::numbered(viewer.db.read(), head.draft.id, number).await?;
        let mut places =
            placement::Entity::in_version(viewer.db.read(), [thread.id], head.draft.newest()).await?;
        let place = places.remove(&thread.id);
        let said = comment::Entity::stretch(viewer.db.read(), thread.id, shown(thread.comments)).await?;
        let said = BTreeMap::from([(thread.id, said)]);
        let conversations = together(viewer, vec![(thread, place)], said);
        Self::with(viewer, head, conversations, Comparisons::default()).await
    }

    /// These threads, and the comparisons they need besides those that are known.
    pub(super) async fn with(
        viewer: Viewer<'_>,
        head: Head,
        conversations: Vec<Conversation>,
        known: Comparisons,
    ) -> Result<Self> {
        let newest = head.versions.last();
        Ok(Self {
            text: newest.map_or_else(|| Arc::new(Text::parse_unlimited("")), |version| version.text()),
            ids: newest.map(|version| version.clause_ids()).unwrap_or_default(),
            speakers: Speakers::of(viewer.db, &conversations, &[]).await?,
            comparisons: known.load_more(viewer.db, &head.versions, &conversations).await?,
            conversations,
            head,
        })
    }

    /// The headings of the newest text that people go by, each with its id through all versions and its words; not the title it begins with.
    pub fn headings(&self) -> Vec<(ClauseId, String)> {
        let title =
            |index: usize| index == 0 && self.text.clauses()[0].kind == (ClauseKind::Heading { level: 1 });
        let clauses = self.text.clauses().iter().zip(&self.ids).enumerate();
        let headings = clauses.filter(|(index, (clause, _))| clause.is_heading() && !title(*index));
        headings.map(|(_, (clause, id))| (*id, clause.text.to_string())).collect()
    }

    /// The source of the words that a thread was made on, to be written otherwise; none of a thread on the whole draft.
    pub fn given(&self, one: &Conversation) -> Option<String> {
        let made_on = self.head.version(one.made_on()).ok()?;
        given_of(&made_on.text(), one.thread.anchor.as_ref()?)
    }

    /// The lines of the newest version that a thread may stand on with their words, likeliest first.
    pub fn candidates(&self, one: &Conversation) -> Vec<(LineRange, String)> {
        let Some(place) = one.placement() else { return Vec::new() };
        let mut lines: Vec<LineRange> = Vec::new();
        for candidate in place.lines.into_iter().chain(place.candidates.iter().copied()) {
            if !lines.contains(&candidate) {
                lines.push(candidate);
            }
        }
        lines.into_iter().map(|lines| (lines, gist(&self.words_at(lines), 160))).collect()
    }

    /// The words of some lines of the newest version.
    pub fn words_at(&self, lines: LineRange) -> String {
        self.text.words_of(lines)
    }
}

impl Conversation {
    /// Threads with what is shown of them where they are many: what began each, the `last` comments, and the wordings proposed.
    pub async fn in_short(
        viewer: Viewer<'_>,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
        last: i32,
    ) -> Result<Vec<Self>> {
        let ids: Vec<i64> = threads.iter().map(|(thread, _)| thread.id).collect();
        let comments = comment::Entity::in_short(viewer.db.read(), ids, last).await?;
        Ok(together(viewer, threads, comments))
    }

    /// Threads with all that was said.
    pub async fn whole(
        viewer: Viewer<'_>,
        threads: Vec<(thread::Model, Option<placement::Model>)>,
    ) -> Result<Vec<Self>> {
        let ids: Vec<i64> = threads.iter().map(|(thread, _)| thread.id).collect();
        let comments = comment::Entity::of(viewer.db.read(), ids).await?;
        Ok(together(viewer, threads, comments))
    }

    /// The number of the version it was made on.
    pub fn made_on(&self) -> u32 {
        self.thread.version.number().unsigned_abs()
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
        standing(self.comments.iter().map(comment::Model::proposed))
    }

    /// Tells whether this account raised it.
    pub fn is_of(&self, account: Option<i64>) -> bool {
        account == Some(self.thread.raised_by)
    }
}

/// Conversations in the order of their threads.
fn together(
    viewer: Viewer<'_>,
    threads: Vec<(thread::Model, Option<placement::Model>)>,
    mut comments: BTreeMap<i64, Vec<comment::Model>>,
) -> Vec<Conversation> {
    let conversation = |(thread, place): (thread::Model, Option<placement::Model>)| Conversation {
        life: thread.life_at(viewer.now),
        comments: comments.remove(&thread.id).unwrap_or_default(),
        place,
        thread,
    };
    threads.into_iter().map(conversation).collect()
}
