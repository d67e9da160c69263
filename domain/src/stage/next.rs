//! What comes next for a draft and what it still needs, for the page to say.

use chrono::{DateTime, Utc};

use super::{
    Facts, Refusal, Stage, StepKind,
    transition::{against_adoption, against_silence},
};
use crate::Message;

/// A step that leads on. Those the clock takes by itself are among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// A person publishes the next version.
    PublishVersion,
    /// A person opens a round of comments.
    OpenRound,
    /// The announced round opens by the clock.
    RoundOpens,
    /// The round closes by the clock.
    RoundCloses,
    /// A person opens the last call.
    LastCall,
    /// The last call closes by the clock.
    LastCallCloses,
    /// A person adopts the text.
    Adopt,
    /// A person begins a silence.
    OpenSilence,
    /// A person returns the text to disposition.
    TakeBack,
    /// The silence ends by the clock, and the text is adopted.
    SilenceEnds,
    /// A person lets the draft go on.
    Resume,
    /// A person names the draft that replaces it.
    Supersede,
}

/// One next step, what it still needs (nothing: it can be taken), and when it comes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Which step it is.
    pub next: Next,
    /// What it still needs; empty when it can be taken.
    pub needs: Vec<Refusal>,
    /// When it comes by itself; none for what a person does.
    pub at: Option<DateTime<Utc>>,
}

impl Stage {
    /// The steps that lead on from here, the likeliest first; none once its life is over and nothing can follow.
    pub fn next_steps(&self, facts: &Facts, now: DateTime<Utc>) -> Vec<Coming> {
        match self.clone().as_of(now) {
            Self::Drafting if facts.latest.is_none() => {
                let open = Coming { next: Next::OpenRound, needs: vec![Refusal::NothingPublished], at: None };
                vec![Next::PublishVersion.ready(), open]
            }
            Self::Drafting => vec![Next::OpenRound.ready(), Next::PublishVersion.ready()],
            Self::Consultation { opens, closes, .. } => {
                let opening = (now < opens).then_some(Next::RoundOpens.by_itself(opens));
                opening.into_iter().chain([Next::RoundCloses.by_itself(closes)]).collect()
            }
            Self::Disposition { version, .. } => facts.after_disposition(version),
            Self::LastCall { closes, .. } => vec![Next::LastCallCloses.by_itself(closes)],
            Self::SignOff { closes, .. } => {
                let adopt = Coming { next: Next::Adopt, needs: against_adoption(&facts.tally), at: None };
                let needs = against_silence(&facts.tally);
                let silence = Coming { next: Next::OpenSilence, needs, at: None };
                let back = Coming { next: Next::TakeBack, needs: Vec::new(), at: None };
                let ended = now >= closes;
                let blocked = !silence.needs.is_empty();
                let back = (blocked || ended).then_some(back);
                [adopt, silence].into_iter().chain(back).collect()
            }
            Self::Silence { until, .. } => vec![Next::SilenceEnds.by_itself(until)],
            Self::Suspended { .. } => vec![Next::Resume.ready()],
            Self::Adopted { .. } => vec![Next::Supersede.ready()],
            Self::Withdrawn { .. } | Self::Superseded { .. } => Vec::new(),
        }
    }
}

impl Facts {
    /// A text that changed in substance goes to another round first; one that did not, to its last call.
    fn after_disposition(&self, version: u32) -> Vec<Coming> {
        let call = Coming { next: Next::LastCall, needs: self.against_last_call(), at: None };
        let publish = Next::PublishVersion.ready();
        if self.changed_in_substance {
            vec![Next::OpenRound.ready(), call, publish]
        } else {
            let round =
                Coming { needs: vec![Refusal::NothingChanged { version }], ..Next::OpenRound.ready() };
            vec![call, publish, round]
        }
    }
}

impl Coming {
    /// The step in words, with its instant where it comes by itself.
    pub fn message(&self) -> Message {
        let message = Message::new(self.next.id());
        match self.at {
            Some(at) => message.with("at", at),
            None => message,
        }
    }

    /// Whether it can be taken now.
    pub fn is_ready(&self) -> bool {
        self.needs.is_empty()
    }
}

impl Next {
    const fn ready(self) -> Coming {
        Coming { next: self, needs: Vec::new(), at: None }
    }

    const fn by_itself(self, at: DateTime<Utc>) -> Coming {
        Coming { next: self, needs: Vec::new(), at: Some(at) }
    }

    /// The step by which a person takes it; none for what the clock does, and for publishing.
    pub const fn kind(self) -> Option<StepKind> {
        match self {
            Self::OpenRound => Some(StepKind::OpenRound),
            Self::LastCall => Some(StepKind::OpenLastCall),
            Self::Adopt => Some(StepKind::Adopt),
            Self::OpenSilence => Some(StepKind::OpenSilence),
            Self::TakeBack => Some(StepKind::TakeBack),
            Self::Resume => Some(StepKind::Resume),
            Self::Supersede => Some(StepKind::Supersede),
            Self::PublishVersion
            | Self::RoundOpens
            | Self::RoundCloses
            | Self::LastCallCloses
            | Self::SilenceEnds => None,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::PublishVersion => "stage-next-publish-version",
            Self::OpenRound => "stage-next-open-round",
            Self::RoundOpens => "stage-next-round-opens",
            Self::RoundCloses => "stage-next-round-closes",
            Self::LastCall => "stage-next-last-call",
            Self::LastCallCloses => "stage-next-last-call-closes",
            Self::Adopt => "stage-next-adopt",
            Self::OpenSilence => "stage-next-open-silence",
            Self::TakeBack => "stage-next-take-back",
            Self::SilenceEnds => "stage-next-silence-ends",
            Self::Resume => "stage-next-resume",
            Self::Supersede => "stage-next-supersede",
        }
    }
}
