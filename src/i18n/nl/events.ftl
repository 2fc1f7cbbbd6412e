events-nav = Bijeenkomsten
events-lede = Waar de community elkaar ontmoet: ongeveer elke twee maanden een expertsessie, en daarnaast werkbezoeken en oefeningen.
events-coming = Komende bijeenkomsten
events-past = Eerdere bijeenkomsten
events-none-coming = Er zijn geen komende bijeenkomsten die je mag zien.
events-make = Bijeenkomst plannen
events-kind-expert-session = Expertsessie
events-kind-working-group = Werkgroep
events-kind-site-visit = Werkbezoek
events-kind-webinar = Webinar
events-kind-conference = Conferentie
events-kind-exercise = Oefening
events-cancelled = Afgelast
events-cancelled-text = Deze bijeenkomst is afgelast. De aankondiging blijft staan, zodat niemand voor niets komt.
events-is-past = Voorbij
events-until = tot
events-online = Online
events-question = Kom je?
events-answer-yes = Ik kom
events-answer-maybe = Misschien
events-answer-no = Nee
events-you-said-yes = Je komt. Je kunt dit wijzigen tot het einde van de bijeenkomst.
events-you-said-maybe = Je komt misschien. Je kunt dit wijzigen tot het einde van de bijeenkomst.
events-you-said-no = Je komt niet. Je kunt dit wijzigen tot het einde van de bijeenkomst.
events-change-later = Je kunt je antwoord wijzigen tot het einde van de bijeenkomst.
events-sign-in = Log in om te laten weten dat je komt
events-calendar = In je agenda zetten
events-organiser = Georganiseerd door
events-who = Wie er (misschien) komt
events-coming-count = { $count ->
    [one] één persoon komt
   *[other] { $count } personen komen
}
events-seats-left = { $count ->
    [0] geen plaatsen meer vrij
    [one] nog één plaats vrij
   *[other] nog { $count } plaatsen vrij
}
events-nobody-yet = Nog niemand heeft laten weten te komen. Wees de eerste.
events-nobody-said = Niemand had laten weten te komen.
events-change = Bijeenkomst wijzigen
events-edit-title = Bijeenkomst plannen
events-field-starts = Begin
events-field-ends = Einde
events-field-zone = Tijdzone
events-field-place = Locatie
events-field-online = Ook online te volgen
events-field-capacity = Plaatsen
events-field-body = Programma en praktische informatie
events-hint-summary = Een of twee zinnen, minstens 20 tekens. Ze staan in lijsten en in de agenda.
events-hint-time = Lokale tijd in de tijdzone hieronder.
events-hint-place = Adres, of “online”.
events-hint-capacity = Laat leeg als er geen maximum is.
events-publish = Bijeenkomst publiceren
events-save = Wijzigingen opslaan
events-cancel-title = Deze bijeenkomst afgelasten
events-cancel-text = De bijeenkomst blijft zichtbaar, met de vermelding dat ze is afgelast. Dat staat dan ook in het agendabestand. Je kunt dit niet terugdraaien.
events-cancel = Bijeenkomst afgelasten
events-error-time = Vul een datum en een tijd in, zoals 2026-12-08T13:30.
events-error-order = Het einde moet na het begin liggen.
events-error-full = De laatste plaats is net bezet. Kies “Misschien” en kijk later of er een plaats vrij is.
events-error-version = Iemand heeft deze bijeenkomst gewijzigd sinds jij de pagina opende. Jouw wijzigingen staan hier nog: kopieer wat je nodig hebt en open de pagina opnieuw.
events-conflict-over = Deze bijeenkomst is voorbij of afgelast.
events-conflict-cancelled = Deze bijeenkomst was al afgelast.
events-flash-published = De bijeenkomst is gepubliceerd.
events-flash-saved = De bijeenkomst is opgeslagen. Een agendabestand dat je vanaf nu ophaalt, bevat de wijziging.
events-flash-cancelled = De bijeenkomst is afgelast.
events-flash-answered = Je antwoord is opgeslagen.
events-conflict-once = Er is al een bijeenkomst met deze titel op dit tijdstip.
events-error-seats = Vul een heel getal van 1 of hoger in, of laat het leeg.
events-error-gap = Dit tijdstip bestaat niet: de klok slaat het die dag over. Kies een uur later of eerder.
