import type { Mail } from '../control/mailbox.ts'
import type { Simulation } from '../simulation.ts'
import { findAccountByMail } from '../world/world.ts'
import { html, type Html } from './html.ts'

/** Every mail of this world, newest first, and one of them opened. */
export function mailboxSection({ mailbox, world }: Simulation, openId: number): Html {
  const mails = mailbox.list()
  const opened = mails.find(({ id }) => id === openId) ?? mails[0]
  return html`<section class="card" id="mailbox" aria-labelledby="mails">
    <h2 id="mails">Mailbox</h2>
    ${
      opened
        ? html`<ul class="mails">
              ${mails.map(
                (mail) =>
                  html`<li>
                    <a
                      href="/?mail=${mail.id}#mailbox"
                      ${mail === opened ? html`aria-current="true"` : ''}
                    >
                      <b><bdi>${findAccountByMail(world, mail.to)?.name ?? mail.to}</bdi></b
                      ><time datetime="${mail.at}">${dayOf(mail.at)}</time>
                      <span>${mail.subject}</span>
                    </a>
                  </li>`,
              )}
            </ul>
            <article>
              <p class="quiet">From ${opened.from}, to <bdi>${opened.to}</bdi></p>
              <h3>${opened.subject}</h3>
              ${contentOf(opened)}
            </article>`
        : html`<p class="quiet">
            No mail has been sent yet. Codes for signing in arrive here too.
          </p>`
    }
  </section>`
}

function contentOf({ id, text, html: styled }: Mail): Html {
  const paragraphs = html`${text
    .split(/\n\n+/)
    .map((paragraph) => html`<p class="plain-text">${paragraph}</p>`)}`
  if (styled === undefined) return paragraphs
  return html`<iframe
      src="/simulator/mails/${id}/html"
      title="The mail as a mail program shows it"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>
    <details>
      <summary>The same as plain text</summary>
      ${paragraphs}
    </details>`
}

/**
 * What the HTML of a mail is sent with, whoever wrote it: nothing in it runs, and it loads nothing.
 * Its own address, because in a frame of the page the page's own policy would take its styles away.
 */
export const mailHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-popups allow-popups-to-escape-sandbox',
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
}

/** As a mail program does: what a link leads to opens beside the mail. */
export function mailPage({ html: styled = '' }: Mail): string {
  return styled.replace(/<head\b[^>]*>|^/i, '$&<base target="_blank">')
}

function dayOf(at: string): string {
  const format = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(new Date(at))
}
