//! The answer to a referral: the form, filled in as the crosswalk has it, and what was answered.

use std::collections::BTreeMap;

use domain::{
    referral::{Act, Answer, ClauseAnswer, Fate},
    text::ClauseId,
};
use entity::{
    reading::{referral::Sent, uptake::name},
    row::version::Model as Version,
};
use leptos::prelude::*;

use super::words;
use crate::{
    context::{Context, context},
    error::AppError,
    href, t,
    ui::{Area, Choice, Field, Pick, PostForm},
    words::t,
};

/// What may be answered, as the program finds it.
pub struct Proposal {
    clauses: BTreeMap<ClauseId, ClauseAnswer>,
    /// The number of the newest version of the receiver's text; 0 for a body without Comity.
    pub version: i32,
    identifier: String,
    added: u32,
}

/// Works out what became of each clause in the newest version of the receiver's draft.
pub async fn proposal(
    ctx: &Context,
    sent: &Sent,
    version: &Version,
    asked: &[ClauseId],
) -> Result<Proposal, AppError> {
    let Some(derived) = &sent.derived else {
        return Ok(Proposal { clauses: BTreeMap::new(), version: 0, identifier: String::new(), added: 0 });
    };
    let both = (sent.draft.reference.as_str(), derived.reference.as_str());
    let walk = ctx.viewer().crosswalk(both, (Some(version.number), None)).await?;
    let proposed = walk.crosswalk.proposal(&walk.old.text, &walk.new.text, &version.clause_ids());
    let proposed = proposed.into_iter().filter(|one| asked.contains(&one.clause));
    Ok(Proposal {
        clauses: proposed.map(|one| (one.clause, one)).collect(),
        version: walk.new.version.number,
        identifier: derived.reference.clone(),
        added: walk.crosswalk.figures.added,
    })
}

impl Proposal {
    /// The words that a clause has in the receiver's text.
    pub fn words(&self, clause: ClauseId) -> Option<String> {
        self.clauses.get(&clause).and_then(|one| one.words.clone())
    }

    /// How many clauses of the receiver's text come from none.
    pub const fn added(&self) -> u32 {
        self.added
    }
}

/// The form, one group for each clause.
pub fn form(sent: &Sent, proposal: Proposal, version: &Version, asked: &[ClauseId]) -> AnyView {
    let action = href::post::answer_referral(&sent.draft.reference, sent.referral.number);
    let text = version.text();
    let ctx = context();
    let clause = |id: &ClauseId| {
        let place = version.position_of(*id)?;
        let (number, title) = name(&text, place as u32);
        let proposed = proposal.clauses.get(id);
        let field = format!("fate-{}", id.0);
        let start = proposed.map_or("", |one| one.fate.key());
        let options = std::iter::once(("", t("referral-fate-open")))
            .chain(Fate::ALL.iter().map(|fate| (fate.key(), fate_in_words(*fate))));
        let typed = ctx.typed_or(&field, start);
        let options: Vec<_> = options
            .map(|(key, words)| {
                let selected = key == typed;
                view! { <option value=key selected=selected>{words}</option> }
            })
            .collect();
        let reason = format!("reason-{}", id.0);
        let why = ctx.typed(&reason);
        Some(view! {
            <fieldset class="field">
                <legend>{number.map(|number| view! { <b>{number}</b>" " })}<bdi>{title}</bdi></legend>
                <label for=field.clone()>{t("referral-fate")}</label>
                <select id=field.clone() name=field>{options}</select>
                <label for=reason.clone()>{t("referral-reason")}</label>
                <textarea id=reason.clone() name=reason rows="2" dir="auto">{why}</textarea>
            </fieldset>
        })
    };
    let clauses: Vec<_> = asked.iter().filter_map(clause).collect();
    let acts: Vec<_> = Act::ALL.iter().map(|one| (one.key().to_owned(), words::act(*one))).collect();
    let standing =
        vec![("agreed", t("referral-standing-agreed")), ("collected", t("referral-standing-collected"))];
    let whole = vec![("whole", t("referral-answer-whole")), ("part", t("referral-answer-part"))];
    view! {
        <details>
            <summary class="link">{t("referral-answer")}</summary>
            <PostForm action class="form">
                <input type="hidden" name="answered-version" value=proposal.version/>
                <Pick name="act" label=t("referral-act") options=acts value="adapted"/>
                <Choice name="standing" legend=t("referral-standing") options=standing value="agreed"/>
                <Choice name="whole" legend=t("referral-answer-scope") options=whole value="whole"/>
                <Field name="identifier" label=t("referral-identifier") value=proposal.identifier/>
                {clauses}
                <Area name="answer-note" label=t("referral-said") hint=t("referral-said-hint") rows=3/>
                <p class="row"><button class="button">{t("referral-answer")}</button></p>
            </PostForm>
        </details>
    }
    .into_any()
}

/// What became of a clause, in words.
pub fn fate_in_words(fate: Fate) -> String {
    t(match fate {
        Fate::Verbatim => "crosswalk-verbatim",
        Fate::Adapted => "crosswalk-adapted",
        Fate::Dropped => "crosswalk-dropped",
    })
}

/// What was answered, in one paragraph.
pub fn given(answer: &Answer) -> AnyView {
    let counted = t!(
        "referral-answered-counts",
        verbatim = answer.count(Fate::Verbatim),
        adapted = answer.count(Fate::Adapted),
        dropped = answer.count(Fate::Dropped),
        added = answer.added
    );
    let standing = t(match answer.standing {
        domain::referral::Standing::Agreed => "referral-standing-agreed",
        domain::referral::Standing::Collected => "referral-standing-collected",
    });
    let part = (!answer.is_final).then(|| view! { " "{t("referral-answer-part")} });
    view! { <p>{words::act(answer.act)}". "{counted}". "{standing}"."{part}</p> }.into_any()
}
