# The positions of the seats on a draft.
sign-off-title = التوقيعات
sign-off-heading = التوقيعات على النسخة { $version }
sign-off-unpublished = لم تُنشر أي نسخة بعد، فلا شيء يُوقَّع.

## The rule

sign-off-rule-of-forum = قاعدة هذا المنتدى
sign-off-rule = { sign-off-rule-objections }؛ { sign-off-rule-endorsements }؛ و{ sign-off-rule-share } المقاعد غير المتنحية{ sign-off-rule-counted } تؤيد أو لا تعترض.
sign-off-rule-objections = { $most ->
    [0] لا اعتراض قائمًا
    [one] لا يقوم أكثر من اعتراض واحد
    [two] لا يقوم أكثر من اعتراضين
    [few] لا يقوم أكثر من { $most } اعتراضات
    [many] لا يقوم أكثر من { $most } اعتراضًا
   *[other] لا يقوم أكثر من { $most } اعتراض
}
sign-off-rule-endorsements = { $least ->
    [0] ولا يُطلب تأييد
    [one] ومقعد واحد على الأقل يؤيد
    [two] ومقعدان على الأقل يؤيدان
    [few] و{ $least } مقاعد على الأقل تؤيد
    [many] و{ $least } مقعدًا على الأقل تؤيد
   *[other] و{ $least } مقعد على الأقل تؤيد
}
sign-off-rule-share = { $share ->
    [two-thirds] ثلثا
    [half] نصف
    [three-quarters] ثلاثة أرباع
    [all] كل
   *[other] { $parts } من كل { $of } من
}
sign-off-rule-counted = { $counted ->
    [0] { "" }
   *[other] { " " }({ $needed } من { $counted })
}

## The figure

sign-off-figure = المواقف من هذه النسخة
sign-off-in-place = القائم { $in-place }
sign-off-needed = اللازم { $in-place }
sign-off-box-for = يؤيد أو لا يعترض
sign-off-box-stale = للتجديد
sign-off-box-none = لا موقف
sign-off-box-abstains = يمتنع
sign-off-box-objects = يعترض
sign-off-box-recused = لا يُحتسب
sign-off-as-table = الشيء نفسه في جدول
sign-off-table-kind = نوع الموقف
sign-off-table-seats = المقاعد
sign-off-table-which = أيّها
sign-off-kind-renew = للتجديد
sign-off-kind-recused = متنحٍّ، لا يُحتسب

## What is missing

sign-off-missing = ما الذي ينقص
sign-off-nothing-missing = لا شيء: تحققت القاعدة.
sign-off-adopt = اتخذ الخطوة التالية
sign-off-objection-of = اعتراض { $seat } قائم.
sign-off-missing-objection = { $objection } لا يرفعه إلا { $seat }. شروطه: { $terms }
sign-off-more-positions = { $missing ->
    [one] موقف واحد بعد.
    [two] موقفان بعد.
    [few] { $missing } مواقف بعد.
    [many] { $missing } موقفًا بعد.
   *[other] { $missing } موقف بعد.
}
sign-off-could-renew = للتجديد: { $seats }.
sign-off-could-give = لم يُعطَ بعد: { $seats }.

## The path

sign-off-path = الطريق إلى الاتفاق
sign-off-path-done = تمّ:
sign-off-path-round = جولة تعليقات. يُجاب عن كل تعليق.
sign-off-path-round-number = الجولة { $round }
sign-off-path-round-closes = تُغلق { $round } في { $day }. يُجاب عن كل تعليق.
sign-off-path-round-over = انتهت جولة التعليقات. { $waiting ->
    [0] { $all ->
        [0] لم يعلّق أحد.
       *[other] أُجيب عن كل تعليق.
    }
   *[other] { draft-next-waiting-count } لم يُجب عنها بعد.
}
sign-off-path-next-version = إن تغيّر بند في الجوهر فُتحت النسخة { $version } لجولة أخرى؛ وتُسأل المقاعد التي وقّعت من جديد عن تلك الكلمات وحدها.
sign-off-path-no-other-round = مضت النسخة { $version } بلا جولة أخرى.
sign-off-path-call = النداء الأخير، ١٤ يومًا. والاعتراض فيه يعيد النص إلى الإجابة عن التعليقات.
sign-off-path-call-closes = النداء الأخير حتى { $day }. والاعتراض فيه يعيد النص إلى الإجابة عن التعليقات.
sign-off-path-call-over = انتهى النداء الأخير.
sign-off-path-agreement = { $in-place ->
    [0] لا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
    [one] موقف واحد ولا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
    [two] موقفان ولا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
    [few] { $in-place } مواقف ولا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
    [many] { $in-place } موقفًا ولا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
   *[other] { $in-place } موقف ولا اعتراض؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
}
sign-off-path-agreement-rule = تتحقق قاعدة هذا المنتدى؛ ثم يُعتمد النص فورًا أو بعد ٧٢ ساعة من الصمت.
sign-off-path-adopted = اعتُمد في { $day }.
sign-off-path-was-adopted = اعتُمد، ثم حلّ محلّه غيره.

## The seats

sign-off-seats = { $seats ->
    [0] المقاعد
    [one] المقعد الوحيد
    [two] المقعدان
    [few] المقاعد وعددها { $seats }
    [many] المقاعد وعددها { $seats }
   *[other] المقاعد وعددها { $seats }
}
sign-off-no-seats = ليس لهذا المنتدى مقاعد بعد، فلا يمكن لأحد أن يتخذ موقفًا.
sign-off-give-seats = أعطِ مقاعد في هذا المنتدى
sign-off-seats-first = الموقف على كلمات هذه النسخة بعينها. وإذا تغيّرت نُقل إلى ما بعدها حيث لا يمسّ التغيير الجوهر.
sign-off-seats-later = تُنقل المواقف من النسخ السابقة حيث لم تتغيّر في الجوهر الكلمات التي أُعطيت لها.
sign-off-column-seat = المقعد
sign-off-column-position = الموقف
sign-off-column-what = على ماذا، ومتى، ومن
sign-off-none-yet = لم يُقل شيء عن هذا المقعد بعد.
sign-off-none-ever = لم يُقل شيء باسم هذا المقعد.
sign-off-who = { $name }، { $tier }
sign-off-who-by-forum = { $name }، { $tier }، بتفويض منحته أمانة { $forum } لـ{ $forum } وحده
sign-off-tier-minister = وزير
sign-off-tier-lead = رئيس وفد
sign-off-tier-practitioner = ممارس
sign-off-signed = النسخة { $version }، { $day }. { $who }.
sign-off-recorded = سجّلته الأمانة باسم { $seat }: { $evidence }
sign-off-was-endorse = أيّد النسخة { $version }
sign-off-was-no-objection = لم يعترض على النسخة { $version }
sign-off-was-endorse-with-reservation = أيّد النسخة { $version } مع تحفّظ
sign-off-was-abstain = امتنع عن النسخة { $version }
sign-off-signed-since = { $words ->
    [0] وقّع النسخة { $version }؛ ولم تتغيّر منذ ذلك أي كلمة، بل تغيّر ما يحيط بها: تقسيم النص أو عناوينه أو تمهيده أو ترقيمه أو إحالاته.
    [one] وقّع النسخة { $version }؛ وتغيّرت منذ ذلك كلمة واحدة.
    [two] وقّع النسخة { $version }؛ وتغيّرت منذ ذلك كلمتان.
    [few] وقّع النسخة { $version }؛ وتغيّرت منذ ذلك { $words } كلمات.
    [many] وقّع النسخة { $version }؛ وتغيّرت منذ ذلك { $words } كلمة.
   *[other] وقّع النسخة { $version }؛ وتغيّرت منذ ذلك { $words } كلمة.
}
sign-off-stale = { $lead } لا يُحتسب هذا بعد الآن حتى يقول { $seat } ذلك. { $who }، سُئل في { $asked }.
sign-off-objects-since = منذ النسخة { $version }، { $day }. { $who }. سُئل في { $asked } هل تزيله النسخة { $newest }؛ ولا جواب بعد.
sign-off-objected-words-now = تغيّرت هذه الكلمات منذ الاعتراض:
sign-off-withdraw-until = يمكن سحبه حتى { $day }.
sign-off-not-counted = لا يُحتسب { $seat }.
sign-off-reservation-published = يُنشر التحفّظ مع المبادئ في صيغتها النهائية.
sign-off-reservation-is-published = التحفظ منشور مع النص المعتمد.
sign-off-terms-to = على
sign-off-terms-because = لأن
sign-off-terms-lifted-by = يرفعه
sign-off-line = السطر
sign-off-lines = الأسطر
sign-off-line-number = السطر { $line }
sign-off-clause-gone = بند كان في النسخة { $version } ولم يعد.
sign-off-since-words = { $words ->
    [one] الكلمة
    [two] الكلمتان
    [few] الكلمات وعددها { $words }
    [many] الكلمات وعددها { $words }
   *[other] الكلمات وعددها { $words }
}
sign-off-more-lines = { $lines ->
    [one] وسطر آخر.
    [two] وسطران آخران.
    [few] و{ $lines } أسطر أخرى.
    [many] و{ $lines } سطرًا آخر.
   *[other] و{ $lines } سطر آخر.
}
sign-off-all-changes = كل التغييرات منذ النسخة { $version }
sign-off-earlier = { $count ->
    [one] موقف سابق واحد
    [two] موقفان سابقان
    [few] { $count } مواقف سابقة
    [many] { $count } موقفًا سابقًا
   *[other] { $count } موقف سابق
}
sign-off-earlier-one = { $position }: النسخة { $version }، { $day }

## The form

sign-off-form = موقفك
sign-off-form-seat = موقف { $seat }
sign-off-choose = اختر مقعدًا
sign-off-no-seat = اختر لمن يُسجَّل الموقف.
sign-off-without-mandate = لا تستطيع أن تعطي موقفًا باسم { $seat }: ليس لديك تفويض بالكلام باسمها هنا، أو انتهى تفويضك. وبصفتك نقطة اتصالها تستطيع أن تعطي تفويضًا في صفحتها، ولك أن تعطيه لنفسك.
sign-off-form-behalf = موقف لمقعد
sign-off-record-for-seat = سجّل موقفًا لمقعد
sign-off-for = لأي مقعد
sign-off-position = الموقف
sign-off-lifting = لهذا المقعد اعتراض قائم. كل موقف آخر يرفعه؛ والموقف نفسه من جديد يُبقيه لهذه النسخة.
sign-off-hint-reservation = يُنشر التحفّظ مع المبادئ في صيغتها النهائية.
sign-off-hint-object = تُطلب ثلاثة أشياء: لماذا، وعلى أي بنود، وما الذي يرفعه.
sign-off-hint-recuse = لا يُحتسب المقعد. ويُطلب السبب.
sign-off-reservation = التحفّظ
sign-off-recusal = لماذا يتنحى المقعد
sign-off-reason = لماذا
sign-off-clauses = على أي بنود
sign-off-choose-clauses = اختر البنود
sign-off-lifted-by = ما الذي يرفعه
sign-off-evidence = السند
sign-off-evidence-hint = الخطاب أو الرسالة التي اتُّخذ بها هذا الموقف، ويومها. يُعرض بجانب الموقف.
sign-off-exact-words = تُوقَّع هذه الكلمات بعينها: النسخة { $version }، SHA-256 { $digest }
sign-off-send = أرسل هذا الموقف
sign-off-send-behalf = سجّل هذا الموقف
sign-off-signed-title = سُجّل موقف { $seat }
sign-off-signed-said = { $position }: النسخة { $version }. وهو الآن في السجل.
sign-off-signed-see = انظره بين المقاعد
sign-off-signed-record = انظره في السجل
