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
account-error-password-known = This password is among the first that are tried. Use a sentence of your own.
