account-sign-in = Sign in
account-sign-out = Sign out
account-no-account = No account yet?
account-menu-mine = My page
account-menu-profile = Change my profile
account-field-email = Mail address
account-field-password = Password
account-field-new-password = New password
account-field-password-again = The same password again
account-field-expertise = Expertise
account-field-about = About you
account-field-sectors = Sectors
account-field-language = Language
account-hint-password = At least { $shortest } characters. A sentence of four or five words is easy to keep and hard to guess.
account-hint-email = You change it under “Account and security”.
account-hint-expertise = A few words that others would look for: Modbus, batch control, incident response.
account-hint-about = What you do and what others may ask you. Markdown works.
account-hint-language = For the site and for our mails.
account-error-sign-in = This address and password do not belong together. Check both, or ask for a link to set a new password.
account-error-sign-in-paused = Too many tries, with this address or from your network. You can sign in again from { $time }. To get in sooner, ask for a link to set a new password.
account-error-new-link-paused = Too many mails were asked for, to this address or from your network. You can ask for the next one from { $time }. If you have an account, use the link in an earlier mail: it works for two days.
account-error-password-short = Use at least { $limit } characters.
account-error-password-again = The two passwords are not the same.

account-new-link-title = Set a new password
account-new-link-lede = Forgotten, or the link in the welcome mail has run out? Give your mail address and we send a new link.
account-new-link-send = Send the link
account-new-link-sent = If there is an account with this address, a mail with a link is on its way. The link works for two days.
account-new-link-nothing = Look in the folder for unwanted mail, and check that you gave the address of your account. Without an account, ask to join.

account-password-title = Set your password
account-password-lede = For the account of { $email }. You are then signed in here, and signed out everywhere else.
account-password-button = Set the password and sign in

account-profile-title = Your profile
account-profile-lede = This is how other members see you. Visitors do not see it.
account-profile-welcome = Welcome! Tell the other members who you are. Visitors do not see it, and you can change it at any time.
account-profile-save = Save the profile

account-go-on-title = You are signed in again
account-go-on-text = Your session had ended while you were writing. Your text is kept: look it over and send it again.
account-go-on-press = Your session had ended, so the step that you asked for was not taken. Press the button to take it now.
account-go-on-button = Send it now

account-flash-signed-in = You are signed in.
account-flash-signed-out = You are signed out.
account-flash-password-set = Your password is set, and you are signed in.
account-flash-profile-saved = Your profile is saved.

account-mail-password-subject = Set a new password
account-mail-password-body =
    Dear { $name },

    With this link you set a new password for { $site }:

    { $link }

    It works once, for two days. If you did not ask for it, do nothing: your password stays as it is.
account-error-password-known = This password is among the first that are tried: it is made of words that many choose, years, rows of keys, or your own name or address. Use a sentence of your own.

account-go-on-factor-title = Confirmed
account-go-on-factor-text = What you sent is kept. Look it over and send it again.
account-go-on-factor-press = The step that you asked for was not taken yet. Press the button to take it now.
account-rules-short = To which version you agreed, and when.
account-rules-lede-first = Read the house rules and agree to them. Then the pages for members are open to you.
account-rules-lede-newer = The house rules have changed since you agreed to them. Read what is new and agree; then the pages for members are open to you again.
account-rules-lede-agreed = You agreed to the version in force.
account-rules-agreed = You agreed to version { $version } on { $date }
account-rules-conflict = Your agreement was not noted: version { $version } has come into force since you opened this page. Read that one and agree to it.
account-rules-kept = What you typed is kept: it goes along, and you can look at it before it is sent again.
account-rules-changed = What changed
account-rules-agree = I have read the house rules and will keep to them
account-rules-not-now = Not now: sign out
account-rules-or-leave = You do not want to agree? Whatever you decide, this stays open to you:
account-flash-rules-agreed = Your agreement to the house rules is noted.
account-go-on-rules-title = Agreed
account-field-code = Code
account-hint-code = The six digits that the app shows now.
account-hint-code-or-recovery = The six digits that your authenticator app shows now, or one of your recovery codes.
account-error-code = This code does not match, or it was used before. Wait until the app shows the next one and type that.
account-error-code-first = This code does not match. Check that the time of your phone is set automatically, wait for the next code and type that.
account-error-code-shape = A code of the app has six digits. A recovery code has sixteen letters and digits.

account-second-factor-title = Second factor
account-second-factor-short = A code from your phone, besides your password. You need it for information under TLP:AMBER or stricter, and for every role that decides about others.
account-second-factor-link = Set up or look at your second factor
account-second-factor-lede = Information under TLP:AMBER or stricter opens only for somebody who shows, besides a password, a code from an app on their own phone. A password that leaks is then not enough.
account-second-factor-none = You have no second factor yet. You need an authenticator app on your phone; any that shows codes of six digits works. It takes two minutes.
account-second-factor-begin = Set up a second factor
account-second-factor-scan = 1. Let your app scan this
account-second-factor-scan-text = Choose “add” in the authenticator app and point the camera at the square. If you cannot scan it, type the key in the app.
account-second-factor-qr = QR code that holds the key below, for the authenticator app
account-second-factor-secret = Key
account-second-factor-open = Open it in the app on this device
account-second-factor-first = 2. Type the first code
account-second-factor-set = Put the second factor into use
account-second-factor-waits = This key waits for its first code for fifteen minutes.
account-second-factor-other = Make another key
account-second-factor-since = In use since
account-second-factor-left = Recovery codes
account-second-factor-codes-left = { $count ->
    [0] None left. Remove the second factor and set it up again to get new ones.
    [one] One left
   *[other] { $count } left
}
account-second-factor-here = In this browser
account-second-factor-shown = Confirmed. This counts for twelve hours, or until you sign out.
account-second-factor-not-shown = Not confirmed yet
account-second-factor-confirm = Confirm with your second factor
account-second-factor-remove-title = Remove the second factor
account-second-factor-remove-text = Do this when you get another phone, and then set it up again. Until then you cannot open anything under TLP:AMBER or stricter, and a role that decides about others rests. The recovery codes end as well.
account-second-factor-remove-first = Confirm with your second factor first; the button to remove it then stands here. A recovery code will do.
account-second-factor-remove = Remove the second factor
account-second-factor-profile = Back to your profile
account-conflict-second-factor = You have a second factor already. Remove it first if you want to set up another.
account-conflict-second-factor-over = The key that you were setting up has waited for more than fifteen minutes, or there is another by now. Open the page of your second factor and begin again.

account-codes-title = Your recovery codes
account-codes-lede = Your second factor is in use, and confirmed in this browser. These ten codes help you when you lose your phone.
account-codes-once = You see them only now. Print them or write them down, and keep them apart from your phone.
account-codes-use = Each code works once, in the place of a code of the app.
account-codes-done = I have kept them

account-confirm-title = Confirm with your second factor
account-confirm-lede = You then go on where you were. It counts for twelve hours in this browser, or until you sign out.
account-confirm-button = Confirm
account-confirm-none = A second factor guards your account better than a password alone.
account-confirm-lede-password = You then go on where you were. Confirm with your password; it counts for ten minutes in this browser.
account-error-password-wrong = This is not your password. Check it and try again.
account-error-password-paused = Too many tries. You can try again from { $time }.
account-confirm-lost = Phone lost and no recovery codes? Ask the liaison, who can start its removal. You are told by mail, and after a waiting time you set up a new one.
account-confirm-paused = Five wrong codes: a pause
account-confirm-paused-text = { $minutes ->
    [one] No code is taken until { $time }, in one minute. This slows down anybody who guesses. If it was not you, set a new password.
   *[other] No code is taken until { $time }, in { $minutes } minutes. This slows down anybody who guesses. If it was not you, set a new password.
}

account-flash-second-factor-shown = Confirmed. This counts for twelve hours in this browser.
account-flash-second-factor-removed = Your second factor is removed.
account-flash-recovery-waits = You are signed in. The removal of your second factor was begun, as if you had lost it. If that is not so, tell the liaison, or stop it with the link in the mail that you got.
account-flash-recovery-code-used = Confirmed. That recovery code is used up now.

account-mail-second-factor-set-subject = Your account has a second factor now
account-mail-second-factor-set-body =
    Dear { $name },

    A second factor was set up for your account at { $site }. From now on it opens information under TLP:AMBER or stricter, and wakes roles that decide about others.

    Was it you? Then do nothing. If not, set a new password at once and tell the liaison:

    { $link }
account-mail-second-factor-removed-subject = The second factor of your account is removed
account-mail-second-factor-removed-body =
    Dear { $name },

    The second factor of your account at { $site } was removed. Its recovery codes no longer work either.

    Was it you? Then set up a new one when you need it. If not, set a new password at once and tell the liaison:

    { $link }

account-passkeys-title = Passkeys
account-passkeys-short = Sign in with your fingerprint, your face or the PIN of your device, without a password. A passkey is a second factor as well.
account-passkeys-lede = With a passkey you sign in with your fingerprint, your face or the PIN of your device. Nobody can guess it, and it works on this site only. It counts as both factors, so it also opens information under TLP:AMBER or stricter.
account-passkeys-none = You have no passkey yet.
account-passkey-synced = Synced: on all your devices that use the same password manager
account-passkey-bound = Bound to one device
account-passkey-created = Added { $date }
account-passkey-used = last used { $date }
account-passkey-unused = never used
account-passkey-made = Added
account-passkey-last = Last used
account-passkey-where = Where it is
account-passkey-title = Passkey
account-passkey-rename = Save the name
account-passkey-add-title = Add a passkey
account-passkey-add = Add a passkey
account-passkey-add-first = Show first that it is you: the form to add a passkey then stands here, for ten minutes.
account-passkey-needs-script = Adding a passkey needs a script, which this browser does not run. All else on this site works without.
account-passkey-remove-link = Remove { $name }
account-passkey-remove-title = Remove the passkey
account-passkey-remove-lede = You can then no longer sign in with “{ $name }”. Your device may still show it; remove it there as well.
account-passkey-remove-password = You can still sign in with your password, and with any other passkey you have.
account-passkey-remove-other = You can still sign in with another passkey. Your account has no password.
account-passkey-keep = Keep it
account-passkey-said-none = This browser cannot use passkeys here. Use a recent browser, and open the site over https. Everything else works as before.
account-passkey-said-cancelled = No passkey was used: it was cancelled, or it took too long. Nothing changed. You can try again.
account-passkey-said-failed = The passkey could not be used just now. Nothing changed. Try again, or go on another way.
account-sign-in-passkey = Sign in with a passkey
account-confirm-passkey = Confirm with a passkey
account-field-passkey = Passkey
account-field-passkey-name = Name of the passkey
account-hint-passkey-name = For yourself, so that you know later which it is.
account-error-passkey = This passkey was not accepted. Nothing changed. Try again, or go on another way.
account-error-passkey-over = This took longer than five minutes, was sent before, or was begun in another browser. Nothing changed. Press the button once more.
account-error-passkey-unknown = This passkey does not belong to an account here, or was removed. Try another passkey, or sign in another way.
account-error-passkey-counter = This passkey was refused, because a copy of it may exist. Sign in another way, remove it, and tell the liaison.
account-error-passkey-known = This passkey is here already. Choose another device or another password manager.
account-error-passkey-known-here = This device already has a passkey for your account. Choose another one, or keep using that.
account-error-passkey-many = You have twenty passkeys, the most there can be. Remove one that you no longer use, and then add another.
account-error-passkey-nothing = No passkey was sent. That takes a script, which this browser did not run. Sign in or confirm another way.
account-error-passkey-paused = Too many sign-ins were begun from your network. Wait a few minutes and press the button again, or go on another way.
account-conflict-passkeys-no-host = Passkeys do not work at this address of the site, because it is a bare number. The operator can give the site an address with a name.
account-conflict-no-passkey = You have no passkey. Add one first.
account-conflict-only-way = This passkey is the only way into your account. Set a password or add another passkey first, and then remove this one.
account-password-none = Your account has no password. You sign in with a passkey. If you lose all your passkeys, a mailed link lets you set a password.
account-password-stays = You sign in with a password. Once you have a passkey, you can remove the password.
account-password-may-go = You have a passkey, so you can do without a password. What is not there cannot be guessed or stolen.
account-password-remove-title = Remove the password
account-password-remove-lede = You then sign in with a passkey only.
account-password-remove-text = If you lose all your passkeys, a link that we mail to your address lets you set a password again. Better still: have two passkeys, on two devices.
account-password-keep = Keep the password
account-flash-passkey-added = Your passkey is added. You can sign in with it from now on.
account-flash-passkey-renamed = The name is saved.
account-flash-passkey-removed = The passkey is removed.
account-flash-password-removed = Your password is removed. You sign in with a passkey from now on.

account-mail-passkey-added-subject = Your account has a new passkey
account-mail-passkey-added-body =
    Dear { $name },

    A passkey was added to your account at { $site }. Whoever has it can sign in with it, without a password.

    Was it you? Then do nothing. If not, remove it at once, set a new password and tell the liaison:

    { $link }
account-mail-passkey-removed-subject = A passkey of your account is removed
account-mail-passkey-removed-body =
    Dear { $name },

    A passkey of your account at { $site } was removed. Nobody can sign in with it any more.

    Was it you? Then do nothing. If not, set a new password at once and tell the liaison:

    { $link }
account-mail-password-removed-subject = Your account has no password any more
account-mail-password-removed-body =
    Dear { $name },

    The password of your account at { $site } was removed. From now on you sign in with a passkey.

    Was it you? Then do nothing. If not, set a new password at once and tell the liaison:

    { $link }
account-flash-password-shown = Confirmed. This counts for ten minutes in this browser.
account-flash-password-changed = Your password is changed. You are signed out everywhere else.
account-flash-session-ended = That session is ended.
account-flash-sessions-ended = You are signed out everywhere else.
account-flash-address-asked = Two mails are on their way, one to each address. Your address changes when both are confirmed.
account-flash-address-confirmed = Confirmed. Your address changes when the other mailbox has confirmed it too.
account-flash-address-changed = Your mail address is changed.
account-flash-address-stopped = Your mail address stays as it was.
account-flash-recovery-started = The waiting time has begun. The member is told by mail.
account-flash-recovery-stopped = Stopped. The second factor stays.

account-menu-account = Account and security
account-overview-title = Account and security
account-overview-lede = What guards your account. Each change is mailed to you, so that you notice one that is not yours.
account-overview-password = Set
account-overview-no-password = None. You sign in in another way.
account-overview-factor = In use since { $date }.
account-overview-no-factor = None yet. You need one to open what is under TLP:AMBER or stricter, and for any role that decides about others.
account-overview-sessions = { $count ->
    [one] Signed in at one browser
   *[other] Signed in at { $count } browsers
}
account-overview-log = What you did and what was done about you, as the audit log has it.
account-overview-recovery = A liaison started the removal of your second factor. It is removed on { $time }. Is it not lost? Stop it with the link in the mail that you got, or tell the liaison.

account-sessions-title = Where you are signed in
account-sessions-lede = Every browser in which you are signed in. Is one of them not yours? End it, and set a new password.
account-sessions-unknown = A browser that we do not know
account-sessions-here = This browser
account-sessions-began = Signed in
account-sessions-used = Last used
account-sessions-ends = Ends at the latest
account-sessions-no-factor = Not shown
account-sessions-end = End this session
account-sessions-all = Sign out in more places at once
account-sessions-all-text = A lost laptop or phone, or a browser somewhere that you share with others: sign out there from here.
account-sessions-end-others = Sign out everywhere else
account-sessions-end-all = Sign out everywhere, here too
account-method-password = with a password
account-method-mailed-link = with a link that was mailed
account-method-passkey = with a passkey
account-method-provider = at an identity provider

account-new-password-title = Change your password
account-new-password-lede = You stay signed in here. All other sessions end.
account-new-password-button = Change the password

account-address-title = Mail address
account-address-lede = Your address is { $email }. To change it, confirm it in both mailboxes: the one of now and the new one.
account-address-waits = Waiting for { $email }
account-address-waits-short = { $email } waits to be confirmed.
account-address-waits-text = The links in both mails work for two days. Without a confirmation your address stays as it is.
account-address-confirmed = Confirmed on { $time }
account-address-not-confirmed = Not confirmed yet
account-address-stop = Stop this change
account-address-button = Send the two mails
account-field-new-email = New mail address
account-hint-new-email = Preferably of your organisation.
account-error-address-same = This is your address already.
account-error-address-paused = Too many mails were asked for, to this address or from your network. You can try again from { $time }.
account-address-confirm-title = Confirm the change of address
account-address-confirm-old = The account of { $old } asks to use { $new } from now on.
account-address-confirm-new = An account at this site asks to use { $new } from now on.
account-address-confirm-text = The change is made when both mailboxes have confirmed it. If you did not ask for it, close this page: nothing changes.
account-address-confirm-button = Confirm
account-conflict-address = This address belongs to another account by now, so the change cannot be made. Your address stays as it was.

account-recovery-title = Keep your second factor
account-recovery-lede = A liaison was told that you lost your second factor, and started its removal. It is removed on { $time }.
account-recovery-text = Do you still have it, or did you not ask for this? Then stop it here, and tell the liaison: somebody may be trying to get into your account.
account-recovery-button = Stop the removal

account-mail-new-device-subject = New sign-in to your account
account-mail-new-device-body =
    Dear { $name },

    Somebody signed in to your account at { $site } in a browser where you were not signed in before: { $device }, on { $time }.

    Was it you? Then do nothing. If not, end that session and set a new password at once:

    { $link }
account-mail-password-set-subject = Your password was changed
account-mail-password-set-body =
    Dear { $name },

    A new password was set for your account at { $site }. All other sessions were ended.

    Was it you? Then do nothing. If not, ask for a link to set a new password at once and tell the liaison:

    { $link }
account-mail-recovery-code-used-subject = A recovery code of your account was used
account-mail-recovery-code-used-body =
    Dear { $name },

    A recovery code was used in the place of your second factor at { $site }. It no longer works.

    Was it you? Then do nothing, and set up a new second factor before the codes run out. If not, set a new password at once and tell the liaison:

    { $link }
account-mail-address-old-subject = Confirm another mail address for your account
account-mail-address-old-body =
    Dear { $name },

    Your account at { $site } asks to use another mail address from now on: { $words }. Confirm it here, and in the mail to the new address:

    { $link }

    The link works once, for two days. If you did not ask for this, do not open it: your address stays as it is. Then somebody else is signed in as you: set a new password at once.
account-mail-address-new-subject = Confirm your new mail address
account-mail-address-new-body =
    Dear { $name },

    Your account at { $site } asks to use this mail address from now on. Confirm it here, and in the mail to your address of now:

    { $link }

    The link works once, for two days. If you have no account there, do nothing.
account-mail-address-taken-subject = You have an account already
account-mail-address-taken-body =
    Dear { $name },

    Another account at { $site } asked to use your mail address. That cannot be: your own account has it. Nothing changes.

    If the other account is yours as well, ask the liaison which one to keep:

    { $link }
account-mail-address-changed-subject = Your mail address was changed
account-mail-address-changed-body =
    Dear { $name },

    The mail address of your account at { $site } is now { $words }. Both mailboxes confirmed it.

    If you did not do this, tell the liaison at once:

    { $link }
account-mail-recovery-started-subject = Your second factor will be removed
account-mail-recovery-started-body =
    Dear { $name },

    A liaison of { $site } was told that you lost your second factor and started its removal. It is removed on { $time }; until then everything stays as it is.

    Do you still have it, or did you not ask for this? Stop it here:

    { $link }
account-mail-recovery-stopped-subject = The removal of a second factor was stopped
account-mail-recovery-stopped-body =
    Dear { $name },

    The removal of the second factor of { $who } at { $site } was stopped. It stays in use.

    { $link }
account-mail-recovery-done-subject = Your second factor was removed
account-mail-recovery-done-body =
    Dear { $name },

    The waiting time is over, and the second factor of your account at { $site } was removed, as you had asked the liaison. Sign in with your password and set up a new one:

    { $link }

account-leave-title = Leave
account-leave-short = You can leave an organisation, or the community, at any time.
account-leave-link = Leave an organisation or the community
account-leave-lede = You can leave at any time. What leaving means:
account-leave-ends = What your membership opens closes at once. Without another organisation you are signed out everywhere.
account-leave-texts = The texts that you wrote stay with the organisation, under its name. You are in the list of members no more.
account-leave-back = Your account is kept, so that you can come back: a coordinator of the organisation or a liaison lets you in again.
account-leave-nothing = You belong to no organisation that you could leave.
account-leave-all = All of them: I leave the community
account-leave-last-coordinator = You are its only coordinator. Name another one before you leave, or a liaison looks after its people.
account-leave-button = Leave
account-leave-stay = Stay
account-field-from = What I leave
account-field-sure = I am sure: this takes effect at once
account-error-leave-sure = Tick this to leave. Nothing has changed yet.
account-flash-membership-left = You have left. What that organisation opened for you is closed.
account-flash-community-left = You have left the community and are signed out. A mail says what stays.
account-asleep-title = Your access sleeps
account-asleep-lede = You have shown who you are, but your access sleeps. Nothing of yours is lost: somebody can wake it.
account-gone-title = You are no longer a member
account-gone-lede = You have shown who you are, but no membership of yours holds any more. Your account is kept.
account-asleep-ask = Who can let you in again: { $names }.
account-asleep-liaison = The liaison can let you in again as well: { $names }.
account-asleep-liaison-alone = The liaison can let you in again: { $names }.
account-asleep-kept = Nobody can let you in at the moment. Your account is kept.
account-asleep-ask-text = You can ask for it here. The coordinators of your organisation get a mail, or the liaison where there are none, and decide.
account-gone-ask-text = You can ask to be let in again. The liaison gets a mail and decides.
account-asleep-ask-button = Ask to be let in again
account-asleep-asked = You asked on { $date } to be let in again, and those who decide got a mail. As soon as somebody lets you in, you get one too. You can ask once more from { $again }.
account-asleep-paused = Too much was asked from your network or for your account, and nothing was sent. You can ask from { $time }.
account-flash-wake-asked = Those who can let you in again get a mail. You get one as soon as somebody does.
account-conflict-wake-holds = Somebody has let you in again, so nothing was sent. Sign in as before.
account-conflict-wake-over = This page was open for too long, so nothing was sent. Sign in again, and ask on the page that follows.

account-data-title = Your data
account-data-short = Take along everything that the site holds about you.
account-data-lede = Everything that the site holds about you, in one ZIP file: data as JSON, your texts as Markdown, and the files that you added.
account-data-holds-account = Your profile, memberships and roles, sessions, passkeys, requests to join with their messages, invitations, vouches, answers to events, and what the audit log says about you.
account-data-holds-texts = Your texts and events in every state, your reviews, and your files, as far as this session opens them.
account-data-holds-not = Passwords, keys and codes are not in it, nor what others noted for each other.
account-data-most = At most { $megabytes } MB of files. Where there are more, the largest are left out, and the archive says which.
account-data-left-out = Left out
account-data-left-out-text = These are yours, and this session does not put them into a file. The archive lists them as well.
account-data-kind-text = Text
account-data-kind-event = Event
account-data-kind-file = File
account-data-kind-note = Note to a text
account-data-because-opened-one-by-one = What is under TLP:RED is opened one by one, and each opening is written down for its source.
account-data-because-second-factor = Show your second factor in this session, and take your data after that.
account-data-because-no-access = Your access to it has ended.
account-data-because-size = The archive was full.
account-data-open = Open it
account-data-button = Take my data along
account-data-told = A mail tells you that somebody took your data, and it stands in the audit log. If you showed your password or second factor longer than some minutes ago, you are asked for it first.
account-data-read-me =
    This is what the site held about you on { $time }.

    The files ending in .json hold the data, one kind in each. The folder texts holds your texts and events in Markdown, the folder files what you added.
    What is left out, and why, stands in left-out.json.
account-mail-roles-given-subject = Your account has more roles now
account-mail-roles-given-body =
    Dear { $name },

    Somebody who runs the server of { $site } gave your account roles. A role for the whole community works once your account has a second factor. Which ones they are stands in the log about you:

    { $link }

    If you did not expect this, tell the liaison of the community.

account-mail-no-access-subject = Your account has no access at present
account-mail-no-access-body =
    Dear { $name },

    Somebody asked for a link to set a new password for this address. Your account at { $site } is kept, but no membership of yours holds at present, so a password would open nothing. Who can let you in again: { $liaisons }.

    If you would rather start anew, for instance at another organisation, ask to join with this address:

    { $link }

    If you did not ask for this, you need do nothing.

account-mail-data-taken-subject = Your data was taken along
account-mail-data-taken-body =
    Dear { $name },

    Everything that { $site } holds about you was just put into a file and downloaded.

    If you did not do this, somebody else is in your account: end all sessions and set another password.

    { $link }
account-delete-title = Delete your account
account-delete-short = Your account goes at once and for good.
account-delete-lede = Your account goes at once and for good. Nobody can bring it back; you could ask to join again.
account-delete-goes = What goes at once
account-delete-goes-account = Your mail address, password, second factor, passkeys and sessions. You are signed out everywhere.
account-delete-goes-profile = Your name, profile, memberships, vouches and answers to events.
account-delete-goes-requests = What you wrote when you asked to join, and what was written about it.
account-delete-stays = What stays
account-delete-stays-texts = Your texts, events and files stay with their organisation, as do texts in work. You choose below under which name.
account-delete-stays-words = What somebody wrote with your name in it, in a text, a comment or a reason, is not searched for your name.
account-delete-stays-lists = Lists of who attended and who opened something keep a line without your name, until their period is over.
account-delete-stays-log = The audit log stays, each entry for seven years. It knows you by a number that leads to no name any more; what somebody gave as a reason stays as it was written.
account-delete-stays-mail = One mail confirms this to your address. When it has left, the address is nowhere on the site.
account-delete-first = Take your data along first
account-delete-former = Former member
account-delete-as-organisation = As { $organisation }
account-delete-as-former = As “Former member”
account-delete-button = Delete my account
account-delete-keep = Keep my account
account-field-texts = Under which name my contributions stay
account-field-delete-sure = I am sure: this cannot be undone
account-error-delete-sure = Tick this to delete your account. Nothing has changed yet.
account-conflict-last-liaison = You are the only liaison: without you nobody could let people in. Your account is unchanged. Have somebody else made liaison first.
account-flash-deleted = Your account is deleted and you are signed out. A mail confirms it.
account-mail-deleted-news-subject = Your account is deleted
account-mail-deleted-news-body =
    Dear { $name },

    Your account at { $site } is deleted. Your address was kept for this mail only. Shortly before, this happened, of which no mail of its own could leave any more:

    { $words }

    If you did not do this, tell the liaison of the community at once: somebody else was in your account. You can ask to join again at any time:

    { $link }
account-mail-deleted-subject = Your account is deleted
account-mail-deleted-body =
    Dear { $name },

    Your account at { $site } is deleted, as you asked. Your address was kept for this mail only.

    If you did not do this, tell the liaison of the community at once. You can ask to join again at any time:

    { $link }

account-provider-title = Signing in at { $name }
account-provider-short = Sign in at { $name }, without a password of this site.
account-provider-lede = Your account here can be linked to your account at { $name }. You then sign in there. It counts as much as a password: a second factor of this site is asked for as before.
account-provider-none = Your account is not linked to { $name }.
account-provider-linked = Your account is linked to { $name } since { $date }.
account-provider-used = You last signed in that way on { $date }.
account-provider-link-button = Link to { $name }
account-provider-unlink-title = End the link
account-provider-unlink-text = You can then no longer sign in at { $name }. Your account there stays as it is.
account-provider-go-title = On to { $name }
account-provider-go-text = You go on at { $name } by yourself in a moment. If nothing happens, use the button. You have ten minutes.
account-provider-go-link = Go on at { $name }
account-provider-link-title = Link your account to { $name }?
account-provider-link-lede = Somebody signed in at { $name } with your address, { $email }. If that was you, link the two: from then on you sign in here through { $name }.
account-provider-link-warning = Only link them if you yourself just tried to sign in with { $name }. Whoever that was can enter your account from then on.
account-provider-link-not = Leave it as it is
account-sign-in-provider = Sign in with { $name }
account-confirm-provider = Confirm at { $name }
account-confirm-lede-provider = You sign in at { $name }. Show there once more that it is you; it counts for ten minutes in this browser.
account-field-provider = Signing in elsewhere
account-error-provider-over = This answer was to nothing that was asked in this browser: it took longer than ten minutes, came before, or was begun in another browser. Nothing changed. Press the button once more.
account-error-provider-denied = You were not signed in there: it was cancelled or refused. Nothing changed. Try again, or go on another way.
account-error-provider-untrue = The answer from there could not be trusted, so it was not accepted. Nothing changed. Try again, or go on another way; if it happens again, tell the operator.
account-error-provider-away = The other site does not answer just now. Nothing changed. Try again in a few minutes, or go on another way.
account-error-provider-unknown = Your account there is not linked to a member here. If you are a member, sign in another way and link the two on the page of your profile. If not, ask to join.
account-error-provider-no-access = The account that this is linked to has no access at present. Ask the liaison.
account-error-provider-taken = Your account here, or the one there, is already linked to another. Nothing changed. End that link first.
account-error-provider-somebody-else = You signed in there as somebody else than your account here is linked to. Nothing changed. Try again as yourself.
account-error-provider-too-long = What you typed is too long to be kept while you are away. It is still here. Sign in with a password or a passkey.
account-error-provider-paused = Too many sign-ins were begun, or too many mails sent. From { $time } on you can try again; or go on another way.
account-conflict-provider-not-asked = Your account has a password or a second factor. Confirm with that.
account-conflict-provider-only-way = This link is the only way into your account. Set a password or add a passkey first, and then end the link.
account-conflict-provider-not-linked = Your account is not linked, so there is nothing to end.
account-flash-provider-linked = Your account is linked. You can sign in that way from now on.
account-flash-provider-confirmed = Your account is linked. Sign in with the button for it from now on.
account-flash-provider-unlinked = The link is ended.
account-flash-provider-mailed = An account here has your address. We have mailed you a link: open it within a day to link the two.
account-flash-provider-shown = Confirmed. This counts for ten minutes in this browser.
account-mail-provider-link-subject = Link your account to { $words }?
account-mail-provider-link-body =
    Dear { $name },

    Somebody signed in at { $words } and wants to enter { $site }. They have the same mail address as you.

    Was it you? Then open this link within a day and confirm it. If not, do nothing, and nothing happens:

    { $link }
account-mail-provider-linked-subject = Your account is linked to { $words }
account-mail-provider-linked-body =
    Dear { $name },

    Your account at { $site } was linked to an account at { $words }. Whoever signs in with that one there can enter yours.

    Was it you? Then do nothing. If not, end the link at once, set a new password and tell the liaison:

    { $link }
account-mail-provider-unlinked-subject = Your account is no longer linked to { $words }
account-mail-provider-unlinked-body =
    Dear { $name },

    The link between your account at { $site } and { $words } was ended. Nobody can enter that way any more.

    Was it you? Then do nothing. If not, set a new password at once and tell the liaison:

    { $link }
