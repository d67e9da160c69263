# The threads of a draft: their list, each by itself, and what people do in them.
conversation-threads-title = Comments on this draft
conversation-title = Comment №{ "\u00A0" }{ $number }
conversation-number = №{ "\u00A0" }{ $number }
conversation-by = { $name }, { $stakeholder } ({ $class })
conversation-by-person = { $name }, in a personal capacity
conversation-granted-by-forum = Mandate granted by the secretariat of { $forum }, for { $forum } only.
conversation-whole = The whole draft
conversation-late = Late: made after the round had closed
conversation-replies = { $count ->
    [one] 1 reply
   *[other] { $count } replies
}
conversation-kind-general = General
conversation-kind-technical = Technical
conversation-kind-editorial = Editorial

## How many there are

conversation-count = { $count ->
    [one] There is one comment
   *[other] There are { $count } comments
}
conversation-count-waiting = { $count ->
    [0] none waits for an answer
    [one] one waits for an answer
   *[other] { $count } wait for an answer
}
conversation-counts = { $all }; { $waiting }.
conversation-count-withdrawn = { $count ->
    [one] One was withdrawn
   *[other] { $count } were withdrawn
}
conversation-count-uncertain = { $count ->
    [one] The place of one is uncertain
   *[other] The places of { $count } are uncertain
}
conversation-count-detached = { $count ->
    [one] One has lost its words
   *[other] { $count } have lost their words
}
conversation-found-text = { conversation-found }, in the order of the text.
conversation-found-newest = { conversation-found }, the newest first.
conversation-found = { $all ->
    [0] { conversation-found-withdrawn }
    [one] { $found } of one comment{ conversation-found-and }
   *[other] { $found } of { $all } comments{ conversation-found-and }
}
conversation-found-and = { $withdrawn ->
    [0] { "" }
   *[other] { " " }and { conversation-found-withdrawn }
}
conversation-found-withdrawn = { $withdrawn } withdrawn
conversation-show-all = Show all
conversation-none = Nobody has commented yet.
conversation-none-link = Read the text and be the first
conversation-none-found = No comment is like this. Ask for less, or show all.
conversation-beside = Line { $line } of version { $version }:

## The filter

conversation-filter = Filter the comments
conversation-filter-button = Filter
conversation-filter-state = Answer
conversation-filter-class = From
conversation-filter-clause = On
conversation-filter-kind = Kind
conversation-filter-placement = Place
conversation-filter-sort = Order
conversation-words = Words in the comment or the answer
conversation-mine = Only mine
conversation-state-any = Any
conversation-state-waiting = No answer yet
conversation-state-answered = Answered
conversation-state-not-satisfied = Raiser not satisfied
conversation-state-withdrawn = Withdrawn
conversation-class-any = Anyone
conversation-clause-any = Any part
conversation-kind-any = Any
conversation-standing-any = Any
conversation-standing-placed = In place
conversation-standing-uncertain = Not sure
conversation-standing-detached = Words gone
conversation-sort-text = As in the text
conversation-sort-newest = Newest first

## Where it stands

conversation-line = Line { $line }
conversation-lines = Lines { $first } to { $last }
conversation-was-under = Last seen under “{ $heading }”
conversation-was-there = No longer in the text
conversation-unsure = We are not sure this is still the place.
conversation-gone = The words it was made on are gone.
conversation-places = Where it stands
conversation-made-on = { $lines }, where it was made
conversation-repaired = Put there by { $name }.
conversation-repair-open = Say where it belongs
conversation-repair = Where in the newest version does it belong?
conversation-repair-other = Other lines, such as L12 or L12-L14
conversation-repair-button = It belongs here
conversation-repair-none = Choose a place, or name the lines.

## One thread

conversation-lede = { $place }: { $kind }. { $state }
conversation-kind-general-of = a general comment
conversation-kind-technical-of = a technical comment
conversation-kind-editorial-of = an editorial comment
conversation-lede-open = It waits for an answer.
conversation-lede-reopened = It was opened again and waits for an answer.
conversation-lede-withdrawn = It was withdrawn by the person who raised it.
conversation-lede-answered = Answered: { $answer }.
conversation-elsewhere = Elsewhere
conversation-in-text = See it beside the text
conversation-all = All comments on this draft
conversation-responses = Every comment and its answer
conversation-quoted = The words
conversation-outlook = In version { $version }: { $outlook }
conversation-said = What was said
conversation-receipt = Receipt:{ " " }
conversation-edited = Changed by its author { $when }
conversation-hidden = A hidden comment
conversation-erased = An erased comment
conversation-hidden-why = This comment was hidden by the moderators: { $reason }
conversation-erased-why = The words of this comment were erased by the moderators: { $reason }
conversation-withdrawn = Withdrawn
conversation-withdrawn-on = By the person who raised it, on { $day }.
conversation-comment-withdrawn = Withdrawn by its author { $when }.
conversation-proposed-lead = Proposed:{ " " }
conversation-typed = What you typed

## Taking part

conversation-reply = Reply
conversation-reply-label = What do you want to add?
conversation-reply-hint = Markdown can be used. For 15 minutes you can change what you wrote; after that, add a correction.
conversation-reply-button = Reply
conversation-no-reply = This comment was withdrawn, so nothing is added to it.
conversation-sign-in = Sign in to reply
conversation-speaking = You speak for
conversation-speaking-personal = Myself, in a personal capacity
conversation-speaking-alone = You speak for yourself, in a personal capacity.
conversation-leave = Cancel
conversation-edit = Change
conversation-edit-label = Your comment
conversation-edit-button = Save
conversation-withdraw = Withdraw
conversation-withdraw-sure = Withdraw this comment? Its text stays in the record and is shown struck through.
conversation-withdraw-button = Withdraw the comment
conversation-withdraw-thread = Withdraw this comment
conversation-withdraw-thread-sure = Withdraw this comment? It then asks for no answer. Its text stays in the record and is shown struck through. This cannot be undone.
conversation-withdraw-thread-button = Withdraw the comment
conversation-hide = Hide
conversation-hide-reason = Why is this comment hidden?
conversation-hide-hint = The reason stands in place of the comment, for everyone to read. Nothing is deleted.
conversation-hide-button = Hide the comment
conversation-erase = Erase its words
conversation-erase-sure = Erase the words of this comment for good? They are taken out of the database, with what would prove them, and nobody can bring them back. That there was a comment, by whom and when, stays on this page and in the record, with your reason. Copies that others have, and backups, keep the words.
conversation-erase-reason = Why are its words erased?
conversation-erase-hint = The reason stands in place of the comment, for everyone to read.
conversation-erase-button = Erase its words

## The answer

conversation-answer = The answer
conversation-answered-by = { $name }, { $day }
conversation-earlier-answer = The earlier answer
conversation-reopened-by = Opened again by { $name } on { $day }:
conversation-awaited = Version { $version } is still the newest, so the change is not in the text yet.
conversation-unchanged = This is not in version { $version }: the words are the same as before.
conversation-verified = { $lines }: word for word, checked against version { $version }; { $count }. { $link }
conversation-changed = { $lines } in version { $version }: { $count }. { $link }
conversation-changed-unsure = If { $lines } in version { $version } is still the place: { $count }. { $link }
conversation-taken-out = The words were taken out. { $link }
conversation-words-changed = { $count ->
    [one] 1 word changed
   *[other] { $count } words changed
}
conversation-see-change = See the change
conversation-acknowledge = Does this answer satisfy you?
conversation-acknowledge-yes = Yes, it does
conversation-acknowledge-no = No, it does not
conversation-disposition = Answer
conversation-disposition-none = Choose one
conversation-duplicate = Duplicate of №
conversation-duplicate-hint = Only for a duplicate.
conversation-reason = Reason
conversation-reason-hint = Published with the answer.
conversation-answer-button = Answer
conversation-reopen = Open it again
conversation-reopen-reason = Why is it opened again?
conversation-reopen-button = Open it again
conversation-suggestion = The words as you would write them
conversation-suggestion-hint = Left as it is, it suggests nothing. Left empty, it suggests taking the words out.
