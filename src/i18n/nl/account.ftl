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
account-hint-email = Je wijzigt het onder ‘Account en beveiliging’.
account-hint-expertise = Een paar woorden waar anderen op zouden zoeken: Modbus, batchbesturing, incidentrespons.
account-hint-about = Wat je doet en wat anderen je kunnen vragen. Markdown werkt.
account-hint-language = Voor de site en voor onze mails.
account-error-sign-in = Dit adres en dit wachtwoord horen niet bij elkaar. Controleer beide, of vraag een link om een nieuw wachtwoord in te stellen.
account-error-sign-in-paused = Te veel pogingen, met dit adres of vanuit jouw netwerk. Inloggen kan weer vanaf { $time }. Wil je eerder naar binnen, vraag dan een link om een nieuw wachtwoord in te stellen.
account-error-new-link-paused = Er zijn te veel mails aangevraagd, aan dit adres of vanuit jouw netwerk. De volgende kun je aanvragen vanaf { $time }. Heb je een account, gebruik dan de link in een eerdere mail: die werkt twee dagen.
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
account-error-password-known = Dit wachtwoord wordt als een van de eerste geprobeerd: het bestaat uit woorden die velen kiezen, jaartallen, rijtjes toetsen of je eigen naam of adres. Gebruik een eigen zin.

account-go-on-factor-title = Bevestigd
account-go-on-factor-text = Wat je verstuurde, is bewaard. Kijk het na en verstuur het opnieuw.
account-go-on-factor-press = De stap die je wilde zetten, is nog niet gezet. Druk op de knop om dat nu te doen.
account-rules-short = Met welke versie je akkoord ging, en wanneer.
account-rules-lede-first = Lees de huisregels en ga ermee akkoord. Daarna staan de pagina’s voor leden voor je open.
account-rules-lede-newer = De huisregels zijn gewijzigd sinds je ermee akkoord ging. Lees wat er nieuw is en ga akkoord; daarna staan de pagina’s voor leden weer voor je open.
account-rules-lede-agreed = Je ging akkoord met de versie die nu geldt.
account-rules-agreed = Je ging op { $date } akkoord met versie { $version }
account-rules-conflict = Je akkoord is niet vastgelegd: sinds je deze pagina opende, geldt versie { $version }. Lees die en ga daarmee akkoord.
account-rules-kept = Wat je hebt getypt, is bewaard: het gaat mee, en je kunt het bekijken voordat het opnieuw wordt verstuurd.
account-rules-changed = Wat er gewijzigd is
account-rules-agree = Ik heb de huisregels gelezen en houd me eraan
account-rules-not-now = Nu niet: uitloggen
account-rules-or-leave = Wil je niet akkoord gaan? Wat je ook besluit, dit blijft voor je open:
account-flash-rules-agreed = Je akkoord met de huisregels is vastgelegd.
account-go-on-rules-title = Akkoord
account-field-code = Code
account-hint-code = De zes cijfers die de app nu laat zien.
account-hint-code-or-recovery = De zes cijfers die je authenticator-app nu laat zien, of een van je herstelcodes.
account-error-code = Deze code klopt niet of is al gebruikt. Wacht tot de app de volgende laat zien en typ die.
account-error-code-first = Deze code klopt niet. Controleer of je telefoon de tijd automatisch instelt, wacht op de volgende code en typ die.
account-error-code-shape = Een code van de app heeft zes cijfers. Een herstelcode heeft zestien letters en cijfers.

account-second-factor-title = Tweede factor
account-second-factor-short = Een code op je telefoon, naast je wachtwoord. Je hebt hem nodig voor informatie onder TLP:AMBER of strenger, en voor elke rol die over anderen beslist.
account-second-factor-link = Tweede factor instellen of bekijken
account-second-factor-lede = Informatie onder TLP:AMBER of strenger gaat alleen open voor wie naast het wachtwoord een code laat zien van een app op de eigen telefoon. Een uitgelekt wachtwoord is dan niet genoeg.
account-second-factor-none = Je hebt nog geen tweede factor. Je hebt een authenticator-app op je telefoon nodig; elke app die codes van zes cijfers laat zien, werkt. Het kost twee minuten.
account-second-factor-begin = Tweede factor instellen
account-second-factor-scan = 1. Laat je app dit scannen
account-second-factor-scan-text = Kies ‘toevoegen’ in de authenticator-app en richt de camera op het vierkant. Kun je niet scannen? Typ dan de sleutel in de app.
account-second-factor-qr = QR-code met de sleutel hieronder, voor de authenticator-app
account-second-factor-secret = Sleutel
account-second-factor-open = In de app op dit apparaat openen
account-second-factor-first = 2. Typ de eerste code
account-second-factor-set = Tweede factor in gebruik nemen
account-second-factor-waits = Deze sleutel wacht een kwartier op de eerste code.
account-second-factor-other = Andere sleutel maken
account-second-factor-since = In gebruik sinds
account-second-factor-left = Herstelcodes
account-second-factor-codes-left = { $count ->
    [0] Geen meer over. Verwijder de tweede factor en stel hem opnieuw in om nieuwe te krijgen.
    [one] Eén over
   *[other] { $count } over
}
account-second-factor-here = In deze browser
account-second-factor-shown = Bevestigd. Dit telt twaalf uur, of tot je uitlogt.
account-second-factor-not-shown = Nog niet bevestigd
account-second-factor-confirm = Bevestigen met je tweede factor
account-second-factor-remove-title = Tweede factor verwijderen
account-second-factor-remove-text = Doe dit als je een andere telefoon krijgt en stel hem daarna opnieuw in. Tot dan kun je niets openen onder TLP:AMBER of strenger, en rust een rol die over anderen beslist. Ook de herstelcodes vervallen.
account-second-factor-remove-first = Bevestig eerst met je tweede factor; daarna staat hier de knop om hem te verwijderen. Een herstelcode is ook goed.
account-second-factor-remove = Tweede factor verwijderen
account-second-factor-profile = Terug naar je profiel
account-conflict-second-factor = Je hebt al een tweede factor. Verwijder die eerst als je een andere wilt instellen.
account-conflict-second-factor-over = De sleutel die je aan het instellen was, heeft langer dan een kwartier gewacht, of er is inmiddels een andere. Open de pagina van je tweede factor en begin opnieuw.

account-codes-title = Je herstelcodes
account-codes-lede = Je tweede factor is in gebruik en in deze browser bevestigd. Deze tien codes helpen je als je je telefoon kwijt bent.
account-codes-once = Je ziet ze alleen nu. Druk ze af of schrijf ze op, en bewaar ze niet bij je telefoon.
account-codes-use = Elke code werkt één keer, in plaats van een code van de app.
account-codes-done = Ik heb ze bewaard

account-confirm-title = Bevestig met je tweede factor
account-confirm-lede = Daarna ga je verder waar je was. Het telt twaalf uur in deze browser, of tot je uitlogt.
account-confirm-button = Bevestigen
account-confirm-lede-password = Daarna ga je verder waar je was. Bevestig met je wachtwoord; het telt tien minuten in deze browser.
account-error-password-wrong = Dit is niet je wachtwoord. Controleer het en probeer het opnieuw.
account-error-password-paused = Te veel pogingen. Je kunt het weer proberen vanaf { $time }.
account-confirm-none = Een tweede factor beschermt je account beter dan alleen een wachtwoord.
account-confirm-lost = Telefoon kwijt en geen herstelcodes? Vraag het de liaison, die het verwijderen kan beginnen. Je krijgt bericht per mail, en na een wachttijd stel je een nieuwe in.
account-confirm-paused = Vijf verkeerde codes: even wachten
account-confirm-paused-text = { $minutes ->
    [one] Tot { $time }, over één minuut, nemen we geen code aan. Zo kan niemand snel raden. Was jij het niet? Stel dan een nieuw wachtwoord in.
   *[other] Tot { $time }, over { $minutes } minuten, nemen we geen code aan. Zo kan niemand snel raden. Was jij het niet? Stel dan een nieuw wachtwoord in.
}

account-flash-second-factor-shown = Bevestigd. Dit telt twaalf uur in deze browser.
account-flash-second-factor-removed = Je tweede factor is verwijderd.
account-flash-recovery-waits = Je bent ingelogd. Het verwijderen van je tweede factor is begonnen, alsof je die kwijt bent. Klopt dat niet, zeg het dan tegen de liaison of stop het met de link in de mail die je kreeg.
account-flash-recovery-code-used = Bevestigd. Die herstelcode is nu verbruikt.

account-mail-second-factor-set-subject = Je account heeft nu een tweede factor
account-mail-second-factor-set-body =
    Beste { $name },

    Voor je account bij { $site } is een tweede factor ingesteld. Die opent vanaf nu informatie onder TLP:AMBER of strenger, en wekt rollen die over anderen beslissen.

    Was jij dat? Dan hoef je niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in en vertel het de liaison:

    { $link }
account-mail-second-factor-removed-subject = De tweede factor van je account is verwijderd
account-mail-second-factor-removed-body =
    Beste { $name },

    De tweede factor van je account bij { $site } is verwijderd. Ook de herstelcodes werken niet meer.

    Was jij dat? Stel dan een nieuwe in als je hem nodig hebt. Zo niet, stel dan meteen een nieuw wachtwoord in en vertel het de liaison:

    { $link }

account-passkeys-title = Passkeys
account-passkeys-short = Log in met je vingerafdruk, je gezicht of de pincode van je apparaat, zonder wachtwoord. Een passkey is ook een tweede factor.
account-passkeys-lede = Met een passkey log je in met je vingerafdruk, je gezicht of de pincode van je apparaat. Niemand kan hem raden en hij werkt alleen op deze site. Hij telt als beide factoren en opent dus ook informatie onder TLP:AMBER of strenger.
account-passkeys-none = Je hebt nog geen passkey.
account-passkey-synced = Gesynchroniseerd: op al je apparaten met dezelfde wachtwoordbeheerder
account-passkey-bound = Vast aan één apparaat
account-passkey-created = Toegevoegd { $date }
account-passkey-used = laatst gebruikt { $date }
account-passkey-unused = nooit gebruikt
account-passkey-made = Toegevoegd
account-passkey-last = Laatst gebruikt
account-passkey-where = Waar hij staat
account-passkey-title = Passkey
account-passkey-rename = Naam opslaan
account-passkey-add-title = Passkey toevoegen
account-passkey-add = Passkey toevoegen
account-passkey-add-first = Laat eerst zien dat jij het bent: daarna staat hier tien minuten lang het formulier om een passkey toe te voegen.
account-passkey-needs-script = Een passkey toevoegen kan niet zonder script, en deze browser voert er geen uit. De rest van de site werkt wel zonder.
account-passkey-remove-link = { $name } verwijderen
account-passkey-remove-title = Passkey verwijderen
account-passkey-remove-lede = Daarna kun je niet meer inloggen met ‘{ $name }’. Je apparaat laat hem misschien nog zien; verwijder hem daar ook.
account-passkey-remove-password = Je kunt nog inloggen met je wachtwoord, en met elke andere passkey die je hebt.
account-passkey-remove-other = Je kunt nog inloggen met een andere passkey. Je account heeft geen wachtwoord.
account-passkey-keep = Toch houden
account-passkey-said-none = Deze browser kan hier geen passkeys gebruiken. Neem een recente browser en open de site via https. Al het andere werkt gewoon.
account-passkey-said-cancelled = Er is geen passkey gebruikt: het is afgebroken of het duurde te lang. Er is niets gewijzigd. Je kunt het nog eens proberen.
account-passkey-said-failed = De passkey was nu niet te gebruiken. Er is niets gewijzigd. Probeer het nog eens, of ga op een andere manier verder.
account-sign-in-passkey = Inloggen met een passkey
account-confirm-passkey = Bevestigen met een passkey
account-field-passkey = Passkey
account-field-passkey-name = Naam van de passkey
account-hint-passkey-name = Voor jezelf, zodat je later weet welke het is.
account-error-passkey = Deze passkey is niet aangenomen. Er is niets gewijzigd. Probeer het nog eens, of ga op een andere manier verder.
account-error-passkey-over = Dit duurde langer dan vijf minuten, was al verstuurd, of was in een andere browser begonnen. Er is niets gewijzigd. Druk nog eens op de knop.
account-error-passkey-unknown = Deze passkey hoort hier niet bij een account, of is verwijderd. Probeer een andere passkey, of log op een andere manier in.
account-error-passkey-counter = Deze passkey is geweigerd, omdat er misschien een kopie van bestaat. Log op een andere manier in, verwijder hem en vertel het de liaison.
account-error-passkey-known = Deze passkey staat hier al. Kies een ander apparaat of een andere wachtwoordbeheerder.
account-error-passkey-known-here = Dit apparaat heeft al een passkey voor je account. Kies een ander, of blijf deze gebruiken.
account-error-passkey-many = Je hebt twintig passkeys en meer kunnen het er niet zijn. Verwijder er een die je niet meer gebruikt en voeg daarna een andere toe.
account-error-passkey-nothing = Er is geen passkey verstuurd. Daar is een script voor nodig, en deze browser heeft het niet uitgevoerd. Log op een andere manier in of bevestig op een andere manier.
account-error-passkey-paused = Vanuit jouw netwerk is te vaak begonnen met inloggen. Wacht een paar minuten en druk nog eens op de knop, of ga op een andere manier verder.
account-conflict-passkeys-no-host = Passkeys werken niet op dit adres van de site, omdat het alleen een nummer is. De beheerder kan de site een adres met een naam geven.
account-conflict-no-passkey = Je hebt geen passkey. Voeg er eerst een toe.
account-conflict-only-way = Deze passkey is de enige manier om in je account te komen. Stel eerst een wachtwoord in of voeg nog een passkey toe, en verwijder daarna deze.
account-password-none = Je account heeft geen wachtwoord. Je logt in met een passkey. Raak je al je passkeys kwijt, dan kun je met een gemailde link een wachtwoord instellen.
account-password-stays = Je logt in met een wachtwoord. Zodra je een passkey hebt, kun je het wachtwoord verwijderen.
account-password-may-go = Je hebt een passkey, dus je kunt zonder wachtwoord. Wat er niet is, kan niemand raden of stelen.
account-password-remove-title = Wachtwoord verwijderen
account-password-remove-lede = Daarna log je alleen nog met een passkey in.
account-password-remove-text = Raak je al je passkeys kwijt, dan kun je met een link die we naar je adres mailen weer een wachtwoord instellen. Nog beter: neem twee passkeys, op twee apparaten.
account-password-keep = Wachtwoord houden
account-flash-passkey-added = Je passkey is toegevoegd. Vanaf nu kun je ermee inloggen.
account-flash-passkey-renamed = De naam is opgeslagen.
account-flash-passkey-removed = De passkey is verwijderd.
account-flash-password-removed = Je wachtwoord is verwijderd. Vanaf nu log je met een passkey in.

account-mail-passkey-added-subject = Je account heeft een nieuwe passkey
account-mail-passkey-added-body =
    Beste { $name },

    Aan je account bij { $site } is een passkey toegevoegd. Wie hem heeft, kan ermee inloggen, zonder wachtwoord.

    Was jij dat? Dan hoef je niets te doen. Zo niet, verwijder hem dan meteen, stel een nieuw wachtwoord in en vertel het de liaison:

    { $link }
account-mail-passkey-removed-subject = Een passkey van je account is verwijderd
account-mail-passkey-removed-body =
    Beste { $name },

    Een passkey van je account bij { $site } is verwijderd. Niemand kan er nog mee inloggen.

    Was jij dat? Dan hoef je niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in en vertel het de liaison:

    { $link }
account-mail-password-removed-subject = Je account heeft geen wachtwoord meer
account-mail-password-removed-body =
    Beste { $name },

    Het wachtwoord van je account bij { $site } is verwijderd. Vanaf nu log je met een passkey in.

    Was jij dat? Dan hoef je niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in en vertel het de liaison:

    { $link }
account-flash-password-shown = Bevestigd. Dit telt tien minuten in deze browser.
account-flash-password-changed = Je wachtwoord is gewijzigd. Overal elders ben je uitgelogd.
account-flash-session-ended = Die sessie is beëindigd.
account-flash-sessions-ended = Je bent overal elders uitgelogd.
account-flash-address-asked = Er zijn twee mails onderweg, naar elk adres één. Je adres wijzigt zodra beide zijn bevestigd.
account-flash-address-confirmed = Bevestigd. Je adres wijzigt zodra ook de andere mailbox het heeft bevestigd.
account-flash-address-changed = Je e-mailadres is gewijzigd.
account-flash-address-stopped = Je e-mailadres blijft zoals het was.
account-flash-recovery-started = De wachttijd is begonnen. Het lid krijgt bericht per mail.
account-flash-recovery-stopped = Gestopt. De tweede factor blijft.

account-menu-account = Account en beveiliging
account-overview-title = Account en beveiliging
account-overview-lede = Wat je account beschermt. Elke wijziging mailen we je, zodat je merkt als een wijziging niet van jou is.
account-overview-password = Ingesteld
account-overview-no-password = Geen. Je logt op een andere manier in.
account-overview-factor = In gebruik sinds { $date }.
account-overview-no-factor = Nog geen. Je hebt er een nodig om te openen wat onder TLP:AMBER of strenger valt, en voor elke rol die over anderen beslist.
account-overview-sessions = { $count ->
    [one] Ingelogd in één browser
   *[other] Ingelogd in { $count } browsers
}
account-overview-log = Wat jij deed en wat over jou is gedaan, zoals het in het auditlog staat.
account-overview-recovery = Een liaison is begonnen je tweede factor te verwijderen. Dat gebeurt op { $time }. Ben je hem niet kwijt? Stop het dan met de link in de mail die je kreeg, of laat het de liaison weten.

account-sessions-title = Waar je bent ingelogd
account-sessions-lede = Elke browser waarin je bent ingelogd. Is er een niet van jou? Beëindig die sessie en stel een nieuw wachtwoord in.
account-sessions-unknown = Een browser die we niet kennen
account-sessions-here = Deze browser
account-sessions-began = Ingelogd
account-sessions-used = Laatst gebruikt
account-sessions-ends = Eindigt uiterlijk
account-sessions-no-factor = Niet getoond
account-sessions-end = Deze sessie beëindigen
account-sessions-all = Op meer plekken tegelijk uitloggen
account-sessions-all-text = Een laptop of telefoon kwijt, of een browser ergens die je met anderen deelt: log daar vanaf hier uit.
account-sessions-end-others = Overal elders uitloggen
account-sessions-end-all = Overal uitloggen, ook hier
account-method-password = met een wachtwoord
account-method-mailed-link = met een link per mail
account-method-passkey = met een passkey
account-method-provider = bij een identity provider

account-new-password-title = Wachtwoord wijzigen
account-new-password-lede = Hier blijf je ingelogd. Alle andere sessies eindigen.
account-new-password-button = Wachtwoord wijzigen

account-address-title = E-mailadres
account-address-lede = Je adres is { $email }. Wil je het wijzigen, bevestig dat dan in beide mailboxen: die van nu en de nieuwe.
account-address-waits = Wacht op { $email }
account-address-waits-short = { $email } is nog niet bevestigd.
account-address-waits-text = De links in beide mails werken twee dagen. Zonder bevestiging blijft je adres zoals het is.
account-address-confirmed = Bevestigd op { $time }
account-address-not-confirmed = Nog niet bevestigd
account-address-stop = Deze wijziging stoppen
account-address-button = De twee mails versturen
account-field-new-email = Nieuw e-mailadres
account-hint-new-email = Liefst van je organisatie.
account-error-address-same = Dit is al je adres.
account-error-address-paused = Er zijn te veel mails gevraagd, naar dit adres of vanuit je netwerk. Je kunt het weer proberen vanaf { $time }.
account-address-confirm-title = Bevestig de wijziging van het adres
account-address-confirm-old = Het account van { $old } wil voortaan { $new } gebruiken.
account-address-confirm-new = Een account op deze site wil voortaan { $new } gebruiken.
account-address-confirm-text = De wijziging gaat in zodra beide mailboxen die hebben bevestigd. Heb je hier niet om gevraagd? Sluit dan deze pagina: er verandert niets.
account-address-confirm-button = Bevestigen
account-conflict-address = Dit adres hoort intussen bij een ander account, dus de wijziging kan niet doorgaan. Je adres blijft zoals het was.

account-recovery-title = Je tweede factor behouden
account-recovery-lede = Een liaison kreeg te horen dat je je tweede factor kwijt bent en is begonnen hem te verwijderen. Dat gebeurt op { $time }.
account-recovery-text = Heb je hem nog, of heb je hier niet om gevraagd? Stop het dan hier en laat het de liaison weten: misschien probeert iemand in je account te komen.
account-recovery-button = Verwijderen stoppen

account-mail-new-device-subject = Nieuwe inlog op je account
account-mail-new-device-body =
    Beste { $name },

    Iemand heeft op je account bij { $site } ingelogd in een browser waarin je nog niet eerder was ingelogd: { $device }, op { $time }.

    Was jij dat? Dan hoef je niets te doen. Zo niet, beëindig die sessie en stel meteen een nieuw wachtwoord in:

    { $link }
account-mail-password-set-subject = Je wachtwoord is gewijzigd
account-mail-password-set-body =
    Beste { $name },

    Voor je account bij { $site } is een nieuw wachtwoord ingesteld. Alle andere sessies zijn beëindigd.

    Was jij dat? Dan hoef je niets te doen. Zo niet, vraag meteen een link om een nieuw wachtwoord in te stellen en laat het de liaison weten:

    { $link }
account-mail-recovery-code-used-subject = Een herstelcode van je account is gebruikt
account-mail-recovery-code-used-body =
    Beste { $name },

    Bij { $site } is een herstelcode gebruikt in plaats van je tweede factor. De code werkt nu niet meer.

    Was jij dat? Dan hoef je niets te doen; stel wel een nieuwe tweede factor in voordat de codes op zijn. Zo niet, stel meteen een nieuw wachtwoord in en laat het de liaison weten:

    { $link }
account-mail-address-old-subject = Bevestig een ander e-mailadres voor je account
account-mail-address-old-body =
    Beste { $name },

    Je account bij { $site } wil voortaan een ander e-mailadres gebruiken: { $words }. Bevestig dat hier, en in de mail naar het nieuwe adres:

    { $link }

    De link werkt één keer, twee dagen lang. Heb je hier niet om gevraagd? Open hem dan niet: je adres blijft zoals het is. Iemand anders is dan als jij ingelogd: stel meteen een nieuw wachtwoord in.
account-mail-address-new-subject = Bevestig je nieuwe e-mailadres
account-mail-address-new-body =
    Beste { $name },

    Je account bij { $site } wil voortaan dit e-mailadres gebruiken. Bevestig dat hier, en in de mail naar je huidige adres:

    { $link }

    De link werkt één keer, twee dagen lang. Heb je daar geen account? Dan hoef je niets te doen.
account-mail-address-taken-subject = Je hebt al een account
account-mail-address-taken-body =
    Beste { $name },

    Een ander account bij { $site } wilde jouw e-mailadres gebruiken. Dat kan niet: je eigen account heeft het al. Er verandert niets.

    Is het andere account ook van jou? Vraag dan de liaison welk je houdt:

    { $link }
account-mail-address-changed-subject = Je e-mailadres is gewijzigd
account-mail-address-changed-body =
    Beste { $name },

    Het e-mailadres van je account bij { $site } is nu { $words }. Beide mailboxen hebben dat bevestigd.

    Heb jij dit niet gedaan? Laat het dan meteen de liaison weten:

    { $link }
account-mail-recovery-started-subject = Je tweede factor wordt verwijderd
account-mail-recovery-started-body =
    Beste { $name },

    Een liaison van { $site } kreeg te horen dat je je tweede factor kwijt bent en is begonnen hem te verwijderen. Dat gebeurt op { $time }; tot dan blijft alles zoals het is.

    Heb je hem nog, of heb je hier niet om gevraagd? Stop het dan hier:

    { $link }
account-mail-recovery-stopped-subject = Een tweede factor wordt niet verwijderd
account-mail-recovery-stopped-body =
    Beste { $name },

    Het verwijderen van de tweede factor van { $who } bij { $site } is gestopt. Die blijft in gebruik.

    { $link }
account-mail-recovery-done-subject = Je tweede factor is verwijderd
account-mail-recovery-done-body =
    Beste { $name },

    De wachttijd is voorbij en de tweede factor van je account bij { $site } is verwijderd, zoals je de liaison had gevraagd. Log in met je wachtwoord en stel een nieuwe in:

    { $link }

account-leave-title = Vertrekken
account-leave-short = Je kunt een organisatie, of de gemeenschap, op elk moment verlaten.
account-leave-link = Een organisatie of de gemeenschap verlaten
account-leave-lede = Je kunt op elk moment vertrekken. Wat dat betekent:
account-leave-ends = Wat je lidmaatschap opent, gaat meteen dicht. Heb je geen andere organisatie, dan ben je overal uitgelogd.
account-leave-texts = De teksten die je schreef, blijven bij de organisatie, onder haar naam. Je staat niet meer in de ledenlijst.
account-leave-back = Je account blijft bewaard, zodat je kunt terugkomen: een coördinator van de organisatie of een liaison laat je weer toe.
account-leave-nothing = Je hoort bij geen organisatie die je kunt verlaten.
account-leave-all = Allemaal: ik verlaat de gemeenschap
account-leave-last-coordinator = Je bent haar enige coördinator. Wijs een ander aan voordat je vertrekt; anders beheert een liaison haar mensen.
account-leave-button = Vertrekken
account-leave-stay = Blijven
account-field-from = Wat ik verlaat
account-field-sure = Ik weet het zeker: dit gaat meteen in
account-error-leave-sure = Vink dit aan om te vertrekken. Er is nog niets gewijzigd.
account-flash-membership-left = Je bent vertrokken. Wat die organisatie voor je opende, is gesloten.
account-flash-community-left = Je hebt de gemeenschap verlaten en bent uitgelogd. Een mail zegt wat er blijft.
account-asleep-title = Je toegang slaapt
account-asleep-lede = Je hebt laten zien wie je bent, maar je toegang slaapt. Er is niets van je verloren: iemand kan hem wekken.
account-gone-title = Je bent geen lid meer
account-gone-lede = Je hebt laten zien wie je bent, maar geen enkel lidmaatschap van je is nog van kracht. Je account blijft bewaard.
account-asleep-ask = Wie je weer kan toelaten: { $names }.
account-asleep-liaison = Ook de liaison kan je weer toelaten: { $names }.
account-asleep-liaison-alone = De liaison kan je weer toelaten: { $names }.
account-asleep-kept = Op dit moment kan niemand je toelaten. Je account blijft bewaard.
account-asleep-ask-text = Je kunt het hier vragen. De coördinatoren van je organisatie krijgen een mail, of de liaison als die er niet zijn, en beslissen.
account-gone-ask-text = Je kunt vragen om weer toegelaten te worden. De liaison krijgt een mail en beslist.
account-asleep-ask-button = Vraag om toegelaten te worden
account-asleep-asked = Je vroeg op { $date } om weer toegelaten te worden, en wie daarover beslist, kreeg een mail. Zodra iemand je toelaat, krijg jij er ook een. Je kunt het opnieuw vragen vanaf { $again }.
account-asleep-paused = Er werd te veel gevraagd vanaf je netwerk of voor je account, en er is niets verstuurd. Je kunt het vragen vanaf { $time }.
account-flash-wake-asked = Wie je weer kan toelaten, krijgt een mail. Je krijgt er zelf een zodra iemand dat doet.
account-conflict-wake-holds = Iemand heeft je weer toegelaten, dus er is niets verstuurd. Log in zoals altijd.
account-conflict-wake-over = Deze pagina stond te lang open, dus er is niets verstuurd. Log opnieuw in en vraag het op de pagina die volgt.

account-data-title = Je gegevens
account-data-short = Neem alles mee wat de site over je heeft.
account-data-lede = Alles wat de site over je heeft, in één ZIP-bestand: gegevens als JSON, je teksten als Markdown, en de bestanden die je toevoegde.
account-data-holds-account = Je profiel, lidmaatschappen en rollen, sessies, passkeys, aanvragen om lid te worden met hun berichten, uitnodigingen, voor wie je borg stond, antwoorden op bijeenkomsten, en wat het auditlog over je zegt.
account-data-holds-texts = Je teksten en bijeenkomsten in elke toestand, je beoordelingen en je bestanden, voor zover deze sessie ze opent.
account-data-holds-not = Wachtwoorden, sleutels en codes zitten er niet in, en ook niet wat anderen voor elkaar noteerden.
account-data-most = Hooguit { $megabytes } MB aan bestanden. Zijn het er meer, dan blijven de grootste eruit, en het archief zegt welke.
account-data-left-out = Niet meegenomen
account-data-left-out-text = Deze zijn van jou, en deze sessie zet ze niet in een bestand. Ook het archief noemt ze.
account-data-kind-text = Tekst
account-data-kind-event = Bijeenkomst
account-data-kind-file = Bestand
account-data-kind-note = Opmerking bij een tekst
account-data-because-opened-one-by-one = Wat onder TLP:RED valt, wordt stuk voor stuk geopend, en elke opening wordt voor de bron opgeschreven.
account-data-because-second-factor = Toon in deze sessie je tweede factor en neem daarna je gegevens mee.
account-data-because-no-access = Je toegang ertoe is geëindigd.
account-data-because-size = Het archief was vol.
account-data-open = Openen
account-data-button = Mijn gegevens downloaden
account-data-told = Een mail vertelt je dat iemand je gegevens meenam, en het staat in het auditlog. Heb je je wachtwoord of tweede factor langer dan enkele minuten geleden getoond, dan wordt er eerst om gevraagd.
account-data-read-me =
    Dit had de site over je op { $time }.

    De bestanden op .json bevatten de gegevens, elk één soort. De map texts bevat je teksten en bijeenkomsten in Markdown, de map files wat je toevoegde.
    Wat er niet in zit, en waarom, staat in left-out.json.
account-mail-roles-given-subject = Je account heeft nu meer rollen
account-mail-roles-given-body =
    Beste { $name },

    Iemand die de server van { $site } beheert, heeft je account rollen gegeven. Een rol voor de hele gemeenschap werkt zodra je account een tweede factor heeft. Welke dat zijn, staat in het log over jou:

    { $link }

    Had je dit niet verwacht, zeg het dan tegen de liaison van de gemeenschap.

account-mail-no-access-subject = Je account heeft nu geen toegang
account-mail-no-access-body =
    Beste { $name },

    Iemand vroeg om een link om een nieuw wachtwoord in te stellen voor dit adres. Je account bij { $site } is bewaard, maar geen van je lidmaatschappen geldt nu, dus een wachtwoord zou niets openen. Wie je weer kan toelaten: { $liaisons }.

    Begin je liever opnieuw, bijvoorbeeld bij een andere organisatie, vraag dan met dit adres om lid te worden:

    { $link }

    Heb je hier niet om gevraagd, dan hoef je niets te doen.

account-mail-data-taken-subject = Je gegevens zijn meegenomen
account-mail-data-taken-body =
    Beste { $name },

    Alles wat { $site } over je heeft, is zojuist in een bestand gezet en opgehaald.

    Heb je dat niet gedaan, dan zit iemand anders in je account: beëindig alle sessies en stel een ander wachtwoord in.

    { $link }
account-delete-title = Je account verwijderen
account-delete-short = Je account verdwijnt meteen en voorgoed.
account-delete-lede = Je account verdwijnt meteen en voorgoed. Niemand kan het terughalen; je kunt wel opnieuw vragen om lid te worden.
account-delete-goes = Wat meteen verdwijnt
account-delete-goes-account = Je e-mailadres, wachtwoord, tweede factor, passkeys en sessies. Je wordt overal uitgelogd.
account-delete-goes-profile = Je naam, profiel, lidmaatschappen, voor wie je borg stond, en antwoorden op bijeenkomsten.
account-delete-goes-requests = Wat je schreef toen je vroeg om lid te worden, en wat daarover geschreven is.
account-delete-stays = Wat blijft
account-delete-stays-texts = Je teksten, bijeenkomsten en bestanden blijven bij hun organisatie, ook teksten in bewerking. Je kiest hieronder onder welke naam.
account-delete-stays-words = Wat iemand met je naam erin schreef, in een tekst, een opmerking of een reden, wordt niet op je naam doorzocht.
account-delete-stays-lists = Lijsten van wie aanwezig was en wie iets opende, houden een regel zonder je naam, tot hun termijn voorbij is.
account-delete-stays-log = Het auditlog blijft, elke regel zeven jaar. Het kent je aan een nummer dat naar geen naam meer leidt; wat iemand als reden opgaf, blijft zoals het geschreven is.
account-delete-stays-mail = Eén mail bevestigt dit aan je adres. Is die verstuurd, dan staat het adres nergens meer op de site.
account-delete-first = Neem eerst je gegevens mee
account-delete-former = Oud-lid
account-delete-as-organisation = Als { $organisation }
account-delete-as-former = Als ‘Oud-lid’
account-delete-button = Mijn account verwijderen
account-delete-keep = Mijn account houden
account-field-texts = Onder welke naam mijn bijdragen blijven
account-field-delete-sure = Ik weet het zeker: dit is niet terug te draaien
account-error-delete-sure = Vink dit aan om je account te verwijderen. Er is nog niets gewijzigd.
account-conflict-last-liaison = Je bent de enige liaison: zonder jou kan niemand mensen toelaten. Je account is ongewijzigd. Laat eerst iemand anders liaison worden.
account-flash-deleted = Je account is verwijderd en je bent uitgelogd. Een mail bevestigt het.
account-mail-deleted-news-subject = Je account is verwijderd
account-mail-deleted-news-body =
    Beste { $name },

    Je account bij { $site } is verwijderd. Je adres is alleen voor deze mail bewaard. Kort daarvoor is dit gebeurd, waarover geen eigen mail meer kon vertrekken:

    { $words }

    Heb je dit niet gedaan, zeg het dan meteen tegen de liaison van de gemeenschap: dan zat iemand anders in je account. Je kunt altijd opnieuw vragen om lid te worden:

    { $link }
account-mail-deleted-subject = Je account is verwijderd
account-mail-deleted-body =
    Beste { $name },

    Je account bij { $site } is verwijderd, zoals je vroeg. Je adres is alleen voor deze mail bewaard.

    Heb je dat niet gedaan, zeg het dan meteen tegen de liaison van de gemeenschap. Je kunt altijd opnieuw vragen om lid te worden:

    { $link }

account-provider-title = Inloggen bij { $name }
account-provider-short = Log in bij { $name }, zonder wachtwoord van deze site.
account-provider-lede = Je account hier kan gekoppeld zijn aan je account bij { $name }. Je logt dan daar in. Het telt zoveel als een wachtwoord: naar een tweede factor van deze site wordt gewoon gevraagd.
account-provider-none = Je account is niet aan { $name } gekoppeld.
account-provider-linked = Je account is sinds { $date } aan { $name } gekoppeld.
account-provider-used = Je logde zo het laatst in op { $date }.
account-provider-link-button = Koppelen aan { $name }
account-provider-unlink-title = Koppeling beëindigen
account-provider-unlink-text = Daarna kun je niet meer inloggen bij { $name }. Je account daar blijft zoals het is.
account-provider-go-title = Door naar { $name }
account-provider-go-text = Je gaat zo vanzelf verder bij { $name }. Gebeurt er niets, gebruik dan de knop. Je hebt tien minuten.
account-provider-go-link = Verder bij { $name }
account-provider-link-title = Je account aan { $name } koppelen?
account-provider-link-lede = Iemand logde bij { $name } in met jouw adres, { $email }. Was jij dat, koppel de twee dan: vanaf dat moment log je hier in via { $name }.
account-provider-link-warning = Koppel ze alleen als je zojuist zelf hebt geprobeerd in te loggen met { $name }. Wie dat was, komt vanaf dat moment in je account.
account-provider-link-not = Laten zoals het is
account-sign-in-provider = Inloggen met { $name }
account-confirm-provider = Bevestigen bij { $name }
account-confirm-lede-provider = Je logt in bij { $name }. Laat daar nog eens zien dat jij het bent; het telt tien minuten in deze browser.
account-field-provider = Elders inloggen
account-error-provider-over = Dit was een antwoord op iets wat in deze browser niet is gevraagd: het duurde langer dan tien minuten, was er al eerder, of was in een andere browser begonnen. Er is niets gewijzigd. Druk nog eens op de knop.
account-error-provider-denied = Je bent daar niet ingelogd: het is afgebroken of geweigerd. Er is niets gewijzigd. Probeer het nog eens, of ga op een andere manier verder.
account-error-provider-untrue = Het antwoord van daar was niet te vertrouwen en is niet aangenomen. Er is niets gewijzigd. Probeer het nog eens, of ga op een andere manier verder; gebeurt het weer, vertel het dan de beheerder.
account-error-provider-away = De andere site antwoordt nu niet. Er is niets gewijzigd. Probeer het over een paar minuten nog eens, of ga op een andere manier verder.
account-error-provider-unknown = Je account daar is hier aan geen lid gekoppeld. Ben je lid, log dan op een andere manier in en koppel de twee op de pagina van je profiel. Zo niet, vraag dan om lid te worden.
account-error-provider-no-access = Het account waaraan dit is gekoppeld, heeft nu geen toegang. Vraag het de liaison.
account-error-provider-taken = Je account hier, of dat daar, is al aan een ander gekoppeld. Er is niets gewijzigd. Beëindig eerst die koppeling.
account-error-provider-somebody-else = Je logde daar in als iemand anders dan aan wie je account hier is gekoppeld. Er is niets gewijzigd. Probeer het nog eens als jezelf.
account-error-provider-too-long = Wat je hebt getypt is te lang om te bewaren terwijl je weg bent. Het staat hier nog. Log in met een wachtwoord of een passkey.
account-error-provider-paused = Er is te vaak begonnen met inloggen, of er zijn te veel mails verstuurd. Vanaf { $time } kun je het weer proberen; of ga op een andere manier verder.
account-conflict-provider-not-asked = Je account heeft een wachtwoord of een tweede factor. Bevestig daarmee.
account-conflict-provider-only-way = Deze koppeling is de enige manier om in je account te komen. Stel eerst een wachtwoord in of voeg een passkey toe, en beëindig daarna de koppeling.
account-conflict-provider-not-linked = Je account is niet gekoppeld, dus er valt niets te beëindigen.
account-flash-provider-linked = Je account is gekoppeld. Vanaf nu kun je zo inloggen.
account-flash-provider-confirmed = Je account is gekoppeld. Log voortaan in met de knop ervoor.
account-flash-provider-unlinked = De koppeling is beëindigd.
account-flash-provider-mailed = Een account hier heeft jouw adres. We hebben je een link gemaild: open die binnen een dag om de twee te koppelen.
account-flash-provider-shown = Bevestigd. Dit telt tien minuten in deze browser.
account-mail-provider-link-subject = Je account aan { $words } koppelen?
account-mail-provider-link-body =
    Beste { $name },

    Iemand logde in bij { $words } en wil naar { $site }. Diegene heeft hetzelfde e-mailadres als jij.

    Was jij dat? Open dan binnen een dag deze link en bevestig het. Zo niet, doe dan niets; dan gebeurt er niets:

    { $link }
account-mail-provider-linked-subject = Je account is aan { $words } gekoppeld
account-mail-provider-linked-body =
    Beste { $name },

    Je account bij { $site } is gekoppeld aan een account bij { $words }. Wie daar met dat account inlogt, komt in dat van jou.

    Was jij dat? Dan hoef je niets te doen. Zo niet, beëindig dan meteen de koppeling, stel een nieuw wachtwoord in en vertel het de liaison:

    { $link }
account-mail-provider-unlinked-subject = Je account is niet meer aan { $words } gekoppeld
account-mail-provider-unlinked-body =
    Beste { $name },

    De koppeling tussen je account bij { $site } en { $words } is beëindigd. Zo komt niemand er meer in.

    Was jij dat? Dan hoef je niets te doen. Zo niet, stel dan meteen een nieuw wachtwoord in en vertel het de liaison:

    { $link }
