# The first page.
home-title = Open for comment
home-heading = Draft principles, open to answer line by line
home-lede = Governments publish what they mean to agree. Anyone may say what is wrong with it, and where. Every comment gets an answer, and every change can be traced to the words that asked for it.
home-open = Open for comment
home-open-count = { $drafts ->
    [one] One draft.
    [2] Two drafts, closing soonest first.
    [3] Three drafts, closing soonest first.
    [4] Four drafts, closing soonest first.
    [5] Five drafts, closing soonest first.
   *[other] { $drafts } drafts, closing soonest first.
}
home-none-open = Nothing is open for comment now.
home-to-forums = See what the forums are working on
home-until = Until { $when }.
home-last-call = Last call, until { $when }.
home-from = From { $opens } until { $closes }.
home-announced = not open yet
home-facts = { $reference }, { $forum }. { $version }; { $comments }.
home-version = Version { $version }
home-version-small = version { $version }
home-comments = { $comments ->
    [0] no comment yet
    [one] { $comments } comment
   *[other] { $comments } comments
}
home-since = { $words } since { $version }.
home-words = { $words ->
    [0] No word changed
    [one] { $words } word changed
   *[other] { $words } words changed
}
home-adopted = Recently adopted
home-positions = { $seats ->
    [0] Adopted.
    [one] The one seat is in favour.
   *[other] { $positions } of { $seats } seats are in favour.
}
home-reservations = { $count ->
    [one] One reservation, by { $seats }.
   *[other] { $count } reservations, by { $seats }.
}
home-answered = { $unanswered ->
    [0] { $comments ->
        [0] { "" }
        [one] One comment, answered.
       *[other] { $comments } comments, all answered.
    }
   *[other] { $comments } comments, { $unanswered } without an answer.
}
home-waiting = Waiting for you
home-for = { $name }, for { $stakeholder }.
home-person = { $name }.
home-empty = Nothing is here yet
home-empty-admin = A forum comes first: the body that hosts drafts. Then stakeholders with their seats, and the people who speak for them.
home-empty-found = Found the first forum
home-empty-signed-in = An administrator of this site founds the first forum. Drafts appear here once they are open for comment.
home-empty-stranger = An administrator founds the first forum. Whoever runs this site makes that account on its command line:
