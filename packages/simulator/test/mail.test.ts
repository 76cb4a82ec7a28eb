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
})
