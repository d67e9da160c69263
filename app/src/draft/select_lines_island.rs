//! Choosing lines by hand.

use std::time::Duration;

use domain::text::LineRange;
use leptos::{
    ev,
    leptos_dom::helpers::debounce,
    prelude::*,
    wasm_bindgen::{JsCast, closure::Closure},
    web_sys::{Element, KeyboardEvent, MouseEvent},
};

use super::chosen_lines::{
    first_in_sight, focus, forget, from_address, line_of, mark, open_thread_in_address, selected,
    write_address,
};
use crate::browser::{element, fill, line, tell};

/// What is kept of a comment while it is written begins with this.
pub const KEPT: &str = "comity:";
/// The event by which the form for a comment is asked to come, and the one by which it says that it was put aside.
pub const COMPOSE: &str = "compose";
/// The event by which the form says that it was put aside.
pub const ASIDE: &str = "aside";

/// A bar that names what is chosen and opens the form for a comment on it.
///
/// A click on a number chooses its line, and one with shift, or a second tap of a finger, the run up to it; two buttons move its end; `j`, `k` or the arrows go on from there, `c` comments and
/// Escape clears; selecting words of a line chooses these. The fragment of the address follows, so that it can be passed on. Without
/// JavaScript each number is a link to its line.
#[island]
pub fn SelectLines(
    reference: String,
    /// The address of this very version.
    version: String,
    /// The account that reads; zero for nobody.
    reader: i64,
    /// Whether the draft takes comments.
    comments: bool,
    /// What the bar is called.
    label: String,
    /// What is said of one line, with `{a}` for its number.
    one: String,
    /// What is said of several, with `{a}` and `{b}`.
    many: String,
    /// What is said of words of a line, with `{a}`.
    words: String,
    comment: String,
    /// The words of the link to the lines.
    link: String,
    cite: String,
    /// What the buttons are called that make the run shorter and longer.
    less: String,
    more: String,
    clear: String,
) -> impl IntoView {
    let choice = Choice {
        chosen: RwSignal::new(None),
        quote: RwSignal::default(),
        place: RwSignal::default(),
        composing: RwSignal::new(false),
    };
    let Choice { chosen, quote, composing, .. } = choice;
    Effect::new(move |_| {
        forget(reader, &reference);
        chosen.set(from_address());
        open_thread_in_address();
        if comments {
            follow_selection(choice);
        }
    });
    Effect::new(move |before: Option<Option<(u32, u32)>>| {
        let now = chosen.get();
        mark(now);
        if before.is_some_and(|before| before != now) {
            write_address(now);
        }
        now
    });
    window_event_listener(ev::hashchange, move |_| {
        choice.set(from_address());
        open_thread_in_address();
    });
    window_event_listener(ev::click, move |click| clicked(&click, choice));
    window_event_listener(ev::keydown, move |key| pressed(&key, choice, comments));
    window_event_listener_untyped(ASIDE, move |_| composing.set(false));
    let said = move || {
        let Some(run) = choice.run() else { return String::new() };
        let said = match run.count() {
            1 if quote.with(String::is_empty) => &one,
            1 => &words,
            _ => &many,
        };
        said.replace("{a}", &run.first().to_string()).replace("{b}", &run.last().to_string())
    };
    let open = move |click: MouseEvent| {
        if !click.ctrl_key() && !click.meta_key() && choice.compose() {
            click.prevent_default();
        }
    };
    view! {
        <div class="bar" role="region" aria-label=label hidden=move || chosen.get().is_none() || composing.get()>
            <p class="span">
                <button class="step" type="button" aria-label=less on:click=move |_| choice.step(-1)>"\u{2212}"</button>
                <b aria-live="polite">{said}</b>
                <button class="step" type="button" aria-label=more on:click=move |_| choice.step(1)>"+"</button>
            </p>
            <p class="acts">
                <a href=move || choice.form() hidden=!comments on:click=open>{comment}</a>
                <a href=move || choice.address(&version)>{link}</a>
                <a href=move || choice.query("#cite")>{cite}</a>
                <button class="act" type="button" on:click=move |_| choice.set(None)>{clear}</button>
            </p>
        </div>
    }
}

/// What is chosen of the text.
#[derive(Clone, Copy)]
struct Choice {
    /// The line that was chosen first, and the one the run now reaches to.
    chosen: RwSignal<Option<(u32, u32)>>,
    /// The words selected in the line; nothing for all of them.
    quote: RwSignal<String>,
    /// How many characters of the line stand before them.
    place: RwSignal<usize>,
    /// Whether the form for a comment on it stands open.
    composing: RwSignal<bool>,
}

impl Choice {
    fn run(self) -> Option<LineRange> {
        self.chosen.get().map(|(first, last)| LineRange::spanning(first, last))
    }

    /// Chooses lines, whole.
    fn set(self, lines: Option<(u32, u32)>) {
        self.quote.set(String::new());
        self.composing.set(false);
        self.chosen.set(lines);
    }

    /// Moves the end of the run by a line, as far as the text and the beginning of the run go.
    fn step(self, by: i32) {
        let Some((first, last)) = self.chosen.get_untracked() else { return };
        let (first, last) = (first.min(last), first.max(last).saturating_add_signed(by));
        if last >= first && line(last).is_some() {
            self.set(Some((first, last)));
        }
    }

    /// The address of the lines in a version, which is found without a script too.
    fn address(self, version: &str) -> String {
        match self.run() {
            Some(run) if run.count() == 1 => format!("{version}#{run}"),
            Some(run) => format!("{version}{}", self.query(&format!("#L{}", run.first()))),
            None => String::new(),
        }
    }

    /// The query by which the server marks the lines, with what follows it.
    fn query(self, then: &str) -> String {
        let run = self.run();
        run.map(|run| format!("?lines={}-{}{then}", run.first(), run.last())).unwrap_or_default()
    }

    /// The address of the form as a page of its own, for who has to sign in first.
    fn form(self) -> String {
        let Some(run) = self.run() else { return String::new() };
        let quote = self.quote.with(|quote| match quote.as_str() {
            "" => String::new(),
            words => {
                let words = String::from(js_sys::encode_uri_component(words));
                format!("&quote={words}&place={}", self.place.get())
            }
        });
        format!("?from={}&to={}{quote}#compose", run.first(), run.last())
    }

    /// Opens the form under the chosen lines; tells whether the page has one.
    fn compose(self) -> bool {
        let (Some((first, last)), Some(form)) = (self.chosen.get_untracked(), element::<Element>("compose"))
        else {
            return false;
        };
        let (first, last) = (first.min(last), first.max(last));
        if !fill("from", &first.to_string()) || !fill("to", &last.to_string()) {
            return false;
        }
        let quote = self.quote.get_untracked();
        let place = if quote.is_empty() { String::new() } else { self.place.get_untracked().to_string() };
        fill("quote", &quote);
        fill("place", &place);
        self.composing.set(true);
        tell(&form, COMPOSE);
        true
    }
}

fn clicked(click: &MouseEvent, choice: Choice) {
    let target = click.target().and_then(|target| target.dyn_into::<Element>().ok());
    let pressed = |kind: &str| target.as_ref()?.closest(kind).ok().flatten();
    if let Some(button) = pressed("#cite .copy") {
        copy(&button);
    }
    let link = pressed(".text :is(a.n, a.say[href^='?from'])");
    let Some(link) = link.filter(|_| !click.ctrl_key() && !click.meta_key()) else { return };
    let Some(line) = line_of(&link) else { return };
    if link.class_list().contains("say") {
        choice.set(Some((line, line)));
        if choice.compose() {
            click.prevent_default();
        }
        return;
    }
    click.prevent_default();
    choice.set(match choice.chosen.get_untracked() {
        Some((first, last)) if (first, last) == (line, line) => None,
        Some((first, _)) if click.shift_key() || is_touch(click) => Some((first, line)),
        _ => Some((line, line)),
    });
}

/// Whether a finger pressed, which has no key to hold.
fn is_touch(click: &MouseEvent) -> bool {
    js_sys::Reflect::get(click, &"pointerType".into()).is_ok_and(|kind| kind == "touch")
}

/// Copies the sentence before a button, and says so; where the browser does not let a page copy, the sentence is selected.
fn copy(button: &Element) {
    let Some(sentence) = button.previous_element_sibling() else { return };
    let clipboard = window().navigator().clipboard();
    if clipboard.is_undefined() {
        if let Ok(Some(selection)) = window().get_selection() {
            drop(selection.select_all_children(&sentence));
        }
        return;
    }
    drop(clipboard.write_text(&sentence.text_content().unwrap_or_default()));
    button.set_text_content(button.get_attribute("data-done").as_deref());
}

/// How long a selection rests before it counts, as it changes with every movement of the hand.
const REST: Duration = Duration::from_millis(250);

/// Chooses the words, or the lines, that are selected in the text.
fn follow_selection(choice: Choice) {
    let mut rested = debounce(REST, move |()| match selected() {
        Some((lines, words, place)) => {
            choice.set(Some(lines));
            choice.place.set(place);
            choice.quote.set(words);
        }
        None if !choice.quote.with_untracked(String::is_empty) && !choice.composing.get_untracked() => {
            choice.set(None);
        }
        None => {}
    });
    let changed = Closure::<dyn FnMut()>::new(move || rested(()));
    let listener = changed.as_ref().unchecked_ref();
    drop(document().add_event_listener_with_callback("selectionchange", listener));
    // It listens for as long as there is a page.
    changed.forget();
}

fn pressed(key: &KeyboardEvent, choice: Choice, comments: bool) {
    let typing = key
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|target| ["INPUT", "TEXTAREA", "SELECT"].contains(&target.tag_name().as_str()));
    if typing || key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let now = choice.chosen.get_untracked();
    let step = match (key.key().to_lowercase().as_str(), now) {
        ("escape", Some(_)) => return choice.set(None),
        ("c", Some(_)) if comments => {
            // The key that opens the form is no letter of the comment.
            key.prevent_default();
            if !choice.compose() {
                drop(window().location().set_href(&choice.form()));
            }
            return;
        }
        ("j", _) | ("arrowdown", Some(_)) => 1,
        ("k", _) | ("arrowup", Some(_)) => -1,
        _ => return,
    };
    let next = match now {
        Some((_, last)) => last.saturating_add_signed(step),
        None => first_in_sight(),
    };
    if !focus(next) {
        return;
    }
    key.prevent_default();
    choice.set(Some(match now {
        Some((first, _)) if key.shift_key() => (first, next),
        _ => (next, next),
    }));
}
