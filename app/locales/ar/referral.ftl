# الإحالات: لماذا لا تُرسل إحالة أو لا تمضي.

refusal-may-refer = لا يحيل نصوص هذا المنتدى إلى هيئة أخرى إلا أمانته.
refusal-may-receive-referral = لا يتسلّم الإحالة إلا أمانة المنتدى الذي أُحيل إليه النص.
refusal-may-answer-referral = لا يجيب عن الإحالة إلا أمانة المنتدى الذي أُحيل إليه النص.
refusal-may-correct-pairing = لا يقول ما صار إليه بند إلا أمانة المنتدى ومحرروه.
refusal-may-record-adoption = يسجّل من يتكلم باسم جهة ما تستعمله تلك الجهة. أما غيرها فتسجّله أمانة المنتدى.
refusal-may-dispute-adoption = سجّل الدخول لتعترض على ما هو مسجّل هنا.

refusal-referral-not-prepared = أُرسلت هذه الإحالة من قبل.
refusal-referral-not-sent = هذه الإحالة لا تنتظر التسلّم: فقد تُسلّمت من قبل أو انتهت.
refusal-referral-not-received = تسلّم الإحالة أولًا. وإن كانت قد انتهت فلا يمكن أن يقال فيها شيء بعد.
refusal-referral-not-open = انتهت هذه الإحالة، أو لم تُرسل قط.
refusal-referral-unpublished = انشر نسخة أولًا. لا يُحال نص قيد الإعداد.
refusal-referral-not-adopted = لا يحيل هذا المنتدى إلا النصوص التي اعتمدها، وهذه النسخة لم تُعتمد.
refusal-referral-embargoed = هذا النص محظور حتى { $until }. ويمكن أن يُحال بعد ذلك.
refusal-referral-members = لا يرى هذا النص إلا الأعضاء. افتحه للجميع قبل إحالته.
refusal-referral-text-withdrawn = سُحبت هذه المسودة، فلا تُحال بعد.
refusal-referral-same-forum = هذا النص عند { $forum } أصلًا. اختر هيئة أخرى.
refusal-referral-loop = كان هذا النص عند { $forum } من قبل، برقم { $reference }. أجب عن إحالتهم بدل أن تعيده إليهم.
refusal-referral-twice = هذه النسخة عند تلك الهيئة أصلًا: انظر الإحالة { $number }.
refusal-referral-due-past = لقد مضى { $due }. اختر يومًا بعده.
refusal-referral-due-too-soon = لا تستطيع تلك الهيئة بحسب قاعدتها أن تجيب قبل { $soonest }. اختر ذلك اليوم أو يومًا بعده.
refusal-referral-useless = يحلّ موعد الإجابة قبل أن تنفع، وهي لا تنفع إلا من { $earliest }. اختر موعدًا لاحقًا.
refusal-referral-same-due = الموعد هو ذلك الوقت نفسه أصلًا.
refusal-referral-not-overdue = لم يتأخر الجواب بعد. يمكنك أن تسحب الإحالة.
refusal-referral-clauses-missing =
    { $clauses ->
        [one] قل ما صار إليه بند واحد بعد، أو أجب عن جزء.
        [two] قل ما صار إليه بندان بعد، أو أجب عن جزء.
        [few] قل ما صارت إليه { $clauses } بنود بعد، أو أجب عن جزء.
        [many] قل ما صار إليه { $clauses } بندًا بعد، أو أجب عن جزء.
       *[other] قل ما صار إليه { $clauses } بند بعد، أو أجب عن جزء.
    }
refusal-referral-no-reason = اذكر سببًا للبند رقم { $clause } من البنود، فقد غُيّر أو أُسقط.
refusal-referral-not-word-for-word = لم تبق كل البنود بلفظها. أجب بأنكم عدّلتم النص.
refusal-adoption-country = لا يوجد بلد بهذا الرمز. اذكر حرفيه بحسب ISO 3166 مثل PT، أو رمز جزء منه مثل PT-11.
refusal-adoption-link = يبدأ الرابط بـ https:// ولا تكون فيه مسافات.
refusal-adoption-still-to-come = هذا اليوم لم يأت بعد. سجّل الصك على أنه مقترح.
refusal-adoption-no-clause = اختر بندًا واحدًا على الأقل أخذ به الصك.
refusal-adoption-evidence = اذكر الدليل: أين يُرى أن النص مستعمل هناك.
refusal-referral-clause = ليس هذا البند في النص.
refusal-referral-days = اذكر عددًا من الأيام بين 0 و3650.
