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
members-conflict-recovery-open = Het verwijderen is al begonnen en de wachttijd loopt. Er is niets veranderd.
members-conflict-recovery-over = Er is niets te stoppen: het is intussen al gestopt of gedaan.
