import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import type { Draft } from './draft.ts'

/** What a template writes into the form. */
export function fillFrom({
  purpose,
  endsOn,
  groups,
  language,
  message = '',
}: InvitationTemplate): Partial<Draft> {
  return {
    purpose,
    endsOn,
    language,
    message,
    groups: groups.flatMap(({ groupId, name = '', isInvitable }) =>
      isInvitable ? [{ groupId, name }] : [],
    ),
  }
}
