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
sign-in-link-heading = تسجيل الدخول بهذا الرابط
sign-in-link-lede = يصلح كل رابط مرة واحدة ولمدة 15 دقيقة. اضغط الزر لاستعمال هذا الرابط.
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

## الدخول بواسطة جهة تعرفك
sign-in-providers = أو بواسطة جهة تعرفك
sign-in-providers-why = تسجّل الدخول هناك ثم تعود إلى هنا. نُبلَّغ باسمك وبريدك الإلكتروني، ولا نُبلَّغ بأي كلمة مرور.
sign-in-with = تسجيل الدخول بواسطة { $provider }
sign-in-with-posting = انشر بواسطة { $provider }
sign-in-with-instead = أو دع جهة تعرفك تقول من أنت، فيُنشر تعليقك في الحال.
sign-in-with-away = لا تجيب { $provider } الآن. حاول لاحقًا، أو اطلب رابطًا بالبريد الإلكتروني أدناه.
sign-in-with-unproven = أجابت { $provider }، لكن تعذّر التحقق مما قالته عنك، فلم تسجّل الدخول. ابدأ من جديد، أو اطلب رابطًا بالبريد الإلكتروني أدناه.
sign-in-with-stale = استُعمل طريق العودة هذا من { $provider } من قبل، أو مضى عليه وقت طويل. ابدأ من جديد.
sign-in-with-cancelled = لم تسجّل الدخول بواسطة { $provider }. يمكنك أن تبدأ من جديد، أو أن تطلب رابطًا بالبريد الإلكتروني أدناه.
sign-in-with-closed = الحساب الذي تدل عليه { $provider } هنا مغلق.
sign-in-role-asks = أحد أدوارك لا يسري إلا إذا سجّلت الدخول بواسطة { $provider }. وحتى ذلك الحين يمكنك القراءة وما يستطيعه الجميع.
leaving-title = إلى { $provider }
leaving-lede = تقول هناك من أنت ثم تعود إلى هنا. كلماتك محفوظة.
leaving-go = تابع إلى { $provider }
connect-title = اربط { $provider }
connect-lede = يمكنك بعدها أن تسجّل الدخول هنا بواسطة { $provider } أيضًا. لا تفعل ذلك إلا إن كان كلاهما لك.
connect-account = حسابك هنا
connect-button = اربط
connect-not-now = ليس الآن
connect-prove-title = بقيت خطوة واحدة
connect-has-account = بيّنت { $provider } من أنت، ولحساب هنا عنوان البريد نفسه. للتأكد من أنه لك، سجّل الدخول إليه برابط مرة واحدة، ثم يمكنك ربط الاثنين.
connect-no-account = بيّنت { $provider } من أنت، لكنها لم تتحقق من عنوان بريدك. سجّل الدخول برابط مرة واحدة أو سجّل به حسابًا، ثم يمكنك ربط الاثنين.
connect-email-hint = افتح الرابط الذي يصلك في هذا المتصفح.
connect-words-kept = تعليقك محفوظ كما كتبته.
connect-nothing-title = لا شيء للربط
connect-nothing = لم يعد أحد من جهة خارجية في هذا المتصفح، أو مضى على ذلك وقت طويل.
signed-out-title = سجّلت الخروج
signed-out-lede = سجّلت الخروج من هنا. على جهاز يستعمله غيرك أيضًا، أغلق المتصفح.
signed-out-of = سجّلت الخروج من هنا. ما زالت { $provider } تعرفك في هذا المتصفح: من يستعمله بعدك قد يعود بصفتك.
signed-out-there = سجّل الخروج من { $provider } أيضًا
settings-ways = طرق أخرى لتسجيل الدخول
settings-ways-why = الرابط بالبريد الإلكتروني يعمل دائمًا أيضًا.
settings-ways-connect = اربط { $provider }
settings-ways-used = استُعمل { $when }.
settings-ways-disconnect = افصل
settings-ways-disconnect-means = لن تستطيع تسجيل الدخول بواسطته بعدها، وتنتهي الجلسات في أماكن أخرى التي بدأت به.
settings-begun-link = بدأت برابط بالبريد الإلكتروني
settings-begun-cast = بدأت بصفة إحدى شخصيات العرض
settings-begun-token = بدأها برنامج
settings-begun-provider = بدأت بواسطة { $provider }

## بياناتك
own-title = بياناتك
own-why = ما نحتفظ به عنك لك أن تراه وأن تمحوه.
own-kept = ما نحتفظ به وإلى متى
own-file = كل شيء عني في ملف (JSON)
own-erase = امحُ هويتي
own-erase-means = يُمحى اسمك وعنوانك وكل طريقة لتسجيل الدخول وكل رمز نهائيًا، وتنتهي ولاياتك. ويبقى ما نشرته بوصفه لمشارك منسحب. لا رجعة في ذلك.
own-erased = مُحي اسمك وعنوانك، ولا يستطيع أحد تسجيل الدخول بصفتك بعد الآن.
own-withdrawn = مشارك منسحب
