//! One thread beside its line.

use domain::{
    anchor::{Placement, Standing, State},
    diff::hunk_id,
    disposition::Life,
    permission::Action,
    suggestion::{Outlook, outlook},
    text::{Digest, Text},
};
use entity::{comment, reading::words_at};
use leptos::prelude::*;

use super::text_page::TextPage;
use crate::{
    href, rich, t,
    thread::{Conversation, Mark, Wording, granted, said},
    ui::{Day, Icon, markdown},
    words::{comma, number, say, t},
};

/// How long the line of a closed thread is at most, in characters.
const GIST: usize = 64;
/// In so many characters the first sentence is looked for.
const SENTENCE: usize = 500;

/// With more replies than this, beside the text stand only
const MANY: usize = 6;
/// the last of them, as the margin is for reading along; the page of the thread has all.
const LAST: usize = 3;

/// A thread: one line that opens to all that was said.
pub fn thread(page: &TextPage, one: &Conversation) -> AnyView {
    let id = format!("t{}", one.number());
    let open = page.open == Some(one.number());
    let first = one.opening().map(|first| first_comment(page, one, first));
    let replies = one.comments.get(1..).unwrap_or_default();
    let last = if one.replies() as usize > MANY { LAST } else { MANY };
    let last = replies.get(replies.len().saturating_sub(last)..).unwrap_or_default();
    let count = one.replies().saturating_sub(u32::try_from(last.len()).unwrap_or(u32::MAX));
    let earlier = (count > 0).then(|| {
        let to = href::thread(page.head.reference(), one.number());
        view! { <p class="small"><a class="link" href=to>{t!("draft-earlier-replies", count = count)}</a></p> }
    });
    let replies: Vec<_> = last.iter().map(|reply| self::reply(page, reply)).collect();
    view! {
        <details class="thread" id=id open=open>
            <summary>{summary(page, one)}</summary>
            <div>{placed(page, one)}{first}{answer(page, one)}{earlier}{replies}{acts(page, one)}</div>
        </details>
    }
    .into_any()
}

/// A thread as one line that leads to its page, where there are too many to be opened in place.
pub fn brief(page: &TextPage, one: &Conversation) -> AnyView {
    let id = format!("t{}", one.number());
    let to = href::thread(page.head.reference(), one.number());
    view! { <a class="thread brief" id=id href=to>{summary(page, one)}</a> }.into_any()
}

fn summary(page: &TextPage, one: &Conversation) -> AnyView {
    let stakeholder = page.speakers.stakeholder(one.thread.stakeholder_id);
    let who = page.speakers.voice(one.thread.raised_by, one.thread.stakeholder_id);
    let mark = stakeholder.map(|stakeholder| {
        let class = stakeholder.class.0;
        let words = t(&format!("class-{}", class.key()));
        view! { <Mark class/><span class="vh">{words}": "</span> }
    });
    let answered = one.answer().map(|answer| {
        let words = t!("draft-answered", disposition = said(Some(answer.disposition)).to_lowercase());
        view! { <Icon name="tick"/><span class="vh">{words}</span> }
    });
    let unsure = one.placement().filter(|place| place.standing != Standing::Placed).map(|place| {
        let (icon, words) = match place.standing {
            Standing::Detached => ("loose", "draft-detached"),
            _ => ("unsure", "draft-unsure"),
        };
        view! { <Icon name=icon/><span class="vh">{t(words)}</span> }
    });
    let replies = one.replies();
    let replies = (replies > 0).then(|| {
        view! { {number(replies)}<span class="vh">{t!("draft-thread-replies", count = replies)}</span> }
    });
    view! {
        {mark}<span class="who"><bdi>{who}</bdi></span><span class="gist" dir="auto">{gist(one)}</span>{unsure}{answered}
        <span class="count">{replies}</span>
    }
    .into_any()
}

/// What a thread says, in a few words without their formatting.
pub fn gist(one: &Conversation) -> String {
    match one.opening() {
        Some(first) if first.erased.is_some() => t("draft-erased"),
        Some(first) if first.hidden.is_some() => t("draft-hidden"),
        Some(first) => {
            // The first sentence is at the beginning, and a long comment is long to read.
            let start = first
                .body
                .char_indices()
                .nth(SENTENCE)
                .map_or(first.body.as_str(), |(end, _)| &first.body[..end]);
            let read = Text::parse_unlimited(start);
            let sentence = read.line(1).map_or("", |line| line.text.as_str());
            domain::gist(sentence.trim_end_matches('.'), GIST)
        }
        None => String::new(),
    }
}

/// How the thread came to stand here, when its words are not just as they were.
fn placed(page: &TextPage, one: &Conversation) -> Option<AnyView> {
    let (place, anchor) = (one.placement()?, one.thread.anchor.as_ref()?);
    let made = one.made_on();
    if made == page.number() && place.standing == Standing::Placed {
        return None;
    }
    let reason = say(&place.reason);
    let quote = || view! { <blockquote dir="auto">{format!("“{}”", anchor.quote)}</blockquote> };
    let shown = match (place.standing, place.state) {
        (Standing::Placed, State::Exact) => return None,
        (Standing::Placed, _) => {
            let now = words_at(&page.text, place).filter(|now| *now != anchor.quote);
            let diff = now.map(|now| view! { <Wording quote=anchor.quote.clone() proposed=now brief=true/> });
            view! { <p class="placed">{t!("draft-made-on", version = made)}" "{reason}</p>{diff} }.into_any()
        }
        (Standing::Uncertain, _) => {
            view! { <p class="placed unsure">{t("draft-unsure-here")}" "{reason}</p>{quote()} }.into_any()
        }
        (Standing::Detached, _) => {
            view! { <p class="placed unsure">{t!("draft-made-on", version = made)}" "{reason}</p>{quote()} }
                .into_any()
        }
    };
    Some(shown)
}

fn first_comment(page: &TextPage, one: &Conversation, first: &comment::Model) -> AnyView {
    let class = page.speakers.stakeholder(first.stakeholder_id).map(|stakeholder| {
        let words = t(&format!("class-{}", stakeholder.class.0.key())).to_lowercase();
        view! { <span class="cls">{comma()}{words}</span> }
    });
    let own = first.stakeholder_id.is_none().then(|| format!("{}{}", comma(), t("draft-personal")));
    let late = one.thread.late.then(|| format!("{}{}", comma(), t("draft-late")));
    let name = page.speakers.name(first.author_id);
    let suggestion = one.wished(first.suggestion.as_deref().filter(|_| first.hidden.is_none()));
    let suggestion = suggestion.map(|(quote, proposed)| view! { <Wording quote proposed brief=true/> });
    view! {
        <p class="by">
            <b><bdi>{name}</bdi></b>{class}{own}{comma()}<Day at=first.created_at/>{late}
            {granted(&page.speakers, first.mandate_id)}
        </p>
        {body(first)}
        {suggestion}
    }
    .into_any()
}

fn reply(page: &TextPage, reply: &comment::Model) -> AnyView {
    let name = page.speakers.name(reply.author_id);
    let voice = page.speakers.stakeholder(reply.stakeholder_id).map(|one| format!(", {}", one.name));
    let proposed = reply.suggestion.clone().filter(|_| reply.hidden.is_none());
    let proposed = proposed.map(|words| view! { <p class="words" dir="auto"><ins>{words}</ins></p> });
    view! {
        <div class="reply">
            <p class="by">
                <b><bdi>{name}</bdi></b>{voice}". "<Day at=reply.created_at/>
                {granted(&page.speakers, reply.mandate_id)}
            </p>
            {body(reply)}
            {proposed}
        </div>
    }
    .into_any()
}

/// What a comment says: struck when its author took it back, a stub when moderation hid it.
fn body(comment: &comment::Model) -> AnyView {
    if let Some(reason) = &comment.erased {
        return view! { <p class="stub">{t!("draft-erased-why", reason = reason.as_str())}</p> }.into_any();
    }
    if let Some(reason) = &comment.hidden {
        return view! { <p class="stub">{t!("draft-hidden-why", reason = reason.as_str())}</p> }.into_any();
    }
    let struck = comment.withdrawn_at.is_some().then_some("struck");
    if is_plain(&comment.body) {
        let paragraphs = comment.body.split("\n\n").map(str::trim).filter(|one| !one.is_empty());
        let set = |one: &str| match struck {
            Some(struck) => view! { <p class=struck dir="auto">{one.to_owned()}</p> }.into_any(),
            None => view! { <p dir="auto">{one.to_owned()}</p> }.into_any(),
        };
        return paragraphs.map(set).collect::<Vec<_>>().into_any();
    }
    let class = if struck.is_some() { "prose stack struck" } else { "prose stack" };
    view! { <div class=class dir="auto" inner_html=markdown::to_html(&comment.body)></div> }.into_any()
}

/// Tells whether a text has nothing in it that Markdown would read otherwise; most comments have not, and are set as they are.
fn is_plain(body: &str) -> bool {
    !body.contains(['*', '_', '`', '[', '<', '&', '|', '~', '\\', '#', '>', '\r'])
        && body.lines().all(|line| {
            let first = line.chars().next();
            !first
                .is_some_and(|first| first.is_whitespace() || first.is_ascii_digit() || "-+=".contains(first))
                && !line.ends_with("  ")
        })
}

/// The official answer, checked against the text.
fn answer(page: &TextPage, one: &Conversation) -> Option<AnyView> {
    let answer = one.answer()?;
    let name = page.speakers.name(answer.by);
    Some(
        view! {
            <div class="answer">
                <p><b>{said(Some(answer.disposition))}"."</b>" "<bdi>{name}</bdi>{comma()}<Day at=answer.at/></p>
                <p dir="auto">{answer.reason.as_str().to_owned()}</p>
                {checked(page, one)}
            </div>
        }
        .into_any(),
    )
}

/// What the version shown says of an answer that promised a change.
fn checked(page: &TextPage, one: &Conversation) -> Option<AnyView> {
    let (anchor, place) = (one.thread.anchor.as_ref()?, one.placement()?);
    let made = one.made_on();
    if made == page.number() || !one.answer()?.disposition.promises_change() {
        return None;
    }
    let change = || {
        let clause = place.clause.and_then(|clause| page.text.clause(clause as usize));
        let digest = clause.map(|clause| clause.digest).or_else(|| made_on(page, one));
        let (reference, to) = (page.head.reference(), page.number());
        let to = match digest {
            Some(digest) => href::hunk(reference, made, to, &hunk_id(&digest)),
            None => href::diff(reference, made, to),
        };
        view! { <a href=to>{t("draft-see-change")}</a> }
    };
    let sure = one.suggestion().filter(|_| one.doubt().is_none());
    let found = sure.map(|proposed| outlook(anchor, proposed, place, &page.text));
    if let Some(Outlook::Applied { .. }) = found {
        let words = rich!("draft-checked", version = number(page.number()), change = change());
        return Some(view! { <p class="checked"><Icon name="tick"/><span>{words}</span></p> }.into_any());
    }
    if is_unchanged(page, one, place) {
        return Some(view! { <p class="placed unsure">{t("draft-unchanged")}</p> }.into_any());
    }
    Some(view! { <p>{change()}</p> }.into_any())
}

/// Tells whether the clause of a thread says what it said when the thread was made.
fn is_unchanged(page: &TextPage, one: &Conversation, place: &Placement) -> bool {
    let now = place.clause.and_then(|clause| page.text.clause(clause as usize)).map(|clause| clause.digest);
    now.is_some() && now == made_on(page, one)
}

/// The digest of the clause a thread was made on.
fn made_on(page: &TextPage, one: &Conversation) -> Option<Digest> {
    let made = page.head.version(one.made_on()).ok()?;
    let clause = one.thread.anchor.as_ref()?.clause;
    made.clauses.iter().find(|covered| covered.id == clause).map(|covered| covered.digest)
}

/// What can be done about it, and the number it is cited by.
fn acts(page: &TextPage, one: &Conversation) -> AnyView {
    let link = || href::thread(page.head.reference(), one.number());
    let own = one.is_of(page.account);
    let reply = page
        .head
        .may(Action::Reply)
        .then(|| view! { <a href=format!("{}#reply", link())>{t("draft-reply")}</a>" " });
    let asks = own && matches!(one.life, Life::Answered { .. });
    let satisfied =
        asks.then(|| view! { <a href=format!("{}#answer", link())>{t("draft-satisfied")}</a>" " });
    let unsure = one.placement().is_some_and(|place| place.standing != Standing::Placed);
    let repair = unsure && page.is_newest() && page.head.may(Action::RepairPlacement { own });
    let repair = repair.then(|| view! { <a href=format!("{}#places-h", link())>{t("draft-repair")}</a>" " });
    let cited = t!("draft-number", number = one.number());
    view! { <p class="acts">{reply}{satisfied}{repair}<a class="end" href=link()>{cited}</a></p> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_words_are_set_without_reading_them_as_markdown() {
        assert!(is_plain("Say who answers.\n\nAnd when (soon)."));
        for marked in ["**Say** who", "- one", "1. one", "<b>x</b>", "a\n===", "    code", "see https://[x]"]
        {
            assert!(!is_plain(marked), "{marked}");
        }
    }
}
