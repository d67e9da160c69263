search-site = البحث في هذا الموقع
search-label = كلمات أو رقم إيصال
search-button = بحث
search-title = البحث
search-title-of = البحث: { $words }
search-how = اكتب كلمات من مسودة أو بند أو تعليق أو اسم جهة، أو رقم إيصال.
search-nothing = لم يُعثر على شيء. يجب أن ترد كل الكلمات، بأي صيغة من صيغها: كلمات أقل تجد أكثر.
search-no-receipt = لا إيصال بهذا الرقم، أو لا يحق لك أن ترى ما هو له. راجع كل حرف ورقم فيه.
search-receipt = إيصالك للتعليق { $comment } في النقاش { $thread } من { $reference }.
search-drafts = { $count ->
    [one] مسودة واحدة
    [two] مسودتان
    [few] { $count } مسودات
    [many] { $count } مسودة
   *[other] { $count } مسودة
}
search-clauses = { $count ->
    [one] بند واحد
    [two] بندان
    [few] { $count } بنود
    [many] { $count } بندًا
   *[other] { $count } بند
}
search-comments = { $count ->
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}
search-stakeholders = { $count ->
    [one] صاحب مصلحة واحد
    [two] صاحبا مصلحة
    [few] { $count } أصحاب مصلحة
    [many] { $count } صاحب مصلحة
   *[other] { $count } صاحب مصلحة
}
search-all-drafts = كل المسودات ({ $count })
search-all-clauses = كل البنود ({ $count })
search-all-comments = كل التعليقات ({ $count })
search-all-stakeholders = كل أصحاب المصلحة ({ $count })
search-every-kind = البحث في كل شيء
search-line = السطر { $line }
search-thread = التعليق { $thread }
