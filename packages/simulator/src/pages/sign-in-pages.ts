import { cast } from '../seed/cast.ts'
import type { Errand } from '../sign-in/outcome.ts'
import { signedInAt } from '../sign-in/sessions.ts'
import type { SignInError, Trace } from '../sign-in/sign-in-error.ts'
import type { Account } from '../world/account.ts'
import { avatar } from './avatar.ts'
import { answerForm, type PageContext, type Question, shell, type Shown } from './dialog.ts'
import { html, type Html } from './html.ts'
import { page } from './page.ts'
import { reviewPage, termsPage } from './redemption-pages.ts'

export function signInPage(outcome: Shown, context: PageContext): string {
  if (outcome.kind === 'picker') return pickerPage(outcome, context)
  if (outcome.kind === 'code') return codePage(outcome, context)
  const pages = {
    review: reviewPage,
    terms: termsPage,
    consent: consentPage,
    mfa: secondFactorPage,
  }
  return pages[outcome.kind](outcome, context)
}

function pickerPage(outcome: Extract<Shown, { kind: 'picker' }>, context: PageContext): string {
  const { request, hinted, problem } = outcome
  const people = cast.map(({ account }) => account)
  const isHere = (account: Account) => signedInAt(context.session, account, context.now)
  const here = people.filter((account) => isHere(account) && account !== hinted)
  const others = people.filter((account) => !isHere(account) && account !== hinted)
  const first = hinted ? [hinted] : here
  const rest = hinted ? [...here, ...others] : others
  return shell(
    titleOf(outcome),
    request,
    html`${
        first.length > 0 &&
        html`<h2>${hinted ? hintOf(request) : 'Signed in here'}</h2>
          ${accountList(first, context)}`
      }
      <h2>${first.length > 0 ? 'Another account' : 'Accounts of this world'}</h2>
      ${accountList(rest, context)}
      <form method="post" action="${context.action}">
        <label for="mail">Any other address of this world</label>
        ${problem && html`<p class="problem" role="alert">No account here has this address.</p>`}
        <div class="row">
          <input id="mail" name="mail" type="email" autocomplete="off" required />
          <button>Next</button>
        </div>
      </form>`,
  )
}

function titleOf({ request, hinted }: Extract<Shown, { kind: 'picker' }>): string {
  if (request.invited !== undefined) return 'Sign in'
  return hinted ? 'Sign in again' : 'Pick an account'
}

function hintOf({ invited }: Errand): string {
  return invited === undefined ? 'The account that was asked for' : 'The account that was invited'
}

function accountList(accounts: readonly Account[], { action }: PageContext): Html {
  return html`<form method="post" action="${action}">
    <ul class="accounts">
      ${accounts.map(
        (account) =>
          html`<li>
            <button name="account" value="${account.accountId}">
              ${avatar(account.name)}<span><b>${account.name}</b> <bdi>${account.mail}</bdi></span>
            </button>
          </li>`,
      )}
    </ul>
  </form>`
}

const codeProblems = {
  wrong: 'This is not the code that was sent.',
  ended: 'This code works no more. Ask for a new one.',
}

function codePage(outcome: Extract<Shown, { kind: 'code' }>, context: PageContext): string {
  const { request, account, problem } = outcome
  return shell(
    'Enter code',
    request,
    html`<p>
        A code was sent to <bdi>${account.mail}</bdi>. It arrives in the mailbox of the
        <a href="/#mailbox" target="_blank" rel="noopener">simulator’s start page</a>.
      </p>
      <form method="post" action="${context.action}">
        <input type="hidden" name="account" value="${account.accountId}" />
        <label for="code">Code</label>
        ${problem && html`<p class="problem" role="alert" id="problem">${codeProblems[problem]}</p>`}
        <div class="row">
          <input
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            autofocus
            ${problem ? html`aria-invalid="true" aria-describedby="problem"` : ''}
          />
          <button class="primary">Sign in</button>
        </div>
      </form>
      <form method="post" action="${context.action}">
        <button class="plain" name="account" value="${account.accountId}">Send a new code</button>
      </form>`,
  )
}

function consentPage(outcome: Question, context: PageContext): string {
  const { request, tenant, account } = outcome
  return shell(
    'Permissions requested',
    request,
    html`<p>
        ${request.application.displayName} would like to sign you in at ${tenant.name} and act there
        in your name.
      </p>
      ${answerForm(account, context)}`,
  )
}

/** Whatever the second factor is, to give it is a button here. */
function secondFactorPage({ request, account }: Question, context: PageContext): string {
  return shell(
    'Approve sign-in request',
    request,
    html`<p>Your organization needs more information to be sure that it is you.</p>
      <form method="post" action="${context.action}">
        <input type="hidden" name="account" value="${account.accountId}" />
        <div class="row end">
          <button class="primary" name="approve" value="yes">Approve</button>
        </div>
      </form>`,
  )
}

/** A dead end, as Entra's: it does not lead back, and says what a help desk asks for. */
export function signInErrorPage(error: SignInError, trace: Trace): string {
  return page(
    'Sign in: sorry, but we’re having trouble signing you in',
    html`<main class="dialog">
      <p class="brand">Sign in</p>
      <h1>Sorry, but we’re having trouble signing you in.</h1>
      <p>AADSTS${error.code}: ${error.message}</p>
      <h2>Troubleshooting details</h2>
      <p class="trace">
        Request Id: <code>${trace.traceId}</code><br />
        Correlation Id: <code>${trace.correlationId}</code><br />
        Timestamp: <code>${trace.timestamp}</code><br />
        Message: <code>AADSTS${error.code}</code>
      </p>
    </main>`,
  )
}

export function signedOutPage(isSignedOut: boolean): string {
  return page(
    'Sign out',
    html`<main class="dialog">
      <p class="brand">Sign out</p>
      <h1>${isSignedOut ? 'You signed out of your account' : 'Nobody was signed in here'}</h1>
      <p>It’s a good idea to close all browser windows.</p>
      <p><a href="/">Back to the start page of this world</a></p>
    </main>`,
  )
}
