# Beginning a draft, and the text of its next version.

working-text-new-title = مسودة جديدة
working-text-new-lede = ألصق النص أو حمّل ملفًا. لا يُنشر شيء بعد: يمكنك تغيير كل كلمة قبل النسخة الأولى.
working-text-title = العنوان
working-text-title-hint = كما سيُستشهد به.
working-text-language = لغة النص
working-text-language-en = English
working-text-language-ar = العربية
working-text-language-zh = 中文
working-text-language-fr = Français
working-text-language-ru = Русский
working-text-language-es = Español
working-text-no-language = اختر لغة من لغات القائمة.
working-text-begin = ابدأ هذه المسودة
working-text-preview = معاينة
working-text-preview-heading = كما سيُقرأ

## The field for the text

working-text-source = النص
working-text-source-hint = بصيغة Markdown أو نص عادي. يبدأ السطر الفارغ فقرة جديدة، ولا أثر لمواضع التفاف الأسطر.
working-text-file = أو ملف بدلًا منه
working-text-file-hint = ملف وورد (.docx)، أو ملف ‎.md أو ‎.txt بترميز UTF-8، لا يتجاوز نصه ٢ ميبيبايت.
working-text-file-refused = لم يُقرأ { $file }. { $why }
working-text-file-kind = تقرأ كوميتي ملفات ‎.docx و‎.md و‎.txt. احفظ النص بإحدى الصيغ أو ألصقه.
working-text-file-office = لا تقرأ كوميتي هذا النوع من الملفات المكتبية. افتحه في ليبر أوفيس أو وورد واحفظه بصيغة .docx ثم اختره.
working-text-size =
    { $clauses ->
        [one] بند واحد
        [two] بندان
        [few] { $clauses } بنود
        [many] { $clauses } بندًا
       *[other] { $clauses } بند
    }، { $lines ->
        [one] سطر واحد.
        [two] سطران.
        [few] { $lines } أسطر.
        [many] { $lines } سطرًا.
       *[other] { $lines } سطر.
    }
working-text-line = السطر

## The text of the next version

working-text-heading = نص النسخة { $version }
working-text-last = حفظه { $who }، { $when }.
working-text-from =
    { $version ->
        [0] لم يبدأه أحد بعد.
       *[other] لم يبدأه أحد بعد. ينطلق من النسخة { $version }.
    }
working-text-saved = حُفظ النص. لا يراه غير المسؤولين قبل نشره.
working-text-applied = الكلمات المقترحة في النقاش رقم { $thread } في النص الآن، ويُذكر صاحبها حين يُنشر.
working-text-save = احفظه واعرضه
working-text-fixed = لا يمكن تغيير النص الآن.
working-text-heading-none = لا نسخة { $version }
working-text-over = { $stage ->
    [withdrawn] سُحبت المسودة، فلا نسخة تالية.
    [superseded] حلّ نص آخر محلّ هذا النص، فلا نسخة تالية.
   *[adopted] اعتُمد النص وصارت ألفاظه نهائية، فلا نسخة تالية.
}
working-text-over-read = اقرأ النص
working-text-not-saved = النص الذي في الحقل ليس النص المحفوظ، فلم يُنشر شيء. احفظه وانظر أثره، ثم انشره.
working-text-proof = كما سيُقرأ
working-text-cut = اختر رقم سطر لضمّه إلى السطر السابق أو لتقسيمه؛ واحفظ النص أولًا.
working-text-cuts = { $count ->
    [zero] لم يُضمّ سطر ولم يُقسّم يدويًا.
    [one] ضُمّ سطر واحد أو قُسّم يدويًا.
    [two] ضُمّ سطران أو قُسّما يدويًا.
    [few] ضُمّت أو قُسّمت { $count } أسطر يدويًا.
    [many] ضُمّ أو قُسّم { $count } سطرًا يدويًا.
   *[other] ضُمّ أو قُسّم { $count } سطر يدويًا.
}
working-text-join = ضمّه إلى السطر السابق
working-text-split = قسّم السطر قبل كلمة:
working-text-split-before = قسّم قبل «{ $words }»
working-text-uncut = لا يمكن ضمّ هذا السطر ولا تقسيمه.
working-text-overtaken-saved = حفظ { $who } هذا النص وأنت تعمل عليه. يظهر ذلك النص تحت «كما سيُقرأ»؛ ونصك في الحقل.
working-text-overtaken-published = نُشرت النسخة { $version } وأنت تعمل على النص. يظهر ذلك النص تحت «كما سيُقرأ»؛ ونصك في الحقل.
working-text-overtaken-mine = إن حفظت الآن حلّ نصك محلّ النص الآخر.
working-text-overtaken-theirs = تابع من النص الآخر بدلًا من ذلك

## Suggestions at hand

working-text-offers =
    { $all ->
        [one] بين يديك اقتراح واحد
        [two] بين يديك اقتراحان
        [few] بين يديك { $all } اقتراحات
        [many] بين يديك { $all } اقتراحًا
       *[other] بين يديك { $all } اقتراح
    }، { $count ->
        [0] وكل منها في النص، أو لم يعد يلائمه.
        [one] واحد منها ليس في النص بعد.
        [two] اثنان منها ليسا في النص بعد.
        [few] { $count } منها ليست في النص بعد.
        [many] { $count } منها ليست في النص بعد.
       *[other] { $count } منها ليست في النص بعد.
    }
working-text-loose =
    { $count ->
        [one] اقتراح واحد لكلمات لم تعد في النص
        [two] اقتراحان لكلمات لم تعد في النص
        [few] { $count } اقتراحات لكلمات لم تعد في النص
        [many] { $count } اقتراحًا لكلمات لم تعد في النص
       *[other] { $count } اقتراح لكلمات لم تعد في النص
    }
working-text-apply = طبّق
working-text-apply-of = طبّق الكلمات المقترحة في النقاش رقم { $number }
working-text-apply-chosen = طبّق ما اخترته
working-text-apply-chosen-hint = معًا وفي مواضعها. وإذا طلب اقتراحان كلماتٍ مختلفة في الموضع نفسه فلا يُطبّق إلا أولهما.
working-text-choose = مع غيره
working-text-choose-of = طبّق الكلمات المقترحة في النقاش رقم { $number } مع غيرها
working-text-none-chosen = اختر اقتراحًا واحدًا على الأقل لتطبيقه.
working-text-against = يطلب { $thread } كلماتٍ أخرى في الموضع نفسه: لا يمكن تطبيق إلا أحدهما.
working-text-beside = يطلب { $thread } كلماتٍ أخرى في الجملة نفسها. ويمكن الجمع بينهما: اقرأهما معًا ثم قرّر.
working-text-both = بالاقتراحين معًا
working-text-apply-both = طبّق الاقتراحين
working-text-apply-both-of = طبّق معًا الكلمات المقترحة في النقاشين { $first } و{ $second }
working-text-together =
    { $count ->
        [one] كلمات اقتراح واحد في النص، ويُذكر صاحبه حين تُنشر هذه النسخة.
        [two] كلمات اقتراحين في النص، ويُذكر صاحباهما حين تُنشر هذه النسخة.
        [few] كلمات { $count } من الاقتراحات في النص، ويُذكر أصحابها حين تُنشر هذه النسخة.
        [many] كلمات { $count } من الاقتراحات في النص، ويُذكر أصحابها حين تُنشر هذه النسخة.
       *[other] كلمات { $count } من الاقتراحات في النص، ويُذكر أصحابها حين تُنشر هذه النسخة.
    } { $left ->
        [0] { "" }
        [one] وتُرك اقتراح واحد، وتحته السبب.
        [two] وتُرك اقتراحان، وتحت كل منهما السبب.
        [few] وتُرك { $left } من الاقتراحات، وتحت كل منها السبب.
        [many] وتُرك { $left } من الاقتراحات، وتحت كل منها السبب.
       *[other] وتُرك { $left } من الاقتراحات، وتحت كل منها السبب.
    }
working-text-taken = طُبّق؛ ويُذكر صاحبه حين تُنشر هذه النسخة.
working-text-thread = التعليق رقم { $number }
working-text-number = رقم{ "\u00A0" }{ $number }

## What publishing it will do

working-text-changes = ما الذي سيتغيّر
working-text-unchanged =
    { $count ->
        [one] قُبل نقاش واحد لكن بنده لم يتغيّر. وهذا يحول دون النداء الأخير:
        [two] قُبل نقاشان لكن بنديهما لم يتغيّرا. وهذا يحول دون النداء الأخير:
        [few] قُبلت { $count } نقاشات لكن بنودها لم تتغيّر. وهذا يحول دون النداء الأخير:
        [many] قُبل { $count } نقاشًا لكن بنودها لم تتغيّر. وهذا يحول دون النداء الأخير:
       *[other] قُبل { $count } نقاش لكن بنودها لم تتغيّر. وهذا يحول دون النداء الأخير:
    }
working-text-stale =
    { $count ->
        [one] موقف واحد لن يُحتسب لهذه النسخة حتى يُتخذ من جديد:
        [two] موقفان لن يُحتسبا لهذه النسخة حتى يُتخذا من جديد:
        [few] { $count } مواقف لن تُحتسب لهذه النسخة حتى تُتخذ من جديد:
        [many] { $count } موقفًا لن تُحتسب لهذه النسخة حتى تُتخذ من جديد:
       *[other] { $count } موقف لن تُحتسب لهذه النسخة حتى تُتخذ من جديد:
    }
working-text-threads = ما مصير التعليقات
working-text-no-threads = لا تعليق على أي سطر بعد.
working-text-fates =
    { $placed ->
        [0] لا نقاش يبقى في مكانه
        [one] يبقى نقاش واحد في مكانه
        [two] يبقى نقاشان في مكانهما
        [few] تبقى { $placed } نقاشات في أماكنها
        [many] يبقى { $placed } نقاشًا في أماكنها
       *[other] يبقى { $placed } نقاش في أماكنها
    }، { $uncertain ->
        [0] ولا نقاش مكانه غير مؤكد
        [one] ونقاش واحد مكانه غير مؤكد
        [two] ونقاشان مكانهما غير مؤكد
        [few] و{ $uncertain } نقاشات مكانها غير مؤكد
        [many] و{ $uncertain } نقاشًا مكانها غير مؤكد
       *[other] و{ $uncertain } نقاش مكانها غير مؤكد
    }، { $detached ->
        [0] ولا نقاش يفقد كلماته.
        [one] ونقاش واحد يفقد كلماته.
        [two] ونقاشان يفقدان كلماتهما.
        [few] و{ $detached } نقاشات تفقد كلماتها.
        [many] و{ $detached } نقاشًا تفقد كلماتها.
       *[other] و{ $detached } نقاش تفقد كلماتها.
    }
working-text-more-threads =
    { $count ->
        [zero] ولا مزيد
        [one] وواحد غيرها، في قائمة كل التعليقات
        [two] واثنان غيرها، في قائمة كل التعليقات
        [few] و{ $count } غيرها، في قائمة كل التعليقات
        [many] و{ $count } غيرها، في قائمة كل التعليقات
       *[other] و{ $count } غيرها، في قائمة كل التعليقات
    }
working-text-placed =
    { $count ->
        [one] النقاش الذي يبقى في مكانه
        [two] النقاشان اللذان يبقيان في مكانهما
        [few] النقاشات الـ{ $count } التي تبقى في أماكنها
        [many] النقاشات الـ{ $count } التي تبقى في أماكنها
       *[other] النقاشات الـ{ $count } التي تبقى في أماكنها
    }
working-text-column-thread = النقاش
working-text-column-quote = الكلمات
working-text-column-fate = مصيره
working-text-column-place = المكان
working-text-standing-placed = يبقى في مكانه
working-text-standing-uncertain = غير مؤكد
working-text-standing-detached = لم تعد كلماته في النص

## Publishing it

working-text-publish-heading = نشر النسخة { $version }
working-text-publish = انشر النسخة { $version }
working-text-publish-why = لا تُغيَّر نسخة منشورة ولا تُزال. وتوضع التعليقات فيها كما هو مبيّن هنا.
working-text-note = ملاحظة
working-text-note-hint = ما الجديد في هذه النسخة، في جملة أو جملتين. يقرؤها الجميع.
working-text-editorial =
    { $count ->
        [one] إعلان تغيير تحريري (أُعيدت صياغة بند واحد)
        [two] إعلان تغييرات تحريرية (أُعيدت صياغة بندين)
        [few] إعلان تغييرات تحريرية (أُعيدت صياغة { $count } بنود)
        [many] إعلان تغييرات تحريرية (أُعيدت صياغة { $count } بندًا)
       *[other] إعلان تغييرات تحريرية (أُعيدت صياغة { $count } بند)
    }
working-text-editorial-why = التغيير التحريري لا يمسّ إلا أدوات التعريف وما يشبهها، أو عدد الكلمة أو زمنها حيث يعرف البرنامج الصيغتين؛ وما لا يعرفه يرفضه. وتُنقل التوقيعات عبر هذا التغيير ويُخبَر أصحابها.
working-text-editorial-legend = البنود التي تتغيّر صياغتها وحدها
working-text-nothing-yet = لم يُحفظ شيء بعد. احفظ النص أولًا، ثم ترى هنا ما سيفعله نشره.
working-text-discard = تخلَّ عن هذا النص
working-text-discard-sure = أتتخلى عن هذا النص؟ يزول ما حُفظ منه لكل من يعمل عليه، ولا يمكن استرجاعه. وتبدأ النسخة التالية من النسخة { $version } من جديد، ولا يضيع أي تعليق.
working-text-discard-button = تخلَّ عن النص
working-text-discarded = جرى التخلي عن النص.
working-text-same = النص مطابق للنسخة { $version }. ليس هناك ما يُنشر.
