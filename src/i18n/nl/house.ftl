# Wat alle ruimtes delen: het kader, formulieren, fouten, labels, de opmaak van teksten, de voet van een mail.

layout-skip = Naar de inhoud
layout-nav = Hoofdmenu
layout-search = Zoeken
layout-language = Taal
layout-display = Weergave
layout-appearance = Kleuren
layout-appearance-system = Systeem
layout-appearance-light = Licht
layout-appearance-dark = Donker
layout-labels = Wat de labels betekenen
layout-community = Deze gemeenschap
layout-facts = Geen trackers. Alles werkt zonder scripts. Wat deze browser bewaart, hoort bij wat je zelf doet: je taal, je kleuren, je sessie, dat je hier eerder bent ingelogd, een melding voor de volgende pagina en waar je in een openbare tekst was gebleven.
layout-slow = Nog bezig met versturen. Het netwerk is traag; wat je typte blijft op deze pagina staan tot het antwoord er is.
layout-offline = Er lijkt geen netwerk te zijn. Er is niets verstuurd en niets verloren. Druk nog eens om het toch te proberen.
layout-copy-link = Link naar deze kop kopiëren
layout-copied = De link staat op je klembord.
layout-not-copied = Deze browser stond kopiëren niet toe. De link staat in de adresbalk.
layout-stopped = Je was gebleven bij
layout-print = Afdrukken
layout-copy-address = Link kopiëren
layout-pages = Pagina’s
layout-page = Pagina { $number }
layout-previous = Vorige
layout-next = Volgende
layout-resting = Je hebt een rol die over anderen beslist. Die rust tot je in deze browser je tweede factor laat zien.
layout-rules = Er is een nieuwe versie van de huisregels. Tot je ermee akkoord gaat, zie je hier wat iedereen ziet.
layout-rules-link = De huisregels lezen
layout-printed = Afgedrukt op { $date }.
layout-printed-by = Afgedrukt door { $name } op { $date }.

access-in-work = Nog niet gepubliceerd: alleen voor wie eraan werkt.
access-means-clear = Iedereen. Verder delen mag zonder beperking.
access-means-green = Leden van deze gemeenschap. Nooit via openbare kanalen.
access-means-amber = De bron en de organisaties die de bron noemt, met de klanten die zij opgeven. Daarbinnen alleen wie het voor het werk moet weten.
access-means-amber-strict = De bron en de organisaties die de bron noemt, niet hun klanten. Daarbinnen alleen wie het voor het werk moet weten.
access-means-red = Alleen de genoemde personen: bij naam of via de presentielijst van een bijeenkomst. Niemand anders.

time-now = zojuist
time-minutes-ago = { $count ->
    [one] één minuut geleden
   *[other] { $count } minuten geleden
}
time-hours-ago = { $count ->
    [one] één uur geleden
   *[other] { $count } uur geleden
}
time-yesterday = gisteren
time-days-ago = { $count ->
    [one] één dag geleden
   *[other] { $count } dagen geleden
}

form-choose = Kies
form-send = Verstuur
form-errors = { $count ->
    [one] Eén punt vraagt je aandacht
   *[other] { $count } punten vragen je aandacht
}
form-errors-kept = Er is nog niets opgeslagen of verstuurd. Wat je invulde, staat er nog.
form-passwords-again = De pagina is opnieuw opgebouwd. Wachtwoorden sturen we niet terug: typ het jouwe opnieuw.
form-error-required = Vul dit in: het is nog leeg.
form-wrong = Fout:
form-error-too-short = Schrijf minstens { $limit } tekens.
form-error-too-long = Gebruik hooguit { $limit } tekens.
form-error-control = Hier staan onzichtbare tekens in, zoals regeleinden of richtingstekens. Typ het opnieuw, zonder die tekens.
form-error-email = Dit is geen volledig e-mailadres. Het moet eruitzien als naam@organisatie.nl.
form-error-choice = Maak een keuze.

markdown-note = Opmerking
markdown-tip = Tip
markdown-important = Belangrijk
markdown-warning = Waarschuwing
markdown-caution = Pas op
markdown-table = Tabel
markdown-footnotes = Voetnoten
markdown-back = Terug naar de tekst
markdown-done = gedaan
markdown-open = open
markdown-error-too-long = De tekst is langer dan { $limit } bytes. Maak hem korter, of verdeel hem over twee teksten.
markdown-error-too-deep = Op regel { $limit } zijn lijsten of citaten te diep genest. Gebruik minder niveaus.
markdown-error-too-many-cells = De tabellen tot en met regel { $limit } hebben te veel cellen. Splits ze, of laat lege kolommen weg.
markdown-error-endless-title = De titel van een link op regel { $limit } heeft geen einde: sluit het aanhalingsteken of het haakje.
markdown-error-failed = We konden de tekst niet als pagina weergeven. Hij staat er nog; maak hem korter of eenvoudiger en probeer het opnieuw.

ui-breadcrumb = Waar je bent
ui-close = Sluiten
ui-take-away = Weghalen
ui-chosen = Gekozen
ui-loading = Wordt geladen
ui-step-done = gedaan
ui-step-current = nu
ui-step-ahead = nog te doen
ui-week = Week
ui-week-short = Wk
ui-today = vandaag
ui-diff-before = Eerst
ui-diff-after = Nu
ui-diff-removed = Weg
ui-diff-added = Nieuw
ui-merge-kind-mine = Dit heb jij gewijzigd
ui-merge-kind-theirs = Dit heeft iemand anders gewijzigd
ui-merge-kind-both = Dit hebben jullie allebei gewijzigd
ui-merge-mine = Jouw tekst
ui-merge-theirs = De andere tekst
ui-merge-take-mine = De mijne nemen
ui-merge-take-theirs = De andere nemen
ui-merge-take-both = Beide nemen
ui-merge-same = { $count ->
    [one] Eén regel die in beide gelijk is
   *[other] { $count } regels die in beide gelijk zijn
}
ui-merge-result = Resultaat
ui-merge-result-hint = Dit wordt opgeslagen. Je kunt het hier nog wijzigen.
ui-upload-limits = { $kinds }. Elk hooguit { $size }, { $files ->
    [one] één bestand
   *[other] hooguit { $files } bestanden
}.
ui-upload-waiting = Wacht op versturen
ui-upload-going = { $percent }% ontvangen
ui-upload-arrived = Aangekomen
ui-size-kb = { $number } kB
ui-size-mb = { $whole } MB
ui-size-mb-tenths = { $whole },{ $tenth } MB

error-status = Fout { $status }
error-next = Wat je kunt doen
error-what-is-kept = Wat er bewaard is
error-kept = Wat je hebt getypt, is bewaard: het staat hieronder. Er is niets verloren.
error-kept-along = Wat je hebt getypt, is bewaard: het gaat mee, en je kunt het bekijken voordat het opnieuw wordt verstuurd.
error-kept-choice = Er is niets gewijzigd. De knop hieronder verstuurt hetzelfde nog eens.
error-kept-text = Jouw tekst
error-nothing-changed = Er is niets gewijzigd.
error-number = Nummer van dit verzoek, voor de beheerder
error-again = Opnieuw versturen
error-articles = Naar de werkwijzen
error-home = Naar de startpagina

error-second-factor-title = Hiervoor is je tweede factor nodig
error-second-factor-text = Dit mag je, maar pas als je met een code bevestigt dat jij het bent.
error-second-factor-next = Bevestig met je tweede factor; daarna ga je verder waar je was. Heb je er nog geen? Stel die dan eerst in.
error-fresh-proof-title = Laat eerst zien dat jij het bent
error-fresh-proof-text = Dit verandert wat een account beschermt, of haalt gegevens uit de site. Dat kan alleen binnen tien minuten nadat je hebt laten zien dat jij het bent.
error-fresh-proof-next = Bevestig nog een keer; daarna ga je verder waar je was.
error-rules-title = Ga eerst akkoord met de huisregels
error-rules-text = De huisregels zijn gewijzigd sinds je ermee akkoord ging. Wat voor leden is, is er weer zodra je akkoord gaat.
error-rules-next = Lees de huisregels en ga akkoord; daarna ga je verder waar je was.
error-not-found-title = Deze pagina is hier niet
error-not-found-text = Deze pagina bestaat niet, of is niet voor jou zichtbaar.
error-not-found-next = Controleer het adres, of zoek bij de werkwijzen en de bijeenkomsten. Ben je lid, log dan eerst in.
error-wrong-method-title = Dit adres werkt anders
error-wrong-method-text = De pagina bestaat, maar is zo niet te openen. Dat gebeurt als je het adres van een knop met de hand opent.
error-wrong-method-next = Ga terug naar de pagina waar je vandaan kwam en gebruik de knop die daar staat.
error-sign-in-title = Log in om verder te gaan
error-sign-in-text = Deze pagina is voor leden. Je bent niet ingelogd, of je sessie is verlopen.
error-sign-in-next = Log hieronder in; daarna ga je verder waar je was. Heb je nog geen account? Doe dan een aanvraag om lid te worden.
error-forbidden-title = Dit is voor iemand anders
error-forbidden-text = Je bent ingelogd, maar deze stap hoort bij een andere rol.
error-forbidden-next = Vind je dat je dit zou moeten kunnen? Vraag het de liaison.
error-forbidden-liaison = Alleen de liaison van de gemeenschap kan deze pagina openen.
error-forbidden-publisher = Alleen wie namens de organisatie mag schrijven, kan dit. De liaison geeft die rol.
error-cross-site-title = Dit verzoek kwam niet van onze eigen pagina
error-cross-site-text = Om je te beschermen nemen we wijzigingen alleen aan vanaf een pagina van deze site. Je browser noemde een andere pagina, of geen.
error-cross-site-next = Open de pagina hier, op deze site, en druk opnieuw op de knop. Ook een extensie of proxy die de Origin-header verwijdert, kan de oorzaak zijn.
error-conflict-title = Dit kan nu niet
error-conflict-text = Wat je ziet is mogelijk gewijzigd sinds je de pagina opende, of er ontbreekt nog iets.
error-conflict-next = Open de pagina opnieuw en kijk hoe het er nu voor staat.
error-link-over-title = Deze link werkt niet meer
error-link-over-text = Links in onze mails werken een paar dagen en voor één doel. Deze is gebruikt, verlopen of door het mailprogramma afgebroken.
error-link-over-next = Vraag een nieuwe link op de inlogpagina, of doe je aanvraag opnieuw.
error-bad-request-title = We konden dit verzoek niet lezen
error-bad-request-text = Er staat iets in dat een browser zo niet verstuurt.
error-bad-request-next = Ga terug, laad de pagina opnieuw en probeer het nog eens.
error-bad-request-unreadable = Het formulier was niet te lezen.
error-bad-request-nul = Er staat een NUL-teken in, en dat kan in geen enkele tekst.
error-bad-request-cut-off = Het formulier kwam niet volledig aan: de verbinding viel weg.
error-bad-request-no-form = Wat je browser verstuurde, is geen formulier.
error-too-large-title = Dit is te groot
error-too-large-text = Een formulier mag hooguit één megabyte bevatten.
error-too-large-next = Ga in je browser terug: wat je hebt getypt, staat nog op die pagina. Maak het korter of splits het.
error-unavailable-title = De site werkt even niet
error-unavailable-text = De database antwoordt niet. Dat ligt aan ons, en er wordt aan gewerkt.
error-unavailable-next = Probeer het over een paar seconden opnieuw.
error-internal-title = Hier ging iets mis
error-internal-text = Dat ligt aan ons, niet aan jou. De oorzaak staat in ons logboek.
error-internal-next = Probeer het opnieuw. Blijft het misgaan, geef dan het nummer hieronder door aan de beheerder.

mail-footer = { $site }. Je krijgt deze mail vanwege een aanvraag of een account met dit adres. Weet je van niets, dan kun je deze mail negeren.
error-back = Terug naar de vorige pagina
access-error-wide = Bij dit label hoort geen kring van lezers. Maak de keuze leeg of kies een strenger label.
access-error-red = TLP:RED noemt personen: bij naam of via de presentielijst van een bijeenkomst. Maak de organisaties en groepen leeg.
access-error-red-nobody = Noem ten minste één persoon of bijeenkomst die het mag lezen.
access-error-red-factor = TLP:RED vraagt om een tweede factor in deze sessie: wat je onder dit label bewaart, openen alleen jij en wie genoemd is, bij naam of via de presentielijst van een bijeenkomst. Bevestig die in een ander tabblad en bewaar daarna opnieuw; wat je hebt getypt, blijft hier staan.
access-error-cap = Met jouw rol mag je dit niet zonder goedkeuring zo breed publiceren. Kies een strenger label of dien het in voor beoordeling.
access-audience = Wie het mag lezen buiten je eigen organisatie
access-hint-audience = Voor TLP:AMBER en strenger. TLP:AMBER bereikt ook de klanten die deze organisaties opgeven, TLP:AMBER+STRICT niet. Bij TLP:RED kunnen alleen personen en bijeenkomsten.
access-field-audience = Organisaties
access-hint-organisations = Iedereen die bij een van deze organisaties hoort.
access-field-groups = Werkgroepen
access-hint-groups = Wie lid is van de groep, zolang dat duurt.
access-field-people = Personen
access-hint-people = Bij TLP:RED hoor jij er altijd bij.
access-field-meetings = Wie bij een bijeenkomst was
access-hint-meetings = Wie op de presentielijst staat. Alleen “ik kom” hebben gezegd is niet genoeg.
access-chosen = gekozen
access-over-group = gesloten
access-over-person = niet meer actief
access-a-meeting = wie bij een bijeenkomst was
access-beyond = Geopend buiten de kring van lezers tot { $until }.
access-beyond-hint = Elke keer openen wordt genoteerd voor de bron.
access-changed = Label op { $at } gewijzigd van { $from } naar { $to }.
access-audience-changed = De bron heeft op { $at } gewijzigd wie dit mag lezen.
access-change-reason = Reden:
access-who-can-see = Wie kan dit zien?
access-change-label = Het label wijzigen
access-ask-wider = Vraag om breder te delen
access-sealed = { $count ->
    [one] Eén item is beperkt met je gedeeld
   *[other] { $count } items zijn beperkt met je gedeeld
}
access-choose-clear = Iedereen leest het, ook zoekmachines, en mag het overal delen. Voor wat anderen helpt en niets over een installatie vertelt.
access-choose-green = Elk lid leest het en mag het delen met collega’s en met anderen in de sector, nooit openbaar. Voor wat de gemeenschap mag weten.
access-choose-amber = De bron leest het, wie de bron noemt, en de klanten die zij opgeven. Zij delen het waar iemand het voor het werk nodig heeft, niet verder. Voor wat vertelt hoe een installatie te bereiken of te schaden is.
access-choose-amber-strict = Als TLP:AMBER, maar zonder de klanten: alleen de bron en wie de bron noemt.
access-choose-red = Alleen de genoemde personen, bij naam of via de presentielijst van een bijeenkomst, lezen het. Zij delen het met niemand. Openen kan alleen met een tweede factor, en elke keer wordt genoteerd voor de bron.
access-readers-ask = Wie kan dit straks lezen?
access-readers-everyone = Iedereen, ook zonder account.
access-readers-members = Elk actief lid: { $people ->
    [one] één persoon
   *[other] { $people } mensen
} van { $organisations ->
    [one] één organisatie
   *[other] { $organisations } organisaties
}.
access-readers-count = { $people ->
    [one] Eén persoon
   *[other] { $people } mensen
} van { $organisations ->
    [one] één organisatie
   *[other] { $organisations } organisaties
}.
access-readers-without = Zonder organisatie
access-readers-more = { $more ->
    [one] en nog één
   *[other] en nog { $more }
}
access-readers-untold = { $count ->
    [one] Eén van hen staat hier niet bij naam: wie bij die bijeenkomst was of klant is van een andere organisatie, is niet voor jou bestemd.
   *[other] { $count } van hen staan hier niet bij naam: wie bij die bijeenkomst was of klant is van een andere organisatie, is niet voor jou bestemd.
}
access-readers-hint = Zoals het er vandaag voor staat; wie later bij een van deze kringen komt, leest het ook. Door dit te vragen is er niets bewaard.
access-hints-title = { $count ->
    [one] Eén plek in deze tekst past beter bij een strenger label dan { $label }
   *[other] { $count } plekken in deze tekst passen beter bij een strenger label dan { $label }
}
access-hints-text = Dit is herkend aan de vorm: het klopt dus misschien niet, en er kan iets ontbreken. Haal het weg, kies een strenger label of geef hieronder aan dat het gelezen mag worden.
access-hints-more = { $count ->
    [one] Nog één
   *[other] Nog { $count }
}
access-hint-private-address = Adres binnen een netwerk
access-hint-public-address = Adres van een machine op het internet
access-hint-hardware-address = Hardware-adres van een apparaat
access-hint-internal-name = Naam van een machine of een gedeelde map
access-hint-mail-address = E-mailadres
access-hint-telephone = Telefoonnummer
access-hint-person = Naam van een lid
access-hint-at-title = in de titel
access-hint-at-summary = in de samenvatting
access-hint-at-line = regel { $line }
access-hint-suits = { $label } of strenger past hierbij
access-looked-clear = { $count ->
    [one] Ik heb ernaar gekeken. Iedereen mag het lezen, ook buiten de gemeenschap.
   *[other] Ik heb naar deze { $count } plekken gekeken. Iedereen mag ze lezen, ook buiten de gemeenschap.
}
access-looked-green = { $count ->
    [one] Ik heb ernaar gekeken. Elk lid van de gemeenschap mag het lezen.
   *[other] Ik heb naar deze { $count } plekken gekeken. Elk lid van de gemeenschap mag ze lezen.
}
access-error-looked = In de tekst staat iets dat bij een strenger label past. Kijk ernaar en vink het vakje erbij aan, haal het weg of kies een strenger label.
access-lists-factor = Wat TLP:AMBER of strenger is, staat in geen lijst totdat je bevestigt dat jij het bent.
access-error-amber-factor = Op deze site vragen ook TLP:AMBER en TLP:AMBER+STRICT om een tweede factor in deze sessie: zonder kun je niet openen wat je bewaart. Bevestig die in een ander tabblad en bewaar daarna opnieuw; wat je hebt getypt, blijft hier staan.
