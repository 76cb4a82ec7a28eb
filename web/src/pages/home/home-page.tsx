import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
} from 'react-router'
import { lookUpOrganization } from '@foyer/contracts/organizations'
import { callContext, sessionContext } from '../../context.ts'
import { Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { StoppedMessage } from '../../ui/stopped-message.tsx'
import { searchField } from './search-form.tsx'
import { OrganizationsView } from './organizations-view.tsx'
import { WelcomeView } from './welcome-view.tsx'

/** Finds the organization that the address asks for, and goes there; else what this browser knows. */
export async function homeLoader({ request, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const name = new URL(request.url).searchParams.get(searchField)?.trim()
  let failure: Failure | undefined
  if (name) {
    try {
      const { slug } = await context.get(callContext)(lookUpOrganization, { query: { name } })
      return redirect(paths.organization(slug))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      failure = error
    }
  }
  return {
    search: { name: name ?? '', failure },
    organizations: session.remembered.list(),
    attempt: session.attempts.find(),
  }
}

/** Forgets the organizations that this browser remembers. */
export function homeAction({ context }: ActionFunctionArgs) {
  context.get(sessionContext).remembered.forgetAll()
  return redirect(paths.home)
}

export function HomePage() {
  const { search, organizations, attempt } = useLoaderData<typeof homeLoader>()
  const { accounts, isKnown } = useAccounts()
  if (!isKnown) return null
  return (
    <>
      {attempt ? <StoppedMessage attempt={attempt} /> : null}
      {accounts.length > 0 ? (
        <OrganizationsView organizations={organizations} search={search} />
      ) : (
        <WelcomeView organizations={organizations} search={search} />
      )}
    </>
  )
}
