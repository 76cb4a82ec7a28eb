import { listSigningKeys } from '@foyer/contracts/signing-keys'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Log } from '../http/log.ts'
import { postMail } from '../mail/post.ts'
import type { SigningKeys } from '../signing/signing-keys.ts'
import type { Tables } from '../store/tables.ts'
import { PutOff, type StepKind } from '../work/step.ts'
import { type Root, signRoot } from './root.ts'

export interface RootSetting {
  readonly signing: SigningKeys
  readonly clock: Pick<Clock, 'now'>
  readonly publicOrigin: string
  readonly log: Log
}

/** The kind of the daily steps that sign how far a journal has come. */
export const rootKind = 'journal-root'

/** Between two looks at a journal that somebody has to look at. */
const notWholeWaitMs = 60 * 60_000

/** Signs a journal once a day, where it has gone on, and sends that to the privacy contact. */
export function createRootKind({ signing, clock, publicOrigin, log }: RootSetting): StepKind {
  return {
    kind: rootKind,
    async run(step) {
      const { organizationId } = step
      const now = clock.now()
      const at = now.toISOString()
      const day = at.slice(0, 10)
      const { head, last, brokenAt } = await step.note(async (transaction) =>
        look(transaction, organizationId),
      )
      if (brokenAt !== undefined) {
        log.error({ organizationId, position: brokenAt }, 'journal not whole')
        throw new PutOff('journal-not-whole', { waitMs: notWholeWaitMs })
      }
      const hasGoneOn = head.position > last.position && day > last.day
      if (!hasGoneOn) return step.finish(async () => {})
      const { position } = head
      const hash = Buffer.from(head.hash).toString('hex')
      const root = { iss: publicOrigin, organization: organizationId, day, position, hash, at }
      const signed = await signRoot(signing, root)
      await step.finish(async (transaction) => {
        await transaction
          .insertInto('journalRoot')
          .values({ organizationId, day, position, hash: head.hash, signed })
          .execute()
        const added = position - last.position
        await postRoot(transaction, organizationId, { root, signed, added, publicOrigin, now })
      })
    },
    async giveUp() {},
  }
}

interface Stand {
  readonly position: number
  readonly hash: Uint8Array
}

/**
 * A look at two entries: whether the journal ends as its head says, and still holds what was last
 * signed. What is not whole is not signed; `foyer journal verify` then says what is wrong.
 */
async function look(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
): Promise<{
  readonly head: Stand
  readonly last: Stand & { readonly day: string }
  /** Undefined where it is whole. */
  readonly brokenAt: number | undefined
}> {
  const none = { day: '', position: 0, hash: new Uint8Array() }
  const last = await transaction
    .selectFrom('journalRoot')
    .select(['day', 'position', 'hash'])
    .where('organizationId', '=', organizationId)
    .orderBy('day', 'desc')
    .executeTakeFirst()
  const head = await transaction
    .selectFrom('journalHead')
    .select(['position', 'hash'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  let brokenAt: number | undefined
  for (const { position, hash } of [head, last].filter((stand) => stand !== undefined)) {
    const entry = await transaction
      .selectFrom('journal')
      .select('hash')
      .where('organizationId', '=', organizationId)
      .where('position', '=', position)
      .executeTakeFirst()
    if (!entry || Buffer.compare(entry.hash, hash) !== 0) brokenAt = position
  }
  return { head: head ?? none, last: last ?? none, brokenAt }
}

async function postRoot(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  {
    root: { day, position },
    signed,
    added,
    publicOrigin,
    now,
  }: {
    readonly root: Root
    readonly signed: string
    readonly added: number
    readonly publicOrigin: string
    readonly now: Date
  },
): Promise<void> {
  const profile = await transaction
    .selectFrom('organizationProfile')
    .select(['name', 'privacyContact'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  if (!profile?.privacyContact) return
  await postMail(transaction, {
    organizationId,
    key: `${rootKind}:${day}`,
    to: profile.privacyContact,
    // Nothing says what an organization reads; English is what its administrators share.
    language: 'en',
    content: {
      template: 'journal-root',
      organization: profile.name,
      day,
      position,
      added,
      signed,
      keysUrl: publicOrigin + listSigningKeys.path,
    },
    at: now,
  })
}
