import { ConfigurationError } from './configuration/configuration-error.ts'
import { type Portal, startPortal } from './start-portal.ts'

/** How long requests under way may take to end once the process is asked to. */
const farewellMs = 10_000

let isEnding = false
async function end(portal: Portal, signal: string): Promise<void> {
  if (isEnding) process.exit(1)
  isEnding = true
  portal.log.info({ signal }, 'ending')
  setTimeout(() => process.exit(1), farewellMs).unref()
  await portal[Symbol.asyncDispose]()
}

try {
  const portal = await startPortal(process.env)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void end(portal, signal))
  }
} catch (error) {
  // One sentence for whoever set it up; a fault of ours shows where it is.
  console.error(
    error instanceof ConfigurationError ? `Foyer does not start: ${error.message}` : error,
  )
  process.exit(1)
}
