# The pages of a draft: its head, its tabs and its text.
draft-page-title = { $reference }، { $what }: { $title }
draft-skip = انتقل إلى محتوى هذه الصفحة
draft-skip-text = انتقل إلى السطر 1
draft-reference = المرجع
draft-version = النسخة
draft-version-of = النسخة { $version }، { $day }
draft-published = نُشرت في
draft-of = { $part } من { $whole }

draft-tabs = هذه المسودة
draft-tab-text = النص
draft-tab-changes = ما الذي تغيّر
draft-tab-comments = التعليقات
draft-tab-responses = الردود
draft-tab-sign-offs = التوقيعات
draft-tab-in-favour = { " " }من المقاعد مؤيدة
draft-tab-objections = { $count ->
    [one] اعتراض واحد قائم
    [two] اعتراضان قائمان
    [few] { $count } اعتراضات قائمة
    [many] { $count } اعتراضًا قائمًا
   *[other] { $count } اعتراض قائم
}
draft-tab-history = السجل
draft-tab-export = التصدير

## Where it is in its life

draft-stage-unpublished = قيد الصياغة. لم تُنشر أي نسخة بعد.
draft-stage-drafting = منشور للقراءة. لم يُفتح أي تشاور بعد.
draft-stage-announced = يُفتح باب التعليق في { $when }.
draft-stage-open = مفتوح للتعليق حتى { $when }: { $left }.
draft-stage-disposition = أُغلقت الجولة. والإجابة عن تعليقاتها جارية.
draft-stage-answered = أُغلقت الجولة، وأُجيب عن كل تعليق.
draft-stage-uncommented = أُغلقت الجولة، ولم يعلّق أحد.
draft-stage-last-call = في ندائه الأخير حتى { $when }: { $left }.
draft-stage-sign-off = في مرحلة التوقيع حتى { $when }: { $left }.
draft-stage-sign-off-over = في مرحلة التوقيع، وقد مضى موعد إغلاقها.
draft-stage-silence = في مهلة الصمت حتى { $when }: { $left }.
draft-stage-adopted = اعتُمدت { $what } في { $day }.
draft-stage-adopted-version = النسخة { $version }
draft-stage-suspended = معلّق منذ { $day }. { $reason }
draft-stage-withdrawn = سُحب في { $day }. { $reason }
draft-stage-superseded = حلّ محلّه { $other } في { $day }.

## What comes next

draft-next-version = النسخة التالية
draft-steps = أدِر هذه المسودة
draft-next = ما الذي يلي
draft-next-unpublished = تُنشر نسخة أولى؛ ثم يُدعى الجميع إلى التعليق عليها.
draft-next-drafting = يُفتح التشاور، ولكل إنسان أن يعلّق على أي سطر.
draft-next-announced = من ذلك الوقت لكل إنسان أن يعلّق على أي سطر. ويُجاب عن كل تعليق مع ذكر السبب.
draft-next-open = يُجاب عن كل تعليق مع ذكر السبب، ثم يأتي النداء الأخير.
draft-next-disposition = يُجاب عن كل تعليق مع ذكر السبب. ثم تأتي جولة أخرى على نسخة جديدة، أو النداء الأخير.
draft-next-answered = جولة أخرى على نسخة جديدة، أو النداء الأخير.
draft-next-last-call = إن لم يعترض أحد انتقل النص إلى التوقيع حين ينتهي النداء.
draft-next-silence = إن لم يكسره أحد كتابةً اعتُمد النص حين تنتهي مهلة الصمت.
draft-next-adopted = هذه كلماته النهائية. ويُضاف إلى السجل ما يصنعه الآخرون بها.
draft-next-suspended = ساعته متوقفة. يمضي من حيث توقف حين تستأنفه الأمانة.
draft-next-over = لا شيء بعد. يبقى النص وسجله كما هما.
draft-next-none-waiting = أُجيب عنها كلها.
draft-next-waiting = { draft-next-waiting-count } لم يُجب عنها بعد.
draft-next-waiting-count = { $all ->
    [one] { $waiting } من تعليق واحد
    [two] { $waiting } من تعليقين
    [few] { $waiting } من { $all } تعليقات
    [many] { $waiting } من { $all } تعليقًا
   *[other] { $waiting } من { $all } تعليق
}

## The text

draft-unpublished = لم يُنشر بعد
draft-nothing = لم تُنشر أي نسخة بعد. سيقف النص هنا، ولكل سطر رقم.
draft-version-lower = النسخة { $version }
draft-version-number = النسخة { $version }
draft-text-of = نص النسخة { $version }
draft-beginning = قبل أول عنوان
draft-line = السطر { $line }
# Stands before the number, for those who hear the page; the space after it belongs to it.
draft-line-lead = السطر{ " " }
draft-clauses = البنود
draft-thumb = في هذا النص
draft-outline = البنود والتعليقات
draft-outline-comments = { " " }{ $count ->
    [one] تعليق
    [two] تعليقان
    [few] تعليقات
    [many] تعليقًا
   *[other] تعليق
}
draft-key = من يتكلم

draft-views = كيف تقرؤه
draft-view-comments = مع التعليقات
draft-view-quiet = النص وحده

draft-lately = منذ { $day }: { $what }.
draft-lately-nothing = لا جديد منذ { $day }.
draft-lately-comments = { $count ->
    [one] تعليق جديد
    [two] تعليقان جديدان
    [few] { $count } تعليقات جديدة
    [many] { $count } تعليقًا جديدًا
   *[other] { $count } تعليق جديد
}
draft-lately-more = أكثر من { $count } تعليق جديد
draft-lately-answers = { $count ->
    [one] جواب على تعليقك
    [two] جوابان على تعليقاتك
    [few] { $count } أجوبة على تعليقاتك
    [many] { $count } جوابًا على تعليقاتك
   *[other] { $count } جواب على تعليقاتك
}

draft-comment = علّق على هذه المسودة
draft-comment-or = أو اختر رقم أي سطر
draft-comment-on-line = علّق على السطر { $line }
draft-takes-no-comments = لا تقبل هذه المسودة تعليقات الآن.
draft-comment-on-newest = يُعلَّق على أحدث نسخة.
draft-write-next = اكتب النسخة { $version }
draft-run = أدِر هذه المسودة

draft-reading-older = أنت تقرأ النسخة { $version }.
draft-newer = { $newest } أحدث منها: { $change }.
draft-see-changes = انظر ما الذي تغيّر
draft-about = هذه النسخة
draft-signed = من وافق عليه
draft-signed-nobody = لم يتخذ أي مقعد موقفًا من هذا النص.
draft-signed-all = كل المواقف، ومتى أُعطيت ومن أعطاها
draft-credits = أخذت بصياغات اقترحها:
draft-credit-thread = رقم{ "\u00A0" }{ $number }
draft-published-by = نشرها { $person } في { $day }. لا تتغير كلماتها بعد ذلك؛ والرقم الآتي يثبت أيّ كلمات هي.

draft-selection = الأسطر المختارة
draft-selected-one = السطر { $first }، مختار
draft-selected-many = الأسطر { $first } إلى { $last }، مختارة
draft-selected-words = كلمات من السطر { $first }، مختارة
draft-selection-comment = علّق
draft-selection-link = رابط إليه
draft-selection-less = سطر أقل
draft-selection-more = سطر آخر
draft-selection-clear = أزل الاختيار

## What is said beside it

draft-clause-link = رابط هذا البند
draft-cite-file = لزوتيرو وأمثاله (CSL-JSON)
draft-cite = اقتبس هذا
draft-citation = { $title }، { $reference }، النسخة { $version }، { $lines }. { $forum }، { $day }. SHA-256 { $digest }. { $address }
draft-citation-adopted = اعتُمد في { $day }
draft-copy = انسخ
draft-copied = نُسخ
draft-choose-lines = الأسطر { $from } إلى { $to }:
draft-link-and-cite = اربط واقتبس
draft-note-back = عودة إلى السطر { $line }
draft-table = جدول
draft-comments-on = تعليقات على السطر { $line }
draft-thread-replies = { " " }{ $count ->
    [one] ردّ
    [two] ردّان
    [few] ردود
    [many] ردًّا
   *[other] ردّ
}
draft-earlier-replies = { $count ->
    [one] ردّ سابق واحد
    [two] ردّان سابقان
    [few] { $count } ردود سابقة
    [many] { $count } ردًّا سابقًا
   *[other] { $count } ردّ سابق
}
draft-number = رقم { $number }
draft-settled = { $count } مسوّاة
draft-more-comments = { $count ->
    [one] وتعليق آخر
    [two] وتعليقان آخران
    [few] و{ $count } تعليقات أخرى
    [many] و{ $count } تعليقًا آخر
   *[other] و{ $count } تعليق آخر
}
draft-more-settled = و{ $count } غيرها
draft-withdrawn = مسحوب
draft-answered = أُجيب عنه: { $disposition }
draft-unsure = مكانه غير مؤكد
draft-detached = كلماته لم تعد في النص
draft-unsure-here = لسنا متأكدين أن هذا ما زال المكان.
draft-made-on = كُتب على النسخة { $version }.
draft-personal = بصفة شخصية
draft-late = متأخر
draft-hidden = حجبه المشرفون
draft-hidden-why = حجبه المشرفون: { $reason }
draft-erased = محاه المشرفون
draft-erased-why = محاه المشرفون: { $reason }
draft-reply = ردّ
draft-satisfied = هل أنت راضٍ؟
draft-repair = قل أين مكانه
draft-see-change = اعرض التغيير
draft-checked = فُحص: صياغتك قائمة في النسخة { $version }. { $change }
draft-unchanged = يعد الجواب بتغيير، لكن الكلمات كما كانت.
draft-gone = على كلمات لم تعد في النص
draft-whole = على المسودة كلها
draft-taken-over-from = كلمات أُخذت من منتديات أخرى:
draft-taken-over = { $forum }، { $text }: تغييرات مأخوذة: { $changes }
