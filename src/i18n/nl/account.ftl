account-sign-in = Inloggen
account-sign-out = Uitloggen
account-no-account = Nog geen account?
account-menu-mine = Mijn pagina
account-menu-profile = Mijn profiel wijzigen
account-field-email = E-mailadres
account-field-password = Wachtwoord
account-field-new-password = Nieuw wachtwoord
account-field-password-again = Nogmaals hetzelfde wachtwoord
account-field-expertise = Expertise
account-field-about = Over jou
account-field-sectors = Sectoren
account-field-language = Taal
account-hint-password = Minstens { $shortest } tekens. Een zin van vier of vijf woorden is makkelijk te onthouden en moeilijk te raden.
account-hint-email = Vraag de liaison om het te wijzigen.
account-hint-expertise = Een paar woorden waar anderen op zouden zoeken: Modbus, batchbesturing, incidentrespons.
account-hint-about = Wat je doet en wat anderen je kunnen vragen. Markdown werkt.
account-hint-language = Voor de site en voor onze mails.
account-error-sign-in = Dit adres en dit wachtwoord horen niet bij elkaar. Controleer beide, of vraag een link om een nieuw wachtwoord in te stellen.
account-error-password-short = Gebruik minstens { $limit } tekens.
account-error-password-again = De twee wachtwoorden zijn niet gelijk.

account-new-link-title = Nieuw wachtwoord instellen
account-new-link-lede = Wachtwoord vergeten, of is de link in de welkomstmail verlopen? Vul je e-mailadres in, dan sturen we een nieuwe link.
account-new-link-send = Link versturen
account-new-link-sent = Hoort er een account bij dit adres, dan is er een mail met een link onderweg. De link werkt twee dagen.
account-new-link-nothing = Kijk in de map met ongewenste mail en ga na of je het adres van je account hebt opgegeven. Heb je nog geen account? Doe dan een aanvraag om lid te worden.

account-password-title = Je wachtwoord instellen
account-password-lede = Voor het account van { $email }. Daarna ben je hier ingelogd en overal elders uitgelogd.
account-password-button = Wachtwoord instellen en inloggen

account-profile-title = Je profiel
account-profile-lede = Zo zien andere leden je. Bezoekers zien je profiel niet.
account-profile-welcome = Welkom! Vertel de andere leden wie je bent. Bezoekers zien je profiel niet en je kunt het altijd wijzigen.
account-profile-save = Profiel opslaan

account-go-on-title = Je bent weer ingelogd
account-go-on-text = Je sessie verliep terwijl je aan het schrijven was. Je tekst is bewaard: kijk hem na en verstuur hem opnieuw.
account-go-on-press = Je sessie was verlopen, dus de stap die je wilde zetten is niet gezet. Druk op de knop om dat nu te doen.
account-go-on-button = Nu versturen

account-flash-signed-in = Je bent ingelogd.
account-flash-signed-out = Je bent uitgelogd.
account-flash-password-set = Je wachtwoord is ingesteld en je bent ingelogd.
account-flash-profile-saved = Je profiel is opgeslagen.

account-mail-password-subject = Nieuw wachtwoord instellen
account-mail-password-body =
    Beste { $name },

    Met deze link stel je een nieuw wachtwoord in voor { $site }:

    { $link }

    De link werkt één keer, twee dagen lang. Heb je er niet om gevraagd, doe dan niets: je wachtwoord blijft zoals het is.
account-error-password-known = Dit wachtwoord wordt als een van de eerste geprobeerd. Gebruik een eigen zin.
