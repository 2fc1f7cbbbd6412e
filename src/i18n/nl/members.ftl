members-nav = Leden
members-lede = Wie er zijn en waar ze verstand van hebben. Namen van leden blijven onder leden.
members-empty = Er is hier nog niemand.
members-facts = Gegevens
members-roles = Rol
members-role-liaison = Liaison
members-role-reviewer = Beoordelaar
members-role-operator = Beheerder
members-since = Lid sinds
members-no-about = Hier is nog niets geschreven.

members-recovery-link = Tweede factor kwijt
members-recovery-title = Een verloren tweede factor verwijderen
members-recovery-lede = { $days ->
    [one] Voor { $name }, die de tweede factor en de herstelcodes kwijt is. Eén dag lang wordt er niets verwijderd: het lid krijgt bericht per mail en kan het stoppen.
   *[other] Voor { $name }, die de tweede factor en de herstelcodes kwijt is. { $days } dagen lang wordt er niets verwijderd: het lid krijgt bericht per mail en kan het stoppen.
}
members-recovery-waits = Wordt verwijderd op { $time }
members-recovery-started = Begonnen
members-recovery-stop = Verwijderen stoppen
members-recovery-button = Wachttijd laten ingaan
members-recovery-back = Terug naar het profiel
members-field-reason = Hoe heb je vastgesteld dat dit lid het zelf vraagt?
members-hint-reason = Bijvoorbeeld: teruggebeld op het nummer dat de organisatie heeft, en de coördinator bevestigde het. Dit komt in het auditlog.
members-conflict-recovery-own = Dit kan niet voor je eigen account. Vraag een andere liaison of de beheerder.
members-conflict-recovery-none = Dit lid heeft geen tweede factor, dus er is niets te verwijderen.
members-conflict-recovery-open = Het verwijderen is al begonnen en de wachttijd loopt. Er is niets gewijzigd.
members-conflict-recovery-over = Er is niets te stoppen: het is intussen al gestopt of gedaan.

members-role-publisher = Redacteur
members-role-coordinator = Coördinator
members-role-member = Lid
members-roles-both = Redacteur en coördinator
members-roles-none = Lid, zonder eigen rol
members-state-current = Actueel
members-state-asked = Te bevestigen
members-state-asleep = Slaapt
members-state-left = Vertrokken
members-state-ended = Beëindigd
members-state-departed = Met de organisatie vertrokken
members-end-left = Vertrokken op { $date }, op eigen verzoek.
members-end-ended = Dit lidmaatschap is beëindigd op { $date }.
members-end-departed = De organisatie heeft de gemeenschap verlaten op { $date }.
members-end-asleep = Slaapt sinds { $date }: niemand bevestigde op tijd dat dit lidmaatschap nog klopt.
members-forbidden-people = Alleen een coördinator van deze organisatie of een liaison beheert haar mensen.
members-forbidden-wake = Alleen een liaison laat iemand weer toe van wie het lidmaatschap is beëindigd, of die met de organisatie is meegegaan. Een coördinator wekt wie slaapt of zelf is vertrokken.
members-forbidden-leave = Niemand vertrekt namens een ander. Een coördinator of een liaison kan het lidmaatschap beëindigen, met een reden.
members-forbidden-end-own = Je eigen lidmaatschap beëindig je door te vertrekken: de pagina daarvoor vind je via je profiel.
members-forbidden-confirm-own = Je eigen lidmaatschap wordt bevestigd door een andere coördinator of door een liaison.
members-forbidden-roles-own = Een rol krijg je van een andere coördinator of van een liaison. Een rol die je hebt, kun je opgeven.
members-conflict-holds-no-more = Dit lidmaatschap is al beëindigd. Er is niets gewijzigd: open de pagina opnieuw om te zien hoe het ervoor staat.
members-conflict-holds = Dit lidmaatschap is van kracht. Er is niets gewijzigd.
members-conflict-organisation-left = Deze organisatie heeft de gemeenschap verlaten. Niemand kan erbij horen totdat een liaison haar laat terugkeren.
members-conflict-last-liaison = De gemeenschap zou dan geen liaison meer hebben, en niemand zou nog mensen kunnen toelaten. Maak eerst iemand anders liaison; tot die tijd wordt er niets gewijzigd.
members-conflict-last-coordinator = Je bent de enige coördinator van deze organisatie. Maak eerst iemand anders coördinator; daarna kun je de rol opgeven.
members-mail-left-subject = Je hebt { $organisation } verlaten
members-mail-left-body =
    Beste { $name },

    Je lidmaatschap namens { $organisation } bij { $site } is beëindigd, zoals je vroeg. Wat je daarmee kon lezen, is nu gesloten. Heb je dit niet zelf gedaan, laat het ons dan meteen weten: { $ask }.

    De teksten die je schreef, blijven bij { $organisation }. Wil je terugkomen, vraag het dan aan { $ask }.

    { $link }
members-mail-ended-subject = Je lidmaatschap namens { $organisation } is beëindigd
members-mail-ended-body =
    Beste { $name },

    Je lidmaatschap namens { $organisation } bij { $site } is beëindigd, om deze reden:

    { $reason }

    Wat je daarmee kon lezen, is nu gesloten. De teksten die je schreef, blijven bij { $organisation }. Denk je dat dit een vergissing is, vraag het dan aan { $ask }.

    { $link }
members-mail-departed-subject = { $organisation } heeft { $site } verlaten
members-mail-departed-body =
    Beste { $name },

    { $organisation } heeft { $site } verlaten. Daarmee is je lidmaatschap namens deze organisatie beëindigd, en wat je daarmee kon lezen, is nu gesloten. De teksten blijven staan onder de naam van { $organisation }.

    Er is niets verloren: keert de organisatie terug, dan kun jij dat ook. Vragen? Stel ze aan { $ask }.

    { $link }
members-mail-asleep-subject = Je toegang tot { $site } slaapt
members-mail-asleep-body =
    Beste { $name },

    Eens per jaar bevestigt iemand dat je nog bij { $organisation } hoort. Niemand antwoordde op tijd, dus je lidmaatschap slaapt: het geeft nergens toegang toe totdat iemand het wekt.

    Er is niets verloren: je account, je rollen en je teksten blijven bewaard. Vraag { $ask } om je lidmaatschap te wekken. Log daarna in zoals altijd:

    { $link }
members-mail-woken-subject = Je lidmaatschap namens { $organisation } is weer van kracht
members-mail-woken-body =
    Beste { $name },

    Je lidmaatschap namens { $organisation } bij { $site } is weer van kracht. Je rol daar: { $roles }. Log in zoals altijd:

    { $link }
members-mail-roles-subject = Je rol bij { $organisation } is gewijzigd
members-mail-roles-body =
    Beste { $name },

    Je rol bij { $organisation } op { $site } is nu: { $roles }. Had je dit niet verwacht, vraag het dan aan { $ask }.

    { $link }
members-mail-asked-subject = Wie hoort er nog bij { $organisation }?
members-mail-asked-body =
    Beste { $name },

    Eens per jaar vragen we of de mensen van { $organisation } er nog bij horen. Geef antwoord voor:

    { $people }

    Wie geen antwoord krijgt, heeft na die dag geen toegang meer. Er gaat niets van hen verloren, en je kunt hun lidmaatschap later wekken. Het kost één druk op een knop:

    { $link }
members-mail-asked-line = { $person }: voor { $date }
members-mail-wake-asked-subject = { $person } vraagt om weer toegelaten te worden
members-mail-wake-asked-body =
    Beste { $name },

    { $person } heeft geen toegang meer tot { $site } en vraagt om weer toegelaten te worden, namens { $organisation }. Het lidmaatschap: { $state }

    { $person } heeft ingelogd om dit te vragen. Of { $person } nog bij { $organisation } hoort, beoordeel jij: weet je het niet zeker, vraag het dan op een andere manier dan door op een mail te antwoorden. Open de pagina met de mensen van { $organisation } en kies { $person }:

    { $link }

    Als je niets doet, blijft alles dicht.
members-mail-person-left-subject = { $person } heeft { $organisation } verlaten
members-mail-person-left-body =
    Beste { $name },

    { $person } heeft het eigen lidmaatschap namens { $organisation } bij { $site } beëindigd. Wat het opende, is nu gesloten; de teksten blijven bij { $organisation }. { $left }

    { $link }
members-mail-person-deleted-subject = { $person } heeft het account verwijderd
members-mail-person-deleted-body =
    Beste { $name },

    { $person }, die bij { $organisation } hoorde, heeft het account bij { $site } verwijderd. Het kan niet meer worden geopend; de teksten blijven. { $left }

    { $link }
members-mail-coordinators-left = Jij beheert de mensen van { $organisation }; je hoeft niets te doen.
members-mail-coordinators-none = { $organisation } heeft nu geen coördinator, dus het beheer van de mensen ligt bij jou. Vraag de organisatie wie dit overneemt, en geef die persoon de rol.
