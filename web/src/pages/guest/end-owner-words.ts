import type { EndOwner } from '@foyer/contracts/standing'
import type { MessageDescriptor } from '@lingui/core'

/** Everybody who can decide an end, as an operator chooses among them. */
export const endOwners: Record<EndOwner, MessageDescriptor> = {
  foyer: /*i18n*/ {
    id: 'guest.end-owner.foyer',
    message: 'Foyer, by its rules and the word of whoever vouches',
  },
  'home-sync': /*i18n*/ {
    id: 'guest.end-owner.home-sync',
    message: 'Their home organization, which synchronizes them',
  },
  entitlement: /*i18n*/ {
    id: 'guest.end-owner.entitlement',
    message: 'An access package',
  },
  'microsoft-policy': /*i18n*/ {
    id: 'guest.end-owner.microsoft-policy',
    message: 'A policy of Microsoft Entra',
  },
  'on-premises': /*i18n*/ {
    id: 'guest.end-owner.on-premises',
    message: 'Your own servers',
  },
}

/** Who decides, as an operator has said. */
export function tellEndOwner(owner: EndOwner, organization: string): MessageDescriptor {
  const values = { organization }
  switch (owner) {
    case 'foyer':
      return /*i18n*/ {
        id: 'guest.declared.foyer',
        message: 'An operator of {organization} has said that their end is decided in Foyer.',
        values,
      }
    case 'home-sync':
      return /*i18n*/ {
        id: 'guest.declared.home-sync',
        message:
          'An operator of {organization} has said that their home organization decides their end.',
        values,
      }
    case 'entitlement':
      return /*i18n*/ {
        id: 'guest.declared.entitlement',
        message: 'An operator of {organization} has said that an access package decides their end.',
        values,
      }
    case 'microsoft-policy':
      return /*i18n*/ {
        id: 'guest.declared.microsoft-policy',
        message:
          'An operator of {organization} has said that a policy of Microsoft Entra decides their end.',
        values,
      }
    case 'on-premises':
      return /*i18n*/ {
        id: 'guest.declared.on-premises',
        message:
          'An operator of {organization} has said that the servers of {organization} decide their end.',
        values,
      }
  }
}
