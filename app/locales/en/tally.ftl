# The tally of positions against the rule of the forum, as one sentence.

tally-met = { tally-all }. That meets the rule, so version { $version } can be adopted.
tally-met-early = { tally-all }. That would meet the rule; version { $version } can be adopted once it is in sign-off.
tally-adopted = Version { $version } is adopted. { $in-place ->
    [0] No seat gave a position in favour.
    [one] One seat gave a position in favour.
   *[other] { $in-place } seats gave a position in favour.
}
tally-withdrawn = The draft was withdrawn, so version { $version } is not adopted.
tally-no-seats = No seat of this forum can take a position, so version { $version } cannot be adopted.
tally-short = { tally-some }. { tally-missing }
tally-objection = { tally-all }, but { tally-objections }, so version { $version } cannot be adopted yet.
tally-short-and-objection = { tally-some }, but { tally-objections }, so version { $version } cannot be adopted yet.
tally-no-endorsement = { tally-all }, but { tally-endorsements }, so version { $version } cannot be adopted yet.
tally-endorsements = { $endorsed ->
    [0] no seat has endorsed the text
   *[other] { $endorsements-missing ->
        [one] one more endorsement is needed
       *[other] { $endorsements-missing } more endorsements are needed
    }
}

tally-all =
    { $needed ->
        [0] No position is needed
        [1] The one position needed is in place
        [2] Both positions needed are in place
       *[other] All { tally-needed } positions needed are in place
    }
tally-some =
    { $needed ->
        [1] The one position needed is not in place
        [2] { $in-place ->
            [0] Neither of the two positions needed is in place
           *[other] One of the two positions needed is in place
        }
       *[other] { tally-figure } of the { tally-needed } positions needed { tally-are } in place
    }
tally-are =
    { $in-place ->
        [one] is
       *[other] are
    }
tally-missing =
    { $missing ->
        [one] One more is needed before version { $version } can be adopted.
       *[other] { $missing } more are needed before version { $version } can be adopted.
    }
tally-objections =
    { $objections ->
        [one] one objection stands
       *[other] { $objections } objections stand
    }
tally-figure =
    { $in-place ->
        [0] None
        [1] One
        [2] Two
        [3] Three
        [4] Four
        [5] Five
        [6] Six
        [7] Seven
        [8] Eight
        [9] Nine
        [10] Ten
        [11] Eleven
        [12] Twelve
       *[other] { $in-place }
    }
tally-needed =
    { $needed ->
        [1] one
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $needed }
    }
