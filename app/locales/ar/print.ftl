# ما يُكتب على الأوراق المطبوعة.
print-about = النسخة { $version }، نُشرت في { $day }. { $stage }
print-running = { $reference }، النسخة { $version }
print-signature = التوقيع
print-comments = التعليقات
print-proposed = الصياغة المقترحة
print-proof = عن هذه الورقة
print-of = «{ $title }»، { $reference }، النسخة { $version }، نشرها { $forum } في { $day }.
print-digest = بصمة SHA-256 للنص كما نُشر:
print-address = النسخة باقية هنا دون تغيير:
print-code = رمز استجابة سريعة لعنوان هذه النسخة
print-lines = السطر جملة واحدة أو عنوان أو صف من جدول. يقف رقمه أمامه، وهو الرقم نفسه في صفحة المسودة.
print-missing = { $count ->
    [zero] لكل الحروف هنا خط.
    [one] لا خط هنا فيه الحرف { $characters }. يقف رقمه بين قوسين في مكانه.
    [two] لا خط هنا فيه الحرفان { $characters }. يقف رقم كل منهما بين قوسين في مكانه.
    [few] لا خط هنا فيه الحروف { $characters }. يقف رقم كل منها بين قوسين في مكانه.
    [many] لا خط هنا فيه الحروف { $characters }. يقف رقم كل منها بين قوسين في مكانه.
   *[other] لا خط هنا فيه الحروف { $characters }. يقف رقم كل منها بين قوسين في مكانه.
}
