import type { OrganizationId } from '@foyer/contracts/ids'
import { getReceipt, stopLeaving } from '@foyer/contracts/receipt'
import type { FastifyInstance } from 'fastify'
import {
  connectedOf,
  type ConnectedOrganization,
  languageOfPeople,
} from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readReceipt } from '../leaving/receipt.ts'
import { stopLeaving as stop } from '../leaving/stop.ts'
import type { Signer } from '../leaving/sign-receipt.ts'
import { findLink } from '../links/find-link.ts'
import type { Store } from '../store/store.ts'

export interface ReceiptsSetting {
  readonly store: Store
  readonly organizations: readonly ConnectedOrganization[]
  readonly now: () => Date
}

/** Receipts, for whoever was given the address of one. */
export function mountReceipts(scope: FastifyInstance, setting: ReceiptsSetting & Signer): void {
  const { store, organizations } = setting
  mountOperation(scope, getReceipt, async ({ params: { token } }) => {
    const link = await requireReceipt(setting, token)
    const connected = connectedOf(organizations, link.organizationId)
    const receipt = await readReceipt(store, setting, connected, link.subjectId)
    if (!receipt) throw new ProblemError('receipt-not-found')
    return receipt
  })

  mountOperation(scope, stopLeaving, async ({ params: { token } }) => {
    const { organizationId, subjectId } = await requireReceipt(setting, token)
    const connected = connectedOf(organizations, organizationId)
    await store.asOrganization(organizationId, async (transaction) =>
      stop(transaction, subjectId, {
        now: setting.now(),
        organizationLanguage: languageOfPeople(connected),
      }),
    )
  })
}

/**
 * Where the address of a receipt leads.
 *
 * @throws {ProblemError} for one that nobody was given, or whose organization is not served any more.
 */
export async function requireReceipt(
  { store, organizations, now }: ReceiptsSetting,
  token: string,
): Promise<{ readonly organizationId: OrganizationId; readonly subjectId: string }> {
  const link = await findLink(store, 'receipt', token, now())
  const isServed = organizations.some((each) => each.organizationId === link?.organizationId)
  if (!link || !isServed) throw new ProblemError('receipt-not-found')
  return link
}
