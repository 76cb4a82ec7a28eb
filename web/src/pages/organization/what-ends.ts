import type { Membership } from '@foyer/contracts/me'
import type { MessageDescriptor } from '@lingui/core'

const words: Record<Membership['kind'], MessageDescriptor> = {
  team: /*i18n*/ {
    id: 'losses.team',
    message: 'The team’s channels, chats and files close for you',
  },
  'microsoft-365': /*i18n*/ {
    id: 'losses.microsoft-365',
    message: 'The group’s mails, files and site close for you',
  },
  security: /*i18n*/ {
    id: 'losses.security',
    message: 'Whatever is open to this group closes for you: apps, sites, files',
  },
  'mail-enabled-security': /*i18n*/ {
    id: 'losses.security',
    message: 'Whatever is open to this group closes for you: apps, sites, files',
  },
  distribution: /*i18n*/ {
    id: 'losses.distribution',
    message: 'Mails to this list no longer reach you',
  },
}

/** What ends for whoever leaves a group of this kind. */
export function tellWhatEnds(kind: Membership['kind']): MessageDescriptor {
  return words[kind]
}
