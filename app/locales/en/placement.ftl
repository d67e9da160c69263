# Why a comment stands where it stands in another version. { $from } and { $to } name a clause: its number, its heading, or its lines.

placement-exact = The words are the same.
placement-renumbered = The words are the same; what was { $from } is now { $to }.
placement-moved = Moved from { $from } to { $to }; the words are the same.
placement-moved-and-reworded =
    { $words ->
        [one] Moved from { $from } to { $to } and reworded: 1 word changed.
       *[other] Moved from { $from } to { $to } and reworded: { $words } words changed.
    }
placement-reworded =
    { $words ->
        [one] Reworded: 1 word changed.
       *[other] Reworded: { $words } words changed.
    }
placement-quote-removed = These words were taken out; this is where they stood.
placement-quote-replaced = These words were taken out; what stands here now may have taken their place.
placement-split = What stood in { $from } was split; most of these words are now in { $to }.
placement-merged = What stood in { $from } was merged with another clause into { $to }.
placement-ambiguous = These words could belong in more than one place.
placement-ways-differ = Followed version by version, these words lead to another place than when the two versions are compared directly.
placement-wording-taken = The words proposed for it stand here now.
placement-removed = The words were removed. They stood in { $from }.
