import type { OrganizationId } from '@foyer/contracts/ids'
import type { Receipt } from '@foyer/contracts/receipt'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import type { Store } from '../store/store.ts'
import { findDelay } from '../work/delay.ts'
import { countHeld, findLeaving, type LeavingRow, readLeavingWords } from './leaving.ts'
import { tellProof } from './proof.ts'
import { type Signer, signReceipt } from './sign-receipt.ts'

/**
 * What became of a leaving, signed where it is done; undefined where there is none, or its words were
 * erased.
 *
 * @throws {StoreError}
 */
export async function readReceipt(
  store: Store,
  signer: Signer,
  { organizationId, slug }: { readonly organizationId: OrganizationId; readonly slug: string },
  leavingId: string,
): Promise<Receipt | undefined> {
  const found = await store.asOrganization(organizationId, async (transaction) => {
    const row = await findLeaving(transaction, leavingId)
    const words = row && (await readLeavingWords(transaction, row))
    if (!row || !words) return undefined
    const because =
      row.because ?? (await findDelay(transaction, { ...row, subjectId: row.leavingId }))
    const { guest, organization: name, group, told } = words
    const receipt: Receipt = {
      number: leavingId,
      state: row.state as Receipt['state'],
      ...(because === undefined ? {} : { because }),
      organization: { slug, name },
      guest: { name: guest.name, ...(guest.mail ? { mail: guest.mail } : {}) },
      ...(group === undefined ? {} : { group }),
      askedAt: row.askedAt.toISOString(),
      ...tellProof(row),
      ...(row.state === 'under-way' && row.beginsAt && !row.attemptedAt
        ? { beginsAt: row.beginsAt.toISOString() }
        : {}),
      ...(row.leftAt ? { leftAt: row.leftAt.toISOString() } : {}),
      ...(row.leftAt && !row.groupId ? afterLeaving(row, row.leftAt) : {}),
      told: row.state === 'done' ? told.map((each) => each.name) : [],
    }
    return { receipt, endedAt: row.endedAt }
  })
  if (!found) return undefined
  const signed = await signReceipt(signer, { organizationId, ...found })
  return { ...found.receipt, ...(signed === undefined ? {} : { signed }) }
}

function afterLeaving({ holdings }: LeavingRow, leftAt: Date) {
  const { restorableUntil, erasedBy } = datesAfterRemoval(leftAt)
  const groupCount = countHeld(holdings)
  return {
    restorableUntil: restorableUntil.toISOString(),
    erasedBy: erasedBy.toISOString(),
    ...(groupCount === undefined ? {} : { groupCount }),
  }
}
