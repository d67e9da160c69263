# Signing in, and what a person sets for themselves.
sign-in-title = تسجيل الدخول
sign-in-lede = يمكنك قراءة كل شيء دون تسجيل الدخول. وللتعليق أو الإجابة أو التوقيع، عرّفنا بنفسك: نرسل رابطًا إلى بريدك الإلكتروني، ولا حاجة إلى كلمة مرور.
sign-in-email = البريد الإلكتروني
sign-in-email-hint = العنوان الذي تعرفك به الأمانة.
sign-in-send = أرسل إليّ رابطًا
sign-in-sent = إن كان هذا العنوان لحساب مسجّل، فالرابط في طريقه إليك. يعمل مرة واحدة خلال ١٥ دقيقة.
sign-in-email-hint-new = العنوان الذي تعرفك به أمانتك. وإن لم يعرفك أحد هنا بعد فيمكنك التسجيل به.
sign-in-sent-new = رسالة في طريقها إلى هذا العنوان. إن كان العنوان لحساب ففيها رابط لتسجيل الدخول صالح لمدة ١٥ دقيقة، وإلا ففيها رابط للتسجيل. قد تستغرق خمس دقائق.
sign-in-no-address = هذا ليس عنوان بريد إلكتروني.
sign-in-cast = أو ادخل بصفتك إحدى الشخصيات
sign-in-cast-why = هذا عرض تجريبي: الأشخاص وحكوماتهم من الخيال، ولا يُرسل بريد إلى عناوينهم.
settings-title = الإعدادات
sign-in-link-heading = بقيت خطوة واحدة
sign-in-link-lede = يصلح هذا الرابط مرة واحدة. اضغط الزر لاستعماله.
sign-in-link-button = تسجيل الدخول
sign-in-letter-subject = رابطك إلى كوميتي
sign-in-letter =
    تحية طيبة، { $name }،

    بهذا الرابط تسجّل الدخول إلى كوميتي. يصلح مرة واحدة، خلال ١٥ دقيقة:

    { $link }

    إن لم تطلبه فلا عليك من هذه الرسالة: لم يسجّل أحد الدخول.
settings-saved = حُفظت إعداداتك.
settings-mails-saved = حُفظت إعدادات بريدك.
settings-zone = المنطقة الزمنية
settings-zone-hint = تُعرض المواعيد بتوقيت المنتدى وبهذا التوقيت.
settings-zone-none = توقيت المنتدى وحده
settings-zone-device = استعمل توقيت هذا الجهاز
settings-no-zone = لا توجد منطقة زمنية بهذا الاسم.
settings-save = احفظ هذه الإعدادات
settings-sessions = أين سجّلت الدخول
settings-sessions-why = أنهِ كل جلسة لا تعرفها، أو جلسة على جهاز لم يعد معك.
settings-session-here = هذه الجلسة
settings-session-end = أنهِ هذه الجلسة
settings-session-unknown = متصفح لم يقل ما هو
settings-session-device = { $browser } على { $system }
