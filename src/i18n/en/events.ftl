events-nav = Events
events-lede = Where the community meets: expert sessions about every two months, visits, exercises.
events-coming = Coming events
events-past = Past events
events-none-coming = No coming events that you may see.
events-make = Plan an event
events-kind-expert-session = Expert session
events-kind-working-group = Working group
events-kind-site-visit = Site visit
events-kind-webinar = Webinar
events-kind-conference = Conference
events-kind-exercise = Exercise
events-cancelled = Cancelled
events-cancelled-text = This event is cancelled. It stays here so that nobody comes in vain.
events-is-past = Past
events-until = to
events-online = Online
events-question = Do you come?
events-answer-yes = I come
events-answer-maybe = Maybe
events-answer-no = No
events-you-said-yes = You come. You can change this until the event ends.
events-you-said-maybe = You said maybe. You can change this until the event ends.
events-you-said-no = You do not come. You can change this until the event ends.
events-change-later = You can change your answer until the event ends.
events-sign-in = Sign in to say that you come
events-calendar = Add to calendar
events-organiser = Organised by
events-who = Who comes, and who may
events-coming-count = { $count ->
    [one] one person comes
   *[other] { $count } come
}
events-seats-left = { $count ->
    [0] no seats left
    [one] one seat left
   *[other] { $count } seats left
}
events-nobody-yet = Nobody has said so yet. Be the first.
events-nobody-said = Nobody had said so.
events-change = Change the event
events-edit-title = Plan an event
events-field-starts = Begins
events-field-ends = Ends
events-field-zone = Time zone
events-field-place = Place
events-field-online = It can also be followed online
events-field-capacity = Seats
events-field-body = Programme and practical matters
events-hint-summary = One or two sentences, at least 20 characters. They stand in lists and in the calendar.
events-hint-time = Local time in the zone below.
events-hint-place = Address, or “online”.
events-hint-capacity = Leave empty for no limit.
events-publish = Publish the event
events-save = Save the changes
events-cancel-title = Cancel this event
events-cancel-text = The event stays visible, marked as cancelled, and calendar files say so. This cannot be undone.
events-cancel = Cancel the event
events-error-time = Give a date and a time, such as 2026-12-08T13:30.
events-error-order = The end must be after the beginning.
events-error-full = The last seat has just been taken. Say maybe, and look again later whether one came free.
events-error-version = Somebody changed this event since you opened it. Your changes are still here: copy what you need and open the page again.
events-conflict-over = This event is over or cancelled.
events-conflict-cancelled = This event was cancelled already.
events-flash-published = The event is published.
events-flash-saved = The event is saved. A calendar file fetched from now on has the changes.
events-flash-cancelled = The event is cancelled.
events-flash-answered = Your answer is saved.
events-conflict-once = There is an event with this title at this time already.
events-error-seats = Give a whole number of 1 or more, or leave it empty.
events-error-gap = This time does not exist: the clock skips it on that day. Choose an hour later or earlier.
