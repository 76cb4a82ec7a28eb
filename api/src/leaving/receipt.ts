import type { OrganizationId } from '@foyer/contracts/ids'
import type { Receipt } from '@foyer/contracts/receipt'
import { datesAfterRemoval } from '@foyer/lifecycle/depart'
import type { Transaction } from 'kysely'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
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
    const because = row.because ?? (await findDelay(transaction, row))
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

/** What work that is under way waits for; undefined where nothing holds it up. */
async function findDelay(
  transaction: Transaction<Tables>,
  { state, leavingId }: LeavingRow,
): Promise<string | undefined> {
  if (state !== 'under-way') return undefined
  const halt = await transaction.selectFrom('halt').select('isOn').executeTakeFirst()
  if (halt) return 'halted'
  const step = await transaction
    .selectFrom('step')
    .select('because')
    .where('subjectId', '=', leavingId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return step?.because ?? undefined
}
