// The only file here that talks to Microsoft Graph. A dry run prints each request as one line of
// JSON instead, and answers as a tenant would in which nothing of Foyer exists.
import { execFileSync } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const attempts = 6
const pauseSeconds = 5
// What was created a moment ago is not yet known to every replica of the directory.
const notYetKnown = ['Request_ResourceNotFound', 'NoBackingApplicationObject']

/**
 * @param {{ origin: string, tenantId: string, isDryRun: boolean }} place
 * @returns `read` gives the answer, or undefined where there is none; `readAll` gives a list in
 *   full; `write` gives the answer of a change; `tell` prints the entry for foyer.json. `supposed`
 *   is the answer in a dry run.
 */
export function openGraph({ origin, tenantId, isDryRun }) {
  if (isDryRun) return openDryRun()
  const token = requireToken(origin, tenantId)

  async function send(method, path, body, prefer) {
    for (let attempt = 1; ; attempt += 1) {
      const reply = await fetch(new URL(path, origin), {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(60_000),
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { 'content-type': 'application/json' }),
          ...(prefer && { prefer }),
        },
        ...(body && { body: JSON.stringify(body) }),
      })
      if (reply.ok) return reply.status === 204 ? undefined : reply.json()
      if (method === 'GET' && reply.status === 404) return undefined
      const text = await reply.text()
      const isWorthAnother =
        [429, 503, 504].includes(reply.status) || notYetKnown.some((code) => text.includes(code))
      if (attempt === attempts || !isWorthAnother) {
        throw new Error(
          `Microsoft Graph refused ${method} ${path} (${reply.status}).\n${text}\n` +
            'What was done so far stays; run the script again, nothing is done twice.',
        )
      }
      await wait(1000 * Number(reply.headers.get('retry-after') ?? pauseSeconds))
    }
  }

  return {
    isDryRun,
    read: (path) => send('GET', path),
    async readAll(path) {
      const found = []
      for (let next = path; next;) {
        const page = await send('GET', next)
        found.push(...(page?.value ?? []))
        next = page?.['@odata.nextLink'] && requireSameOrigin(page['@odata.nextLink'], origin)
      }
      return found
    },
    write(method, path, body, { prefer } = {}) {
      console.error(`  ${method} ${path}`)
      return send(method, path, body, prefer)
    },
    tell(sentence, entry) {
      console.error(sentence)
      console.log(JSON.stringify(entry, null, 2))
    },
  }
}

function openDryRun() {
  const print = (request) => console.log(JSON.stringify(request))
  return {
    isDryRun: true,
    async read(path, supposed) {
      print({ method: 'GET', path })
      return supposed
    },
    async readAll(path, supposed = []) {
      print({ method: 'GET', path })
      return supposed
    },
    async write(method, path, body, { prefer, supposed } = {}) {
      print({ method, path, ...(prefer && { prefer }), body })
      return supposed
    },
    tell(sentence, entry) {
      console.error(sentence)
      print({ entry })
    },
  }
}

function requireSameOrigin(link, origin) {
  if (new URL(link).origin === new URL(origin).origin) return link
  throw new Error(`Microsoft Graph answered with a next page on another origin: ${link}`)
}

function requireToken(origin, tenantId) {
  const given = process.env.GRAPH_TOKEN
  if (given) return given
  const question = ['account', 'get-access-token', '--tenant', tenantId, '--resource', origin]
  try {
    return execFileSync('az', [...question, '--query', 'accessToken', '--output', 'tsv'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      // On Windows `az` is a batch file, which only a shell can start.
      shell: process.platform === 'win32',
    }).trim()
  } catch (cause) {
    throw new Error(
      `No token for Microsoft Graph. Sign in first: az login --tenant ${tenantId} ` +
        '--allow-no-subscriptions. Or put a token into the variable GRAPH_TOKEN.',
      { cause },
    )
  }
}
