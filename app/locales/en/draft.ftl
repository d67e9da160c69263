# The pages of a draft: its head, its tabs and its text.
draft-page-title = { $reference }, { $what }: { $title }
draft-skip = Skip to what this page shows
draft-skip-text = Skip to line 1
draft-reference = Reference
draft-version = Version
draft-version-of = Version { $version }, { $day }
draft-published = Published
draft-of = { $part } of { $whole }

draft-tabs = This draft
draft-tab-text = Text
draft-tab-changes = What changed
draft-tab-comments = Comments
draft-tab-responses = Responses
draft-tab-sign-offs = Sign-offs
draft-tab-in-favour = { " " }seats in favour
draft-tab-objections = { $count ->
    [one] One objection stands
   *[other] { $count } objections stand
}
draft-tab-history = Record
draft-tab-export = Export

## Where it is in its life

draft-stage-unpublished = Being drafted. No version is published yet.
draft-stage-drafting = Published to be read. No consultation has opened yet.
draft-stage-announced = Comments open on { $when }.
draft-stage-open = Open for comment until { $when }: { $left }.
draft-stage-disposition = The round has closed. Its comments are being answered.
draft-stage-answered = The round has closed, and every comment has an answer.
draft-stage-uncommented = The round has closed. Nobody commented.
draft-stage-last-call = In its last call until { $when }: { $left }.
draft-stage-sign-off = In sign-off until { $when }: { $left }.
draft-stage-sign-off-over = In sign-off, past its closing time.
draft-stage-silence = Under silence until { $when }: { $left }.
draft-stage-adopted = { $what } was adopted on { $day }.
draft-stage-adopted-version = Version { $version }
draft-stage-suspended = Suspended since { $day }. { $reason }
draft-stage-withdrawn = Withdrawn on { $day }. { $reason }
draft-stage-superseded = Replaced by { $other } on { $day }.

## What comes next

draft-next-version = Next version
draft-steps = Manage this draft
draft-next = What comes next
draft-next-unpublished = A first version is published; then anyone may be asked for comments on it.
draft-next-drafting = A consultation opens, and anyone may comment on any line.
draft-next-announced = From then on anyone may comment on any line. Every comment is answered, with a reason.
draft-next-open = Every comment is answered, with a reason; then the last call.
draft-next-disposition = Every comment is answered, with a reason. Then comes another round on a new version, or the last call.
draft-next-answered = Another round on a new version, or the last call.
draft-next-last-call = Without an objection the text goes to sign-off when the call ends.
draft-next-silence = If nobody breaks it in writing, the text is adopted when the silence ends.
draft-next-adopted = The words are final. What others make of them is added to the record.
draft-next-suspended = Its clock stands still. It goes on where it stopped when the secretariat resumes it.
draft-next-over = Nothing more. The text and its record stay as they are.
draft-next-none-waiting = All have an answer.
draft-next-waiting = { draft-next-waiting-count } no answer yet.
draft-next-waiting-count = { $all ->
    [one] The one comment has
   *[other] { $waiting } of { $all } comments { $waiting ->
        [one] has
       *[other] have
    }
}

## The text

draft-unpublished = not published yet
draft-nothing = No version is published yet. The text will stand here, with a number for every line.
draft-version-lower = version { $version }
draft-version-number = Version { $version }
draft-text-of = Text of version { $version }
draft-beginning = Before the first heading
draft-line = Line { $line }
# Stands before the number, for those who hear the page; the space after it belongs to it.
draft-line-lead = Line{ " " }
draft-clauses = Clauses
draft-thumb = In this text
draft-outline = Clauses and comments
draft-outline-comments = { " " }{ $count ->
    [one] comment
   *[other] comments
}
draft-key = Who speaks

draft-views = How to read it
draft-view-comments = With comments
draft-view-quiet = The text alone

draft-lately = Since { $day }: { $what }.
draft-lately-nothing = Nothing new since { $day }.
draft-lately-comments = { $count ->
    [one] one new comment
   *[other] { $count } new comments
}
draft-lately-more = more than { $count } new comments
draft-lately-answers = { $count ->
    [one] one answer to yours
   *[other] { $count } answers to yours
}

draft-comment = Comment on this draft
draft-comment-or = or choose the number of any line
draft-comment-on-line = Comment on line { $line }
draft-takes-no-comments = This draft takes no comments now.
draft-comment-on-newest = Comments are made on the newest version.
draft-write-next = Write version { $version }
draft-run = Manage this draft

draft-reading-older = You are reading version { $version }.
draft-newer = { $newest } is newer: { $change }.
draft-see-changes = see what changed
draft-about = This version
draft-signed = Who agreed to it
draft-signed-nobody = No seat took a position on these words.
draft-signed-all = Every position, with when and by whom
draft-credits = It takes over words proposed by:
draft-credit-thread = №{ "\u00A0" }{ $number }
draft-published-by = Published on { $day } by { $person }. Its words do not change any more; the number below proves which they are.

draft-selection = Chosen lines
draft-selected-one = Line { $first }, chosen
draft-selected-many = Lines { $first } to { $last }, chosen
draft-selected-words = Words of line { $first }, chosen
draft-selection-comment = Comment
draft-selection-link = Link to it
draft-selection-less = One line less
draft-selection-more = One line more
draft-selection-clear = Clear

## What is said beside it

draft-clause-link = Link to this clause
draft-cite-file = For Zotero and the like (CSL-JSON)
draft-cite = Cite this
draft-citation = { $title }, { $reference }, version { $version }, { $lines }. { $forum }, { $day }. SHA-256 { $digest }. { $address }
draft-citation-adopted = adopted { $day }
draft-copy = Copy
draft-copied = Copied
draft-choose-lines = Lines { $from } to { $to }:
draft-link-and-cite = Link and cite
draft-note-back = Back to line { $line }
draft-table = Table
draft-comments-on = Comments on line { $line }
draft-thread-replies = { " " }{ $count ->
    [one] reply
   *[other] replies
}
draft-earlier-replies = { $count ->
    [one] 1 earlier reply
   *[other] { $count } earlier replies
}
draft-number = №{ "\u00A0" }{ $number }
draft-settled = { $count } settled
draft-more-comments = { $count ->
    [one] 1 more comment
   *[other] { $count } more
}
draft-more-settled = And { $count } more
draft-withdrawn = withdrawn
draft-answered = answered: { $disposition }
draft-unsure = its place is uncertain
draft-detached = its words are gone
draft-unsure-here = We are not sure this is still the place.
draft-made-on = Made on version { $version }.
draft-personal = in a personal capacity
draft-late = late
draft-hidden = Hidden by moderation
draft-hidden-why = Hidden by moderation: { $reason }
draft-erased = Erased by moderation
draft-erased-why = Erased by moderation: { $reason }
draft-reply = Reply
draft-satisfied = Are you satisfied?
draft-repair = Say where it belongs
draft-see-change = See the change
draft-checked = Checked: your wording stands in version { $version }. { $change }
draft-unchanged = The answer promises a change, but the words are the same as before.
draft-gone = On words that are gone
draft-whole = On the whole draft
draft-taken-over-from = Words taken over from other forums:
draft-taken-over = { $forum }, { $text }: changes taken over: { $changes }
