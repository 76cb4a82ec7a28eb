import type { Static } from 'typebox'
import { ConfigurationError } from './configuration-error.ts'
import type { MailDoor, OrganizationMail } from './mail-shape.ts'

/** How mails leave: one way for all organizations, each with a sender of its own. */
export type MailTransportSetting =
  | { readonly transport: 'graph' }
  | {
      readonly transport: 'smtp'
      readonly host: string
      readonly port: number
      /** Encrypted from the first byte, from the first commands on, or on this machine not at all. */
      readonly encryption: 'tls' | 'starttls' | 'none'
      readonly signIn: SmtpSignIn
    }

export type SmtpSignIn =
  | { readonly kind: 'oauth' }
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'none' }

/** In whose name an organization's mails are sent, and how many a day. */
export interface MailSetting {
  readonly from: MailAddress
  readonly replyTo: MailAddress | undefined
  readonly dailyBudget: number
  /** For whoever's own language Foyer does not speak. */
  readonly language: string
}

export interface MailAddress {
  readonly name: string
  readonly address: string
}

type Environment = Readonly<Record<string, string | undefined>>

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/
const usualBudget = 500

/** @throws {ConfigurationError} for what would send secrets or mails in the open. */
export function readMailTransport(
  door: Static<typeof MailDoor> | undefined,
  environment: Environment,
): MailTransportSetting | undefined {
  if (!door) return undefined
  if (door.transport === 'graph') return Object.freeze({ transport: 'graph' as const })
  const { host, port, signIn } = door
  const isHere = loopback.test(host)
  if (signIn === 'none' && !isHere) {
    throw new ConfigurationError('mail.signIn is none, which is for a server on loopback')
  }
  return Object.freeze({
    transport: 'smtp' as const,
    host,
    port,
    encryption: isHere ? 'none' : port === 465 ? 'tls' : 'starttls',
    signIn: signIn === 'password' ? readPassword(environment) : { kind: signIn },
  })
}

function readPassword(environment: Environment): SmtpSignIn {
  if (environment['NODE_ENV'] === 'production') {
    throw new ConfigurationError('mail.signIn is password, which is refused in production')
  }
  const { SMTP_USER: user, SMTP_PASSWORD: password } = environment
  if (user && password) return Object.freeze({ kind: 'password', user, password })
  throw new ConfigurationError('mail.signIn is password: SMTP_USER and SMTP_PASSWORD are missing')
}

/** @throws {ConfigurationError} for a sender that is none, or not of the organization's own domains. */
export function readMailSetting(
  mail: Static<typeof OrganizationMail> | undefined,
  domains: readonly string[],
  place: string,
): MailSetting | undefined {
  if (!mail) return undefined
  const from = readAddress(mail.from, `${place}.from`)
  if (!domains.includes(domainOf(from.address))) {
    throw new ConfigurationError(`${place}.from must be of a domain of the organization`)
  }
  return Object.freeze({
    from,
    replyTo: mail.replyTo === undefined ? undefined : readAddress(mail.replyTo, `${place}.replyTo`),
    dailyBudget: mail.dailyBudget ?? usualBudget,
    language: mail.language ?? 'en',
  })
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

/** `Name <local@domain>` or the address alone (RFC 5322, 3.4, without quotes and comments). */
function readAddress(text: string, place: string): MailAddress {
  const [, name = '', bracketed, bare] =
    /^(?:([^\p{C}"<>@,;:\\]*[^\p{C}\s"<>@,;:\\])\s*<([^<>]+)>|([^<>]+))$/u.exec(text) ?? []
  const address = bracketed ?? bare ?? ''
  if (/^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(address)) {
    return Object.freeze({ name, address })
  }
  throw new ConfigurationError(`${place} must be like "Foyer at Contoso <guests@contoso.com>"`)
}
