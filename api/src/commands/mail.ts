import { readConfiguration } from '../configuration/configuration.ts'
import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import { type ListedMail, listMails, type MailState, mailStates } from '../mail/list-mails.ts'
import { mailKind } from '../mail/post.ts'
import { openStore } from '../store/store.ts'
import { retrySteps } from '../work/retry.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'

export const mailListCommand: Command = {
  name: 'mail list',
  summary: 'lists the mails of the outbox, the newest first, and why those wait that do',
  operands: [],
  options: { organization: 'SLUG', state: mailStates.join('|') },
  async run({ environment, options }) {
    const state = readState(options['state'])
    const configuration = await readConfiguration(environment)
    const organizations = organizationsOf(configuration.organizations, options)
    await using store = await openStore(configuration)
    const data: Record<string, readonly ListedMail[]> = {}
    for (const { organizationId, slug } of organizations) {
      data[slug] = await listMails(store, organizationId, state)
    }
    const lines = Object.entries(data).flatMap(([slug, mails]) =>
      mails.map((mail) => lineOf(slug, mail)),
    )
    return { said: lines.length === 0 ? 'There is no such mail.' : lines.join('\n'), data }
  },
}

export const mailRetryCommand: Command = {
  name: 'mail retry',
  summary: 'has mails sent again that were given up or wait: all of them, or one',
  operands: ['[MAIL_ID]'],
  options: { organization: 'SLUG' },
  async run({ environment, options, operands: [mailId] }) {
    if (mailId !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(mailId)) {
      throw new UsageError('a mail is named by its id, as "foyer mail list" tells it')
    }
    const configuration = await readConfiguration(environment)
    const organizations = organizationsOf(configuration.organizations, options)
    await using store = await openStore(configuration)
    let mails = 0
    for (const { organizationId } of organizations) {
      mails += await retrySteps(store, { organizationId, kind: mailKind, subjectId: mailId })
    }
    return {
      said: `${mails} ${mails === 1 ? 'mail is' : 'mails are'} tried again.`,
      data: { mails },
    }
  },
}

function readState(value: string | undefined): MailState | undefined {
  const state = mailStates.find((one) => one === value)
  if (value === undefined || state) return state
  throw new UsageError(`a state is one of ${mailStates.join(', ')}`)
}

/** @throws {UsageError} for one that is not configured. */
function organizationsOf(
  organizations: readonly ConnectedOrganization[],
  { organization: asked }: CommandCall['options'],
): readonly ConnectedOrganization[] {
  const found = organizations.filter(({ slug }) => asked === undefined || slug === asked)
  if (found.length === 0) throw new UsageError(`no organization is called ${asked}`)
  return found
}

function lineOf(slug: string, mail: ListedMail): string {
  const { mailId, madeAt, template, to = 'erased', state, because, attempts } = mail
  const reason = because === undefined ? state : `${state}: ${because}`
  return [madeAt, slug, mailId, template, to, reason, `${attempts} attempts`].join('  ')
}
