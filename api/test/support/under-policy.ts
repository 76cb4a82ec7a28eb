import { type Guest, listGuests } from '@foyer/contracts/guest'
import type { OrganizationId } from '@foyer/contracts/ids'
import { changePolicy, type Policy } from '@foyer/contracts/policy'
import { proposedPolicy } from '@foyer/lifecycle/policy'
import type { Day } from '@foyer/lifecycle/calendar'
import { sql } from 'kysely'
import { syncOrganization } from '../../src/projection/projection.ts'
import type { Visitor, World } from './world.ts'

/** Contoso, whose operator has decided how long guests stay, as its tests begin each. */
export interface UnderPolicy {
  /** The world as it was, the proposed policy without what asks anybody, and everybody read. */
  begin(): Promise<void>
  /** Ada decides anew, and every standing is told. */
  decide(rules: Partial<Policy>): Promise<void>
  /** Reads what the directory says now. */
  sync(): Promise<void>
  /** Gives one guest a last day, however near: of all others the policy's is far away. */
  setEnd(mail: string, on: Day): Promise<void>
  listOf(visitor: Visitor): Promise<readonly Guest[]>
  /** The guest as somebody who vouches for them sees them. */
  find(visitor: Visitor, mail: string): Promise<Guest>
}

const quiet = {
  confirmEveryDays: null,
  unusedAfterDays: null,
  redeemWithinDays: null,
  sponsorsAtLeast: 0,
}

export function underPolicy(world: World): UnderPolicy {
  const contoso = world.tenantIdOf('contoso') as OrganizationId
  let version = 0

  async function decide(rules: Partial<Policy>): Promise<void> {
    const ada = await world.enter('ada@contoso.com')
    const body = { ...proposedPolicy, ...quiet, ...rules }
    const answer = await ada.call(changePolicy, { body, version })
    if (answer.status !== 200) throw new Error(`the policy was not taken: ${answer.status}`)
    version = Number(answer.body['version'])
    await world.portal.settle()
  }

  async function sync(): Promise<void> {
    await syncOrganization(world.portal, contoso)
  }

  async function listOf(visitor: Visitor): Promise<readonly Guest[]> {
    const { body } = await visitor.call(listGuests, {})
    return (body as unknown as { guests: readonly Guest[] }).guests
  }

  return {
    async begin() {
      world.simulator.reset()
      await world.portal.store.asOrganization(contoso, async (transaction) => {
        for (const table of [
          'term',
          'stayRequest',
          'doubt',
          'ending',
          'move',
          'succession',
          'bulk',
          'mail',
          'step',
        ] as const) {
          await transaction.deleteFrom(table).execute()
        }
      })
      await world.portal.store.outside(async (handle) => handle.deleteFrom('allowance').execute())
      await decide({})
      await sync()
    },
    decide,
    sync,
    listOf,
    async setEnd(mail, on) {
      const set = await world.portal.store.asOrganization(contoso, async (transaction) =>
        sql`INSERT INTO term (organization_id, guest_id, end_date)
          SELECT organization_id, guest_id, ${on} FROM guest WHERE mail = ${mail}
          ON CONFLICT (organization_id, guest_id) DO UPDATE SET end_date = excluded.end_date
          RETURNING 1`.execute(transaction),
      )
      if (set.rows.length !== 1) throw new Error(`nobody of ${mail} is known`)
      await sync()
    },
    async find(visitor, mail) {
      const guest = (await listOf(visitor)).find((each) => each.mail === mail)
      if (!guest) throw new Error(`nobody of ${mail} is seen`)
      return guest
    },
  }
}
