import {
  choice,
  collectionOf,
  flag,
  identifier,
  instant,
  type QueriedType,
  text,
} from './query/queried-type.ts'
import { groupPropertyNames } from './properties.ts'

/** What may be asked of groups: the table of filter-directory-objects.md, with group.md. */
export const queriedGroup: QueriedType = {
  name: 'Group',
  fullName: 'microsoft.graph.group',
  filterable: {
    id: identifier,
    assignedLicenses: collectionOf({ skuId: identifier }, { count: [0] }),
    classification: text('default', { null: undefined }),
    deletedDateTime: instant('default'),
    description: text('advanced', { null: undefined }),
    displayName: text('default'),
    expirationDateTime: instant('advanced'),
    groupTypes: collectionOf(choice('default')),
    isAssignableToRole: flag('default'),
    mail: text('default'),
    mailEnabled: flag('default'),
    mailNickname: text('default'),
    membershipRule: text('default', { null: undefined }),
    membershipRuleProcessingState: choice('default'),
    onPremisesLastSyncDateTime: instant('default'),
    onPremisesSyncEnabled: flag('default', { null: 'advanced' }),
    preferredLanguage: text('advanced'),
    proxyAddresses: collectionOf(text('default', { endsWith: 'advanced' }), { count: [0] }),
    renewedDateTime: instant('default'),
    resourceProvisioningOptions: collectionOf(choice('default')),
    securityEnabled: flag('default'),
  },
  properties: groupPropertyNames,
  sortable: { displayName: 'default', deletedDateTime: 'advanced' },
  searchable: ['description', 'displayName', 'mail', 'mailNickname'],
}
