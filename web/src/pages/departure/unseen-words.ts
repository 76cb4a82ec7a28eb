import type { Unseen } from '@foyer/contracts/unseen'
import type { MessageDescriptor } from '@lingui/core'

const words: Record<Unseen, MessageDescriptor> = {
  apps: /*i18n*/ { id: 'unseen.apps', message: 'Apps that were assigned to you' },
  'apps-unanswered': /*i18n*/ {
    id: 'unseen.apps-unanswered',
    message: 'Apps that were assigned to you: the directory did not name them in time',
  },
  'hidden-groups': /*i18n*/ {
    id: 'unseen.hidden-groups',
    message: 'Groups with hidden members that {organization} does not show to Foyer',
  },
  'return-by-sync': /*i18n*/ {
    id: 'unseen.return-by-sync',
    message: 'Whether your own organization would bring your account back',
  },
  'open-apps': /*i18n*/ {
    id: 'unseen.open-apps',
    message: 'Apps that anybody at {organization} may use without being assigned',
  },
  'access-packages': /*i18n*/ {
    id: 'unseen.access-packages',
    message: 'Access packages that you were given',
  },
  'shared-content': /*i18n*/ {
    id: 'unseen.shared-content',
    message: 'Single files, folders and sites in SharePoint and OneDrive that were shared with you',
  },
  'shared-channels': /*i18n*/ {
    id: 'unseen.shared-channels',
    message: 'Shared channels in Teams',
  },
  'azure-roles': /*i18n*/ {
    id: 'unseen.azure-roles',
    message: 'Roles over subscriptions and resources in Azure',
  },
  'other-services': /*i18n*/ {
    id: 'unseen.other-services',
    message: 'Access that other services keep themselves, such as workspaces in Power BI',
  },
}

/** What somebody may have and Foyer cannot see, in a few words. */
export function describeUnseen(unseen: Unseen, organization: string): MessageDescriptor {
  return { ...words[unseen], values: { organization } }
}
