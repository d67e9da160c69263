# The steps of a draft through its life, and who may see it.

procedure-title = خطوات هذه المسودة
procedure-who = لا يتخذ الخطوات هنا إلا أمانة هذا المنتدى ومن يشغل مقعدًا من مقاعده.
procedure-next = ما الذي يلي
procedure-needs = ما يقف في الطريق:
procedure-over = لا شيء بعد: انتهت حياة هذه المسودة.
procedure-nothing = ليست لك خطوة تتخذها الآن.
procedure-unanswered =
    { $count ->
        [one] أجب عن التعليق الوحيد الذي لا جواب له بعد
        [two] أجب عن التعليقين اللذين لا جواب لهما بعد
        [few] أجب عن { $count } تعليقات لا جواب لها بعد
        [many] أجب عن { $count } تعليقًا لا جواب لها بعد
       *[other] أجب عن { $count } تعليق لا جواب لها بعد
    }
procedure-positions = المواقف واحدًا واحدًا

## Fields

procedure-in-zone = بتوقيت { $place }.
procedure-no-time = ليس هذا يومًا وساعة. اكتبه هكذا: 2027-03-14T18:00.
procedure-skipped-time = لا وجود لهذه الساعة في { $place }: فالساعات تُقدَّم فوقها تلك الليلة. اختر ساعة أخرى.
procedure-no-such-draft = لا توجد مسودة أخرى بهذا المرجع.
procedure-reason = السبب
procedure-reason-hint = يبقى في السجل.
procedure-opens = يُفتح
procedure-opens-hint = اتركه فارغًا ليُفتح الآن. والوقت اللاحق يعلن الجولة.
procedure-closes = يُغلق
procedure-extend-to = موعد الإغلاق الجديد
procedure-silence-until = تدوم حتى
procedure-supersede-by = مرجع النص الذي يحلّ محلّه
procedure-supersede-by-hint = مثل DN-2027-003.

## Steps

procedure-step =
    { $step ->
        [open-round] افتح تشاورًا
        [extend] مدّد الموعد
        [close] أغلق قبل الموعد
        [open-last-call] افتح النداء الأخير
        [open-sign-off] افتح التوقيع
        [adopt] اعتمد النص
        [open-silence] افتح مهلة صمت
        [break-silence] اكسر الصمت
        [take-back] استرجع النص
        [suspend] علّق المسودة
        [resume] استأنف المسودة
        [supersede] سجّل أن نصًا آخر حلّ محلّه
       *[withdraw] اسحب المسودة
    }
procedure-button = { procedure-step }
procedure-why =
    { $step ->
        [open-round] لكل إنسان أن يعلّق على أي سطر من أحدث نسخة، من وقت الفتح إلى وقت الإغلاق.
        [extend] يُمنح الجميع وقتًا أطول. ويُذكر السبب بجانب الموعد الجديد.
        [close] تنتهي الجولة الآن لا في موعدها. وسيريد من كانوا يكتبون أن يعرفوا السبب.
        [open-last-call] آخر فرصة للاعتراض قبل التوقيع. يُفتح على أحدث نسخة متى كان لكل تعليق جواب.
        [open-sign-off] انتهى النداء الأخير من غير اعتراض. تُسأل المقاعد عن مواقفها حتى وقت الإغلاق.
        [adopt] تحققت قاعدة المنتدى، فتصير أحدث نسخة هي النص النهائي.
        [open-silence] يُعتمد النص في نهايتها ما لم يكسر مقعد الصمت كتابةً. ولا تقل عن ٧٢ ساعة.
        [break-silence] كتابةً، باسم الحكومة التي تتحدث باسمها. يعود النص إلى مرحلة الإجابة عن التعليقات، وتبطل كل موافقة صامتة.
        [take-back] يعود النص إلى مرحلة الإجابة عن التعليقات، لتلبّي نسخة جديدة ما قيل.
        [suspend] تتوقف الساعة حتى تُستأنف المسودة. ولا يضيع شيء.
        [resume] تمضي من حيث توقفت، ويتأخر كل موعد بقدر مدة التعليق.
        [supersede] يحلّ نص آخر محلّه. ويبقى هذا كما هو، ومعه الطريق إلى الآخر.
       *[withdraw] تنتهي حياتها. ويبقى نصها وسجلها لكل قارئ. ولا رجوع في هذا.
    }
procedure-done =
    { $step ->
        [open-round] حُدّد التشاور.
        [extend] مُدّد الموعد.
        [close] أُغلق.
        [open-last-call] فُتح النداء الأخير.
        [open-sign-off] فُتح التوقيع.
        [adopt] اعتُمد النص.
        [open-silence] فُتحت مهلة الصمت.
        [break-silence] كُسر الصمت.
        [take-back] استُرجع النص.
        [suspend] عُلّقت المسودة.
        [resume] استُؤنفت المسودة.
        [supersede] سُجّل أن نصًا آخر حلّ محلّه.
        [withdraw] سُحبت المسودة.
       *[visibility] حُدّد من يرى المسودة.
    }

## Who may see it

procedure-visibility-heading = من يرى المسودة
procedure-visibility = تظهر لـ
procedure-visible-public = الجميع
procedure-visible-members = أعضاء المنتدى
procedure-visible-embargoed = أعضاء المنتدى الآن، والجميع ابتداءً من يوم وساعة تحددهما
procedure-embargo-until = الجميع ابتداءً من
procedure-no-visibility = اختر من يرى المسودة.
procedure-visibility-save = حدّد من يراها
procedure-stays-public = يمكن لأي شخص رؤية هذه المسودة، وتبقى كذلك: ما كان علنيًا يبقى علنيًا.
