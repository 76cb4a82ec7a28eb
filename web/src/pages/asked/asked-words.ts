import type { MessageDescriptor } from '@lingui/core'
import type { AskedAnswer } from './answer-asked.ts'

/** What has happened by an answer. */
export function tellAnswered({ accepts, name }: AskedAnswer): MessageDescriptor {
  return accepts
    ? /*i18n*/ {
        id: 'asked.accepted',
        message: 'You vouch for {name} as soon as the directory has it, in a moment.',
        values: { name },
      }
    : /*i18n*/ {
        id: 'asked.declined',
        message: 'You have declined. {name} does not read that, and somebody else is asked.',
        values: { name },
      }
}
