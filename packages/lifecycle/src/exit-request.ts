const dayMs = 24 * 60 * 60_000

/** How long a code counts, and how often one may be tried. */
export const codeMinutes = 10
export const codeTries = 5

/** An account that was used so lately may not have asked: somebody else may read its mailbox. */
const lateDays = 30
/** For so long a request about such an account waits for an objection. */
const objectionDays = 14
/** So long before an answer is due, whoever owes it is told once more. */
const reminderDays = [7, 1] as const

/** What is known of the account of a request. */
export interface Account {
  /** Whether its invitation was taken up: nobody signs in with one that was not. */
  readonly isRedeemed: boolean | undefined
  /** Undefined where nobody can tell, which does not mean long ago. */
  readonly lastSignInAt: Date | undefined
}

/**
 * Until when a request waits for the guest to confirm it or for anybody to object, before the
 * organization is asked; undefined where it need not, because nobody uses the account.
 */
export function objectableUntil(
  { isRedeemed, lastSignInAt }: Account,
  askedAt: Date,
): Date | undefined {
  if (isRedeemed === false) return undefined
  if (lastSignInAt && lastSignInAt.getTime() <= askedAt.getTime() - lateDays * dayMs) {
    return undefined
  }
  return after(askedAt, objectionDays)
}

/** When the organization owes an answer, counted from the request and not from its confirmation. */
export function answerDueAt(askedAt: Date, dueDays: number): Date {
  return after(askedAt, dueDays)
}

/** When the account is removed that is blocked from an answer on. */
export function removedAfterGrace(answeredAt: Date, graceDays: number): Date {
  return after(answeredAt, graceDays)
}

/**
 * What the people who owe an answer are to be told now: each is told once, the last that is true.
 *
 * @returns `overdue` from the due date on; `again-7`, `again-1` so many days before; else undefined.
 */
export function reminderDue(
  dueAt: Date,
  now: Date,
): 'overdue' | `again-${(typeof reminderDays)[number]}` | undefined {
  if (now >= dueAt) return 'overdue'
  const due = reminderDays.filter((days) => now >= after(dueAt, -days)).at(-1)
  return due && `again-${due}`
}

function after(date: Date, days: number): Date {
  return new Date(date.getTime() + days * dayMs)
}
