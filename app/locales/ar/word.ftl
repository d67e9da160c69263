# A Word file comes back with comments and changes.

word-title = تعليقات من وورد أو من جدول
word-title-found = ملفك قبل نشره
word-lede = علّق وتعقّب التغييرات في وورد أو ليبر أوفيس، ثم أحضر الملف إلى هنا. يصير كل تعليق نقاشًا على كلماته، وكل تغيير اقتراحًا. تراجعها كلها قبل نشر أي شيء.
word-take = خذ النص مع تعليقاته ملف وورد
word-file = الملف
word-file-hint = نص أو جدول في وورد (.docx) أو جدول حسابي (.xlsx) أو CSV، حجمه 8 ميبيبايت على الأكثر. قد يكون لنسخة أقدم أو من مكان آخر.
word-read = اقرأ الملف
word-closed = لا تُقبل تعليقات على هذه المسودة الآن.
word-name = باسم من
word-name-why = تختاره أدناه. ما تنشره منسوب إليك أيًّا كان من كتبه في الملف.
word-found = { $count ->
    [0] لم يوجد جديد.
    [zero] لم يوجد جديد.
    [one] وُجد تعليق أو تغيير واحد.
    [two] وُجد تعليقان أو تغييران.
    [few] وُجد { $count } من التعليقات والتغييرات.
    [many] وُجد { $count } من التعليقات والتغييرات.
   *[other] وُجد { $count } من التعليقات والتغييرات.
}
word-placed = { $count ->
    [zero] ليس لأي منها موضع.
    [one] لواحد موضعه.
    [two] لاثنين موضعهما.
    [few] لـ{ $count } منها موضعها.
    [many] لـ{ $count } منها موضعها.
   *[other] لـ{ $count } منها موضعها.
}
word-unsure = { $count ->
    [zero] لا شك في شيء.
    [one] واحد غير مؤكد.
    [two] اثنان غير مؤكدين.
    [few] { $count } غير مؤكدة.
    [many] { $count } غير مؤكدة.
   *[other] { $count } غير مؤكدة.
}
word-lost = { $count ->
    [zero] نُقل كل شيء.
    [one] شيء واحد تعذّر نقله.
    [two] شيئان تعذّر نقلهما.
    [few] { $count } أشياء تعذّر نقلها.
    [many] { $count } شيئًا تعذّر نقله.
   *[other] { $count } شيء تعذّر نقله.
}
word-nothing-yet = لا يُنشر شيء حتى تقول ذلك.
word-here = { $count ->
    [zero] ليس في المسودة شيء من تعليقات الملف.
    [one] تعليق واحد من الملف موجود في المسودة ويبقى كما هو.
    [two] تعليقان من الملف موجودان في المسودة ويبقيان كما هما.
    [few] { $count } تعليقات من الملف موجودة في المسودة وتبقى كما هي.
    [many] { $count } تعليقًا من الملف موجود في المسودة ويبقى كما هو.
   *[other] { $count } تعليق من الملف موجود في المسودة ويبقى كما هو.
}
word-made-for = صُنع الملف للنسخة { $version }، ووُضعت تعليقاته في النسخة { $now }.
word-none = ليس في الملف تعليق ولا تغيير متعقَّب إلا وهو في المسودة.
word-to-look-at = { $count ->
    [zero] لا شيء للمراجعة
    [one] واحد للمراجعة
    [two] اثنان للمراجعة
    [few] { $count } للمراجعة
    [many] { $count } للمراجعة
   *[other] { $count } للمراجعة
}
word-to-look-at-why = لسنا متأكدين من موضعها. أكّده، أو أعطِ غيره، أو أزل العلامة.
word-with-place = { $count ->
    [zero] لا شيء له موضع
    [one] واحد له موضعه
    [two] اثنان لهما موضعهما
    [few] { $count } لها موضعها
    [many] { $count } لها موضعها
   *[other] { $count } لها موضعها
}
word-with-place-why = بترتيب النص.
word-comment = تعليق
word-change = تغيير متعقَّب
word-whole = المسودة كلها
word-answers = رد في №{ "\u00A0" }{ $thread }
word-answers-item = رد على الرقم { $number } هنا
word-exact = وُجد على هذه الكلمات بالضبط.
word-found-again = وُجد من جديد.
word-still-the-place = أهذا هو الموضع؟
word-nowhere = هذه الكلمات ليست في أحدث نسخة. أعطِ السطور، وإلا كان على المسودة كلها.
word-candidates = ممكن أيضًا: { $places }.
word-by = في وورد بقلم
word-kind = النوع
word-elsewhere = موضع آخر
word-from = من السطر
word-to = إلى
word-size = { $kib } كيبيبايت
word-not-carried = لم يُنقل
word-note = يستطيع كل من يرى المسودة قراءتها فور نشرها. لديك 15 دقيقة لتصحيح كل منها، ولكل منها إيصال.
word-post = انشر ما عليه علامة
word-again = أظهره كما ضُبط
word-cancel = إلغاء
word-change-body = تغيير أُجري في وورد.
word-nothing-ticked = لا علامة على شيء.
word-refused = الرقم { $number }: { $why } نُشر ما قبله ولن يُنشر مرة أخرى.
word-named = اذكر في كل منها من كتبه في الملف
word-carried-from = منقول من وورد، بقلم { $author }:
