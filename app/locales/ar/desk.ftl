# What waits for a person.
desk-title = مكتبك
desk-count = ({ $count })
desk-empty = لا شيء ينتظرك.
desk-empty-way = انظر ما هو مفتوح للتعليق
desk-admin = إدارة هذا الموقع

desk-answers = تعليقات تنتظر جوابًا
desk-answers-due = { $comments } على { $draft }.
desk-comments = { $comments ->
    [one] تعليق واحد لم يُجب عنه
    [two] تعليقان لم يُجب عنهما
    [few] { $comments } تعليقات لم يُجب عنها
    [many] { $comments } تعليقًا لم يُجب عنها
   *[other] { $comments } تعليق لم يُجب عنها
}
desk-triage = مواضع للنظر فيها
desk-triage-due = { $places } في أحدث نسخة من { $draft }.
desk-places = { $detached ->
    [0] { $uncertain ->
        [one] نقاش واحد مكانه غير مؤكد
        [two] نقاشان مكانهما غير مؤكد
        [few] { $uncertain } نقاشات مكانها غير مؤكد
        [many] { $uncertain } نقاشًا مكانها غير مؤكد
       *[other] { $uncertain } نقاش مكانها غير مؤكد
    }
   *[other] { $uncertain ->
        [0] { desk-detached }
        [one] نقاش واحد مكانه غير مؤكد، و{ desk-detached-after }
        [two] نقاشان مكانهما غير مؤكد، و{ desk-detached-after }
        [few] { $uncertain } نقاشات مكانها غير مؤكد، و{ desk-detached-after }
        [many] { $uncertain } نقاشًا مكانها غير مؤكد، و{ desk-detached-after }
       *[other] { $uncertain } نقاش مكانها غير مؤكد، و{ desk-detached-after }
    }
}
desk-detached = { $detached ->
    [one] نقاش واحد فقد كلماته
    [two] نقاشان فقدا كلماتهما
    [few] { $detached } نقاشات فقدت كلماتها
    [many] { $detached } نقاشًا فقدت كلماتها
   *[other] { $detached } نقاش فقدت كلماتها
}
desk-detached-after = { $detached ->
    [one] واحد فقد كلماته
    [two] اثنان فقدا كلماتهما
    [few] { $detached } فقدت كلماتها
    [many] { $detached } فقدت كلماتها
   *[other] { $detached } فقدت كلماتها
}
desk-objection = اعتراض يُنظر فيه
desk-objection-stands = { $objection } قائم على { $reference }. لا يرفعه إلا صاحبه.
desk-objection-of = اعتراض { $seat }
desk-sign-off = موقف يُتخذ
desk-sign-off-due = { $position } على { $draft }، حتى { $until }.
desk-position-of = موقف { $seat }
desk-renew = موقف يُجدَّد
desk-renew-due = { $position } على { $reference } لم يعد محتسبًا: { $changes } التي أُعطي لها.
desk-resolved = اعتراض يُنظر فيه من جديد
desk-resolved-due = { $position } على { $reference } اعتراض، و{ $changes } التي يخصّها. هل تزيله الكلمات الجديدة؟
desk-carried = موقف نُقل
desk-carried-over = { $position } على { $reference } نُقل إلى النسخة { $version }، وفيها { $changes }. لك أن تسحبه حتى { $day }: { $left }.
desk-wording = تغيّرت الصياغة وحدها
desk-changes = تغيّرت الكلمات
desk-judge = جواب تحكم عليه
desk-judge-due = أُجيب عن تعليقك { $thread } على { $reference }: { $answer }. هل أنت راضٍ؟
desk-yes = نعم
desk-no = لا
desk-confirm = مكان تؤكده
desk-confirm-due = انتقل تعليقك { $thread } على { $reference } مع كلماته إلى { $line }. لسنا متأكدين أن مكانه هناك.
desk-confirm-lost = لسنا متأكدين أين مكان تعليقك { $thread } على { $reference } في أحدث نسخة.
desk-line = السطر { $line }
desk-look = انظر فيه
desk-reply = ردّ
desk-replied = ردّ { $who } على { $thread }: { $words }
desk-thread = رقم { $number }
desk-mandate = تفويض ينتهي
desk-mandate-ends = ينتهي حقك في الكلام باسم { $seat } في { $day }.
desk-nobody = لا أحد يتكلم باسمها
desk-nobody-speaks = لا أحد يستطيع الآن أن يعلّق أو يوقّع باسم { $seat }. أنت نقطة اتصالها: أعطِ أحدًا حق الكلام باسمها، ولك أن تعطيه لنفسك.
desk-granted = تفويض منحه منتدى
desk-granted-told = منحت أمانة { $forum } { $name } الكلام باسم { $seat }، في هذا المنتدى وحده. وبوسعك إنهاؤه.
desk-granted-holder = منحت أمانة { $forum } { $name } الكلام باسم { $seat }، في هذا المنتدى وحده. وبوسع جهة الاتصال لدى الجهة إنهاؤه.
desk-newcomers = أشخاص جدد
desk-newcomers-count = { $people ->
    [zero] لا أحد ينتظر
    [one] شخص واحد ينتظر
    [two] شخصان ينتظران
    [few] { $people } أشخاص ينتظرون
    [many] { $people } شخصًا ينتظرون
   *[other] { $people } شخص ينتظرون
}
desk-newcomers-wait = { $people } السماح بالمشاركة في { $forum }.
desk-wish = يطلب التحدث باسم منظمة
desk-wish-waits = يطلب { $name } التحدث باسم { $seat }.
desk-referral = أُحيل نص
desk-referral-overdue = تأخر جواب
desk-referral-came = أحالت { $body } إليكم { $text }.
desk-referral-sent = لم تجب { $body } عن { $text } بعد.
desk-offered = تغييرات معروضة
desk-offered-changes =
    { $changes ->
        [zero] لا تغيير
        [one] تغييرًا واحدًا
        [two] تغييرين
        [few] { $changes } تغييرات
        [many] { $changes } تغييرًا
       *[other] { $changes } تغيير
    }
desk-offered-wait = تعرض { $forum } { $changes } على { $draft }.
