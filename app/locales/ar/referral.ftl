# الإحالات: لماذا لا تُرسل إحالة أو لا تمضي.

refusal-may-refer = لا يحيل نصوص هذا المنتدى إلى هيئة أخرى إلا أمانته.
refusal-may-receive-referral = لا يتسلّم الإحالة إلا أمانة المنتدى الذي أُحيل إليه النص.
refusal-may-answer-referral = لا يجيب عن الإحالة إلا أمانة المنتدى الذي أُحيل إليه النص.
refusal-may-correct-pairing = لا يقول ما صار إليه بند إلا أمانة المنتدى ومحرروه.
refusal-may-record-adoption = يسجّل من يتكلم باسم جهة ما تستعمله تلك الجهة. أما غيرها فتسجّله أمانة المنتدى.
refusal-may-dispute-adoption = سجّل الدخول لتعترض على ما هو مسجّل هنا.

refusal-referral-not-prepared = أُرسلت هذه الإحالة من قبل.
refusal-referral-not-sent = هذه الإحالة لا تنتظر التسلّم: فقد تُسلّمت من قبل أو انتهت.
refusal-referral-not-received = تسلّم الإحالة أولًا. وإن كانت قد انتهت فلا يمكن أن يقال فيها شيء بعد.
refusal-referral-not-open = انتهت هذه الإحالة، أو لم تُرسل قط.
refusal-referral-unpublished = انشر نسخة أولًا. لا يُحال نص قيد الإعداد.
refusal-referral-not-adopted = لا يحيل هذا المنتدى إلا النصوص التي اعتمدها، وهذه النسخة لم تُعتمد.
refusal-referral-embargoed = هذا النص محظور حتى { $until }. ويمكن أن يُحال بعد ذلك.
refusal-referral-members = لا يرى هذا النص إلا الأعضاء. افتحه للجميع قبل إحالته.
refusal-referral-text-withdrawn = سُحبت هذه المسودة، فلا تُحال بعد.
refusal-referral-same-forum = هذا النص عند { $forum } أصلًا. اختر هيئة أخرى.
refusal-referral-loop = كان هذا النص عند { $forum } من قبل، برقم { $reference }. أجب عن إحالتهم بدل أن تعيده إليهم.
refusal-referral-twice = هذه النسخة عند تلك الهيئة أصلًا: انظر الإحالة { $number }.
refusal-referral-due-past = لقد مضى { $due }. اختر يومًا بعده.
refusal-referral-due-too-soon = لا تستطيع تلك الهيئة بحسب قاعدتها أن تجيب قبل { $soonest }. اختر ذلك اليوم أو يومًا بعده.
refusal-referral-useless = يحلّ موعد الإجابة قبل أن تنفع، وهي لا تنفع إلا من { $earliest }. اختر موعدًا لاحقًا.
refusal-referral-same-due = الموعد هو ذلك الوقت نفسه أصلًا.
refusal-referral-not-overdue = لم يتأخر الجواب بعد. يمكنك أن تسحب الإحالة.
refusal-referral-clauses-missing =
    { $clauses ->
        [one] قل ما صار إليه بند واحد بعد، أو أجب عن جزء.
        [two] قل ما صار إليه بندان بعد، أو أجب عن جزء.
        [few] قل ما صارت إليه { $clauses } بنود بعد، أو أجب عن جزء.
        [many] قل ما صار إليه { $clauses } بندًا بعد، أو أجب عن جزء.
       *[other] قل ما صار إليه { $clauses } بند بعد، أو أجب عن جزء.
    }
refusal-referral-no-reason = اذكر سببًا للبند رقم { $clause } من البنود، فقد غُيّر أو أُسقط.
refusal-referral-not-word-for-word = لم تبق كل البنود بلفظها. أجب بأنكم عدّلتم النص.
refusal-adoption-country = لا يوجد بلد بهذا الرمز. اذكر حرفيه بحسب ISO 3166 مثل PT، أو رمز جزء منه مثل PT-11.
refusal-adoption-link = يبدأ الرابط بـ https:// ولا تكون فيه مسافات.
refusal-adoption-still-to-come = هذا اليوم لم يأت بعد. سجّل الصك على أنه مقترح.
refusal-adoption-no-clause = اختر بندًا واحدًا على الأقل أخذ به الصك.
refusal-adoption-twice = يؤخذ البند إما بنصه وإما معدلًا: اختر واحدًا لكل بند.
refusal-adoption-evidence = اذكر الدليل: أين يُرى أن النص مستعمل هناك.
refusal-referral-clause = ليس هذا البند في النص.
refusal-referral-days = اذكر عددًا من الأيام بين 0 و3650.

# كلمات صفحات الإحالات.

referral-sentence = { $from } تطلب من { $to } أن تنظر في { $clauses } من { $text } { $purpose }، { $act }.
referral-all-clauses = كل البنود
referral-some-clauses =
    { $count ->
        [one] بند واحد
        [two] بندين
        [few] { $count } بنود
        [many] { $count } بندًا
       *[other] { $count } بند
    }
referral-by-when = موعد الجواب
referral-purpose-information = للعلم
referral-purpose-comment = للتعليق
referral-purpose-review = للمراجعة
referral-purpose-action = للعمل بها
referral-purpose-response = ردًا على إحالة
referral-sought-note = وأن تأخذ علمًا بها
referral-sought-welcome = وأن ترحّب بها
referral-sought-endorse = وأن تؤيدها
referral-sought-adopt = وأن تعتمدها
referral-sought-adapt = وأن تعتمدها معدّلة
referral-act-noted = أخذت علمًا
referral-act-welcomed = رحّبت
referral-act-endorsed = أيّدت
referral-act-adopted = اعتمدت
referral-act-adapted = اعتمدت مع تعديلات
referral-act-not-taken-up = لم تأخذ به
referral-keeper-sender = المرسل
referral-keeper-receiver = المتلقي
referral-keeper-both = كلاهما، كلٌّ نصَّه
referral-state-overdue = تأخر الجواب
referral-state-prepared = مُعدّة ولم تُرسل
referral-state-sent = أُرسلت ولم تُتسلّم بعد
referral-state-received = تُسلّمت
referral-state-assigned = عند { $to }
referral-state-interim = قيد المراجعة
referral-state-answered = أُجيب عنها: { $act }
referral-state-declined = لم تُقبل
referral-state-redirected = حُوّلت إلى { $to }
referral-state-withdrawn = سُحبت
referral-state-expired = لم يأت جواب في الموعد
referral-prepare-heading = أحِل هذا النص إلى هيئة أخرى
referral-prepare-lede = خمسة أمور تقولها أنت، وما سواها يؤخذ من السجل.
referral-who-heading = من يرسلها
referral-who = أمانة هذا المنتدى. ولا يراها أحد غيرها قبل إرسالها.
referral-to-whom = إلى من
referral-body = الهيئة
referral-by-file = هيئة لا تستعمل Comity، بملف
referral-body-name = اسم تلك الهيئة
referral-body-name-hint = لهيئة تتلقى ملفًا فقط.
referral-what-asked = ما المطلوب
referral-purpose = الغرض
referral-we-ask = نطلب منهم
referral-questions = الأسئلة
referral-questions-hint = سؤال في كل سطر، ولكل سؤال جوابه.
referral-by-when-heading = متى
referral-due = موعد الجواب
referral-due-hint = بتوقيت منتداك. اتركه فارغًا إن لم ينتظر أحد جوابًا.
referral-earliest = ينفع الجواب ابتداء من
referral-earliest-hint = لا يُعمل به قبل ذلك اليوم. يمكن أن يبقى فارغًا.
referral-note-heading = المذكرة المرافقة
referral-note = المذكرة
referral-note-hint = تكون فوق النص ويقرؤها الجميع.
referral-terms = الشروط
referral-keeper = من يتولى النص بعد ذلك
referral-licence = الترخيص
referral-licence-usual = حر الاستعمال والتغيير مع ذكر المصدر
referral-comes-back = هل يجب أن تعود التغييرات؟
referral-comes-back-yes = نعم، مع الأسباب
referral-comes-back-no = يجوز أن تعود
referral-contact = جهة الاتصال
referral-preview = معاينة
referral-cancel = إلغاء
referral-clauses = بعض البنود فقط
referral-clauses-meant = البنود المقصودة؛ وإن لم تختر شيئًا فكلها
referral-heading = الإحالة { $number } إلى { $to }
referral-no-text-yet = لا نص بعد
referral-crosswalk = المقابلة
referral-ends = النص عند الطرفين
referral-end-ours = { $forum }: { $text }
referral-end-theirs = { $forum }: { $text }
referral-agreed = اعتُمد
referral-reservations = التحفظات
referral-seats = المقاعد
referral-seats-said = المؤيدون { $favour } من { $seats }، والمعترضون { $against }
referral-threads = التعليقات
referral-threads-said = عددها { $threads }، وأُجيب عن { $answered }
referral-path = الطريق حتى الآن
referral-digest = بصمة النص
referral-behind = ما وراءها
referral-text-sent = النص كما أُرسل
referral-read-whole = اقرأه كاملًا
referral-steps = ما جرى
referral-do = ما العمل
referral-send-heading = أرسلها
referral-ready = لا ينقص شيء. ومن بعد الإرسال يقرؤها الجميع.
referral-send = إرسال
referral-expire = لا تنتظر بعد
referral-withdraw = اسحب الإحالة
referral-why = السبب
referral-do-heading = ماذا نفعل بها؟
referral-receive = نتسلّمها: تصير مسودة من مسوداتنا
referral-counter = نحدد يومًا آخر
referral-redirect = ندلّ على هيئة أخرى
referral-decline = لا نقبلها
referral-other-day = نستطيع أن نجيب في
referral-other-day-hint = بتوقيت { $zone }. اتركه فارغًا ليبقى الموعد المطلوب.
referral-who-works = من يعمل عليها
referral-optional = يمكن أن يبقى فارغًا.
referral-which-body = أي هيئة
referral-only-redirect = للدلالة على هيئة أخرى فقط.
referral-said = إلى المرسل
referral-said-hint = يقرؤه المرسل والجميع.
referral-do-it = حفظ
referral-interim = نقول إلى أين وصلنا
referral-assign = نسندها إلى أحد
referral-going = قل إلى أين وصلتم أو حدد يومًا آخر
referral-fate-open = لم يُقل شيء بعد
referral-fate = ما صار إليه
referral-reason = السبب
referral-standing = ما هذا الجواب
referral-standing-agreed = موقف متفق عليه
referral-standing-collected = تعليقات مجموعة
referral-answer-whole = هذا هو الجواب كله
referral-answer-part = يتبعه غيره
referral-answer-scope = كم منه
referral-answer = أجب
referral-act = ما فعلناه به
referral-identifier = كيف نستشهد بنصنا
referral-answered-counts = بلفظها { $verbatim }، معدّلة { $adapted }، مُسقطة { $dropped }، مضافة { $added }
refusal-referral-newer-version = نُشرت نسخة أحدث في هذه الأثناء. انظر في المقترح مرة أخرى.

# المقابلة.

crosswalk-heading = المقابلة: { $ours } و{ $theirs }
crosswalk-sum = البنود { $clauses }: { $list }.
crosswalk-n-verbatim = بلفظها { $count }
crosswalk-n-moved = بلفظها في موضع آخر { $count }
crosswalk-n-adapted = معدّلة { $count }
crosswalk-n-split = مقسومة { $count }
crosswalk-n-merged = مدموجة { $count }
crosswalk-n-translated = مترجمة { $count }
crosswalk-n-dropped = مُسقطة { $count }
crosswalk-n-new = جديدة { $count }
crosswalk-words = الكلمات الذاهبة: { $gone }؛ والجديدة: { $come }. وبين النصين { $drift } في المئة.
crosswalk-equal = كلمات النصين واحدة.
crosswalk-translation = أحدهما ترجمة الآخر، فتُقابل البنود بمواضعها ولا تُقارن كلمة بكلمة.
crosswalk-clauses = بندًا بندًا
crosswalk-sure = ما مدى اليقين
crosswalk-by-hand = مقابلات صُححت باليد: { $count }، وآخرها من { $name } في { $day }. أما غيرها فوجده البرنامج.
crosswalk-by-program = وجد البرنامج كل المقابلات، ولم يصحح أحد شيئًا منها.
crosswalk-show-all = الكل
crosswalk-show-changed = المغيّرة
crosswalk-csv = حفظ بصيغة CSV
crosswalk-json = JSON
crosswalk-side = { $reference }، النسخة { $version }
crosswalk-side-words = { $forum }
crosswalk-glance = الكل في لمحة
crosswalk-bar = طول الشريط بقدر البند
crosswalk-verbatim = بلفظه
crosswalk-adapted = معدّل
crosswalk-moved = بلفظه في موضع آخر
crosswalk-split = مقسوم
crosswalk-merged = مدموج
crosswalk-dropped = مُسقط
crosswalk-new = جديد
crosswalk-translated = مترجم
crosswalk-correct = صحّح هذه المقابلة
crosswalk-correct-title = ماذا صار إليه «{ $clause }»؟
crosswalk-became = صار
crosswalk-became-hint = لا تؤشر على شيء إن أُسقط.
crosswalk-reason = السبب
crosswalk-save = حفظ
crosswalk-none = لا بند على هذا النحو.
crosswalk-their-reason = سببهم.
crosswalk-weight = الكلمات الذاهبة: { $gone }؛ والجديدة: { $come }
crosswalk-and-moved = في موضع آخر
crosswalk-hand = قوبل باليد

# إلى أين ذهبت النصوص.

draft-tab-went = إلى أين ذهب
draft-came-from = مأخوذ من
uptake-heading = إلى أين ذهب هذا النص
uptake-nothing = لم يُرسل هذا النص إلى أحد، ولا يُعرف أن أحدًا يستعمله.
uptake-asked =
    { $asked ->
        [0] لم تُسأل هيئة.
        [one] سُئلت هيئة واحدة؛ والمجيبات: { $answered }.
        [two] سُئلت هيئتان؛ والمجيبات: { $answered }.
        [few] سُئلت { $asked } هيئات؛ والمجيبات: { $answered }.
        [many] سُئلت { $asked } هيئة؛ والمجيبات: { $answered }.
       *[other] سُئلت { $asked } هيئة؛ والمجيبات: { $answered }.
    }
uptake-used =
    { $used ->
        [0] لا يُعرف صك يستعمل النص.
        [one] صك واحد يستعمل النص؛ والمعترض عليها: { $disputed }.
        [two] صكان يستعملان النص؛ والمعترض عليها: { $disputed }.
        [few] { $used } صكوك تستعمل النص؛ والمعترض عليها: { $disputed }.
        [many] { $used } صكًا يستعمل النص؛ والمعترض عليها: { $disputed }.
       *[other] { $used } صك يستعمل النص؛ والمعترض عليها: { $disputed }.
    }
uptake-came = جاء هذا النص من { $forum } حيث هو { $text }، بالإحالة { $referral }.
uptake-not-overdue = لم يتأخر جواب.
uptake-overdue = كان على { $name } أن تجيب قبل { $day }.
uptake-overdue-heading = المتأخر
uptake-refer = أحِل هذا النص
uptake-their-text = نصهم
uptake-state = الحال
uptake-clauses = البنود
uptake-due = الموعد
uptake-no-word = لا كلمة بعد
uptake-table = الشيء نفسه في جدول
uptake-who = من
uptake-somebody = شخص بصفته الشخصية
uptake-taken = بلفظها { $verbatim }، معدّلة { $adapted }
uptake-said = ما سُئل كلٌّ عنه وما قاله
uptake-disputed = { $status }، معترض عليه
uptake-proposed = مقترح
uptake-in-force = نافذ
uptake-repealed = ملغى
uptake-travelled = أي البنود وصل أبعد
uptake-travelled-how = مرتبة بنصيب الصكوك المستعملة للنص التي أخذت بالبند.
uptake-clause = البند
uptake-taken-head = أُخذ به
uptake-not-taken = لم يؤخذ به
uptake-of = { $taken } من { $all }
uptake-waiting = لا جواب بعد
uptake-drawn-ours = البنود: { $clauses }
uptake-drawing = من هذا النص إلى من سُئل ومن يستعمله، بندًا بندًا
uptake-strand = كل خط بند واحد:
uptake-by-secretariat = الأمانة، مع الدليل
uptake-record = سجّل أن هذا النص مستعمل في موضع آخر
uptake-speaks = من يقول ذلك
uptake-instrument = الصك
uptake-country = البلد
uptake-country-hint = حرفان بحسب ISO 3166 مثل PT.
uptake-dated = التاريخ
uptake-link = الرابط
uptake-evidence = الدليل
uptake-evidence-hint = لازم حين تسجّله الأمانة.
uptake-save = حفظ
uptake-dispute = اعترض على هذا
uptake-dispute-why = ما الخطأ وأين يُرى ذلك
observatory-heading = إلى أين ذهبت النصوص
observatory-tally = النصوص المستعملة: { $texts }. الصكوك: { $used } في { $countries } من البلدان. المعترض عليها: { $disputed }.
observatory-any = أي حال
observatory-none = لم يُسجّل شيء على هذا النحو.
observatory-as-of = في
observatory-save = حفظ بصيغة
observatory-choose = اختر
observatory-words = كلمات من بند
observatory-show = اعرض
observatory-text = النص
observatory-instruments = الصكوك

uptake-by-file = أُرسل ملفًا
uptake-strands = كل خط بنود لا تزيد على { $clauses }:
uptake-newer = ما تعرضه النسخة { $version }
uptake-take = أدخلوا تغييرًا في نسختنا التالية
uptake-change = قولوا ما صار إليه
uptake-since = منذ
refusal-adoption-same = هذا هو المسجّل بالفعل.
referral-needs = ما تحتاج إليه إحالة هذا النص
referral-need-published = نسخة منشورة
referral-need-open = نص يقرؤه الجميع
referral-need-agreed = نص اعتمده هذا المنتدى
referral-need-any = لا شيء غير ذلك: يحيل هذا المنتدى أيضًا نصوصًا لم يعتمدها
referral-needs-then = ثم تقول الأمانة إلى من يُحال، وما المطلوب، وإلى متى.

# Changes of one text, offered to another.

changes-heading = ما تعرضه { $forum }
changes-lede-down = صيغ { $ours } من { $theirs } الذي بلغ منذ ذلك النسخة { $version }.
changes-lede-up = صيغ { $theirs } من { $ours }، وفي نسخته { $version } كلمات أخرى.
changes-tally = ما لم يُبتّ فيه: { $open }. المأخوذ: { $taken }. المتروك: { $left }.
changes-open = تغييرات يُبتّ فيها
changes-how = كيف يجري ذلك
changes-how-said = يُدمج كل تغيير بكلماتنا. وما يؤخذ يدخل نص النسخة التالية، ومن يقرؤها يرى من أين جاء.
changes-comments = تبقى التعليقات حيث كُتبت: في { $ours } وفي { $theirs }.
changes-none = لا شيء معروض. يقول نصنا ما يقوله نصهم، أو بُتّ في كل شيء.
changes-translation = النصان بلغتين مختلفتين، فلا تُعرض كلمات. قارنوهما بندًا بندًا.
changes-clean = يوافق كلماتنا
changes-added = جديد هناك
changes-removed = حُذف هناك
changes-conflict = غيّرنا معًا هذه الكلمات
changes-gone = حذفناه نحن
changes-decide = البتّ في هذا
changes-they = ما غيّرته { $forum }
changes-before = من قبل
changes-theirs = لهم
changes-ours = لنا
changes-nothing = لا شيء
changes-wording = يصير نصنا
changes-wording-hint = عدّلوه كما تشاؤون قبل أخذه.
changes-wording-removes = إن تُرك فارغًا حُذف البند.
changes-why = السبب
changes-why-hint = لازم عند ترك تغيير، ويقرؤه الجميع.
changes-take = خذوه
changes-leave = اتركوه
changes-decided = ما بُتّ فيه
changes-taken = أُخذ، للنسخة { $version }
changes-left = تُرك، قبل النسخة { $version }
refusal-change-reason = اذكروا سبب ترك هذا التغيير.
refusal-change-gone = لم يعد هذا التغيير معروضًا: بُتّ فيه، أو تغيّر أحد النصين.
crosswalk-changes = ما تغيّر فقط
diff-between = { $ours } النسخة { $from } و{ $theirs } النسخة { $to }
observatory-theme = كلمات من العنوان
