import { languageOfPeople } from '../configuration/connected-organization.ts'
import type { ActorKind } from '@foyer/contracts/journal'
import type { Transaction } from 'kysely'
import { appendToJournal } from '../journal/append.ts'
import type { EndSetting } from '../leaving/end.ts'
import { type LeavingWords, readLeavingWords } from '../leaving/leaving.ts'
import type { LeavingSetting } from '../leaving/work.ts'
import { noteReturn } from '../projection/own-writes.ts'
import { findReturnRequest } from '../returns/request.ts'
import type { Tables } from '../store/tables.ts'
import type { Step } from '../work/step.ts'
import { requireRestoration, type RestorationRow } from './restoration.ts'
import { tellOfReturn } from './tell.ts'

/** How a restoration ends. */
export type ReturnEnd =
  | {
      readonly state: 'done'
      readonly lostSponsors: number
      readonly lostGroups: number
      /** They were not wanted back, and Foyer could not take the guest out of them. */
      readonly keptGroups: number
    }
  | { readonly state: 'refused' | 'failed'; readonly because: string }

/** One that was given up and is tried again is under way again. */
export async function takeUpRestoration(
  transaction: Transaction<Tables>,
  { subjectId }: Step,
): Promise<void> {
  await transaction
    .updateTable('restoration')
    .set({ state: 'under-way', because: null, endedAt: null })
    .where('restorationId', '=', subjectId)
    .where('state', '=', 'failed')
    .execute()
}

/**
 * Ends a restoration: its state, what is remembered of the guest, who is told, and the journal, in
 * one transaction with the end of its step.
 */
export async function endRestoration(
  transaction: Transaction<Tables>,
  row: RestorationRow,
  end: ReturnEnd,
  setting: EndSetting,
): Promise<void> {
  const { state, ...facts } = end
  const directoryRequestIds = [...row.directoryRequestIds, ...(setting.directoryRequestIds ?? [])]
  await transaction
    .updateTable('restoration')
    .set({ state, ...facts, directoryRequestIds, endedAt: setting.now })
    .where('restorationId', '=', row.restorationId)
    .execute()
  if (end.state === 'done') await noteReturn(transaction, row.guestId)
  const { leaving } = await requireRestoration(transaction, row.restorationId)
  const words = await readLeavingWords(transaction, leaving)
  if (words) await tellOfReturn(transaction, row, words, end, setting)
  await writeDown(transaction, { ...row, directoryRequestIds }, words, end, setting.now)
}

export async function giveUpRestoration(
  transaction: Transaction<Tables>,
  { subjectId }: Step,
  because: string,
  { clock, organizations }: LeavingSetting,
): Promise<void> {
  const { row } = await requireRestoration(transaction, subjectId)
  const connected = organizations.find((each) => each.organizationId === row.organizationId)
  const organizationLanguage = connected ? languageOfPeople(connected) : 'en'
  const setting = { now: clock.now(), organizationLanguage }
  await endRestoration(transaction, row, { state: 'failed', because }, setting)
}

async function writeDown(
  transaction: Transaction<Tables>,
  {
    organizationId,
    guestId,
    restorationId,
    requestId,
    directoryRequestIds,
    ...row
  }: RestorationRow,
  words: LeavingWords | undefined,
  end: ReturnEnd,
  at: Date,
): Promise<void> {
  const { grantedBy, grantedAs } = row
  const request = grantedBy ? await findReturnRequest(transaction, row.leavingId) : undefined
  const { lostSponsors, lostGroups, keptGroups } = end.state === 'done' ? end : {}
  await appendToJournal(transaction, {
    organizationId,
    at,
    act: grantedBy ? 'bring-back' : 'undo-leaving',
    outcome: end.state,
    because: end.state === 'done' ? undefined : end.because,
    actor: grantedBy
      ? { kind: grantedAs as ActorKind, id: grantedBy }
      : { kind: 'guest', id: guestId },
    onBehalfOf: grantedBy ? guestId : undefined,
    guestId,
    objectId: row.leavingId,
    subjectId: restorationId,
    requestId,
    directoryRequestIds,
    facts: {
      askedAt: row.askedAt.toISOString(),
      ...(end.state === 'done' ? { lostSponsors, lostGroups, keptGroups } : {}),
    },
    words: words && {
      guest: words.guest.name,
      organization: words.organization,
      actor: request?.answeredBy,
    },
  })
}
