items-nav = Restricted
items-lede = What was shared with you under TLP:RED, and requests to share something more widely. Titles stay out of lists: you see them when you open the item.
items-sealed = Shared with you under TLP:RED
items-sealed-none = Nothing under TLP:RED is shared with you.
items-sealed-hint = Opening needs a second factor in this session, and each opening is written down for the source.
items-sealed-since = Dates are shown once you have shown your second factor.
items-published = Published
items-published-on = Published on { $date }
items-in-work = Not published yet
items-in-work-since = Not published yet, last changed on { $date }
items-unopened = You have not opened it yet
items-opened-last = You opened it last on { $date }
items-reference = Reference { $number }
items-asked-on = Asked on { $date }
items-for-me = Requests that wait for your answer
items-mine = What you asked for
items-mine-none = You have not asked for wider sharing. You can do so on the page of any item that is TLP:GREEN or stricter.
items-glasses = Open beyond their audience
items-glass-until = Open until { $until }
items-gone = No longer shared with you
items-needs-factor = Opens with your second factor
items-wish = asks for { $label }

items-kind-article = Practice
items-kind-revision = Practice
items-kind-event = Event
items-kind-file = File
items-kind-note = Review note
items-kind-comment = Comment
items-kind-material = Material
items-kind-minutes = Minutes
items-kind-collection = Collection

items-state-waiting = Waits for an answer
items-state-granted = Granted
items-state-declined = Declined
items-state-withdrawn = Withdrawn

items-ground-abuse-report = A report of abuse
items-ground-legal-duty = A legal duty

items-readers-title = Who can see this?
items-readers-everyone = Everybody can read this, also without an account.
items-readers-members = { $people ->
    [one] The only member can read this.
   *[other] All { $people } members can read this.
}
items-readers-people = { $people ->
    [0] Nobody can read this.
    [one] One person can read this,
   *[other] { $people } people can read this,
}
items-readers-organisations = { $organisations ->
    [one] of one organisation.
   *[other] of { $organisations } organisations.
}
items-readers-work = It is not published yet: these people work on it. Its audience gets it when it is published.
items-people = The people
items-person = Name
items-organisation = Organisation
items-why = Why
items-more = { $more ->
    [one] And one more.
   *[other] And { $more } more.
}
items-way-everyone = it is for everybody
items-way-members = active member
items-way-source = belongs to the source
items-way-named = belongs to { $name }, which is named
items-way-client = client of { $name }
items-way-group = in the group { $name }
items-way-person = named
items-way-present = was at { $name }
items-way-present-somewhere = was at an event that is named
items-way-writer = writes it
items-way-publisher = publishes for the source
items-way-judge = was asked to judge it
items-way-circle = liaison, to whom it was handed in
items-way-glass = broke the glass, for an hour
items-parts = What belongs to it
items-note-readers = for those who work on the text
items-inherits = as the page
items-own-label = a label of its own
items-history = How its label changed
items-history-none = The label has not changed since publication.
items-audience-changed = Other readers under
items-to = became
items-wider = wider
items-opened = Who opened it
items-opened-none = Nobody has opened it yet.
items-beyond = beyond the audience
items-broken = Opened beyond its audience
items-broken-when = From { $from } until { $until }

items-view-title = View as
items-field-who = See it as
items-hint-who = You get what this person would get, as far as you can read it yourself.
items-view = View
items-view-visitor = A visitor without an account
items-view-member = Any member, of no organisation that is named
items-view-can-visitor = A visitor can read this.
items-view-can-member = Any member can read this.
items-view-can-person = { $name } can read this.
items-view-cannot-visitor = A visitor cannot read this.
items-view-cannot-member = A member as such cannot read this.
items-view-cannot-person = { $name } cannot read this.
items-view-because = Why:
items-view-factor = It opens with a second factor only.
items-view-not-suspended = The account is closed. Without an account only TLP:CLEAR can be read, and this is stricter or not published.
items-view-not-work = It is not published, and only those who work on it read it now.
items-view-not-green = TLP:GREEN is for active members.
items-view-not-amber = TLP:AMBER is for the source, the organisations, groups and persons it named, and their listed clients. This reader is none of them.
items-view-not-amber-strict = TLP:AMBER+STRICT is for the source and the organisations, groups and persons it named, without their clients. This reader is none of them.
items-view-not-red = TLP:RED is for the persons who are named, by name or by the attendance list of an event. This reader is none of them.
items-view-yes = can read it
items-view-no = cannot read it
items-view-banner-visitor = This is a view: the text as a visitor gets it.
items-view-banner-member = This is a view: the text as any member gets it.
items-view-banner-person = This is a view: the text as { $name } gets it.

items-label-title = Change the label
items-label-lede = Stricter holds at once, also for a new version in work, which is a draft again then. Wider, which is anybody new, needs a reason that all readers see.
items-now = It is now
items-answers = This answers a request
items-would-everyone = Everybody would read it
items-would-people = { $people ->
    [one] One person would read it,
   *[other] { $people } people would read it,
}
items-would-hint = Nothing is saved yet. Save when this is what you mean.
items-field-reason = Reason
items-hint-reason = Needed when somebody new may read it; at least 10 characters. Readers see it on the page.
items-label-save = Save the label
items-label-readers = Show who would read it
items-error-audience = This label and these readers do not go together. TLP:CLEAR and TLP:GREEN name nobody; TLP:RED names persons or an event.
items-error-reason = Somebody new would read this. Say why, in at least 10 characters.
items-error-approval = Your role does not let you share this widely without somebody’s approval, and nobody else approved this text. Choose a stricter label, or begin a new version and hand it in for review.
items-error-parent = What belongs to a page is never wider than the page. Choose the label of the page, or a stricter one.
items-error-same = This is the label and the audience that it has. Change one of them, or leave this page.
items-error-waiting = A request of yours about this waits for an answer. Withdraw it first if you want to send this one instead. What you typed is still here.
items-error-changed = Somebody changed the label or the audience since you opened this page. What holds now stands above. What you chose is still here: save again if you still mean it.
items-conflict-in-work = This is not published yet. Its label is chosen where it is written.
items-conflict-clear = This is TLP:CLEAR already: everybody may read and share it.
items-conflict-answered = This request was answered or withdrawn already.

items-wider-lede = { $source } is the source and decides. The request goes to those who answer for it there.
items-field-purpose = For whom, and why
items-hint-purpose = Who should be able to read it, and what for. Between 10 and 2000 characters. Only the source reads this.
items-wider-waiting = You have asked for wider sharing of this already, and the source has not answered yet.
items-wider-waiting-open = Open that request
items-wider-send = Send the request
items-request-title = Request for wider sharing
items-about = About
items-open-it = Open it
items-label-present = Label now
items-label-wanted = Wanted label
items-asked-by = Asked by
items-answer-title = Your answer
items-agree = Agree
items-agree-hint = You go on to the label, with this wish filled in. Nothing changes until you save there, and then the request is granted.
items-agree-button = Go to the label
items-decline = Decline
items-field-answer = Why not
items-hint-answer = Who asked reads this. At least 10 characters.
items-decline-button = Decline the request
items-withdraw = Withdraw the request
items-withdraw-hint = You can ask again later.

items-glass-title = Break the glass
items-glass-lede = Opens one item beyond its audience, for you alone and for one hour. The source is told at once. The log keeps who did it, why and what was opened.
items-field-address = Which item
items-hint-address = Its address on this site, or its number.
items-field-ground = Ground
items-hint-glass-reason = The source reads this. Say what was reported or which duty you follow; 20 characters or more.
items-field-told = I know that the source will be told that I opened this, and why.
items-glass-break = Open it for one hour
items-error-address = This is not the address of an item here. Copy it from the browser’s address bar, or type its number.
items-error-address-nothing = There is nothing at this address. Nothing was opened; that you asked stands in the log.
items-error-address-yours = You can read this without breaking the glass. Open it as usual.
items-error-told = Confirm that you know this: without it nothing is opened.

items-flash-label = The label is changed. Its readers are told.
items-flash-asked = The request is sent to the source.
items-flash-declined = The request is declined. Who asked is told.
items-flash-withdrawn = The request is withdrawn.
items-flash-broken = It is open for one hour. The source has been told.

items-mail-changed-subject = A label has changed
items-mail-changed-body =
    Dear { $name },

    On { $site } the label changed of something that you could read, or can read now. See it here; if the link shows you nothing, it is no longer shared with you:

    { $link }
items-mail-relabelled-subject = { $words }: the label has changed
items-mail-relabelled-body =
    Dear { $name },

    { $words }

    had the label { $from } until now. See it here:

    { $link }
items-mail-relabelled-why-subject = { $words }: the label has changed
items-mail-relabelled-why-body =
    Dear { $name },

    { $words }

    had the label { $from } until now. The reason for the change:

    { $reason }

    See it here:

    { $link }
items-mail-asked-subject = A request for wider sharing waits for you
items-mail-asked-body =
    Dear { $name },

    A member asks your organisation to share something on { $site } more widely. Read the request and answer it here:

    { $link }
items-mail-answered-subject = Your request for wider sharing is answered
items-mail-answered-body =
    Dear { $name },

    The source has answered your request for wider sharing on { $site }. Read the answer here:

    { $link }
items-mail-broken-subject = A liaison opened something of your organisation beyond its audience
items-mail-broken-body =
    Dear { $name },

    A liaison of { $site } has broken the glass on something for which you answer, and can read it for one hour. See who it was, on what ground and why, here:

    { $link }
