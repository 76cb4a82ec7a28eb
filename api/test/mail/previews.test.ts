import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { languageOf } from '../../src/mail/languages.ts'
import { renderMail } from '../../src/mail/render.ts'
import { mails } from '../support/mails.ts'

const publicOrigin = 'https://guests.contoso.com'

describe.each(['en', 'de'])('in %s', (language) => {
  test.each(Object.entries(mails))('%s is read as it was last seen', async (name, content) => {
    const isLinked = ['leavingId', 'codeId', 'exitRequestId', 'invitationId'].some(
      (id) => id in content,
    )
    const linkToken = isLinked ? 'k3Jd0n8sV2' : undefined
    const i18n = languageOf(language)
    const mail = renderMail({ content, i18n, publicOrigin, linkToken })
    const preview = join(import.meta.dirname, 'previews', `${name}.${language}`)
    await expect(mail.html).toMatchFileSnapshot(`${preview}.html`)
    await expect(`Subject: ${mail.subject}\n\n${mail.text}\n`).toMatchFileSnapshot(`${preview}.txt`)
  })
})

test.each([
  [0, 'You were in none of its groups.'],
  [1, 'Your place in one group ended with it.'],
  [12, 'Your places in 12 groups ended with it.'],
])('whoever left %i groups behind is told so', (groupCount, sentence) => {
  const content = { ...mails['left-organization'], groupCount }
  const { text } = renderMail({ content, i18n: languageOf('en'), publicOrigin, linkToken: 'x' })
  expect(text).toContain(sentence)
})

test.each([
  [['de-AT'], 'Sie haben Contoso verlassen'],
  [['pt', 'de'], 'Sie haben Contoso verlassen'],
  [['tlh', ''], 'You have left Contoso'],
  [['__proto__', 'constructor'], 'You have left Contoso'],
])('whoever speaks %j reads "%s"', (wanted, subject) => {
  const content = mails['left-organization']
  const mail = renderMail({ content, i18n: languageOf(...wanted), publicOrigin, linkToken: 'x' })
  expect(mail.subject).toBe(subject)
})

test('no subject tells a code to whoever looks over a shoulder', () => {
  const withCode = Object.values(mails).filter((content) => 'code' in content)
  expect(withCode.length).toBeGreaterThan(1)
  for (const content of withCode) {
    const { subject } = renderMail({
      content,
      i18n: languageOf('en'),
      publicOrigin,
      linkToken: undefined,
    })
    expect(subject).not.toMatch(/\d/)
  }
})

test.each([
  [500, 500],
  [501, 500],
])('a reason of %i characters is told to %i', (written, told) => {
  const content = { ...mails['exit-refused'], reason: 'x'.repeat(written) }
  const { text } = renderMail({ content, i18n: languageOf('en'), publicOrigin, linkToken: 'x' })
  expect(/“(x+…?)”/.exec(text)?.[1]).toHaveLength(told)
})
