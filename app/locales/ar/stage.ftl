# The stages of a draft and the steps that lead on.

stage-drafting = قيد الصياغة
stage-consultation = تشاور
stage-disposition = الإجابة عن التعليقات
stage-last-call = النداء الأخير
stage-sign-off = التوقيع
stage-silence = مهلة الصمت
stage-adopted = معتمد
stage-suspended = معلّق
stage-withdrawn = مسحوب
stage-superseded = حلّ غيره محلّه

stage-next-publish-version = نشر نسخة.
stage-next-open-round = فتح تشاور.
stage-next-round-opens = يُفتح التشاور في { $at }.
stage-next-round-closes = يُغلق التشاور في { $at }؛ ثم يُجاب عن كل تعليق.
stage-next-last-call = فتح النداء الأخير.
stage-next-last-call-closes = ينتهي النداء الأخير في { $at }؛ وإن لم يعترض أحد انتقل النص إلى التوقيع.
stage-next-adopt = اعتماد النص.
stage-next-open-silence = فتح مهلة صمت لا تقل عن ٧٢ ساعة؛ فإن لم تُكسر اعتُمد النص.
stage-next-take-back = سحب النص من التوقيع، لتلبية ما قيل في نسخة جديدة.
stage-next-silence-ends = تنتهي مهلة الصمت في { $at }؛ فإن لم تُكسر اعتُمد النص.
stage-next-resume = استئناف المسودة.
stage-next-supersede = تسمية النص الذي يحلّ محلّه متى وُجد.
