import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import { findAccountByMail } from '../world/world.ts'
import {
  answerUrl,
  type AuthorizationRequest,
  readAuthorizationRequest,
} from './authorization-request.ts'
import type { Visit } from './authorize.ts'
import { completeSignIn, type Outcome } from './complete-sign-in.ts'
import { noteSignIn, type Session, signedInAt } from './sessions.ts'
import { describe, SignInError, traceOf } from './sign-in-error.ts'

type Form = Readonly<Record<string, string>>

/** What a person did on one of the sign-in pages: `account`, `code`, `accept` or `decline`. */
export function logIn(
  simulation: Simulation,
  visit: Visit & { readonly session: Session },
  form: Form,
): Outcome {
  const request = readAuthorizationRequest(simulation, visit.tenantName, visit.query)
  const account = findAccount(simulation, form)
  if (!account) return { kind: 'picker', request, ...(form['mail'] ? { problem: 'unknown' } : {}) }

  if (form['decline'] !== undefined) return decline(simulation, request)
  const now = simulation.clock.now()
  const isSignedIn = signedInAt(visit.session, account, now) !== undefined
  if (form['accept'] !== undefined || form['approve'] !== undefined) {
    if (!isSignedIn) return { kind: 'picker', request }
    if (form['approve'] !== undefined) {
      visit.session.secondFactors.add(account.accountId)
      return completeSignIn(simulation, request, visit.session, account)
    }
    return completeSignIn(simulation, request, visit.session, account, { hasAccepted: true })
  }
  if (isSignedIn && request.prompt !== 'login') {
    return completeSignIn(simulation, request, visit.session, account)
  }
  if (account.kind === 'mail-code') {
    const asked = askForCode(simulation, request, account, form['code'])
    if (asked) return asked
  }
  noteSignIn(visit.session, account, now)
  return completeSignIn(simulation, request, visit.session, account, { isNewSignIn: true })
}

function findAccount({ world }: Simulation, form: Form): Account | undefined {
  return world.accounts.get(form['account'] ?? '') ?? findAccountByMail(world, form['mail'] ?? '')
}

/** @returns the page that asks, until the right code has been typed. */
function askForCode(
  { mailCodes, mailbox, clock }: Simulation,
  request: AuthorizationRequest,
  account: Account,
  code: string | undefined,
): Outcome | undefined {
  const now = clock.now()
  if (code !== undefined) {
    const verdict = mailCodes.redeem(account.accountId, code, now)
    if (verdict === 'accepted') return undefined
    return { kind: 'code', request, account, problem: verdict }
  }
  const sent = mailCodes.create(account.accountId, now)
  const organization = request.tenant?.name ?? 'Your organization'
  mailbox.deliver({
    at: now.toISOString(),
    from: `${organization} (via Microsoft)`,
    to: account.mail,
    subject: `Your ${organization} account verification code`,
    text: `Account verification code:\n\n${sent}\n\nEnter this code where you sign in to ${organization}. It works for 30 minutes.`,
  })
  return { kind: 'code', request, account }
}

/** Who does not consent is the one case besides silence that goes back to the client. */
function decline({ clock }: Simulation, { answer }: AuthorizationRequest): Outcome {
  const error = new SignInError(65004)
  const description = describe(error, traceOf(clock.now(), undefined))
  return {
    kind: 'redirect',
    url: answerUrl(answer, { error: error.error, error_description: description }),
  }
}
