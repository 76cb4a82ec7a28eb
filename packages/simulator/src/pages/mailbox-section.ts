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
              ${opened.text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}
            </article>`
        : html`<p class="quiet">
            No mail has been sent yet. Codes for signing in arrive here too.
          </p>`
    }
  </section>`
}

function dayOf(at: string): string {
  const format = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(new Date(at))
}
