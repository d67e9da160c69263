# What an administrator of the site sets up.
admin-title = Administration
admin-lede = Forums, organisations and people. What is set up here is in the record like everything else.
admin-done = This is done.
admin-change = change
admin-stakeholders = Who speaks for an organisation is said on its own page.
admin-stakeholders-all = All stakeholders
admin-accounts = { $accounts ->
    [one] One account
   *[other] { $accounts } accounts
}
admin-found = Found a forum
admin-forum-name = Name of the forum
admin-slug = Short name
admin-slug-hint = For its address: small letters a to z, digits and dashes.
admin-prefix = References begin with
admin-prefix-hint = Two to six capital letters, such as DN in DN-2026-001.
admin-kind = What it is
admin-parent = A working group of
admin-no-parent = no other forum
admin-zone = The zone of its deadlines
admin-found-send = Found the forum
admin-enter = Enter an organisation
admin-stakeholder-name = Name of the organisation
admin-class = Class
admin-place = Country or region
admin-about = What it is, in a sentence or two
admin-enter-send = Enter the organisation
admin-register = Register a person
admin-account-name = Name of the person
admin-email = E‑mail address
admin-email-hint = The person signs in by a link that is sent there when they ask for it. Nothing is sent now: tell them that they can.
admin-is-admin = Administrator of this site
admin-is-admin-no = no
admin-is-admin-yes = yes
admin-register-send = Register the person
admin-group-needs-parent = A working group needs the forum it is a group of, and nothing else has one.
admin-about-too-long = This is too long; 2,000 characters is the most.
admin-bad-slug = A short name is made of small letters a to z, digits and dashes, and neither begins nor ends with a dash.
admin-bad-prefix = Give two to six capital letters.

## Who may do what
permission-title = Who may do what
permission-lede = The program asks this table for every button and for every deed. What one may not see does not exist. Each deed is possible at some stages of a draft only.
permission-action = Deed
permission-who = Who may
permission-words = What one is told who may not
permission-nobody = nobody
permission-own = of one’s own
permission-other = of somebody else
## Which role asks for which provider
requirement-title = How roles sign in
requirement-why = A role that asks for a provider counts only in sessions that were begun with it, and in no program. To ask it of administrators, you must have come by that provider yourself.
requirement-none = Every role counts however somebody signed in.
requirement-of = { $role }: only with { $provider }
requirement-role = Role
requirement-provider = Signs in with
requirement-any = Any way
requirement-save = Save
