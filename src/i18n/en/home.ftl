home-title = Home
home-headline = What works in OT security, written down by the people who run the plants
home-lede = Asset owners, integrators, suppliers, regulators and researchers share how they protect pumps, bridges, grids and production lines. They review each other’s work and decide together what is good practice.
home-read = Read public practices
home-about-title = What this community is
home-about-what = Operational technology is what monitors and controls the physical world: distillation columns, locks and dams, baggage belts, prison doors, operating theatres. Its security needs people who know the process. This community of practice brings them together, across sectors and across the table between customer and supplier.
home-about-how = It meets about every two months in expert sessions and keeps this library between them. Each text carries a label of the Traffic Light Protocol that says how far it may travel, and the site keeps to it.
home-practices = Public practices
home-all-practices = All practices
home-all-events = All events
home-all-partners = All partners
home-who = Who takes part
home-role-asset-owner = Run the installation and carry the risk.
home-role-integration-service-provider = Build, connect and commission it.
home-role-maintenance-service-provider = Keep it going, often from afar.
home-role-product-supplier = Make the controllers and the software.
home-role-government = Set the rules and supervise them.
home-role-research = Test, measure and teach.
home-how = How to join
home-step-ask = Ask
home-step-ask-text = Tell us where you work and what you bring. It takes five minutes.
home-step-prove = Confirm your mail address
home-step-prove-text = We send one mail with a link. Only then does your request reach the liaison.
home-step-decide = The liaison decides
home-step-decide-text = A person reads every request and answers. A refusal always comes with a reason.
home-hello = Welcome, { $name }
home-requests-wait = { $count ->
    [one] join request waits for you
   *[other] join requests wait for you
}
home-in-work = { $count ->
    [one] text in work
   *[other] texts in work
}
home-new = New and renewed practices
home-sealed = { $count ->
    [one] restricted item is shared with you
   *[other] restricted items are shared with you
}
home-wider-requests = { $count ->
    [one] request for wider sharing waits for you
   *[other] requests for wider sharing wait for you
}
