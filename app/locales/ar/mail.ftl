# Mails. $when and $until are written already, with their zone.
mail-site = كوميتي، { $forum }
mail-site-alone = كوميتي
mail-place = { $reference }، النسخة { $version }، { $lines }
mail-place-whole = { $reference }، على المسودة كلها
mail-speaks-self = { $who }، بصفة شخصية. { $when }.
mail-speaks-for = { $who }، باسم { $voice }. { $when }.
mail-wording = الصياغة المقترحة: { $words }

mail-receipt-subject = نُشر تعليقك: الإيصال { $receipt }
mail-receipt = نُشر تعليقك
mail-receipt-label = الإيصال
mail-receipt-correct = يمكنك تصحيحه حتى { $until }، على الصفحة نفسها.
mail-receipt-next = تُقبل التعليقات حتى { $until }. ثم يُجاب عن كل تعليق مع بيان السبب. يصلك الجواب عن تعليقك على هذا العنوان، ولك أن تقول هل يرضيك.
mail-receipt-button = انظر تعليقك

mail-answer-subject = أُجيب عن تعليقك { $thread } على { $reference }: { $answer }
mail-answer = أُجيب عن تعليقك: { $answer }
mail-answer-yours = كتبتَ
mail-answer-reason = الجواب
mail-answer-by = { $by }. { $when }.
mail-answer-ask = هل يرضيك الجواب؟ يمكنك قول ذلك حتى { $until }. لا يُسجَّل شيء قبل أن تضغط زرًا على الصفحة التي تفتح.
mail-answer-yes = يرضيني
mail-answer-no = لا يرضيني
mail-answer-button = انظر الجواب

mail-reply-subject = ردّ { $who } على { $reference }
mail-reply = ردّ حيث علّقت
mail-said-subject = علّق { $who } على { $reference }
mail-said = تعليق على ما تتابعه
mail-reply-button = انظر النقاش
mail-signed-subject = { $seat } على { $reference }: { $position }
mail-signed = { $seat }: { $position }
mail-signed-text = هذا موقفه من النسخة { $version } من { $title }.
mail-signed-button = انظر المواقف كلها

mail-version-subject = نُشرت النسخة { $version } من { $reference }
mail-version = النسخة { $version } من { $title }
mail-version-thread = حيث علّقت: رقم{ "\u00A0" }{ $thread }
mail-version-clause = في بند تتابعه
mail-version-same = لم تتغير كلمات حيث علّقت.
mail-version-button = انظر ما تغيّر
mail-version-read = اقرأها
mail-more-lines = { $lines ->
    [one] وتغيّر هناك سطر آخر.
    [two] وتغيّر هناك سطران آخران.
    [few] وتغيّرت هناك { $lines } أسطر أخرى.
    [many] وتغيّر هناك { $lines } سطرًا آخر.
   *[other] وتغيّر هناك { $lines } سطر آخر.
}

mail-stale-subject = { $reference }: تغيّر النص الذي وقّعه { $seat }
mail-stale = تغيّر النص الذي وقّعه { $seat }
mail-stale-text = { $words ->
    [0] لم تتغيّر أي كلمة منذ النسخة { $signed } التي أُعطي الموقف منها، بل تغيّر ما يحيط بالكلمات: تقسيم النص أو عناوينه أو تمهيده أو ترقيمه أو إحالاته.
    [one] تغيّرت كلمة واحدة منذ النسخة { $signed } التي أُعطي الموقف منها.
    [two] تغيّرت كلمتان منذ النسخة { $signed } التي أُعطي الموقف منها.
    [few] تغيّرت { $words } كلمات منذ النسخة { $signed } التي أُعطي الموقف منها.
    [many] تغيّرت { $words } كلمة منذ النسخة { $signed } التي أُعطي الموقف منها.
   *[other] تغيّرت { $words } كلمة منذ النسخة { $signed } التي أُعطي الموقف منها.
} وهو ينتظر النظر فيه من جديد في النسخة { $version }.
mail-stale-button = انظر في الموقف

mail-round-subject = { $stage } في { $reference }، حتى { $until }
mail-round = { $stage }: { $title }
mail-round-consultation = النسخة { $version } مفتوحة للتعليق حتى { $until }.
mail-round-last-call = يستمر النداء الأخير على النسخة { $version } حتى { $until }. وإن لم يعترض أحد انتقل النص إلى التوقيع.
mail-round-sign-off = تُقبل المواقف من النسخة { $version } حتى { $until }.
mail-round-silence = تُعتمد النسخة { $version } في { $until }، ما لم يكسر أحد الصمت.
mail-round-button = افتح المسودة

mail-deadline-subject = ينتهي في { $until }: { $stage } على { $reference }
mail-deadline = ينتهي في { $until }

mail-referral-subject = { $body } بشأن { $reference }: { $step }
mail-referral = { $title }
mail-referral-text = { $body }: { $step }.
mail-referral-button = افتح الإحالة
mail-objected-subject = أنهى اعتراض النداء الأخير على { $reference }
mail-objected = اعتراض على { $title }
mail-objected-text = انتهى النداء الأخير على النسخة { $version } لأن اعتراضًا قائم: { $seats }. ويعود النص إلى مرحلة الإجابة عن التعليقات.

mail-desk-subject = { $count ->
    [one] أمر واحد ينتظرك
    [two] أمران ينتظرانك
    [few] { $count } أمور تنتظرك
    [many] { $count } أمرًا ينتظرك
   *[other] { $count } أمر ينتظرك
}
mail-desk-carried = نُقل موقف { $seat } من { $reference } إلى النسخة { $version } التي لم تتغير فيها إلا الصياغة. يمكنك سحبه حتى { $day }.
mail-desk-button = افتح مكتبك
mail-desk-more = { $count ->
    [one] وأمر آخر ينتظر على مكتبك.
    [two] وأمران آخران ينتظران على مكتبك.
    [few] و{ $count } أمور أخرى تنتظر على مكتبك.
    [many] و{ $count } أمرًا آخر ينتظر على مكتبك.
   *[other] و{ $count } أمر آخر ينتظر على مكتبك.
}

mail-mandate-subject = ينتهي حقك في الحديث باسم { $seat } في { $day }
mail-mandate-other-subject = ينتهي حق { $whose } في الحديث باسم { $seat } في { $day }
mail-mandate = تفويض ينتهي
mail-mandate-text = ينتهي في { $until }. ولمنسّق { $seat } أن يمنح تفويضًا جديدًا.
mail-mandate-forum = ينتهي في { $until }. منحه { $forum } لهذا المنتدى وحده، ولأمانته أن تمنح تفويضًا جديدًا.
mail-mandate-button = انظر من يتحدث باسم { $seat }

mail-daily-subject = { $count ->
    [one] اليوم على كوميتي: أمر واحد
    [two] اليوم على كوميتي: أمران
    [few] اليوم على كوميتي: { $count } أمور
    [many] اليوم على كوميتي: { $count } أمرًا
   *[other] اليوم على كوميتي: { $count } أمر
}
mail-several-subject = { $count ->
    [one] على كوميتي: أمر واحد
    [two] على كوميتي: أمران
    [few] على كوميتي: { $count } أمور
    [many] على كوميتي: { $count } أمرًا
   *[other] على كوميتي: { $count } أمر
}
mail-weekly-subject = { $count ->
    [one] هذا الأسبوع على كوميتي: أمر واحد
    [two] هذا الأسبوع على كوميتي: أمران
    [few] هذا الأسبوع على كوميتي: { $count } أمور
    [many] هذا الأسبوع على كوميتي: { $count } أمرًا
   *[other] هذا الأسبوع على كوميتي: { $count } أمر
}

mail-why-joining = تصلك هذه الرسالة لأن أحدًا كتب إلى Comity بهذا العنوان.
mail-why-invitation = تصلك هذه الرسالة لأن أحدًا دعاك.
mail-why-receipt = تصلك هذه الرسالة لأنك نشرت تعليقًا.
mail-why-answer = تصلك هذه الرسالة لأن تعليقك أُجيب عنه.
mail-why-reply = تصلك هذه الرسالة لأنك تحدثت في هذا النقاش.
mail-why-version = تصلك هذه الرسالة لأنك تتابع هذه المسودة أو بندًا منها، أو علّقت عليها.
mail-why-stale = تصلك هذه الرسالة لأنك تتحدث باسم هذه الجهة.
mail-why-round = تصلك هذه الرسالة لأنك تتابع هذه المسودة، أو علّقت عليها، أو تتحدث باسم مقعد.
mail-why-referral = تصلك هذه الرسالة لأنك تدير المنتدى الذي أُحيل إليه هذا النص أو جاء منه، أو لأنك تتابعه.
mail-why-deadline = تصلك هذه الرسالة لأنك تتابع هذه المسودة، أو علّقت عليها، أو تتحدث باسم مقعد.
mail-why-said = تصلك هذه الرسالة لأنك تتابع هذا البند أو هذه الجهة.
mail-why-desk = تصلك هذه الرسالة لأن لك مهامّ هنا.
mail-why-mandate = تصلك هذه الرسالة لأن التفويض لك، أو لأنك تحدد من يتحدث باسم هذه الجهة.
mail-why-several = تصلك هذه الرسالة لأنك طلبت أن تُخبر مرة في اليوم أو في الأسبوع.
mail-stop = أوقف هذه الرسائل
mail-settings = اختر ما تُخبر به ومتى

mail-stop-title = الرسائل
mail-stop-lede = تصلك يا { $name } هذه الرسائل: { $occasion }. لا يتغير شيء قبل أن تضغط زرًا.
mail-stop-button = أوقف هذه الرسائل
mail-stop-rest = أوقف الرسائل كلها ما عدا الأجوبة عن تعليقاتي
mail-stop-done = لن تصلك هذه الرسائل بعد الآن.
mail-stop-done-rest = لن تصلك رسائل بعد الآن، ما عدا الأجوبة عن تعليقاتك.
mail-stop-again = يمكنك تغيير ذلك متى شئت في إعداداتك.
mail-judge-title = هل يرضيك الجواب؟
mail-judge-lede = أُجيب عن تعليقك { $thread } على { $reference }: { $answer }.
mail-judge-done-satisfied = سُجّل: الجواب يرضيك.
mail-judge-done-not-satisfied = سُجّل: الجواب لا يرضيك.
mail-judge-over = لم يعد بالإمكان الحكم على هذا الجواب: سُحب، أو أُعطي غيره، أو قلت رأيك فيه من قبل.
mail-judge-thread = انظر النقاش

mail-refused = تُرَدّ إلينا الرسائل المرسلة إلى عنوانك. اطلب من الأمانة تصحيحه.
occasion-joining = الانضمام
occasion-invitation = الدعوات
occasion-receipt = إيصالات تعليقاتي
occasion-answer = الأجوبة عن تعليقاتي
occasion-reply = الردود حيث تحدثت
occasion-version = نسخ جديدة مما أتابعه أو علّقت عليه
occasion-stale = تغيّر كلمات وقّعتها
occasion-round = بدء تشاور أو نداء أخير أو توقيع
occasion-referral = إحالة نص إلى منتداي، أو عودة شيء منه
occasion-deadline = انتهاء تشاور أو نداء أخير أو توقيع بعد سبعة أيام، وبعد يوم
occasion-said = ما يقوله من أتابعهم، وما يُقال في بنود أتابعها
occasion-desk = ما ينتظر على مكتبي
occasion-mandate = قرب انتهاء تفويض
often-at-once = فورًا
often-daily = مرة في اليوم
often-weekly = مرة في الأسبوع
often-never = أبدًا
follow-follow = تابِع
follow-stop = أوقف المتابعة
follow-clause = تابِع هذا البند
follow-clause-stop = أوقف متابعة هذا البند
follow-feed = موجز الأخبار
follow-calendar = المواعيد لتقويمك
refusal-follows-many = أنت تتابع { $most } أمر، وهذا أكثر ما يمكن لشخص واحد. توقف عن متابعة أحدها أولًا.
follow-unknown = لا شيء من هذا يمكن متابعته.
settings-mails = البريد
settings-mails-why = اختر ما تُخبر به، ومتى. ما يأتي مرة في اليوم أو في الأسبوع يُجمع في رسالة واحدة، في السابعة صباحًا بتوقيتك.
settings-mails-save = احفظ إعدادات البريد
settings-follows = ما تتابعه
settings-follows-none = لا تتابع شيئًا بعد. تجد زر «تابِع» على صفحات المنتديات والمسودات والجهات، وعلى كل بند تستشهد به.
settings-follow-clause = بند من { $reference }: { $clause }
settings-follow-forum = منتدى: { $name }
settings-follow-draft = مسودة: { $name }
settings-follow-stakeholder = جهة: { $name }
feed-answer = أُجيب عن التعليق { $thread } على { $reference }: { $answer }
feed-deadline = ينتهي في { $reference }: { $stage }
posted-title = نُشر تعليقك
posted-receipt = إيصاله { $receipt }. نرسله إليك بالبريد أيضًا، والجواب حين يُعطى.
posted-see = انظر تعليقك
posted-file = احفظ الإيصال في ملف
mail-waiting = { $count ->
    [one] رسالة واحدة تنتظر الإرسال، فورًا أو مع رسائل يومها أو أسبوعها.
    [two] رسالتان تنتظران الإرسال، فورًا أو مع رسائل يومهما أو أسبوعهما.
    [few] { $count } رسائل تنتظر الإرسال، فورًا أو مع رسائل يومها أو أسبوعها.
    [many] { $count } رسالة تنتظر الإرسال، فورًا أو مع رسائل يومها أو أسبوعها.
   *[other] { $count } رسالة تنتظر الإرسال، فورًا أو مع رسائل يومها أو أسبوعها.
}
mail-state-waiting = ستُعاد المحاولة.
mail-state-refused = لا يوجد عنوان كهذا.
mail-state-given-up = جرت المحاولة خمسة أيام، ولن تُعاد.
