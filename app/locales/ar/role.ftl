# The roles of people in a forum.

role-admin = مدير النظام
role-secretariat = الأمانة
role-editor = محرر
role-delegate = مندوب
role-focal-point = جهة اتصال
role-commenter = معلّق
role-observer = مراقب
role-anonymous = أي شخص
role-participant = مشارك
role-secretariat-may = تدير الجولات والخطوات، وتجيب عن التعليقات، وتنشر النسخ، وتسجل المواقف، وتدير هذا المنتدى.
role-editor-may = يبدأ المسودات، ويجيب عن التعليقات، ويكتب النسخة التالية وينشرها.
role-observer-may = يقرأ ما لا يراه إلا أعضاء المنتدى.
role-participant-may = يعلّق حيث لا يعلّق الغرباء قبل الإذن لهم.
