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
sign-in-link-heading = Sign in with this link
sign-in-link-lede = A link works once, for 15 minutes. Press the button to use this one.
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

## Signing in by a provider
sign-in-providers = Or by somebody who knows you
sign-in-providers-why = You sign in there and come back here. We are told your name and your e‑mail address, and no password.
sign-in-with = Sign in with { $provider }
sign-in-with-posting = Post with { $provider }
sign-in-with-instead = Or let somebody who knows you say who you are. Your comment is then posted at once.
sign-in-with-away = { $provider } does not answer at the moment. Try again later, or ask for a link by e‑mail below.
sign-in-with-unproven = { $provider } answered, but what it says of you could not be checked, so you are not signed in. Begin again, or ask for a link by e‑mail below.
sign-in-with-stale = This way back from { $provider } was used already, or is too old. Begin again.
sign-in-with-cancelled = You did not sign in with { $provider }. You can begin again, or ask for a link by e‑mail below.
sign-in-with-closed = The account that { $provider } stands for here is closed.
sign-in-role-asks = One of your roles counts only when you sign in with { $provider }. Until then you can read and do what everybody can.
leaving-title = On to { $provider }
leaving-lede = You say there who you are, and come back here. Your words are kept.
leaving-go = Go on to { $provider }
connect-title = Connect { $provider }
connect-lede = You can then sign in here with { $provider } as well. Do this only if both are you.
connect-account = Your account here
connect-button = Connect
connect-not-now = Not now
connect-prove-title = One step is left
connect-has-account = { $provider } has shown who you are, and an account here has the same e‑mail address. To be sure that it is yours, sign in to it by a link once. Then you can connect the two.
connect-no-account = { $provider } has shown who you are, but has not made sure of your e‑mail address. Sign in by a link once, or register by it. Then you can connect the two.
connect-email-hint = Open the link that comes in this browser.
connect-words-kept = Your comment is kept as you typed it.
connect-nothing-title = Nothing to connect
connect-nothing = Nobody has come back from a provider in this browser, or it was too long ago.
signed-out-title = You are signed out
signed-out-lede = You are signed out here. On a device that others use too, close the browser.
signed-out-of = You are signed out here. { $provider } still knows you in this browser: whoever uses it next could come back as you.
signed-out-there = Sign out at { $provider } too
settings-ways = Other ways to sign in
settings-ways-why = A link by e‑mail always works as well.
settings-ways-connect = Connect { $provider }
settings-ways-used = Used { $when }.
settings-ways-disconnect = Disconnect
settings-ways-disconnect-means = You can no longer sign in with it, and sessions elsewhere that were begun by it end.
settings-begun-link = Begun by a link by e‑mail
settings-begun-cast = Begun as one of the cast of the demonstration
settings-begun-token = Begun by a program
settings-begun-provider = Begun with { $provider }

## Your data
own-title = Your data
own-why = What is kept of you is yours to see and to erase.
own-kept = What we keep, and for how long
own-file = Everything about me, as a file (JSON)
own-erase = Erase who I am
own-erase-means = Your name, your address, every way to sign in and every token are erased for good, and your mandates end. What you published stays, as by a withdrawn participant. This cannot be undone.
own-erased = Your name and your address are erased, and nobody can sign in as you any more.
own-withdrawn = A withdrawn participant
