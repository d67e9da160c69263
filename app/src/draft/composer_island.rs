//! The form for a comment in its place.

use std::time::Duration;

use domain::{text::LineRange, typed::read};
use leptos::{
    ev,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, HtmlElement, HtmlTextAreaElement, MouseEvent, Storage},
};

use super::select_lines_island::{ASIDE, COMPOSE, KEPT};
use crate::browser::{ask, element, field, fill, line, open_around, tell};

/// Where the form waits until it is asked for.
pub const RESTS: &str = "composer-rests";
/// The attribute that says what the lines say, beside what was made of them in the field.
pub const WAS: &str = "data-was";

/// Puts the form under the lines it is about, when they are chosen and when they are changed in it, or under the text when it is about
/// all of it, and keeps what is typed in this browser until it is published, so that a closed form or page loses nothing. What is kept
/// belongs to the lines it was typed for. Without JavaScript the form is a page of its own.
#[island]
pub fn ComposeInPlace(
    reference: String,
    version: u32,
    /// The account that writes.
    reader: i64,
) -> impl IntoView {
    let draft = Draft { reference: StoredValue::new(reference), version, reader };
    let key = move |name: &str| draft.key(name);
    Effect::new(move |_| {
        if window().location().hash().is_ok_and(|hash| hash == "#compose") {
            focus("comment");
        }
        restore("comment", &key("comment"));
        restore("suggestion", &key("suggestion"));
    });
    window_event_listener_untyped(COMPOSE, move |_| {
        if let Some(run) = lines() {
            stand_under(run);
            if let Some(quote) = element::<Element>("quote").filter(|_| !field("quote").is_empty()) {
                open_around(&quote);
            }
            bring("comment", &key("comment"));
            focus("comment");
            draft.offer(PAUSE);
        }
    });
    window_event_listener(ev::change, move |change| {
        let changed = target::<Element>(&change).map(|field| field.id()).unwrap_or_default();
        if changed == "from" || changed == "to" {
            // Only once the focus has arrived where it goes: a form that moves would lose it.
            set_timeout(
                move || {
                    let Some(run) = lines() else { return };
                    move_along(&draft.key_of("comment", &field("offered")), &key("comment"));
                    let active = document().active_element();
                    stand_under(run);
                    drop(
                        active.and_then(|active| active.dyn_into::<HtmlElement>().ok()).map(|it| it.focus()),
                    );
                    draft.offer(PAUSE);
                },
                Duration::ZERO,
            );
        }
    });
    window_event_listener(ev::input, move |input| {
        let typed = target::<HtmlTextAreaElement>(&input);
        if let Some(area) = typed.filter(|area| ["comment", "suggestion"].contains(&area.id().as_str())) {
            keep(&area, &key(&area.id()));
        }
    });
    window_event_listener(ev::click, move |click| {
        put_aside(&click);
        if take_up(&click) {
            bring("comment", &key("comment"));
            focus("comment");
        }
    });
}

/// How long it takes until the words of the lines are asked for again; each time twice as long.
const PAUSE: Duration = Duration::from_secs(2);

/// What the form is about, and who writes it.
#[derive(Clone, Copy)]
struct Draft {
    reference: StoredValue<String>,
    version: u32,
    reader: i64,
}

impl Draft {
    /// Under what a field is kept: the same lines of another version are other lines.
    fn key(self, name: &str) -> String {
        self.key_of(name, &format!("{}-{}", field("from"), field("to")))
    }

    fn key_of(self, name: &str, lines: &str) -> String {
        let (reader, reference, version) = (self.reader, self.reference.get_value(), self.version);
        format!("{KEPT}{reader}:{reference}:{version}:{lines}:{name}")
    }

    /// Lets the wording begin with what the lines say. Without an answer the field stays closed, as a wording of lines that are not known
    /// would be one of other lines, and they are asked for again.
    fn offer(self, pause: Duration) {
        let Some(run) = lines() else { return };
        fill("offered", &format!("{}-{}", run.first(), run.last()));
        close_wording();
        spawn_local(async move {
            let (first, last) = (run.first().to_string(), run.last().to_string());
            let (reference, version) = (self.reference.get_value(), self.version.to_string());
            let about = [
                ("reference", reference.as_str()),
                ("version", &version),
                ("first", &first),
                ("last", &last),
            ];
            let words = ask("/do/words", &about).await;
            let still = move || lines() == Some(run);
            match words {
                Some(words) if still() => start_with(&words, &self.key("suggestion")),
                None => set_timeout(
                    move || {
                        if still() && area("suggestion").is_some_and(|area| area.disabled()) {
                            self.offer(pause * 2);
                        }
                    },
                    pause,
                ),
                Some(_) => {}
            }
        });
    }
}

fn close_wording() {
    if let Some(area) = area("suggestion") {
        area.set_disabled(true);
    }
}

/// The lines in the two fields, when the text has them.
fn lines() -> Option<LineRange> {
    let (first, last) = (read(field("from").trim()).ok()?, read(field("to").trim()).ok()?);
    let run = LineRange::new(first, last).ok()?;
    line(last).map(|_| run)
}

/// Moves the form under some lines, and marks them.
fn stand_under(run: LineRange) {
    let Some(form) = element::<Element>("compose") else { return };
    release();
    be_about(&form, false);
    let mut last = None;
    for line in run.iter().filter_map(line) {
        drop(line.class_list().add_1(ABOUT));
        last = Some(line);
    }
    // Nothing but rows stands between rows, and nothing but words among code.
    let whole = |line: &Element| line.closest(".across, pre").ok().flatten();
    let Some(mut under) = last.map(|last| whole(&last).unwrap_or(last)) else { return };
    while let Some(beside) = under.next_element_sibling().filter(|next| next.class_list().contains("threads"))
    {
        under = beside;
    }
    // The text may have another language and direction than the page.
    if let Some(page) = document().document_element() {
        for name in ["lang", "dir"] {
            drop(form.set_attribute(name, &page.get_attribute(name).unwrap_or_default()));
        }
    }
    drop(under.after_with_node_1(&form));
}

/// What a line is called while a comment is written on it.
const ABOUT: &str = "about";

fn release() {
    while let Ok(Some(marked)) = document().query_selector(".text .about") {
        drop(marked.class_list().remove_1(ABOUT));
    }
}

/// Lets a form that was opened on this page rest again; one that is a page of its own is left by its link.
fn put_aside(click: &MouseEvent) {
    let (Some(_), Some((form, rests))) = (pressed(click, "#compose a.aside"), resting()) else { return };
    click.prevent_default();
    let number = lines().and_then(|run| line(run.first()));
    drop(rests.set_attribute("hidden", ""));
    rest(&form, &rests);
    let back = match number {
        Some(line) => line.query_selector(".n"),
        None => document().query_selector(WHOLE),
    };
    let back = back.ok().flatten().and_then(|back| back.dyn_into::<HtmlElement>().ok());
    drop(back.map(|back| back.focus()));
}

/// The link to the form for a comment on the whole draft.
const WHOLE: &str = "a.whole";

/// Shows the form where it rests, which is after the text, for a comment on all of it; tells whether that was asked for.
fn take_up(click: &MouseEvent) -> bool {
    let (Some(_), Some((form, rests))) = (pressed(click, WHOLE), resting()) else { return false };
    if click.ctrl_key() || click.meta_key() {
        return false;
    }
    click.prevent_default();
    rest(&form, &rests);
    be_about(&form, true);
    for of_lines in ["from", "to", "quote", "place"] {
        fill(of_lines, "");
    }
    close_wording();
    drop(rests.remove_attribute("hidden"));
    true
}

/// What was pressed, when it is such a thing or stands in one.
fn pressed(click: &MouseEvent, kind: &str) -> Option<Element> {
    target::<Element>(click)?.closest(kind).ok().flatten()
}

/// The form and where it rests, on a page where it does.
fn resting() -> Option<(Element, Element)> {
    Some((element("compose")?, element(RESTS)?))
}

fn rest(form: &Element, rests: &Element) {
    release();
    drop(rests.append_with_node_1(form));
    tell(form, ASIDE);
}

/// Shows of the form what belongs to a comment on the whole draft, or on lines.
fn be_about(form: &Element, whole: bool) {
    for class in ["on-draft", "column"] {
        drop(form.class_list().toggle_with_force(class, whole));
    }
}

/// Begins the wording with what the lines say, or with what was kept of it for them; what was typed for others is kept for those.
fn start_with(words: &str, key: &str) {
    let Some(area) = area("suggestion") else { return };
    drop(area.set_attribute(WAS, words));
    area.set_disabled(false);
    area.set_value(kept(key).as_deref().unwrap_or(words));
    if area.value() != words {
        open_around(&area);
    }
    tell(&area, "input");
}

/// Fills a field with what was kept of it for these lines, or with nothing. A browser that keeps nothing leaves it as it is.
fn bring(name: &str, key: &str) {
    let Some(area) = area(name).filter(|_| storage().is_some()) else { return };
    area.set_value(&kept(key).unwrap_or_default());
    tell(&area, "input");
}

/// Keeps a comment for the lines it is about by now, and no more for those it was about.
fn move_along(from: &str, to: &str) {
    let (Some(area), Some(storage)) = (area("comment"), storage()) else { return };
    if from != to && !area.value().is_empty() {
        drop(storage.remove_item(from));
        keep(&area, to);
    }
}

fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Gives back what was kept for a field that is as it was at first.
fn restore(name: &str, key: &str) {
    let Some(area) = area(name) else { return };
    let as_it_was = area.default_value().is_ok_and(|start| start == area.value());
    let untouched = as_it_was && area.get_attribute(WAS).unwrap_or_default() == area.value();
    if let Some(kept) = kept(key).filter(|_| untouched) {
        area.set_value(&kept);
        open_around(&area);
        tell(&area, "input");
    }
}

/// Keeps what is in a field, unless that is what it began with.
fn keep(area: &HtmlTextAreaElement, key: &str) {
    let Some(storage) = storage() else { return };
    if area.get_attribute(WAS).unwrap_or_default() == area.value() {
        drop(storage.remove_item(key));
    } else {
        drop(storage.set_item(key, &area.value()));
    }
}

fn focus(id: &str) {
    drop(area(id).map(|area| area.focus()));
}

fn area(id: &str) -> Option<HtmlTextAreaElement> {
    element(id)
}

fn target<Kind: JsCast>(event: &Event) -> Option<Kind> {
    event.target()?.dyn_into().ok()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
