articles-nav = Practices
articles-lede = What members do, what it costs, and what goes wrong. Each page says who outside the source reviewed it.
articles-write = Write a practice
articles-menu-work = Texts in work
articles-narrow = Narrow the list
articles-narrow-button = Search
articles-narrow-more = Narrow by kind, sector or language
articles-narrow-clear = Show all
articles-any-kind = Any kind
articles-any-sector = Any sector
articles-any-language = Any language
articles-found = Practices found
articles-none-fit = Nothing found. Choose fewer filters or other words.
articles-empty = There is no practice that you may read yet.
articles-members-more = Members see more.

articles-kind-practice = Practice
articles-kind-checklist = Checklist
articles-kind-tool = Tool
articles-kind-research = Research
articles-kind-case = Case
articles-kind-news = News

articles-version = Version { $number }
articles-minutes = { $minutes ->
    [one] one minute to read
   *[other] { $minutes } minutes to read
}
articles-contents = Contents
articles-glance = At a glance
articles-source = Source
articles-reviewed-by = Reviewed by
articles-revise = Begin a new version
articles-revise-hint = This version stays up until the new one is published.

articles-edit-title = Write
articles-edit-lede = For a colleague in the same chair at another plant. What to do, in which order, why, and what goes wrong.
articles-field-title = Title
articles-field-summary = Summary
articles-field-q = Words in title, summary or organisation
articles-field-kind = Kind
articles-field-language = Language
articles-field-organisation = Published by
articles-field-label = Label
articles-field-sectors = Sectors
articles-field-body = Text
articles-field-comment = Comment
articles-field-verdict = Your advice
articles-field-state = State
articles-hint-summary = One or two sentences, at least 40 characters, that say whom it helps to do what. It stands in lists.
articles-hint-organisation = The source: whose information it is.
articles-hint-label = Who may read this? There is no default: choose.
articles-hint-sectors = Where it applies.
articles-hint-body = Markdown: headings from ##, lists, tables, footnotes, task lists, and boxes that begin with > [!WARNING].
articles-hint-submit = Handing in shows the text to the liaison, who asks somebody of another organisation to review it. Nobody else sees it before it is published.
articles-preview = Preview
articles-preview-title = Preview, nothing is saved yet
articles-save = Save the draft
articles-submit = Hand in
articles-error-sectors = Choose at least one sector before you hand in.
articles-error-words = Write at least { $limit } words before somebody else is asked to read it.
articles-error-version = Somebody saved this text since you opened it. Your text is still here: copy what you need, open the page again and put it in.

articles-work-lede = Drafts, texts under review, and texts that wait to be published.
articles-work-empty = Nothing waits for you.
articles-section-review = For you to review
articles-section-assign = Needs a reviewer
articles-section-publish = Ready to publish
articles-section-mine = To write on
articles-section-elsewhere = With somebody else
articles-state-draft = Draft
articles-state-submitted = In review
articles-state-changes-asked = Changes asked for
articles-state-approved = Approved
articles-state-published = Published
articles-state-superseded = Superseded
articles-reviewer = Reviewer
articles-nobody = Nobody yet
articles-changed = Last changed
articles-yours = Your turn
articles-yours-draft = Nobody else sees this draft but the publishers of your organisation.
articles-yours-changes-asked = The reviewer asks for changes; the comment stands under “What happened”. Change the text and hand it in again.
articles-edit = Edit the text
articles-assign-title = Ask a reviewer
articles-assign-nobody = Nobody of another organisation may read this text with its present label and audience. Ask the author to name the reviewer’s organisation in the audience.
articles-hint-reviewer = Members of other organisations whom the label lets read it. The one you choose gets a mail.
articles-assign = Ask for a review
articles-review-title = Your review
articles-verdict = Your advice
articles-verdict-approve = Approve
articles-verdict-changes = Ask for changes
articles-hint-verdict-approve = It may be published as it stands.
articles-hint-verdict-changes = Say what must change. The author can hand it in again.
articles-hint-comment = The author and the liaison read this. It carries the label of the text.
articles-review-send = Send the review
articles-publish-title = Publish
articles-publish-to-clear = The review is in. Once published, everyone can read it.
articles-publish-to-green = The review is in. Once published, every member can read it.
articles-publish-to-amber = The review is in. Once published, the source and the named organisations can read it; you may then no longer be among them.
articles-publish-to-amber-strict = The review is in. Once published, the source and the named organisations can read it; you may then no longer be among them.
articles-publish-to-red = The review is in. Once published, only those who are named, by name or by the attendance list of an event, can read it; you may then no longer be among them.
articles-publish = Publish
articles-text = The text
articles-readers = Who may read it when it is published
articles-published-version = See the published version
articles-history = What happened
articles-action-created = Draft begun
articles-action-submitted = Handed in
articles-action-assigned = Reviewer asked
articles-action-approved = Approved by the reviewer
articles-action-changes-asked = Changes asked for
articles-action-published = Published
articles-conflict-edit = This text can no longer be changed here: it was handed in, published, or belongs to another organisation.
articles-conflict-submit = This text was handed in already.
articles-conflict-incomplete = Before you hand in, the text needs a summary of at least 40 characters, a sector and at least 50 words. Edit it to add them.
articles-conflict-assign = This text no longer waits for a reviewer.
articles-conflict-review = This text does not wait for your review: it was reviewed already, or somebody else was asked.
articles-conflict-wider = This version would reach people whom the published one does not. Its label has a page for that, which asks why and tells the readers: make what is published wider there first, or choose a label that is no wider.
articles-conflict-publish = This text does not wait to be published: it was published already, or is not approved.
articles-conflict-revise = A new version of this practice is in work already. Look under texts in work.
articles-flash-saved = The draft is saved.
articles-flash-submitted = Handed in. The liaison has been told.
articles-flash-assigned = The reviewer has been asked.
articles-flash-reviewed = Your review is sent.
articles-flash-published = Published.

articles-mail-waits-subject = There is news for you
articles-mail-waits-body =
    Dear { $name },

    Something with a restricted label has changed on { $site }. Sign in to see it:

    { $link }
articles-mail-submitted-subject = { $words }: handed in
articles-mail-submitted-body =
    Dear { $name },

    { $words }

    was handed in for review. See it here:

    { $link }
articles-mail-assigned-subject = { $words }: your review is asked for
articles-mail-assigned-body =
    Dear { $name },

    { $words }

    The liaison asks you to review this text. Read it and send your advice here:

    { $link }
articles-mail-approved-subject = { $words }: approved by the reviewer
articles-mail-approved-body =
    Dear { $name },

    { $words }

    was approved by the reviewer and waits to be published. See it here:

    { $link }
articles-mail-changes-asked-subject = { $words }: changes asked for
articles-mail-changes-asked-body =
    Dear { $name },

    { $words }

    The reviewer asks for changes. Read the comment and hand the text in again here:

    { $link }
articles-mail-published-subject = { $words }: published
articles-mail-published-body =
    Dear { $name },

    { $words }

    is published. Thank you for writing it.

    { $link }
articles-send-back-title = Give the text back to its author
articles-send-back = Give back
articles-asked-gone = { $name } was asked, but is no longer here. Ask somebody else.
articles-asked-now = { $name } is asked now.
articles-conflict-assigned = Another liaison has just asked somebody to review this text.
articles-until-then-draft = Until it is handed in, only the publishers of the source read it.
articles-until-then-submitted = Until then: the publishers of the source, the liaisons, and the reviewer.
articles-until-then-changes-asked = Until then: the publishers of the source, the liaisons, and the reviewer.
articles-until-then-approved = Until then: the publishers of the source, the liaisons, and the reviewer.
articles-until-then-published = It is published.
articles-until-then-superseded = A later version has taken its place; only those who work on it read this one.
articles-named-readers = Named readers
articles-not-reviewed = Nobody outside the source
articles-alone-title = Publish without a review
articles-alone-up-to = As a publisher of { $organisation } you may publish as widely as { $label } without anybody’s approval.
articles-alone-may = This text is { $label }, so you may publish it now. Its page then says that nobody outside the source reviewed it.
articles-alone-wider = This text is { $label } and reaches more people: hand it in for review, or choose a stricter label.
articles-alone-none = Every text of { $organisation } needs the approval of somebody else before it is published. Hand it in for review.
articles-alone = Publish now
articles-sure = Publish it as it is, although nobody of another organisation has read it
articles-error-sure = Tick this box to publish without a review, or hand the text in.
