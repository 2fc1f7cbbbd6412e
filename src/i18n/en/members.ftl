members-nav = Members
members-lede = Who is here, and what they know about. Names of members stay among members.
members-empty = There is nobody here yet.
members-facts = Facts
members-roles = Role
members-role-liaison = Liaison
members-role-reviewer = Reviewer
members-role-operator = Operator
members-since = Member since
members-no-about = Nothing written here yet.

members-recovery-link = Second factor lost
members-recovery-title = Remove a lost second factor
members-recovery-lede = { $days ->
    [one] For { $name }, who lost the second factor and the recovery codes. Nothing is removed for one day: the member is told by mail and can stop it.
   *[other] For { $name }, who lost the second factor and the recovery codes. Nothing is removed for { $days } days: the member is told by mail and can stop it.
}
members-recovery-waits = Will be removed on { $time }
members-recovery-started = Started
members-recovery-stop = Stop the removal
members-recovery-button = Start the waiting time
members-recovery-back = Back to the profile
members-field-reason = How did you make sure that it is this member who asks?
members-hint-reason = Such as: called back on the number that the organisation has, and the coordinator confirmed it. This goes into the audit log.
members-conflict-recovery-own = You cannot do this for your own account. Ask another liaison, or the operator.
members-conflict-recovery-none = This member has no second factor, so there is nothing to remove.
members-conflict-recovery-open = The removal was started already and its waiting time runs. Nothing changed.
members-conflict-recovery-over = There is no removal to stop: it was stopped or done in the meantime.

members-role-publisher = Publisher
members-role-coordinator = Coordinator
members-role-member = Member
members-roles-both = Publisher and coordinator
members-roles-none = Member, without a role of its own
members-state-current = Current
members-state-asked = To be confirmed
members-state-asleep = Asleep
members-state-left = Left
members-state-ended = Ended
members-state-departed = Left with the organisation
members-end-left = Left on { $date }, by the member’s own wish.
members-end-ended = This membership was ended on { $date }.
members-end-departed = The organisation left the community on { $date }.
members-end-asleep = Asleep since { $date }: nobody confirmed in time that this membership still holds.
members-forbidden-people = Only a coordinator of this organisation or a liaison looks after its people.
members-forbidden-wake = Only a liaison lets somebody in again whose membership was ended, or who went with the organisation. A coordinator wakes those who sleep or who left by themselves.
members-forbidden-leave = Nobody leaves for somebody else. A coordinator or a liaison can end the membership, with a reason.
members-forbidden-end-own = You end your own membership by leaving: the page for that is linked from your profile.
members-forbidden-confirm-own = Your own membership is confirmed by another coordinator or by a liaison.
members-forbidden-roles-own = Another coordinator or a liaison gives you a role. You can give up one that you have.
members-conflict-holds-no-more = This membership has ended already. Nothing was changed: open the page again to see how it stands.
members-conflict-holds = This membership holds. Nothing was changed.
members-conflict-organisation-left = This organisation has left the community. Nobody can belong to it until a liaison lets it come back.
members-conflict-last-liaison = This would leave the community without a liaison, and nobody could let people in. First make somebody else a liaison; until then nothing is changed.
members-conflict-last-coordinator = You are the only coordinator of this organisation. First make somebody else a coordinator; then you can give up the role.
members-mail-left-subject = You left { $organisation }
members-mail-left-body =
    Dear { $name },

    Your membership for { $organisation } at { $site } has ended, as you asked. What it opened is closed now. If you did not do this yourself, tell us at once: { $ask }.

    The texts that you wrote stay with { $organisation }. If you want to come back, ask { $ask }.

    { $link }
members-mail-ended-subject = Your membership for { $organisation } was ended
members-mail-ended-body =
    Dear { $name },

    Your membership for { $organisation } at { $site } was ended, for this reason:

    { $reason }

    What it opened is closed now. The texts that you wrote stay with { $organisation }. If you think this is a mistake, ask { $ask }.

    { $link }
members-mail-departed-subject = { $organisation } left { $site }
members-mail-departed-body =
    Dear { $name },

    { $organisation } has left { $site }. With it your membership for this organisation has ended, and what it opened is closed now. The texts stay under the name of { $organisation }.

    Nothing is lost: if the organisation comes back, so can you. Questions? Ask { $ask }.

    { $link }
members-mail-asleep-subject = Your access to { $site } sleeps
members-mail-asleep-body =
    Dear { $name },

    Once a year somebody confirms that you are still with { $organisation }. Nobody answered in time, so your membership for it sleeps: it opens nothing until somebody wakes it.

    Nothing is lost: your account, your roles and your texts are kept. Ask { $ask } to wake your membership. Then sign in as before:

    { $link }
members-mail-woken-subject = Your membership for { $organisation } holds again
members-mail-woken-body =
    Dear { $name },

    Your membership for { $organisation } at { $site } holds again. Your role there: { $roles }. Sign in as before:

    { $link }
members-mail-roles-subject = Your role for { $organisation } has changed
members-mail-roles-body =
    Dear { $name },

    Your role for { $organisation } at { $site } is now: { $roles }. If you did not expect this, ask { $ask }.

    { $link }
members-mail-asked-subject = Who is still with { $organisation }?
members-mail-asked-body =
    Dear { $name },

    Once a year we ask whether the people of { $organisation } are still with it. Answer for:

    { $people }

    Whoever is not answered for has no access after that day. Nothing of theirs is lost, and you can wake their membership later. It takes one press of a button:

    { $link }
members-mail-asked-line = { $person }: before { $date }
members-mail-wake-asked-subject = { $person } asks to be let in again
members-mail-wake-asked-body =
    Dear { $name },

    { $person } has no access to { $site } any more and asks to be let in again, for { $organisation }. The membership: { $state }

    { $person } signed in to ask this. Whether { $person } still belongs to { $organisation } is for you to judge: if you are not sure, ask in another way than by replying to a mail. Open the page of the people of { $organisation } and choose { $person }:

    { $link }

    If you do nothing, nothing opens.
members-mail-person-left-subject = { $person } left { $organisation }
members-mail-person-left-body =
    Dear { $name },

    { $person } ended the own membership for { $organisation } at { $site }. What it opened is closed now; the texts stay with { $organisation }. { $left }

    { $link }
members-mail-person-deleted-subject = { $person } deleted the account
members-mail-person-deleted-body =
    Dear { $name },

    { $person }, who belonged to { $organisation }, deleted the account at { $site }. It cannot be opened any more; the texts stay. { $left }

    { $link }
members-mail-coordinators-left = You look after the people of { $organisation }; there is nothing that you have to do.
members-mail-coordinators-none = { $organisation } has no coordinator now, so its people are yours to look after. Ask the organisation who takes this on, and give that person the role.
