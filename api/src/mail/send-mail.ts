import { type Deadline, startDeadline } from '@foyer/directory/deadline'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import { type ConnectedOrganization, connectedOf } from '../configuration/connected-organization.ts'
import { domainOf, type MailSetting } from '../configuration/mail-setting.ts'
import { makeLink, type NewLink } from '../links/make-link.ts'
import { isAnswerable, noteMailed, noteRefusal } from '../invitations/mailed.ts'
import { noteTold } from '../moves/note-told.ts'
import { fillDigest } from '../reminding/digest.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { GivenUp, type HeldStep, PutOff, type StepKind } from '../work/step.ts'
import { endOfDay, returnToBudget, takeFromBudget } from './budget.ts'
import type { MailContent } from './content.ts'
import { languageOf } from './languages.ts'
import { MailError } from './mail-error.ts'
import { mailKind } from './post.ts'
import { renderMail } from './render.ts'
import type { MailTransport, OutgoingMail } from './transport.ts'
import { readMailWords } from './words.ts'

export interface SendMailSetting {
  readonly store: Store
  readonly clock: Pick<Clock, 'now'>
  readonly organizations: readonly ConnectedOrganization[]
  /** Where all links lead. */
  readonly publicOrigin: string
  /** Undefined where nobody has configured how mails leave: they wait. */
  readonly transport: MailTransport | undefined
}

/** Shorter than the lease of a step, which is prolonged just before. */
const sendingMs = 12_000
const linkDays = 90
const dayMs = 24 * 60 * 60_000
/** Somebody configures it, or a process that knows more takes over. */
const unconfiguredMs = 60_000

/**
 * Sends the mails of the outbox, each handed over at most once: where nobody can tell whether the
 * other side took it, it is sent again under the same Message-ID, by which a server knows it.
 */
export function sendMailKind(setting: SendMailSetting): StepKind {
  const { store, clock, organizations } = setting

  async function run(step: HeldStep): Promise<void> {
    const { mail: sender } = connectedOf(organizations, step.organizationId)
    const { transport } = setting
    if (!sender || !transport) {
      throw new PutOff('mail-not-configured', { waitMs: unconfiguredMs, isEndless: true })
    }
    const now = clock.now()
    const isInBudget = await takeFromBudget(store, step.organizationId, sender.dailyBudget, now)
    if (!isInBudget) {
      const waitMs = endOfDay(now).getTime() - now.getTime()
      throw new PutOff('mail-budget', { waitMs, isEndless: true })
    }
    let isHandedOver = false
    try {
      const mail = await step.note(async (transaction) =>
        prepare(transaction, step, { ...setting, sender, now }),
      )
      if (typeof mail === 'string') {
        return await step.finish(async (transaction) => noteReason(transaction, step, mail))
      }
      await handOver(transport, mail, startDeadline(sendingMs, step.ending))
      isHandedOver = true
      await step.finish(async (transaction) => markSent(transaction, step.subjectId, now))
    } finally {
      if (!isHandedOver) await returnToBudget(store, step.organizationId, now)
    }
  }

  return {
    kind: mailKind,
    run,
    // The row stays, and whoever lists the mails sees why.
    async giveUp(transaction, { subjectId }, because) {
      if (because !== 'mail-refused') return
      const invitation = await findInvited(transaction, subjectId)
      if (invitation) await noteRefusal(transaction, invitation, clock.now())
    },
  }
}

interface Preparation extends SendMailSetting {
  readonly sender: MailSetting
  readonly now: Date
}

/** Why nothing is to be sent any more. With the guest's key, what there was to say is gone. */
type Needless = 'sent-before' | 'guest-erased' | 'nothing-to-tell'

async function prepare(
  transaction: Transaction<Tables>,
  { organizationId, subjectId: mailId }: HeldStep,
  { sender, publicOrigin, now }: Preparation,
): Promise<OutgoingMail | Needless> {
  const row = await transaction
    .selectFrom('mail')
    .select(['guestId', 'template', 'language', 'words', 'sentAt'])
    .where('mailId', '=', mailId)
    .executeTakeFirst()
  if (!row) return 'guest-erased'
  if (row.sentAt) return 'sent-before'
  const kept = await readMailWords(transaction, row)
  if (!kept) return 'guest-erased'
  const { to, ...words } = kept
  const content = await complete(
    transaction,
    { template: row.template, ...words } as unknown as MailContent,
    now,
  )
  if (!content) return 'nothing-to-tell'
  const i18n = languageOf(row.language, sender.language)
  const linkToken = await linkOf(transaction, organizationId, content, now)
  return {
    organizationId,
    from: sender.from,
    replyTo: sender.replyTo,
    to,
    ...renderMail({ content, i18n, publicOrigin, linkToken }),
    messageId: `${mailId}@${domainOf(sender.from.address)}`,
    at: now,
  }
}

/** What is read just before; undefined where there is nothing to tell any more. */
async function complete(
  transaction: Transaction<Tables>,
  content: MailContent,
  now: Date,
): Promise<MailContent | undefined> {
  if (content.template === 'sponsor-digest') return fillDigest(transaction, content, now)
  if ('invitationId' in content) {
    return (await isAnswerable(transaction, content, now)) ? content : undefined
  }
  return content
}

async function linkOf(
  transaction: Transaction<Tables>,
  organizationId: OrganizationId,
  content: MailContent,
  now: Date,
): Promise<string | undefined> {
  const subject = linkedSubjectOf(content)
  if (!subject) return undefined
  if (content.template === 'invitation') await noteMailed(transaction, content, now)
  const expiresAt = new Date(now.getTime() + linkDays * dayMs)
  return makeLink(transaction, { organizationId, ...subject, expiresAt })
}

/** What the address leads to that is made for a mail. */
function linkedSubjectOf(content: MailContent): Pick<NewLink, 'kind' | 'subjectId'> | undefined {
  if ('leavingId' in content) return { kind: 'receipt', subjectId: content.leavingId }
  if ('codeId' in content) return { kind: 'not-me', subjectId: content.codeId }
  if ('invitationId' in content) return { kind: 'invitation', subjectId: content.invitationId }
  if ('moveId' in content) return { kind: 'move', subjectId: content.moveId }
  if ('resetId' in content) return { kind: 'reset', subjectId: content.resetId }
  if ('exitRequestId' in content) return { kind: 'exit-status', subjectId: content.exitRequestId }
  return undefined
}

async function handOver(
  transport: MailTransport,
  mail: OutgoingMail,
  deadline: Deadline,
): Promise<void> {
  try {
    await transport.send(mail, deadline)
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    if (error.code === 'mail-refused') throw new GivenUp(error.code, { cause: error })
    throw new PutOff(error.code, { cause: error })
  }
}

async function markSent(
  transaction: Transaction<Tables>,
  mailId: string,
  sentAt: Date,
): Promise<void> {
  await transaction.updateTable('mail').set({ sentAt }).where('mailId', '=', mailId).execute()
  await noteTold(transaction, mailId, sentAt)
  const invitation = await findInvited(transaction, mailId)
  if (invitation) await noteRefusal(transaction, invitation, null)
}

/** The invitation that a mail takes to whoever is invited; undefined for all other mails. */
async function findInvited(
  transaction: Transaction<Tables>,
  mailId: string,
): Promise<{ readonly invitationId: string } | undefined> {
  const row = await transaction
    .selectFrom('mail')
    .select(['guestId', 'words'])
    .where('mailId', '=', mailId)
    .where('template', 'in', ['invitation', 'invitation-reminder'])
    .executeTakeFirst()
  const kept = row && (await readMailWords(transaction, row))
  return kept && { invitationId: String(kept['invitationId']) }
}

async function noteReason(
  transaction: Transaction<Tables>,
  { stepId }: HeldStep,
  because: Needless,
): Promise<void> {
  await transaction.updateTable('step').set({ because }).where('stepId', '=', stepId).execute()
}
