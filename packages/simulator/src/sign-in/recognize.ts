import type { Simulation } from '../simulation.ts'
import type { Account } from '../world/account.ts'
import { findAccountByMail } from '../world/world.ts'
import type { Errand, Outcome } from './outcome.ts'
import { noteSignIn, type Session, signedInAt } from './sessions.ts'

/** What a person did on one of the pages: `account` or `mail`, `code`, `accept`, `terms`, `approve` or `decline`. */
export type Form = Readonly<Record<string, string>>

export interface Recognized {
  readonly account: Account
  /** Whether the home of the account was asked just now. */
  readonly isNewSignIn: boolean
}

/**
 * Who a person says they are, once the home of the account believes it.
 *
 * @param asksAgain whether an earlier sign-in is not enough.
 * @returns the page that asks further, where it does not.
 */
export function recognize<Request extends Errand>(
  simulation: Simulation,
  session: Session,
  request: Request,
  form: Form,
  asksAgain = false,
): Recognized | Outcome<Request> {
  const account = findAccount(simulation, form)
  if (!account) return { kind: 'picker', request, ...(form['mail'] ? { problem: 'unknown' } : {}) }
  const now = simulation.clock.now()
  const isSignedIn = signedInAt(session, account, now) !== undefined
  if (form['accept'] !== undefined || form['approve'] !== undefined) {
    if (!isSignedIn) return { kind: 'picker', request }
    if (form['approve'] !== undefined) session.secondFactors.add(account.accountId)
    return { account, isNewSignIn: false }
  }
  if (isSignedIn && !asksAgain) return { account, isNewSignIn: false }
  if (account.kind === 'mail-code') {
    const asked = askForCode(simulation, request, account, form['code'])
    if (asked) return asked
  }
  noteSignIn(session, account, now)
  return { account, isNewSignIn: true }
}

function findAccount({ world }: Simulation, form: Form): Account | undefined {
  return world.accounts.get(form['account'] ?? '') ?? findAccountByMail(world, form['mail'] ?? '')
}

/** @returns the page that asks, until the right code has been typed. */
function askForCode<Request extends Errand>(
  { mailCodes, mailbox, clock }: Simulation,
  request: Request,
  account: Account,
  code: string | undefined,
): Outcome<Request> | undefined {
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
