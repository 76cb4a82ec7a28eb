import type { Configuration } from '../configuration/configuration.ts'
import type { Finding } from './finding.ts'

const about = 'clock'
export const mostSecondsApart = 60
const deadlineMs = 10_000

/** Ours beside Microsoft's: tokens and proofs of identities are good for minutes. */
export async function examineClock({
  signIn,
  organizations,
}: Pick<Configuration, 'signIn' | 'organizations'>): Promise<Finding> {
  const url = `${signIn.endpoints}/${organizations[0]?.organizationId}/v2.0/.well-known/openid-configuration`
  try {
    const askedAt = Date.now()
    const response = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    })
    await response.body?.cancel()
    const theirs = Date.parse(response.headers.get('date') ?? '')
    if (Number.isNaN(theirs)) return { level: 'note', about, said: 'Microsoft told no time' }
    return compare((askedAt + Date.now()) / 2, theirs, "Microsoft's")
  } catch {
    return {
      level: 'wrong',
      about,
      said: `${signIn.endpoints} does not answer`,
      fix: 'look at the network, the proxy and signIn.endpoints in foyer.json',
    }
  }
}

/** @param whose the other clock, as in "Microsoft's". */
export function compare(oursMs: number, theirsMs: number, whose: string): Finding {
  const seconds = Math.round((oursMs - theirsMs) / 1000)
  const apart = `${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} ${whose}`
  if (Math.abs(seconds) <= mostSecondsApart) {
    return { level: 'ok', about, said: `within ${mostSecondsApart} s of ${whose}` }
  }
  return {
    level: 'wrong',
    about,
    said: `the clock of this machine is ${apart}`,
    fix: 'let both machines keep time by NTP',
  }
}
