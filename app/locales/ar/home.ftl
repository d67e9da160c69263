# The first page.
home-title = مفتوح للتعليق
home-heading = مسودات مبادئ، مفتوحة للرد سطرًا سطرًا
home-lede = تنشر الحكومات ما تنوي الاتفاق عليه. ولكل أحد أن يقول ما الخطأ فيه وأين. كل تعليق يُجاب عنه، وكل تغيير يمكن تتبعه إلى الكلمات التي طلبته.
home-open = مفتوح للتعليق
home-open-count = { $drafts ->
    [one] مسودة واحدة.
    [two] مسودتان، الأقرب إغلاقًا أولًا.
    [few] { $drafts } مسودات، الأقرب إغلاقًا أولًا.
    [many] { $drafts } مسودة، الأقرب إغلاقًا أولًا.
   *[other] { $drafts } مسودة، الأقرب إغلاقًا أولًا.
}
home-none-open = لا شيء مفتوح للتعليق الآن.
home-to-forums = انظر فيمَ تعمل المنتديات
home-until = حتى { $when }.
home-last-call = النداء الأخير، حتى { $when }.
home-from = من { $opens } حتى { $closes }.
home-announced = لم يُفتح بعد
home-facts = { $reference }، { $forum }. { $version }؛ { $comments }.
home-version = النسخة { $version }
home-version-small = النسخة { $version }
home-comments = { $comments ->
    [0] لا تعليق بعد
    [one] تعليق واحد
    [two] تعليقان
    [few] { $comments } تعليقات
    [many] { $comments } تعليقًا
   *[other] { $comments } تعليق
}
home-since = { $words } منذ { $version }.
home-words = { $words ->
    [0] لم تتغيّر كلمة
    [one] تغيّرت كلمة واحدة
    [two] تغيّرت كلمتان
    [few] تغيّرت { $words } كلمات
    [many] تغيّرت { $words } كلمة
   *[other] تغيّرت { $words } كلمة
}
home-adopted = اعتُمد حديثًا
home-positions = { $seats ->
    [0] معتمد.
    [one] المقعد الوحيد مؤيد.
    [two] المؤيد من المقعدين { $positions }.
    [few] المقاعد المؤيدة { $positions } من { $seats }.
    [many] المقاعد المؤيدة { $positions } من { $seats }.
   *[other] المقاعد المؤيدة { $positions } من { $seats }.
}
home-reservations = { $count ->
    [one] تحفّظ واحد، من { $seats }.
    [two] تحفّظان، من { $seats }.
    [few] { $count } تحفّظات، من { $seats }.
    [many] { $count } تحفّظًا، من { $seats }.
   *[other] { $count } تحفّظ، من { $seats }.
}
home-answered = { $unanswered ->
    [0] { $comments ->
        [0] { "" }
        [one] تعليق واحد أُجيب عنه.
        [two] تعليقان أُجيب عنهما.
        [few] { $comments } تعليقات أُجيب عنها كلها.
        [many] { $comments } تعليقًا أُجيب عنها كلها.
       *[other] { $comments } تعليق أُجيب عنها كلها.
    }
   *[other] عدد التعليقات { $comments }، لم يُجب عن { $unanswered } منها.
}
home-waiting = ما ينتظرك
home-for = { $name }، باسم { $stakeholder }.
home-person = { $name }.
home-empty = لا شيء هنا بعد
home-empty-admin = أول ما يلزم منتدى: الجهة التي تستضيف المسودات. ثم أصحاب المصلحة ومقاعدهم، ومن يتكلم باسمهم.
home-empty-found = أسّس أول منتدى
home-empty-signed-in = يؤسس مدير هذا الموقع أول منتدى. وتظهر المسودات هنا متى فُتحت للتعليق.
home-empty-stranger = يؤسس مدير النظام أول منتدى. وينشئ من يشغّل هذا الموقع ذلك الحساب من سطر الأوامر:
