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
join-error-organisation-made = Er is inmiddels een organisatie met deze naam. Bekijk die, en kies haar als dit de juiste is.
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
join-proof-button = Ja, dit is mijn adres

join-state-unproven = Niet bevestigd
join-state-waiting = Bij de liaison
join-state-approved = Goedgekeurd
join-state-declined = Afgewezen
join-house-rules = Huisregels
join-rules-version = Versie { $version }
join-rules-changed-1 = De eerste versie.
join-rules-changed-other = Lees de regels hieronder in hun geheel.
join-rules-agreed = Wie akkoord ging
join-rules-agreed-hint = Leden met toegang, naar de nieuwste versie waarmee ze akkoord gingen. Alleen liaisons zien dit.
join-rules-none = Nog geen versie
join-rules-members = { $count ->
    [one] één lid
   *[other] { $count } leden
}

join-queue-title = Aanvragen
join-queue-tabs = Aanvragen naar status
join-tab-waiting = Nog te beslissen
join-tab-approved = Goedgekeurd
join-tab-declined = Afgewezen
join-queue-since-waiting = Wacht
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
join-history-proven = E-mailadres bevestigd
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

    Je aanvraag om lid te worden van { $site } is goedgekeurd. Stel met deze link een wachtwoord in en je kunt naar binnen:

    { $link }

    De link werkt twee dagen. Is die verlopen, vraag dan een nieuwe op de inlogpagina.

    Hoe het met je aanvraag staat, zie je altijd hier:

    { $status }
join-mail-approved-note-subject = Welkom bij { $site }
join-mail-approved-note-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is goedgekeurd. De liaison schrijft:

    { $words }

    Stel met deze link een wachtwoord in en je kunt naar binnen:

    { $link }

    De link werkt twee dagen. Is die verlopen, vraag dan een nieuwe op de inlogpagina.

    Hoe het met je aanvraag staat, zie je altijd hier:

    { $status }
join-mail-declined-subject = Je aanvraag om lid te worden
join-mail-declined-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is afgewezen. De liaison geeft deze reden:

    { $words }

    Alles bij elkaar staat hier:

    { $link }

    Is er iets veranderd, dan kun je opnieuw een aanvraag doen:

    { $again }
join-proof-heading = Bevestig je e-mailadres
join-proof-text = Heb jij een aanvraag gedaan met { $email }? Druk dan op de knop. Was jij het niet, sluit dan deze pagina: er gebeurt niets.
join-status-heading-waiting = Je aanvraag ligt bij de liaison
join-status-heading-asked = De liaison vraagt je iets
join-status-heading-approved = Je bent welkom
join-status-heading-declined = Je aanvraag is afgewezen
join-status-heading-withdrawn = Je hebt je aanvraag ingetrokken
join-status-heading-replaced = Je hebt een nieuwere aanvraag gedaan
join-status-heading-expired = Je aanvraag is verlopen
join-status-text-waiting = Het adres { $email } is bevestigd. Elke aanvraag wordt door een mens gelezen; het antwoord, of een vraag, komt per mail. Je hoeft nu niets te doen.
join-status-text-asked = De vraag staat hieronder. Je aanvraag gaat verder zodra je antwoordt; zonder antwoord verloopt die op { $until }.
join-status-text-approved = Je aanvraag is goedgekeurd: je bent lid met { $email }. Log in; heb je nog geen wachtwoord, vraag dan op die pagina een link.
join-status-text-declined = De reden staat hieronder en is gemaild naar { $email }. Is er iets veranderd, dan kun je opnieuw een aanvraag doen.
join-status-text-withdrawn = Niemand beslist er nog over. Je kunt altijd opnieuw een aanvraag doen.
join-status-text-replaced = Er kwam een latere aanvraag van { $email }, die deze vervangt. De mails daarover leiden naar de pagina van die aanvraag.
join-status-text-expired = De vraag van de liaison is niet op tijd beantwoord. Je kunt altijd een nieuwe aanvraag doen.
join-status-since = sinds { $date }
join-status-history = Wat er tot nu toe gebeurde
join-status-sent = Wat je hebt gestuurd
join-status-keep = Wie het adres van deze pagina heeft, kan je aanvraag zien en beantwoorden. Houd het voor jezelf.
join-status-keep-over = Wie het adres van deze pagina heeft, kan lezen wat hier staat. Houd het voor jezelf.
join-state-asked = Wacht op antwoord
join-state-withdrawn = Ingetrokken
join-state-expired = Verlopen
join-history-sent = Aanvraag gedaan
join-history-question = De liaison vroeg
join-history-answer = Beantwoord
join-history-addition = Toegevoegd
join-history-acquaintance = Bekende genoemd
join-history-approved = Goedgekeurd
join-history-declined = Afgewezen
join-history-replaced = Vervangen door een nieuwere aanvraag
join-history-withdrawn = Ingetrokken
join-history-expired = Verlopen zonder antwoord
join-field-answer = Je antwoord
join-hint-answer = De liaison leest dit. Met je antwoord ligt de aanvraag weer bij de liaison.
join-field-message = Iets toevoegen aan je aanvraag
join-hint-message = De liaison leest dit naast wat je eerder stuurde.
join-answer-button = Antwoord versturen
join-add-only-button = Toevoegen zonder te antwoorden
join-add-button = Toevoegen aan de aanvraag
join-error-message-paused = Je hebt al veel aan deze aanvraag toegevoegd. Je kunt dit versturen vanaf { $time }: laat de pagina zo lang open.
join-withdraw-title = De aanvraag intrekken
join-withdraw-text = Niemand beslist dan nog over je aanvraag, en je kunt deze niet weer oppakken. Een nieuwe aanvraag kan altijd.
join-withdraw-button = Ja, trek de aanvraag in
join-again = Een nieuwe aanvraag doen
join-tab-asked = Wacht op antwoord
join-tab-withdrawn = Ingetrokken
join-tab-expired = Verlopen
join-queue-since-asked = Wacht
join-queue-since-withdrawn = Ingetrokken op
join-queue-since-expired = Verlopen op
join-queue-empty-asked = Er wacht geen enkele vraag op antwoord van een aanvrager.
join-queue-empty-withdrawn = Er is nog geen aanvraag ingetrokken.
join-queue-empty-expired = Er is nog geen aanvraag verlopen.
join-narrow = Aanvragen filteren
join-narrow-button = Tonen
join-narrow-more = Meer filters
join-narrow-clear = Alles tonen
join-narrow-new = Noemt een nieuwe organisatie
join-narrow-domain-fits = Hoort bij de organisatie
join-narrow-domain-other = Hoort er voor zover bekend niet bij
join-narrow-domain-free = Gratis mail
join-none-fit = Geen enkele aanvraag voldoet hieraan.
join-field-q = Woorden in de aanvraag
join-any-organisation = Elke organisatie
join-field-domain = Maildomein
join-any-domain = Elk domein
join-field-days = Wacht langer dan zoveel dagen
join-tick = Samen goedkeuren
join-tick-name = { $name } samen met anderen goedkeuren
join-others = Eerder bekend
join-no-others = Niets
join-waits = { $days ->
    [0] sinds vandaag
    [one] één dag
   *[other] { $days } dagen
}
join-turn-waiting = jij bent aan zet
join-turn-asked = de aanvrager is aan zet
join-turn-of-liaison = De liaison is aan zet.
join-turn-of-applicant = De aanvrager is aan zet: er wacht een vraag op antwoord.
join-domain-fits = deze organisatie
join-domain-elsewhere = andere organisatie
join-domain-unknown = niet bekend
join-domain-free = gratis mail
join-domain-add = { $domain } noteren als domein van { $organisation }
join-same-address = Heeft een account met dit adres:
join-same-member = Misschien dezelfde als het lid
join-same-request = Misschien dezelfde als de aanvrager
join-former = Was lid van { $organisation }.
join-earlier = Eerdere aanvraag
join-bulk-look = Aangevinkte aanvragen samen bekijken
join-bulk-title = Samen goedkeuren
join-bulk-done-title = Resultaat
join-bulk-lede = { $count ->
    [one] Eén aanvraag wordt goedgekeurd. De aanvrager krijgt meteen de welkomstmail.
   *[other] { $count } aanvragen worden goedgekeurd. Elke aanvrager krijgt meteen de welkomstmail.
}
join-bulk-none = Er is niets aangevinkt. Vink aanvragen aan in de lijst van wat nog te beslissen is.
join-bulk-still = Wacht nog
join-bulk-ready = Worden goedgekeurd
join-bulk-stands-out = { $count ->
    [one] Kijk nog eens naar een ervan: het domein past niet of de persoon is bekend.
   *[other] Kijk nog eens naar { $count } ervan: het domein past niet of de persoon is bekend.
}
join-bulk-becomes = Wordt lid namens { $organisation }
join-bulk-leave-out = { $name } eruit laten
join-bulk-button = { $count ->
    [one] Deze aanvraag goedkeuren
   *[other] { $count } aanvragen goedkeuren
}
join-bulk-back = Terug naar de aanvragen
join-bulk-members = Wordt hier niet goedgekeurd: het adres heeft een account
join-bulk-others = Wacht niet meer
join-flash-bulk = Het resultaat per aanvraag staat hieronder.
join-notices-title = Mails over aanvragen
join-notices-lede = Bovenaan elke pagina staat hoeveel aanvragen er wachten. Kies of je er ook mail over krijgt. Elke liaison kiest dat zelf.
join-field-notices = Wanneer wil je mail?
join-notices-at-once = Meteen
join-notices-means-at-once = Als er een aanvraag binnenkomt en als een aanvrager antwoordt of iets toevoegt.
join-notices-daily = Eens per dag
join-notices-means-daily = Om zeven uur ’s ochtends, als er iets wacht.
join-notices-never = Helemaal niet
join-notices-means-never = Het getal bovenaan de pagina zegt genoeg.
join-flash-notices = Opgeslagen. Dit geldt vanaf nu.
join-ask = Meer vragen
join-field-question = Vraag aan de aanvrager
join-hint-question = De aanvrager leest dit en antwoordt op een eigen pagina. De aanvraag wacht daarop.
join-ask-button = Vragen en de vraag mailen
join-notes = Alleen voor liaisons
join-field-internal = Interne notitie (niet verplicht)
join-hint-internal = De aanvrager ziet dit nooit. De notitie gaat mee, welke knop je ook gebruikt.
join-note-button = Notitie opslaan en later beslissen
join-field-internal-over = Interne notitie
join-hint-internal-over = De aanvrager ziet dit nooit. Aan de uitkomst verandert niets.
join-note-button-over = Notitie opslaan
join-notes-so-far = Interne notities
join-no-notes = Nog geen.
join-replaced = De aanvrager deed een nieuwere aanvraag.
join-replaced-open = Nieuwere aanvraag openen
join-conflict-moved = De aanvraag veranderde terwijl je bezig was. Open de aanvraag opnieuw om te zien hoe het ermee staat.
join-conflict-unproven = Het e-mailadres van deze aanvraag is nog niet bevestigd. Open de link in de eerste mail en druk daar op de knop.
join-conflict-waiting = Deze aanvraag wacht op een beslissing. Open de aanvraag om te beslissen.
join-conflict-asked = De aanvrager kreeg een vraag en heeft nog niet geantwoord. Open de aanvraag om de vraag te lezen.
join-conflict-approved = Deze aanvraag is al goedgekeurd. Open de aanvraag om te zien door wie.
join-conflict-declined = Deze aanvraag is al afgewezen. Open de aanvraag om te zien door wie.
join-conflict-withdrawn = De aanvrager trok deze aanvraag in of deed een nieuwere. Kijk bij wat nog te beslissen is.
join-conflict-expired = Deze aanvraag is verlopen: de vraag is niet op tijd beantwoord.
join-conflict-own-waiting = Je aanvraag ligt bij de liaison, die je niets heeft gevraagd. Je kunt op de pagina van je aanvraag iets toevoegen.
join-conflict-own-asked = De liaison heeft je iets gevraagd. Geef antwoord op de pagina van je aanvraag.
join-conflict-own-approved = Je aanvraag is intussen goedgekeurd. In de mail daarover staat hoe je verdergaat.
join-conflict-own-declined = Je aanvraag is intussen afgewezen. De reden staat op de pagina van je aanvraag en in de mail daarover.
join-conflict-own-withdrawn = Deze aanvraag is ingetrokken of vervangen door een nieuwere.
join-conflict-own-expired = Deze aanvraag is verlopen, want de vraag is niet op tijd beantwoord. Je kunt een nieuwe aanvraag doen.
join-flash-asked = Gevraagd. De vraag is onderweg.
join-flash-withdrawn = Ingetrokken. Een mail bevestigt dat.
join-flash-message = Verstuurd. De liaison leest het.
join-flash-note = Opgeslagen. Alleen liaisons lezen het.
join-mail-asked-subject = Een vraag over je aanvraag
join-mail-asked-body =
    Beste { $name },

    De liaison van { $site } heeft je aanvraag gelezen en vraagt:

    { $words }

    Geef antwoord op deze pagina, dan gaat je aanvraag verder:

    { $link }

    Zonder antwoord verloopt de aanvraag op { $until }.
join-mail-reminder-subject = Je aanvraag wacht op je antwoord
join-mail-reminder-body =
    Beste { $name },

    De liaison van { $site } heeft je iets gevraagd over je aanvraag:

    { $words }

    Geef antwoord op deze pagina:

    { $link }

    Zonder antwoord verloopt de aanvraag op { $until }. Wil je geen lid meer worden, dan kun je de aanvraag daar intrekken.
join-mail-expired-subject = Je aanvraag is verlopen
join-mail-expired-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is verlopen, want deze vraag bleef zonder antwoord:

    { $words }

    Wat er is gezegd, staat hier:

    { $link }

    Je kunt altijd een nieuwe aanvraag doen:

    { $again }
join-mail-withdrawn-subject = Je hebt je aanvraag ingetrokken
join-mail-withdrawn-body =
    Beste { $name },

    Je aanvraag om lid te worden van { $site } is ingetrokken op de pagina achter de link in onze mails. Niemand beslist er nog over. De aanvraag staat hier:

    { $link }

    Je kunt altijd een nieuwe aanvraag doen:

    { $again }
join-mail-answered-subject = Een aanvrager heeft geantwoord
join-mail-answered-body =
    Beste { $name },

    Er is antwoord op de vraag over de aanvraag om lid te worden van { $site }, van { $words }. Lees het antwoord en beslis hier:

    { $link }

    Hoe je mail krijgt over aanvragen, kies je op de pagina met alle aanvragen.
join-mail-added-subject = Een aanvrager heeft iets toegevoegd
join-mail-added-body =
    Beste { $name },

    Er is iets toegevoegd aan de aanvraag om lid te worden van { $site }, van { $words }. Je leest het hier:

    { $link }

    Hoe je mail krijgt over aanvragen, kies je op de pagina met alle aanvragen.
join-mail-digest-subject = Aanvragen: { $count }
join-mail-digest-body =
    Beste { $name },

    Deze aanvragen om lid te worden van { $site } wachten op een beslissing, de langst wachtende eerst:

    { $words }

    Beslis hier:

    { $link }

    Deze mail komt eens per dag zolang er iets wacht. Op die pagina kies je hoe je bericht krijgt.
join-mail-digest-count = { $count ->
    [one] er wacht er één
   *[other] er wachten er { $count }
}
join-mail-digest-more = { $count ->
    [one] en nog één
   *[other] en nog { $count }
}
join-notices-save = Keuze opslaan

join-invitations-title = Uitnodigingen
join-invitations-lede = Coördinatoren nodigen collega’s van hun organisatie uit, de liaison iedereen. Een uitnodiging geldt 21 dagen.
join-invitations-not-you = Coördinatoren en de liaison nodigen uit. Vraag een van hen om je collega uit te nodigen.
join-invitations-so-far = Wie is uitgenodigd
join-invitations-none = Er is nog niemand uitgenodigd.
join-invite = Iemand uitnodigen
join-invite-button = Uitnodiging versturen
join-field-invite-email = Zakelijk e-mailadres
join-hint-invite-email = De link in de mail bewijst dat het adres klopt. Is het van iemand die bij een andere organisatie al een account heeft, dan staat dat in de mail, niet op deze pagina.
join-field-invite-language = Taal van de mail
join-field-invite-note = In je eigen woorden (niet verplicht)
join-hint-invite-note = Dit staat in de mail en op de pagina van de uitnodiging.
join-invitation-open = Wacht op antwoord
join-invitation-accepted = Aangenomen
join-invitation-declined = Afgeslagen
join-invitation-revoked = Ingetrokken
join-invitation-expired = Verlopen
join-invitation-by = Uitgenodigd door { $name }
join-invitation-until = tot { $date }
join-invitation-request = Aanvraag
join-invitation-send = Opnieuw versturen
join-invitation-send-to = Opnieuw versturen aan { $email }
join-invitation-emptied = Iemand van wie we het adres niet meer bewaren
join-invitation-revoke = Uitnodiging intrekken
join-invitation-publisher = Je mag dan schrijven namens { $organisation }.
join-invitation-revoke-text = De uitnodiging kan dan niet meer worden aangenomen. Niemand krijgt daar bericht van.
join-invitation-title = Je bent uitgenodigd
join-invitation-lede = { $inviter } nodigt je uit om namens { $organisation } lid te worden van { $site }.
join-invitation-makes-member = Neem de uitnodiging aan, stel een wachtwoord in, en je bent lid met { $email }.
join-invitation-waits = Neem je de uitnodiging aan, dan beslist de liaison, want { $email } is geen bekend adres van deze organisatie.
join-invitation-valid = De uitnodiging geldt tot { $date }.
join-invitation-accept = Uitnodiging aannemen
join-invitation-decline = Uitnodiging afslaan
join-invitation-decline-text = { $inviter } krijgt bericht dat je de uitnodiging afslaat. De link in de mail werkt dan niet meer.
join-invitation-decline-button = Ja, afslaan
join-declined-title = Je hebt de uitnodiging afgeslagen
join-declined-lede = Wie je uitnodigde, krijgt bericht. Bedenk je je, vraag dan om een nieuwe uitnodiging.
join-over-newer-title = Er is een nieuwere link
join-over-newer-text = Deze uitnodiging is opnieuw verstuurd. De link in de nieuwere mail kwam in de plaats van deze.
join-over-newer-next = Open de link in de laatste mail. Vind je die niet, vraag dan wie je uitnodigde om de uitnodiging opnieuw te versturen, of doe zelf een aanvraag.
join-over-member-title = Je hebt al een account
join-over-member-text = Bij het adres waar deze uitnodiging naartoe ging, hoort een account. Er valt niets meer aan te nemen.
join-over-member-next = Log in. Heb je nog geen wachtwoord, of weet je het niet meer, vraag dan op die pagina een link.
join-over-accepted-title = Je hebt deze uitnodiging al aangenomen
join-over-accepted-text = Ze werd een aanvraag om lid te worden, waarover de liaison beslist.
join-over-accepted-next = Open de link in de mail over je aanvraag: op die pagina zie je hoe het ermee staat. Is de aanvraag goedgekeurd, dan log je in.
join-over-declined-title = Je hebt deze uitnodiging afgeslagen
join-over-declined-text = Ze kan niet meer worden aangenomen.
join-over-declined-next = Bedenk je je, vraag dan om een nieuwe uitnodiging aan wie je uitnodigde, of doe zelf een aanvraag.
join-over-revoked-title = Deze uitnodiging is ingetrokken
join-over-revoked-text = Wie haar verstuurde, of iemand anders die over uitnodigingen gaat, heeft haar teruggenomen.
join-over-revoked-next = Vraag het aan wie je uitnodigde, of doe zelf een aanvraag.
join-over-expired-title = Deze uitnodiging is verlopen
join-over-expired-text = Een uitnodiging geldt 21 dagen.
join-over-expired-next = Vraag wie je uitnodigde om haar opnieuw te versturen, of doe zelf een aanvraag.
join-over-unknown-title = Deze link leidt niet naar een uitnodiging
join-over-unknown-text = De uitnodiging is al langer voorbij, of het mailprogramma heeft de link afgebroken.
join-over-unknown-next = Open de hele link, zoals hij in de mail staat. Helpt dat niet, vraag het dan aan wie je uitnodigde, of doe zelf een aanvraag.
join-invited-by = Uitgenodigd door { $name } voor { $organisation }.
join-invited-publisher = Mag namens de organisatie schrijven, als jij dat goedvindt.
join-vouches = Wat leden zeggen
join-vouched = Staat borg:
join-vouched-not = Kent de aanvrager niet:
join-vouch-title = Ken je { $name }?
join-vouch-lede = Iemand vraagt om lid te worden van { $site }, en misschien ken je die persoon. De liaison leest wat je zegt; de aanvrager niet.
join-field-knows = Ken je deze persoon?
join-knows-yes = Ik ken deze persoon en sta borg
join-knows-no = Ik ken deze persoon niet
join-field-words = In één zin
join-hint-words = Waarvan jullie elkaar kennen, in minstens 10 tekens. Ken je de persoon niet, dan kun je dit leeg laten.
join-vouch-button = Aan de liaison laten weten
join-acquaintance = Wie kent jou?
join-acquaintance-text = Een lid dat voor je borg staat, helpt de liaison bij de beslissing.
join-field-acquaintance = E-mailadres van een lid
join-hint-acquaintance = Heeft een lid dit adres, dan vragen we het diegene. Die ziet je naam, organisatie en functie.
join-acquaintance-button = Dit lid vragen
join-acquaintance-colleague = Leden van je organisatie kunnen op deze pagina voor je borg staan:
join-error-invited = Voor dit adres staat nog een uitnodiging open. Trek die in of verstuur die opnieuw; zie je die niet in de lijst, vraag dan de liaison.
join-error-invite-member = Dit is het adres van iemand die al lid is namens deze organisatie, dus er valt niemand uit te nodigen. Een rol geef je op de pagina met de mensen van de organisatie.
join-error-invite-asleep = Dit is het adres van een lid van deze organisatie van wie de toegang slaapt. Laat diegene weer toe op de pagina met de mensen van de organisatie.
join-error-invite-ended = Dit is het adres van iemand van wie het lidmaatschap namens deze organisatie door een besluit is beëindigd; er is niets verstuurd. Een liaison beslist of diegene terugkomt: vraag het daar.
join-error-invite-elsewhere = Bij dit adres hoort al een account, bij een andere organisatie. Werkt diegene daar niet meer, beëindig dan eerst dat lidmaatschap; daarna kun je uitnodigen.
join-error-invite-paused = Je hebt te veel uitnodigingen verstuurd, of er gingen te veel mails naar dit adres. Je kunt deze versturen vanaf { $time }: laat de pagina zo lang open.
join-error-acquaintance-own = Dit is je eigen adres. Noem iemand anders die je kent.
join-forbidden-invite = Alleen coördinatoren nodigen uit, ieder voor de eigen organisatie, en de liaison. Vraag een van hen om je collega uit te nodigen.
join-conflict-invited = Voor dit adres staat nog een andere uitnodiging open. Trek die eerst in.
join-conflict-invitation-open = Deze uitnodiging staat open. Alleen wie haar verstuurde of de liaison kan haar opnieuw versturen.
join-conflict-invitation-accepted = Deze uitnodiging is intussen aangenomen. Er is niets meer te doen.
join-conflict-invitation-declined = Deze uitnodiging is afgeslagen. Je kunt een nieuwe schrijven.
join-conflict-invitation-revoked = Deze uitnodiging is intussen ingetrokken. Je kunt een nieuwe schrijven.
join-conflict-invitation-expired = Deze uitnodiging is verlopen. Verstuur haar opnieuw of schrijf een nieuwe.
join-conflict-invitation-member = Je hebt al een account met dit adres. Log in; daar kun je ook een link vragen om een wachtwoord in te stellen.
join-conflict-vouch-own = Dit is je eigen aanvraag. Anderen kunnen voor je borg staan.
join-conflict-vouch-twice = Je hebt de liaison laten weten wat je weet. Dat kan één keer.
join-conflict-vouch-over = Over deze aanvraag valt niets meer te zeggen: er is beslist of ze is ingetrokken.
join-flash-invited = Uitgenodigd. De mail is onderweg.
join-flash-invited-again = Opnieuw verstuurd. Een link in een eerdere mail werkt niet meer.
join-flash-invitation-revoked = Ingetrokken. De uitnodiging kan niet meer worden aangenomen.
join-flash-invitation-accepted = Aangenomen.
join-flash-vouched = Dank je. De liaison leest het.
join-flash-acquaintance = Heeft een lid dit adres, dan vragen we het diegene.
join-mail-invitation-subject = { $inviter } nodigt je uit voor { $site }
join-mail-invitation-body =
    Hallo { $name },

    { $inviter } nodigt je uit om namens { $organisation } lid te worden van { $site }. Lees hier wat dat inhoudt, en neem de uitnodiging aan of sla haar af:

    { $link }

    De uitnodiging geldt tot { $until }.

join-mail-invitation-note-subject = { $inviter } nodigt je uit voor { $site }
join-mail-invitation-note-body =
    Hallo { $name },

    { $inviter } nodigt je uit om namens { $organisation } lid te worden van { $site }, en schrijft:

    { $words }

    Lees hier wat dat inhoudt, en neem de uitnodiging aan of sla haar af:

    { $link }

    De uitnodiging geldt tot { $until }.

join-mail-invitation-already-subject = Je hebt al een account
join-mail-invitation-already-body =
    Beste { $name },

    { $inviter } heeft je uitgenodigd om namens { $organisation } lid te worden van { $site }. Je hebt al een account, dus je hoeft niets aan te nemen. Inloggen doe je hier:

    { $link }

    Op die pagina kun je ook een link vragen om een nieuw wachtwoord in te stellen. Werk je nu voor { $organisation }, overleg dan met { $inviter } en met de liaison ({ $ask }), die je lidmaatschap kan aanpassen.

join-mail-invitation-accepted-subject = Welkom bij { $site }
join-mail-invitation-accepted-body =
    Beste { $name },

    Je hebt de uitnodiging aangenomen en bent nu lid van { $site }. Heb je nog geen wachtwoord ingesteld, vraag dan een link op de inlogpagina:

    { $link }
join-mail-invitation-declined-subject = Een uitnodiging is afgeslagen
join-mail-invitation-declined-body =
    Beste { $name },

    { $words } heeft de uitnodiging afgeslagen om namens { $organisation } lid te worden van { $site }. Alle uitnodigingen staan hier:

    { $link }
join-mail-invited-subject = Je aanvraag is bij de liaison
join-mail-invited-body =
    Beste { $name },

    Je hebt een uitnodiging aangenomen om lid te worden van { $site }. De liaison beslist daarover. Hoe het ermee staat, zie je altijd hier:

    { $link }
join-mail-vouch-subject = Ken je iemand die lid wil worden?
join-mail-vouch-body =
    Beste { $name },

    { $words }, heeft een aanvraag gedaan om lid te worden van { $site } en kent je misschien. Laat de liaison weten of je deze persoon kent:

    { $link }

    De aanvrager leest niet wat je zegt.
