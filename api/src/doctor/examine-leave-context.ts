import type { PersonId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { createDirectory } from '@foyer/directory/directory'
import { DirectoryError } from '@foyer/directory/directory-error'
import { nobody } from '@foyer/directory/harmless-question'
import type { SignInPlace } from '@foyer/directory/access-tokens'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Finding } from './finding.ts'

const deadlineMs = 10_000

/** Whether a policy stands behind the authentication context that leaving is to meet. */
export async function examineLeaveContext(
  place: SignInPlace,
  { slug, organizationId, identities, leaveContext }: ConnectedOrganization,
): Promise<readonly Finding[]> {
  if (leaveContext === undefined || !identities.reader) return []
  const about = `${slug} leaveContext`
  const directory = createDirectory({ ...place, organizations: [{ organizationId, identities }] })
  try {
    const isEnforced = await directory
      .of(organizationId, startDeadline(deadlineMs))
      .isContextEnforced(leaveContext, nobody as PersonId)
    if (isEnforced) {
      return [{ level: 'ok', about, said: `a policy stands behind ${leaveContext}` }]
    }
    const said =
      isEnforced === undefined
        ? `whether a policy stands behind ${leaveContext} cannot be read`
        : `no policy behind ${leaveContext} has every guest sign in each time`
    return [
      {
        level: 'wrong',
        about,
        said: `${said}, so it counts for nothing`,
        fix: 'docs/entra-setup.md, "Leaving behind a policy of your own"',
      },
    ]
  } catch (error) {
    if (!(error instanceof DirectoryError)) throw error
    return [{ level: 'note', about, said: `not found out: ${error.code}` }]
  }
}
