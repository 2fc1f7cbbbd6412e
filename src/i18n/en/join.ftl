join-nav = Ask to join
join-nav-requests = Requests
join-title = Ask to join
join-lede = For people who work on the security of operational technology, at an asset owner, an integrator, a supplier, a public body or in research. The liaison reads every request.
join-part-you = You
join-part-organisation = Your organisation
join-part-why = Why you want to take part
join-field-name = Name
join-field-email = Work mail address
join-field-function = Function
join-field-language = Language of our messages
join-field-organisation = Organisation
join-field-new-organisation = Name of a new organisation
join-field-sector = Sector
join-field-motivation = What you bring, and what you hope to find
join-field-agree = I have read the house rules and will keep to them
join-field-note = Note to the applicant (optional)
join-field-publisher = May write in the name of the organisation
join-field-reason = Reason
join-hint-email = Its domain shows where you work. We send one mail to confirm it.
join-hint-function = What you do, in the words of your own organisation.
join-hint-organisation = Choose it if it is a partner already.
join-hint-new-organisation = Only if it is not in the list.
join-hint-motivation = A few sentences, at least 40 characters. Only the liaison reads this.
join-hint-note = Goes with the welcome mail.
join-hint-reason = The applicant reads this. Say what would change your mind.
join-hint-approve-organisation = Choose another one if the applicant named it differently.
join-organisation-none = Not in the list
join-approve-organisation-asked = As asked for
join-privacy = The liaison uses what you fill in to decide on your request. If it is approved, it becomes the start of your profile.
join-send = Send the request
join-error-name = Give your name, without an internet address.
join-error-paused = Too many mails were asked for, to this address or from your network. You can send your request from { $time }: leave this page open until then. If you sent one before, confirm it with the link in its mail.
join-error-agree = Agree to the house rules to go on.
join-error-organisation = Choose your organisation, or name a new one.
join-error-organisation-made = An organisation with this name is here by now. Look at it, and choose it if this is the one.
join-error-both = You chose an organisation and named a new one. Keep one of the two.

join-sent-title = Check your mail
join-sent-lede = We have sent a mail to the address that you gave. Open the link in it to confirm that the address is yours.
join-next = What happens next
join-sent-prove = Confirm within three days. Afterwards the same link shows where your request stands.
join-sent-password = You set a password
join-sent-password-text = When the liaison has approved, you get a mail with a link.
join-sent-nothing = No mail?
join-sent-nothing-text = Look in the folder for unwanted mail. Some organisations hold mail from outside for an hour. If the address had a mistake in it, send the request again.

join-proof-title = Your request to join
join-proof-button = Yes, this is my address

join-state-unproven = Not confirmed
join-state-waiting = With the liaison
join-state-approved = Approved
join-state-declined = Declined
join-house-rules = House rules
join-rules-version = Version { $version }
join-rules-changed-1 = The first version.
join-rules-changed-other = Read the rules below as a whole.
join-rules-agreed = Who agreed
join-rules-agreed-hint = Members with access, by the newest version to which they agreed. Only liaisons see this.
join-rules-none = No version yet
join-rules-members = { $count ->
    [one] one member
   *[other] { $count } members
}

join-queue-title = Join requests
join-queue-tabs = Requests by state
join-tab-waiting = To decide
join-tab-approved = Approved
join-tab-declined = Declined
join-queue-since-waiting = Waits
join-queue-since-approved = Decided on
join-queue-since-declined = Decided on
join-queue-empty-waiting = Nobody waits for an answer. New requests appear here once the address is confirmed.
join-queue-empty-approved = No request was approved yet.
join-queue-empty-declined = No request was declined yet.
join-new = New
join-proven = Confirmed
join-decide = Decide
join-approve = Approve
join-approve-button = Approve and send the welcome mail
join-decline = Decline
join-decline-button = Decline and send the reason
join-history-proven = Mail address confirmed
join-conflict-member = There is a member with this mail address already. Decline the request, and tell the applicant to sign in.
join-flash-approved = Approved. The welcome mail is on its way.
join-flash-declined = Declined. The reason is on its way.

join-mail-proof-subject = Confirm your mail address
join-mail-proof-body =
    Dear { $name },

    You asked to join { $site }. Open this page and press the button to confirm that this address is yours:

    { $link }

    The link works for three days. Afterwards the same page tells you where your request stands.
    If you did not ask for this, do nothing.
join-mail-already-subject = You are a member already
join-mail-already-body =
    Dear { $name },

    Somebody, probably you, asked to join { $site } with this address. You have an account already; sign in here:

    { $link }

    On that page you can also ask for a link to set a new password.
join-mail-waiting-subject = A join request waits for you
join-mail-waiting-body =
    Dear { $name },

    { $words }, asks to join { $site }. Read the request and decide on it here:

    { $link }
join-mail-approved-subject = Welcome to { $site }
join-mail-approved-body =
    Dear { $name },

    Your request to join { $site } was approved. Set a password with this link and you are in:

    { $link }

    The link works for two days. If it has run out, ask for a new one on the page for signing in.

    Where your request stands, you always see here:

    { $status }
join-mail-approved-note-subject = Welcome to { $site }
join-mail-approved-note-body =
    Dear { $name },

    Your request to join { $site } was approved. The liaison writes:

    { $words }

    Set a password with this link and you are in:

    { $link }

    The link works for two days. If it has run out, ask for a new one on the page for signing in.

    Where your request stands, you always see here:

    { $status }
join-mail-declined-subject = Your request to join
join-mail-declined-body =
    Dear { $name },

    Your request to join { $site } was declined. The liaison gives this reason:

    { $words }

    All of it stands here:

    { $link }

    When things have changed, you can ask again:

    { $again }
join-proof-heading = Confirm your mail address
join-proof-text = Did you ask to join with { $email }? Then press the button. If it was not you, close this page: nothing happens.
join-status-heading-waiting = Your request is with the liaison
join-status-heading-asked = The liaison asks you something
join-status-heading-approved = You are welcome
join-status-heading-declined = Your request was declined
join-status-heading-withdrawn = You withdrew your request
join-status-heading-replaced = You sent a newer request
join-status-heading-expired = Your request has expired
join-status-text-waiting = The address { $email } is confirmed. A person reads every request; the answer, or a question, comes by mail. There is nothing you have to do now.
join-status-text-asked = The question stands below. Your request goes on once you have answered; without an answer it expires on { $until }.
join-status-text-approved = Your request was approved: you are a member with { $email }. Sign in; if you have no password yet, ask for a link on that page.
join-status-text-declined = The reason stands below and was mailed to { $email }. When things have changed, you can ask again.
join-status-text-withdrawn = Nobody decides on it any more. You can ask again at any time.
join-status-text-replaced = A later request came from { $email }, which took the place of this one. The mails about that one lead to its page.
join-status-text-expired = The question of the liaison was not answered in time. You can send a new request at any time.
join-status-since = since { $date }
join-status-history = What happened so far
join-status-sent = What you sent
join-status-keep = Whoever has the address of this page can see and answer your request. Keep it to yourself.
join-status-keep-over = Whoever has the address of this page can read what stands here. Keep it to yourself.
join-state-asked = Waits for an answer
join-state-withdrawn = Withdrawn
join-state-expired = Expired
join-history-sent = Request sent
join-history-question = The liaison asked
join-history-answer = Answered
join-history-addition = Added
join-history-acquaintance = Named an acquaintance
join-history-approved = Approved
join-history-declined = Declined
join-history-replaced = A newer request took its place
join-history-withdrawn = Withdrawn
join-history-expired = Expired without an answer
join-field-answer = Your answer
join-hint-answer = The liaison reads this. With your answer the request is with the liaison again.
join-field-message = Add something to your request
join-hint-message = The liaison reads this, beside what you sent before.
join-answer-button = Send the answer
join-add-only-button = Add it without answering
join-add-button = Add it to the request
join-error-message-paused = You added a lot to this request. You can send this from { $time }: leave the page open until then.
join-withdraw-title = Withdraw the request
join-withdraw-text = Nobody decides on your request then, and it cannot be taken up again. You can send a new one at any time.
join-withdraw-button = Yes, withdraw the request
join-again = Send a new request
join-tab-asked = Asked for more
join-tab-withdrawn = Withdrawn
join-tab-expired = Expired
join-queue-since-asked = Waits
join-queue-since-withdrawn = Withdrawn on
join-queue-since-expired = Expired on
join-queue-empty-asked = No applicant has a question to answer.
join-queue-empty-withdrawn = No request was withdrawn yet.
join-queue-empty-expired = No request has expired yet.
join-narrow = Narrow the requests
join-narrow-button = Show
join-narrow-more = More ways to narrow
join-narrow-clear = Show all of them
join-narrow-new = Names a new organisation
join-narrow-domain-fits = Belongs to the organisation
join-narrow-domain-other = Does not, as far as we know
join-narrow-domain-free = Free mail
join-none-fit = No request here is like that.
join-field-q = Words in the request
join-any-organisation = Any organisation
join-field-domain = Mail domain
join-any-domain = Any domain
join-field-days = Waits for more than so many days
join-tick = Approve together
join-tick-name = Approve { $name } together with others
join-others = Known before
join-no-others = Nothing
join-waits = { $days ->
    [0] since today
    [one] one day
   *[other] { $days } days
}
join-turn-waiting = your turn
join-turn-asked = the applicant’s turn
join-turn-of-liaison = It is the liaison’s turn.
join-turn-of-applicant = It is the applicant’s turn: a question waits for its answer.
join-domain-fits = this organisation
join-domain-elsewhere = another organisation
join-domain-unknown = not known
join-domain-free = free mail
join-domain-add = Note { $domain } as a domain of { $organisation }
join-same-address = Has an account with this address:
join-same-member = Perhaps the same as the member
join-same-request = Perhaps the same as the applicant
join-former = Was a member of { $organisation }.
join-earlier = Earlier request
join-bulk-look = Look at the ticked ones together
join-bulk-title = Approve together
join-bulk-done-title = What became of them
join-bulk-lede = { $count ->
    [one] One request will be approved. The applicant gets the welcome mail at once.
   *[other] { $count } requests will be approved. Each applicant gets the welcome mail at once.
}
join-bulk-none = Nothing was ticked. Tick requests in the list of those to decide.
join-bulk-still = Still waiting
join-bulk-ready = Will be approved
join-bulk-stands-out = { $count ->
    [one] Look at one of them again: its domain does not fit, or the person is known.
   *[other] Look at { $count } of them again: the domain does not fit, or the person is known.
}
join-bulk-becomes = Becomes a member for { $organisation }
join-bulk-leave-out = Leave out { $name }
join-bulk-button = { $count ->
    [one] Approve this request
   *[other] Approve { $count } requests
}
join-bulk-back = Back to the requests
join-bulk-members = Not approved here: the address has an account
join-bulk-others = Not waiting any more
join-flash-bulk = What became of each stands below.
join-notices-title = Mails about requests
join-notices-lede = Requests are counted at the top of each page. Choose whether you get mail about them as well. Every liaison chooses alone.
join-field-notices = When do you want mail?
join-notices-at-once = At once
join-notices-means-at-once = When a request comes in, and when an applicant answers or adds something.
join-notices-daily = Once a day
join-notices-means-daily = At seven in the morning, if anything waits.
join-notices-never = Not at all
join-notices-means-never = The count at the top of the page tells you.
join-flash-notices = Kept. This holds from now on.
join-ask = Ask for more
join-field-question = Question to the applicant
join-hint-question = The applicant reads this and answers on a page of their own. The request waits for that.
join-ask-button = Ask and mail the question
join-notes = For liaisons only
join-field-internal = Internal note (optional)
join-hint-internal = Never shown to the applicant. It is kept with whichever button you press.
join-note-button = Keep the note and decide later
join-field-internal-over = Internal note
join-hint-internal-over = Never shown to the applicant. The decision stays as it is.
join-note-button-over = Keep the note
join-notes-so-far = Internal notes
join-no-notes = None yet.
join-replaced = The applicant sent a newer request.
join-replaced-open = Open that one
join-conflict-moved = The request moved on while you were at it. Open it again to see where it stands.
join-conflict-unproven = The mail address of this request is not confirmed yet. Open the link in the first mail and press the button there.
join-conflict-waiting = This request waits for a decision. Open it to decide.
join-conflict-asked = The applicant was asked for more and has not answered yet. Open the request to read the question.
join-conflict-approved = This request was approved already. Open it to see by whom.
join-conflict-declined = This request was declined already. Open it to see by whom.
join-conflict-withdrawn = The applicant withdrew this request, or sent a newer one. Look for it among the requests to decide.
join-conflict-expired = This request has expired: the question was not answered in time.
join-conflict-own-waiting = Your request is with the liaison, who has not asked you anything. You can add something to it on its page.
join-conflict-own-asked = The liaison asked you something. Answer it on the page of your request.
join-conflict-own-approved = Your request was approved meanwhile. The mail about it tells how you go on.
join-conflict-own-declined = Your request was declined meanwhile. The reason stands on its page and in the mail about it.
join-conflict-own-withdrawn = This request was withdrawn, or a newer one took its place.
join-conflict-own-expired = This request has expired, for the question was not answered in time. You can send a new one.
join-flash-asked = Asked. The question is on its way.
join-flash-withdrawn = Withdrawn. A mail confirms it.
join-flash-message = Sent. The liaison reads it.
join-flash-note = Kept. Only liaisons read it.
join-mail-asked-subject = A question about your request to join
join-mail-asked-body =
    Dear { $name },

    The liaison of { $site } read your request to join and asks:

    { $words }

    Answer on this page; then your request goes on:

    { $link }

    Without an answer the request expires on { $until }.
join-mail-reminder-subject = Your request to join waits for your answer
join-mail-reminder-body =
    Dear { $name },

    The liaison of { $site } asked you something about your request to join:

    { $words }

    Answer on this page:

    { $link }

    Without an answer the request expires on { $until }. If you do not want to join any more, you can withdraw it there.
join-mail-expired-subject = Your request to join has expired
join-mail-expired-body =
    Dear { $name },

    Your request to join { $site } has expired, for this question was not answered:

    { $words }

    What was said stands here:

    { $link }

    You can send a new request at any time:

    { $again }
join-mail-withdrawn-subject = You withdrew your request to join
join-mail-withdrawn-body =
    Dear { $name },

    Your request to join { $site } was withdrawn on the page that only the links in our mails to you lead to. Nobody decides on it any more. It stands here:

    { $link }

    You can send a new request at any time:

    { $again }
join-mail-answered-subject = An applicant answered
join-mail-answered-body =
    Dear { $name },

    { $words }, answered your question about the request to join { $site }. Read the answer and decide here:

    { $link }

    How you are told of requests, you choose on the page with all of them.
join-mail-added-subject = An applicant added something
join-mail-added-body =
    Dear { $name },

    { $words }, added something to the request to join { $site }. It stands here:

    { $link }

    How you are told of requests, you choose on the page with all of them.
join-mail-digest-subject = Join requests: { $count }
join-mail-digest-body =
    Dear { $name },

    These requests to join { $site } wait for a decision, the longest first:

    { $words }

    Decide here:

    { $link }

    This mail comes once a day while anything waits. On that page you choose how you are told.
join-mail-digest-count = { $count ->
    [one] one waits
   *[other] { $count } wait
}
join-mail-digest-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
join-notices-save = Keep this choice

join-invitations-title = Invitations
join-invitations-lede = Coordinators invite colleagues for their organisation, the liaison invites anybody. An invitation waits for 21 days.
join-invitations-not-you = Coordinators and the liaison invite. Ask one of them to invite your colleague.
join-invitations-so-far = Who was invited
join-invitations-none = Nobody was invited yet.
join-invite = Invite somebody
join-invite-button = Send the invitation
join-field-invite-email = Work mail address
join-hint-invite-email = The link in the mail proves the address. If it is that of somebody with an account at another organisation, the mail tells them; this page does not tell you.
join-field-invite-language = Language of the mail
join-field-invite-note = Words of your own (optional)
join-hint-invite-note = They stand in the mail and on the page of the invitation.
join-invitation-open = Waits for an answer
join-invitation-accepted = Accepted
join-invitation-declined = Declined
join-invitation-revoked = Revoked
join-invitation-expired = Expired
join-invitation-by = Invited by { $name }
join-invitation-until = until { $date }
join-invitation-request = Request to join
join-invitation-send = Send again
join-invitation-send-to = Send again to { $email }
join-invitation-emptied = Somebody whose address is no longer kept
join-invitation-revoke = Revoke the invitation
join-invitation-publisher = You may then write in the name of { $organisation }.
join-invitation-revoke-text = It cannot be accepted any more from then on. Nobody is told.
join-invitation-title = You are invited
join-invitation-lede = { $inviter } invites you to join { $site } for { $organisation }.
join-invitation-makes-member = Accept, set a password, and you are a member with { $email }.
join-invitation-waits = Accept, and the liaison decides on your request, for { $email } is not a known address of this organisation.
join-invitation-valid = The invitation holds until { $date }.
join-invitation-accept = Accept the invitation
join-invitation-decline = Decline the invitation
join-invitation-decline-text = { $inviter } is told that you declined. The link in the mail stops working.
join-invitation-decline-button = Yes, decline it
join-declined-title = You declined the invitation
join-declined-lede = Whoever invited you is told. If you change your mind, ask them for a new invitation.
join-over-newer-title = There is a newer link
join-over-newer-text = This invitation was sent again, and the link in the newer mail took the place of this one.
join-over-newer-next = Open the link in the last mail. If you do not find it, ask who invited you to send it again, or ask to join yourself.
join-over-member-title = You have an account already
join-over-member-text = The address to which this invitation went has an account. There is nothing left to accept.
join-over-member-next = Sign in. If you have no password yet, or do not know it any more, ask for a link on that page.
join-over-accepted-title = You accepted this invitation already
join-over-accepted-text = It became a request to join, on which the liaison decides.
join-over-accepted-next = Open the link in the mail about your request: it leads to the page that says where it stands. Once it is approved, you sign in.
join-over-declined-title = You declined this invitation
join-over-declined-text = It cannot be accepted any more.
join-over-declined-next = If you changed your mind, ask who invited you for a new invitation, or ask to join yourself.
join-over-revoked-title = This invitation was revoked
join-over-revoked-text = Whoever sent it, or somebody else who looks after invitations, took it back.
join-over-revoked-next = Ask who invited you, or ask to join yourself.
join-over-expired-title = This invitation has expired
join-over-expired-text = An invitation waits for 21 days.
join-over-expired-next = Ask who invited you to send it again, or ask to join yourself.
join-over-unknown-title = This link leads to no invitation
join-over-unknown-text = It ended some time ago, or the mail program cut it off.
join-over-unknown-next = Open the link as a whole, as it stands in the mail. If that does not help, ask who invited you, or ask to join yourself.
join-invited-by = Invited by { $name } for { $organisation }.
join-invited-publisher = May write in its name, if you agree.
join-vouches = What members say
join-vouched = Vouched for by
join-vouched-not = Not known to
join-vouch-title = Do you know { $name }?
join-vouch-lede = Somebody asks to join { $site }, and you may know them. The liaison reads what you say; the applicant does not.
join-field-knows = Do you know this person?
join-knows-yes = I know this person and vouch for them
join-knows-no = I do not know them
join-field-words = In a sentence
join-hint-words = How you know each other, in at least 10 characters. You can leave it out if you do not know them.
join-vouch-button = Tell the liaison
join-acquaintance = Who knows you?
join-acquaintance-text = A member who vouches for you helps the liaison to decide.
join-field-acquaintance = Mail address of a member
join-hint-acquaintance = If a member has this address, we ask them. They see your name, organisation and function.
join-acquaintance-button = Ask this member
join-acquaintance-colleague = Members of your organisation can vouch for you on this page:
join-error-invited = This address has an invitation that is still open. Revoke it or send it again; if you do not see it in the list, ask the liaison.
join-error-invite-member = This is the address of somebody who is already a member of this organisation, so there is nobody to invite. A role is given on the page with the people of the organisation.
join-error-invite-asleep = This is the address of a member of this organisation whose access sleeps. Let them in again on the page with the people of the organisation.
join-error-invite-ended = This is the address of somebody whose membership of this organisation was ended by a decision, so nothing was sent. A liaison decides whether they come back: ask one.
join-error-invite-elsewhere = This address has an account already, with another organisation. If its owner changed jobs, end that membership first; then you can invite them.
join-error-invite-paused = You sent too many invitations, or too many mails went to this address. You can send this one from { $time }: leave the page open until then.
join-error-acquaintance-own = This is your own address. Name somebody else who knows you.
join-forbidden-invite = Only coordinators invite, each for the own organisation, and the liaison. Ask one of them to invite your colleague.
join-conflict-invited = This address has another invitation that is still open. Revoke that one first.
join-conflict-invitation-open = This invitation is open. Only who sent it or the liaison can send it again.
join-conflict-invitation-accepted = This invitation was accepted meanwhile. Nothing is left to do.
join-conflict-invitation-declined = This invitation was declined. You can write a new one.
join-conflict-invitation-revoked = This invitation was revoked meanwhile. You can write a new one.
join-conflict-invitation-expired = This invitation has expired. Send it again, or write a new one.
join-conflict-invitation-member = You have an account with this address already. Sign in; you can ask for a link to set a password there.
join-conflict-vouch-own = This is your own request. Others can vouch for you.
join-conflict-vouch-twice = You told the liaison what you know. That can be said once.
join-conflict-vouch-over = Nothing can be said about this request any more: it was decided or withdrawn.
join-flash-invited = Invited. The mail is on its way.
join-flash-invited-again = Sent again. A link in an earlier mail no longer works.
join-flash-invitation-revoked = Revoked. It cannot be accepted any more.
join-flash-invitation-accepted = Accepted.
join-flash-vouched = Thank you. The liaison reads it.
join-flash-acquaintance = If a member has this address, we ask them.
join-mail-invitation-subject = { $inviter } invites you to { $site }
join-mail-invitation-body =
    Hello { $name },

    { $inviter } invites you to join { $site } for { $organisation }. Read what that means, and accept or decline, here:

    { $link }

    The invitation holds until { $until }.

join-mail-invitation-note-subject = { $inviter } invites you to { $site }
join-mail-invitation-note-body =
    Hello { $name },

    { $inviter } invites you to join { $site } for { $organisation }, and writes:

    { $words }

    Read what that means, and accept or decline, here:

    { $link }

    The invitation holds until { $until }.

join-mail-invitation-already-subject = You have an account already
join-mail-invitation-already-body =
    Dear { $name },

    { $inviter } invited you to join { $site } for { $organisation }. You have an account already, so there is nothing to accept. You sign in here:

    { $link }

    You can ask for a link to set a new password on that page. If you work for { $organisation } now, talk to { $inviter } and to the liaison ({ $ask }), who can change your membership.

join-mail-invitation-accepted-subject = Welcome to { $site }
join-mail-invitation-accepted-body =
    Dear { $name },

    You accepted the invitation to join { $site } and are a member now. If you have not set a password yet, ask for a link on the page for signing in:

    { $link }
join-mail-invitation-declined-subject = An invitation was declined
join-mail-invitation-declined-body =
    Dear { $name },

    { $words } declined the invitation to join { $site } for { $organisation }. All invitations stand here:

    { $link }
join-mail-invited-subject = Your request to join is with the liaison
join-mail-invited-body =
    Dear { $name },

    You accepted an invitation to join { $site }. The liaison decides on it. Where it stands, you can always see here:

    { $link }
join-mail-vouch-subject = Do you know somebody who asks to join?
join-mail-vouch-body =
    Dear { $name },

    { $words }, asks to join { $site } and may know you. Tell the liaison whether you know this person:

    { $link }

    The applicant does not read what you say.
