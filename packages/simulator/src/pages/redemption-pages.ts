import type { Trace } from '../sign-in/sign-in-error.ts'
import type { Tenant } from '../world/tenant.ts'
import { answerForm, type PageContext, type Question, shell } from './dialog.ts'
import { html, type Html } from './html.ts'
import { page } from './page.ts'

/** What an organization will do with whoever takes up its invitation (redemption-experience.md). */
export function reviewPage({ request, tenant, account }: Question, context: PageContext): string {
  return shell(
    'Review permissions',
    request,
    html`<p><b>${tenant.name}</b> (${tenant.domains[0]}) would like to:</p>
      <ul class="permissions">
        <li>
          <b>Receive your profile data</b>
          <span>Your name, e-mail address and photo</span>
        </li>
        <li>
          <b>Collect and log your activity</b>
          <span>What you open, use and add in its apps and resources</span>
        </li>
        <li>
          <b>Use your profile data and activity data</b>
          <span>To run and protect the apps and resources that you are given</span>
        </li>
      </ul>
      <p>
        Accept only if you trust ${tenant.name}. By accepting you let it use your data to create,
        control and administer an account by its own rules. ${privacyOf(tenant)}
      </p>
      ${answerForm(account, context)}`,
  )
}

function privacyOf({ name, privacyProfile }: Tenant): Html {
  if (!privacyProfile) return html`${name} has not provided links to its terms for you to review.`
  return html`Read
    <a href="${privacyProfile.statementUrl}" target="_blank" rel="noopener"
      >${name}’s privacy statement</a
    >. Questions go to ${privacyProfile.contactEmail}.`
}

/** Terms come after the permissions, and are agreed to or not. */
export function termsPage({ request, tenant, account }: Question, context: PageContext): string {
  return shell(
    `${tenant.name} terms of use`,
    request,
    html`<p>
        To reach its resources you have to read and accept what ${tenant.name} asks of guests.
      </p>
      <details class="terms">
        <summary>${tenant.termsOfUse?.name}</summary>
        <p>${tenant.termsOfUse?.text}</p>
      </details>
      ${answerForm(account, context, 'terms')}`,
  )
}

/** The link leads to nothing, and the page does not say why. */
export function redemptionFailedPage({ traceId, correlationId, timestamp }: Trace): string {
  return page(
    'Invitation redemption failed',
    html`<main class="dialog">
      <p class="brand">Invitations</p>
      <h1>Invitation redemption failed</h1>
      <p>An error has occurred. Please retry again shortly.</p>
      <h2>Troubleshooting details</h2>
      <p class="trace">
        Request Id: <code>${traceId}</code><br />
        Correlation Id: <code>${correlationId}</code><br />
        Timestamp: <code>${timestamp}</code>
      </p>
    </main>`,
  )
}
