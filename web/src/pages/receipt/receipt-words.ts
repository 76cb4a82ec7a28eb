import { problems, type ProblemCode } from '@foyer/contracts/problem'
import type { Receipt } from '@foyer/contracts/receipt'
import type { MessageDescriptor } from '@lingui/core'
import { explain } from '../../problems.ts'

/** What a leaving waits for; undefined where nothing is in its way. */
export function explainWait({ because, organization }: Receipt): MessageDescriptor | undefined {
  if (because === undefined) return undefined
  const values = { organization: organization.name }
  if (isProblem(because) && because.startsWith('directory-')) {
    return explain(because, values).sentence
  }
  if (because === 'waits-for-its-time') return undefined
  if (because === 'not-yet-removed') {
    return /*i18n*/ {
      id: 'receipt.wait.not-yet-removed',
      message: 'The directory of {organization} has accepted it and does not show it yet.',
      values,
    }
  }
  if (because === 'another-leaving') {
    return /*i18n*/ {
      id: 'receipt.wait.another-leaving',
      message: 'Foyer does one after the other, and this one comes next.',
    }
  }
  return /*i18n*/ {
    id: 'receipt.wait.foyer',
    message: 'Foyer itself is held up at the moment.',
  }
}

/** Why somebody has not left, and what remains to be done. */
export interface EndWords {
  readonly sentence: MessageDescriptor
  readonly next: MessageDescriptor
}

/** Of a leaving that was refused or given up. */
export function explainEnd(receipt: Receipt): EndWords {
  const { state, because = '', organization, group } = receipt
  const values = { organization: organization.name, group: group ?? '' }
  if (state === 'failed') return { sentence: faultOf(because, values), next: lookThere(receipt) }
  if (isEndedByOthers(receipt)) return endedByOthers(receipt)
  if (because === 'stopped-by-guest') {
    return {
      sentence: /*i18n*/ {
        id: 'receipt.stopped',
        message: 'It was taken back in time, and nothing has changed.',
      },
      next: /*i18n*/ {
        id: 'receipt.stopped.next',
        message: 'You can ask again whenever you like.',
      },
    }
  }
  if (isProblem(because)) return explain(because, values)
  return {
    sentence: /*i18n*/ {
      id: 'receipt.refused.otherwise',
      message: '{organization} does not allow it any more.',
      values,
    },
    next: /*i18n*/ {
      id: 'receipt.refused.otherwise.next',
      message: 'Its help desk can tell you why. Give them the number below.',
    },
  }
}

/** Whether somebody else ended it before Foyer came to it, so that what was wished is so. */
export function isEndedByOthers({ state, because }: Receipt): boolean {
  return state === 'refused' && (because === 'membership-not-found' || because === 'no-longer-here')
}

function endedByOthers({ because, organization, group = '' }: Receipt): EndWords {
  const values = { organization: organization.name, group }
  if (because === 'membership-not-found') {
    return {
      sentence: /*i18n*/ {
        id: 'receipt.others.group',
        message: 'Somebody else had taken you out of {group} before Foyer came to it.',
        values,
      },
      next: /*i18n*/ { id: 'problem.membership-not-found.next', message: 'Nothing is left to do.' },
    }
  }
  return {
    sentence: /*i18n*/ {
      id: 'receipt.others.organization',
      message: 'Somebody at {organization} had removed your account before Foyer came to it.',
      values,
    },
    next: /*i18n*/ {
      id: 'receipt.others.organization.next',
      message: 'Only {organization} can tell who it was, and bring it back.',
      values,
    },
  }
}

function faultOf(because: string, values: { organization: string }): MessageDescriptor {
  if (isProblem(because) && because.startsWith('directory-')) {
    return explain(because, values).sentence
  }
  return because === 'expired'
    ? /*i18n*/ { id: 'receipt.failed.expired', message: 'It could not be done within its time.' }
    : /*i18n*/ { id: 'problem.internal-error', message: 'Foyer itself has failed.' }
}

function lookThere({ organization, group }: Receipt): MessageDescriptor {
  const values = { organization: organization.name, group: group ?? '' }
  return group === undefined
    ? /*i18n*/ {
        id: 'receipt.failed.organization.next',
        message: 'Look whether {organization} still knows you, and then ask again.',
        values,
      }
    : /*i18n*/ {
        id: 'receipt.failed.group.next',
        message: 'Look whether you are still in {group}, and then ask again.',
        values,
      }
}

function isProblem(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
