# Where a suggestion stands in a later version.

suggestion-applicable = Can be applied to { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
}.
suggestion-applied = Applied: its words are in { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
}.
suggestion-applied-in-part = Applied in part: { $percent } percent of the words it adds are in { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
}.
suggestion-conflict = The words in { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
} changed otherwise since this was suggested.
suggestion-obsolete = The words it would replace are gone.
suggestion-overlaps = Another suggestion already changes { $count ->
    [one] line { $first }
   *[other] lines { $first } to { $last }
}.
