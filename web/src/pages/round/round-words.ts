import type { MessageDescriptor } from '@lingui/core'
import { explain } from '../../problems.ts'
import { explainEnd, explainWait } from '../receipt/receipt-words.ts'
import { stateOf } from '../series/series-progress.ts'
import type { RoundEntry } from './round-progress.ts'

/** How it stands with one organization of a round, in whole sentences; none before it is asked for. */
export function describeEntry(entry: RoundEntry): MessageDescriptor[] {
  const { organization, told, failure } = entry
  const { name } = organization
  switch (stateOf(entry)) {
    case 'waiting':
      return []
    case 'being-left': {
      const wait = told && explainWait(told)
      return [/*i18n*/ { id: 'being-left', message: 'Being left …' }, ...(wait ? [wait] : [])]
    }
    case 'left':
      return [
        /*i18n*/ {
          id: 'round.left',
          message: 'You are no longer a guest of {name}.',
          values: { name },
        },
      ]
    case 'not-left': {
      const { sentence, next } = told
        ? explainEnd(told)
        : explain(failure?.code ?? 'internal-error', {
            organization: name,
            retryAfterSeconds: failure?.retryAfterSeconds ?? 0,
          })
      return [
        /*i18n*/ {
          id: 'departure.still-guest',
          message: 'You are still a guest of {name}.',
          values: { name },
        },
        sentence,
        next,
      ]
    }
    case 'unknown':
      return [
        explain(failure?.code ?? 'internal-error', { organization: name }).sentence,
        unknown(name),
      ]
  }
}

/** Where the answer to leaving was lost. */
export function unknown(name: string): MessageDescriptor {
  return /*i18n*/ {
    id: 'departure.unknown',
    message:
      'Whether you are leaving {name} could not be seen. To try again does no harm: it is the same request.',
    values: { name },
  }
}
