# Coming to take part.

## Who may speak, said before anybody types
joining-open-who = Anyone may comment. A comment is posted once its e‑mail address is confirmed.
joining-confirmed-who = Anyone may write. The first time, the secretariat has a look before it is posted.
joining-invited-who = Those speak here whom the secretariat has invited. Everybody can read.

## The words that wait for the answer to a mail
joining-check-title = One step is left
joining-check-lede = A mail is on its way to { $address }. Choose the link in it, and your comment is posted.
joining-no-mail = No mail?
joining-no-mail-why = It may take five minutes. Look among unwanted mail for “Comity: confirm your comment”. One address gets three such mails an hour at most.
joining-sent-again = Another mail is on its way. The link in the one before is worth nothing now.
joining-kept = Your words are kept as you typed them until then. Nobody else can see them.
refusal-kept-many = { $most } of your comments wait already, and that is as many as can. They are posted once you are let in.
joining-quote = On these words of the text:
joining-removal = It is proposed to delete this.
joining-wording = With these words proposed:
joining-wrong-address = Wrong address?
joining-send-again = Send again
joining-change = Change the comment
joining-draft = Draft
joining-place = Place
joining-kept-until = Kept until
joining-line = Line { $line }
joining-lines = Lines { $first } to { $last }
joining-whole = The whole draft

## The page that the mail leads to
joining-confirm-post = Post your comment
joining-confirm-post-button = Post my comment
joining-confirm-known = Sign in and post your comment
joining-confirm-known-button = Sign in and post
joining-confirm-register = Register
joining-confirm-register-button = Register
joining-confirm-lede = This link works once. Press the button to use it.
joining-confirm-name = It is posted under the name { $name }.
joining-confirm-note = You are then signed in on this device. There is no password.
joining-confirm-late = You have an account already, and a link that signs in is good for 15 minutes. This one is older: have another sent. Your words are kept.
joining-name = Your name
joining-name-hint = Shown with what you write.
joining-link-over = This link is no good any more
joining-link-used = It was used already: a link works once.
joining-link-unknown = It is too old, or another one was sent after it.
joining-link-led = Go to what it posted
joining-sign-in = Sign in

## Words that could not be posted yet
joining-nothing-title = Nothing waits here
joining-nothing = If you chose the link in the mail, your comment is posted, or waits where you are signed in.
joining-before-title = These words were sent already
joining-before = The same words came from the same address a moment ago, and the mail about them was answered. They wait where their author is signed in.
joining-home = What is open for comment
joining-waiting-title = What you wrote
joining-waiting-lede = It is kept as you typed it. Nobody else can see it.
joining-waits-secretariat = The secretariat of { $forum } has a look before it is posted, as it is your first comment there. You need not do anything.
joining-waits-declined = The secretariat of { $forum } did not let you in to comment there. It says:
joining-waits-older = Version { $version } was published after you wrote this. Look whether your words still fit.
joining-waits-nothing = It is not posted yet.
joining-post = Post it now
joining-post-older = Post it as it is: it follows its lines
joining-write-anew = Write it on version { $version }
joining-drop = Delete it
joining-drop-means = Your words are gone then. They were never posted.

## Mails
joining-letter-subject = Comity: confirm your comment
joining-letter =
    A comment on { $draft } ({ $place }) was written with this address. It is posted when you choose the link below and press the button there.

    The link works once, within 24 hours. You are then registered and signed in; there is no password.

    If you did not write it, you can forget this letter: nothing is posted, and nobody is registered.
joining-letter-known =
    A comment on { $draft } ({ $place }) was written with this address. You have an account already: choose the link below within 15 minutes and press the button there, and you are signed in and your comment is posted.

    If you did not write it, you can forget this letter: nothing is posted, and nobody is signed in.
joining-letter-register-subject = Comity: register
joining-letter-register =
    Somebody wanted to sign in to Comity with this address, and nobody has an account with it. To register, choose the link below and press the button there.

    The link works once, within 24 hours. There is no password.

    If it was not you, you can forget this letter: nobody is registered.
joining-letter-declined-subject = Your comment in { $forum } was not posted
joining-letter-declined =
    The secretariat of { $forum } has read your comment, and did not let you in to comment there. It says:

    Your words are kept for thirty days, where nobody but you can see them.
joining-letter-let-in-subject = You may comment in { $forum }
joining-letter-let-in =
    The secretariat of { $forum } has let you in: what you write there is posted at once from now on.

    What you wrote before could not be posted any more as it was. It is kept as you typed it, with what you can do.

## Saying no
joining-decline = Decline
joining-decline-why = Why
joining-decline-hint = One sentence. It goes to them by mail.

## Speaking for an organisation
wish-link = Speak for an organisation
wish-heading = Speak for an organisation in { $forum }
wish-lede = Who speaks for whom is shown beside every comment. Until it is granted you comment in a personal capacity.
wish-form = Ask to speak
wish-whom = Organisation
wish-whom-choose = Choose an organisation
wish-new = Another one, which is not listed
wish-new-legend = If it is not listed
wish-title = What you are there
wish-title-hint = It is shown beside your name: “Head of policy”.
wish-evidence = How can this be checked?
wish-evidence-hint = A letter, a page of the organisation that names you, or somebody there who can confirm it. Only those see it who decide.
wish-send = Ask
wish-sent = This is sent. It is decided by the focal point of the organisation or by the secretariat, and you are told by mail.
wish-own = What you asked for
wish-waiting = People who ask to speak for an organisation
wish-waiting-why = Grant it only after you have checked what they say.
wish-waits = waits to be decided
wish-granted = granted
wish-declined = declined
wish-is-new = (not entered yet: it is entered when you grant this)
wish-grant = Grant
wish-checked = What you checked
wish-checked-hint = The letter, the page or the person that confirmed it. It is kept with the decision.
joining-letter-granted-subject = You speak for { $seat } in { $forum }
joining-letter-granted =
    It was checked and granted: from now on you can speak for { $seat } in { $forum }. Choose for whom you speak in the form of a comment.
joining-letter-not-granted-subject = You do not speak for { $seat } in { $forum }
joining-letter-not-granted =
    You asked to speak for { $seat } in { $forum }. This was declined. The reason:

    You can go on commenting in a personal capacity.
