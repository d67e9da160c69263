//! Where a thread stands: the lines, how sure that is, and why.

use domain::{
    anchor::{Placement, Standing},
    text::LineRange,
};
use leptos::prelude::*;

use super::{Conversation, Discussion};
use crate::{
    href, t,
    words::{say, t},
};

/// A run of lines in words: "Line 7", "Lines 12 to 14".
pub fn lines_in_words(lines: LineRange) -> String {
    match lines.count() {
        1 => t!("conversation-line", line = lines.first()),
        _ => t!("conversation-lines", first = lines.first(), last = lines.last()),
    }
}

/// A link to a run of lines of a version, in words.
pub fn lines_link(reference: &str, version: u32, lines: LineRange) -> AnyView {
    let page = href::lines(reference, version, lines.first(), lines.last());
    view! { <a class="nb" href=page>{lines_in_words(lines)}</a> }.into_any()
}

/// Where a thread stands in the newest version, as a link; what it is about, when it stands nowhere.
pub fn where_now(discussion: &Discussion, one: &Conversation) -> AnyView {
    let Some(place) = one.placement() else { return t("conversation-whole").into_any() };
    match (place.lines, &place.last_heading) {
        (Some(lines), _) => lines_link(discussion.head.reference(), discussion.head.latest(), lines),
        (None, Some(heading)) => t!("conversation-was-under", heading = heading.as_str()).into_any(),
        (None, None) => t("conversation-was-there").into_any(),
    }
}

/// Says when it is not sure that a thread is still in its place, and when its words are gone; nothing when all is well.
pub fn doubt(place: &Placement) -> Option<AnyView> {
    let lead = match place.standing {
        Standing::Placed => return None,
        Standing::Uncertain => t("conversation-unsure"),
        Standing::Detached => t("conversation-gone"),
    };
    let reason = say(&place.reason);
    Some(view! { <p class="placed unsure">{lead}" "{reason}</p> }.into_any())
}
