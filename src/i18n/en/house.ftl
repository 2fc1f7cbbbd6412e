# What all rooms share: the frame, forms, errors, labels, the renderer, the foot of a mail.

layout-skip = Skip to content
layout-nav = Main
layout-search = Search
layout-language = Language
layout-display = Display
layout-appearance = Colours
layout-appearance-system = System
layout-appearance-light = Light
layout-appearance-dark = Dark
layout-labels = What the labels mean
layout-community = This community
layout-facts = No trackers. Everything works without scripts. What this browser keeps belongs to what you do yourself: your language, your colours, your session, that you signed in here before, a message for the next page, and where you stopped in a public text.
layout-slow = Still sending. The network is slow; what you typed stays on this page until the answer is here.
layout-offline = There seems to be no network. Nothing was sent and nothing is lost. Press again to try it anyway.
layout-copy-link = Copy a link to this heading
layout-copied = The link is on your clipboard.
layout-not-copied = This browser did not let us copy. The link is in the address bar.
layout-stopped = You stopped reading at
layout-print = Print
layout-copy-address = Copy link
layout-pages = Pages
layout-page = Page { $number }
layout-previous = Previous
layout-next = Next
layout-resting = You have a role that decides about others. It rests until you show your second factor in this browser.
layout-rules = There is a new version of the house rules. Until you agree to it, you see here what everybody sees.
layout-rules-link = Read the house rules
layout-printed = Printed on { $date }.
layout-printed-by = Printed by { $name } on { $date }.

access-in-work = Not published yet: only for those who work on it.
access-means-clear = Everyone. It may be shared without limit.
access-means-green = Members of this community. Never through public channels.
access-means-amber = The source and the organisations it named, with the clients they list, on a need-to-know basis.
access-means-amber-strict = The source and the organisations it named, on a need-to-know basis. Not their clients.
access-means-red = Only the persons who are named, by name or by the attendance list of an event. Nobody else.

time-now = just now
time-minutes-ago = { $count ->
    [one] one minute ago
   *[other] { $count } minutes ago
}
time-hours-ago = { $count ->
    [one] one hour ago
   *[other] { $count } hours ago
}
time-yesterday = yesterday
time-days-ago = { $count ->
    [one] one day ago
   *[other] { $count } days ago
}

form-choose = Choose
form-send = Send
form-errors = { $count ->
    [one] One thing needs your attention
   *[other] { $count } things need your attention
}
form-errors-kept = Nothing was saved or sent yet. What you typed is still here.
form-passwords-again = The page is shown anew. Passwords are not sent back: type yours again.
form-error-required = Fill this in: it is still empty.
form-wrong = Error:
form-error-too-short = Write at least { $limit } characters.
form-error-too-long = Use at most { $limit } characters.
form-error-control = This holds invisible characters, such as line breaks or direction marks. Type it again without them.
form-error-email = This is not a complete mail address. It should look like name@organisation.nl.
form-error-choice = Choose one.

markdown-note = Note
markdown-tip = Tip
markdown-important = Important
markdown-warning = Warning
markdown-caution = Caution
markdown-table = Table
markdown-footnotes = Footnotes
markdown-back = Back to the text
markdown-done = done
markdown-open = open
markdown-error-too-long = The text is longer than { $limit } bytes. Make it shorter, or split it in two.
markdown-error-too-deep = Line { $limit } nests lists or quotes too deeply. Use fewer levels.
markdown-error-too-many-cells = The tables up to line { $limit } have too many cells. Split them, or leave empty columns out.
markdown-error-endless-title = The title of a link on line { $limit } has no end: close its quotation mark or its bracket.
markdown-error-failed = The text could not be shown as a page. It is still here; shorten or simplify it and try again.

ui-breadcrumb = Where you are
ui-close = Close
ui-take-away = Take away
ui-chosen = Chosen
ui-loading = Loading
ui-step-done = done
ui-step-current = now
ui-step-ahead = to come
ui-week = Week
ui-week-short = Wk
ui-today = today
ui-diff-before = Before
ui-diff-after = Now
ui-diff-removed = Removed
ui-diff-added = Added
ui-merge-kind-mine = You changed this
ui-merge-kind-theirs = Somebody else changed this
ui-merge-kind-both = You both changed this
ui-merge-mine = Your text
ui-merge-theirs = The other text
ui-merge-take-mine = Take mine
ui-merge-take-theirs = Take the other
ui-merge-take-both = Take both
ui-merge-same = { $count ->
    [one] One line that is the same in both
   *[other] { $count } lines that are the same in both
}
ui-merge-result = Result
ui-merge-result-hint = This is saved. You can still change it here.
ui-upload-limits = { $kinds }. Each at most { $size }, { $files ->
    [one] one file
   *[other] at most { $files } files
}.
ui-upload-waiting = Waits to be sent
ui-upload-going = { $percent }% received
ui-upload-arrived = Arrived
ui-size-kb = { $number } kB
ui-size-mb = { $whole } MB
ui-size-mb-tenths = { $whole }.{ $tenth } MB

error-status = Error { $status }
error-next = What you can do
error-what-is-kept = What is kept
error-kept = What you typed is kept: it stands below. Nothing is lost.
error-kept-along = What you typed is kept: it goes along, and you can look at it before it is sent again.
error-kept-choice = Nothing was changed. The button below sends the same again.
error-kept-text = Your text
error-nothing-changed = Nothing was changed.
error-number = Number of this request, for the operator
error-again = Send it again
error-articles = Go to the practices
error-home = Go to the home page

error-second-factor-title = This needs your second factor
error-second-factor-text = You may do this, but only after you confirm with a code that it is you.
error-second-factor-next = Confirm with your second factor; you then go on where you were. If you have none yet, set it up first.
error-fresh-proof-title = First show that it is you
error-fresh-proof-text = This changes what guards an account, or takes data out of the site. It is done only within ten minutes after you showed that it is you.
error-fresh-proof-next = Confirm once more; you then go on where you were.
error-rules-title = First agree to the house rules
error-rules-text = The house rules have changed since you agreed to them. What is for members is here again as soon as you agree.
error-rules-next = Read the house rules and agree; you then go on where you were.
error-not-found-title = This page is not here
error-not-found-text = This page does not exist, or it is not visible to you.
error-not-found-next = Check the address, or look for it among the practices and events. If you are a member, sign in first.
error-wrong-method-title = This address works in another way
error-wrong-method-text = The page exists, but cannot be opened like this. This happens when the address of a button is opened by hand.
error-wrong-method-next = Go back to the page that you came from and use its button.
error-sign-in-title = Sign in to go on
error-sign-in-text = This page is for members. You are not signed in, or your session has ended.
error-sign-in-next = Sign in below; you then go on where you were. No account yet? Ask to join.
error-forbidden-title = This is for somebody else
error-forbidden-text = You are signed in, but this step belongs to another role.
error-forbidden-next = Ask the liaison if you think that you should be able to do this.
error-forbidden-liaison = Only the liaison of the community can open this page.
error-forbidden-publisher = Only publishers of the organisation can do this. The liaison gives that role.
error-cross-site-title = This request did not come from our own page
error-cross-site-text = To protect you, changes are only accepted from a page of this site. Your browser told of another one, or of none.
error-cross-site-next = Open the page here, in this site, and press the button again. An extension or a proxy that removes the Origin header has the same effect.
error-conflict-title = This cannot be done now
error-conflict-text = What you see may have changed since you opened it, or something is still missing.
error-conflict-next = Open the page again to see how it stands now.
error-link-over-title = This link no longer works
error-link-over-text = Links in our mails work for a few days, and for one purpose. This one was used, has run out, or was cut off by the mail program.
error-link-over-next = Ask for a new link on the page for signing in, or send your request to join again.
error-bad-request-title = We could not read this request
error-bad-request-text = Something in it is not as a browser sends it.
error-bad-request-next = Go back, load the page again and try once more.
error-bad-request-unreadable = The form could not be read.
error-bad-request-nul = It holds a NUL character, which no text can hold.
error-bad-request-cut-off = The form arrived incomplete: the connection was cut off.
error-bad-request-no-form = What was sent is no form.
error-too-large-title = This is too large
error-too-large-text = A form may hold at most one megabyte.
error-too-large-next = Go back with your browser: what you typed is still on that page. Make it shorter, or split it.
error-unavailable-title = The site is away for a moment
error-unavailable-text = The database does not answer. This is our fault, and it is being seen to.
error-unavailable-next = Try again in a few seconds.
error-internal-title = Something went wrong here
error-internal-text = This is our fault, not yours. The cause is in our log.
error-internal-next = Try again. If it stays so, tell the operator the number below.

mail-footer = { $site }. You get this mail because of a request or an account with this address. If you know nothing of it, you can ignore it.
error-back = Back to the page before
access-error-wide = This label needs no audience. Clear the choice, or pick a stricter label.
access-error-red = TLP:RED names persons, by name or by the attendance list of an event. Clear the organisations and groups.
access-error-red-nobody = Name at least one person, or an event, that may read it.
access-error-red-factor = TLP:RED needs a second factor in this session: what you save under it, only you and those who are named, by name or by the attendance list of an event, will open. Confirm it in another tab, then save again; what you typed is kept here.
access-error-cap = Your role does not let you publish this widely without somebody’s approval. Choose a stricter label, or hand it in for review.
access-audience = Who may read it besides your own organisation
access-hint-audience = For TLP:AMBER and stricter. TLP:AMBER also reaches the clients that these organisations list; TLP:AMBER+STRICT does not. TLP:RED takes persons and events only.
access-field-audience = Organisations
access-hint-organisations = Everybody who belongs to one of them.
access-field-groups = Working groups
access-hint-groups = Whoever is in the group, for as long as they are.
access-field-people = Persons
access-hint-people = For TLP:RED, you are always among them.
access-field-meetings = Those who were at an event
access-hint-meetings = Whoever is on its attendance list. To have said “I come” is not enough.
access-chosen = chosen
access-over-group = closed
access-over-person = no longer active
access-a-meeting = those who were at an event
access-beyond = Opened beyond its audience until { $until }.
access-beyond-hint = Each opening is written down for the source.
access-changed = Label changed on { $at } from { $from } to { $to }.
access-audience-changed = The source changed who may read this on { $at }.
access-change-reason = Reason:
access-who-can-see = Who can see this?
access-change-label = Change the label
access-ask-wider = Ask for wider sharing
access-sealed = { $count ->
    [one] One restricted item is shared with you
   *[other] { $count } restricted items are shared with you
}
access-choose-clear = Everybody reads it, search engines too, and may share it anywhere. For what helps others and tells nothing of a plant.
access-choose-green = Every member reads it, and may share it with colleagues and with others in the sector, never in public. For what the community may know.
access-choose-amber = The source and those whom it names read it, with the clients whom they list. They share it where somebody needs it for the work, no further. For what tells how a plant can be reached or harmed.
access-choose-amber-strict = As TLP:AMBER, without the clients: only the source and those whom it names.
access-choose-red = Only the persons who are named, by name or by the attendance list of an event, read it. They share it with nobody. Opening it needs a second factor, and each opening is written down for the source.
access-readers-ask = Who will be able to read this?
access-readers-everyone = Everybody, also without an account.
access-readers-members = Every active member: { $people ->
    [one] one person
   *[other] { $people } people
} of { $organisations ->
    [one] one organisation
   *[other] { $organisations } organisations
}.
access-readers-count = { $people ->
    [one] One person
   *[other] { $people } people
} of { $organisations ->
    [one] one organisation
   *[other] { $organisations } organisations
}.
access-readers-without = Without an organisation
access-readers-more = { $more ->
    [one] and one more
   *[other] and { $more } more
}
access-readers-untold = { $count ->
    [one] One of them is not named here, because it is not for you to know who was at that event or is a client of another organisation.
   *[other] { $count } of them are not named here, because it is not for you to know who was at that event or is a client of another organisation.
}
access-readers-hint = As it stands today; whoever joins one of these circles later reads it too. Nothing was saved by asking.
access-hints-title = { $count ->
    [one] One place in this text suits a stricter label than { $label }
   *[other] { $count } places in this text suit a stricter label than { $label }
}
access-hints-text = This is found by its form, so it can be wrong and it can miss something. Take it out, choose a stricter label, or say below that it may be read.
access-hints-more = { $count ->
    [one] One more
   *[other] { $count } more
}
access-hint-private-address = Address inside a network
access-hint-public-address = Address of a machine on the Internet
access-hint-hardware-address = Hardware address of a device
access-hint-internal-name = Name of a machine or a share
access-hint-mail-address = Mail address
access-hint-telephone = Telephone number
access-hint-person = Name of a member
access-hint-at-title = in the title
access-hint-at-summary = in the summary
access-hint-at-line = line { $line }
access-hint-suits = { $label } or stricter would suit it
access-looked-clear = { $count ->
    [one] I have looked at it. Everybody may read it, also outside the community.
   *[other] I have looked at these { $count } places. They may be read by everybody, also outside the community.
}
access-looked-green = { $count ->
    [one] I have looked at it. Every member of the community may read it.
   *[other] I have looked at these { $count } places. They may be read by every member of the community.
}
access-error-looked = Something in the text suits a stricter label. Look at it and tick the box beside it, take it out, or choose a stricter label.
access-lists-factor = What is TLP:AMBER or stricter stands in no list until you confirm that it is you.
access-error-amber-factor = On this site TLP:AMBER and TLP:AMBER+STRICT need a second factor in this session too: without one you could not open what you save. Confirm it in another tab, then save again; what you typed is kept here.
