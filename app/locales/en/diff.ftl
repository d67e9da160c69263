# What changed between two versions.
diff-heading = What changed from version { $from } to version { $to }
diff-heading-other = Which two versions?
diff-equal = This is version { $version } beside itself: nothing differs. Choose another version to compare it with.
diff-reversed = Version { $from } is newer than version { $to }, and changes are read from the older to the newer.
diff-subject = Version { $version }
diff-changes = The changes
diff-days = Version { $from }, { $older }, beside version { $to }, { $newer }.
diff-choose = Compare two other versions
diff-choose-from = Compare version
diff-choose-to = with
diff-choose-go = Compare

diff-summary = { $subject } { $what }.
diff-summary-list = { $first } and { $last }
diff-summary-comma = ,{ " " }
diff-summary-part =
    { $kind ->
        [added] adds { diff-count }
        [removed] removes { diff-count }
        [reworded] rewords { diff-count }
        [moved] moves { diff-count }
        [split] splits { diff-count }
       *[merged] merges others into { diff-count }
    }
diff-count =
    { $count ->
        [1] one clause
        [2] two clauses
        [3] three clauses
        [4] four clauses
        [5] five clauses
        [6] six clauses
        [7] seven clauses
        [8] eight clauses
        [9] nine clauses
       *[other] { $count } clauses
    }
diff-summary-words =
    { $words ->
        [one] 1 word changed
       *[other] { $words } words changed
    }
diff-summary-substance =
    { $substance ->
        [0] , for wording only.
       *[other] , { $substance } of them in substance.
    }
diff-summary-nothing = { $subject } has the same words.
diff-summary-typographic = { $subject } has the same words; only numbering, typography or formatting differ.

diff-who-heading = Who asked for it
diff-who =
    { $threads ->
        [0] No comment asked for any of this.
        [one] One comment stands behind { diff-who-sections }.
       *[other] { $threads } comments stand behind { diff-who-sections }.
    }
diff-who-sections = { $all ->
    [one] changes in the one section that changed
   *[other] changes in { $sections } of the { $all } sections that changed
}

diff-views = View
diff-side-by-side = Side by side
diff-one-text = As one text
diff-whole = Whole text
diff-gone = gone
diff-new = new

diff-kind =
    { $kind ->
        [added] Added
        [removed] Removed
        [split] Split in two
        [merged] Merged from several
        [moved] Moved
        [reworded] Reworded
        [ground] Means something else
        [typographic] Typography or numbering only
       *[mark] Moved from here
    }
diff-kind-and =
    { $told } and { $kind ->
        [added] added to
        [removed] removed in part
        [split] split
        [merged] merged
        [moved] moved
        [reworded] reworded
        [ground] changed in what it means
       *[typographic] set otherwise
    }
diff-kind-comma =
    { $told }, { $kind ->
        [added] added to
        [removed] removed in part
        [split] split
        [merged] merged
        [moved] moved
        [reworded] reworded
        [ground] changed in what it means
       *[typographic] set otherwise
    }
diff-kind-was = { $kind }; was { $was }
diff-ground = The words may be the same, but
diff-kind-same = The same
diff-weight =
    { $substance ->
        [0] { diff-weight-wording }
        [one] 1 word in substance{ diff-weight-rest }
       *[other] { $substance } words in substance{ diff-weight-rest }
    }
diff-weight-wording =
    { $wording ->
        [one] 1 word of wording only
       *[other] { $wording } words of wording only
    }
diff-weight-rest =
    { $wording ->
        [0] { "" }
       *[other] , { $wording } of wording only
    }
diff-beginning = Beginning
diff-unchanged = Unchanged: { $clauses }.
diff-unchanged-was = { $clause } (was { $was })

diff-lines =
    { $count ->
        [one] line { $first }
       *[other] lines { $first } to { $last }
    }
diff-line-of = Version { $version }, line
diff-mark-title = { $title }, in version { $version }
diff-mark-then = Stood here, on { $lines }.
diff-mark-now = Now on { $lines }.
diff-stood = Stood on { $lines }.
diff-stands = Now stands here, on { $lines }.
diff-cut = Split here

diff-because = Because of
diff-because-comma = ;
diff-because-and = ; and
diff-asked = №{ "\u00A0" }{ $number } { $who }
diff-gist = , “{ $words }”
diff-verbatim = { " " }(their wording, word for word)
diff-nobody = No comment asked for this.
diff-editorial = The secretariat declared that it changes wording only.

diff-typography = Show what differs
diff-typography-number = Only its number in the list is another: it was { $was } and is { $now }.
diff-typography-look = The words and signs are the same; only bold, italic or the like differs, or where lines break.
diff-looks = What these words lead to, or whether they are struck through, is another:

diff-astray = { $count ->
    [one] After renumbering, one reference points to another clause than before:
   *[other] After renumbering, { $count } references point to another clause than before:
}
diff-astray-other = “{ $words }” meant “{ $was }” and now means “{ $now }”.
diff-astray-none = “{ $words }” meant “{ $was }”; nothing has this number now.
