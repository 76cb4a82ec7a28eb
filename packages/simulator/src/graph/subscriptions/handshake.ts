import { randomUUID } from 'node:crypto'
import { badRequest } from '../graph-error.ts'

const patienceMs = 10_000

/**
 * Asks an address whether it wants to be notified: it has to send back the token, decoded, as plain
 * text (change-notifications-delivery-webhooks.md).
 *
 * @throws {GraphError} 400 for any other answer, and for none within ten seconds.
 */
export async function requireAnsweringUrl(notificationUrl: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`
  const url = new URL(notificationUrl)
  url.searchParams.set('validationToken', token)
  const answer = await ask(url)
  if (!answer) throw refused('Subscription validation request timed out.')
  const { status, type, text } = answer
  if (status !== 200 || !type.startsWith('text/plain') || text !== token) {
    throw refused(
      `Subscription validation request failed. Must respond with 200 OK to this request. It answered ${status}.`,
    )
  }
}

async function ask(url: URL): Promise<{ status: number; type: string; text: string } | undefined> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    const type = reply.headers.get('content-type') ?? ''
    return { status: reply.status, type, text: await reply.text() }
  } catch {
    return undefined
  }
}

function refused(message: string) {
  return badRequest(message, 'InvalidRequest')
}
