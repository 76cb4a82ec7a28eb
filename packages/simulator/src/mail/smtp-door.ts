import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import PostalMime from 'postal-mime'
import type { Clock } from '../control/clock.ts'
import type { Mailbox } from '../control/mailbox.ts'
import { plainTextOf } from './plain-text.ts'

/** Of one mail, as Exchange Online takes them. */
const largestMail = 25 * 1024 * 1024

export interface SmtpDoor {
  readonly port: number
  close(): Promise<void>
}

/**
 * A mail server that takes everything for everybody and puts it into the mailbox: the commands that
 * RFC 5321 (4.5.1) demands, on the loopback interface, without encryption or sign-in. Written here
 * since the libraries that do this bring a sending client along; what is hard, reading a mail, is a
 * library's.
 */
export async function openSmtpDoor(
  port: number,
  world: { readonly clock: Clock; readonly mailbox: Mailbox },
): Promise<SmtpDoor> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A client that hangs up in the middle has sent nothing.
    socket.on('error', () => socket.destroy())
    void converse(socket, world)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Envelope {
  from: string | undefined
  readonly to: string[]
}

async function converse(
  socket: Socket,
  world: { readonly clock: Clock; readonly mailbox: Mailbox },
): Promise<void> {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let envelope = emptyEnvelope()
  let content: string[] | undefined
  let size = 0
  say('220 The simulator takes mail')
  try {
    for await (const line of linesOf(socket)) {
      if (content) {
        size += line.length + 2
        if (line !== '.') {
          if (size <= largestMail) content.push(line.startsWith('.') ? line.slice(1) : line)
          continue
        }
        if (size > largestMail) say('552 5.3.4 The mail is too large')
        else say(await deliver(world, envelope, content))
        content = undefined
        envelope = emptyEnvelope()
        continue
      }
      const answer = answerOf(line, envelope)
      if (answer.resets) envelope = emptyEnvelope()
      if (answer.begins) {
        content = []
        size = 0
      }
      say(answer.says)
      if (answer.ends) socket.end()
    }
  } catch {
    // The connection is gone, and with it whoever could be told.
    socket.destroy()
  }
}

interface Answer {
  readonly says: string
  readonly resets?: true
  readonly begins?: true
  readonly ends?: true
}

function answerOf(line: string, envelope: Envelope): Answer {
  const [verb = ''] = line.toUpperCase().split(/[\s:]/)
  const address = /<([^>]*)>/.exec(line)?.[1]
  switch (verb) {
    case 'EHLO':
      return { says: `250-simulator\r\n250-SIZE ${largestMail}\r\n250 8BITMIME`, resets: true }
    case 'HELO':
      return { says: '250 simulator', resets: true }
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

async function deliver(
  { clock, mailbox }: { readonly clock: Clock; readonly mailbox: Mailbox },
  { from, to }: Envelope,
  content: readonly string[],
): Promise<string> {
  const mail = await PostalMime.parse(Buffer.from(content.join('\r\n'), 'latin1'))
  for (const recipient of to) {
    mailbox.deliver({
      at: clock.now().toISOString(),
      from: mail.from?.address ?? from ?? '',
      to: recipient,
      subject: mail.subject ?? '',
      text: (mail.text ?? plainTextOf(mail.html ?? '')).replaceAll('\r\n', '\n').trim(),
    })
  }
  return '250 2.0.0 It is in the mailbox'
}

/** Bytes stay what they are until the mail is read, whose parts name their own character set. */
async function* linesOf(socket: Socket): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    const lines = (rest + chunk.toString('latin1')).split('\r\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

function emptyEnvelope(): Envelope {
  return { from: undefined, to: [] }
}
