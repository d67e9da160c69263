//! Every link is made here: pages first, then the addresses that forms are posted to.

pub mod post;
mod signing_in;

use form_urlencoded::{Serializer, byte_serialize};

pub use signing_in::*;

use crate::fields::Fields;

/// The path of a page or form on this site, with its query and fragment.
pub type Href = String;

/// The first page.
pub fn home() -> Href {
    "/".to_owned()
}

/// What is found by words.
pub fn search() -> Href {
    "/search".to_owned()
}

/// The list of all forums.
pub fn forums() -> Href {
    "/forums".to_owned()
}

/// The page of a forum, by its slug.
pub fn forum(slug: &str) -> Href {
    format!("/forums/{}", escaped(slug))
}

/// What the secretariat can change about a forum.
pub fn manage_forum(slug: &str) -> Href {
    format!("{}/manage", forum(slug))
}

/// The people whom a forum invited.
pub fn invitations(slug: &str) -> Href {
    format!("{}/invitations", forum(slug))
}

/// The page that the mail of an invitation leads to.
pub fn invitation(token: &str) -> Href {
    format!("/invitations/{}", escaped(token))
}

/// Asking to speak in a forum for a stakeholder.
pub fn speak(slug: &str) -> Href {
    format!("{}/speak", forum(slug))
}

/// The form that begins a draft in a forum.
pub fn new_draft(forum: &str) -> Href {
    format!("{}/drafts/new", self::forum(forum))
}

/// A part of the page it stands on.
pub fn here(part: &str) -> Href {
    format!("#{part}")
}

/// The current version of a draft.
pub fn draft(reference: &str) -> Href {
    format!("/drafts/{}", escaped(reference))
}

/// The text of the next version while it is being written.
pub fn working_text(reference: &str) -> Href {
    format!("{}/next", draft(reference))
}

/// The text of the next version, with the question whether to discard it.
pub fn discard_text(reference: &str) -> Href {
    format!("{}#discard", with_query(working_text(reference), &[("discard", "yes")]))
}

/// The text of a version, by its number.
pub fn version(reference: &str, number: u32) -> Href {
    format!("{}/versions/{number}", draft(reference))
}

/// One line of a version.
pub fn line(reference: &str, version: u32, line: u32) -> Href {
    format!("{}#L{line}", self::version(reference, version))
}

/// A run of lines of a version. No browser finds `#L12-L18` without a script, so that the address leads to the first line and the
/// server marks the run.
pub fn lines(reference: &str, version: u32, first: u32, last: u32) -> Href {
    match first == last {
        true => line(reference, version, first),
        false => format!("{}?lines={first}-{last}#L{first}", self::version(reference, version)),
    }
}

/// How some lines of the page it stands on are cited; short, as it is written once a clause.
pub fn cite_here(line: u32) -> Href {
    format!("?lines={line}#cite")
}

/// The form for a comment on a run of lines.
pub fn compose(reference: &str, version: u32, first: u32, last: u32) -> Href {
    format!("{}?from={first}&to={last}#compose", self::version(reference, version))
}

/// The form for a comment on a run of lines of the page it stands on; short, as it is written once a line.
pub fn compose_here(first: u32, last: u32) -> Href {
    format!("?from={first}&to={last}#compose")
}

/// The form for a comment on the whole draft.
pub fn compose_whole(reference: &str) -> Href {
    format!("{}?compose=draft#compose", draft(reference))
}

/// A thread beside its lines, opened.
pub fn thread_in_place(reference: &str, number: u32) -> Href {
    format!("{}?thread={number}#t{number}", draft(reference))
}

/// A thread beside its lines, for who has just begun it: the notice that says so.
pub fn posted(reference: &str, number: u32) -> Href {
    format!("{}?thread={number}&posted=yes#posted", draft(reference))
}

/// A reply in its thread, for who has just given it: the notice that says so.
pub fn replied(reference: &str, thread: u32, comment: u32) -> Href {
    let page = on_its_page(self::thread(reference, thread), comment, &[("posted", &comment.to_string())]);
    page.replace(&format!("#c{comment}"), "#posted")
}

/// The text of a version, or of the newest, without what is said about it.
pub fn quiet(page: Href) -> Href {
    with_query(page, &[("view", "quiet")])
}

/// What changed between two versions.
pub fn diff(reference: &str, from: u32, to: u32) -> Href {
    format!("{}/versions/{from}...{to}", draft(reference))
}

/// Where the choice of two versions leads on from.
pub fn compare(reference: &str) -> Href {
    format!("{}/compare", draft(reference))
}

/// One change between two versions, by its stable id.
pub fn hunk(reference: &str, from: u32, to: u32, hunk: &str) -> Href {
    format!("{}#{hunk}", diff(reference, from, to))
}

/// Where a text went, and who uses it.
pub fn uptake(reference: &str) -> Href {
    format!("{}/uptake", draft(reference))
}

/// A referral of a draft, by its number.
pub fn referral(reference: &str, number: i32) -> Href {
    format!("{}/referrals/{number}", draft(reference))
}

/// All that was said here of a referral, for another installation or a body without Comity.
pub fn referral_bundle(reference: &str, number: i32) -> Href {
    format!("{}/bundle.zip", referral(reference, number))
}

/// The last that another installation said of a referral, byte for byte.
pub fn referral_evidence(reference: &str, number: i32) -> Href {
    format!("{}/received.zip", referral(reference, number))
}

/// The form that prepares a referral.
pub fn prepare_referral(reference: &str) -> Href {
    format!("{}/referrals/new", draft(reference))
}

/// Two texts of one lineage side by side by clause.
pub fn crosswalk(ours: &str, theirs: &str) -> Href {
    format!("{}/crosswalk/{}", draft(ours), escaped(theirs))
}

/// What changed from a version of one draft to a version of another, where a referral joins them.
pub fn between((ours, from): (&str, u32), (theirs, to): (&str, u32)) -> Href {
    with_query(
        format!("{}/changes", crosswalk(ours, theirs)),
        &[("from", &from.to_string()), ("to", &to.to_string())],
    )
}

/// What one text offers another that has its origin in common with it.
pub fn changes(ours: &str, theirs: &str) -> Href {
    format!("{}/changes/{}", draft(ours), escaped(theirs))
}

/// Every use of a text that is recorded.
pub fn observatory() -> Href {
    "/observatory".to_owned()
}

/// All threads about a draft.
pub fn threads(reference: &str) -> Href {
    format!("{}/threads", draft(reference))
}

/// The threads that pass a filter, such as `("class", "civil")`.
pub fn threads_where(reference: &str, filter: &[(&str, &str)]) -> Href {
    with_query(threads(reference), filter)
}

/// The threads that stand beside a line of a version.
pub fn threads_beside(reference: &str, version: u32, line: u32) -> Href {
    threads_where(reference, &[("version", &version.to_string()), ("line", &line.to_string())])
}

/// The page of a thread, by its number within the draft.
pub fn thread(reference: &str, number: u32) -> Href {
    format!("{}/{number}", threads(reference))
}

/// How many comments of a thread are on one page.
pub const COMMENTS: u32 = 50;

/// One comment of a thread, on its page.
pub fn comment(reference: &str, thread: u32, comment: u32) -> Href {
    on_its_page(self::thread(reference, thread), comment, &[])
}

/// A page of a thread, the one with this comment, with something asked.
fn on_its_page(thread: Href, comment: u32, asked: &[(&str, &str)]) -> Href {
    let page = (comment.saturating_sub(1) / COMMENTS + 1).to_string();
    let mut query = asked.to_vec();
    query.extend((comment > COMMENTS).then_some(("page_number", page.as_str())));
    format!("{}#c{comment}", with_query(thread, &query))
}

/// A thread with the form that changes, withdraws or hides one of its comments.
pub fn in_thread(reference: &str, thread: u32, doing: &str, comment: u32) -> Href {
    on_its_page(self::thread(reference, thread), comment, &[(doing, &comment.to_string())])
}

/// A thread with the question whether to take it back.
pub fn withdraw_thread(reference: &str, thread: u32) -> Href {
    format!("{}#reply", with_query(self::thread(reference, thread), &[("withdraw", "thread")]))
}

/// The answer to a thread.
pub fn answer(reference: &str, thread: u32) -> Href {
    format!("{}#answer", self::thread(reference, thread))
}

/// The responses that pass a filter, as their page was asked for.
pub fn responses_where(reference: &str, filter: &Fields) -> Href {
    format!("{}?{}", responses(reference), filter.to_query())
}

/// Every comment with its answer, as a table.
pub fn responses(reference: &str) -> Href {
    format!("{}/responses", draft(reference))
}

/// The positions on a draft.
pub fn sign_offs(reference: &str) -> Href {
    format!("{}/sign-offs", draft(reference))
}

/// The steps of a draft through its life, for those who take them.
pub fn steps(reference: &str) -> Href {
    format!("{}/steps", draft(reference))
}

/// One seat among the positions on a draft.
pub fn seat(reference: &str, stakeholder: &str) -> Href {
    format!("{}#s-{}", sign_offs(reference), escaped(stakeholder))
}

/// The positions on a draft for somebody who has just taken one for a seat.
pub fn signed(reference: &str, stakeholder: &str) -> Href {
    format!("{}#signed", with_query(sign_offs(reference), &[("signed", stakeholder)]))
}

/// The form by which a delegate takes a position.
pub fn sign(reference: &str) -> Href {
    format!("{}#sign", sign_offs(reference))
}

/// The form by which the secretariat records a position for a seat.
pub fn sign_on_behalf(reference: &str) -> Href {
    format!("{}#sign", with_query(sign_offs(reference), &[("behalf", "yes")]))
}

/// What happened to a draft.
pub fn history(reference: &str) -> Href {
    format!("{}/history", draft(reference))
}

/// The files a draft can be taken away as.
pub fn export(reference: &str) -> Href {
    format!("{}/export", draft(reference))
}

/// How a version is cited, for programs that keep references.
pub fn citation(reference: &str, version: u32) -> Href {
    with_query(export_as(reference, "csl.json"), &[("version", &version.to_string())])
}

/// Where a Word file with comments is brought back.
pub fn word(reference: &str) -> Href {
    format!("{}/word", draft(reference))
}

/// The file of an export: `md`, `html`, `json`, `csv` or `archive`.
pub fn export_as(reference: &str, format: &str) -> Href {
    format!("{}.{format}", export(reference))
}

/// The exports, with the characters that no font has for one of them, by their numbers: `1F600.1F601`.
pub fn export_lacking(reference: &str, format: &str, characters: &str) -> Href {
    with_query(export(reference), &[("format", format), ("lacks", characters)])
}

/// An export although no font has some of its characters.
pub fn export_anyway(reference: &str, format: &str) -> Href {
    with_query(export_as(reference, format), &[("anyway", "1")])
}

/// The list of all stakeholders.
pub fn stakeholders() -> Href {
    "/stakeholders".to_owned()
}

/// The page of a stakeholder, by its slug.
pub fn stakeholder(slug: &str) -> Href {
    format!("/stakeholders/{}", escaped(slug))
}

/// What waits for the reader.
pub fn desk() -> Href {
    "/desk".to_owned()
}

/// The sign-in page, which leads back to a page afterwards.
pub fn sign_in(back: &str) -> Href {
    with_query("/sign-in".to_owned(), &[("back", back)])
}

/// The page a one-time link leads to.
pub fn sign_in_by_link(token: &str) -> Href {
    format!("/sign-in/{}", escaped(token))
}

/// What somebody wrote who is not known yet, or whose words could not be posted yet.
pub fn kept() -> Href {
    "/join".to_owned()
}

/// The page that the mail to somebody new leads to.
pub fn join_by_link(token: &str) -> Href {
    format!("/join/{}", escaped(token))
}

/// What a person sets for themselves.
pub fn settings() -> Href {
    "/settings".to_owned()
}

/// The news feed of what a page is about; of the whole site for the address "".
pub fn feed(page: &str) -> Href {
    format!("{page}/feed.atom")
}

/// The calendar of the deadlines of what a page is about; of the whole site for the address "".
pub fn calendar(page: &str) -> Href {
    format!("{page}/calendar.ics")
}

/// A clause through all versions of a draft; only its feed and calendar stand there.
pub fn clause(reference: &str, clause: u32) -> Href {
    format!("{}/clauses/{clause}", draft(reference))
}

/// The page a signed link from a mail leads to.
pub fn mail(link: &str) -> Href {
    format!("/mail/{}", escaped(link))
}

/// The table of who may do what.
pub fn permissions() -> Href {
    "/admin/permissions".to_owned()
}

/// The other installations.
pub fn peers() -> Href {
    "/admin/peers".to_owned()
}

/// The page for administrators of the site.
pub fn admin() -> Href {
    "/admin".to_owned()
}

/// The page that explains the API.
pub fn api() -> Href {
    "/api".to_owned()
}

/// The description of the API for programs.
pub fn api_description() -> Href {
    "/api/openapi.json".to_owned()
}

/// How to read, comment and cite.
pub fn help() -> Href {
    "/help".to_owned()
}

/// What the site does for everyone to be able to use it.
pub fn accessibility() -> Href {
    "/accessibility".to_owned()
}

/// The key that signs the record, as a file.
pub fn key() -> Href {
    "/.well-known/comity-key".to_owned()
}

/// The receipt of a comment, as a file.
pub fn receipt(reference: &str, thread: i32, comment: i32) -> Href {
    format!("{}/receipts/{thread}.{comment}", draft(reference))
}

/// The record of the whole site.
pub fn record() -> Href {
    "/record".to_owned()
}

/// A page with some parameters of its query set, as for a tab, a view or the next page of a list.
pub fn with_query(page: Href, query: &[(&str, &str)]) -> Href {
    if query.is_empty() {
        return page;
    }
    let sign = if page.contains('?') { '&' } else { '?' };
    format!("{page}{sign}{}", Serializer::new(String::new()).extend_pairs(query).finish())
}

/// One segment of a path, with everything that would end it escaped.
fn escaped(segment: &str) -> String {
    byte_serialize(segment.as_bytes()).collect::<String>().replace('+', "%20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_is_made_of_cannot_lead_elsewhere() {
        assert_eq!(draft("DN-2026-001"), "/drafts/DN-2026-001");
        assert_eq!(forum("a/../b?c#d e"), "/forums/a%2F..%2Fb%3Fc%23d%20e");
        assert_eq!(sign_in("/drafts/X?a=b&c"), "/sign-in?back=%2Fdrafts%2FX%3Fa%3Db%26c");
        assert_eq!(lines("X", 2, 12, 18), "/drafts/X/versions/2?lines=12-18#L12");
        assert_eq!(lines("X", 2, 12, 12), "/drafts/X/versions/2#L12");
    }
}
