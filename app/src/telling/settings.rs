//! The parts of the settings that say what somebody is told.

use std::collections::BTreeMap;

use domain::telling::{Occasion, Often};
use entity::follow::Subject;
use leptos::prelude::*;

use super::Follow;
use crate::{
    href, t,
    ui::{Pick, PostForm},
    words::t,
};

/// How often somebody wants to be told of what.
#[component]
pub fn Mails(wishes: BTreeMap<Occasion, Often>, is_refused: bool) -> impl IntoView {
    let row = |occasion: &Occasion| {
        let options: Vec<_> = occasion
            .choices()
            .iter()
            .map(|often| (often.key().to_owned(), t(&format!("often-{}", often.key()))))
            .collect();
        let often = wishes.get(occasion).copied().unwrap_or(occasion.usual());
        let label = t(&format!("occasion-{}", occasion.key()));
        view! { <Pick name=occasion.key() label options value=often.key()/> }
    };
    let rows = Occasion::ALL.iter().filter(|occasion| !occasion.choices().is_empty()).map(row).collect_view();
    view! {
        <section aria-labelledby="mails">
            <h2 class="shift" id="mails">{t("settings-mails")}</h2>
            <p class="quiet shift">{t("settings-mails-why")}</p>
            {is_refused.then(|| view! { <div class="notice" role="status"><p>{t("mail-refused")}</p></div> })}
            <PostForm action=href::post::mails() class="form long">
                {rows}
                <p class="row"><button class="button second">{t("settings-mails-save")}</button></p>
            </PostForm>
        </section>
    }
    .into_any()
}

/// What somebody follows, each with a button to stop.
#[component]
pub fn Followed(subjects: Vec<(Subject, String)>) -> impl IntoView {
    let none = subjects.is_empty().then(|| view! { <p class="shift">{t("settings-follows-none")}</p> });
    let one = |(subject, name): (Subject, String)| {
        let (page, words) = match &subject {
            Subject::Forum(slug) => (href::forum(slug), t!("settings-follow-forum", name = name)),
            Subject::Draft(reference) => (href::draft(reference), t!("settings-follow-draft", name = name)),
            Subject::Clause(reference, clause) => (
                format!("{}#c-{}", href::draft(reference), clause.0),
                t!("settings-follow-clause", reference = reference.as_str(), clause = name),
            ),
            Subject::Stakeholder(slug) => {
                (href::stakeholder(slug), t!("settings-follow-stakeholder", name = name))
            }
        };
        view! {
            <li>
                <p></p>
                <div>
                    <p dir="auto"><a href=page>{words}</a></p>
                    <Follow subject followed=true/>
                </div>
            </li>
        }
    };
    let list = (!subjects.is_empty())
        .then(|| view! { <ul class="ledger close">{subjects.into_iter().map(one).collect_view()}</ul> });
    view! {
        <section aria-labelledby="follows">
            <h2 class="shift" id="follows">{t("settings-follows")}</h2>
            {none}
            {list}
        </section>
    }
    .into_any()
}
