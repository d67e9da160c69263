# Referrals: why one is not sent, or does not go on.

refusal-may-refer = Only the secretariat of this forum may refer its texts to another body.
refusal-may-receive-referral = Only the secretariat of the forum that a text was referred to may take it on.
refusal-may-answer-referral = Only the secretariat of the forum that a text was referred to may answer.
refusal-may-correct-pairing = Only the secretariat and the editors of the forum may say what became of a clause.
refusal-may-record-adoption = Whoever speaks for a stakeholder may record what it uses. For others, the secretariat of the forum records it.
refusal-may-dispute-adoption = Sign in to dispute what is recorded here.

refusal-referral-not-prepared = This referral was sent already.
refusal-referral-not-sent = This referral is not waiting to be taken on: it was taken on already, or it has ended.
refusal-referral-not-received = Take the referral on first. If it has ended, nothing can be said to it any more.
refusal-referral-not-open = This referral has ended, or was never sent.
refusal-referral-unpublished = Publish a version first. A text in preparation cannot be referred.
refusal-referral-not-adopted = This forum refers only texts that it has adopted, and this version is not adopted.
refusal-referral-embargoed = This text is under embargo until { $until }. It can be referred from then on.
refusal-referral-members = Only members may see this text. Open it to everyone before you refer it.
refusal-referral-text-withdrawn = This draft was withdrawn. It cannot be referred any more.
refusal-referral-same-forum = This text is in { $forum } already. Choose another body.
refusal-referral-loop = This text has been in { $forum } before, as { $reference }. Answer their referral instead of sending it back.
refusal-referral-twice = This version is with that body already: see referral { $number }.
refusal-referral-due-past = { $due } is over. Choose a later day.
refusal-referral-due-too-soon = By its own rule that body cannot answer before { $soonest }. Choose that day or a later one.
refusal-referral-useless = The answer would be due before it is of use, which is from { $earliest } on. Choose a later deadline.
refusal-referral-same-due = The answer is due at that instant already.
refusal-referral-not-overdue = The answer is not overdue. You can withdraw the referral.
refusal-referral-clauses-missing =
    { $clauses ->
        [one] Say what became of 1 more clause, or answer in part.
       *[other] Say what became of { $clauses } more clauses, or answer in part.
    }
refusal-referral-no-reason = Give a reason for number { $clause } of the clauses, which was changed or dropped.
refusal-referral-not-word-for-word = Not every clause stayed word for word. Answer that you adapted the text.
refusal-adoption-country = There is no such country. Give its two letters of ISO 3166, such as PT, or those of a part of it, such as PT-11.
refusal-adoption-link = A link begins with https:// and has no spaces.
refusal-adoption-still-to-come = This day is still to come. Record the instrument as proposed.
refusal-adoption-no-clause = Choose at least one clause that the instrument took over.
refusal-adoption-twice = A clause is taken over either word for word or adapted: choose one of them for each.
refusal-adoption-evidence = Give the evidence: where it can be seen that the text is used there.
refusal-referral-clause = That clause is not in the text.
refusal-referral-days = Give a number of days between 0 and 3650.

# Words of the pages of referrals.

referral-sentence = { $from } asks { $to } to deal with { $clauses } of { $text } { $purpose }, and { $act }.
referral-all-clauses = all clauses
referral-some-clauses =
    { $count ->
        [one] 1 clause
       *[other] { $count } clauses
    }
referral-by-when = The answer is due by
referral-purpose-information = for information
referral-purpose-comment = for comment
referral-purpose-review = for review
referral-purpose-action = for action
referral-purpose-response = in reply to a referral
referral-sought-note = to note it
referral-sought-welcome = to welcome it
referral-sought-endorse = to endorse it
referral-sought-adopt = to adopt it
referral-sought-adapt = to adapt it
referral-act-noted = Noted
referral-act-welcomed = Welcomed
referral-act-endorsed = Endorsed
referral-act-adopted = Adopted
referral-act-adapted = Adopted with changes
referral-act-not-taken-up = Not taken up
referral-keeper-sender = The sender
referral-keeper-receiver = The receiver
referral-keeper-both = Both, each its own
referral-state-overdue = Overdue
referral-state-prepared = Prepared, not sent
referral-state-sent = Sent, not taken on yet
referral-state-received = Taken on
referral-state-assigned = With { $to }
referral-state-interim = In review
referral-state-answered = Answered: { $act }
referral-state-declined = Declined
referral-state-redirected = Sent on to { $to }
referral-state-withdrawn = Taken back
referral-state-expired = No answer came in time
referral-prepare-heading = Refer this text to another body
referral-prepare-lede = Five things are yours to say. The rest is taken from the record.
referral-who-heading = Who may send it
referral-who = The secretariat of this forum. Nobody else sees it before it is sent.
referral-to-whom = To whom
referral-body = Body
referral-by-file = A body without Comity, by file
referral-body-name = Name of that body
referral-body-name-hint = Only for a body that gets a file.
referral-what-asked = What is asked
referral-purpose = Purpose
referral-we-ask = We ask them
referral-questions = Questions
referral-questions-hint = One to a line. Each gets its own answer.
referral-by-when-heading = By when
referral-due = Answer by
referral-due-hint = In the time zone of your forum. Leave it empty if nobody waits for an answer.
referral-earliest = An answer is of use from
referral-earliest-hint = Before that day nothing can be done with it. May stay empty.
referral-note-heading = The covering note
referral-note = Note
referral-note-hint = It stands above the text, for everyone to read.
referral-terms = Terms
referral-keeper = Who keeps the text afterwards
referral-licence = Licence
referral-licence-usual = Free to use and change, with the source named
referral-comes-back = Must changes come back?
referral-comes-back-yes = Yes, with reasons
referral-comes-back-no = They may
referral-contact = Contact
referral-preview = Preview
referral-cancel = Cancel
referral-clauses = Only some clauses
referral-clauses-meant = Clauses meant; none means all
referral-heading = Referral { $number }, to { $to }
referral-no-text-yet = none yet
referral-crosswalk = Crosswalk
referral-ends = The text at both ends
referral-end-ours = { $forum }: { $text }
referral-end-theirs = { $forum }: { $text }
referral-agreed = Adopted
referral-reservations = Reservations
referral-seats = Seats
referral-seats-said = { $favour } of { $seats } in favour, { $against } against
referral-threads = Comments
referral-threads-said = { $threads } made, { $answered } answered
referral-path = Path so far
referral-digest = Digest of the text
referral-behind = What stands behind it
referral-text-sent = The text, as it was sent
referral-read-whole = Read it whole
referral-steps = What was done
referral-do = What to do
referral-send-heading = Send it
referral-ready = Nothing is missing. From then on everybody can read it.
referral-send = Send
referral-expire = Wait no longer
referral-withdraw = Take the referral back
referral-why = Why
referral-do-heading = What do we do with it?
referral-receive = Receive it: it becomes a draft of ours
referral-counter = Name another day
referral-redirect = Point to another body
referral-decline = Decline it
referral-other-day = We can answer by
referral-other-day-hint = The time in { $zone }. Leave it empty to keep the day that was asked for.
referral-who-works = Who works on it
referral-optional = May stay empty.
referral-which-body = Which body
referral-only-redirect = Only to point to another body.
referral-said = To the sender
referral-said-hint = The sender and everyone else can read it.
referral-do-it = Save
referral-interim = Say how far it is
referral-assign = Give it to somebody
referral-going = Say how far it is, or name another day
referral-fate-open = Nothing said yet
referral-fate = What became of it
referral-reason = Why
referral-standing = What the answer is
referral-standing-agreed = An agreed position
referral-standing-collected = Collected comments
referral-answer-whole = This is the whole answer
referral-answer-part = More follows
referral-answer-scope = How much of it
referral-answer = Answer
referral-act = What we did with it
referral-identifier = How we cite our text
referral-answered-counts = { $verbatim } word for word, { $adapted } adapted, { $dropped } dropped, { $added } added
refusal-referral-newer-version = A newer version was published meanwhile. Look at the proposal again.

# The crosswalk.

crosswalk-heading = Crosswalk: { $ours } and { $theirs }
crosswalk-sum = Of { $clauses } clauses: { $list }.
crosswalk-n-verbatim = { $count } word for word
crosswalk-n-moved = { $count } word for word in another place
crosswalk-n-adapted = { $count } adapted
crosswalk-n-split = { $count } split
crosswalk-n-merged = { $count } merged
crosswalk-n-translated = { $count } translated
crosswalk-n-dropped = { $count } dropped
crosswalk-n-new = { $count } new
crosswalk-words = Words gone: { $gone }; words new: { $come }. The two texts are { $drift } % apart.
crosswalk-equal = The two texts have the same words.
crosswalk-translation = One is a translation of the other, so clauses are paired by their place, and no word is compared.
crosswalk-clauses = Clause by clause
crosswalk-sure = How sure
crosswalk-by-hand = Pairings corrected by hand: { $count }, the last by { $name } on { $day }. The others were found by the program.
crosswalk-by-program = All pairings were found by the program. Nobody has corrected one.
crosswalk-show-all = All
crosswalk-show-changed = Changed
crosswalk-csv = Save as CSV
crosswalk-json = JSON
crosswalk-side = { $reference }, version { $version }
crosswalk-side-words = { $forum }
crosswalk-glance = The whole at a glance
crosswalk-bar = a bar is as long as its clause
crosswalk-verbatim = Word for word
crosswalk-adapted = Adapted
crosswalk-moved = Word for word, in another place
crosswalk-split = Split
crosswalk-merged = Merged
crosswalk-dropped = Dropped
crosswalk-new = New
crosswalk-translated = Translated
crosswalk-correct = Correct this pairing
crosswalk-correct-title = What became of “{ $clause }”?
crosswalk-became = It became
crosswalk-became-hint = Tick none if it was dropped.
crosswalk-reason = Why
crosswalk-save = Save
crosswalk-none = No clause is like this.
crosswalk-their-reason = Their reason.
crosswalk-weight = Words gone: { $gone }; new: { $come }
crosswalk-and-moved = In another place
crosswalk-hand = Paired by hand

# Where texts went.

draft-tab-went = Where it went
draft-came-from = Made of
uptake-heading = Where this text went
uptake-nothing = This text has been sent to nobody, and nobody is known to use it.
uptake-asked =
    { $asked ->
        [0] No body was asked.
        [one] 1 body was asked; answered: { $answered }.
       *[other] { $asked } bodies were asked; answered: { $answered }.
    }
uptake-used =
    { $used ->
        [0] No instrument is known to use the text.
        [one] 1 instrument uses the text; disputed: { $disputed }.
       *[other] { $used } instruments use the text; disputed: { $disputed }.
    }
uptake-came = This text came from { $forum }, where it is { $text }, by referral { $referral }.
uptake-not-overdue = No answer is overdue.
uptake-overdue = { $name } was to answer by { $day }.
uptake-overdue-heading = Overdue
uptake-refer = Refer this text
uptake-their-text = Their text
uptake-state = State
uptake-clauses = Clauses
uptake-due = Due
uptake-no-word = no word yet
uptake-table = The same, as a table
uptake-who = Who
uptake-somebody = Somebody in a personal capacity
uptake-taken = { $verbatim } word for word, { $adapted } adapted
uptake-said = What each was asked, and said
uptake-disputed = { $status }, disputed
uptake-proposed = Proposed
uptake-in-force = In force
uptake-repealed = Repealed
uptake-travelled = Which clauses travelled best
uptake-travelled-how = Ordered by the share of the instruments using the text that took the clause over.
uptake-clause = Clause
uptake-taken-head = Taken over
uptake-not-taken = not taken
uptake-of = { $taken } of { $all }
uptake-waiting = No answer yet
uptake-drawn-ours = Clauses: { $clauses }
uptake-drawing = From this text to those who were asked and those who use it, clause by clause
uptake-strand = Each line is one clause:
uptake-by-secretariat = The secretariat, with evidence
uptake-record = Record that this text is used elsewhere
uptake-speaks = Who says so
uptake-instrument = Instrument
uptake-country = Country
uptake-country-hint = Two letters of ISO 3166, such as PT.
uptake-dated = Date
uptake-link = Link
uptake-evidence = Evidence
uptake-evidence-hint = Needed when the secretariat records it.
uptake-save = Save
uptake-dispute = Dispute this
uptake-dispute-why = What is wrong, and where that can be seen
observatory-heading = Where texts went
observatory-tally = Texts in use: { $texts }. Instruments: { $used }, in { $countries } countries. Disputed: { $disputed }.
observatory-any = Any
observatory-none = Nothing is recorded that is like this.
observatory-as-of = As of
observatory-save = Save as
observatory-choose = Choose
observatory-words = Words of a clause
observatory-show = Show
observatory-text = Text
observatory-instruments = The instruments

uptake-by-file = sent as a file
uptake-strands = Each line is up to { $clauses } clauses:
uptake-newer = See what version { $version } offers
uptake-take = Take a change into our next version
uptake-change = Say what became of it
uptake-since = Since
refusal-adoption-same = That is what is recorded already.
referral-needs = What a referral of this text will need
referral-need-published = A version that is published
referral-need-open = A text that everyone may read
referral-need-agreed = A text that this forum has adopted
referral-need-any = Nothing more: this forum also refers texts that it has not adopted
referral-needs-then = Then the secretariat says to whom it goes, what is asked, and by when.

# Changes of one text, offered to another.

changes-heading = What { $forum } offers
changes-lede-down = { $ours } was made of { $theirs }, which has gone on to version { $version } since.
changes-lede-up = { $theirs } was made of { $ours }, and its version { $version } has other words.
changes-tally = To decide: { $open }. Taken over: { $taken }. Left: { $left }.
changes-open = Changes to decide on
changes-how = How it goes
changes-how-said = Each change is merged with our own words. What is taken over goes into the text of the next version; whoever reads that version sees where it came from.
changes-comments = Comments stay where they were made: in { $ours } and in { $theirs }.
changes-none = Nothing is offered. Our text says what theirs does, or everything is decided.
changes-translation = The two texts are in different languages, so no words are offered. Compare them clause by clause.
changes-clean = Goes with our words
changes-added = New there
changes-removed = Taken out there
changes-conflict = We both changed these words
changes-gone = We took this out
changes-decide = Decide on this
changes-they = What { $forum } changed
changes-before = Before
changes-theirs = Theirs
changes-ours = Ours
changes-nothing = nothing
changes-wording = Our text would say
changes-wording-hint = Change it as you like before you take it over.
changes-wording-removes = Left empty, the clause is taken out.
changes-why = Why
changes-why-hint = Needed when you leave a change. Everyone can read it.
changes-take = Take over
changes-leave = Leave it
changes-decided = Decided
changes-taken = Taken over, for version { $version }
changes-left = Left, before version { $version }
refusal-change-reason = Give a reason for leaving this change.
refusal-change-gone = This change is not offered any more: it was decided, or one of the texts has changed.
crosswalk-changes = Only what changed
diff-between = { $ours }, version { $from }, and { $theirs }, version { $to }
observatory-theme = Words of the title
