import { InteractionStatus } from '@azure/msal-browser'
import { MsalProvider, useMsal } from '@azure/msal-react'
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import { type Account, groupAccounts } from './accounts.ts'
import type { InvitedAccount } from './invited.ts'
import type { Office } from './offices.ts'
import type { Proposals } from './proposals.ts'
import type { Session } from './session.ts'

const SessionContext = createContext<Session | undefined>(undefined)

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return (
    <SessionContext value={session}>
      <MsalProvider instance={session.application}>{children}</MsalProvider>
    </SessionContext>
  )
}

/** An account with the names of the organizations where it has had a token in this session. */
export interface SignedInAccount extends Account {
  readonly organizations: readonly string[]
}

/** The accounts that are signed in, each once, whatever the number of its organizations. */
export function useAccounts(): { accounts: SignedInAccount[]; isKnown: boolean } {
  const { accounts, inProgress } = useMsal()
  const known = use(SessionContext)?.remembered.list() ?? []
  const namesOf = (tenantIds: readonly string[]) =>
    known
      .filter(({ organization }) => tenantIds.includes(organization.organizationId))
      .map(({ organization }) => organization.name)
      .toSorted((one, other) => one.localeCompare(other))
  return {
    accounts: groupAccounts(accounts).map((account) => ({
      ...account,
      organizations: namesOf(account.tenantIds),
    })),
    isKnown: inProgress !== InteractionStatus.Startup,
  }
}

/** Microsoft's own page for leaving an organization. */
export function useLeaveUrl(organizationId: string): string {
  return useSession().leaveUrlOf(organizationId)
}

/** Whom an invitation of the organization expects that was read in this tab. */
export function useInvitedAccount(slug: string | undefined): InvitedAccount | undefined {
  const { invited } = useSession()
  return slug === undefined ? undefined : invited.find(slug)
}

/** Where this tab keeps whom people propose as owners. */
export function useProposalStore(): Proposals {
  return useSession().proposals
}

/** What whoever is signed in is at an organization, once it is known here. */
export function useOffice(slug: string): Office | undefined {
  const session = useSession()
  return useSyncExternalStore(session.offices.subscribe, () => {
    const known = session.remembered.list().find(({ organization }) => organization.slug === slug)
    const organizationId = known?.organization.organizationId ?? ''
    return session.offices.find(organizationId, session.chosenAt(organizationId) ?? '')
  })
}

function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('There is no session around this part of the page.')
  return session
}
