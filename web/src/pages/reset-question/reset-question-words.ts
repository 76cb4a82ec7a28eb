import type { ResetQuestion } from '@foyer/contracts/reset'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatInstant } from '../../language/dates.ts'

interface Words {
  readonly title: MessageDescriptor
  readonly lead: MessageDescriptor
}

/** What is asked, or how it stands. */
export function tellQuestion(
  i18n: I18n,
  { organization: { name }, state, to, isSameAddress, opensAt }: ResetQuestion,
): Words {
  const values = { name, to, opens: opensAt === undefined ? '' : formatInstant(i18n, opensAt) }
  switch (state) {
    case 'asked':
      return {
        title: /*i18n*/ {
          id: 'reset-question.asked.title',
          message: 'Do you want to sign in to {name} anew?',
          values,
        },
        lead: isSameAddress
          ? /*i18n*/ {
              id: 'reset-question.asked.same',
              message:
                'You would keep everything you have at {name}, and sign in once more with {to}.',
              values,
            }
          : /*i18n*/ {
              id: 'reset-question.asked.other',
              message:
                'Everything you have at {name} would then belong to whoever reads {to}. Your address of now would not count there any more.',
              values,
            },
      }
    case 'proved':
      return {
        title: /*i18n*/ { id: 'reset-question.proved.title', message: 'You have said yes' },
        lead: /*i18n*/ {
          id: 'reset-question.proved',
          message: 'A second person of {name} has to agree. Then it can be stopped for three days.',
          values,
        },
      }
    case 'waiting':
      return {
        title: /*i18n*/ {
          id: 'reset-question.waiting.title',
          message: 'Your sign-in to {name} will be set back',
          values,
        },
        lead: /*i18n*/ {
          id: 'reset-question.waiting',
          message: 'Not before {opens}. Then you sign in anew with {to}.',
          values,
        },
      }
    case 'done':
      return {
        title: /*i18n*/ {
          id: 'reset-question.done.title',
          message: 'Your sign-in to {name} is set back',
          values,
        },
        lead: /*i18n*/ {
          id: 'reset-question.done',
          message:
            'Sign in with {to}. If that is not your address, tell {name} at once, by telephone if you can.',
          values,
        },
      }
    case 'stopped':
    case 'lapsed':
      return {
        title: /*i18n*/ {
          id: 'reset-question.over.title',
          message: 'Your sign-in to {name} stays as it is',
          values,
        },
        lead: /*i18n*/ {
          id: 'reset-question.over',
          message: 'It is not set back. You need do nothing.',
        },
      }
  }
}
