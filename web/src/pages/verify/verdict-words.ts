import type { MessageDescriptor } from '@lingui/core'
import type { Doubt } from './check-receipt.ts'

interface DoubtWords {
  readonly sentence: MessageDescriptor
  /** What remains to be done. */
  readonly next: MessageDescriptor
}

const askAgain: MessageDescriptor = /*i18n*/ {
  id: 'verify.ask-again',
  message:
    'Do not rely on what it says. Whoever left can open their receipt and give you its text anew.',
}

const doubts: Readonly<Record<Doubt, (issuer: string) => DoubtWords>> = {
  'too-long': () => ({
    sentence: /*i18n*/ { id: 'verify.too-long', message: 'This is too long for a receipt.' },
    next: /*i18n*/ {
      id: 'verify.too-long.next',
      message: 'Paste the signed text alone. It is one line, which begins with eyJ.',
    },
  }),
  unreadable: () => ({
    sentence: /*i18n*/ {
      id: 'verify.unreadable',
      message: 'This is not the signed text of a receipt, or not all of it.',
    },
    next: /*i18n*/ {
      id: 'verify.unreadable.next',
      message: 'It is one long line, which begins with eyJ and has two dots in it. Copy all of it.',
    },
  }),
  'other-kind': () => ({
    sentence: /*i18n*/ {
      id: 'verify.other-kind',
      message: 'This is a signed text of another kind, and no receipt.',
    },
    next: /*i18n*/ {
      id: 'verify.other-kind.next',
      message: 'Ask whoever gave it to you for the signed text that stands on their receipt.',
    },
  }),
  'other-algorithm': () => ({
    sentence: /*i18n*/ {
      id: 'verify.other-algorithm',
      message: 'This is not signed in the way in which Foyer signs.',
    },
    next: askAgain,
  }),
  'other-origin': (issuer) => ({
    sentence: /*i18n*/ {
      id: 'verify.other-origin',
      message: 'This is not from here: it names {issuer} as its Foyer.',
      values: { issuer },
    },
    next: /*i18n*/ {
      id: 'verify.other-origin.next',
      message: 'Only that one can check it. Open it only if you know that address from elsewhere.',
    },
  }),
  'unknown-key': () => ({
    sentence: /*i18n*/ {
      id: 'verify.unknown-key',
      message: 'This is signed with a key that does not count here, or no longer.',
    },
    next: askAgain,
  }),
  altered: () => ({
    sentence: /*i18n*/ {
      id: 'verify.altered',
      message: 'This was altered after it was signed.',
    },
    next: askAgain,
  }),
  'browser-cannot': () => ({
    sentence: /*i18n*/ {
      id: 'verify.browser-cannot',
      message: 'This browser cannot check such a signature.',
    },
    next: /*i18n*/ {
      id: 'verify.browser-cannot.next',
      message: 'Open this page in a newer one. Whether the receipt is good is not known yet.',
    },
  }),
}

/** Why a text does not count, and what remains to be done. */
export function explainDoubt(doubt: Doubt, issuer = ''): DoubtWords {
  return doubts[doubt](issuer)
}
