import { randomBytes } from 'node:crypto'
import { notificationsPath } from '../routes/notifications.ts'
import type { Finding } from './finding.ts'

const about = 'notifications'
const deadlineMs = 10_000

/** Asks the address what Microsoft asks it first: to give back a word (only from here, not from there). */
export async function examineNotifications(origin: string): Promise<Finding> {
  const word = randomBytes(16).toString('hex')
  const address = `${origin}${notificationsPath}`
  const answer = await fetch(`${address}?validationToken=${word}`, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(deadlineMs),
  }).then(
    async (response) => (response.status === 200 ? response.text() : response.status),
    () => undefined,
  )
  if (answer === word)
    return { level: 'ok', about, said: `${address} answers as Microsoft asks it to` }
  return {
    level: 'wrong',
    about,
    said:
      answer === undefined
        ? `nothing answers at ${address}`
        : `${address} does not answer as Microsoft asks it to${typeof answer === 'number' ? `, but ${answer}` : ''}`,
    fix: 'start Foyer with this NOTIFICATION_ORIGIN, and let a proxy pass the path on as it is',
  }
}
