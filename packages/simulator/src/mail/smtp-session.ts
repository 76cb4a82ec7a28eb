import { verifyToken } from '../graph/caller.ts'
import type { Simulation } from '../simulation.ts'

/** Of one mail, as Exchange Online takes them. */
export const largestMail = 25 * 1024 * 1024

const exchange = ['https://outlook.office365.com', 'https://outlook.office.com']

/** What a client has said of the mail that it is about to send. */
export interface Envelope {
  from: string | undefined
  readonly to: string[]
}

export interface Answer {
  readonly says: string
  readonly resets?: true
  readonly begins?: true
  readonly ends?: true
}

export function emptyEnvelope(): Envelope {
  return { from: undefined, to: [] }
}

/** What is said to one command, by RFC 5321. */
export async function answerOf(
  simulation: Simulation,
  line: string,
  envelope: Envelope,
): Promise<Answer> {
  const [verb = ''] = line.toUpperCase().split(/[\s:]/)
  const address = /<([^>]*)>/.exec(line)?.[1]
  switch (verb) {
    case 'EHLO':
      return {
        says: `250-simulator\r\n250-SIZE ${largestMail}\r\n250-8BITMIME\r\n250 AUTH PLAIN XOAUTH2`,
        resets: true,
      }
    case 'HELO':
      return { says: '250 simulator', resets: true }
    case 'AUTH':
      return { says: await signIn(simulation, line) }
    case 'MAIL':
      if (address === undefined) return { says: '501 5.5.4 MAIL FROM:<address>' }
      envelope.from = address
      return { says: '250 2.1.0 OK' }
    case 'RCPT':
      if (envelope.from === undefined) return { says: '503 5.5.1 MAIL first' }
      if (!address?.includes('@')) return { says: '501 5.1.3 RCPT TO:<address>' }
      envelope.to.push(address)
      return { says: '250 2.1.5 OK' }
    case 'DATA':
      if (envelope.to.length === 0) return { says: '503 5.5.1 RCPT first' }
      return { says: '354 End with a line that is a dot', begins: true }
    case 'RSET':
      return { says: '250 2.0.0 OK', resets: true }
    case 'NOOP':
      return { says: '250 2.0.0 OK' }
    case 'VRFY':
      return { says: '252 2.5.2 Send it and see' }
    case 'QUIT':
      return { says: '221 2.0.0 Goodbye', ends: true }
    default:
      return { says: '502 5.5.1 This command is not known' }
  }
}

/**
 * Any password will do, since nothing is asked of anybody; a token must be one for Exchange, as
 * Microsoft's "Authenticate an IMAP, POP or SMTP connection using OAuth" has it sent.
 */
async function signIn(simulation: Simulation, line: string): Promise<string> {
  const [, kind = '', initial = ''] = line.split(' ')
  const said = Buffer.from(initial, 'base64').toString()
  if (kind.toUpperCase() === 'PLAIN' && /^[^\0]*\0[^\0]+\0[^\0]+$/.test(said)) {
    return '235 2.7.0 Authentication successful'
  }
  const [user = '', proof = ''] = said.split('\u0001')
  const token = user.startsWith('user=') && proof.startsWith('auth=') ? proof.slice(5) : undefined
  const isTrue = await verifyToken(simulation, token, exchange).then(
    () => true,
    () => false,
  )
  return isTrue ? '235 2.7.0 Authentication successful' : '535 5.7.3 Authentication unsuccessful'
}
