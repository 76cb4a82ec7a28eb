import { DirectoryError } from '@foyer/directory/directory-error'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import type { PersonId } from '@foyer/contracts/ids'
import type { Sight } from '@foyer/lifecycle/unseen'

/** The apps that are assigned to somebody, or why nobody can tell. */
export interface AppsInSight {
  readonly sight: Sight['apps']
  /** Absent where they cannot be seen: then they are not none. */
  readonly apps?: string[]
}

/** Whatever becomes of this question, what else leaving ends can be told without it. */
export async function lookAtApps(
  directory: Pick<OrganizationDirectory, 'listApps'>,
  personId: PersonId,
): Promise<AppsInSight> {
  try {
    const apps = await directory.listApps(personId)
    return apps ? { sight: 'seen', apps: [...apps] } : { sight: 'forbidden' }
  } catch (error) {
    if (error instanceof DirectoryError) return { sight: 'unanswered' }
    throw error
  }
}
