//! What was changed when, so that what was made from the database is kept for as long as it is right, and no longer.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use domain::record::Kind;

/// What a page was made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Anything at all: the next change may be about it.
    #[default]
    Everything,
    /// These drafts and forums by the names of their runs in the record (`draft/DN-2026-001`), and the people and stakeholders of
    /// the site.
    Of(Vec<String>),
}

/// Whether something made from the database is still right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Nothing it was made from has changed.
    Current,
    /// More was said since: it is the page of a moment before.
    Overtaken,
    /// Something changed that must not be seen any more, such as who may read it.
    Void,
}

/// One change, as far as it matters to what is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Touch {
    about: About,
    /// Whether what was made before must not be shown any more.
    voids: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum About {
    /// What no kept page shows but lists of everything.
    Lists,
    /// What any page may show: somebody's name, a stakeholder, who belongs where.
    Site,
    /// A draft or a forum, by its run.
    Run(String),
}

/// How many drafts and forums are remembered one by one.
const RUNS: usize = 4096;

/// The changes of which this process knows, its own and those of other servers.
#[derive(Debug, Default)]
pub(crate) struct Changes(RwLock<Log>);

#[derive(Debug, Default)]
struct Log {
    /// Counts the changes.
    now: u64,
    /// The last change of anything, and of what every page depends on.
    any: Last,
    site: Last,
    runs: HashMap<String, Last>,
}

/// When something was changed last, and when in a way that voids what was made before.
#[derive(Clone, Copy, Debug, Default)]
struct Last {
    changed: u64,
    voided: u64,
}

impl Changes {
    /// The count of changes so far.
    pub fn now(&self) -> u64 {
        self.0.read().unwrap_or_else(PoisonError::into_inner).now
    }

    /// How something stands that was made of this source, and of no change after the count `made`.
    pub fn standing(&self, source: &Source, made: u64) -> Freshness {
        let log = self.0.read().unwrap_or_else(PoisonError::into_inner);
        match source {
            _ if log.now == made => Freshness::Current,
            Source::Everything => log.any.standing(made),
            Source::Of(runs) => {
                let runs = runs.iter().filter_map(|run| log.runs.get(run)).chain([&log.site]);
                runs.map(|last| last.standing(made)).max().unwrap_or(Freshness::Current)
            }
        }
    }

    /// Notes what was changed.
    pub fn note<'a>(&self, touched: impl IntoIterator<Item = &'a Touch>) {
        let mut log = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for touch in touched {
            log.note(touch);
        }
    }
}

impl Log {
    fn note(&mut self, touch: &Touch) {
        self.now += 1;
        let (now, voids) = (self.now, touch.voids);
        self.any.change(now, voids);
        match &touch.about {
            About::Lists => {}
            About::Site => self.site.change(now, voids),
            About::Run(run) => {
                if self.runs.len() >= RUNS && !self.runs.contains_key(run) {
                    // What was known of each is then said of all.
                    self.runs.clear();
                    self.site = Last { changed: now, voided: now };
                }
                self.runs.entry(run.clone()).or_default().change(now, voids);
            }
        }
    }
}

impl Last {
    fn change(&mut self, now: u64, voids: bool) {
        self.changed = now;
        if voids {
            self.voided = now;
        }
    }

    const fn standing(&self, made: u64) -> Freshness {
        if self.voided > made {
            Freshness::Void
        } else if self.changed > made {
            Freshness::Overtaken
        } else {
            Freshness::Current
        }
    }
}

impl Touch {
    /// What an event of this run changed; a kind that is not known here may have changed anything.
    pub fn by_event(run: &str, kind: Option<Kind>) -> Self {
        let about = match kind {
            Some(Kind::AccountCreated | Kind::StakeholderAdded) => About::Lists,
            // A mandate of a forum counts in its working groups too.
            Some(Kind::MandateGranted | Kind::MandateEnded) => About::Site,
            Some(_) if run.starts_with("draft/") || run.starts_with("forum/") => About::Run(run.to_owned()),
            _ => About::Site,
        };
        // To see one comment fewer for a moment harms nobody; anything else may be something that was hidden, closed or corrected.
        let is_more = matches!(kind, Some(Kind::ThreadOpened | Kind::CommentPosted));
        Self { voids: !is_more && about != About::Lists, about }
    }

    /// The record was signed.
    pub const fn by_checkpoint() -> Self {
        Self { about: About::Lists, voids: false }
    }

    /// Nothing is known of it, so that it may be about everything.
    pub const fn unknown() -> Self {
        Self { about: About::Site, voids: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touch(run: &str, kind: Kind) -> Touch {
        Touch::by_event(run, Some(kind))
    }

    fn of(runs: &[&str]) -> Source {
        Source::Of(runs.iter().map(|run| (*run).to_owned()).collect())
    }

    #[test]
    fn a_comment_overtakes_the_pages_of_its_draft_alone() {
        let changes = Changes::default();
        let made = changes.now();
        changes.note(&[touch("draft/DN-1", Kind::CommentPosted)]);
        let (own, other) = (of(&["draft/DN-1", "forum/dovetail"]), of(&["draft/DN-2", "forum/dovetail"]));
        assert_eq!(changes.standing(&own, made), Freshness::Overtaken);
        assert_eq!(changes.standing(&other, made), Freshness::Current);
        assert_eq!(changes.standing(&Source::Everything, made), Freshness::Overtaken);
        assert_eq!(changes.standing(&own, changes.now()), Freshness::Current);
    }

    #[test]
    fn what_may_have_been_hidden_voids_what_showed_it() {
        let (draft, changes) = (of(&["draft/DN-1", "forum/dovetail"]), Changes::default());
        for (run, kind) in [
            ("draft/DN-1", Kind::CommentHidden),
            ("draft/DN-1", Kind::VisibilityChanged),
            ("forum/dovetail", Kind::ForumChanged),
            ("account/7", Kind::RoleTaken),
        ] {
            let made = changes.now();
            changes.note(&[touch(run, kind)]);
            changes.note(&[touch("draft/DN-1", Kind::CommentPosted)]);
            assert_eq!(changes.standing(&draft, made), Freshness::Void, "{run} {kind:?}");
        }
        let made = changes.now();
        changes.note(&[Touch::unknown()]);
        assert_eq!(changes.standing(&draft, made), Freshness::Void);
    }

    #[test]
    fn a_new_account_is_on_no_page_of_a_draft() {
        let changes = Changes::default();
        changes.note(&[touch("account/7", Kind::AccountCreated)]);
        assert_eq!(changes.standing(&of(&["draft/DN-1"]), 0), Freshness::Current);
        assert_eq!(changes.standing(&Source::Everything, 0), Freshness::Overtaken);
    }

    #[test]
    fn of_more_drafts_than_are_remembered_none_passes_for_current() {
        let changes = Changes::default();
        for number in 0..=RUNS {
            changes.note(&[touch(&format!("draft/DN-{number}"), Kind::ThreadOpened)]);
        }
        assert_ne!(changes.standing(&of(&["draft/DN-0"]), 0), Freshness::Current);
    }
}
