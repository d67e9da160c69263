# Finding something by its words.
search-site = Search this site
search-label = Words or a receipt
search-button = Search
search-title = Search
search-title-of = Search: { $words }
search-how = Type some words of a draft, a clause, a comment or an organisation, or the number of a receipt.
search-nothing = Nothing was found. Every word has to be there, in any of its forms: fewer words find more.
search-no-receipt = No receipt has this number, or you may not see what it is for. Check every letter and digit of it.
search-receipt = { $comment ->
    [one] Your receipt is for comment { $thread } on { $reference }.
   *[other] Your receipt is for a reply to comment { $thread } on { $reference }.
}
search-drafts = { $count ->
    [one] { $count } draft
   *[other] { $count } drafts
}
search-clauses = { $count ->
    [one] { $count } clause
   *[other] { $count } clauses
}
search-comments = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
search-stakeholders = { $count ->
    [one] { $count } stakeholder
   *[other] { $count } stakeholders
}
search-all-drafts = All { $count } drafts
search-all-clauses = All { $count } clauses
search-all-comments = All { $count } comments
search-all-stakeholders = All { $count } stakeholders
search-every-kind = Search everything
search-line = line { $line }
search-thread = comment { $thread }
