# Signing in, and what a person sets for themselves.
sign-in-title = Sign in
sign-in-lede = You can read everything without signing in. To comment, answer or sign off, say who you are: we send a link to your e‑mail address, and there is no password.
sign-in-email = E‑mail address
sign-in-email-hint = The one your secretariat knows you by.
sign-in-send = Send me a link
sign-in-sent = If this address belongs to an account, a link is on its way. It works once, within 15 minutes.
sign-in-email-hint-new = The one your secretariat knows you by. If nobody knows you here yet, you can register with it.
sign-in-sent-new = A mail is on its way to this address. If the address belongs to an account, it has a link that signs in, good for 15 minutes; if not, it has one to register. It may take five minutes.
sign-in-no-address = This is not an e‑mail address.
sign-in-cast = Or sign in as one of the cast
sign-in-cast-why = This is a demonstration: the people and their governments are invented, and no mail goes to their addresses.
sign-in-link-heading = You are almost signed in
sign-in-link-lede = This link works once. Press the button to use it.
sign-in-link-button = Sign in
sign-in-letter-subject = Your link to Comity
sign-in-letter =
    Good day, { $name },

    this link signs you in to Comity. It works once, within 15 minutes:

    { $link }

    If you did not ask for it, you can forget this letter: nobody was signed in.
settings-title = Settings
settings-saved = Your settings are kept.
settings-mails-saved = Your mail settings are kept.
settings-zone = Time zone
settings-zone-hint = Deadlines are shown in the forum’s zone and in this one.
settings-zone-none = Only the forum’s zone
settings-zone-device = Use the zone of this device
settings-no-zone = There is no such time zone.
settings-save = Save
settings-sessions = Where you are signed in
settings-sessions-why = End a session that you do not know, or that is on a device you no longer have.
settings-session-here = This one
settings-session-end = End this session
settings-session-unknown = A browser that did not say what it is
settings-session-device = { $browser } on { $system }
