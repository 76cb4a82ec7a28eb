import type { OrganizationId } from '@foyer/contracts/ids'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import { readMailWords } from './words.ts'
import { mailKind } from './post.ts'

export const mailStates = ['waiting', 'dead', 'done'] as const
export type MailState = (typeof mailStates)[number]

/** A mail of the outbox, as whoever looks after it sees it. */
export interface ListedMail {
  readonly mailId: string
  readonly template: string
  /** Masked; undefined where the guest was erased. */
  readonly to: string | undefined
  readonly state: string
  readonly because: string | undefined
  readonly attempts: number
  readonly madeAt: string
  readonly sentAt: string | undefined
}

const most = 1_000

/** The newest mails of an organization, at most a thousand. */
export async function listMails(
  store: Store,
  organizationId: OrganizationId,
  state: MailState | undefined,
): Promise<ListedMail[]> {
  return store.asOrganization(organizationId, async (transaction) => {
    const rows = await transaction
      .selectFrom('mail')
      .innerJoin('step', (join) =>
        join.onRef('step.subjectId', '=', 'mail.mailId').on('step.kind', '=', sql.lit(mailKind)),
      )
      .select([
        'mail.mailId',
        'mail.guestId',
        'mail.template',
        'mail.words',
        'mail.madeAt',
        'mail.sentAt',
        'step.state',
        'step.because',
        'step.attempts',
      ])
      .$if(state !== undefined, (query) => query.where('step.state', '=', state ?? ''))
      .orderBy('mail.madeAt', 'desc')
      .limit(most)
      .execute()
    const listed: ListedMail[] = []
    for (const { guestId, words, madeAt, sentAt, because, ...row } of rows) {
      const kept = await readMailWords(transaction, { guestId, words })
      listed.push({
        ...row,
        to: kept && maskAddress(kept.to),
        because: because ?? undefined,
        madeAt: madeAt.toISOString(),
        sentAt: sentAt?.toISOString(),
      })
    }
    return listed
  })
}

/** Enough to recognize an address that one knows, and too little to write to one that one does not. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const plain = address.replaceAll(/[^\p{L}\p{N}@.-]/gu, '').slice(0, 100)
  return at < 1 ? '…' : `${Array.from(plain)[0] ?? ''}…${plain.slice(plain.lastIndexOf('@'))}`
}
