join-nav = Lid worden
join-nav-requests = Aanvragen
join-title = Lid worden
join-lede = Voor wie werkt aan de beveiliging van operationele technologie, bij een asseteigenaar, integrator, leverancier of overheidsorganisatie of in het onderzoek. De liaison leest elke aanvraag.
join-part-you = Jij
join-part-organisation = Je organisatie
join-part-why = Waarom je mee wilt doen
join-field-name = Naam
join-field-email = Zakelijk e-mailadres
join-field-function = Functie
join-field-language = Taal van onze berichten
join-field-organisation = Organisatie
join-field-new-organisation = Naam van een nieuwe organisatie
join-field-sector = Sector
join-field-motivation = Wat je meebrengt en wat je hoopt te vinden
join-field-agree = Ik heb de huisregels gelezen en houd me eraan
join-field-note = Bericht aan de aanvrager (niet verplicht)
join-field-publisher = Mag namens de organisatie schrijven
join-field-reason = Reden
join-hint-email = Aan het domein is te zien waar je werkt. We sturen één mail om het adres te bevestigen.
join-hint-function = Wat je doet, in de woorden van je eigen organisatie.
join-hint-organisation = Kies je organisatie als die al partner is.
join-hint-new-organisation = Alleen als je organisatie niet in de lijst staat.
join-hint-motivation = Een paar zinnen, minstens 40 tekens. Alleen de liaison leest dit.
join-hint-note = Gaat mee met de welkomstmail.
join-hint-reason = De aanvrager leest dit. Schrijf ook wat je van gedachten zou doen veranderen.
join-hint-approve-organisation = Kies een andere als de aanvrager de organisatie anders noemde.
join-organisation-none = Staat er niet bij
join-approve-organisation-asked = Zoals in de aanvraag
join-privacy = De liaison gebruikt wat je invult om over je aanvraag te beslissen. Word je lid, dan zijn deze gegevens het begin van je profiel.
join-send = Aanvraag versturen
join-error-name = Vul je naam in, zonder internetadres.
join-error-paused = Er zijn te veel mails aangevraagd, aan dit adres of vanuit jouw netwerk. Je kunt je aanvraag versturen vanaf { $time }: laat deze pagina zo lang open. Stuurde je er eerder een, bevestig die dan met de link in de mail daarover.
join-error-agree = Ga akkoord met de huisregels om verder te gaan.
join-error-organisation = Kies je organisatie of noem een nieuwe.
join-error-both = Je koos een organisatie en noemde ook een nieuwe. Houd een van de twee over.

join-sent-title = Kijk in je mail
join-sent-lede = We hebben een mail gestuurd naar het adres dat je opgaf. Open de link daarin om te bevestigen dat het adres van jou is.
join-next = Hoe het verdergaat
join-sent-prove = Bevestig binnen drie dagen. Daarna laat dezelfde link zien hoe het met je aanvraag staat.
join-sent-password = Je stelt een wachtwoord in
join-sent-password-text = Als de liaison je aanvraag heeft goedgekeurd, krijg je een mail met een link.
join-sent-nothing = Geen mail?
join-sent-nothing-text = Kijk in de map met ongewenste mail. Sommige organisaties houden mail van buiten een uur vast. Zat er een fout in het adres, doe je aanvraag dan opnieuw.

join-proof-title = Je aanvraag
join-proof-heading-unproven = Bevestig je e-mailadres
join-proof-heading-waiting = Je aanvraag ligt bij de liaison
join-proof-heading-approved = Je bent welkom
join-proof-heading-declined = Je aanvraag is afgewezen
join-proof-heading-replaced = Je hebt een nieuwere aanvraag gedaan
join-proof-text-unproven = Heb jij een aanvraag gedaan met { $email }? Druk dan op de knop. Was jij het niet, sluit dan deze pagina: er gebeurt niets.
join-proof-text-waiting = Het adres { $email } is bevestigd. Elke aanvraag wordt door een mens gelezen; je krijgt antwoord per mail. Je kunt deze pagina altijd weer openen om te zien hoe het ervoor staat.
join-proof-text-approved = Je aanvraag is goedgekeurd. In de mail aan { $email } staat een link waarmee je een wachtwoord instelt.
join-proof-text-declined = De reden staat hieronder en is gemaild naar { $email }. Is er iets veranderd, dan kun je opnieuw een aanvraag doen.
join-proof-text-replaced = Er kwam een latere aanvraag van { $email }. Die vervangt deze.
join-proof-button = Ja, dit is mijn adres

join-state-unproven = Niet bevestigd
join-state-waiting = Bij de liaison
join-state-approved = Goedgekeurd
join-state-declined = Afgewezen
join-state-replaced = Vervangen

join-house-rules = Huisregels
join-rules-version = Versie { $version }

join-queue-title = Aanvragen
join-queue-tabs = Aanvragen naar status
join-tab-waiting = Nog te beslissen
join-tab-approved = Goedgekeurd
join-tab-declined = Afgewezen
join-queue-since-waiting = Wacht sinds
join-queue-since-approved = Beslist op
join-queue-since-declined = Beslist op
join-queue-empty-waiting = Niemand wacht op antwoord. Een nieuwe aanvraag verschijnt hier zodra het adres is bevestigd.
join-queue-empty-approved = Er is nog geen aanvraag goedgekeurd.
join-queue-empty-declined = Er is nog geen aanvraag afgewezen.
join-new = Nieuw
join-proven = Bevestigd
join-decide = Beslissen
join-approve = Goedkeuren
join-approve-button = Goedkeuren en welkomstmail versturen
join-decline = Afwijzen
join-decline-button = Afwijzen en reden versturen
join-history-asked = Aanvraag gedaan
join-history-proven = E-mailadres bevestigd
join-conflict-decided = Over deze aanvraag is al beslist. Open de aanvraag om te zien door wie.
join-conflict-member = Er is al een lid met dit e-mailadres. Wijs de aanvraag af en laat de aanvrager weten dat inloggen volstaat.
join-flash-approved = Goedgekeurd. De welkomstmail is onderweg.
join-flash-declined = Afgewezen. De reden is onderweg.

join-mail-proof-subject = Bevestig je e-mailadres
join-mail-proof-body =
    Beste { $name },

    Je hebt een aanvraag gedaan om lid te worden van { $site }. Open deze pagina en druk op de knop om te bevestigen dat dit adres van jou is:

    { $link }

    De link werkt drie dagen. Daarna zie je op dezelfde pagina hoe het met je aanvraag staat.
    Heb je geen aanvraag gedaan, doe dan niets.
join-mail-already-subject = Je bent al lid
join-mail-already-body =
    Beste { $name },

    Iemand, waarschijnlijk jij, heeft met dit adres een aanvraag gedaan om lid te worden van { $site }. Je hebt al een account; log hier in:

    { $link }

    Op die pagina kun je ook een link vragen om een nieuw wachtwoord in te stellen.
join-mail-waiting-subject = Er wacht een aanvraag op je
join-mail-waiting-body =
    Beste { $name },

    Er is een aanvraag om lid te worden van { $site }, van { $words }. Lees de aanvraag en beslis hier:

    { $link }
join-mail-approved-subject = Welkom bij { $site }
join-mail-approved-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is goedgekeurd. Stel met deze link een wachtwoord in en je bent binnen:

    { $link }

    De link werkt twee dagen. Is hij verlopen, vraag dan een nieuwe link op de inlogpagina.
join-mail-approved-note-subject = Welkom bij { $site }
join-mail-approved-note-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is goedgekeurd. De liaison schrijft:

    { $words }

    Stel met deze link een wachtwoord in en je bent binnen:

    { $link }

    De link werkt twee dagen. Is hij verlopen, vraag dan een nieuwe link op de inlogpagina.
join-mail-declined-subject = Je aanvraag
join-mail-declined-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is afgewezen. De liaison geeft deze reden:

    { $words }

    Is er iets veranderd, dan kun je opnieuw een aanvraag doen:

    { $link }
join-conflict-replaced = De aanvrager stuurde een nieuwere aanvraag, die deze vervangt. Zoek die bij de aanvragen waarover je moet beslissen.
join-note = Wat de liaison schreef
