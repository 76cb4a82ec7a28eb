import type { EndingHold } from '@foyer/contracts/ending'
import type { MessageDescriptor } from '@lingui/core'

/** Why an end of access waits for an operator, in a word and in a sentence. */
export function tellHold(
  because: EndingHold,
  values: { readonly by: string; readonly organization: string } = { by: '', organization: '' },
): { readonly short: MessageDescriptor; readonly why: MessageDescriptor } {
  switch (because) {
    case 'unusual-day':
      return {
        short: /*i18n*/ { id: 'hold.unusual-day', message: 'Unusual day' },
        why: /*i18n*/ {
          id: 'hold.unusual-day.why',
          message:
            'It is an unusual day of {by}: many more ends than ever before. Foyer holds them all back until an operator has answered. Ask {by}, by telephone, whether it was them.',
          values,
        },
      }
    case 'too-many-today':
      return {
        short: /*i18n*/ { id: 'hold.too-many-today', message: 'Many today' },
        why: /*i18n*/ {
          id: 'hold.too-many-today.why',
          message: '{by} has ended ten accesses within a day already.',
          values,
        },
      }
    case 'organization-cap':
      return {
        short: /*i18n*/ { id: 'hold.organization-cap', message: 'Many today' },
        why: /*i18n*/ {
          id: 'hold.organization-cap.why',
          message: 'Within a day as many accesses to {organization} were ended as should be.',
          values,
        },
      }
  }
}
