import type { Act, ActorKind, JournalEntry, Outcome } from '@foyer/contracts/journal'
import { departureRefusals } from '@foyer/contracts/departure-refusal'
import { leaveRefusals } from '@foyer/contracts/leave-refusal'
import { type ProblemCode, problems } from '@foyer/contracts/problem'
import type { MessageDescriptor } from '@lingui/core'
import { explainDepartureRefusal } from '../../departure-refusals.ts'
import { explain } from '../../problems.ts'
import { explainRefusal } from '../../refusals.ts'
import { accessSentences } from './access-entry-words.ts'
import { successionSentences } from './succession-entry-words.ts'
import type { EntryValues as Values } from './entry-values.ts'
import { exitSentences } from './exit-entry-words.ts'
import { moveSentences } from './move-entry-words.ts'
import { invitationSentences } from './invitation-entry-words.ts'
import { ownerSentences } from './owner-entry-words.ts'
import { resetSentences } from './reset-entry-words.ts'

const sentences: Record<Act, (outcome: Outcome, values: Values) => MessageDescriptor> = {
  'leave-organization': tellOfOrganization,
  'undo-leaving': tellOfReturn,
  'bring-back': tellOfBringingBack,
  // About nobody in particular: a guest's own record has none.
  'change-policy': (_, values) => {
    return /*i18n*/ {
      id: 'record.change-policy',
      message: '{organization} changed what it has decided of its guests’ access.',
      values,
    }
  },
  // Only ever asked, or done: these are transactions of Foyer's own.
  'ask-to-return': (_, values) => {
    return /*i18n*/ {
      id: 'record.return.asked',
      message: 'You asked to come back to {organization}.',
      values,
    }
  },
  'refuse-return': (_, values) => {
    return /*i18n*/ {
      id: 'record.refuse-return',
      message: '{organization} answered that you do not come back.',
      values,
    }
  },
  'place-hold': (_, values) => {
    return /*i18n*/ {
      id: 'record.place-hold',
      message: '{organization} said that you are not brought back.',
      values,
    }
  },
  'lift-hold': (_, values) => {
    return /*i18n*/ {
      id: 'record.lift-hold',
      message: '{organization} said that you may be brought back again.',
      values,
    }
  },
  ...exitSentences,
  ...ownerSentences,
  ...accessSentences,
  ...resetSentences,
  ...successionSentences,
  ...moveSentences,
  ...invitationSentences,
  erase: () => {
    return /*i18n*/ { id: 'record.erase', message: 'What Foyer held about you was erased.' }
  },
  'leave-group': (outcome, values) =>
    values.group === '' ? tellOfSomeGroup(outcome) : tellOfGroup(outcome, values),
}

function tellOfOrganization(outcome: Outcome, values: Values): MessageDescriptor {
  switch (outcome) {
    case 'asked':
      return /*i18n*/ {
        id: 'record.organization.asked',
        message: 'You asked to leave {organization}.',
        values,
      }
    case 'done':
      return /*i18n*/ {
        id: 'record.organization.done',
        message: 'You left {organization}.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.organization.refused',
        message: 'You asked to leave {organization}, and it was refused.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.organization.failed',
        message: 'You asked to leave {organization}, and it was given up.',
        values,
      }
  }
}

function tellOfReturn(outcome: Outcome, values: Values): MessageDescriptor {
  switch (outcome) {
    case 'asked':
      return /*i18n*/ {
        id: 'record.return.asked',
        message: 'You asked to come back to {organization}.',
        values,
      }
    case 'done':
      return /*i18n*/ {
        id: 'record.return.done',
        message: 'You came back to {organization}.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.return.refused',
        message: 'You asked to come back to {organization}, and it was refused.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.return.failed',
        message: 'You asked to come back to {organization}, and it was given up.',
        values,
      }
  }
}

function tellOfBringingBack(outcome: Outcome, values: Values): MessageDescriptor {
  switch (outcome) {
    case 'asked':
    case 'done':
      return /*i18n*/ {
        id: 'record.bring-back.done',
        message: 'You were brought back to {organization}, as you had asked.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.bring-back.refused',
        message: 'You were to be brought back to {organization}, and it was refused.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.bring-back.failed',
        message: 'You were to be brought back to {organization}, and it was given up.',
        values,
      }
  }
}

function tellOfGroup(outcome: Outcome, values: Values): MessageDescriptor {
  switch (outcome) {
    case 'asked':
      return /*i18n*/ {
        id: 'record.group.asked',
        message: 'You asked to leave the group {group}.',
        values,
      }
    case 'done':
      return /*i18n*/ {
        id: 'record.group.done',
        message: 'You left the group {group}.',
        values,
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.group.refused',
        message: 'You asked to leave the group {group}, and it was refused.',
        values,
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.group.failed',
        message: 'You asked to leave the group {group}, and it was given up.',
        values,
      }
  }
}

function tellOfSomeGroup(outcome: Outcome): MessageDescriptor {
  switch (outcome) {
    case 'asked':
      return /*i18n*/ {
        id: 'record.some-group.asked',
        message: 'You asked to leave a group.',
      }
    case 'done':
      return /*i18n*/ {
        id: 'record.some-group.done',
        message: 'You left a group.',
      }
    case 'refused':
      return /*i18n*/ {
        id: 'record.some-group.refused',
        message: 'You asked to leave a group, and it was refused.',
      }
    case 'failed':
      return /*i18n*/ {
        id: 'record.some-group.failed',
        message: 'You asked to leave a group, and it was given up.',
      }
  }
}

const actors: Record<Exclude<ActorKind, 'guest'>, MessageDescriptor> = {
  sponsor: /*i18n*/ { id: 'record.by.sponsor', message: 'A sponsor did this.' },
  operator: /*i18n*/ { id: 'record.by.operator', message: 'The organization did this.' },
  foyer: /*i18n*/ { id: 'record.by.foyer', message: 'Foyer did this by itself.' },
}

/** What happened, in a sentence. */
export function tellEntry(
  { act, outcome, group = '' }: JournalEntry,
  organization: string,
): MessageDescriptor {
  return sentences[act](outcome, { organization, group })
}

/** Who did it, where it was not the reader. */
export function tellActor({ actor: { kind, name } }: JournalEntry): MessageDescriptor | undefined {
  if (kind === 'guest') return undefined
  if (name === undefined) return actors[kind]
  return /*i18n*/ { id: 'record.by', message: '{name} did this.', values: { name } }
}

/** Why it was not done; undefined where there is no sentence for it and the code must do. */
export function tellReason(
  { because, group }: JournalEntry,
  organization: string,
): MessageDescriptor | undefined {
  if (because === undefined) return undefined
  const leaving = leaveRefusals.find((refusal) => refusal === because)
  if (leaving) return explainRefusal(leaving, { organization }).sentence
  const departing = departureRefusals.find((refusal) => refusal === because)
  if (departing) return explainDepartureRefusal(departing, organization).sentence
  // Of a membership that is over nothing more can be told than that, where its name was erased.
  if (!isProblem(because) || (because === 'membership-not-found' && !group)) return undefined
  return explain(because, { organization, ...(group === undefined ? {} : { group }) }).sentence
}

function isProblem(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
