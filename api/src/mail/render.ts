import type { I18n } from '@lingui/core'
import type { MailContent } from './content.ts'
import { renderHtml, type Spoken } from './render-html.ts'
import { createStandIns, harmless, type Part } from './stand-ins.ts'
import { type ButtonTarget, textOf } from './text.ts'

export interface Rendered {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface RenderSetting {
  readonly content: MailContent
  readonly i18n: I18n
  /** Where all links of a mail lead. */
  readonly publicOrigin: string
  /** Of an address that was made for this mail; undefined where the mail has no button. */
  readonly linkToken: string | undefined
}

/** One mail as plain text and as HTML, which say the same. */
export function renderMail({ content, i18n, publicOrigin, linkToken }: RenderSetting): Rendered {
  const standIns = createStandIns()
  const text = textOf(i18n, standIns.content(content))
  const spoken: Spoken = (line) => standIns.partsOf(line).map(speak)
  const plain = (line: string) =>
    spoken(line)
      .map(({ text }) => text)
      .join('')
  const subject = standIns
    .partsOf(text.subject)
    .map(({ text }) => text)
    .join('')
  const address = text.button && addressOf(text.button.to, content, linkToken)
  const button =
    text.button && address !== undefined
      ? { label: text.button.label, address: new URL(address, publicOrigin).href }
      : undefined
  return {
    subject,
    text: [
      plain(text.greeting),
      ...text.paragraphs.map(plain),
      ...(text.verbatim === undefined ? [] : [text.verbatim]),
      ...(button ? [`${button.label}:\n${button.address}`] : []),
      plain(text.why),
      `--\nFoyer, ${publicOrigin}`,
    ].join('\n\n'),
    html: renderHtml({
      language: i18n.locale,
      organization: harmless(content.organization),
      publicOrigin,
      text,
      spoken,
      button,
    }),
  }
}

/** The path to which a button leads; undefined where its address was not made. */
function addressOf(
  to: ButtonTarget,
  content: MailContent,
  linkToken: string | undefined,
): string | undefined {
  if (to === 'organization' || to === 'guest') {
    if (!('slug' in content)) return undefined
    const organization = `/o/${encodeURIComponent(content.slug)}`
    if (to === 'organization') return organization
    return 'guestId' in content
      ? `${organization}/guests/${encodeURIComponent(content.guestId)}`
      : undefined
  }
  const pages = ['asked', 'asked-endings', 'exit-requests', 'guests', 'invitations', 'left-guests']
  if (pages.includes(to)) {
    return 'slug' in content ? `/o/${encodeURIComponent(content.slug)}/${to}` : undefined
  }
  if (linkToken === undefined) return undefined
  const page = to === 'receipt' ? 'receipts' : to === 'invitation' ? 'i' : to
  return `/${page}/${encodeURIComponent(linkToken)}`
}

/**
 * What runs from right to left stands by itself in a line of the other direction, and what looks like
 * an address in a name does not become a link by the zeal of a mail program.
 */
function speak({ text, isName }: Part): Part {
  if (!isName) return { text, isName }
  const unlinked = text.replaceAll(/\.(?=[\p{L}\p{N}])|:(?=\/\/)/gu, '$&\u200B')
  return { text: rightToLeft.test(unlinked) ? `\u2068${unlinked}\u2069` : unlinked, isName }
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
