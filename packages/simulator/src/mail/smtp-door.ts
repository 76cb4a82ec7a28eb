import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import type { Fault } from '../control/faults.ts'
import type { Simulation } from '../simulation.ts'
import { findTenant } from '../world/world.ts'
import { partsOf } from './parts.ts'
import { answerOf, emptyEnvelope, type Envelope, largestMail } from './smtp-session.ts'

export interface SmtpDoor {
  readonly port: number
  close(): Promise<void>
}

/**
 * A mail server that takes everything for everybody and puts it into the mailbox: the commands that
 * RFC 5321 (4.5.1) demands, on the loopback interface, without encryption and, unless a client wants
 * it, without sign-in. Written here since the libraries that do this bring a sending client along;
 * what is hard, reading a mail, is a library's.
 */
export async function openSmtpDoor(port: number, simulation: Simulation): Promise<SmtpDoor> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // A client that hangs up in the middle has sent nothing.
    socket.on('error', () => socket.destroy())
    void converse(socket, simulation)
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

/** Where a fault can happen, and the name by which it is met. */
const faultyVerbs: Readonly<Record<string, string>> = { MAIL: 'smtp:mail', RCPT: 'smtp:rcpt' }
const atTheEnd = 'smtp:data'
const tooLarge = '552 5.3.4 The mail is too large'

async function converse(socket: Socket, simulation: Simulation): Promise<void> {
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
        const fault = takeFault(simulation, atTheEnd, envelope)
        if (await isSpared(fault, socket)) {
          const isTaken = size <= largestMail
          const says = isTaken ? await deliver(simulation, envelope, content) : tooLarge
          if (fault?.drop === 'after') return void socket.destroy()
          say(says)
        }
        content = undefined
        envelope = emptyEnvelope()
        continue
      }
      const place = faultyVerbs[line.slice(0, 4).toUpperCase()]
      const fault = place === undefined ? undefined : takeFault(simulation, place, envelope)
      if (!(await isSpared(fault, socket))) continue
      const answer = await answerOf(simulation, line, envelope)
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

function takeFault(
  { faults, world }: Simulation,
  path: string,
  { from }: Envelope,
): Fault | undefined {
  const tenant = findTenant(world, from?.split('@')[1] ?? '')
  const organizations = tenant ? [tenant.tenantId, tenant.slug] : []
  return faults.take({ method: 'SMTP', path, organizations, isInBatch: false })
}

/** Lets the fault happen; false where nothing else happens after it. */
async function isSpared(fault: Fault | undefined, socket: Socket): Promise<boolean> {
  if (!fault) return true
  if (fault.delayMs) await wait(fault.delayMs, undefined, { ref: false })
  if (fault.hang) return false
  if (fault.drop === 'before') {
    socket.destroy()
    return false
  }
  if (fault.status === undefined) return true
  const words = typeof fault.body === 'string' ? fault.body : 'The simulator was told to say so'
  socket.write(`${fault.status} ${words}\r\n`)
  return false
}

async function deliver(
  { clock, mailbox }: Simulation,
  { from, to }: Envelope,
  content: readonly string[],
): Promise<string> {
  const mail = await PostalMime.parse(Buffer.from(content.join('\r\n'), 'latin1'))
  for (const recipient of to) {
    mailbox.deliver({
      at: clock.now().toISOString(),
      from: mail.from?.address ?? from ?? '',
      to: recipient,
      ...partsOf(mail),
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
