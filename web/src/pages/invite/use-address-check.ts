import type { InvitationCheck } from '@foyer/contracts/invitation-check'
import { useCallback, useEffect } from 'react'
import { useFetcher } from 'react-router'
import type { Failure } from '../../failure.ts'
import { paths } from '../../paths.ts'
import type { checkAddressAction } from './check-address.ts'

/** So long after the last key it is asked: each time counts as an act of the day. */
const restMs = 800

/** Whether it can be a whole address, and not one that is still being typed. */
function isWholeAddress(mail: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(mail)
}

export interface AddressCheck {
  /** Of this very address. */
  readonly check: InvitationCheck | undefined
  readonly failure: Failure | undefined
  readonly isReading: boolean
  readonly readAgain: () => void
}

/** What would become of an invitation to an address, while it is written. */
export function useAddressCheck(slug: string, mail: string): AddressCheck {
  const { submit, data, state } = useFetcher<typeof checkAddressAction>()
  const action = paths.checkAddress(slug)
  const isWhole = isWholeAddress(mail)
  const isKnown = data?.mail === mail
  const readAgain = useCallback(() => {
    if (!isWhole) return
    // It changes nothing: what was typed stays as it is.
    const options = { action, encType: 'application/json', defaultShouldRevalidate: false } as const
    void submit(JSON.stringify({ mail }), { method: 'post', ...options })
  }, [submit, action, mail, isWhole])
  useEffect(() => {
    if (isKnown) return undefined
    const timer = setTimeout(readAgain, restMs)
    return () => clearTimeout(timer)
  }, [readAgain, isKnown])

  const answer = isWhole && isKnown ? data.answer : undefined
  return {
    check: answer && 'value' in answer ? answer.value : undefined,
    failure: answer && 'failure' in answer ? answer.failure : undefined,
    isReading: isWhole && (state !== 'idle' || !isKnown),
    readAgain,
  }
}
