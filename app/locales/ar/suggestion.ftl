# Where a suggestion stands in a later version.

suggestion-applicable = يمكن تطبيقه على { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
}.
suggestion-applied = طُبّق: كلماته في { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
}.
suggestion-applied-in-part = طُبّق جزئيًا: { $percent } في المئة من الكلمات التي يضيفها في { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
}.
suggestion-conflict = { $count ->
    [one] تغيّر السطر { $first }
    [two] تغيّر السطران { $first } و{ $last }
    [few] تغيّرت الأسطر من { $first } إلى { $last }
    [many] تغيّرت الأسطر من { $first } إلى { $last }
   *[other] تغيّرت الأسطر من { $first } إلى { $last }
} تغيّرًا آخر منذ هذا الاقتراح.
suggestion-obsolete = لم تعد في النص الكلمات التي كان سيحلّ محلّها.
suggestion-overlaps = اقتراح آخر يغيّر { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
} من قبل.
