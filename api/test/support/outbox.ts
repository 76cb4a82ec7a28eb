import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { MailContent } from '../../src/mail/content.ts'
import { mailKind, type NewMail, postMail } from '../../src/mail/post.ts'
import { sendMailKind } from '../../src/mail/send-mail.ts'
import { openMailTransport } from '../../src/mail/transport.ts'
import { retrySteps } from '../../src/work/retry.ts'
import { startWorker, type Worker } from '../../src/work/worker.ts'
import { mails } from './mails.ts'
import type { Slug, World } from './world.ts'

/** A mail as the simulator's mailbox shows it. */
export interface Arrived {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
}

/** How one mail stands in the outbox. */
interface Standing {
  readonly mailId: string
  readonly sentAt: Date | null
  readonly state: string
  readonly because: string | null
}

/** The outbox of a world, worked through when a test says so. */
export interface Outbox extends AsyncDisposable {
  post(mail?: Partial<NewMail> & { readonly slug?: Slug }): Promise<string>
  /** Has everything that is due sent. */
  settle(): Promise<void>
  /** The same again, for what waits, without the waiting. */
  retry(): Promise<void>
  standing(key: string): Promise<Standing>
  arrived(): Promise<readonly Arrived[]>
  repeats(): Promise<readonly unknown[]>
}

let posted = 0

export function openOutbox(world: World, { workers = 1 } = {}): Outbox {
  const { store, configuration, directory, clock, app } = world.portal
  const { organizations, publicOrigin, mail } = configuration
  const transport = mail && openMailTransport(mail, directory)
  const kinds = [sendMailKind({ store, clock, organizations, publicOrigin, transport })]
  const log = app.log
  const running: Worker[] = Array.from({ length: workers }, () =>
    startWorker({ store, kinds, organizations, log }),
  )
  const idOf = (slug: Slug) => world.tenantIdOf(slug) as OrganizationId
  const ask = async (path: string) =>
    (await fetch(`${world.simulator.url}/simulator/${path}`)).json() as Promise<never>

  async function settle() {
    await Promise.all(running.map(async (worker) => worker.settle()))
  }

  return {
    async post({ slug = 'contoso', ...mail } = {}) {
      posted += 1
      const content: MailContent = mails['left-organization']
      const whole: NewMail = {
        organizationId: idOf(slug),
        guestId: personId(posted),
        key: `left:${posted}`,
        to: 'grace@adatum.com',
        language: 'en',
        content,
        at: clock.now(),
        ...mail,
      }
      await store.asOrganization(whole.organizationId, async (transaction) =>
        postMail(transaction, whole),
      )
      return whole.key
    },
    settle,
    async retry() {
      for (const { organizationId } of organizations) {
        await retrySteps(store, { organizationId, kind: mailKind })
      }
      await settle()
    },
    async standing(key) {
      for (const { organizationId } of organizations) {
        const row = await store.asOrganization(organizationId, async (transaction) =>
          transaction
            .selectFrom('mail')
            .innerJoin('step', 'step.subjectId', 'mail.mailId')
            .select(['mail.mailId', 'mail.sentAt', 'step.state', 'step.because'])
            .where('mail.key', '=', key)
            .executeTakeFirst(),
        )
        if (row) return row
      }
      throw new Error(`no mail has the key ${key}`)
    },
    arrived: async () => ask('mails'),
    repeats: async () => ask('mails/repeats'),
    async [Symbol.asyncDispose]() {
      for (const worker of running) await worker[Symbol.asyncDispose]()
      // The tests of a file share a store, and what one left waiting is none of the next one's.
      await store.outside(async (handle) => handle.deleteFrom('step').execute())
    },
  }
}

/** Of guests of whom nothing matters but that there is one. */
export function personId(number: number): PersonId {
  return `9ace0000-0000-4000-8000-${String(number).padStart(12, '0')}` as PersonId
}
