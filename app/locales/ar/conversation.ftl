# The threads of a draft: their list, each by itself, and what people do in them.
conversation-threads-title = التعليقات على هذه المسودة
conversation-title = التعليق رقم { $number }
conversation-number = رقم { $number }
conversation-by = { $name }، { $stakeholder } ({ $class })
conversation-by-person = { $name }، بصفة شخصية
conversation-granted-by-forum = تفويض منحته أمانة { $forum }، لـ{ $forum } فقط.
conversation-whole = المسودة كلها
conversation-late = متأخر: كُتب بعد إغلاق الجولة
conversation-replies = { $count ->
    [one] ردّ واحد
    [two] ردّان
    [few] { $count } ردود
    [many] { $count } ردًا
   *[other] { $count } رد
}
conversation-kind-general = عام
conversation-kind-technical = فني
conversation-kind-editorial = تحريري

## How many there are

conversation-count = { $count ->
    [one] هناك تعليق واحد
    [two] هناك تعليقان
    [few] هناك { $count } تعليقات
    [many] هناك { $count } تعليقًا
   *[other] هناك { $count } تعليق
}
conversation-count-waiting = { $count ->
    [0] ولا ينتظر أي منها جوابًا
    [one] وينتظر الجوابَ واحد منها
    [two] وينتظر الجوابَ اثنان منها
    [few] وينتظر الجوابَ { $count } منها
    [many] وينتظر الجوابَ { $count } منها
   *[other] وينتظر الجوابَ { $count } منها
}
conversation-counts = { $all }؛ { $waiting }.
conversation-count-withdrawn = { $count ->
    [one] وسُحب تعليق واحد
    [two] وسُحب تعليقان
    [few] وسُحبت { $count } تعليقات
    [many] وسُحب { $count } تعليقًا
   *[other] وسُحب { $count } تعليق
}
conversation-count-uncertain = { $count ->
    [one] مكان واحد منها غير مؤكد
    [two] مكان اثنين منها غير مؤكد
    [few] مكان { $count } منها غير مؤكد
    [many] مكان { $count } منها غير مؤكد
   *[other] مكان { $count } منها غير مؤكد
}
conversation-count-detached = { $count ->
    [one] واحد منها فقد كلماته
    [two] اثنان منها فقدا كلماتهما
    [few] { $count } منها فقدت كلماتها
    [many] { $count } منها فقدت كلماتها
   *[other] { $count } منها فقدت كلماتها
}
conversation-found-text = { conversation-found }، بترتيب النص.
conversation-found-newest = { conversation-found }، الأحدث أولًا.
conversation-found = { $all ->
    [0] { conversation-found-withdrawn }
   *[other] { $found } من { $all }{ conversation-found-and }
}
conversation-found-and = { $withdrawn ->
    [0] { "" }
   *[other] { " " }ومعها { conversation-found-withdrawn }
}
conversation-found-withdrawn = { $withdrawn ->
    [0] لا تعليق مسحوبًا
    [one] تعليق مسحوب
    [two] تعليقان مسحوبان
    [few] { $withdrawn } تعليقات مسحوبة
    [many] { $withdrawn } تعليقًا مسحوبًا
   *[other] { $withdrawn } تعليق مسحوب
}
conversation-show-all = اعرض الكل
conversation-none = لم يعلّق أحد بعد.
conversation-none-link = اقرأ النص وكن أول من يعلّق
conversation-none-found = لا تعليق كهذا. اطلب أقل، أو اعرض الكل.
conversation-beside = السطر { $line } من النسخة { $version }:

## The filter

conversation-filter = تصفية التعليقات
conversation-filter-button = صفِّ
conversation-filter-state = الجواب
conversation-filter-class = من
conversation-filter-clause = على
conversation-filter-kind = النوع
conversation-filter-placement = المكان
conversation-filter-sort = الترتيب
conversation-words = كلمات في التعليق أو في الجواب
conversation-mine = تعليقاتي وحدها
conversation-state-any = أي جواب
conversation-state-waiting = لم يُجب عنه بعد
conversation-state-answered = أُجيب عنه
conversation-state-not-satisfied = صاحبه غير راضٍ
conversation-state-withdrawn = مسحوب
conversation-class-any = أي أحد
conversation-clause-any = أي جزء
conversation-kind-any = أي نوع
conversation-standing-any = أي مكان
conversation-standing-placed = في مكانه
conversation-standing-uncertain = غير مؤكد
conversation-standing-detached = كلماته لم تعد في النص
conversation-sort-text = كما في النص
conversation-sort-newest = الأحدث أولًا

## Where it stands

conversation-line = السطر { $line }
conversation-lines = الأسطر { $first } إلى { $last }
conversation-was-under = آخر ما رُئي تحت «{ $heading }»
conversation-was-there = لم يعد في النص
conversation-unsure = لسنا متأكدين أن هذا ما زال المكان.
conversation-gone = الكلمات التي كُتب عليها لم تعد في النص.
conversation-places = أين يقف
conversation-made-on = { $lines }، حيث كُتب
conversation-repaired = وضعه هناك { $name }.
conversation-repair-open = قل أين مكانه
conversation-repair = أين مكانه في أحدث نسخة؟
conversation-repair-other = أسطر أخرى، مثل L12 أو L12-L14
conversation-repair-button = هنا مكانه
conversation-repair-none = اختر مكانًا، أو سمِّ الأسطر.

## One thread

conversation-lede = { $place }: { $kind }. { $state }
conversation-kind-general-of = تعليق عام
conversation-kind-technical-of = تعليق فني
conversation-kind-editorial-of = تعليق تحريري
conversation-lede-open = ينتظر جوابًا.
conversation-lede-reopened = أُعيد فتحه، وهو ينتظر جوابًا.
conversation-lede-withdrawn = سحبه صاحبه.
conversation-lede-answered = أُجيب عنه: { $answer }.
conversation-elsewhere = في موضع آخر
conversation-in-text = اعرضه بجانب النص
conversation-all = كل التعليقات على هذه المسودة
conversation-responses = كل تعليق وجوابه
conversation-quoted = الكلمات
conversation-outlook = في النسخة { $version }: { $outlook }
conversation-said = ما قيل
conversation-receipt = الإيصال:{ " " }
conversation-edited = غيّره صاحبه { $when }
conversation-hidden = تعليق محجوب
conversation-erased = تعليق ممحوّ
conversation-hidden-why = حجب المشرفون هذا التعليق: { $reason }
conversation-erased-why = محا المشرفون كلمات هذا التعليق: { $reason }
conversation-withdrawn = مسحوب
conversation-withdrawn-on = سحبه صاحبه في { $day }.
conversation-comment-withdrawn = سحبه صاحبه { $when }.
conversation-proposed-lead = المقترح:{ " " }
conversation-typed = ما كتبته

## Taking part

conversation-reply = ردّ
conversation-reply-label = ماذا تريد أن تضيف؟
conversation-reply-hint = يمكن استعمال Markdown. لك ١٥ دقيقة لتغيّر ما كتبت؛ ثم أضف التصحيح تعليقًا.
conversation-reply-button = ردّ
conversation-no-reply = سُحب هذا النقاش، فلا يُضاف إليه شيء.
conversation-sign-in = سجّل الدخول لتردّ
conversation-speaking = تتكلم باسم
conversation-speaking-personal = نفسي، بصفة شخصية
conversation-speaking-alone = تتكلم باسم نفسك، بصفة شخصية.
conversation-leave = إلغاء
conversation-edit = غيّر
conversation-edit-label = تعليقك
conversation-edit-button = احفظ
conversation-withdraw = اسحب
conversation-withdraw-sure = أتسحب هذا التعليق؟ يبقى نصه في السجل مشطوبًا.
conversation-withdraw-button = اسحب التعليق
conversation-withdraw-thread = اسحب هذا التعليق
conversation-withdraw-thread-sure = أتسحب هذا التعليق؟ لا يطلب بعد ذلك جوابًا. يبقى نصه في السجل مشطوبًا. ولا رجوع في هذا.
conversation-withdraw-thread-button = اسحب التعليق
conversation-hide = احجب
conversation-hide-reason = لماذا يُحجب هذا التعليق؟
conversation-hide-hint = يقف السبب مكان التعليق ليقرأه الجميع. ولا يُحذف شيء.
conversation-hide-button = احجب التعليق
conversation-erase = امحُ كلماته
conversation-erase-sure = أتمحو كلمات هذا التعليق نهائيًا؟ تُزال من قاعدة البيانات مع ما يُثبتها، ولا يستطيع أحد استعادتها. ويبقى في هذه الصفحة وفي السجل أن تعليقًا كان هنا ومن كتبه ومتى، ومعه السبب الذي تذكره. أما النسخ التي عند غيرك والنسخ الاحتياطية فتبقى فيها الكلمات.
conversation-erase-reason = لماذا تُمحى كلماته؟
conversation-erase-hint = يقف السبب مكان التعليق ليقرأه الجميع.
conversation-erase-button = امحُ كلماته

## The answer

conversation-answer = الجواب
conversation-answered-by = { $name }، { $day }
conversation-earlier-answer = الجواب السابق
conversation-reopened-by = أعاد فتحه { $name } في { $day }:
conversation-awaited = ما زالت النسخة { $version } هي الأحدث، فالتغيير ليس في النص بعد.
conversation-unchanged = ليس هذا في النسخة { $version }: الكلمات كما كانت.
conversation-verified = فُحص على النسخة { $version }: { $lines } تقوله كلمةً كلمة، { $count }. { $link }
conversation-changed = في النسخة { $version }، { $lines }: { $count }. { $link }
conversation-changed-unsure = إن كان هذا ما زال المكان، { $lines } في النسخة { $version }: { $count }. { $link }
conversation-taken-out = أُخرجت الكلمات من النص. { $link }
conversation-words-changed = { $count ->
    [one] تغيّرت كلمة واحدة
    [two] تغيّرت كلمتان
    [few] تغيّرت { $count } كلمات
    [many] تغيّرت { $count } كلمة
   *[other] تغيّرت { $count } كلمة
}
conversation-see-change = اعرض التغيير
conversation-acknowledge = هل يرضيك هذا الجواب؟
conversation-acknowledge-yes = نعم، يرضيني
conversation-acknowledge-no = لا، لا يرضيني
conversation-disposition = الجواب
conversation-disposition-none = اختر جوابًا
conversation-duplicate = مكرّر للتعليق رقم
conversation-duplicate-hint = للمكرّر وحده.
conversation-reason = السبب
conversation-reason-hint = يُنشر مع الجواب.
conversation-answer-button = أجب
conversation-reopen = أعد فتحه
conversation-reopen-reason = لماذا يُعاد فتحه؟
conversation-reopen-button = أعد فتحه
conversation-suggestion = الكلمات كما تكتبها أنت
conversation-suggestion-hint = إن تُركت كما هي فلا يُقترح شيء. وإن تُرك الحقل فارغًا فالاقتراح حذف الكلمات.
