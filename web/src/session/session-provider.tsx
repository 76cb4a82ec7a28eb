import { InteractionStatus, type IPublicClientApplication } from '@azure/msal-browser'
import { MsalProvider, useMsal } from '@azure/msal-react'
import type { ReactNode } from 'react'

/** A person's own identity, as the header names it. */
export interface Account {
  readonly accountId: string
  readonly name: string
  readonly mail: string
}

export function SessionProvider({
  application,
  children,
}: {
  application: IPublicClientApplication
  children: ReactNode
}) {
  return <MsalProvider instance={application}>{children}</MsalProvider>
}

/** The accounts that are signed in, each once, whatever the number of its organizations. */
export function useAccounts(): { accounts: Account[]; isKnown: boolean } {
  const { accounts, inProgress } = useMsal()
  const byId = new Map(
    accounts.map(({ homeAccountId, name, username }) => [
      homeAccountId,
      { accountId: homeAccountId, name: name || username, mail: username },
    ]),
  )
  return { accounts: [...byId.values()], isKnown: inProgress !== InteractionStatus.Startup }
}
