# The pages of a draft: its head, its tabs and its text.
draft-page-title = { $reference }، { $what }: { $title }
draft-reference = المرجع
draft-version = النسخة
draft-version-of = النسخة { $version }، { $day }
draft-published = نُشرت في
draft-of = { $part } من { $whole }

draft-tabs = هذه المسودة
draft-tab-text = النص
draft-tab-changes = ما الذي تغيّر
draft-tab-comments = التعليقات
draft-tab-responses = الردود
draft-tab-sign-offs = التوقيعات
draft-tab-history = السجل
draft-tab-export = التصدير

## Where it is in its life

draft-stage-unpublished = قيد الصياغة. لم تُنشر أي نسخة بعد.
draft-stage-drafting = منشور للقراءة. لم يُفتح أي تشاور بعد.
draft-stage-announced = يُفتح باب التعليق في { $when }.
draft-stage-open = مفتوح للتعليق حتى { $when }: { $left }.
draft-stage-disposition = أُغلقت الجولة. والإجابة عن تعليقاتها جارية.
draft-stage-last-call = في ندائه الأخير حتى { $when }: { $left }.
draft-stage-sign-off = في مرحلة التوقيع حتى { $when }: { $left }.
draft-stage-sign-off-over = في مرحلة التوقيع، وقد مضى موعد إغلاقها.
draft-stage-silence = في مهلة الصمت حتى { $when }: { $left }.
draft-stage-adopted = اعتُمدت { $what } في { $day }.
draft-stage-adopted-version = النسخة { $version }
draft-stage-suspended = معلّق منذ { $day }. { $reason }
draft-stage-withdrawn = سُحب في { $day }. { $reason }
draft-stage-superseded = حلّ محلّه { $other } في { $day }.

## What comes next

draft-next = ما الذي يلي
draft-next-unpublished = تُنشر نسخة أولى؛ ثم يُدعى الجميع إلى التعليق عليها.
draft-next-drafting = يُفتح التشاور، ولكل إنسان أن يعلّق على أي سطر.
draft-next-announced = من ذلك الوقت لكل إنسان أن يعلّق على أي سطر. ويُجاب عن كل تعليق مع ذكر السبب.
draft-next-open = يُجاب عن كل تعليق مع ذكر السبب، ثم يأتي النداء الأخير.
draft-next-disposition = يُجاب عن كل تعليق مع ذكر السبب. ثم تأتي جولة أخرى على نسخة جديدة، أو النداء الأخير.
draft-next-last-call = إن لم يعترض أحد انتقل النص إلى التوقيع حين ينتهي النداء.
draft-next-silence = إن لم يكسره أحد كتابةً اعتُمد النص حين تنتهي مهلة الصمت.
draft-next-adopted = هذه كلماته النهائية. ويُضاف إلى السجل ما يصنعه الآخرون بها.
draft-next-suspended = ساعته متوقفة. يمضي من حيث توقف حين تستأنفه الأمانة.
draft-next-over = لا شيء بعد. يبقى النص وسجله كما هما.
draft-next-none-waiting = أُجيب عنها كلها.
draft-next-waiting = { $comments } لم يُجب عنها بعد.
draft-next-waiting-count = { $all ->
    [few] { $waiting } من { $all } تعليقات
   *[other] { $waiting } من { $all } تعليقًا
}
