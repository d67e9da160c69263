# The first page.
home-title = مفتوح للتعليق
home-heading = مسودات مبادئ، مفتوحة للرد سطرًا سطرًا
home-lede = تنشر الحكومات ما تنوي الاتفاق عليه. ولكل أحد أن يقول ما الخطأ فيه وأين. كل تعليق يُجاب عنه، وكل تغيير يمكن تتبعه إلى الكلمات التي طلبته.
home-open = مفتوح للتعليق
home-open-count = { $drafts ->
    [one] مسودة واحدة.
    [two] مسودتان، الأقرب إغلاقًا أولًا.
    [few] { $drafts } مسودات، الأقرب إغلاقًا أولًا.
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
   *[other] { $comments } تعليقًا
}
home-since = { $words } منذ { $version }.
home-words = { $words ->
    [0] لم تتغيّر كلمة
    [one] تغيّرت كلمة واحدة
    [two] تغيّرت كلمتان
    [few] تغيّرت { $words } كلمات
   *[other] تغيّرت { $words } كلمة
}
home-adopted = اعتُمد حديثًا
home-positions = { $positions ->
    [0] معتمد.
    [one] موقف واحد مؤيد لهذه الكلمات بعينها.
    [two] موقفان مؤيدان لهذه الكلمات بعينها.
    [few] { $positions } مواقف مؤيدة لهذه الكلمات بعينها.
   *[other] { $positions } موقفًا مؤيدًا لهذه الكلمات بعينها.
}
home-reservations = { $count ->
    [one] تحفّظ واحد، من { $seats }.
    [two] تحفّظان، من { $seats }.
    [few] { $count } تحفّظات، من { $seats }.
   *[other] { $count } تحفّظًا، من { $seats }.
}
home-answered = { $unanswered ->
    [0] { $comments ->
        [0] { "" }
        [one] تعليق واحد أُجيب عنه.
        [two] تعليقان أُجيب عنهما.
        [few] { $comments } تعليقات أُجيب عنها كلها.
       *[other] { $comments } تعليقًا أُجيب عنها كلها.
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
