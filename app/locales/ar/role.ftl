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
