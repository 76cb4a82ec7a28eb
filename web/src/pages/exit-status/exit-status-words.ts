import type { ExitRequestState, ExitStatus } from '@foyer/contracts/exit-request'
import type { MessageDescriptor } from '@lingui/core'

interface Words {
  readonly title: MessageDescriptor
  readonly lead: MessageDescriptor
}

interface Values extends Record<string, string> {
  readonly name: string
  /** The day that matters in this state. */
  readonly day: string
}

/** How a request goes: a title, and a sentence or two. */
export function tellStatus({ organization, state, isOverdue }: ExitStatus, day: string): Words {
  const values = { name: organization.name, day }
  return isOverdue && state === 'open' ? overdue(values) : words[state](values)
}

/** The day that the sentence about a request names. */
export function dayOf(status: ExitStatus): string {
  const { state, askedAt, opensAt, dueAt, answeredAt, removalAt, endedAt } = status
  switch (state) {
    case 'waiting':
      return opensAt ?? dueAt
    case 'open':
      return dueAt
    case 'granted':
      return removalAt ?? answeredAt ?? askedAt
    case 'refused':
      return answeredAt ?? askedAt
    case 'done':
    case 'stopped':
    case 'gone':
      return endedAt ?? answeredAt ?? askedAt
  }
}

const words: Record<ExitRequestState, (values: Values) => Words> = {
  waiting: (values) => ({
    title: /*i18n*/ { id: 'exit-status.waiting', message: 'Your request waits', values },
    lead: /*i18n*/ {
      id: 'exit-status.waiting.lead',
      message:
        'The account may have been used lately. In case it was not its owner who asked, {name} is not asked before {day}.',
      values,
    },
  }),
  open: (values) => ({
    title: /*i18n*/ { id: 'exit-status.open', message: '{name} owes you an answer', values },
    lead: /*i18n*/ {
      id: 'exit-status.open.lead',
      message: '{name} has your request, and until {day} to answer it. The answer comes by mail.',
      values,
    },
  }),
  granted: (values) => ({
    title: /*i18n*/ { id: 'exit-status.granted', message: '{name} is ending your access', values },
    lead: /*i18n*/ {
      id: 'exit-status.granted.lead',
      message:
        'Nobody can sign in with the account any more. What was open can stay open up to about 90 minutes. On {day} the account is removed.',
      values,
    },
  }),
  done: (values) => ({
    title: /*i18n*/ { id: 'exit-status.done', message: 'Your access at {name} has ended', values },
    lead: /*i18n*/ {
      id: 'exit-status.done.lead',
      message: 'The account was removed on {day}. The receipt was sent to you by mail.',
      values,
    },
  }),
  refused: (values) => ({
    title: /*i18n*/ {
      id: 'exit-status.refused',
      message: '{name} does not end your access',
      values,
    },
    lead: /*i18n*/ {
      id: 'exit-status.refused.lead',
      message: '{name} answered on {day}. The reason was sent to you by mail.',
      values,
    },
  }),
  stopped: (values) => ({
    title: /*i18n*/ { id: 'exit-status.stopped', message: 'This request was stopped', values },
    lead: /*i18n*/ {
      id: 'exit-status.stopped.lead',
      message:
        'On {day} somebody who reads an address of the account, or is signed in with it, said no. The access at {name} stays as it was.',
      values,
    },
  }),
  gone: (values) => ({
    title: /*i18n*/ { id: 'exit-status.gone', message: 'The account is gone', values },
    lead: /*i18n*/ {
      id: 'exit-status.gone.lead',
      message:
        'On {day} it was seen that {name} does not know the account any more: something else than this request has removed it. Nothing is left to do.',
      values,
    },
  }),
}

function overdue(values: Values): Words {
  return {
    title: /*i18n*/ {
      id: 'exit-status.overdue',
      message: '{name} has not answered in time',
      values,
    },
    lead: /*i18n*/ {
      id: 'exit-status.overdue.lead',
      message: 'The answer was due on {day}. {name} still owes it, and others can help you now.',
      values,
    },
  }
}
