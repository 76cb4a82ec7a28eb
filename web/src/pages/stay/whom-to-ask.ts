import type { Me } from '@foyer/contracts/me'
import type { I18n, MessageDescriptor } from '@lingui/core'
import { formatNames } from '../../language/names.ts'

/** Who reads a request: people by name, else the organization's contact, else only its operators. */
type Asked =
  | { readonly kind: 'sponsors'; readonly names: readonly string[] }
  | { readonly kind: 'contact'; readonly contact: string }
  | { readonly kind: 'operators' }

/** Only a person with an address is written to. */
function findAsked({ sponsors, organization: { privacyContact } }: Me): Asked {
  const names = sponsors.flatMap(({ kind, name, mail }) =>
    kind === 'person' && mail ? [name] : [],
  )
  if (names.length > 0) return { kind: 'sponsors', names }
  return privacyContact ? { kind: 'contact', contact: privacyContact } : { kind: 'operators' }
}

function valuesOf(i18n: I18n, me: Me, asked: Asked) {
  const names = asked.kind === 'sponsors' ? asked.names : []
  return {
    organization: me.organization.name,
    names: formatNames(i18n, names),
    count: names.length,
    contact: asked.kind === 'contact' ? asked.contact : '',
  }
}

/** Who will be asked, before anything is sent. */
export function tellWhoIsAsked(i18n: I18n, me: Me): MessageDescriptor {
  const asked = findAsked(me)
  const values = valuesOf(i18n, me, asked)
  switch (asked.kind) {
    case 'sponsors':
      return /*i18n*/ {
        id: 'stay.asked.sponsors',
        message:
          '{count, plural, one {{names} gets a mail with it, and decides.} other {{names} get a mail with it, and one of them decides.}}',
        values,
      }
    case 'contact':
      return /*i18n*/ {
        id: 'stay.asked.contact',
        message:
          'Nobody is named who vouches for you. {contact} gets a mail with it, and an operator of {organization} decides.',
        values,
      }
    case 'operators':
      return /*i18n*/ {
        id: 'stay.asked.operators',
        message:
          'Nobody is named who vouches for you, so nobody gets a mail. An operator of {organization} sees it in Foyer, and decides.',
        values,
      }
  }
}

/** That a request waits, and who decides. */
export function tellWaiting(
  i18n: I18n,
  me: Me,
  days: { readonly askedDay: string; readonly day: string },
): MessageDescriptor {
  const asked = findAsked(me)
  const values = { ...valuesOf(i18n, me, asked), ...days }
  return asked.kind === 'sponsors'
    ? /*i18n*/ {
        id: 'stay.open.sponsors',
        message:
          'You asked on {askedDay} to stay until {day}. {count, plural, one {{names} decides.} other {One of them decides: {names}.}}',
        values,
      }
    : /*i18n*/ {
        id: 'stay.open.operators',
        message:
          'You asked on {askedDay} to stay until {day}. An operator of {organization} decides.',
        values,
      }
}

/** The step that remains where Foyer cannot be asked. */
export function tellWhomToAsk(i18n: I18n, me: Me): MessageDescriptor {
  const asked = findAsked(me)
  const values = valuesOf(i18n, me, asked)
  switch (asked.kind) {
    case 'sponsors':
      return /*i18n*/ {
        id: 'stay.whom.sponsors',
        message: 'If you need to know more, ask {names}.',
        values,
      }
    case 'contact':
      return /*i18n*/ {
        id: 'stay.whom.contact',
        message: 'If you need to know more, write to {contact}.',
        values,
      }
    case 'operators':
      return /*i18n*/ {
        id: 'stay.whom.operators',
        message: 'If you need to know more, ask the person who invited you to {organization}.',
        values,
      }
  }
}
