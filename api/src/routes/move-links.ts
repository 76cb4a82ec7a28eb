import { openMove, stopMove } from '@foyer/contracts/move'
import type { FastifyInstance } from 'fastify'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findLink } from '../links/find-link.ts'
import { findMove, tellMyMove } from '../moves/move.ts'
import * as stop from '../moves/stop.ts'
import type { Store } from '../store/store.ts'

/** What the mails to the old account lead to: a page that stops a move by a button, and by nothing else. */
export function mountMoveLinks(
  scope: FastifyInstance,
  {
    store,
    organizations,
    now,
  }: {
    readonly store: Store
    readonly organizations: readonly ConnectedOrganization[]
    readonly now: () => Date
  },
): void {
  /** @throws {ProblemError} for an address that nobody was given. */
  async function follow(token: string) {
    const link = await findLink(store, 'move', token, now())
    const connected = organizations.find((each) => each.organizationId === link?.organizationId)
    if (!link || !connected) throw new ProblemError('move-not-found')
    return { connected, moveId: link.subjectId }
  }

  mountOperation(scope, openMove, async ({ params: { token } }) => {
    const { connected, moveId } = await follow(token)
    return store.asOrganization(connected.organizationId, async (transaction) => {
      const move = await findMove(transaction, { moveId })
      if (!move) throw new ProblemError('move-not-found')
      return {
        organization: { slug: connected.slug, name: move.words.organization },
        move: tellMyMove(move),
      }
    })
  })

  mountOperation(scope, stopMove, async ({ params: { token }, requestId }) => {
    const { connected, moveId } = await follow(token)
    // Whoever reads the mails of the old account: more is not proved, and keeping it needs no more.
    const actor = { kind: 'guest' } as const
    await store.asOrganization(connected.organizationId, async (transaction) =>
      stop.stopMove(transaction, { moveId }, { connected, actor, requestId, at: now() }),
    )
  })
}
