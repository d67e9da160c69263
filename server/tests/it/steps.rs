//! The secretariat leads a draft through its life.

use chrono::TimeDelta;
use domain::visibility::Visibility;

use crate::support::{Browser, Page, SECOND, World};

async fn take(browser: &mut Browser, at: &str, step: &str, fields: &[(&str, &str)]) -> Page {
    let fields: Vec<_> = [("page", at), ("step", step)].into_iter().chain(fields.iter().copied()).collect();
    browser.post(at, &fields).await
}

#[tokio::test]
async fn a_draft_is_led_from_its_round_to_its_last_call() {
    let world = World::in_consultation().await;
    let at = world.page("/steps");
    let mut ada = world.as_(&world.ada).await;
    let page = ada.get(&at).await;
    assert_eq!(page.status, 200);
    let text = page.main_text();
    assert!(text.contains("The consultation closes on") && text.contains("Auckland time"), "{text}");
    assert!(text.contains("Extend the deadline") && !text.contains("Open the last call"), "{text}");

    let closes = page.field("extend-to").unwrap();
    let done = take(&mut ada, &at, "extend", &[("extend-to", &closes), ("extend-reason", "Holidays.")]).await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    let done = take(&mut ada, &at, "close", &[("close-reason", "All have spoken.")]).await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    let text = ada.get(&at).await.main_text();
    assert!(text.contains("Open the last call"), "{text}");
    assert!(text.contains("What stands in the way:"), "{text}");

    let call = ada.get(&at).await.field("call-closes").unwrap();
    let done = take(&mut ada, &at, "open-last-call", &[("call-closes", &call)]).await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    world.app.state.clock.advance(TimeDelta::days(15));
    let text = ada.get(&at).await.main_text();
    assert!(text.contains("Take the text back") && text.contains("No seat can take a position"), "{text}");
}

#[tokio::test]
async fn a_step_that_is_not_possible_says_what_is_missing() {
    let world = World::in_consultation().await;
    world.comments(&world.mira, Some("L3"), "Unanswered.", None).await;
    let at = world.page("/steps");
    let mut ada = world.as_(&world.ada).await;
    let early = take(&mut ada, &at, "close", &[("close-reason", "")]).await;
    assert_eq!(early.status, 422);
    assert!(early.main_text().contains("Give a reason."));
    let call = take(&mut ada, &at, "open-last-call", &[("call-closes", "2099-01-01T12:00")]).await;
    assert_eq!(call.status, 409);
    world.app.state.clock.advance(TimeDelta::days(29));
    let call = take(&mut ada, &at, "open-last-call", &[("call-closes", "2099-01-01T12:00")]).await;
    assert_eq!(call.status, 409);
    assert!(call.main_text().contains("1 comment has no answer yet."), "{}", call.main_text());
    assert_eq!(call.field("call-closes").as_deref(), Some("2099-01-01T12:00"));
    let round = take(&mut ada, &at, "open-round", &[("closes", "2099-01-01T12:00")]).await;
    assert!(round.main_text().contains("No principle or paragraph has changed in substance"));
    world.revise(SECOND).await;
    for (closes, why) in [
        ("", "Please fill in this field."),
        ("soon", "This is no day and time."),
        ("2099-02-30T12:00", "This is no day and time."),
        ("2027-09-26T02:30", "There is no such time in Auckland"),
        ("2001-01-01T12:00", "The closing time must come after the opening time"),
    ] {
        let page = take(&mut ada, &at, "open-round", &[("closes", closes)]).await;
        assert!([409, 422].contains(&page.status), "{closes}: {}", page.status);
        assert!(page.main_text().contains(why), "{closes}: {}", page.main_text());
        assert_eq!(page.field("closes").as_deref(), Some(closes));
    }
    let page = take(&mut ada, &at, "dance", &[]).await;
    assert_eq!(page.status, 422);
    assert_eq!(take(&mut ada, &at, "open-round", &[("closes", "2099-01-01T12:00")]).await.status, 303);
}

#[tokio::test]
async fn only_those_who_lead_see_the_steps() {
    let world = World::in_consultation().await;
    let at = world.page("/steps");
    assert_eq!(world.app.browser().get(&at).await.status, 303);
    let mut mira = world.as_(&world.mira).await;
    let page = mira.get(&at).await;
    assert_eq!(page.status, 403);
    assert!(page.main_text().contains("Only the secretariat of this forum"));
    let page = take(&mut mira, &at, "suspend", &[("suspend-reason", "I say so.")]).await;
    assert_eq!(page.status, 403);
}

#[tokio::test]
async fn a_draft_is_suspended_resumed_and_withdrawn_for_a_reason() {
    let world = World::in_consultation().await;
    let at = world.page("/steps");
    let mut ada = world.as_(&world.ada).await;
    let stop = take(&mut ada, &at, "suspend", &[("suspend-reason", "Elections.")]).await;
    assert_eq!(stop.status, 303);
    let text = ada.get(&at).await.main_text();
    assert!(text.contains("Elections.") && text.contains("Resume the draft"), "{text}");
    assert_eq!(take(&mut ada, &at, "resume", &[]).await.status, 303);
    assert_eq!(
        take(&mut ada, &at, "withdraw", &[("withdraw-reason", "Overtaken by law.")]).await.status,
        303
    );
    let text = ada.get(&at).await.main_text();
    assert!(text.contains("Nothing comes next"), "{text}");
    let page = take(&mut ada, &at, "supersede", &[("supersede-by", "DN-1999-001")]).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("There is no other draft with this reference."));
}

#[tokio::test]
async fn a_draft_can_be_kept_to_members_and_shown_to_all_at_an_instant() {
    let world = World::behind(Visibility::Members).await;
    let (at, visible) = (world.page("/steps"), world.page("/steps/visibility"));
    let mut ada = world.as_(&world.ada).await;
    let until = [("page", at.as_str()), ("visibility", "embargoed"), ("until", "2099-01-01T12:00")];
    ada.post_and_follow(&visible, &until).await;
    assert_eq!(world.app.browser().get(&world.page("")).await.status, 404);
    let past = [("page", at.as_str()), ("visibility", "embargoed"), ("until", "2001-01-01T12:00")];
    let page = ada.post(&visible, &past).await;
    assert_eq!(page.status, 422);
    assert!(page.main_text().contains("An embargo ends in the future."));
    let fields = [("page", at.as_str()), ("visibility", "public"), ("until", "")];
    ada.post_and_follow(&visible, &fields).await;
    assert_eq!(world.app.browser().get(&world.page("")).await.status, 200);
    // What was public stays public.
    for hidden in [until, [until[0], ("visibility", "members"), ("until", "")]] {
        let page = ada.post(&visible, &hidden).await;
        assert!(page.status == 422 && page.main_text().contains("stays public"), "{}", page.main_text());
    }
    assert_eq!(ada.get(&at).await.field("visibility"), None);
    assert_eq!(world.app.browser().get(&world.page("")).await.status, 200);
}
