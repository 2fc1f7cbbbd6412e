articles-nav = Werkwijzen
articles-lede = Wat leden doen, wat het kost en wat er misgaat. Op elke pagina staat wie buiten de bron de tekst heeft beoordeeld.
articles-write = Werkwijze schrijven
articles-menu-work = Teksten in bewerking
articles-narrow = Lijst verfijnen
articles-narrow-button = Zoek
articles-narrow-more = Verfijn op soort, sector of taal
articles-narrow-clear = Alles tonen
articles-any-kind = Alle soorten
articles-any-sector = Alle sectoren
articles-any-language = Alle talen
articles-found = Gevonden werkwijzen
articles-none-fit = Niets gevonden. Kies minder filters of andere woorden.
articles-empty = Er is nog geen werkwijze die je mag lezen.
articles-members-more = Leden zien meer.

articles-kind-practice = Werkwijze
articles-kind-checklist = Checklist
articles-kind-tool = Hulpmiddel
articles-kind-research = Onderzoek
articles-kind-case = Casus
articles-kind-news = Nieuws

articles-version = Versie { $number }
articles-minutes = { $minutes ->
    [one] één minuut leestijd
   *[other] { $minutes } minuten leestijd
}
articles-contents = Inhoud
articles-glance = In het kort
articles-source = Bron
articles-reviewed-by = Beoordeeld door
articles-revise = Nieuwe versie beginnen
articles-revise-hint = Deze versie blijft staan tot de nieuwe is gepubliceerd.

articles-edit-title = Schrijven
articles-edit-lede = Voor een vakgenoot met hetzelfde werk bij een andere installatie. Wat je doet, in welke volgorde, waarom, en wat er misgaat.
articles-field-title = Titel
articles-field-summary = Samenvatting
articles-field-q = Woorden in titel, samenvatting of organisatie
articles-field-kind = Soort
articles-field-language = Taal
articles-field-organisation = Gepubliceerd namens
articles-field-label = Label
articles-field-sectors = Sectoren
articles-field-body = Tekst
articles-field-comment = Toelichting
articles-field-verdict = Je advies
articles-field-state = Status
articles-hint-summary = Een of twee zinnen van minstens 40 tekens: wie kan hier wat mee? De samenvatting staat in lijsten.
articles-hint-organisation = De bron: van wie de informatie is.
articles-hint-label = Wie mag dit lezen? Er is vooraf niets gekozen: kies zelf.
articles-hint-sectors = Waar het van toepassing is.
articles-hint-body = Markdown: koppen vanaf ##, lijsten, tabellen, voetnoten, takenlijsten en kaders die beginnen met > [!WARNING].
articles-hint-submit = Na het indienen ziet de liaison de tekst en vraagt iemand van een andere organisatie om een beoordeling. Verder ziet niemand de tekst voordat hij is gepubliceerd.
articles-preview = Voorbeeld tonen
articles-preview-title = Voorbeeld, er is nog niets opgeslagen
articles-save = Concept opslaan
articles-submit = Indienen
articles-error-sectors = Kies minstens één sector voordat je indient.
articles-error-words = Schrijf minstens { $limit } woorden voordat je iemand anders laat meelezen.
articles-error-version = Iemand heeft deze tekst opgeslagen sinds jij de pagina opende. Jouw tekst staat hier nog: kopieer wat je nodig hebt, open de pagina opnieuw en voeg het daar in.

articles-work-lede = Concepten, teksten in beoordeling en teksten die op publicatie wachten.
articles-work-empty = Er ligt niets op je te wachten.
articles-section-review = Door jou te beoordelen
articles-section-assign = Nog zonder beoordelaar
articles-section-publish = Klaar om te publiceren
articles-section-mine = Waar je aan schrijft
articles-section-elsewhere = Bij iemand anders
articles-state-draft = Concept
articles-state-submitted = In beoordeling
articles-state-changes-asked = Wijzigingen gevraagd
articles-state-approved = Goedgekeurd
articles-state-published = Gepubliceerd
articles-state-superseded = Vervangen
articles-reviewer = Beoordelaar
articles-nobody = Nog niemand
articles-changed = Laatst gewijzigd
articles-yours = Jij bent aan zet
articles-yours-draft = Alleen wie namens je organisatie mag publiceren, ziet dit concept.
articles-yours-changes-asked = De beoordelaar vraagt om wijzigingen; de toelichting staat bij het verloop. Wijzig de tekst en dien hem opnieuw in.
articles-edit = Tekst wijzigen
articles-assign-title = Beoordelaar vragen
articles-assign-nobody = Met dit label en deze lezerskring mag niemand van een andere organisatie de tekst lezen. Vraag de auteur om de organisatie van de beoordelaar in de lezerskring op te nemen.
articles-hint-reviewer = Leden van andere organisaties die de tekst met dit label mogen lezen. Wie je kiest, krijgt een mail.
articles-assign = Om beoordeling vragen
articles-review-title = Je beoordeling
articles-verdict = Je advies
articles-verdict-approve = Goedkeuren
articles-verdict-changes = Om wijzigingen vragen
articles-hint-verdict-approve = De tekst kan zo worden gepubliceerd.
articles-hint-verdict-changes = Schrijf wat er anders moet. De auteur kan de tekst opnieuw indienen.
articles-hint-comment = De auteur en de liaison lezen dit. Het valt onder het label van de tekst.
articles-review-send = Beoordeling versturen
articles-publish-title = Publiceren
articles-publish-to-clear = De beoordeling is binnen. Na publicatie kan iedereen de tekst lezen.
articles-publish-to-green = De beoordeling is binnen. Na publicatie kan elk lid de tekst lezen.
articles-publish-to-amber = De beoordeling is binnen. Na publicatie kunnen de bron en de genoemde organisaties de tekst lezen; misschien hoor jij daar dan niet meer bij.
articles-publish-to-amber-strict = De beoordeling is binnen. Na publicatie kunnen de bron en de genoemde organisaties de tekst lezen; misschien hoor jij daar dan niet meer bij.
articles-publish-to-red = De beoordeling is binnen. Na publicatie kunnen alleen de genoemde personen, bij naam of via de presentielijst van een bijeenkomst, de tekst lezen; misschien hoor jij daar dan niet meer bij.
articles-publish = Publiceren
articles-text = De tekst
articles-readers = Wie dit na publicatie mag lezen
articles-published-version = Naar de gepubliceerde versie
articles-history = Verloop
articles-action-created = Concept begonnen
articles-action-submitted = Ingediend
articles-action-assigned = Beoordelaar gevraagd
articles-action-approved = Goedgekeurd door de beoordelaar
articles-action-changes-asked = Wijzigingen gevraagd
articles-action-published = Gepubliceerd
articles-conflict-edit = Je kunt deze tekst hier niet meer wijzigen: hij is ingediend, gepubliceerd of van een andere organisatie.
articles-conflict-submit = Deze tekst was al ingediend.
articles-conflict-incomplete = Je kunt een tekst pas indienen met een samenvatting van minstens 40 tekens, een sector en minstens 50 woorden. Wijzig de tekst en vul aan wat ontbreekt.
articles-conflict-assign = Deze tekst wacht niet meer op een beoordelaar.
articles-conflict-review = Deze tekst wacht niet op jouw beoordeling: hij is al beoordeeld, of iemand anders is gevraagd.
articles-conflict-wider = Deze versie zou mensen bereiken die de gepubliceerde versie niet mogen lezen. Daarvoor is de pagina van het label, die naar de reden vraagt en het de lezers vertelt: deel daar eerst ruimer wat gepubliceerd is, of kies een label dat niet ruimer is.
articles-conflict-publish = Deze tekst wacht niet op publicatie: hij is al gepubliceerd, of niet goedgekeurd.
articles-conflict-revise = Er is al een nieuwe versie van deze werkwijze in bewerking. Kijk bij de teksten in bewerking.
articles-flash-saved = Het concept is opgeslagen.
articles-flash-submitted = Ingediend. De liaison heeft bericht gekregen.
articles-flash-assigned = De beoordelaar is gevraagd.
articles-flash-reviewed = Je beoordeling is verstuurd.
articles-flash-published = Gepubliceerd.

articles-mail-waits-subject = Er is nieuws voor je
articles-mail-waits-body =
    Beste { $name },

    Op { $site } is iets met een beperkend label gewijzigd. Log in om het te zien:

    { $link }
articles-mail-submitted-subject = { $words }: ingediend
articles-mail-submitted-body =
    Beste { $name },

    { $words }

    Deze tekst is ingediend voor beoordeling. Bekijk hem hier:

    { $link }
articles-mail-assigned-subject = { $words }: je beoordeling gevraagd
articles-mail-assigned-body =
    Beste { $name },

    { $words }

    De liaison vraagt je om deze tekst te beoordelen. Lees hem en verstuur je advies hier:

    { $link }
articles-mail-approved-subject = { $words }: goedgekeurd door de beoordelaar
articles-mail-approved-body =
    Beste { $name },

    { $words }

    De beoordelaar heeft deze tekst goedgekeurd. Hij wacht nu op publicatie. Bekijk hem hier:

    { $link }
articles-mail-changes-asked-subject = { $words }: wijzigingen gevraagd
articles-mail-changes-asked-body =
    Beste { $name },

    { $words }

    De beoordelaar vraagt om wijzigingen. Lees de toelichting en dien de tekst hier opnieuw in:

    { $link }
articles-mail-published-subject = { $words }: gepubliceerd
articles-mail-published-body =
    Beste { $name },

    { $words }

    Deze tekst is gepubliceerd. Dank je wel voor het schrijven.

    { $link }
articles-send-back-title = De tekst teruggeven aan de auteur
articles-send-back = Teruggeven
articles-asked-gone = { $name } was gevraagd, maar is er niet meer. Vraag iemand anders.
articles-asked-now = { $name } is nu gevraagd.
articles-conflict-assigned = Een andere liaison heeft net iemand gevraagd om deze tekst te beoordelen.
articles-until-then-draft = Tot het indienen leest alleen mee wie namens de bron mag schrijven.
articles-until-then-submitted = Tot dan: wie namens de bron mag schrijven, de liaisons en de beoordelaar.
articles-until-then-changes-asked = Tot dan: wie namens de bron mag schrijven, de liaisons en de beoordelaar.
articles-until-then-approved = Tot dan: wie namens de bron mag schrijven, de liaisons en de beoordelaar.
articles-until-then-published = De tekst is gepubliceerd.
articles-until-then-superseded = Een latere versie kwam ervoor in de plaats; alleen wie eraan werkt, leest deze.
articles-named-readers = Genoemde lezers
articles-not-reviewed = Niemand buiten de bron
articles-alone-title = Publiceren zonder beoordeling
articles-alone-up-to = Namens { $organisation } mag je zo breed als { $label } publiceren zonder goedkeuring van iemand anders.
articles-alone-may = Deze tekst is { $label }: je mag hem nu publiceren. Op de pagina staat dan dat niemand buiten de bron hem heeft beoordeeld.
articles-alone-wider = Deze tekst is { $label } en bereikt meer mensen: dien hem in voor beoordeling of kies een strenger label.
articles-alone-none = Elke tekst van { $organisation } heeft goedkeuring van iemand anders nodig voordat hij wordt gepubliceerd. Dien hem in voor beoordeling.
articles-alone = Nu publiceren
articles-sure = Publiceer de tekst zoals hij is, ook al heeft niemand van een andere organisatie hem gelezen
articles-error-sure = Vink dit vakje aan om zonder beoordeling te publiceren, of dien de tekst in.
