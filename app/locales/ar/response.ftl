# The response matrix.
response-title = كل تعليق وجوابه
response-tally = { $have } { $wait }، { $oldest }.
response-tally-none = لم يعلّق أحد بعد.
response-tally-withdrawn = سُحبت التعليقات كلها، فلا يطلب أي منها جوابًا.
response-tally-all = { $all ->
    [one] أُجيب عن التعليق الوحيد مع ذكر السبب.
    [two] أُجيب عن التعليقين كليهما مع ذكر السبب.
    [few] أُجيب عن التعليقات كلها مع ذكر السبب، وعددها { $all }.
    [many] أُجيب عن التعليقات كلها مع ذكر السبب، وعددها { $all }.
   *[other] أُجيب عن التعليقات كلها مع ذكر السبب، وعددها { $all }.
}
response-tally-answered = { $answered ->
    [0] عدد التعليقات { $all }، لم يُجب عن أي منها بعد.
   *[other] عدد التعليقات { $all }، أُجيب عن { $answered } منها مع ذكر السبب.
}
response-tally-wait = { $count ->
    [one] واحد ينتظر
    [two] اثنان ينتظران
    [few] { $count } تنتظر
    [many] { $count } تنتظر
   *[other] { $count } تنتظر
}
response-tally-oldest = { $days ->
    [0] أقدمها منذ اليوم
    [one] أقدمها منذ يوم
    [two] أقدمها منذ يومين
    [few] أقدمها منذ { $days } أيام
    [many] أقدمها منذ { $days } يومًا
   *[other] أقدمها منذ { $days } يوم
}
response-take = خذه معك
response-take-as = الجدول كله { $sheet } أو { $json } أو { $print }. ولكل صف إيصاله.
response-take-sheet = جدول حساب
response-take-json = JSON
response-take-print = صفحة للطباعة
response-table = التعليقات والأجوبة
response-number = الرقم
response-from = من
response-on = على
response-comment = التعليق والمقترح
response-comment-short = التعليق
response-answer = الجواب والسبب
response-answer-short = الجواب
response-result = النتيجة
response-personal = بصفة شخصية
response-class-and-day = { $class }، { $day }
response-quote = «{ $words }»
response-waits = { $days ->
    [0] كُتب اليوم.
    [one] ينتظر منذ يوم.
    [two] ينتظر منذ يومين.
    [few] ينتظر منذ { $days } أيام.
    [many] ينتظر منذ { $days } يومًا.
   *[other] ينتظر منذ { $days } يوم.
}

## What came of it

response-none-yet = لا شيء بعد.
response-none = لا شيء.
response-none-here = لا شيء في هذا النص.
response-none-asked = لم يُطلب شيء.
response-see = انظر { $other }.
response-awaited = في النسخة القادمة.
response-whole = في النص كله.
response-unchanged = ليس في النسخة { $version }.
response-taken-out = أُخرج { $link }.
response-words = كلماته
response-changed = { $link }: { $words }.
response-changed-unsure = { $link }: { $words }. والمكان غير مؤكد.
response-verbatim = { $link }: { $words }. كلمةً كلمة.
response-word-count = { $count ->
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $count } كلمات
    [many] { $count } كلمة
   *[other] { $count } كلمة
}

## Several at once

response-several = أجب عن عدة تعليقات
response-several-which = أي تعليقات
response-several-hint = ضع علامة عليها في الجدول، أو خذ كل ما ينتظر في هذه التصفية.
response-several-all = { $count ->
    [one] الذي ينتظر
    [two] كليهما
    [few] كل ما ينتظر، وعددها { $count }
    [many] كل ما ينتظر، وعددها { $count }
   *[other] كل ما ينتظر، وعددها { $count }
}
response-several-button = أجب عنها
response-several-none = اختر تعليقًا واحدًا على الأقل.
response-choose = اختر التعليق رقم { $number }
response-done = { $count ->
    [one] أُجيب عن تعليق واحد.
    [two] أُجيب عن تعليقين.
    [few] أُجيب عن { $count } تعليقات.
    [many] أُجيب عن { $count } تعليقًا.
   *[other] أُجيب عن { $count } تعليق.
}
