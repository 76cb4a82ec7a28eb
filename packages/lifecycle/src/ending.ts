/** Who ends the access of so many guests in a day, as a sponsor, asks an operator for the next. */
export const mostEndingsADay = 10

/** For so long nothing is done: whoever decided sees it, and can stop it. */
const waitMinutes = 10

/** When a guest is blocked whose access was ended. */
export function blocksAfter(askedAt: Date): Date {
  return new Date(askedAt.getTime() + waitMinutes * 60_000)
}
