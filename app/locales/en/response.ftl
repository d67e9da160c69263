# The response matrix.
response-title = Every comment and its answer
response-tally = { $have } { $wait }, { $oldest }.
response-tally-none = Nobody has commented yet.
response-tally-withdrawn = Every comment was withdrawn, so none asks for an answer.
response-tally-all = { $all ->
    [one] The one comment has an answer and a reason.
   *[other] All { $all } comments have an answer and a reason.
}
response-tally-answered = { $answered ->
    [0] { $all ->
        [one] The one comment has no answer yet.
       *[other] Of { $all } comments, none has an answer yet.
    }
    [one] Of { $all } comments, 1 has an answer and a reason.
   *[other] Of { $all } comments, { $answered } have an answer and a reason.
}
response-tally-wait = { $count ->
    [one] 1 waits
   *[other] { $count } wait
}
response-tally-oldest = { $days ->
    [0] the oldest since today
    [one] the oldest for 1 day
   *[other] the oldest for { $days } days
}
response-take = Take it with you
response-take-as = The whole matrix as { $sheet }, { $json } or { $print }. Each row carries its receipt.
response-take-sheet = a spreadsheet
response-take-json = JSON
response-take-print = a printed page
response-table = Comments and answers
response-number = Number
response-from = From
response-on = On
response-comment = Comment and proposal
response-comment-short = Comment
response-answer = Answer and reason
response-answer-short = Answer
response-result = Result
response-personal = In a personal capacity
response-class-and-day = { $class }, { $day }
response-quote = “{ $words }”
response-waits = { $days ->
    [0] Made today.
    [one] Waits for 1 day.
   *[other] Waits for { $days } days.
}

## What came of it

response-none-yet = None yet.
response-none = None.
response-none-here = None in this text.
response-none-asked = None asked for.
response-see = See { $other }.
response-awaited = Due in the next version.
response-whole = In the text as a whole.
response-unchanged = Not in version { $version }.
response-taken-out = { $link } taken out.
response-words = Its words
response-changed = { $link }: { $words }.
response-changed-unsure = { $link }: { $words }. The place is not sure.
response-verbatim = { $link }: { $words }. Word for word.
response-word-count = { $count ->
    [one] 1 word
   *[other] { $count } words
}

## Several at once

response-several = Answer several
response-several-which = Which comments
response-several-hint = Tick them in the table, or take all that wait in this filter.
response-several-all = { $count ->
    [one] The one that waits
   *[other] All { $count } that wait
}
response-several-button = Answer them
response-several-none = Choose at least one comment.
response-choose = Choose comment №{ "\u00A0" }{ $number }
response-done = { $count ->
    [one] One comment was answered.
   *[other] { $count } comments were answered.
}
