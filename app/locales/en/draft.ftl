# The pages of a draft: its head, its tabs and its text.
draft-page-title = { $reference }, { $what }: { $title }
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
draft-tab-history = Record
draft-tab-export = Export

## Where it is in its life

draft-stage-unpublished = Being drafted. No version is published yet.
draft-stage-drafting = Published to be read. No consultation has opened yet.
draft-stage-announced = Comments open on { $when }.
draft-stage-open = Open for comment until { $when }: { $left }.
draft-stage-disposition = The round has closed. Its comments are being answered.
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

draft-next = What comes next
draft-next-unpublished = A first version is published; then anyone may be asked for comments on it.
draft-next-drafting = A consultation opens, and anyone may comment on any line.
draft-next-announced = From then on anyone may comment on any line. Every comment is answered, with a reason.
draft-next-open = Every comment is answered, with a reason; then the last call.
draft-next-disposition = Every comment is answered, with a reason. Then comes another round on a new version, or the last call.
draft-next-last-call = Without an objection the text goes to sign-off when the call ends.
draft-next-silence = If nobody breaks it in writing, the text is adopted when the silence ends.
draft-next-adopted = The words are final. What others make of them is added to the record.
draft-next-suspended = Its clock stands still. It goes on where it stopped when the secretariat resumes it.
draft-next-over = Nothing more. The text and its record stay as they are.
draft-next-none-waiting = All have an answer.
draft-next-waiting = { $comments } no answer yet.
draft-next-waiting-count = { $waiting ->
    [one] 1 of { $all } comments has
   *[other] { $waiting } of { $all } comments have
}
