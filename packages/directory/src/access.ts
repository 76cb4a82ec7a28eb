import type { OrganizationId } from '@foyer/contracts/ids'
import { type AccessTokens, createAccessTokens, exchangeResource } from './access-tokens.ts'
import { createBudget } from './budget.ts'
import type { DirectorySetting } from './directory.ts'
import { createGraphTransport, type GraphTransport } from './graph-transport.ts'
import { type IdentityName, powersOf } from './identity.ts'
import { type MailboxUrl, mailboxUrl } from './mailbox-url.ts'
import { meter } from './metered-transport.ts'
import { together } from './together.ts'

/** How one identity reaches the directory of one organization. */
export interface Access {
  readonly tokens: AccessTokens
  readonly transport: GraphTransport
  /** Of the mailer: for the mail server, and the mailbox. */
  readonly mail?: { readonly tokens: AccessTokens; readonly mailbox: MailboxUrl } | undefined
}

/** @throws {TypeError} for a credential that cannot be read. */
export function createAccesses(
  setting: DirectorySetting,
): ReadonlyMap<OrganizationId, ReadonlyMap<string, Access>> {
  const tell = setting.onRequest ?? (() => {})
  return new Map(
    setting.organizations.map(
      ({ organizationId, identities, mailbox, budget: ofOrganization = {} }) => {
        const ofMailer = mailbox === undefined ? undefined : mailboxUrl(mailbox)
        // Of all its identities together, although Microsoft counts each by itself.
        const budget = createBudget(ofOrganization)
        return [
          organizationId,
          new Map(
            Object.entries(identities).map(([name, credential]) => {
              const tokens = createAccessTokens(setting, organizationId, credential)
              const ofThisOne = name === 'mailer' ? ofMailer : undefined
              const powers = powersOf(name as IdentityName, ofThisOne)
              const transport = createGraphTransport(setting.graph, powers, tokens.get)
              const mail = ofThisOne && {
                mailbox: ofThisOne,
                tokens: createAccessTokens(setting, organizationId, credential, exchangeResource),
              }
              const metered = meter(transport, organizationId, budget, tell)
              return [name, { tokens, transport: together(metered), mail }]
            }),
          ),
        ]
      },
    ),
  )
}
