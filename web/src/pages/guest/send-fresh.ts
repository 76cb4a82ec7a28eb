import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { type Answer, settle } from '../../failure.ts'
import type { Session } from '../../session/session.ts'

/**
 * Sends what needs a sign-in from just now. Where there is none, what was written is kept, Microsoft
 * asks who it is, and the question stands there again with its words, for one more click.
 *
 * @param question the address at which it is asked.
 */
export async function sendFresh<T>(
  session: Session,
  organization: OrganizationLocation,
  question: string,
  words: Readonly<Record<string, string>>,
  send: (challenge: string | undefined) => Promise<T>,
): Promise<Answer<T>> {
  const challenge = session.begun.find(question)?.challenge
  const answer = await settle(send(challenge))
  const failure = 'failure' in answer ? answer.failure : undefined
  const asked = failure?.code === 'sign-in-too-old' ? failure.trace.challenge : undefined
  if (asked) {
    session.begun.keep(question, { words, challenge: asked })
    // Whoever has just come back from there is told instead.
    if (!challenge) return session.signIn(organization, { returnTo: question, ask: 'anew' })
  } else if (!failure?.isUncertain) session.begun.forget(question)
  return answer
}
