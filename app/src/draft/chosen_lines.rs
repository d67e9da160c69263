//! The lines of the text as they stand in the page and in its address.

use domain::text::LineRange;
use leptos::{
    prelude::*,
    wasm_bindgen::{JsCast, JsValue},
    web_sys::{Element, HtmlElement, Node, Range, UrlSearchParams},
};

use super::select_lines_island::KEPT;
use crate::browser::line;

/// The number of the line of the text that something stands in.
pub fn line_of(inside: &Node) -> Option<u32> {
    let element = inside.dyn_ref::<Element>().cloned().or_else(|| inside.parent_element())?;
    element.closest(".text :is(.line, tr)").ok()??.id().strip_prefix('L')?.parse().ok()
}

/// The lines in which words are selected, and the words when they are of one line, with how many characters of it stand before them.
pub fn selected() -> Option<((u32, u32), String, usize)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let first = line_of(&range.start_container().ok()?)?;
    let mut last = line_of(&range.end_container().ok()?)?;
    if last > first && range.end_offset().is_ok_and(|offset| offset == 0) {
        last -= 1;
    }
    let words = String::from(selection.to_string()).trim().to_owned();
    match () {
        () if words.is_empty() => None,
        () if first == last => Some(((first, last), words, ahead(&range, first).unwrap_or_default())),
        () => Some(((first, last), String::new(), 0)),
    }
}

/// How many characters of a line stand before the start of a selection, without its number and the links beside it.
fn ahead(selection: &Range, number: u32) -> Option<usize> {
    let before = document().create_range().ok()?;
    before.set_start(&line(number)?.into(), 0).ok()?;
    before.set_end(&selection.start_container().ok()?, selection.start_offset().ok()?).ok()?;
    let copy = document().create_element("span").ok()?;
    copy.append_child(&before.clone_contents().ok()?.into()).ok()?;
    while let Ok(Some(aside)) = copy.query_selector(".n, .say, .no, .vh") {
        aside.remove();
    }
    let words = copy.text_content()?;
    let shown = words.split_whitespace().map(|word| word.chars().count() + 1).sum::<usize>();
    Some(if words.ends_with(char::is_whitespace) { shown } else { shown.saturating_sub(1) })
}

/// Brings a line into sight and says its number to those who hear the page; tells whether there is such a line.
pub fn focus(number: u32) -> bool {
    let counter = line(number).and_then(|line| line.query_selector(".n").ok().flatten());
    counter
        .and_then(|counter| counter.dyn_into::<HtmlElement>().ok())
        .is_some_and(|counter| counter.focus().is_ok())
}

/// The first line that is not above the part of the page in sight.
pub fn first_in_sight() -> u32 {
    let below = |number: &u32| line(*number).is_none_or(|line| line.get_bounding_client_rect().top() >= 0.0);
    (1..).find(below).unwrap_or(1)
}

/// Shows which lines are chosen; one alone shows what can be done with it, where the Tab key comes next.
pub fn mark(chosen: Option<(u32, u32)>) {
    while let Ok(Some(marked)) = document().query_selector(".text .chosen") {
        drop(marked.class_list().remove_2("chosen", "single"));
    }
    let run = chosen.map(|(first, last)| LineRange::spanning(first, last));
    for line in run.into_iter().flat_map(LineRange::iter).map_while(line) {
        drop(line.class_list().remove_1("about"));
        drop(line.class_list().add_1("chosen"));
        if run.is_some_and(|run| run.count() == 1) {
            drop(line.class_list().add_1("single"));
        }
    }
}

/// The lines that the address names: by its fragment, or by the query where the fragment is the first of them or their citation.
pub fn from_address() -> Option<(u32, u32)> {
    let location = window().location();
    let fragment = location.hash().ok()?;
    let named: Option<LineRange> = fragment.strip_prefix("#L").and_then(|run| run.parse().ok());
    let query = UrlSearchParams::new_with_str(&location.search().ok()?).ok()?.get("lines");
    let asked: Option<LineRange> = query.and_then(|run| run.parse().ok());
    let here = |run: &LineRange| named.map_or(fragment == "#cite", |named| named.first() == run.first());
    let run = asked.filter(here).or(named)?;
    let first = line(run.first())?;
    if run.count() > 1 && fragment != "#cite" {
        first.scroll_into_view();
    }
    Some((run.first(), run.last()))
}

/// Names the lines in the fragment of the address, without a step in the history.
pub fn write_address(chosen: Option<(u32, u32)>) {
    let fragment = match chosen {
        Some((first, last)) => format!("#{}", LineRange::spanning(first, last)),
        None => "#main".to_owned(),
    };
    if let Ok(history) = window().history() {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment)));
    }
}

/// Opens the thread that the fragment of the address names.
pub fn open_thread_in_address() {
    let fragment = window().location().hash().unwrap_or_default();
    let thread =
        fragment.strip_prefix("#t").and_then(|number| document().get_element_by_id(&format!("t{number}")));
    let Some(thread) = thread else { return };
    if let Ok(Some(details)) = thread.closest("details") {
        drop(details.set_attribute("open", ""));
        thread.scroll_into_view();
    }
}

/// Removes what was kept while a comment was written, once the comment is there, and of all that was kept for anyone else.
pub fn forget(reader: i64, reference: &str) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    let own = format!("{KEPT}{reader}:");
    let posted = window().location().search().is_ok_and(|query| query.contains("posted="));
    let posted = posted.then(|| format!("{own}{reference}:"));
    let keys: Vec<String> =
        (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect();
    for key in keys.iter().filter(|key| key.starts_with(KEPT)) {
        if !key.starts_with(&own) || posted.as_ref().is_some_and(|posted| key.starts_with(posted)) {
            drop(storage.remove_item(key));
        }
    }
}
