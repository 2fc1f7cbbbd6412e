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
account-hint-email = Ask the liaison to change it.
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
account-field-code = Code
account-hint-code = The six digits that the app shows now.
account-hint-code-or-recovery = The six digits that your authenticator app shows now, or one of your recovery codes.
account-error-code = This code does not match, or it was used before. Wait until the app shows the next one and type that.
account-error-code-first = This code does not match. Check that the time of your phone is set automatically, wait for the next code and type that.
account-error-code-shape = A code of the app has six digits. A recovery code has sixteen letters and digits.

account-second-factor-title = Second factor
account-second-factor-short = A code from your phone, besides your password. You need it to open information under TLP:RED.
account-second-factor-link = Set up or look at your second factor
account-second-factor-lede = Information under TLP:RED opens only for somebody who shows, besides a password, a code from an app on their own phone. A password that leaks is then not enough.
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
account-second-factor-remove-text = Do this when you get another phone, and then set it up again. Until then you cannot open anything under TLP:RED. The recovery codes end as well.
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
account-confirm-none = You have no second factor yet. Set it up first.
account-confirm-lost = Phone lost and no recovery codes? Ask the liaison: the operator can remove the second factor, and then you set it up again.
account-confirm-paused = Five wrong codes: a pause
account-confirm-paused-text = { $minutes ->
    [one] No code is taken until { $time }, in one minute. This slows down anybody who guesses. If it was not you, set a new password.
   *[other] No code is taken until { $time }, in { $minutes } minutes. This slows down anybody who guesses. If it was not you, set a new password.
}

account-flash-second-factor-shown = Confirmed. This counts for twelve hours in this browser.
account-flash-second-factor-removed = Your second factor is removed.
account-flash-recovery-code-used = Confirmed. That recovery code is used up now.

account-mail-second-factor-set-subject = Your account has a second factor now
account-mail-second-factor-set-body =
    Dear { $name },

    A second factor was set up for your account at { $site }. From now on it opens information under TLP:RED.

    Was it you? Then do nothing. If not, set a new password at once and tell the liaison:

    { $link }
account-mail-second-factor-removed-subject = The second factor of your account is removed
account-mail-second-factor-removed-body =
    Dear { $name },

    The second factor of your account at { $site } was removed. Its recovery codes no longer work either.

    Was it you? Then set up a new one when you need it. If not, set a new password at once and tell the liaison:

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
account-asleep-lede = Your password is right, but your access sleeps. Nothing of yours is lost: somebody can wake it.
account-gone-title = You are no longer a member
account-gone-lede = Your password is right, but no membership of yours holds any more. Your account is kept.
account-asleep-ask = Who can let you in again: { $names }.
account-asleep-liaison = The liaison can let you in again as well: { $names }.
account-asleep-kept = Nobody can let you in at the moment. Your account is kept.
