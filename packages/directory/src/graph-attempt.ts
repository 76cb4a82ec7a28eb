import type { Deadline } from './deadline.ts'
import { DirectoryError } from './directory-error.ts'
import { troubleOf } from './graph-failure.ts'
import type { GraphAnswer, GraphQuestion, GraphTransport } from './graph-transport.ts'
import { Unanswered } from './retry.ts'

/** Sends a question that can be asked twice. */
export async function attempt(
  transport: GraphTransport,
  question: GraphQuestion,
  deadline: Deadline,
): Promise<GraphAnswer | Unanswered> {
  try {
    const answer = await transport(question, deadline)
    return troubleOf(answer) ?? answer
  } catch (error) {
    if (deadline.signal.aborted) throw new DirectoryError('directory-timeout')
    if (error instanceof DirectoryError) throw error
    // The connection broke. Every question here can be asked twice: reading changes nothing, a link
    // that is gone or there already counts as done, and a second watch ends by itself.
    return new Unanswered(new DirectoryError('directory-failed', { reason: 'connection' }))
  }
}

/** An attempt that may have been carried out or not. */
export interface Untold {
  readonly untold: Unanswered
}

/** Like {@link attempt}, for what must not be asked twice; only 429 says that nothing was begun. */
export async function attemptOnce(
  transport: GraphTransport,
  question: GraphQuestion,
  deadline: Deadline,
): Promise<GraphAnswer | Untold | Unanswered> {
  try {
    const answer = await transport(question, deadline)
    const trouble = troubleOf(answer)
    return trouble && answer.status !== 429 ? { untold: trouble } : (trouble ?? answer)
  } catch (error) {
    // Whoever has no token has not asked.
    if (error instanceof DirectoryError) throw error
    const code = deadline.signal.aborted ? 'directory-timeout' : 'directory-failed'
    return { untold: new Unanswered(new DirectoryError(code, { reason: 'connection' })) }
  }
}
