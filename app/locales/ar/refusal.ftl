# Why something was not done, and what would make it possible.

## What a person typed

refusal-comment-empty = اكتب شيئًا أولًا: التعليق فارغ.
refusal-comment-too-long = في التعليق { $length } بايت، والحد { $limit }. اختصره، أو اجعله تعليقين.
refusal-reason-empty = اذكر السبب.
refusal-reason-too-long = في السبب { $length } حرفًا، والحد { $limit }.
refusal-reservation-empty = اكتب نص التحفّظ.
refusal-reservation-too-long = في التحفّظ { $length } حرفًا، والحد { $limit }.
refusal-lift-terms-empty = قل ما الذي يرفع الاعتراض.
refusal-lift-terms-too-long = في شروط رفع الاعتراض { $length } حرفًا، والحد { $limit }.
refusal-note-empty = قل في ملاحظة ما الجديد في هذه النسخة.
refusal-note-too-long = في الملاحظة { $length } حرفًا، والحد { $limit }.
refusal-evidence-empty = اذكر الخطاب أو الرسالة التي اتُّخذ بها هذا الموقف.
refusal-evidence-too-long = في السند { $length } حرفًا، والحد { $limit }.
refusal-charter-empty = اكتب الميثاق.
refusal-charter-too-long = في الميثاق { $length } حرفًا، والحد { $limit }.
refusal-title-empty = أعطِ عنوانًا.
refusal-title-too-long = في العنوان { $length } حرفًا، والحد { $limit }.
refusal-name-empty = أعطِ اسمًا.
refusal-name-too-long = في الاسم { $length } حرفًا، والحد { $limit }.
refusal-wording-too-long = في الصياغة المقترحة { $length } بايت، والحد { $limit }.

refusal-email = أعطِ عنوان بريد إلكتروني، مثل name@example.org.
refusal-email-taken = لهذا العنوان حساب قائم.
refusal-slug-taken = هذا الاسم المختصر مأخوذ. اختر غيره.
refusal-ends-before-start = يجب أن تأتي النهاية بعد البداية.
refusal-too-often = جرت هذه المحاولة مرات كثيرة جدًّا من شبكتك. يرجى المحاولة من جديد في { $until }.
refusal-day-posts = يمكن للشخص الواحد النشر { $posts } مرة في اليوم، وقد بلغت ذلك. ما كتبته ما زال هنا: أرسله من جديد ابتداءً من { $until }.
refusal-day-bytes = يمكن للشخص الواحد كتابة { $size } كيبيبايت في اليوم، وهذا أكثر مما بقي منها. ما كتبته ما زال هنا: اختصره، أو أرسله من جديد ابتداءً من { $until }.

## Texts and lines

refusal-text-empty = لا نص هنا. الصق نصًا أو ارفع ملفًا.
refusal-text-not-utf8 = ليس هذا نصًا بترميز UTF-8: البايت { $offset } ليس جزءًا من حرف. احفظ الملف بترميز UTF-8 وأعد المحاولة.
refusal-text-too-large = في النص { $bytes } بايت، والحد { $limit }.
refusal-text-too-many-lines = { $lines ->
    [one] في النص سطر واحد، والحد { $limit }.
    [two] في النص سطران، والحد { $limit }.
    [few] في النص { $lines } أسطر، والحد { $limit }.
    [many] في النص { $lines } سطرًا، والحد { $limit }.
   *[other] في النص { $lines } سطر، والحد { $limit }.
}
refusal-text-too-deep = يمكن أن تتداخل القوائم والاقتباسات والتشديد حتى { $limit } مستوى، والسطر { $line } من المصدر أعمق من ذلك.
refusal-text-too-wide = يمكن أن يكون للجدول { $limit } عمودًا، والجدول في السطر { $line } من المصدر أكثر من ذلك.
refusal-record-rewritten = لا يمكن حفظ شيء هنا الآن: سجل هذا الموقع ليس السجل الذي وُقّع. على من يشغّل الموقع أن ينظر في الأمر أولًا.
refusal-key-changed-meanwhile = غيّر شخص آخر المفتاح في هذه الأثناء. انظر إليه مجددًا بالأمر comity key show.
refusal-same-text = النص هو آخر نسخة بعينها، بايتًا ببايت. لا شيء يُنشر.
refusal-text-overtaken = حفظ غيرك هذا النص أو نشره وأنت تعمل عليه. كلماتك محفوظة هنا: قارنها بالنص الأحدث قبل أن تحفظ من جديد.
refusal-embargo-over = ينتهي الحظر في المستقبل. اختر وقتًا لاحقًا، أو افتح المسودة للجميع الآن.
refusal-not-newest = نُشرت نسخة أحدث. انظر ما الذي تغيّر، واستعمل أحدث نسخة.
refusal-bad-line-range = لا تسمّي «{ $written }» أسطرًا. اكتب سطرًا واحدًا هكذا L12، أو أسطرًا متتابعة هكذا L12-L18.
refusal-bad-line = «{ $written }» ليس سطرًا من هذا النص. اكتب رقم السطر، مثل 12.
refusal-lines-backwards = السطر الأخير { $last } يسبق السطر الأول { $first }.
refusal-no-such-line = لا يوجد سطر برقم { $line }: في هذه النسخة { $count ->
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرًا
   *[other] { $count } سطر
}.
refusal-text-is-all = هذا النص هو كل ما في المسودة قبل نسختها الأولى. اسحب المسودة بدلًا من ذلك.
refusal-quote-not-there = هذه الكلمات ليست في { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
}. انسخها كما وردت هناك، من فقرة واحدة.
refusal-quote-several = وردت هذه الكلمات في { $count ->
    [one] السطر { $first }
    [two] السطرين { $first } و{ $last }
    [few] الأسطر من { $first } إلى { $last }
    [many] الأسطر من { $first } إلى { $last }
   *[other] الأسطر من { $first } إلى { $last }
} أكثر من مرة. حدّد أدناه أيّها تقصد.
refusal-wording-beyond-quote = تغيّر هذه الصياغة أيضًا كلمات مجاورة لما اخترته. اختر كل الكلمات التي تتغيّر، أو اترك ذلك الحقل فارغًا.
refusal-wording-of-other-lines = كُتبت هذه الصياغة لأسطر أخرى. اختر تلك الأسطر مجددًا، أو اكتب صياغة لهذه الأسطر.
refusal-suggestion-without-lines = تحتاج الصياغة المقترحة إلى الأسطر التي تحلّ محلّها.
refusal-wrong-cells = هذا السطر صف من جدول عدد خاناته { $cells }. اقترح صفًا بمثلها.
refusal-not-editorial = ليس هذا التغيير تحريريًا: فهو يمسّ «{ $word }». لا يُعدّ صياغةً إلا تغيير أدوات التعريف وما شابهها، أو عدد الاسم نفسه أو زمن الفعل نفسه؛ وما سوى ذلك تغيير في الجوهر.
refusal-editorial-clause = لا يكون التغيير تحريريًا إلا في بند موجود في النسختين.
refusal-bad-digest = للبصمة ٦٤ رقمًا ست عشريًا.
refusal-wrong-clause-ids = لا تطابق بنود هذه النسخة نصّها.

## Rounds and stages

refusal-nothing-published = لم تُنشر أي نسخة بعد.
refusal-nothing-changed = لم يتغير في الجوهر مبدأ ولا فقرة منذ النسخة { $version }، فلا جديد يُتشاور فيه.
refusal-unanswered =
    { $threads ->
        [one] تعليق واحد لم يُجب عنه بعد.
        [two] تعليقان لم يُجب عنهما بعد.
        [few] { $threads } تعليقات لم يُجب عنها بعد.
        [many] { $threads } تعليقًا لم يُجب عنها بعد.
       *[other] { $threads } تعليق لم يُجب عنها بعد.
    }
refusal-accepted-unchanged =
    { $threads ->
        [one] قُبل تعليق واحد وكلماته كما كانت.
        [two] قُبل تعليقان وكلماتهما كما كانت.
        [few] قُبلت { $threads } تعليقات وكلماتها كما كانت.
        [many] قُبل { $threads } تعليقًا وكلماتها كما كانت.
       *[other] قُبل { $threads } تعليق وكلماتها كما كانت.
    }
refusal-still-open = مفتوح حتى { $closes }. لإنهائه قبل ذلك اذكر السبب.
refusal-not-open-yet = يُفتح باب التعليق في { $opens }.
refusal-closed = أُغلق في { $closed }.
refusal-closes-too-soon = يجب أن يأتي وقت الإغلاق بعد وقت الفتح، وأن يكون في المستقبل.
refusal-not-later = يجب أن يكون وقت الإغلاق الجديد بعد { $closes }.
refusal-silence-too-short = لا تقل مهلة الصمت عن { $hours ->
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $hours } ساعات
    [many] { $hours } ساعة
   *[other] { $hours } ساعة
}، ليتسع الوقت لسؤال كل عاصمة.
refusal-still-silent = تمتد مهلة الصمت حتى { $until }. يُعتمد النص عندئذ إن لم يكسرها أحد.

refusal-not-drafting-or-disposition = { refusal-it-is } هذا ممكن أثناء الصياغة، أو بعد إغلاق جولة.
refusal-not-consultation = { refusal-it-is } هذا ممكن أثناء التشاور.
refusal-not-disposition = { refusal-it-is } هذا ممكن بعد إغلاق جولة، أثناء الإجابة عن تعليقاتها.
refusal-not-last-call = { refusal-it-is } هذا ممكن في النداء الأخير.
refusal-not-sign-off = { refusal-it-is } هذا ممكن أثناء التوقيع.
refusal-not-sign-off-or-silence = { refusal-it-is } يُعتمد النص من مرحلة التوقيع، أو حين تنتهي مهلة صمت لم تُكسر.
refusal-not-silence = { refusal-it-is } لا صمت يُكسر.
refusal-not-timed = { refusal-it-is } لا موعد يُمدَّد.
refusal-not-round-or-last-call = { refusal-it-is } لا جولة ولا نداء أخير ليُغلق.
refusal-not-open-for-comment = { refusal-it-is } لا يقبل تعليقات جديدة الآن.
refusal-not-open-for-answers = { refusal-it-is } يُجاب عن التعليقات من فتح الجولة إلى نهاية النداء الأخير.
refusal-not-open-for-positions = { refusal-it-is } تُتخذ المواقف من أول تشاور إلى نهاية التوقيع.
refusal-not-running = { refusal-it-is } لا يُفعل به شيء الآن.
refusal-over = { refusal-it-is } انتهت حياته، ويبقى السجل كما هو.
refusal-not-suspended = { refusal-it-is } ليس معلّقًا.
refusal-not-adopted = { refusal-it-is } لا يحلّ نص إلا محلّ نص معتمد.

refusal-it-is =
    { $stage ->
        [drafting] النص ما زال قيد الصياغة.
        [consultation] النص في التشاور.
        [disposition] أُغلقت الجولة، والإجابة عن تعليقاتها جارية.
        [last-call] النص في ندائه الأخير.
        [sign-off] النص في مرحلة التوقيع.
        [silence] النص في مهلة الصمت.
        [adopted] النص معتمد.
        [suspended] المسودة معلّقة.
        [withdrawn] سُحبت المسودة.
        [superseded] حلّ نص آخر محلّ هذا النص.
       *[other] المسودة في مرحلة أخرى.
    }

## Sign-off

refusal-no-seats = لا يمكن لأي مقعد أن يتخذ موقفًا: ليس للمنتدى مقاعد، أو كلها متنحية.
refusal-objections-stand =
    { $objections ->
        [one] اعتراض واحد ما زال قائمًا. لا يرفعه إلا صاحبه.
        [two] اعتراضان ما زالا قائمين. لا يرفعهما إلا صاحباهما.
        [few] { $objections } اعتراضات ما زالت قائمة. لا يرفعها إلا أصحابها.
        [many] { $objections } اعتراضًا ما زالت قائمة. لا يرفعها إلا أصحابها.
       *[other] { $objections } اعتراض ما زالت قائمة. لا يرفعها إلا أصحابها.
    }
refusal-endorsements-missing =
    { $missing ->
        [one] يجب أن يؤيد النص مقعد آخر على الأقل.
        [two] يجب أن يؤيد النص مقعدان آخران على الأقل.
        [few] يجب أن تؤيد النص { $missing } مقاعد أخرى على الأقل.
        [many] يجب أن يؤيد النص { $missing } مقعدًا آخر على الأقل.
       *[other] يجب أن يؤيد النص { $missing } مقعد آخر على الأقل.
    }
refusal-positions-missing =
    { $missing ->
        [one] يلزم موقف واحد بعد.
        [two] يلزم موقفان بعد.
        [few] تلزم { $missing } مواقف بعد.
        [many] يلزم { $missing } موقفًا بعد.
       *[other] يلزم { $missing } موقف بعد.
    }
refusal-no-seat = ليس لهذه الجهة مقعد في هذا المنتدى.
refusal-no-mandate = ليس لك الآن تفويض بالكلام عن هذه الجهة.
refusal-mandate-ended = انتهى هذا التفويض من قبل.
refusal-mandate-elsewhere = تفويضك بالكلام عن هذه الجهة لا يسري هنا: منحه منتدى آخر لنفسه وحده، أو أنك أنت من يدير هذا المنتدى.
refusal-mandate-of-own = لا تستطيع أمانة أن تمنح نفسها الكلام عن جهة. ومن يدير منتدى يتكلم فيه بتفويض من جهة الاتصال لدى الجهة نفسها.
refusal-position-of-holder = قالت الجهة هذا بنفسها. ولا يقول غيره إلا من منحته جهة الاتصال لديها تفويضًا.
refusal-focal-point-self = لا تستطيع أن تسمي نفسك جهة اتصال.
refusal-focal-point-named = هذا الشخص جهة اتصال لديها من قبل.
refusal-role-not-given = هذا الدور لا يُعطى في منتدى: المندوبون وجهات الاتصال تسميهم جهاتهم.
refusal-name-taken = هناك جهة يُقرأ اسمها مثل هذا الاسم.
refusal-objection-clause = يسمّي الاعتراض بندًا ليس في هذه النسخة.
refusal-no-position = اختر موقفًا.
refusal-objection-without-reason = يحتاج الاعتراض إلى سببه.
refusal-objection-without-clauses = يحتاج الاعتراض إلى البنود التي يخصّها.
refusal-objection-without-terms = يحتاج الاعتراض إلى ذكر ما يرفعه.
refusal-reservation-without-text = يحتاج التحفّظ إلى نصه. يُنشر مع المبادئ في صيغتها النهائية.
refusal-recusal-without-reason = يحتاج التنحّي إلى سببه.

## Threads

refusal-no-disposition = اختر جوابًا: مقبول، أو مقبول جزئيًا، أو أُخذ علمًا به، أو مرفوض، أو خارج النطاق، أو مكرّر، أو مؤجّل.
refusal-duplicate-of-nothing = أعطِ رقم التعليق الذي يطلب الشيء نفسه.
refusal-duplicate-of-itself = لا يكون التعليق مكرّرًا لنفسه. أعطِ رقم الآخر.
refusal-already-answered = أُجيب عن هذا التعليق من قبل. أعد فتحه أولًا لتجيب عنه من جديد.
refusal-not-answered = لم يُجب عن هذا التعليق بعد.
refusal-already-acknowledged = قال صاحب هذا التعليق رأيه في الجواب من قبل.
refusal-thread-withdrawn = سحب صاحب هذا التعليق تعليقه.
refusal-edit-window-over = كان يمكن تغيير التعليق حتى { $until }. أضف التصحيح تعليقًا جديدًا.

## Who may

refusal-not-found = لا شيء هنا، أو لا شيء مما لك أن تراه.
refusal-rights-changed = تغيّر ما يحق لك هنا قبل لحظة، فلم يُنفَّذ هذا. انظر إلى الصفحة من جديد.
refusal-sign-in = سجّل الدخول أولًا.
refusal-link-used = استُعمل هذا الرابط من قبل، أو قدُم. اطلب رابطًا جديدًا.
refusal-too-many-links = أُرسلت إلى هذا العنوان روابط عدة قبل قليل. استعمل أحدثها، أو حاول لاحقًا.
refusal-may-see = ليس لك أن ترى هذا.
refusal-may-create-draft = لا ينشئ مسودةً إلا أمانة هذا المنتدى ومحرروه.
refusal-may-see-working-text = لا يرى نص النسخة القادمة قبل نشره إلا أمانة هذا المنتدى ومحرروه.
refusal-may-edit-working-text = لا يحرّر نص النسخة القادمة إلا أمانة هذا المنتدى ومحرروه.
refusal-may-publish-version = لا ينشر نسخةً إلا أمانة هذا المنتدى ومحرروه.
refusal-may-open-round = لا يفتح تشاورًا إلا أمانة هذا المنتدى.
refusal-may-extend-deadline = لا يمدّد موعدًا إلا أمانة هذا المنتدى.
refusal-may-close-round = لا يغلق جولةً إلا أمانة هذا المنتدى.
refusal-may-comment = للمراقبين أن يقرؤوا هنا. ويعلّق المندوبون وجهات الاتصال والمحررون وأمانة هذا المنتدى.
refusal-may-suggest = للمراقبين أن يقرؤوا هنا. ويقترح الصياغة المندوبون وجهات الاتصال والمحررون وأمانة هذا المنتدى.
refusal-may-reply = للمراقبين أن يقرؤوا هنا. ويردّ المندوبون وجهات الاتصال والمحررون وأمانة هذا المنتدى.
refusal-may-edit-comment = لا يغيّر التعليق إلا من كتبه.
refusal-may-withdraw = لا يسحب التعليق إلا من كتبه.
refusal-may-moderate = لا يحجب تعليقًا إلا أمانة هذا المنتدى ومديرو النظام.
refusal-may-erase = لا يمحو كلمات تعليق محجوب إلا أمانة هذا المنتدى ومديرو النظام.
refusal-may-answer = لا يجيب عن التعليقات إلا أمانة هذا المنتدى ومحرروه.
refusal-may-reopen = لا يعيد فتح تعليق إلا أمانة هذا المنتدى.
refusal-may-acknowledge = لا يقول هل يرضيه الجواب إلا صاحب التعليق.
refusal-may-repair-placement = لا يقول أين مكان التعليق إلا أمانة هذا المنتدى ومحرروه وصاحب التعليق.
refusal-may-sign-off = لا يتخذ موقفًا إلا مندوب مفوّض عن جهة لها مقعد في هذا المنتدى.
refusal-may-sign-off-on-behalf = لا يسجّل موقفًا نيابةً عن جهة إلا أمانة هذا المنتدى.
refusal-may-lift-objection = لا يرفع الاعتراض إلا مندوب عن الجهة المعترضة.
refusal-may-open-last-call = لا يفتح النداء الأخير إلا أمانة هذا المنتدى.
refusal-may-open-sign-off = لا يفتح التوقيع إلا أمانة هذا المنتدى.
refusal-may-take-back = لا يسحب النص من التوقيع إلا أمانة هذا المنتدى.
refusal-may-open-silence = لا يفتح مهلة صمت إلا أمانة هذا المنتدى.
refusal-may-break-silence = لا يكسر الصمت إلا مندوب مفوّض عن جهة لها مقعد في هذا المنتدى.
refusal-may-adopt = لا يعلن اعتماد نص إلا أمانة هذا المنتدى.
refusal-may-suspend = لا يعلّق مسودةً إلا أمانة هذا المنتدى.
refusal-may-resume = لا يستأنف مسودةً إلا أمانة هذا المنتدى.
refusal-may-withdraw-draft = لا يسحب مسودةً إلا أمانة هذا المنتدى.
refusal-may-supersede = لا يعلن أن نصًا حلّ محلّ آخر إلا أمانة هذا المنتدى.
refusal-may-change-visibility = لا يغيّر من يرى المسودة إلا أمانة هذا المنتدى.
refusal-may-manage-forum = لا يغيّر المنتدى إلا أمانته ومديرو النظام.
refusal-may-grant-mandate = لا يمنح تفويضًا لكل المنتديات إلا جهة الاتصال لدى الجهة نفسها، ولا يمنحه لمنتدى للجهة مقعد فيه، ولهذا المنتدى وحده، إلا أمانته.
refusal-may-grant-mandate-here = لا يمنح تفويضًا لهذا المنتدى إلا أمانته.
refusal-may-end-mandate = ينهي التفويض حامله وجهة الاتصال لدى الجهة؛ وما منحه منتدى تنهيه أيضًا أمانات المنتديات التي للجهة مقعد فيها.
refusal-may-name-focal-point = لا يسمي جهة اتصال أخرى إلا جهة اتصال لدى الجهة نفسها؛ أما الأولى فيسميها أحد مديري النظام.
refusal-may-dismiss-focal-point = لا ينهي هذا إلا جهة اتصال لدى الجهة نفسها أو أحد مديري النظام.
refusal-may-create-forum = لا ينشئ منتدى إلا مدير النظام.
refusal-may-enter-stakeholder = لا يُدخل جهة معنية إلا مدير النظام.
refusal-may-register-account = لا يسجّل شخصًا إلا مدير النظام.
refusal-may-choose-sign-in = لا يحدّد طريقة تسجيل الدخول إلا مدير النظام.

refusal-seat-given = لهذه الجهة مقعد هنا من قبل.
refusal-role-given = لهذا الشخص هذا الدور هنا من قبل.
refusal-share = يجب أن تكون نسبة المقاعد بين مقعد واحد والكل، مثل ٢ من ٣.
refusal-comment-gone = سُحب هذا التعليق أو حُجب في هذه الأثناء، فلا يمكن تغييره بعد.
refusal-erase-unhidden = احجب هذا التعليق أولًا؛ فلا تُمحى إلا كلمات تعليق محجوب.
refusal-erased-already = مُحيت كلمات هذا التعليق من قبل.
refusal-no-account = لا حساب بهذا العنوان. يُسجَّل الشخص أولًا.
refusal-kept-full = لا مكان لحفظ ما كتبته إلى أن تسجّل الدخول. ارجع إلى الصفحة السابقة في متصفّحك، وانسخ كلماتك، ثم سجّل الدخول وأرسلها من جديد.

# محارف تغيّر قراءة النص دون أن تُرى.
refusal-unseen-control = السطر { $line }، الحرف { $offset }: ‏{ $code } محرف تحكم لا يراه أحد. احذفه.
refusal-unseen-invisible = السطر { $line }، الحرف { $offset }: ‏{ $code } علامة لا تُرى، فقد يختلف نصان يبدوان واحدًا. احذفها.
refusal-unseen-look-alike = السطر { $line }، الحرف { $offset }: الكلمة «{ $word }» تخلط حروفًا متشابهة من أبجديتين، مثل { $code }. اكتبها من جديد بأبجدية واحدة.
refusal-unseen-override = السطر { $line }، الحرف { $offset }: ‏{ $code } يجعل ما بعده يُقرأ بغير الترتيب المحفوظ. احذفه؛ فالكلمات من اليمين إلى اليسار لا تحتاج إلى علامة.
refusal-unseen-private-use = السطر { $line }، الحرف { $offset }: ‏{ $code } محرف خاص يختلف شكله من حاسوب إلى آخر. استعمل محرفًا عامًا.
refusal-unseen-reorders = السطر { $line }، الحرف { $offset }: ‏{ $code } يضع الأرقام بغير ترتيبها المحفوظ. احذفه.
refusal-unseen-tag = السطر { $line }، الحرف { $offset }: ‏{ $code } وسم لا يراه أحد. احذفه.
refusal-unseen-unbalanced = السطر { $line }، الحرف { $offset }: ‏{ $code } يبدأ تغيير الاتجاه أو ينهيه وحده. احذفه أو أضف قرينه.
refusal-may-join = لا يمكن لأحد أن يسجّل نفسه بالكتابة هنا.
refusal-not-confirmed = تسمح أمانة هذا المنتدى للناس بالمشاركة قبل أن يتكلموا، ولم تسمح لك بعد. يمكنك أن تكتب: تُحفظ كلماتك وتُنشر عندما تسمح لك.
refusal-not-invited = يتكلم في هذا المنتدى من دعتهم أمانته. إن كنت منهم فسجّل الدخول بالعنوان الذي دُعي.
refusal-link-old = لديك حساب، وهذا الرابط أقدم من أن يسجّل دخولك. اطلب رابطًا آخر؛ كلماتك محفوظة.
refusal-kept-older = نُشرت النسخة { $version } في هذه الأثناء. انظر هل ما زالت كلماتك مناسبة.
refusal-wishes-wait = لديك خمسة طلبات لم يُبتّ فيها بعد.
refusal-wish-held = يمكنك التحدث باسمها هنا من قبل.
refusal-wish-waits = طلبت هذا من قبل، ولم يُبتّ فيه بعد.
refusal-wish-focal-point = لهذه المنظمة جهة اتصال خاصة بها، وهي من يقرر.
refusal-invited = هذا العنوان مدعو من قبل. أرسل الدعوة ثانية أو ألغها أولًا.
refusal-invited-twice = هذا العنوان مذكور في القائمة مرتين.
refusal-invited-broken = تعذرت قراءة بعض حروف هذا السطر. احفظ الملف بصيغة «CSV UTF-8» ثم اختره من جديد.
refusal-invite-role = ليس هذا دورًا يُدعى إليه.
refusal-invite-tier = ليس هذا مستوى.
refusal-invite-whom = المندوب يتحدث باسم جهة: اذكر المقعد.
refusal-invite-not-delegate = المندوب وحده يتحدث باسم جهة.
refusal-roster = لا يمكن دعوة بعض الأسطر، ويُذكر السبب عندها. لم يُدعَ أحد.
refusal-roster-empty = لا تذكر القائمة أحدًا.
refusal-invitation-unknown = لا توجد دعوة كهذه: الرابط ناقص، أو أُرسلت الدعوة ثانية برابط آخر.
refusal-invitation-used = قُبلت هذه الدعوة من قبل. وهي تعمل مرة واحدة.
refusal-invitation-old = مضى على هذه الدعوة أكثر من ثلاثين يومًا. اطلب دعوة أخرى ممن دعاك.
refusal-invitation-revoked = أُلغيت هذه الدعوة. اسأل من دعاك.
refusal-invitation-address = هذه الدعوة لعنوان غير الذي سجّلت الدخول به. سجّل الخروج أو ادخل بذلك العنوان.
refusal-stays-public = ما كان علنيًا يبقى علنيًا: اطّلع الجميع على هذه المسودة.
refusal-identity-taken = هذا مربوط بحساب آخر. سجّل الدخول بواسطته وافصله هناك أولًا.
refusal-nothing-to-connect = لم يبق شيء للربط. ابدأ من جديد عند الجهة.
refusal-requirement-role = اختر دورًا يمكن أن يُمنح.
refusal-requirement-own = لتطلب جهة من المديرين، سجّل الدخول بواسطتها بنفسك أولًا، وإلا حرمت نفسك من الدخول.
refusal-erase-last-admin = أنت المدير الوحيد لهذا الموقع. عيّن غيرك أولًا.
refusal-erase-by-program = لا يمحو هويتك إلا أنت، ولا يفعل ذلك برنامج عنك.
refusal-may-manage-peers = لا يقول أي المواقع الأخرى معروفة هنا إلا مدير النظام.
refusal-peer-address = ليس هذا عنوان موقع. يبدأ بـ ‎https://‎ ولا يليه إلا اسم المضيف.
refusal-peer-ours = هذا عنوان هذا الموقع.
refusal-peer-twice = موقع بهذا العنوان أو بهذا المفتاح معروف من قبل.
refusal-peer-slug = ليس هذا اسم منتدى في العناوين: أحرف لاتينية صغيرة وأرقام وشرطات.
refusal-peer-fingerprint = البصمة ٦٤ رقمًا وحرفًا من a إلى f.
refusal-bundle-too-large = الملف أكبر من ٦٤ ميبيبايت. لم يُكتب شيء.
refusal-bundle-no-archive = ليس هذا حزمة من كوميتي: { $why }. لم يُكتب شيء.
refusal-bundle-does-not-hold =
    { $count ->
        [zero] لا شيء فيه لا يصح: { $first }. لم يُكتب شيء.
        [one] أمر واحد فيه لا يصح: { $first }. لم يُكتب شيء.
        [two] أمران فيه لا يصحان، أولهما: { $first }. لم يُكتب شيء.
        [few] { $count } أمور فيه لا تصح، أولها: { $first }. لم يُكتب شيء.
        [many] { $count } أمرًا فيه لا تصح، أولها: { $first }. لم يُكتب شيء.
       *[other] { $count } أمر فيه لا تصح، أولها: { $first }. لم يُكتب شيء.
    }
refusal-bundle-no-text = هذا أرشيف، لكنه لا يتحدث عن أي إحالة. لم يُكتب شيء.
refusal-bundle-future = يقول إنه أُعدّ في { $made }، وهو وقت لم يأتِ بعد. لم يُكتب شيء.
refusal-bundle-sender = يقول إنه من { $address }، لكن المفتاح مفتاح { $peer }. لم يُكتب شيء.
refusal-bundle-addressee = ليس لهذا الموقع بل لـ { $to }. لم يُكتب شيء.
refusal-bundle-key = وقّعه مفتاح غير معروف هنا: { $key }. يستطيع مدير النظام إدخال موقعه. لم يُكتب شيء.
refusal-bundle-peer = أتى من { $peer }، وهو غير مؤكَّد هنا. لم يُكتب شيء.
refusal-bundle-no-forum = هو لـ { $forum }، ولا يوجد هنا منتدى كهذا. لم يُكتب شيء.
refusal-bundle-no-referral = يتحدث عن الإحالة { $referral }، ولم تُرسل من هنا إلى هناك. لم يُكتب شيء.
refusal-bundle-withdrawn = سحب المرسل الإحالة في هذه الأثناء، فلا يمكن أن يُقال لها شيء. لم يُكتب شيء.
refusal-bundle-contradicts = يقول غير ما أتى من قبل عن الإحالة نفسها. لم يُكتب شيء.
refusal-bundle-nothing = لم يُقل هنا شيء عن هذه الإحالة بعد، فلا شيء يُرسل.
