import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { Person } from '@foyer/directory/person'
import { mayInvite } from '@foyer/lifecycle/invitation'

/**
 * Whether somebody could invite at Microsoft's own door, as the directory says now, or an operator has
 * let them. Where the organization lets nobody, Microsoft lets no app either.
 *
 * @param isDelegated whether an operator has let them.
 * @throws {DirectoryError}
 */
export async function mayInviteNow(
  directory: OrganizationDirectory,
  person: Pick<Person, 'personId' | 'kind'>,
  isDelegated: boolean,
): Promise<boolean> {
  const rule = await directory.findInvitationRule()
  if (isDelegated && rule !== undefined && rule !== 'nobody') return person.kind === 'member'
  // Where everybody may, roles need not be read.
  if (mayInvite(rule, { ...person, holdsRole: false })) return true
  if (!mayInvite(rule, { ...person, holdsRole: true })) return false
  const holdsRole = await directory.holdsInvitingRole(person.personId)
  return mayInvite(rule, { ...person, holdsRole })
}
