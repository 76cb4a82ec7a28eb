import type { ProblemCode } from '@foyer/contracts/problem'
import type { ExtensionRefusal } from '@foyer/lifecycle/extension'

/** The code with which an extension is refused, or a request for one. */
export const problemOfExtension = {
  'ends-elsewhere': 'end-decided-elsewhere',
  'in-the-past': 'end-in-the-past',
  'no-later': 'end-not-later',
  'over-the-cap': 'end-over-the-cap',
} as const satisfies Record<ExtensionRefusal, ProblemCode>
