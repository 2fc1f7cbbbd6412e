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
join-proof-heading-unproven = Confirm your mail address
join-proof-heading-waiting = Your request is with the liaison
join-proof-heading-approved = You are welcome
join-proof-heading-declined = Your request was declined
join-proof-heading-replaced = You sent a newer request
join-proof-text-unproven = Did you ask to join with { $email }? Then press the button. If it was not you, close this page: nothing happens.
join-proof-text-waiting = The address { $email } is confirmed. A person reads every request; you get the answer by mail. You can open this page again at any time to see where it stands.
join-proof-text-approved = Your request was approved. The mail to { $email } has a link with which you set a password.
join-proof-text-declined = The reason stands below and was mailed to { $email }. You can ask again when things have changed.
join-proof-text-replaced = The later request from { $email } took the place of this one.
join-proof-button = Yes, this is my address

join-state-unproven = Not confirmed
join-state-waiting = With the liaison
join-state-approved = Approved
join-state-declined = Declined
join-state-replaced = Replaced

join-house-rules = House rules
join-rules-version = Version { $version }

join-queue-title = Join requests
join-queue-tabs = Requests by state
join-tab-waiting = To decide
join-tab-approved = Approved
join-tab-declined = Declined
join-queue-since-waiting = Waits since
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
join-history-asked = Asked to join
join-history-proven = Mail address confirmed
join-conflict-decided = This request has been decided already. Open it to see by whom.
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
join-mail-approved-note-subject = Welcome to { $site }
join-mail-approved-note-body =
    Dear { $name },

    Your request to join { $site } was approved. The liaison writes:

    { $words }

    Set a password with this link and you are in:

    { $link }

    The link works for two days. If it has run out, ask for a new one on the page for signing in.
join-mail-declined-subject = Your request to join
join-mail-declined-body =
    Dear { $name },

    Your request to join { $site } was declined. The liaison gives this reason:

    { $words }

    You can ask again when things have changed:

    { $link }
join-conflict-replaced = The applicant sent a newer request, which took the place of this one. Look for it among the requests to decide.
join-note = What the liaison wrote
