import type { MessageDescriptor } from '@lingui/core'
import { explain } from '../../problems.ts'
import { explainEnd, explainWait } from '../receipt/receipt-words.ts'
import { type SeriesEntry, stateOf } from './series-progress.ts'

/** How it stands with one group of a series, and what remains to be done, in whole sentences. */
export function describeEntry(
  entry: SeriesEntry,
  { organization, isSending }: { organization: string; isSending: boolean },
): MessageDescriptor[] {
  const { name, told, failure } = entry
  switch (stateOf(entry)) {
    case 'waiting':
      return isSending
        ? [/*i18n*/ { id: 'series.waiting', message: 'Waits for its turn.' }]
        : [/*i18n*/ { id: 'series.unsent', message: 'Not asked for yet. You are still in it.' }]
    case 'being-left': {
      const wait = told && explainWait(told)
      return [/*i18n*/ { id: 'being-left', message: 'Being left …' }, ...(wait ? [wait] : [])]
    }
    case 'left':
      return told?.state === 'done'
        ? [/*i18n*/ { id: 'series.left', message: 'You left it.' }]
        : [/*i18n*/ { id: 'series.gone', message: 'You are not in it any more.' }]
    case 'not-left': {
      const { sentence, next } = told
        ? explainEnd(told)
        : explain(failure?.code ?? 'internal-error', {
            organization,
            group: name,
            retryAfterSeconds: failure?.retryAfterSeconds ?? 0,
          })
      return [
        ...(told?.state === 'failed'
          ? []
          : [/*i18n*/ { id: 'series.still-in', message: 'You are still in it.' }]),
        sentence,
        next,
      ]
    }
    case 'unknown':
      return [
        explain(failure?.code ?? 'internal-error', { organization }).sentence,
        /*i18n*/ {
          id: 'series.unknown',
          message: 'Whether you are leaving it could not be seen. To try again does no harm.',
        },
      ]
  }
}
