items-nav = Beperkt gedeeld
items-lede = Wat onder TLP:RED met jou is gedeeld, en verzoeken om iets breder te delen. Titels staan niet in lijsten: je ziet ze als je het opent.
items-sealed = Onder TLP:RED met je gedeeld
items-sealed-none = Onder TLP:RED is niets met je gedeeld.
items-sealed-hint = Openen kan alleen met een tweede factor in deze sessie, en elke keer wordt genoteerd voor de bron.
items-sealed-since = Data staan er zodra je je tweede factor hebt laten zien.
items-published = Gepubliceerd
items-published-on = Gepubliceerd op { $date }
items-in-work = Nog niet gepubliceerd
items-in-work-since = Nog niet gepubliceerd, laatst gewijzigd op { $date }
items-unopened = Je hebt het nog niet geopend
items-opened-last = Je opende het voor het laatst op { $date }
items-reference = Kenmerk { $number }
items-asked-on = Gevraagd op { $date }
items-for-me = Verzoeken die op jouw antwoord wachten
items-mine = Wat je hebt gevraagd
items-mine-none = Je hebt niet gevraagd om iets breder te delen. Dat kan op de pagina van alles wat TLP:GREEN of strenger is.
items-glasses = Geopend buiten de kring van lezers
items-glass-until = Open tot { $until }
items-gone = Niet meer met jou gedeeld
items-needs-factor = Te openen met je tweede factor
items-wish = vraagt { $label }

items-kind-article = Werkwijze
items-kind-revision = Werkwijze
items-kind-event = Bijeenkomst
items-kind-file = Bestand
items-kind-note = Opmerking uit een beoordeling
items-kind-comment = Reactie
items-kind-material = Materiaal
items-kind-minutes = Verslag
items-kind-collection = Verzameling

items-state-waiting = Wacht op antwoord
items-state-granted = Ingewilligd
items-state-declined = Afgewezen
items-state-withdrawn = Ingetrokken

items-ground-abuse-report = Een melding van misbruik
items-ground-legal-duty = Een wettelijke plicht

items-readers-title = Wie kan dit zien?
items-readers-everyone = Iedereen kan dit lezen, ook zonder account.
items-readers-members = { $people ->
    [one] Het enige lid kan dit lezen.
   *[other] Alle { $people } leden kunnen dit lezen.
}
items-readers-people = { $people ->
    [0] Niemand kan dit lezen.
    [one] Eén persoon kan dit lezen,
   *[other] { $people } mensen kunnen dit lezen,
}
items-readers-organisations = { $organisations ->
    [one] van één organisatie.
   *[other] van { $organisations } organisaties.
}
items-readers-work = Het is nog niet gepubliceerd: deze mensen werken eraan. De genoemde lezers krijgen het na publicatie.
items-people = De mensen
items-person = Naam
items-organisation = Organisatie
items-why = Waarom
items-more = { $more ->
    [one] En nog één.
   *[other] En nog { $more }.
}
items-way-everyone = het is voor iedereen
items-way-members = actief lid
items-way-source = hoort bij de bron
items-way-named = hoort bij { $name }, die is genoemd
items-way-client = klant van { $name }
items-way-group = in de groep { $name }
items-way-person = bij naam genoemd
items-way-present = was bij { $name }
items-way-present-somewhere = was bij een genoemde bijeenkomst
items-way-writer = schrijft het
items-way-publisher = publiceert voor de bron
items-way-judge = is gevraagd het te beoordelen
items-way-circle = liaison, bij wie het is ingediend
items-way-glass = heeft het glas gebroken, voor een uur
items-parts = Wat erbij hoort
items-note-readers = voor wie aan de tekst werkt
items-inherits = zoals de pagina
items-own-label = een eigen label
items-history = Hoe het label is gewijzigd
items-history-none = Het label is sinds de publicatie niet gewijzigd.
items-audience-changed = Andere lezers onder
items-to = werd
items-wider = breder
items-opened = Wie het heeft geopend
items-opened-none = Nog niemand heeft het geopend.
items-beyond = buiten de kring van lezers
items-broken = Geopend buiten de kring van lezers
items-broken-when = Van { $from } tot { $until }

items-view-title = Bekijken als
items-field-who = Bekijk het als
items-hint-who = Je krijgt wat deze persoon zou krijgen, voor zover je het zelf kunt lezen.
items-view = Bekijken
items-view-visitor = Een bezoeker zonder account
items-view-member = Een willekeurig lid, van geen genoemde organisatie
items-view-can-visitor = Een bezoeker kan dit lezen.
items-view-can-member = Elk lid kan dit lezen.
items-view-can-person = { $name } kan dit lezen.
items-view-cannot-visitor = Een bezoeker kan dit niet lezen.
items-view-cannot-member = Een lid zonder meer kan dit niet lezen.
items-view-cannot-person = { $name } kan dit niet lezen.
items-view-because = Waarom:
items-view-factor = Het opent alleen met een tweede factor.
items-view-not-suspended = Het account is gesloten. Zonder account is alleen TLP:CLEAR te lezen, en dit is strenger of niet gepubliceerd.
items-view-not-work = Het is niet gepubliceerd, en alleen wie eraan werkt leest het nu.
items-view-not-green = TLP:GREEN is voor actieve leden.
items-view-not-amber = TLP:AMBER is voor de bron, voor de genoemde organisaties, groepen en personen, en voor de klanten die zij opgeven. Deze lezer hoort daar niet bij.
items-view-not-amber-strict = TLP:AMBER+STRICT is voor de bron en voor de genoemde organisaties, groepen en personen, zonder hun klanten. Deze lezer hoort daar niet bij.
items-view-not-red = TLP:RED is voor de genoemde personen: bij naam of via de presentielijst van een bijeenkomst. Deze lezer hoort daar niet bij.
items-view-yes = kan het lezen
items-view-no = kan het niet lezen
items-view-banner-visitor = Dit is een weergave: de tekst zoals een bezoeker die krijgt.
items-view-banner-member = Dit is een weergave: de tekst zoals elk lid die krijgt.
items-view-banner-person = Dit is een weergave: de tekst zoals { $name } die krijgt.

items-label-title = Het label wijzigen
items-label-lede = Strenger geldt meteen, ook voor een nieuwe versie in bewerking, die dan weer een concept is. Breder, dus iedere nieuwe lezer, vraagt om een reden die alle lezers zien.
items-now = Het is nu
items-answers = Dit beantwoordt een verzoek
items-would-everyone = Iedereen zou het lezen
items-would-people = { $people ->
    [one] Eén persoon zou het lezen,
   *[other] { $people } mensen zouden het lezen,
}
items-would-hint = Er is nog niets bewaard. Bewaar als dit is wat je bedoelt.
items-field-reason = Reden
items-hint-reason = Nodig als er nieuwe lezers bij komen; minstens 10 tekens. Lezers zien de reden op de pagina.
items-label-save = Label opslaan
items-label-readers = Toon wie het zou lezen
items-error-audience = Dit label en deze lezers passen niet bij elkaar. TLP:CLEAR en TLP:GREEN noemen niemand; TLP:RED noemt personen of een bijeenkomst.
items-error-reason = Er zouden nieuwe lezers bij komen. Zeg waarom, in minstens 10 tekens.
items-error-approval = Met jouw rol mag je dit niet zonder goedkeuring zo breed delen, en niemand anders heeft deze tekst goedgekeurd. Kies een strenger label, of begin een nieuwe versie en dien die in voor beoordeling.
items-error-parent = Wat bij een pagina hoort, is nooit breder dan die pagina. Kies het label van de pagina of een strenger label.
items-error-same = Dit zijn het label en de lezers die het al heeft. Wijzig er één, of verlaat deze pagina.
items-error-waiting = Er wacht al een verzoek van je hierover op antwoord. Trek dat eerst in als je in plaats daarvan dit wilt versturen. Wat je hebt getypt, staat hier nog.
items-error-changed = Iemand heeft het label of de lezers gewijzigd sinds je deze pagina opende. Wat nu geldt, staat hierboven. Wat je koos, staat er nog: bewaar opnieuw als je het nog steeds zo bedoelt.
items-conflict-in-work = Dit is nog niet gepubliceerd. Het label kies je waar de tekst wordt geschreven.
items-conflict-clear = Dit is al TLP:CLEAR: iedereen mag het lezen en delen.
items-conflict-answered = Dit verzoek is al beantwoord of ingetrokken.

items-wider-lede = { $source } is de bron en beslist. Het verzoek gaat naar wie daar verantwoordelijk voor is.
items-field-purpose = Voor wie, en waarom
items-hint-purpose = Wie het zou moeten kunnen lezen, en waarvoor. Tussen 10 en 2000 tekens. Alleen de bron leest dit.
items-wider-waiting = Je hebt al gevraagd om dit breder te delen, en de bron heeft nog niet geantwoord.
items-wider-waiting-open = Open dat verzoek
items-wider-send = Verzoek versturen
items-request-title = Verzoek om breder te delen
items-about = Het gaat over
items-open-it = Openen
items-label-present = Label nu
items-label-wanted = Gevraagd label
items-asked-by = Gevraagd door
items-answer-title = Jouw antwoord
items-agree = Inwilligen
items-agree-hint = Je gaat verder naar het label, waar deze wens is ingevuld. Er wijzigt niets voordat je daar bewaart; dan is het verzoek ingewilligd.
items-agree-button = Naar het label
items-decline = Afwijzen
items-field-answer = Waarom niet
items-hint-answer = Wie het vroeg, leest dit. Minstens 10 tekens.
items-decline-button = Verzoek afwijzen
items-withdraw = Verzoek intrekken
items-withdraw-hint = Je kunt het later opnieuw vragen.

items-glass-title = Het glas breken
items-glass-lede = Opent één item buiten de kring van lezers, alleen voor jou en voor één uur. De bron krijgt meteen bericht. Het logboek bewaart wie het deed, waarom en wat er is geopend.
items-field-address = Welk item
items-hint-address = Het adres op deze site, of het nummer.
items-field-ground = Grond
items-hint-glass-reason = De bron leest dit. Zeg wat er is gemeld of welke plicht je volgt; minstens 20 tekens.
items-field-told = Ik weet dat de bron bericht krijgt dat ik dit open, en waarom.
items-glass-break = Een uur lang openen
items-error-address = Dit is geen adres van een item op deze site. Kopieer het uit de adresbalk van je browser, of typ het nummer.
items-error-address-nothing = Er staat niets op dit adres. Er is niets geopend; dat je het vroeg, staat in het logboek.
items-error-address-yours = Je kunt dit lezen zonder het glas te breken. Open het zoals altijd.
items-error-told = Bevestig dat je dit weet: anders opent er niets.

items-flash-label = Het label is gewijzigd. De lezers krijgen bericht.
items-flash-asked = Het verzoek is naar de bron gestuurd.
items-flash-declined = Het verzoek is afgewezen. Wie het vroeg, krijgt bericht.
items-flash-withdrawn = Het verzoek is ingetrokken.
items-flash-broken = Het is een uur lang open. De bron heeft bericht gekregen.

items-mail-changed-subject = Er is een label gewijzigd
items-mail-changed-body =
    Beste { $name },

    Op { $site } is het label gewijzigd van iets dat je kon lezen of nu kunt lezen. Je vindt het hier; toont de link je niets, dan is het niet meer met jou gedeeld:

    { $link }
items-mail-relabelled-subject = { $words }: het label is gewijzigd
items-mail-relabelled-body =
    Beste { $name },

    { $words }

    had tot nu toe het label { $from }. Je vindt het hier:

    { $link }
items-mail-relabelled-why-subject = { $words }: het label is gewijzigd
items-mail-relabelled-why-body =
    Beste { $name },

    { $words }

    had tot nu toe het label { $from }. De reden van de wijziging:

    { $reason }

    Je vindt het hier:

    { $link }
items-mail-asked-subject = Een verzoek om breder te delen wacht op je
items-mail-asked-body =
    Beste { $name },

    Een lid vraagt jouw organisatie om iets op { $site } breder te delen. Lees het verzoek en beantwoord het hier:

    { $link }
items-mail-answered-subject = Je verzoek om breder te delen is beantwoord
items-mail-answered-body =
    Beste { $name },

    De bron heeft je verzoek om breder te delen op { $site } beantwoord. Lees het antwoord hier:

    { $link }
items-mail-broken-subject = Een liaison heeft iets van je organisatie geopend buiten de kring van lezers
items-mail-broken-body =
    Beste { $name },

    Een liaison van { $site } heeft het glas gebroken van iets waar jij over gaat, en kan het een uur lang lezen. Wie het was, op welke grond en waarom, zie je hier:

    { $link }
