import { describe, expect, test } from 'vitest'
import type { MailContent } from '../../src/mail/content.ts'
import { languageOf } from '../../src/mail/languages.ts'
import { renderMail } from '../../src/mail/render.ts'
import { mails } from '../support/mails.ts'

const publicOrigin = 'https://guests.contoso.com'
const linkToken = 'k3Jd0n8sV2'

/** What a directory may hold as the name of a person, a group or an organization. */
const hostileNames = {
  'an element that acts': '<img src=x onerror=alert(1)>',
  'an end of everything': '</p></div></body></html><script>alert(1)</script>',
  'an attribute': '" onmouseover="alert(1)" style="position:fixed',
  'an entity': '&lt;script&gt;&#x3C;b&#x3E;',
  'a header': 'Grace\r\nBcc: x@y.example\r\n\r\n<h1>Hi</h1>',
  'a lonely line feed': 'Grace\nBcc: x@y.example',
  'a line separator': 'Grace\u2028Bcc: x@y.example\u2029\u0085\u000B\u000C',
  'text that turns round': 'Grace\u202Eecarg\u2066\u2067\u200F\u061C',
  'a null': 'Grace\0Adeyemi\u001B[31m',
  'half a sign': 'Grace\uD83D Adeyemi\uDE00',
  'hidden letters': 'Grace\u{E0042}\u{E0043}\uFEFF',
  'a stand-in': '\uE000\uE100\uE000\uE101 \uE000',
  'a placeholder': '{organization} {0} # {n, plural, other {x}}',
  'a pattern of replacement': "$& $1 $` $' $<name>",
  'an address of a page': 'Win at https://evil.example/?a=b or www.evil.example',
  'an address that is no page': 'javascript:alert(1) data:text/html,x file://x',
  'ten thousand characters': 'Grace '.repeat(2_000),
  'ten thousand marks': `G${'\u0301'.repeat(10_000)}`,
  'a name from right to left': 'محمد علي',
  nothing: '',
} as const

const named = [
  'reason',
  'by',
  'to',
  'message',
  'purpose',
  'sponsor',
  'newAddress',
  'note',
  'code',
  'name',
  'organization',
  'group',
  'guest',
  'ownerless',
  'person',
  'proposed',
  'guests',
]

/** The mail with the name in the place of each name in it. */
function spoil(content: MailContent, name: string): MailContent {
  return Object.fromEntries(
    Object.entries(content).map(([key, value]) => [
      key,
      named.includes(key) ? spoilName(value, name) : (value as unknown),
    ]),
  ) as unknown as MailContent
}

function spoilName(value: unknown, name: string): unknown {
  if (!Array.isArray(value)) return name
  // As many as before, so that the mail has as many parts.
  return value.map((each) =>
    typeof each === 'string'
      ? name
      : Object.fromEntries(
          Object.entries(each as object).map(([key, word]: [string, unknown]) => [
            key,
            named.includes(key) ? name : word,
          ]),
        ),
  )
}

const tagsOf = (html: string) => [...html.matchAll(/<\/?[a-z0-9]+/gi)].map(([tag]) => tag)
const attributesOf = (html: string) =>
  [...html.matchAll(/<[a-z0-9]+((?:\s+[\w-]+="[^"<>]*")*)\s*\/?>/gi)].flatMap(([, text = '']) =>
    [...text.matchAll(/([\w-]+)="/g)].map(([, name]) => name),
  )

describe.each(Object.entries(mails))('%s', (_kind, content) => {
  test.each(Object.entries(hostileNames))(
    'with %s for every name is one harmless mail',
    (_n, name) => {
      for (const language of ['en', 'de']) {
        const i18n = languageOf(language)
        const setting = { i18n, publicOrigin, linkToken }
        const good = renderMail({ ...setting, content })
        const mail = renderMail({ ...setting, content: spoil(content, name) })

        // The same elements with the same attributes, whatever the names are.
        expect(tagsOf(mail.html)).toEqual(tagsOf(good.html))
        expect(attributesOf(mail.html)).toEqual(attributesOf(good.html))
        expect(mail.text.split('\n')).toHaveLength(good.text.split('\n').length)
        expect(mail.subject).not.toMatch(
          /[\p{Cc}\p{Co}\p{Cs}\u2028-\u202E\u2066-\u2069\u061C\u200F]/u,
        )
        expect(mail.text).not.toMatch(
          /[^\P{Cc}\n]|[\p{Co}\p{Cs}\u2028-\u202E\u2066\u2067\u061C\u200F]/u,
        )
        expect(mail.html).not.toMatch(
          /[^\P{Cc}\n]|[\p{Co}\p{Cs}\u2028-\u202E\u2066\u2067\u061C\u200F]/u,
        )
        expect(mail.subject.length).toBeLessThan(500)
        expect(mail.text.length).toBeLessThan(4_000)
      }
    },
  )

  test.each(Object.entries(hostileNames))('with %s leads only to the portal', (_n, name) => {
    const i18n = languageOf('en')
    const mail = renderMail({ i18n, publicOrigin, linkToken, content: spoil(content, name) })
    const targets = [...mail.html.matchAll(/\b(?:href|src|action|background|srcset)="([^"]*)"/g)]
    for (const [, target = ''] of targets) {
      expect(new URL(target).origin).toBe(publicOrigin)
      const pages = [
        '/',
        `/receipts/${linkToken}`,
        `/not-me/${linkToken}`,
        `/exit-status/${linkToken}`,
        `/i/${linkToken}`,
        `/move/${linkToken}`,
        `/reset/${linkToken}`,
        '/o/contoso/invitations',
        '/o/fabrikam/left-guests',
        '/o/contoso/exit-requests',
        '/o/contoso/asked',
        '/o/contoso/asked-endings',
        '/o/contoso',
        '/o/contoso/guests',
        '/o/contoso/guests/1eaf0000-0000-4000-8000-000000000002',
      ]
      expect(pages).toContain(new URL(target).pathname)
    }
    // What a mail program would make a link of by itself.
    for (const [address] of mail.text.matchAll(/\b(https?:\/\/|www\.)[\w.-]+/g)) {
      expect(address).toBe(publicOrigin)
    }
    expect(mail.html).not.toMatch(/<(form|img|script|iframe|object|input|button|link|base)\b/)
    expect(mail.html).not.toMatch(/url\(|@import/)
  })
})

test('a token that is no token becomes no other address', () => {
  const content = mails['left-group']
  const token = '../../v1/me?x=#y" onclick="'
  const { html } = renderMail({ i18n: languageOf('en'), publicOrigin, linkToken: token, content })
  expect(html).toContain(`href="${publicOrigin}/receipts/..%2F..%2Fv1%2Fme%3Fx%3D%23y%22%20onclick`)
})
