home-title = Startpagina
home-headline = Wat werkt in OT-beveiliging, opgeschreven door de mensen die de installaties draaiend houden
home-lede = Asseteigenaren, integrators, leveranciers, toezichthouders en onderzoekers delen hoe ze pompen, bruggen, netten en productielijnen beveiligen. Ze beoordelen elkaars werk en bepalen samen wat een goede werkwijze is.
home-read = Openbare werkwijzen lezen
home-about-title = Wat deze gemeenschap is
home-about-what = Operationele technologie bewaakt en bestuurt de fysieke wereld: destillatiekolommen, sluizen en stuwen, bagagebanden, gevangenisdeuren, operatiekamers. Wie haar beveiligt, moet het proces kennen. Deze community of practice brengt die mensen bij elkaar, over sectoren heen en aan beide kanten van de tafel: klant en leverancier.
home-about-how = Ongeveer elke twee maanden komt de gemeenschap bijeen in een expertsessie; daartussenin werken de leden aan deze kennisbank. Elke tekst heeft een label van het Traffic Light Protocol dat aangeeft hoe ver je hem mag delen, en de site houdt zich daaraan.
home-practices = Openbare werkwijzen
home-all-practices = Alle werkwijzen
home-all-events = Alle bijeenkomsten
home-all-partners = Alle partners
home-who = Wie er meedoen
home-role-asset-owner = Beheren de installatie en dragen het risico.
home-role-integration-service-provider = Bouwen en koppelen de installatie en stellen die in bedrijf.
home-role-maintenance-service-provider = Houden de installatie draaiend, vaak op afstand.
home-role-product-supplier = Maken de besturingen en de software.
home-role-government = Stellen de regels en houden toezicht.
home-role-research = Testen, meten en geven les.
home-how = Zo word je lid
home-step-ask = Doe een aanvraag
home-step-ask-text = Vertel waar je werkt en wat je meebrengt. Het kost vijf minuten.
home-step-prove = Bevestig je e-mailadres
home-step-prove-text = We sturen één mail met een link. Pas na je bevestiging komt je aanvraag bij de liaison.
home-step-decide = De liaison beslist
home-step-decide-text = Elke aanvraag wordt door een mens gelezen en beantwoord. Bij een afwijzing hoort altijd een reden.
home-hello = Welkom, { $name }
home-requests-wait = { $count ->
    [one] aanvraag wacht op je
   *[other] aanvragen wachten op je
}
home-in-work = { $count ->
    [one] tekst in bewerking
   *[other] teksten in bewerking
}
home-new = Nieuwe en vernieuwde werkwijzen
home-sealed = { $count ->
    [one] item is beperkt met je gedeeld
   *[other] items zijn beperkt met je gedeeld
}
home-wider-requests = { $count ->
    [one] verzoek om breder te delen wacht op je
   *[other] verzoeken om breder te delen wachten op je
}
