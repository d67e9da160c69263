# The positions of the seats on a draft.
sign-off-title = Sign-offs
sign-off-heading = Sign-offs on version { $version }
sign-off-unpublished = No version is published yet, so there is nothing to sign.

## The rule

sign-off-rule-of-forum = The rule of this forum
sign-off-rule = { sign-off-rule-objections }; { sign-off-rule-endorsements }; and { sign-off-rule-share } the seats that are not recused{ sign-off-rule-counted } endorse or do not object.
sign-off-rule-objections = { $most ->
    [0] No objection stands
    [1] No more than one objection stands
   *[other] No more than { $most } objections stand
}
sign-off-rule-endorsements = { $least ->
    [0] no endorsement is asked for
    [1] one seat at least endorses
   *[other] { $least } seats at least endorse
}
sign-off-rule-share = { $share ->
    [two-thirds] two thirds of
    [half] half of
    [three-quarters] three quarters of
    [all] all of
   *[other] { $parts } in { $of } of
}
sign-off-rule-counted = { $counted ->
    [0] { "" }
   *[other] { " " }({ $needed } of { $counted })
}

## The figure

sign-off-figure = Positions on this version
sign-off-in-place = { tally-figure } in place
sign-off-needed = { tally-figure } needed
sign-off-box-for = endorses or does not object
sign-off-box-stale = to renew
sign-off-box-none = no position
sign-off-box-abstains = abstains
sign-off-box-objects = objects
sign-off-box-recused = not counted
sign-off-as-table = The same as a table
sign-off-table-kind = Kind of position
sign-off-table-seats = Seats
sign-off-table-which = Which
sign-off-kind-renew = To be renewed
sign-off-kind-recused = Recused, not counted

## What is missing

sign-off-missing = What is missing
sign-off-nothing-missing = Nothing: the rule is met.
sign-off-adopt = Take the next step
sign-off-objection-of = The objection of { $seat } stands.
sign-off-missing-objection = { $objection } Only { $seat } can lift it. Its terms: { $terms }
sign-off-more-positions = { $missing ->
    [one] One more position.
   *[other] { $missing } more positions.
}
sign-off-could-renew = To be renewed: { $seats }.
sign-off-could-give = Not given yet: { $seats }.

## The path

sign-off-path = The path to agreement
sign-off-path-done = Done:
sign-off-path-round = A round of comments. Every comment is answered.
sign-off-path-round-number = Round { $round }
sign-off-path-round-closes = { $round } closes on { $day }. Every comment is answered.
sign-off-path-round-over = The round of comments is over. { $waiting ->
    [0] { $all ->
        [0] Nobody commented.
       *[other] Every comment has an answer.
    }
   *[other] { draft-next-waiting-count } no answer yet.
}
sign-off-path-next-version = If a clause changes in substance, version { $version } opens for another round; the seats that signed are asked again about those words only.
sign-off-path-no-other-round = Version { $version } went on without another round.
sign-off-path-call = Last call, 14 days. An objection there returns the text to the answering of comments.
sign-off-path-call-closes = Last call until { $day }. An objection returns the text to the answering of comments.
sign-off-path-call-over = The last call is over.
sign-off-path-agreement = { $in-place ->
    [0] No objection; then the text is adopted, at once or after 72 hours of silence.
    [1] One position and no objection; then the text is adopted, at once or after 72 hours of silence.
   *[other] { tally-figure } positions and no objection; then the text is adopted, at once or after 72 hours of silence.
}
sign-off-path-agreement-rule = The rule of this forum is met; then the text is adopted, at once or after 72 hours of silence.
sign-off-path-adopted = Adopted on { $day }.
sign-off-path-was-adopted = Adopted, and replaced since.

## The seats

sign-off-seats = { $seats ->
    [0] Seats
    [1] The one seat
    [2] The two seats
    [3] The three seats
    [4] The four seats
    [5] The five seats
    [6] The six seats
    [7] The seven seats
    [8] The eight seats
    [9] The nine seats
    [10] The ten seats
    [11] The eleven seats
    [12] The twelve seats
   *[other] The { $seats } seats
}
sign-off-no-seats = This forum has no seats yet, so nobody can take a position.
sign-off-give-seats = Give seats in this forum
sign-off-seats-first = A position is on the exact words of this version. When they change, it is carried over only where the change is not one of substance.
sign-off-seats-later = Positions on earlier versions carry over where the words they were given for did not change in substance.
sign-off-column-seat = Seat
sign-off-column-position = Position
sign-off-column-what = On what, when and by whom
sign-off-none-yet = Nothing was said for this seat yet.
sign-off-none-ever = Nothing was said for this seat.
sign-off-who = { $name }, { $tier }
sign-off-who-by-forum = { $name }, { $tier }, by a mandate that the secretariat of { $forum } granted for { $forum } only
sign-off-tier-minister = minister
sign-off-tier-lead = lead delegate
sign-off-tier-practitioner = practitioner
sign-off-signed = Version { $version }, { $day }. { $who }.
sign-off-recorded = Recorded for { $seat } by the secretariat: { $evidence }
sign-off-was-endorse = Endorsed version { $version }
sign-off-was-no-objection = Did not object to version { $version }
sign-off-was-endorse-with-reservation = Endorsed version { $version }, with reservation
sign-off-was-abstain = Abstained on version { $version }
sign-off-signed-since = { $words ->
    [0] Signed version { $version }; no word of it was changed since, but what stands around it was: how the text is divided, titled, announced, numbered or referred to.
    [one] Signed version { $version }; { $words } word changed since.
   *[other] Signed version { $version }; { $words } words changed since.
}
sign-off-stale = { $lead } This no longer counts until { $seat } says so. { $who }, asked on { $asked }.
sign-off-objects-since = Since version { $version }, { $day }. { $who }. Asked on { $asked } whether version { $newest } resolves it; no answer yet.
sign-off-objected-words-now = These words changed since the objection:
sign-off-withdraw-until = It can be taken back until { $day }.
sign-off-not-counted = { $seat } is not counted.
sign-off-reservation-published = The reservation will be published with the final principles.
sign-off-reservation-is-published = The reservation stands with the adopted text.
sign-off-terms-to = To
sign-off-terms-because = Because
sign-off-terms-lifted-by = Lifted by
sign-off-line = Line
sign-off-lines = Lines
sign-off-line-number = Line { $line }
sign-off-clause-gone = A clause that stood in version { $version } and is gone.
sign-off-since-words = { $words ->
    [one] The word
   *[other] The { $words } words
}
sign-off-more-lines = { $lines ->
    [one] And { $lines } more line.
   *[other] And { $lines } more lines.
}
sign-off-all-changes = All changes since version { $version }
sign-off-earlier = { $count ->
    [one] One earlier position
   *[other] { $count } earlier positions
}
sign-off-earlier-one = { $position }: version { $version }, { $day }

## The form

sign-off-form = Your position
sign-off-form-seat = The position of { $seat }
sign-off-choose = Choose a seat
sign-off-no-seat = Choose for whom the position is recorded.
sign-off-without-mandate = You cannot give a position for { $seat }: you hold no mandate to speak for it here, or it has ended. As its focal point you can give one on its page, to yourself too.
sign-off-form-behalf = A position for a seat
sign-off-record-for-seat = Record a position for a seat
sign-off-for = For which seat
sign-off-position = Position
sign-off-lifting = An objection of this seat stands. Any other position lifts it; the same again keeps it for this version.
sign-off-hint-reservation = The reservation is published with the final principles.
sign-off-hint-object = Three things are asked: why, to which clauses, and what would lift it.
sign-off-hint-recuse = The seat is not counted. The reason is asked.
sign-off-reservation = The reservation
sign-off-recusal = Why the seat is recused
sign-off-reason = Why
sign-off-clauses = To which clauses
sign-off-choose-clauses = Choose the clauses
sign-off-lifted-by = What would lift it
sign-off-evidence = Evidence
sign-off-evidence-hint = The letter or message by which this position was taken, with its day. It is shown beside the position.
sign-off-exact-words = These exact words are signed: version { $version }, SHA-256 { $digest }
sign-off-send = Send this position
sign-off-send-behalf = Record this position
sign-off-signed-title = The position of { $seat } is recorded
sign-off-signed-said = { $position }: version { $version }. This stands in the record.
sign-off-signed-see = See it among the seats
sign-off-signed-record = See it in the record
