import { openInvitation, type OpenedInvitation } from '@foyer/contracts/invitation-link'
import { i18n } from '@lingui/core'
import { useCallback, useEffect, useState } from 'react'
import type { Call } from '../call.ts'
import { type Answer, Failure, settle } from '../failure.ts'
import { activateLanguage, findLanguage } from '../language/languages.ts'
import { createInvited } from '../session/invited.ts'
import { invitationCatalogues } from './invitation-catalogues.ts'
import { isWhole } from './read-address.ts'

/** While the directory is asked elsewhere, how it went is looked at so often. */
const lookAgainAfterMs = 3_000

export interface Reading {
  /** Absent until the first answer. */
  readonly answer: Answer<OpenedInvitation> | undefined
  readonly isReading: boolean
  readonly readAgain: () => Promise<void>
}

/**
 * The invitation as it stands, read again where it may have moved on.
 *
 * @param first what was asked before there was a page.
 */
export function useInvitation(
  token: string,
  call: Call,
  first: Promise<Answer<OpenedInvitation>>,
): Reading {
  const [answer, setAnswer] = useState<Answer<OpenedInvitation>>()
  const [isReading, setIsReading] = useState(true)
  const keep = useCallback((next: Answer<OpenedInvitation>) => {
    // What is known is better than that it cannot be read a second time.
    setAnswer((last) => (last && 'value' in last && isPassing(next) ? last : next))
    setIsReading(false)
  }, [])

  useEffect(() => void translate(first).then(keep), [first, keep])

  const state = answer && 'value' in answer ? answer.value.state : undefined
  useEffect(() => {
    if (state === undefined) return undefined
    // Whoever comes back from Microsoft in another tab finds here what has become of it.
    const look = () => {
      if (document.visibilityState === 'visible') void read(token, call).then(keep)
    }
    document.addEventListener('visibilitychange', look)
    const timer = state === 'accepting' ? setInterval(look, lookAgainAfterMs) : undefined
    return () => {
      document.removeEventListener('visibilitychange', look)
      clearInterval(timer)
    }
  }, [state, token, call, keep])

  return {
    answer,
    isReading,
    readAgain: async () => {
      setIsReading(true)
      keep(await read(token, call))
    },
  }
}

/** Asks for it. A link that was cut off is not asked about. */
export async function askForInvitation(
  token: string,
  call: Call,
): Promise<Answer<OpenedInvitation>> {
  if (!isWhole(token)) return { failure: new Failure('invitation-link-not-found') }
  return settle(call(openInvitation, { params: { token } }))
}

async function read(token: string, call: Call): Promise<Answer<OpenedInvitation>> {
  return translate(askForInvitation(token, call))
}

/** What there is to read, once the page speaks its language. */
async function translate(
  asked: Promise<Answer<OpenedInvitation>>,
): Promise<Answer<OpenedInvitation>> {
  const answer = await asked
  if ('value' in answer) {
    noteInvited(answer.value)
    await speak(answer.value)
  }
  return answer
}

/** For whoever is stopped at Microsoft with another account, and looks for help. */
function noteInvited({ organization: { slug }, offer }: OpenedInvitation): void {
  if (offer) createInvited(sessionStorage).note(slug, offer)
}

function isPassing(answer: Answer<unknown>): boolean {
  return 'failure' in answer && answer.failure.isPassing
}

/** In the language of the invitation, unless somebody has chosen another in this browser. */
async function speak(invitation: OpenedInvitation): Promise<void> {
  const language = findLanguage(localStorage, [invitation.language])
  if (language.tag !== i18n.locale) await activateLanguage(language, invitationCatalogues)
}
