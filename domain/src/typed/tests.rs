use super::*;

#[test]
fn a_comment_of_16_kib_is_kept_and_one_byte_more_is_refused() {
    assert!(CommentBody::parse(&"a".repeat(16_384)).is_ok());
    let refused = CommentBody::parse(&"a".repeat(16_385)).unwrap_err();
    assert_eq!(refused, BadWords::TooLong { id: "refusal-comment-too-long", length: 16_385, limit: 16_384 });
}

#[test]
fn the_limit_of_a_comment_counts_bytes_and_that_of_a_title_letters() {
    assert!(CommentBody::parse(&"原".repeat(6_000)).is_err());
    assert!(Title::parse(&"原".repeat(200)).is_ok());
    assert!(Title::parse(&"原".repeat(201)).is_err());
}

#[test]
fn white_space_alone_is_empty_and_the_refusal_names_the_field() {
    let refused = Reason::parse(" \n\t\u{0}\r\n").unwrap_err();
    assert_eq!(refused.message(), Message::new("refusal-reason-empty"));
}

#[test]
fn control_characters_are_removed() {
    assert_eq!(Name::parse(" Mira\u{0}\u{1b}  Oduya\n").unwrap().as_str(), "Mira Oduya");
    assert_eq!(CommentBody::parse("one\r\ntwo\u{7}\rthree\n\n").unwrap().as_str(), "one\ntwo\nthree");
}

#[test]
fn a_first_line_keeps_its_indentation() {
    assert_eq!(CommentBody::parse("\n  \n    let x;\nso").unwrap().as_str(), "    let x;\nso");
}

#[test]
fn a_stored_title_is_checked_when_it_is_read_back() {
    assert_eq!(serde_json::from_str::<Title>("\"On notice\"").unwrap().as_str(), "On notice");
    assert!(serde_json::from_str::<Title>("\"  \"").is_err());
}

proptest::proptest! {
    #[test]
    fn parsing_what_was_parsed_changes_nothing(typed in ".*") {
        if let Ok(kept) = Name::parse(&typed) {
            proptest::prop_assert_eq!(Name::parse(kept.as_str()), Ok(kept));
        }
        if let Ok(kept) = Reason::parse(&typed) {
            proptest::prop_assert_eq!(Reason::parse(kept.as_str()), Ok(kept));
        }
    }
}

#[rstest::rstest]
#[case("Mira \u{202e}Oduya", unseen::Kind::Override)]
#[case("Mira \u{202b}Oduya", unseen::Kind::Unbalanced)]
#[case("Mir\u{430} Oduya", unseen::Kind::LookAlike)]
#[case("Mira\u{3164} Oduya", unseen::Kind::Invisible)]
#[case("Mira \u{e000}", unseen::Kind::PrivateUse)]
#[case("Mira\u{e0041}", unseen::Kind::Tag)]
fn what_misleads_is_refused_in_names_titles_bodies_and_wordings(
    #[case] typed: &str,
    #[case] kind: unseen::Kind,
) {
    let told = |bad: BadWords| if let BadWords::Misleading(bad) = bad { Some(bad.kind) } else { None };
    assert_eq!(Name::parse(typed).err().and_then(told), Some(kind));
    assert_eq!(Title::parse(typed).err().and_then(told), Some(kind));
    assert_eq!(CommentBody::parse(typed).err().and_then(told), Some(kind));
    assert_eq!(Reason::parse(typed).err().and_then(told), Some(kind));
    assert_eq!(Charter::parse(typed).err().and_then(told), Some(kind));
    assert_eq!(Wording::parse(typed).err().and_then(told), Some(kind));
}
