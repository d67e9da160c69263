# Pages of text; the longer ones are in Markdown.
help-title = Help
help-reading = Reading
help-reading-text =
    Every draft has a reference such as DN-2026-001, and every published version keeps its number and its address for ever.
    Each sentence is a line with a number; a link ending in `#L12` leads to line 12, one ending in `#L12-L18` to a run of lines.
help-commenting = Commenting
help-commenting-text =
    Choose the number of a line, sign in, and write. You may propose other words for the lines: they are shown as a change, and whoever edits the draft can take them over as they are.

    What you publish stands under your name and that of the organisation you speak for. You can correct it for 15 minutes; after that it stays in the record, and you can withdraw it.
help-following = Following a comment
help-following-text =
    When a new version is published, your comment goes with the words it was made on. Where we are not sure of the place, we say so, and it can be put right in one step.

    We tell you by mail. A button on the pages of forums, drafts and stakeholders follows them, and one beside cited lines follows their clause; your settings say what you are told, and how often. Each of these pages has a news feed, and forums and drafts have a calendar of their deadlines.
help-answers = Answers
help-answers-text =
    Every comment gets an answer with a reason: accepted, accepted in part, noted, rejected, out of scope, duplicate or deferred. You are asked whether you are satisfied, and what you say stands beside the answer.
help-signing = Signing off
help-signing-text =
    A delegate says what their stakeholder thinks of one exact version. When words change afterwards, the sign-off says so and is asked for again.
help-keyboard = Without a mouse, without JavaScript
help-keyboard-text =
    Everything here works by keyboard, and with JavaScript switched off.
accessibility-title = Accessibility
accessibility-aim = What we aim for
accessibility-aim-text =
    Comity is made to meet the Web Content Accessibility Guidelines 2.2 at level AA, and to go beyond them where it can: text has a contrast of seven to one, nothing is said by colour alone, and every page works by keyboard, without JavaScript and at a width of 320 pixels.

    Pages follow the settings of your system for light and dark, for contrast and for motion, and can be read from right to left.
accessibility-text = The text of a draft
accessibility-text-text =
    Changes between versions are marked as insertions and deletions, so that a screen reader can announce them. Lines have their numbers in the text, and comments follow their line in the order of reading.
accessibility-trouble = When something does not work
accessibility-trouble-text =
    Tell the secretariat of the forum, whose page says in its charter how to reach it, or whoever runs this site, with the address of the page and what you use to read it. It can be put right.
privacy-title = What we keep of you
privacy-public = What everybody sees
privacy-public-text =
    Your name, whom you speak for, and what you publish: comments, answers, sign-offs. It is part of a record that shows when a word in it was changed, and that others keep copies of.

    Your e‑mail address is seen by you, by the administrators of this site, and by whoever may let you speak for a stakeholder. It is never on a public page.
privacy-kept = What else is kept
privacy-kept-text =
    Where you are signed in and by which browser, which providers you have connected, what you follow and want to be told, your tokens for programs, and the mails that wait for you. There are no advertisements, no counters and no cookies but those that keep you signed in, your language, and when you read a draft before. No page asks another site for anything.
privacy-retention = For how long
privacy-retention-text =
    - A session: 30 days after it was used last. A link to sign in: 15 minutes, and its row is removed after a day.
    - Words that wait for the answer to a mail: a day. Words that wait for you or a secretariat: 30 days.
    - Network addresses, to count how often something is tried: a day.
    - A token for a program: until the end you chose.
    - Your name and address: until you erase them.
    - What you published: for as long as the record, without your name once that is erased.
privacy-rights = What you can do
privacy-rights-text =
    In the settings you get all of it as a file, and erase who you are: your name, your address and every way to sign in are then gone, and what you said stays as by a withdrawn participant. The record still holds, because it has your name only as a digest that nobody can open once its salt is erased. Archives that others exported before are theirs.
