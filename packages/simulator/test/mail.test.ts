import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { withSimulator } from './world.ts'

const world = withSimulator()

async function mails(): Promise<Record<string, unknown>[]> {
  return JSON.parse((await world.send('/simulator/mails')).text) as Record<string, unknown>[]
}
async function sendMail(identity: 'mailer' | 'reader', sender: string, body: unknown) {
  return world.graph(
    await world.appToken('contoso', identity),
    `/v1.0/users/${encodeURIComponent(sender)}/sendMail`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    },
  )
}
const to = (...addresses: string[]) => addresses.map((address) => ({ emailAddress: { address } }))

describe('the mailer sends', () => {
  it('to Grace and Omar, from the mailbox of Sam', async () => {
    const answer = await sendMail('mailer', 'sam@contoso.com', {
      message: {
        subject: 'Your access',
        body: {
          contentType: 'HTML',
          content: '<p>It ends <b>soon</b> &amp; you can ask.</p><p>Sam</p>',
        },
        toRecipients: to('grace@adatum.com'),
        bccRecipients: to('omar@outlook.example'),
      },
      saveToSentItems: false,
    })
    expect([answer.status, answer.text]).toEqual([202, ''])
    const arrived = await mails()
    expect(arrived.map((mail) => mail['to'])).toEqual(['omar@outlook.example', 'grace@adatum.com'])
    expect(arrived[0]).toMatchObject({
      from: 'sam@contoso.com',
      subject: 'Your access',
      text: 'It ends soon & you can ask.\n\nSam',
    })
    expect((await world.send('/')).text).toContain('Your access')
    expect((await world.send('/simulator/effects')).text).toContain('mail-sent')
  })

  it.each([
    ['nobody', 'ghost@contoso.com', 404, 'ErrorInvalidUser'],
    ['a guest, whose mailbox is elsewhere', 'Grace', 404, 'MailboxNotEnabledForRESTAPI'],
  ])('nothing as %s', async (_name, sender, status, code) => {
    const from = sender === 'Grace' ? world.userId('Grace Adeyemi') : sender
    const message = { subject: 'x', toRecipients: to('omar@outlook.example') }
    const answer = await sendMail('mailer', from, { message })
    expect(answer.status).toBe(status)
    expect(answer.body['error']).toMatchObject({ code })
    expect(await mails()).toEqual([])
  })

  it.each([
    ['no message', {}, 'ErrorInvalidParameter'],
    ['no recipient', { message: { subject: 'x' } }, 'ErrorInvalidRecipients'],
    ['a recipient without address', { message: { toRecipients: [{}] } }, 'ErrorInvalidRecipients'],
    ['recipients that are no list', { message: { toRecipients: 'x@y' } }, 'ErrorInvalidRecipients'],
  ])('nothing with %s', async (_name, body, code) => {
    const answer = await sendMail('mailer', 'sam@contoso.com', body)
    expect([answer.status, answer.body['error']]).toMatchObject([400, { code }])
    expect(await mails()).toEqual([])
  })

  it('and nobody else does, nor an app as "me"', async () => {
    const message = { subject: 'x', toRecipients: to('omar@outlook.example') }
    expect((await sendMail('reader', 'sam@contoso.com', { message })).status).toBe(403)
    const me = await world.graph(await world.appToken('contoso', 'mailer'), '/v1.0/me/sendMail', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message }),
    })
    expect(me.text).toContain('only valid with delegated authentication flow')
    expect(await mails()).toEqual([])
  })
})

/** Says these lines in turn, each after the answer to the one before. @returns the answers. */
async function converse(...lines: string[]): Promise<string[]> {
  const { hostname, port } = new URL(world.simulator.smtpUrl)
  const socket = connect(Number(port), hostname)
  const answers: string[] = []
  const left = [...lines]
  const reader = createInterface({ input: socket })
  reader.on('line', (line) => {
    if (/^\d{3}-/.test(line)) return
    answers.push(line.slice(0, 3))
    const next = left.shift()
    if (next !== undefined) socket.write(`${next}\r\n`)
  })
  await once(socket, 'close')
  return answers
}

/** The lines of a whole mail, sent as one. */
function letter(messageId: string, html?: string): string {
  return [
    'From: Contoso <foyer@contoso.com>',
    'To: omar@outlook.example',
    'Subject: Your access',
    `Message-ID: ${messageId}`,
    `Content-Type: ${html === undefined ? 'text/plain' : 'text/html'}; charset=utf-8`,
    '',
    html ?? 'It ends soon.',
    '.',
  ].join('\r\n')
}
const envelope = ['MAIL FROM:<foyer@contoso.com>', 'RCPT TO:<omar@outlook.example>', 'DATA']

describe('mail by SMTP', () => {
  it('arrives for each recipient, whatever its encoding', async () => {
    const answers = await converse(
      'EHLO portal',
      'MAIL FROM:<foyer@contoso.com>',
      'RCPT TO:<lena@atelier-vogel.example>',
      'RCPT TO:<omar@outlook.example>',
      'DATA',
      [
        'From: Contoso <foyer@contoso.com>',
        'To: lena@atelier-vogel.example',
        'Subject: =?utf-8?Q?Ihr_Zugang_l=C3=A4uft_ab?=',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=C3=BC=C3=9Fe',
        '..ein Punkt',
        '.',
      ].join('\r\n'),
      'QUIT',
    )
    expect(answers).toEqual(['220', '250', '250', '250', '250', '354', '250', '221'])
    expect(await mails()).toMatchObject([
      { to: 'omar@outlook.example' },
      {
        from: 'foyer@contoso.com',
        to: 'lena@atelier-vogel.example',
        subject: 'Ihr Zugang läuft ab',
        text: 'Grüße\n.ein Punkt',
      },
    ])
  })

  it('is refused out of order, and a wrong word ends nothing', async () => {
    const answers = await converse(
      'HELO portal',
      'RCPT TO:<omar@outlook.example>',
      'MAIL FROM:nobody',
      'MAIL FROM:<>',
      'DATA',
      'RCPT TO:<nowhere>',
      'STARTTLS',
      'RSET',
      'NOOP',
      'VRFY omar',
      'QUIT',
    )
    expect(answers.slice(1)).toEqual('250 503 501 250 503 501 502 250 250 252 221'.split(' '))
    expect(await mails()).toEqual([])
  })

  it('that was cut off in the middle does not arrive', async () => {
    const { hostname, port } = new URL(world.simulator.smtpUrl)
    const socket = connect(Number(port), hostname)
    await once(socket, 'data')
    socket.end('MAIL FROM:<a@b>\r\nRCPT TO:<omar@outlook.example>\r\nDATA\r\nSubject: half\r\n')
    await once(socket, 'close')
    expect(await mails()).toEqual([])
  })

  it('comes once, however often it is sent, and the repeats are told', async () => {
    await converse('HELO portal', ...envelope, letter('<1@contoso.com>'), 'QUIT')
    const again = await converse('HELO portal', ...envelope, letter('<1@contoso.com>'), 'QUIT')
    expect(again).toContain('354')
    await converse('HELO portal', ...envelope, letter('<2@contoso.com>'), 'QUIT')
    expect((await mails()).map(({ messageId }) => messageId)).toEqual([
      '<2@contoso.com>',
      '<1@contoso.com>',
    ])
    const repeats = JSON.parse((await world.send('/simulator/mails/repeats')).text) as unknown
    expect(repeats).toMatchObject([{ to: 'omar@outlook.example', messageId: '<1@contoso.com>' }])
  })

  it('is refused, cut off or lost where a test asks for it', async () => {
    const send = async () => converse('HELO portal', ...envelope, letter('<3@contoso.com>'), 'QUIT')
    const fault = { organization: 'contoso', count: 1 }
    world.simulator.faults.add({ path: 'smtp:rcpt', status: 550, body: '5.1.1 Nobody', ...fault })
    expect(await send()).toContain('550')
    world.simulator.faults.add({ path: 'smtp:data', status: 451, ...fault })
    expect((await send()).at(-2)).toBe('451')
    expect(await mails()).toEqual([])
    world.simulator.faults.add({ path: 'smtp:data', drop: 'after', ...fault })
    expect((await send()).at(-1)).toBe('354')
    expect(await mails()).toHaveLength(1)
    world.simulator.faults.add({ status: 503 })
    expect((await send()).at(-1)).toBe('221')
  })

  it.each([
    ['any name and password', 'PLAIN', '\0foyer\0secret', '235'],
    ['an empty password', 'PLAIN', '\0foyer\0', '535'],
    ['no token', 'XOAUTH2', 'user=foyer@contoso.com\u0001\u0001', '535'],
  ])('takes %s as it has to', async (_name, kind, said, code) => {
    const initial = Buffer.from(said).toString('base64')
    expect(await converse('EHLO portal', `AUTH ${kind} ${initial}`, 'QUIT')).toContain(code)
  })

  it('takes a token for Exchange and none for Graph', async () => {
    const signIn = async (resource: string) => {
      const token = await world.appToken('contoso', 'mailer', resource)
      const said = `user=foyer@contoso.com\u0001auth=Bearer ${token}\u0001\u0001`
      const initial = Buffer.from(said).toString('base64')
      return (await converse('EHLO portal', `AUTH XOAUTH2 ${initial}`, 'QUIT'))[2]
    }
    expect(await signIn('https://outlook.office365.com')).toBe('235')
    expect(await signIn('https://graph.microsoft.com')).toBe('535')
  })
})

describe('a mail in HTML', () => {
  it('is shown as it is, in a frame in which nothing runs and that loads nothing', async () => {
    const hostile = '<p style="color:red">Soon</p><script>alert(1)</script>'
    await converse('HELO portal', ...envelope, letter('<4@contoso.com>', hostile), 'QUIT')
    const page = (await world.send('/')).text
    expect(page).not.toContain('<script')
    const [, address = ''] = /<iframe\s+src="([^"]+)"/.exec(page) ?? []
    expect(page).toMatch(/sandbox="allow-popups allow-popups-to-escape-sandbox"/)
    const { status, text, headers } = await world.send(address)
    expect([status, text.trim()]).toEqual([200, `<base target="_blank">${hostile}`])
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(policy).toMatch(/sandbox allow-popups allow-popups-to-escape-sandbox$/)
    expect((await world.send('/simulator/mails/9/html')).status).toBe(404)
  })
})
