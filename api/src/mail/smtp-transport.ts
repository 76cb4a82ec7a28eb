import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Deadline } from '@foyer/directory/deadline'
import type { Directory } from '@foyer/directory/directory'
import { createTransport } from 'nodemailer'
import type { MailTransportSetting } from '../configuration/mail-setting.ts'
import { compose } from './compose.ts'
import { MailError } from './mail-error.ts'
import type { MailTransport, OutgoingMail } from './transport.ts'

type SmtpSetting = Extract<MailTransportSetting, { transport: 'smtp' }>

/** Sends to one mail server, each mail over a connection of its own, that ends with the deadline. */
export function smtpTransport(setting: SmtpSetting, directory: Directory): MailTransport {
  return {
    async send(mail, deadline) {
      const raw = await compose(mail)
      const auth = await signInOf(setting, directory, mail, deadline)
      const socket = await open(setting, deadline)
      const end = () => socket.destroy()
      deadline.signal.addEventListener('abort', end, { once: true })
      try {
        const transport = createTransport({
          host: setting.host,
          port: setting.port,
          connection: socket,
          secure: setting.encryption === 'tls',
          requireTLS: setting.encryption === 'starttls',
          ignoreTLS: setting.encryption === 'none',
          tls: { minVersion: 'TLSv1.2' },
          socketTimeout: Math.max(1, deadline.remainingMs()),
          greetingTimeout: Math.max(1, deadline.remainingMs()),
          ...(auth ? { auth } : {}),
        })
        await transport.sendMail({ envelope: { from: mail.from.address, to: mail.to }, raw })
      } catch (error) {
        throw failureOf(error)
      } finally {
        deadline.signal.removeEventListener('abort', end)
        end()
      }
    },
  }
}

async function signInOf(
  { signIn }: SmtpSetting,
  directory: Directory,
  { organizationId, from }: OutgoingMail,
  deadline: Deadline,
) {
  if (signIn.kind === 'none') return undefined
  if (signIn.kind === 'password') return { user: signIn.user, pass: signIn.password }
  const accessToken = await directory.of(organizationId, deadline).signInToMailServer()
  return { type: 'OAuth2', user: from.address, accessToken } as const
}

/** @throws {MailError} where nobody is there in time. */
async function open({ host, port }: SmtpSetting, { signal }: Deadline): Promise<Socket> {
  const socket = connect({ host, port })
  // Errors that come later are told by whoever writes.
  socket.on('error', () => {})
  try {
    await once(socket, 'connect', { signal })
    return socket
  } catch {
    socket.destroy()
    throw new MailError('mail-unreachable', { command: 'CONN' })
  }
}

interface SmtpFailure {
  readonly responseCode?: unknown
  readonly command?: unknown
  readonly code?: unknown
}

/**
 * What a reply means (RFC 5321, 4.2.1): 4yz is for now, 5yz for good. For good is only what is said of
 * the recipient or of the mail itself; what is said of us, somebody can change.
 */
function failureOf(error: unknown): MailError {
  const { responseCode, command, code } = error as SmtpFailure
  const reply = typeof responseCode === 'number' ? responseCode : undefined
  const facts = {
    ...(reply === undefined ? {} : { reply }),
    ...(typeof command === 'string' && /^[A-Z]+/.test(command)
      ? { command: /^[A-Z]+/.exec(command)?.[0] ?? '' }
      : {}),
    ...(typeof code === 'string' && /^E[A-Z]+$/.test(code) ? { reason: code } : {}),
  }
  if (code === 'EAUTH' || facts.command === 'AUTH')
    return new MailError('mail-sign-in-refused', facts)
  if (reply === undefined) return new MailError('mail-unreachable', facts)
  if (reply < 500 || reply === 503) return new MailError('mail-busy', facts)
  const isOfUs = facts.command === 'MAIL' || facts.command === 'EHLO' || facts.command === 'CONN'
  return new MailError(isOfUs ? 'mail-sign-in-refused' : 'mail-refused', facts)
}
