import { createPartner } from '../world/cross-tenant-access.ts'
import { guidOf } from '../world/guid.ts'
import type { Tenant } from '../world/tenant.ts'
import * as who from './accounts.ts'
import { addApp } from './apps.ts'
import { addGroup, addLifecyclePolicy } from './groups.ts'
import { addGuest, addMember } from './people.ts'

/** Lets guests leave, has a policy by which groups expire, and takes guests by synchronization. */
export function seedFabrikam(tenant: Tenant): void {
  addLifecyclePolicy(tenant, {
    groupLifetimeInDays: 180,
    managedGroupTypes: 'All',
    alternateNotificationEmails: who.ines.mail,
  })
  const ines = addMember(tenant, who.ines, { createdOn: '2018-06-18', jobTitle: 'Site Lead' })
  const grace = addGuest(tenant, who.grace, {
    createdOn: '2025-12-04',
    companyName: 'Adatum',
    lastSignInOn: '2026-11-18',
  })
  const mei = addGuest(tenant, who.mei, { createdOn: '2026-03-02', lastSignInOn: '2026-11-09' })
  const pierre = addGuest(tenant, who.pierre, {
    createdOn: '2025-06-16',
    companyName: 'Marchand',
    lastSignInOn: '2026-11-16',
  })
  // Provisioned by cross-tenant synchronization, as a guest.
  const emil = addGuest(tenant, who.emil, { createdOn: '2026-01-12', companyName: 'Adatum' })
  tenant.synchronizedFrom.set(emil.id, who.tenantIdOf('adatum'))
  for (const guest of [grace, mei, pierre]) tenant.sponsors.add(guest.id, ines.id)

  addApp(tenant, {
    name: 'Plant Viewer',
    assignedOn: '2026-01-12',
    assignedTo: [ines, grace, emil],
  })
  addGroup(tenant, {
    name: 'Winter Works',
    kind: 'team',
    description: 'The works of this winter',
    createdOn: '2025-11-03',
    expiresOn: '2027-05-02',
    members: [ines, grace, mei],
    owners: [ines],
  })
  addGroup(tenant, {
    name: 'Plant Maps',
    kind: 'security',
    createdOn: '2024-08-05',
    members: [grace, pierre],
  })
  addGroup(tenant, {
    name: 'Fabrikam Visitors',
    kind: 'security',
    createdOn: '2023-02-06',
    rule: '(user.objectId -ne null) and (user.userType -eq "Guest")',
    members: [grace, mei, pierre, emil],
  })
  addGroup(tenant, {
    name: 'Wellbeing Circle',
    kind: 'microsoft-365',
    createdOn: '2025-01-13',
    expiresOn: '2027-01-08',
    visibility: 'HiddenMembership',
    members: [ines, mei],
    owners: [ines],
  })
}

/** Does not let guests leave by themselves, and says whom to write to instead. */
export function seedWoodgroveBank(tenant: Tenant): void {
  const femi = addMember(tenant, who.femi, { createdOn: '2020-03-02', jobTitle: 'Loan Desk' })
  const grace = addGuest(tenant, who.grace, { createdOn: '2025-02-10', companyName: 'Adatum' })
  const pierre = addGuest(tenant, who.pierre, {
    createdOn: '2024-09-09',
    companyName: 'Marchand',
    accountEnabled: false,
  })
  for (const guest of [grace, pierre]) tenant.sponsors.add(guest.id, femi.id)
  const policyId = guidOf('policy woodgrove-bank serious acts')
  tenant.conditionalAccessPolicies.set(policyId, {
    id: policyId,
    createdDateTime: '2025-03-03T09:00:00Z',
    modifiedDateTime: null,
    displayName: 'A second factor for serious acts',
    state: 'enabled',
    conditions: {
      clientAppTypes: ['all'],
      applications: { includeAuthenticationContextClassReferences: ['c1'] },
      users: { includeUsers: ['All'] },
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  })
  addGroup(tenant, {
    name: 'Loan Desk Guests',
    kind: 'security',
    createdOn: '2024-09-02',
    members: [grace, pierre],
  })
}

/** Restricts what guests see: not even the names of their own groups. */
export function seedNorthwind(tenant: Tenant): void {
  const kaya = addMember(tenant, who.kaya, { createdOn: '2021-05-03', jobTitle: 'Tender Lead' })
  const grace = addGuest(tenant, who.grace, {
    createdOn: '2026-11-21',
    companyName: 'Adatum',
    isPending: true,
  })
  const priya = addGuest(tenant, who.priya, { createdOn: '2026-04-20', companyName: 'Tailspin' })
  for (const guest of [grace, priya]) tenant.sponsors.add(guest.id, kaya.id)
  addGroup(tenant, {
    name: 'Winter Tender',
    kind: 'microsoft-365',
    createdOn: '2026-10-05',
    members: [kaya, priya],
    owners: [kaya],
  })
  addGroup(tenant, {
    name: 'Tender Archive',
    kind: 'security',
    createdOn: '2026-10-05',
    members: [priya],
  })
}

/** Only a home. */
export function seedAdatum(tenant: Tenant): void {
  for (const account of [who.grace, who.yuki, who.rosa, who.emil]) {
    addMember(tenant, account, { createdOn: '2020-01-06', companyName: 'Adatum' })
  }
  // The other half of Fabrikam's synchronization: its people need not consent there.
  const fabrikam = who.tenantIdOf('fabrikam')
  tenant.partners.set(fabrikam, createPartner(fabrikam, { consentsOutbound: true }))
}

/** Knows Grace as a guest, and does not know Foyer. */
export function seedTailspin(tenant: Tenant): void {
  for (const account of [who.priya, who.hugo, who.ravi]) {
    addMember(tenant, account, { createdOn: '2021-01-11', companyName: 'Tailspin' })
  }
  addGuest(tenant, who.grace, { createdOn: '2026-05-04', companyName: 'Adatum' })
}
