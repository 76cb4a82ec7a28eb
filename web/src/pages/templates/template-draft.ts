import { longestMessage } from '@foyer/contracts/invitation'
import type {
  InvitationTemplate,
  NewInvitationTemplate,
} from '@foyer/contracts/invitation-template'
import { type Draft, holdsLink } from '../invite/draft.ts'

/** What an operator has typed for a kind of guest. */
export interface TemplateDraft extends Pick<Draft, 'purpose' | 'groups' | 'language' | 'message'> {
  readonly name: string
  readonly accessDays: string
}

export type TemplateField = 'name' | 'purpose' | 'accessDays' | 'message'

/** As it is kept; what a group is called that is gone, nobody knows. */
export function templateDraftOf(
  { name, purpose, accessDays, groups, language, message = '' }: InvitationTemplate,
  unknownGroup: string,
): TemplateDraft {
  return {
    name,
    purpose,
    accessDays: String(accessDays),
    groups: groups.map(({ groupId, name: called = unknownGroup }) => ({ groupId, name: called })),
    language,
    message,
  }
}

/** What still has to be put right before it can be kept, in the order of the fields. */
export function findWrong(draft: TemplateDraft): TemplateField[] {
  const wrong: TemplateField[] = []
  if (draft.name.trim() === '') wrong.push('name')
  if (draft.purpose.trim() === '') wrong.push('purpose')
  const typed = draft.accessDays.trim()
  const days = /^\d{1,4}$/.test(typed) ? Number(typed) : 0
  if (days < 1 || days > 3650) wrong.push('accessDays')
  if (draft.message.length > longestMessage || holdsLink(draft.message)) wrong.push('message')
  return wrong
}

export function wantedBy(draft: TemplateDraft): NewInvitationTemplate {
  const message = draft.message.trim()
  return {
    name: draft.name.trim(),
    purpose: draft.purpose.trim(),
    accessDays: Number(draft.accessDays.trim()),
    groupIds: draft.groups.map(({ groupId }) => groupId),
    language: draft.language,
    ...(message === '' ? {} : { message }),
  }
}
