import PostalMime from 'postal-mime'
import { partsOf } from '../mail/parts.ts'
import { plainTextOf } from '../mail/plain-text.ts'
import { recordEffect } from '../simulation.ts'
import { findUser } from '../world/tenant.ts'
import type { User } from '../world/user.ts'
import { badRequest, GraphError } from './graph-error.ts'
import { type Call, type GraphOperation, type GraphReply, param } from './operation.ts'

/** Mail from a person's mailbox; it arrives in the simulator's, for every recipient (user-sendmail.md). */
export const sendMailOperations: readonly GraphOperation[] = [
  {
    method: 'POST',
    path: '/users/{user}/sendMail',
    answer: (call) => sendMail(call, param(call, 'user')),
  },
  {
    method: 'POST',
    path: '/me/sendMail',
    answer(call) {
      const { userId } = call.caller
      if (userId !== undefined) return sendMail(call, userId)
      throw badRequest(
        '/me request is only valid with delegated authentication flow.',
        'BadRequest',
      )
    },
  },
]

const hasNoMailbox = () =>
  new GraphError(
    404,
    'MailboxNotEnabledForRESTAPI',
    'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
  )

async function sendMail(call: Call, sender: string): Promise<GraphReply> {
  const { simulation, tenant, caller } = call
  const user = findUser(tenant, sender)
  if (!user) {
    throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${sender}' is invalid.`)
  }
  if (!hasMailbox(user)) throw hasNoMailbox()
  const { to, ...mail } =
    typeof call.body === 'string' ? await readMime(call.body, user) : readMessage(call.body, user)
  for (const recipient of to) {
    const at = simulation.clock.now().toISOString()
    simulation.mailbox.deliver({ at, to: recipient, ...mail })
  }
  recordEffect(simulation, tenant, {
    by: caller.actor,
    what: 'mail-sent',
    targets: { userId: user.id },
  })
  return { status: 202 }
}

/** A guest's mailbox is elsewhere. */
function hasMailbox({ userPrincipalName, mail }: User): boolean {
  return mail !== null && !userPrincipalName.includes('#EXT#')
}

interface Message {
  readonly subject: string
  readonly text: string
  readonly html?: string
  readonly messageId?: string
  readonly from: string
  readonly to: readonly string[]
}

/** @throws {GraphError} 400 in the words of Exchange. */
function readMessage(body: unknown, sender: User): Message {
  const { message } = recordOf(body)
  if (typeof message !== 'object' || message === null) {
    throw badRequest('The request body has no Message.', 'ErrorInvalidParameter')
  }
  const { subject, body: content, from, ...recipients } = recordOf(message)
  const to = ['toRecipients', 'ccRecipients', 'bccRecipients'].flatMap((kind) =>
    listOf(recipients[kind]).map(addressOf),
  )
  requireAddresses(to)
  const { contentType, content: text } = recordOf(content)
  const plain = typeof text === 'string' ? text : ''
  const isHtml = typeof contentType === 'string' && contentType.toLowerCase() === 'html'
  return {
    subject: typeof subject === 'string' ? subject : '',
    text: isHtml ? plainTextOf(plain) : plain,
    ...(isHtml ? { html: plain } : {}),
    from: addressOf(from) || String(sender.mail),
    to,
  }
}

/** A whole mail in base64, instead of JSON (user-sendmail.md, example 4). */
async function readMime(body: string, sender: User): Promise<Message> {
  const mail = await PostalMime.parse(Buffer.from(body, 'base64'))
  const recipients = [mail.to, mail.cc, mail.bcc].flatMap((list) => list ?? [])
  const to = recipients.map(({ address }) => address ?? '')
  requireAddresses(to)
  return { ...partsOf(mail), from: mail.from?.address ?? String(sender.mail), to }
}

/** @throws {GraphError} 400 for none, and for what is no address. */
function requireAddresses(to: readonly string[]): void {
  if (to.length === 0 || !to.every((address) => address.includes('@'))) {
    throw badRequest('At least one recipient is not valid.', 'ErrorInvalidRecipients')
  }
}

function addressOf(recipient: unknown): string {
  const { address } = recordOf(recordOf(recipient)['emailAddress'])
  return typeof address === 'string' ? address : ''
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
