# What stands around every page.
frame-name = Comity
frame-title = { $page } – Comity
frame-title-refused = Not done: { $page }
frame-skip = Skip to the text
frame-site = Site
frame-open = Open for comment
frame-forums = Forums
frame-stakeholders = Stakeholders
frame-desk = Your desk
frame-menu = Menu
frame-close = Close
frame-sign-in = Sign in
frame-sign-out = Sign out
frame-promise = Comity keeps every version, comment and sign-off. Nothing published is edited or removed.
frame-more = More
frame-settings = Settings
frame-accessibility = Accessibility
frame-privacy = Privacy
frame-help = Help
frame-record = The record
frame-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
frame-record-signed = { $record }: { $events } in the last checkpoint, signed { $when }.
