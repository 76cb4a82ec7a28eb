import type { Deadline } from './deadline.ts'
import type { RestorationAttempt } from './graph-acts.ts'
import { retry, Unanswered } from './retry.ts'

/**
 * `not-there`: the directory has them among the removed no more. `taken`: somebody else has their
 * name or an address of theirs now.
 */
export type Restoration = 'restored' | 'not-there' | 'taken'

/**
 * Restores a person once. An attempt whose end nobody told is never just repeated, since somebody may
 * have removed the person again in between: first the directory is asked whether they are there.
 *
 * @throws {DirectoryError} when it was not done, or nobody can tell.
 */
export async function restoreOnce(
  deadline: Deadline,
  attempt: () => Promise<RestorationAttempt>,
  isThere: () => Promise<boolean>,
): Promise<Restoration> {
  let hasTried = false
  return retry(deadline, async () => {
    const outcome = await attempt()
    if (outcome === 'not-there' && hasTried) return 'restored'
    if (!(outcome instanceof Unanswered)) return outcome
    hasTried = true
    return (await isThere()) ? 'restored' : outcome
  })
}
