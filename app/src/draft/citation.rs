//! Lines that are cited: the sentence that names them for good, and the way to choose them without a script.

use domain::{stage::Stage, text::LineRange};
use leptos::prelude::*;

use super::text_page::TextPage;
use crate::{context::context, href, rich, t, telling::Following, ui::time, words::t};

/// How some lines are cited: what the text is, which version and lines, by whom and when it was published, the digest that proves the
/// words, and an address that always says them.
pub fn citation(page: &TextPage, lines: LineRange) -> AnyView {
    let (head, version) = (&page.head, &page.version);
    let (first, last) = (lines.first(), lines.last());
    let address = href::lines(head.reference(), page.number(), first, last);
    let adopted = match &head.stage {
        Stage::Adopted { version, at } if *version == page.number() => Some(*at),
        _ => None,
    };
    let day = match adopted {
        Some(at) => t!("draft-citation-adopted", day = time::day_in_words(at)),
        None => time::day_in_words(version.published_at),
    };
    let sentence = t!(
        "draft-citation",
        title = head.draft.title.as_str(),
        reference = head.reference(),
        version = page.number(),
        lines = t!("diff-lines", count = lines.count(), first = first, last = last),
        forum = head.forum.name.as_str(),
        day = day,
        digest = version.digest.to_string(),
        address = format!("{}{address}", context().url)
    );
    let clause = page.clause.clone().map(|(subject, followed)| view! { <Following subject followed/> });
    view! {
        <details class="cite" id="cite" open=true>
            <summary class="link">{t("draft-cite")}</summary>
            <p class="small" dir="auto">{sentence}</p>
            <button class="act copy" type="button" data-done=t("draft-copied")>{t("draft-copy")}</button>
            " "
            <a class="small" href=href::citation(head.reference(), page.number())>{t("draft-cite-file")}</a>
            {clause}
        </details>
    }
    .into_any()
}

/// Two small fields by which lines are chosen where no script runs: to comment on them, or to link to them and cite them.
pub fn choose(page: &TextPage) -> AnyView {
    let (from, to) = page.cited.map(|lines| (lines.first(), lines.last())).unzip();
    let field = |name: &'static str, value: Option<u32>, label: &str| {
        let value = value.map(|value| value.to_string());
        view! { <input class="tiny" name=name value=value inputmode="numeric" aria-label=t(label)/> }
    };
    let from = field("from", from, "composer-from");
    let to = field("to", to, "composer-to");
    let comment = page.takes_comments().then(|| {
        view! { <button class="act" formaction="#compose">{t("draft-selection-comment")}</button>" " }
    });
    view! {
        <form class="choose small" method="get" action="#cite">
            <p>{rich!("draft-choose-lines", from = from, to = to)}" "{comment}<button class="act" name="cite" value="yes">{t("draft-link-and-cite")}</button></p>
        </form>
    }
    .into_any()
}
