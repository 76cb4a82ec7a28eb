import { askToReturn, eraseMyWords, findWayBack, undoLeaving } from '@foyer/contracts/way-back'
import { type Deadline, startDeadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import type { FastifyInstance } from 'fastify'
import { connectedOf, languageOfPeople } from '../configuration/connected-organization.ts'
import { eraseGuest } from '../erasing/erase-guest.ts'
import { mountOperation } from '../http/mount-operation.ts'
import { ProblemError } from '../http/problem-error.ts'
import { findLeaving } from '../leaving/leaving.ts'
import { acceptReturn } from '../restoring/accept.ts'
import { doneLeaving, findRestoration } from '../restoring/restoration.ts'
import { findOffer, tellUndoing } from '../restoring/way-back.ts'
import { askToReturn as ask } from '../returns/ask.ts'
import { findHold } from '../returns/hold.ts'
import { findReturnRequest, tellReturnRequest } from '../returns/request.ts'
import { requireReceipt, type ReceiptsSetting } from './receipts.ts'

export interface WayBackSetting extends ReceiptsSetting {
  readonly directory: Directory
  readonly deadlineMs: number
}

/** The way back, for whoever holds the address of a receipt: the directory is asked each time. */
export function mountWayBack(scope: FastifyInstance, setting: WayBackSetting): void {
  const { store, organizations, directory, now } = setting

  async function look(token: string, deadline: Deadline) {
    const { organizationId, subjectId } = await requireReceipt(setting, token)
    const connected = connectedOf(organizations, organizationId)
    const kept = await store.asOrganization(organizationId, async (transaction) => {
      const last = await findRestoration(transaction, subjectId)
      return {
        leaving: doneLeaving(await findLeaving(transaction, subjectId)),
        request: await findReturnRequest(transaction, subjectId),
        isHeld: (await findHold(transaction, subjectId)) !== undefined,
        undoing: last && (await tellUndoing(transaction, last)),
      }
    })
    const there = directory.of(organizationId, deadline)
    return { ...kept, there, connected, offer: await findOffer(there, kept, connected, now()) }
  }

  mountOperation(scope, findWayBack, async ({ params: { token } }) => {
    const { request, undoing, offer } = await look(token, startDeadline(setting.deadlineMs))
    return {
      ...offer,
      ...(request ? { asking: tellReturnRequest(request) } : {}),
      ...(undoing ? { undoing } : {}),
    }
  })

  mountOperation(scope, undoLeaving, async ({ params: { token }, language, requestId }) => {
    const { leaving, undoing, offer } = await look(token, startDeadline(setting.deadlineMs))
    // Pressed before, and its answer was lost.
    const { state, askedAt: before } = undoing ?? {}
    if (before && (state === 'under-way' || (state === 'done' && offer.offer !== 'undo'))) {
      return { askedAt: before }
    }
    if (!leaving || offer.offer !== 'undo') throw new ProblemError('undo-not-offered')
    const askedAt = await acceptReturn(store, { leaving, language, requestId, askedAt: now() })
    return { askedAt: askedAt.toISOString() }
  })

  mountOperation(scope, askToReturn, async ({ params: { token }, body, ...call }) => {
    const { leaving, request, offer, there, connected } = await look(
      token,
      startDeadline(setting.deadlineMs),
    )
    // Asked before, and its answer was lost.
    if (request?.state === 'open') return { askedAt: request.askedAt.toISOString() }
    if (!leaving || offer.offer !== 'ask') throw new ProblemError('return-not-offered')
    const { privacyContact } = await there.getOrganization()
    const askedAt = await ask(store, {
      leaving,
      reason: body.reason,
      language: call.language,
      organizationLanguage: languageOfPeople(connected),
      privacyContact,
      slug: connected.slug,
      requestId: call.requestId,
      askedAt: now(),
    })
    return { askedAt: askedAt.toISOString() }
  })

  mountOperation(scope, eraseMyWords, async ({ params: { token }, requestId }) => {
    const { leaving, undoing, offer } = await look(token, startDeadline(setting.deadlineMs))
    const isUnderWay = undoing?.state === 'under-way'
    if (!leaving || isUnderWay || offer.because !== 'erased') {
      throw new ProblemError('erasure-too-early')
    }
    const { organizationId, guestId } = leaving
    await store.asOrganization(organizationId, async (transaction) =>
      eraseGuest(transaction, { organizationId, guestId, by: 'guest', requestId, now: now() }),
    )
  })
}
