import type { Errand, Outcome } from '../sign-in/outcome.ts'
import type { Session } from '../sign-in/sessions.ts'
import type { Account } from '../world/account.ts'
import { html, type Html } from './html.ts'
import { page } from './page.ts'

export type Shown = Exclude<Outcome<Errand>, { kind: 'redirect' }>
export type Question = Extract<Shown, { kind: 'review' | 'terms' | 'consent' | 'mfa' }>

/** Where the forms of these pages are sent: the same request again, with what the person did. */
export interface PageContext {
  readonly action: string
  readonly session: Session | undefined
  readonly now: Date
}

/** A page with one question, of an organization. */
export function shell(
  title: string,
  { application, tenant, invited }: Errand,
  content: Html,
): string {
  const organization = tenant?.name ?? 'your organization'
  return page(
    `${title} – ${organization}`,
    html`<main class="dialog">
      <p class="brand">${organization}</p>
      <h1>${title}</h1>
      <p class="lead">
        ${
          invited === undefined
            ? `to continue to ${application.displayName}`
            : html`to take up the invitation sent to <bdi>${invited}</bdi>`
        }
      </p>
      ${content}
    </main>`,
  )
}

/** Yes or no, to the permissions or, with those accepted, to the terms. */
export function answerForm(
  account: Account,
  { action }: PageContext,
  about: 'accept' | 'terms' = 'accept',
): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="account" value="${account.accountId}" />
    ${about === 'terms' && html`<input type="hidden" name="accept" value="yes" />`}
    <div class="row end">
      <button name="decline" value="yes">${about === 'terms' ? 'Decline' : 'Cancel'}</button>
      <button class="primary" name="${about}" value="yes">Accept</button>
    </div>
  </form>`
}
