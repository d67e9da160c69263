# Coming to take part.

## Who may speak, said before anybody types
joining-open-who = يمكن لأي شخص أن يعلّق. يُنشر التعليق بعد تأكيد عنوان البريد الإلكتروني.
joining-confirmed-who = يمكن لأي شخص أن يكتب. في المرة الأولى تطّلع الأمانة على التعليق قبل نشره.
joining-invited-who = يتكلم هنا من دعتهم الأمانة. ويمكن للجميع القراءة.

## The words that wait for the answer to a mail
joining-check-title = بقيت خطوة واحدة
joining-check-lede = رسالة في طريقها إلى { $address }. اختر الرابط الذي فيها فيُنشر تعليقك.
joining-no-mail = لم تصل رسالة؟
joining-no-mail-why = قد تستغرق خمس دقائق. ابحث في البريد غير المرغوب فيه عن «Comity: تأكيد تعليقك». لا يتلقى العنوان الواحد أكثر من ثلاث رسائل كهذه في الساعة.
joining-sent-again = رسالة أخرى في الطريق. ولم يعد الرابط السابق صالحًا.
joining-kept = كلماتك محفوظة كما كتبتها حتى ذلك الحين. ولا يراها أحد غيرك.
refusal-kept-many = ينتظر { $most } من تعليقاتك بالفعل، وهذا أكثر ما يمكن. تُنشر حين يُسمح لك بالمشاركة.
joining-quote = على هذه الكلمات من النص:
joining-removal = يُقترح حذف هذا.
joining-wording = مع هذه الصياغة المقترحة:
joining-wrong-address = عنوان خاطئ؟
joining-send-again = أرسل مرة أخرى
joining-change = غيّر التعليق
joining-draft = المسودة
joining-place = الموضع
joining-kept-until = محفوظ حتى
joining-line = السطر { $line }
joining-lines = الأسطر { $first } إلى { $last }
joining-whole = المسودة كلها

## The page that the mail leads to
joining-confirm-post = انشر تعليقك
joining-confirm-post-button = انشر تعليقي
joining-confirm-known = سجّل الدخول وانشر تعليقك
joining-confirm-known-button = سجّل الدخول وانشر
joining-confirm-register = التسجيل
joining-confirm-register-button = سجّلني
joining-confirm-lede = يعمل هذا الرابط مرة واحدة. اضغط الزر لاستخدامه.
joining-confirm-name = يُنشر باسم { $name }.
joining-confirm-note = ستكون بعدها مسجّل الدخول على هذا الجهاز. لا توجد كلمة مرور.
joining-confirm-late = لديك حساب، ورابط تسجيل الدخول صالح لمدة ١٥ دقيقة. هذا الرابط أقدم من ذلك: اطلب رابطًا آخر. كلماتك محفوظة.
joining-name = اسمك
joining-name-hint = يظهر مع ما تكتبه.
joining-link-over = لم يعد هذا الرابط صالحًا
joining-link-used = استُخدم من قبل: يعمل الرابط مرة واحدة.
joining-link-unknown = إنه قديم جدًا، أو أُرسل رابط آخر بعده.
joining-link-led = اذهب إلى ما نُشر به
joining-sign-in = سجّل الدخول

## Words that could not be posted yet
joining-nothing-title = لا شيء ينتظر هنا
joining-nothing = إن كنت قد اخترت الرابط في الرسالة فقد نُشر تعليقك، أو هو ينتظر حيث سجّلت الدخول.
joining-before-title = أُرسلت هذه الكلمات من قبل
joining-before = وصلت الكلمات نفسها من العنوان نفسه قبل قليل، وأُجيب عن الرسالة الخاصة بها. وهي تنتظر حيث سجّل كاتبها الدخول.
joining-home = المفتوح للتعليق
joining-waiting-title = ما كتبته
joining-waiting-lede = إنه محفوظ كما كتبته. ولا يراه أحد غيرك.
joining-waits-secretariat = تطّلع أمانة { $forum } عليه قبل نشره، لأنه أول تعليق لك هناك. لا يلزمك فعل شيء.
joining-waits-declined = لم تسمح لك أمانة { $forum } بالتعليق هناك. وتقول:
joining-waits-older = نُشرت النسخة { $version } بعد أن كتبت هذا. انظر هل ما زالت كلماتك مناسبة.
joining-waits-nothing = لم يُنشر بعد.
joining-post = انشره الآن
joining-post-older = انشره كما هو: يتبع أسطره
joining-write-anew = اكتبه على النسخة { $version }
joining-drop = احذفه
joining-drop-means = تختفي كلماتك عندئذ. ولم تُنشر قط.

## Mails
joining-letter-subject = Comity: تأكيد تعليقك
joining-letter =
    كُتب تعليق على { $draft } ({ $place }) بهذا العنوان. يُنشر عندما تختار الرابط أدناه وتضغط الزر هناك.

    يعمل الرابط مرة واحدة خلال ٢٤ ساعة. تكون بعدها مسجّلًا ومسجّل الدخول؛ لا توجد كلمة مرور.

    إن لم تكن أنت من كتبه فتجاهل هذه الرسالة: لا يُنشر شيء ولا يُسجَّل أحد.
joining-letter-known =
    كُتب تعليق على { $draft } ({ $place }) بهذا العنوان. لديك حساب: اختر الرابط أدناه خلال ١٥ دقيقة واضغط الزر هناك فتسجّل الدخول ويُنشر تعليقك.

    إن لم تكن أنت من كتبه فتجاهل هذه الرسالة: لا يُنشر شيء ولا يسجّل أحد الدخول.
joining-letter-register-subject = Comity: التسجيل
joining-letter-register =
    أراد أحدهم تسجيل الدخول إلى Comity بهذا العنوان، ولا حساب به لأحد. للتسجيل اختر الرابط أدناه واضغط الزر هناك.

    يعمل الرابط مرة واحدة خلال ٢٤ ساعة. لا توجد كلمة مرور.

    إن لم تكن أنت فتجاهل هذه الرسالة: لا يُسجَّل أحد.
joining-letter-declined-subject = لم يُنشر تعليقك في { $forum }
joining-letter-declined =
    قرأت أمانة { $forum } تعليقك ولم تسمح لك بالتعليق هناك. وتقول:

    تبقى كلماتك محفوظة ثلاثين يومًا، ولا يراها أحد غيرك.
joining-letter-let-in-subject = يمكنك التعليق في { $forum }
joining-letter-let-in =
    سمحت لك أمانة { $forum }: ما تكتبه هناك يُنشر فورًا من الآن.

    لم يعد نشر ما كتبته من قبل ممكنًا كما هو. وهو محفوظ كما كتبته مع ما يمكنك فعله.

## Saying no
joining-decline = ارفض
joining-decline-why = السبب
joining-decline-hint = جملة واحدة. تصلهم بالبريد.

## Speaking for an organisation
wish-link = تحدّث باسم منظمة
wish-heading = التحدث باسم منظمة في { $forum }
wish-lede = يظهر بجانب كل تعليق من يتحدث وباسم من. وحتى يُقبل طلبك تعلّق بصفتك الشخصية.
wish-form = اطلب التحدث
wish-whom = المنظمة
wish-whom-choose = اختر منظمة
wish-new = أخرى غير مدرجة
wish-new-legend = إن لم تكن مدرجة
wish-title = صفتك فيها
wish-title-hint = تظهر بجانب اسمك: «مدير السياسات».
wish-evidence = كيف يمكن التحقق من ذلك؟
wish-evidence-hint = رسالة، أو صفحة للمنظمة تذكر اسمك، أو شخص فيها يؤكد ذلك. لا يراها إلا من يقرر.
wish-send = اطلب
wish-sent = أُرسل الطلب. تقرره جهة الاتصال في المنظمة أو الأمانة، وتُبلَّغ بالبريد.
wish-own = ما طلبته
wish-waiting = أشخاص يطلبون التحدث باسم منظمة
wish-waiting-why = لا تقبل إلا بعد التحقق مما يقولون.
wish-waits = بانتظار القرار
wish-granted = مقبول
wish-declined = مرفوض
wish-is-new = (غير مدرجة بعد: تُدرج عند قبول الطلب)
wish-grant = اقبل
wish-checked = ما تحققت منه
wish-checked-hint = الرسالة أو الصفحة أو الشخص الذي أكد ذلك. تُحفظ مع القرار.
joining-letter-granted-subject = تتحدث باسم { $seat } في { $forum }
joining-letter-granted =
    جرى التحقق والقبول: يمكنك من الآن التحدث باسم { $seat } في { $forum }. اختر في نموذج التعليق باسم من تتحدث.
joining-letter-not-granted-subject = لا تتحدث باسم { $seat } في { $forum }
joining-letter-not-granted =
    طلبت التحدث باسم { $seat } في { $forum }. رُفض الطلب. السبب:

    يمكنك الاستمرار في التعليق بصفتك الشخصية.
