peer-title = Other installations
peer-lede = Texts can be referred to forums of other Comity sites whose key is known here. Both sides enter each other, and a person on each side compares the key.
peer-ours = This site
peer-ours-why = Give these to the people who run the other site, by a way that nobody can change on the way: on the telephone, or on paper.
peer-address = Address
peer-address-hint = As people use it, such as https://comity.example.
peer-fingerprint = Fingerprint of the key
peer-fingerprint-hint = 64 digits and letters, from /record or /admin/peers of the other site. Spaces do not matter.
peer-known = Sites that are known
peer-none = No other site is known yet.
peer-state-waiting = Not confirmed yet
peer-state-confirmed = Confirmed
peer-state-blocked = Blocked
peer-contact = Last contact:
peer-contact-none = Nothing has come or gone yet.
peer-trouble =
    { $count ->
        [one] One bundle waits.
       *[other] { $count } bundles wait.
    }
peer-by-hand-said = Nothing is sent to this site over the network: people carry the files.
peer-confirm = Confirm
peer-confirm-means = You have compared the fingerprint with the people who run that site. From then on what is referred is sent there, and what comes from there is taken in under your name.
peer-block = Block
peer-block-means = Nothing goes there any more, and nothing that comes from there is taken in. What came before stays.
peer-retry = Send now
peer-on-the-way = On the way
peer-add = Enter another site
peer-add-send = Enter
peer-name = Name
peer-name-hint = Who runs it, in a few words.
peer-way = How texts get there
peer-way-https = This site sends them
peer-way-hand = People carry them as files
peer-forum = Enter a forum of another site
peer-forum-why = A text can then be referred to it as to a forum here. A forum from which a text came is entered by itself.
peer-which = Site
peer-forum-slug-hint = What stands after /forums/ in the address of its page there.
peer-forum-send = Enter
bundle-heading = To other sites, and from them
bundle-other = The other end is at { $peer } ({ $host }).
bundle-file = The whole as one signed file
bundle-file-why = For another Comity site, or for a body without one. It has the text, the record and the comments; the command comity verify checks it.
bundle-evidence = What came from there, as it came
bundle-evidence-size = { $size } KiB, made on
bundle-receive = Receive a file
bundle-receive-why = A text that another site refers to this forum can be brought as a file. It is checked before anything is written.
bundle-bring = Bring a file
bundle-bring-answer = Bring what they sent as a file
bundle-file-field = File
bundle-file-hint = The zip file as it came, at most 64 MiB.
bundle-bring-send = Check and receive
bundle-no-file = Choose a file.
bundle-waiting = It is on its way.
bundle-again =
    { $tries ->
        [one] It was tried once and did not arrive. It is tried again
       *[other] It was tried { $tries } times and did not arrive. It is tried again
    }
bundle-refused = The other site did not take it:
bundle-sent = It has arrived.
bundle-copy = This is a copy of a text of another site, as it was received. People answer it there:
