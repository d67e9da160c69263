# Forms and lists in general.
form-empty = Please fill in this field.
form-unreadable = This cannot be read. Please check it.
form-broken = The form did not arrive whole. Please send it again.
form-too-many-fields = This form has more fields than any form of this site.
notice-refused = This was not done.
notice-kept = Please sign in.
notice-internal = This was not done; the mistake is ours.
notice-day-posts =
    { $count ->
        [0] You have posted as often as you can today.
        [one] You can post once more today.
       *[other] You can post { $count } more times today.
    }
notice-day-bytes = You can write { $size } KiB more today.
notice-day-ends = A new day begins at { $when }.
pager-label = Pages of this list
pager-before = Previous page
pager-here = Page { $page } of { $pages }
pager-start = First page
pager-after = Next page
