# The roles of people in a forum.

role-admin = Administrator
role-secretariat = Secretariat
role-editor = Editor
role-delegate = Delegate
role-focal-point = Focal point
role-commenter = Commenter
role-observer = Observer
role-anonymous = Anyone
role-participant = Participant
