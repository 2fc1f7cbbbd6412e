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
