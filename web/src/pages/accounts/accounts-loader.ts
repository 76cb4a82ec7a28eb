import { type LoaderFunctionArgs, redirect } from 'react-router'
import { callContext, sessionContext } from '../../context.ts'
import { paths } from '../../paths.ts'
import { answerSearch } from '../find-organization.ts'

/** The organizations at which another account may be added; one that was named stands first. */
export async function accountsLoader({ request, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  if (session.listAccounts().length === 0) return redirect(paths.home)
  const answer = await answerSearch(request, session, context.get(callContext))
  if (answer.found) return redirect(paths.accounts)
  const remembered = session.remembered
    .list()
    .toSorted(({ organization: one }, { organization: other }) =>
      one.name.localeCompare(other.name),
    )
  const all = [...session.lookedUp.list(), ...remembered].map(({ organization }) => organization)
  const byId = new Map(all.map((organization) => [organization.organizationId, organization]))
  return {
    organizations: [...byId.values()],
    search: answer.search,
    attempt: session.attempts.find(),
  }
}
