//! Where forms are posted to: each address once, for the form and for the route.

use std::fmt::Display;

use super::{Href, escaped};

/// Defines for each form the function that gives its address, and in `at` the pattern that its route matches.
macro_rules! forms {
    ($($what:literal $name:ident($($part:ident),*) $path:literal)*) => {
        $(#[doc = $what]
        pub fn $name($($part: impl Display),*) -> Href {
            filled($path, &[$(escaped(&$part.to_string())),*])
        })*

        /// The addresses of all forms, as routes match them.
        pub const ALL: &[&str] = &[$($path),*];

        /// The addresses as routes match them, by name.
        pub mod at {
            $(#[doc = $what]
            pub const fn $name() -> &'static str {
                $path
            })*
        }
    };
}

forms! {
    "The charter of a forum." charter(slug) "/forums/{slug}/charter"
    "The rule by which a forum agrees." rule(slug) "/forums/{slug}/rule"
    "What a forum refers, and how long it takes to answer." referring(slug) "/forums/{slug}/referring"
    "How people come to speak in a forum." joining(slug) "/forums/{slug}/joining"
    "Somebody who is let in." newcomers(slug) "/forums/{slug}/newcomers"
    "Somebody who is not let in." newcomers_declined(slug) "/forums/{slug}/newcomers/declined"
    "Asking to speak for a stakeholder." wishes(slug) "/forums/{slug}/speak"
    "A wish to speak that is granted." wish_granted() "/wishes/granted"
    "A wish to speak that is declined." wish_declined() "/wishes/declined"
    "Inviting people to a forum." invitations(slug) "/forums/{slug}/invitations"
    "An invitation that is sent again." invite_again(slug) "/forums/{slug}/invitations/again"
    "An invitation that is revoked." invite_revoked(slug) "/forums/{slug}/invitations/revoked"
    "The seats of a forum." seats(slug) "/forums/{slug}/seats"
    "A seat that is taken away." vacancies(slug) "/forums/{slug}/vacancies"
    "The roles in a forum." roles(slug) "/forums/{slug}/roles"
    "A role that is taken away." dismissals(slug) "/forums/{slug}/dismissals"
    "The right to speak for a stakeholder." mandates(slug) "/stakeholders/{slug}/mandates"
    "A mandate that ends now." mandate_ends(slug) "/stakeholders/{slug}/mandates/ends"
    "Who says for a stakeholder who speaks for it." focal_points(slug) "/stakeholders/{slug}/focal-points"
    "A focal point that is one no longer." focal_point_ends(slug) "/stakeholders/{slug}/focal-points/ends"
    "Founding a forum." new_forum() "/admin/forums"
    "Entering a stakeholder." new_stakeholder() "/admin/stakeholders"
    "Registering a person." new_account() "/admin/accounts"
    "A position on the newest version." sign_off(reference) "/drafts/{reference}/sign-offs"
    "The language of the pages." language() "/language"
    "Asking for a link to sign in." sign_in() "/sign-in"
    "A comment by somebody who is not known, or not let in yet." join() "/join"
    "Another mail to them." join_again() "/join/again"
    "Posting what was kept of them." post_kept() "/join/posting"
    "Letting go of it." drop_kept() "/join/dropping"
    "Signing in as one of the cast of a demo." sign_in_as() "/sign-in/as"
    "Signing out." sign_out() "/sign-out"
    "Connecting a provider with the account that is signed in." connect() "/sign-in/connect"
    "Taking a provider away." disconnect() "/settings/ways/ends"
    "Erasing who one is." erasure() "/settings/erasure"
    "Which role asks for which provider." requirements() "/admin/requirements"
    "Entering another installation." peers() "/admin/peers"
    "Confirming or blocking it." peer_decision() "/admin/peers/decision"
    "A forum of it." peer_forums() "/admin/peers/forums"
    "Sending at once what waits for it." peer_retry() "/admin/peers/retry"
    "What another installation sent to a forum." forum_bundles(slug) "/forums/{slug}/bundles"
    "What another installation says of a referral." referral_bundles(reference, number) "/drafts/{reference}/referrals/{number}/bundles"
    "What a provider says whom it has signed out." logged_out(provider) "/sign-in/with/{provider}/logged-out"
    "A new draft." begin_draft(forum) "/forums/{slug}/drafts/new"
    "The text of the next version." save_text(reference) "/drafts/{reference}/next"
    "Publishing that text." publish(reference) "/drafts/{reference}/next/publish"
    "Discarding that text." discard_text(reference) "/drafts/{reference}/next/discard"
    "What a Word file brought." bring_word(reference) "/drafts/{reference}/word"
    "A step of the procedure." step(reference) "/drafts/{reference}/steps"
    "A referral that is prepared." prepare_referral(reference) "/drafts/{reference}/referrals/new"
    "Sending a referral." send_referral(reference, number) "/drafts/{reference}/referrals/{number}/sending"
    "Taking a referral back." withdraw_referral(reference, number) "/drafts/{reference}/referrals/{number}/withdrawal"
    "Waiting no longer for an answer." expire_referral(reference, number) "/drafts/{reference}/referrals/{number}/expiry"
    "What the receiver says before it answers." receive_referral(reference, number) "/drafts/{reference}/referrals/{number}/receiving"
    "The answer to a referral." answer_referral(reference, number) "/drafts/{reference}/referrals/{number}/answer"
    "What became of a clause in another text." pairing(reference, other) "/drafts/{reference}/crosswalk/{other}"
    "What is decided on a change of another text." changes(reference, other) "/drafts/{reference}/changes/{other}"
    "What became of such a use." adoption_change(reference, number) "/drafts/{reference}/adoptions/{number}/changes"
    "The use of a text elsewhere." adoptions(reference) "/drafts/{reference}/adoptions"
    "A dispute of such a use." disputes(reference, number) "/drafts/{reference}/adoptions/{number}/disputes"
    "Who may see a draft." show_to(reference) "/drafts/{reference}/steps/visibility"
    "Preferences." settings() "/settings"
    "How often one is told of what." mails() "/settings/mails"
    "What one follows." follow() "/follow"
    "What a link in a mail is for." mail(link) "/mail/{link}"
    "Ending a session." revoke_session() "/settings/sessions"
    "A new token for a program." tokens() "/settings/tokens"
    "Taking a token back." token_ends() "/settings/tokens/ends"
    "A comment that begins a thread." open_thread() "/threads"
    "A reply in a thread." replies(reference, thread) "/drafts/{reference}/threads/{number}/comments"
    "A change of one comment." comment(reference, thread, comment) "/drafts/{reference}/threads/{number}/comments/{comment}"
    "Taking a comment back." comment_withdrawal(reference, thread, comment) "/drafts/{reference}/threads/{number}/comments/{comment}/withdrawal"
    "Hiding a comment." comment_hiding(reference, thread, comment) "/drafts/{reference}/threads/{number}/comments/{comment}/hiding"
    "Erasing the words of a hidden comment." comment_erasure(reference, thread, comment) "/drafts/{reference}/threads/{number}/comments/{comment}/erasure"
    "Taking a thread back." withdrawal(reference, thread) "/drafts/{reference}/threads/{number}/withdrawal"
    "An answer." answer(reference, thread) "/drafts/{reference}/threads/{number}/answer"
    "Opening an answered thread again." reopening(reference, thread) "/drafts/{reference}/threads/{number}/reopening"
    "Whether the answer satisfies." acknowledgement(reference, thread) "/drafts/{reference}/threads/{number}/acknowledgement"
    "Where a thread belongs in the newest version." placement(reference, thread) "/drafts/{reference}/threads/{number}/placement"
    "One answer to several threads." responses(reference) "/drafts/{reference}/responses"
}

/// The forms at whose address there is also a page.
const PAGES_TOO: [&str; 10] = [
    "/admin/peers",
    "/drafts/{reference}/sign-offs",
    "/drafts/{reference}/next",
    "/drafts/{reference}/steps",
    "/drafts/{reference}/responses",
    "/forums/{slug}/drafts/new",
    "/sign-in",
    "/join",
    "/settings",
    "/mail/{link}",
];

/// The page that a form stands on, or that its subject has: the nearest above the form's own address. Nothing for an address that is none of
/// a form, or has no page above it but the first.
pub fn page_above(path: &str) -> Option<Href> {
    let is_form = |path: &str| ALL.iter().any(|pattern| fits(pattern, path) && !PAGES_TOO.contains(pattern));
    let lists = |path: &str| {
        ["/forums/", "/drafts/", "/stakeholders/", "/admin"].iter().any(|list| path.starts_with(list))
    };
    let mut above = path;
    while is_form(above) || above.ends_with("/comments") || above.ends_with("/drafts") {
        above = above.rsplit_once('/')?.0;
    }
    (above != path && (lists(above) || PAGES_TOO.contains(&above))).then(|| above.to_owned())
}

/// Whether a path is one that a pattern matches.
fn fits(pattern: &str, path: &str) -> bool {
    let (mut parts, mut segments) = (pattern.split('/'), path.split('/'));
    loop {
        match (parts.next(), segments.next()) {
            (None, None) => return true,
            (Some(part), Some(segment))
                if part == segment || (part.starts_with('{') && !segment.is_empty()) => {}
            _ => return false,
        }
    }
}

/// A pattern with its parts in the place of what stands in braces.
fn filled(pattern: &str, parts: &[String]) -> Href {
    let mut parts = parts.iter();
    let segments = pattern.split('/').map(|segment| match segment.starts_with('{') {
        true => parts.next().map_or(segment, String::as_str),
        false => segment,
    });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_its_pattern_with_the_parts_filled_in() {
        assert_eq!(settings(), "/settings");
        assert_eq!(comment("DN-2026-001", 7, 2), "/drafts/DN-2026-001/threads/7/comments/2");
        assert_eq!(charter("a/b"), "/forums/a%2Fb/charter");
        assert_eq!(at::comment(), "/drafts/{reference}/threads/{number}/comments/{comment}");
    }

    #[test]
    fn the_address_of_a_form_leads_to_the_page_it_stands_on() {
        for (form, page) in [
            ("/drafts/DN-2026-001/next/publish", Some("/drafts/DN-2026-001/next")),
            ("/drafts/DN-2026-001/threads/7/comments/2/hiding", Some("/drafts/DN-2026-001/threads/7")),
            ("/drafts/DN-2026-001/threads/7/answer", Some("/drafts/DN-2026-001/threads/7")),
            ("/forums/dovetail/charter", Some("/forums/dovetail")),
            ("/settings/tokens/ends", Some("/settings")),
            ("/admin/forums", Some("/admin")),
            ("/sign-in/as", Some("/sign-in")),
            ("/sign-out", None),
            ("/help", None),
        ] {
            assert_eq!(page_above(form).as_deref(), page, "{form}");
        }
    }
}
