import { defaultAppRoleId } from '../world/app-role-assignment.ts'
import { guidOf } from '../world/guid.ts'
import { directoryRoles } from '../world/directory-roles.ts'
import { createRoleAssignment } from '../world/role.ts'
import { servicePrincipalIdIn } from '../world/service-principal.ts'
import type { Tenant } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import * as who from './accounts.ts'
import { addApp } from './apps.ts'
import { instant } from './days.ts'
import { addGroup, addLifecyclePolicy } from './groups.ts'
import { addGuest, addInternalGuest, addMember } from './people.ts'
import { toolClientIdOf } from './registrations.ts'

/** The organization of most stories. Grace is in the seven groups of the portal's picture. */
export function seedContoso(tenant: Tenant, furtherGuests: readonly User[]): void {
  addLifecyclePolicy(tenant, {
    groupLifetimeInDays: 180,
    managedGroupTypes: 'Selected',
    alternateNotificationEmails: who.ada.mail,
  })
  const staff = {
    sam: addMember(tenant, who.sam, {
      createdOn: '2019-02-04',
      jobTitle: 'Partner Manager',
      department: 'Harbour',
    }),
    ada: addMember(tenant, who.ada, { createdOn: '2018-09-03', jobTitle: 'Identity Lead' }),
    jonas: addMember(tenant, who.jonas, { createdOn: '2020-05-11', jobTitle: 'Identity Engineer' }),
    noor: addMember(tenant, who.noor, { createdOn: '2022-01-10', jobTitle: 'Buyer' }),
  }
  tenant.appRoles.set(staff.ada.id, ['Operator'])
  tenant.appRoles.set(staff.jonas.id, ['Operator'])

  const guests = {
    grace: addGuest(tenant, who.grace, {
      createdOn: '2024-03-14',
      companyName: 'Adatum',
      lastSignInOn: '2026-11-20',
    }),
    omar: addGuest(tenant, who.omar, { createdOn: '2025-08-19', lastSignInOn: '2026-11-17' }),
    lena: addGuest(tenant, who.lena, {
      createdOn: '2025-11-24',
      companyName: 'Atelier Vogel',
      lastSignInOn: '2026-11-12',
    }),
    yuki: addGuest(tenant, who.yuki, {
      createdOn: '2023-06-01',
      companyName: 'Adatum',
      userType: 'Member',
    }),
    tom: addInternalGuest(tenant, who.tom, { createdOn: '2021-03-01', companyName: 'Becker Ltd' }),
    rosa: addGuest(tenant, who.rosa, { createdOn: '2023-10-09', companyName: 'Adatum' }),
    bea: addGuest(tenant, who.bea, { createdOn: '2026-09-07' }),
    priya: addGuest(tenant, who.priya, { createdOn: '2026-02-02', companyName: 'Tailspin' }),
    hugo: addGuest(tenant, who.hugo, { createdOn: '2026-02-02', companyName: 'Tailspin' }),
    ravi: addGuest(tenant, who.ravi, { createdOn: '2025-04-07', companyName: 'Tailspin' }),
  }
  sponsorGuests(tenant, staff, guests, furtherGuests)
  inviteGuests(tenant, staff, guests, furtherGuests)
  groupsOfGrace(tenant, staff, guests, furtherGuests)
  groupsOfOthers(tenant, staff, guests)
  roles(tenant, guests)
}

type People<Name extends string> = Record<Name, User>
type Staff = People<'sam' | 'ada' | 'jonas' | 'noor'>
type Guests = People<
  'grace' | 'omar' | 'lena' | 'yuki' | 'tom' | 'rosa' | 'bea' | 'priya' | 'hugo' | 'ravi'
>

function sponsorGuests(
  tenant: Tenant,
  { sam }: Staff,
  { grace, omar, lena, rosa, priya, hugo, ravi, bea }: Guests,
  furtherGuests: readonly User[],
): void {
  for (const guest of [grace, lena, rosa, priya, hugo, ravi, bea])
    tenant.sponsors.add(guest.id, sam.id)
  // A group can answer for a guest too.
  const desk = addGroup(tenant, {
    name: 'Partner Desk',
    kind: 'microsoft-365',
    createdOn: '2021-04-12',
    members: [sam],
    owners: [sam],
  })
  tenant.appRoleAssignments.push({
    id: Buffer.from(guidOf('Partner Desk uses the directory tool')).toString('base64url'),
    appRoleId: defaultAppRoleId,
    createdDateTime: instant('2021-04-13', 10),
    principalId: desk.id,
    resourceId: servicePrincipalIdIn(tenant, toolClientIdOf(tenant)),
  })
  tenant.sponsors.add(omar.id, sam.id)
  tenant.sponsors.add(omar.id, desk.id)
  furtherGuests.forEach((guest, index) => {
    // Guests that SharePoint made have no sponsor (entra-behaviours.md 33).
    if (index % 4 !== 3) tenant.sponsors.add(guest.id, sam.id)
  })
}

/** Who invited whom, as far as it is known: of Lena and most others it is not. */
function inviteGuests(
  tenant: Tenant,
  { sam, noor, jonas }: Staff,
  { grace, omar, bea, rosa }: Guests,
  furtherGuests: readonly User[],
): void {
  tenant.inviters.add(grace.id, sam.id)
  tenant.inviters.add(omar.id, noor.id)
  tenant.inviters.add(rosa.id, jonas.id)
  // An app made this account, and a guest who could invite asked another one in.
  tenant.inviters.add(bea.id, servicePrincipalIdIn(tenant, toolClientIdOf(tenant)))
  const [first] = furtherGuests
  if (first) tenant.inviters.add(first.id, grace.id)
}

function groupsOfGrace(
  tenant: Tenant,
  { sam, noor }: Staff,
  { grace, omar, yuki, rosa, lena }: Guests,
  furtherGuests: readonly User[],
): void {
  addGroup(tenant, {
    name: 'Harbour Redevelopment',
    kind: 'team',
    description: 'Everybody who rebuilds the harbour',
    createdOn: '2024-02-12',
    members: [sam, noor, grace, lena, ...furtherGuests.slice(0, 20)],
    owners: [sam],
  })
  const drawings = addGroup(tenant, {
    name: 'Harbour Drawings',
    kind: 'security',
    description: 'Opens the drawings library',
    createdOn: '2024-02-12',
    members: [sam, grace],
  })
  addApp(tenant, {
    name: 'Contoso Site Diary',
    assignedOn: '2024-03-18',
    assignedTo: [noor, grace, omar],
  })
  addApp(tenant, {
    name: 'Drawings Library',
    assignedOn: '2024-02-13',
    assignedTo: [drawings],
  })
  addGroup(tenant, {
    name: 'Harbour Reviewers',
    kind: 'security',
    description: 'May comment on drawings',
    createdOn: '2024-02-20',
    members: [drawings],
  })
  addGroup(tenant, {
    name: 'All Partners',
    kind: 'security',
    description: 'Everybody from Adatum',
    createdOn: '2023-01-09',
    rule: '(user.companyName -eq "Adatum")',
    members: [grace, yuki, rosa],
  })
  addGroup(tenant, {
    name: 'Site Access East',
    kind: 'security',
    description: 'Badges for the eastern gate',
    createdOn: '2022-07-04',
    isSynced: true,
    members: [grace],
  })
  addGroup(tenant, {
    name: 'Supplier Forum',
    kind: 'microsoft-365',
    description: 'Suppliers talk to each other',
    createdOn: '2025-05-06',
    members: [grace, sam, noor, ...furtherGuests.slice(20, 29)],
    owners: [grace],
  })
  addGroup(tenant, {
    name: 'Tender 2026',
    kind: 'microsoft-365',
    description: 'Papers of the tender of 2026',
    createdOn: '2026-01-08',
    expiresOn: '2026-12-18',
    members: [noor, grace],
    owners: [noor],
  })
}

function groupsOfOthers(
  tenant: Tenant,
  { sam, ada, noor }: Staff,
  { omar, lena, ravi }: Guests,
): void {
  addGroup(tenant, {
    name: 'Contoso Announcements',
    kind: 'distribution',
    createdOn: '2019-01-07',
    members: [sam, omar],
  })
  addGroup(tenant, {
    name: 'Site Safety',
    kind: 'mail-enabled-security',
    createdOn: '2020-01-07',
    members: [noor, omar],
  })
  addGroup(tenant, {
    name: 'Quiet Circle',
    kind: 'microsoft-365',
    createdOn: '2024-05-13',
    visibility: 'HiddenMembership',
    members: [sam, omar],
    owners: [sam],
  })
  addGroup(tenant, {
    name: 'Supplier Quality',
    kind: 'microsoft-365',
    createdOn: '2025-09-01',
    members: [sam, omar],
    owners: [sam, omar],
  })
  addGroup(tenant, {
    name: 'Atelier Exchange',
    kind: 'microsoft-365',
    description: 'Lena owns it without being a member',
    createdOn: '2026-01-19',
    members: [sam],
    owners: [sam, lena],
  })
  const papers = addGroup(tenant, {
    name: 'Board Papers',
    kind: 'security',
    createdOn: '2021-11-02',
    members: [ada, omar],
  })
  const unitId = guidOf('unit contoso Board')
  tenant.administrativeUnits.set(unitId, {
    id: unitId,
    displayName: 'Board',
    description: 'Nobody outside this unit changes what is in it',
    isMemberManagementRestricted: true,
    membershipRule: null,
  })
  tenant.unitMembers.add(unitId, papers.id)
  tenant.unitMembers.add(unitId, ravi.id)
}

function roles(tenant: Tenant, { rosa, priya, hugo }: Guests): void {
  const readers = addGroup(tenant, {
    name: 'Report Readers',
    kind: 'security',
    createdOn: '2025-02-03',
    isAssignableToRole: true,
    members: [priya],
  })
  const { guestInviter, reportsReader } = directoryRoles
  tenant.roleAssignments.push(
    createRoleAssignment(rosa.id, guestInviter, '/'),
    createRoleAssignment(readers.id, reportsReader, '/'),
  )
  tenant.roleEligibilities.push(createRoleAssignment(hugo.id, guestInviter, '/'))
}
