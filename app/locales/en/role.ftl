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
role-secretariat-may = Runs the rounds and steps, answers comments, publishes versions, records positions and manages this forum.
role-editor-may = Begins drafts, answers comments, and writes and publishes the next version.
role-observer-may = Reads what only members of the forum see.
role-participant-may = Comments where strangers must be let in first.
