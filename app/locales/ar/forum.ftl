# Forums: their public face, and what the secretariat changes.
forum-all = المنتديات
forum-all-lede = الجهات التي تستضيف المسودات: من يجلس فيها، وفيمَ تعمل، ومتى تُغلق.
forum-none = لا منتدى بعد.
forum-found = أسّس منتدى
forum-groups = فرق العمل
forum-groups-count = { $count ->
    [one] فريق عمل واحد
    [two] فريقا عمل
    [few] { $count } فرق عمل
    [many] { $count } فريق عمل
   *[other] { $count } فريق عمل
}
forum-kind-minilateral = شبكة حكومات
forum-kind-multilateral = هيئة متعددة الأطراف
forum-kind-working-group = فريق عمل
forum-prefix = المراجع
forum-zone = المواعيد بتوقيت
forum-rule = قاعدة هذا المنتدى
forum-new-draft = ابدأ مسودة
forum-manage = غيّر هذا المنتدى

## Its drafts

forum-drafts = المسودات
forum-no-drafts = ليس لهذا المنتدى مسودة بعد.
forum-older-drafts = { $drafts ->
    [one] مسودة أخرى أقدم من هذه.
    [two] مسودتان أخريان أقدم من هذه.
    [few] { $drafts } مسودات أخرى أقدم من هذه.
    [many] { $drafts } مسودة أخرى أقدم من هذه.
   *[other] { $drafts } مسودة أخرى أقدم من هذه.
}
forum-unpublished = لم يُنشر بعد
forum-version = النسخة { $version }
forum-on-day = في { $day }
forum-calendar = المواعيد
forum-opens = يُفتح باب التعليق على { $draft }.
forum-round-ends = يُغلق باب التعليق على { $draft }.
forum-call-ends = ينتهي النداء الأخير على { $draft }.
forum-sign-off-ends = يُغلق التوقيع على { $draft }.
forum-silence-ends = تنتهي مهلة الصمت على { $draft }.

## Who sits in it

forum-charter = الميثاق
forum-late-allowed = تُقبل التعليقات بعد إغلاق الجولة، وتُعلَّم متأخرة.
forum-late-refused = تُقبل التعليقات والجولة مفتوحة، ولا تُقبل بعدها.
forum-seats = المقاعد
forum-seats-count = { $seats ->
    [one] مقعد واحد
    [two] مقعدان
    [few] { $seats } مقاعد
    [many] { $seats } مقعدًا
   *[other] { $seats } مقعد
}
forum-no-seats = ليس لأحد مقعد في هذا المنتدى بعد.
forum-nobody-speaks = لا أحد يتكلم عن هذا المقعد الآن.
forum-column-seat = المقعد
forum-column-class = الفئة
forum-column-speaks = من يتكلم عنه
forum-people = من يديره
forum-no-roles = ليس لأحد دور في هذا المنتدى بعد.

## Changing it

forum-manage-heading = غيّر { $forum }
forum-saved = تمّ.
forum-charter-field = الميثاق
forum-charter-hint = بصيغة Markdown. يُعرض في صفحة المنتدى. واذكر فيه كيف يُتصل بالأمانة.
forum-late-field = التعليقات بعد إغلاق الجولة
forum-late-no = لا تُقبل
forum-late-yes = تُقبل وتُعلَّم متأخرة
forum-charter-save = احفظ الميثاق
forum-rule-heading = القاعدة
forum-rule-parts = المقاعد التي يلزم أن تؤيد
forum-rule-of = من كل هذا العدد من المقاعد
forum-rule-hint = 2 من كل 3 تعني ثلثي المقاعد غير المتنحية.
forum-rule-least = التأييدات على الأقل
forum-rule-most = الاعتراضات على الأكثر
forum-rule-save = احفظ القاعدة
forum-take-seat = استعِد المقعد
forum-take-seat-means = لا تعود مواقفه تُحتسب، وتُحسب الحصة المطلوبة من دونه. ويبقى ما وقّعه في السجل.
forum-seat-for = مقعد لـ
forum-give-seat = أعطِ المقعد
forum-seats-inherited = لفريق العمل هذا مقاعد منتداه حتى تكون له مقاعد.
forum-no-organisation = لم تُسجَّل أي جهة في هذا الموقع بعد، فلا جهة تُعطى مقعدًا. يسجّلها مدير الموقع.
forum-founded = أُسس المنتدى. تأتي بعد ذلك مقاعده وأدواره، وهي أدناه. ومن كان في أمانته أو من محرريه يستطيع أن يبدأ مسودة.
forum-begin-needs-role = لا يبدأ المسودات إلا أمانة هذا المنتدى ومحرروه.
forum-begin-give-role = أعطِ الدور
forum-roles = الأدوار
forum-role-email = عنوان البريد الإلكتروني لحساب الشخص
forum-role-which = الدور
forum-give-role = أعطِ الدور
forum-take-role = استعِد الدور
forum-take-role-means = لا يعود بإمكان هذا الشخص العمل بهذا الدور هنا. ويبقى ما فعله في السجل.

## How people come to speak in it

forum-joining = من يمكنه التعليق
forum-joining-field = يعلّق الناس هنا
forum-joining-open = بعد تأكيد عنوان بريدهم الإلكتروني
forum-joining-confirmed = بعد أن تسمح لهم الأمانة
forum-joining-invited = عندما تدعوهم الأمانة
forum-joining-save = احفظ
forum-asking = أشخاص ينتظرون السماح لهم
forum-asking-why = يُنشر ما كتبوه بأسمائهم عندما تسمح لهم، ويمكنهم التعليق من ذلك الحين. ولا يرون أكثر مما يراه غيرهم.
forum-let-in = اسمح وانشر

## Inviting people

invite-link = ادعُ أشخاصًا
invite-heading = دعوة أشخاص إلى { $forum }
invite-lede = يتلقى كل شخص رسالة فيها رابط خاص به، يعمل مرة واحدة ويصلح ثلاثين يومًا.
invite-one = شخص واحد
invite-name = الاسم
invite-email = عنوان البريد الإلكتروني
invite-role = الدور
invite-seat = يتحدث باسم
invite-seat-hint = للمندوبين فقط.
invite-nobody = لا أحد
invite-send = ادعُ
invite-several = عدة أشخاص
invite-list = قائمة
invite-list-hint = شخص في كل سطر: الاسم، العنوان، الجهة، الدور، المستوى. الاسم والعنوان وحدهما لازمان. يمكن لصقها من جدول. الأدوار: participant وdelegate وobserver وeditor وsecretariat، والمستويات: minister وlead وpractitioner.
invite-file = أو ملف CSV
invite-check = افحص القائمة
invite-checked = القائمة كما قُرئت
invite-line = السطر { $line }
invite-fine = يمكن دعوته
invite-mend = { $rows ->
    [zero] لا سطر يحتاج إلى تصحيح.
    [one] سطر واحد يحتاج إلى تصحيح. ولا يُدعى أحد حتى ذلك.
    [two] سطران يحتاجان إلى تصحيح. ولا يُدعى أحد حتى ذلك.
    [few] { $rows } أسطر تحتاج إلى تصحيح. ولا يُدعى أحد حتى ذلك.
    [many] { $rows } سطرًا تحتاج إلى تصحيح. ولا يُدعى أحد حتى ذلك.
   *[other] { $rows } سطر تحتاج إلى تصحيح. ولا يُدعى أحد حتى ذلك.
}
invite-all = { $people ->
    [zero] لا أحد ليُدعى
    [one] ادعُ شخصًا واحدًا
    [two] ادعُ شخصين
    [few] ادعُ { $people } أشخاص
    [many] ادعُ { $people } شخصًا
   *[other] ادعُ { $people } شخص
}
invite-none = لم يُدعَ أحد بعد.
invite-sent = الدعوات
invite-until = حتى
invite-is-sent = أُرسلت
invite-is-accepted = قُبلت
invite-is-expired = انتهت
invite-is-revoked = أُلغيت
invite-again = أرسل ثانية
invite-revoke = ألغِ
invite-revoke-means = لا يعود الرابط في الرسالة يفعل شيئًا. يمكنك دعوة الشخص من جديد.
invitation-heading = أنت مدعو إلى { $forum }
invitation-lede = اضغط الزر للقبول. يعمل الرابط مرة واحدة.
invitation-role = دورك
invitation-seat = تتحدث باسم
invitation-address = للعنوان
invitation-accept = اقبل
invitation-over = لا يمكن قبول هذه الدعوة
invitation-letter-subject = أنت مدعو إلى { $forum }
invitation-letter =
    يدعوك { $host } إلى المشاركة في { $forum } على Comity. دورك هناك: { $role }.

    اختر الرابط أدناه خلال ثلاثين يومًا واضغط الزر هناك. لا توجد كلمة مرور.

    إن لم ترغب فتجاهل هذه الرسالة: لا يُفعل شيء بعنوانك.
invitation-letter-button = اطّلع على الدعوة
forum-came-in = ما ورد إلينا
forum-referring = الإحالات
forum-refers = يحيل هذا المنتدى
forum-refers-adopted = النصوص التي اعتمدها
forum-refers-published = أي نص نشره
forum-answer-days = الأيام اللازمة للجواب
forum-answer-days-hint = لا يُطلب جواب قبلها. 0 إن كان كل يوم ملائمًا.
