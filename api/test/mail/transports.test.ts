import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { OrganizationId } from '@foyer/contracts/ids'
import { startDeadline } from '@foyer/directory/deadline'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MailTransportSetting } from '../../src/configuration/mail-setting.ts'
import { type OutgoingMail, openMailTransport } from '../../src/mail/transport.ts'
import type { Arrived } from '../support/outbox.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World

beforeAll(async () => {
  // A mailbox that there is: Graph sends from no other.
  world = await openWorld({ declared: { contoso: { mail: { from: 'Foyer <sam@contoso.com>' } } } })
})
afterAll(async () => world[Symbol.asyncDispose]())
afterEach(() => world.simulator.faults.clear())

let sent = 0

function letter(mail: Partial<OutgoingMail> = {}): OutgoingMail {
  sent += 1
  return {
    organizationId: world.tenantIdOf('contoso') as OrganizationId,
    from: { name: 'Foyer at Contoso', address: 'sam@contoso.com' },
    replyTo: { name: 'Help desk', address: 'help@contoso.com' },
    to: 'grace@adatum.com',
    subject: 'Sie haben „Über uns“ verlassen',
    text: 'Grüße\n.\nEin Punkt',
    html: '<p>Grüße</p>',
    messageId: `letter-${sent}@contoso.com`,
    at: new Date('2026-11-25T19:30:08Z'),
    ...mail,
  }
}

async function send(setting: MailTransportSetting, mail = letter(), withinMs = 5_000) {
  const transport = openMailTransport(setting, world.portal.directory)
  await transport.send(mail, startDeadline(withinMs))
}

async function arrived(): Promise<Arrived | undefined> {
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  return ((await reply.json()) as Arrived[])[0]
}

const smtp = (more: Partial<Extract<MailTransportSetting, { transport: 'smtp' }>> = {}) =>
  ({
    transport: 'smtp',
    host: '127.0.0.1',
    port: Number(new URL(world.simulator.smtpUrl).port),
    encryption: 'none',
    signIn: { kind: 'none' },
    ...more,
  }) as const
const ways: [string, () => MailTransportSetting][] = [
  ['by SMTP', () => smtp()],
  ['by SMTP, signed in as the mailer', () => smtp({ signIn: { kind: 'oauth' } })],
  [
    'by SMTP, with a password',
    () => smtp({ signIn: { kind: 'password', user: 'foyer', password: 'x' } }),
  ],
  ['by Graph', () => ({ transport: 'graph' })],
]

describe.each(ways)('%s', (_name, setting) => {
  test('a mail arrives as it was written', async () => {
    const mail = letter()
    await send(setting(), mail)
    expect(await arrived()).toMatchObject({
      from: 'sam@contoso.com',
      to: 'grace@adatum.com',
      subject: mail.subject,
      text: mail.text,
      html: expect.stringContaining('<p>Grüße</p>') as string,
      messageId: `<${mail.messageId}>`,
    })
  })
})

describe('the mail server', () => {
  test.each([
    [421, 'mail-busy'],
    [451, 'mail-busy'],
    [550, 'mail-refused'],
    [554, 'mail-refused'],
  ])('that answers %i to a recipient is told apart', async (status, code) => {
    world.fail({ path: 'smtp:rcpt', status })
    await expect(send(smtp())).rejects.toMatchObject({ code, facts: { reply: status } })
  })

  test('that never answers is waited for no longer than there is time', async () => {
    world.fail({ path: 'smtp:mail', hang: true })
    const before = performance.now()
    const refusal = { code: 'mail-unreachable' }
    await expect(send(smtp(), letter(), 300)).rejects.toMatchObject(refusal)
    expect(performance.now() - before).toBeLessThan(2_000)
  })

  test('that nobody runs is unreachable', async () => {
    await expect(send(smtp({ port: 1 }))).rejects.toMatchObject({ code: 'mail-unreachable' })
  })

  test('that offers no encryption is told nothing but that it was met', async () => {
    const { server, heard, port } = await listen()
    const setting = smtp({ port, encryption: 'starttls', signIn: { kind: 'oauth' } })
    await expect(send(setting)).rejects.toMatchObject({ name: 'MailError' })
    server.close()
    expect(heard.join('')).toMatch(/^EHLO/)
    expect(heard.join('')).not.toMatch(/AUTH|MAIL FROM|grace/)
  })

  test('that refuses the sign-in is not taken for one that refuses the mail', async () => {
    const { server, port } = await listen('535 5.7.3 Authentication unsuccessful')
    const setting = smtp({ port, signIn: { kind: 'password', user: 'foyer', password: 'secret' } })
    const failure: unknown = await send(setting).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'mail-sign-in-refused' })
    expect(String(failure)).not.toMatch(/secret|foyer/)
    server.close()
  })
})

describe('Graph', () => {
  const graph = { transport: 'graph' } as const
  const path = '/v1.0/users/*/sendMail'

  test('that is too busy says for how long, in decimals too', async () => {
    world.fail({ path, status: 429, headers: { 'retry-after': '20.5' } })
    await expect(send(graph)).rejects.toMatchObject({
      code: 'directory-busy',
      facts: { retryAfterSeconds: 21 },
    })
  })

  test('that cut the connection is not asked a second time at once', async () => {
    world.fail({ path, drop: 'after', count: 1 })
    const mail = letter()
    await expect(send(graph, mail)).rejects.toMatchObject({ code: 'directory-failed' })
    expect(await arrived()).toMatchObject({ messageId: `<${mail.messageId}>` })
  })

  test('that cannot read the mail refuses it for good', async () => {
    const body = { error: { code: 'ErrorInvalidRecipients', message: 'grace@adatum.com?' } }
    world.fail({ path, status: 400, body })
    await expect(send(graph)).rejects.toMatchObject({
      code: 'mail-refused',
      facts: { reason: 'ErrorInvalidRecipients' },
    })
  })

  test('that has no such mailbox may have it later', async () => {
    world.fail({ path, status: 404, body: { error: { code: 'ErrorInvalidUser', message: '' } } })
    await expect(send(graph)).rejects.toMatchObject({
      code: 'directory-failed',
      facts: { reason: 'ErrorInvalidUser' },
    })
  })

  test('is asked for no other mailbox than the organization’s own', async () => {
    await send(graph, letter({ from: { name: '', address: 'ada@contoso.com' } }))
    const paths = (await world.requests()).map((request) => request.path)
    expect(paths.filter((one) => one.endsWith('/sendMail'))).toEqual([
      '/v1.0/users/sam%40contoso.com/sendMail',
    ])
  })
})

test('a whole mail says who wrote it, that no person did, and nothing of the machine', async () => {
  const { server, heard, port } = await listen('250 OK')
  await send(smtp({ port })).catch(() => {})
  server.close()
  const whole = heard.join('')
  expect(whole).toContain('From: Foyer at Contoso <sam@contoso.com>')
  expect(whole).toContain('Reply-To: Help desk <help@contoso.com>')
  expect(whole).toContain('Auto-Submitted: auto-generated')
  expect(whole).toContain('Date: Wed, 25 Nov 2026 19:30:08 +0000')
  expect(whole).toContain('Content-Type: multipart/alternative')
  expect(whole).not.toMatch(/^(X-|User-Agent|List-Unsubscribe|Bcc)/im)
})

/** A server that answers everything alike, and what it was told. */
async function listen(answer = '502 5.5.1 No') {
  const heard: string[] = []
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 here\r\n')
    let isMail = false
    socket.on('data', (data) => {
      const said = String(data)
      heard.push(said)
      if (isMail && !said.includes('\r\n.\r\n')) return
      const isHello = said.startsWith('EHLO')
      socket.write(isHello ? '250-here\r\n250 AUTH PLAIN XOAUTH2\r\n' : '')
      isMail = said.startsWith('DATA')
      if (!isHello) socket.write(isMail ? '354 Go on\r\n' : `${answer}\r\n`)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, heard, port: (server.address() as AddressInfo).port }
}
