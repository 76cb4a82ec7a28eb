import { randomBytes } from 'node:crypto'
import type { Saved } from '../state/saved.ts'
import type { Account } from '../world/account.ts'

/** Code sessions end after a day (one-time-passcode.md); the others when somebody signs out. */
const codeSessionMs = 24 * 3_600_000
export const sessionCookie = 'simulator_session'

/** Who is signed in in one browser, and since when. */
export interface Session {
  readonly sessionId: string
  readonly signedInAt: Map<string, Date>
  /** The first time, which an organization that trusts the home session may be told instead. */
  readonly firstSignedInAt: Map<string, Date>
  /** The accounts that have given a second factor. */
  readonly secondFactors: Set<string>
}

export interface Sessions extends Saved {
  find(cookieHeader: string | undefined): Session | undefined
  create(): Session
  end(session: Session): void
  clear(): void
}

export function createSessions(): Sessions {
  let sessions = new Map<string, Session>()
  return {
    find: (cookieHeader) => sessions.get(readCookie(cookieHeader) ?? ''),
    create() {
      const session = {
        sessionId: randomBytes(24).toString('base64url'),
        signedInAt: new Map<string, Date>(),
        firstSignedInAt: new Map<string, Date>(),
        secondFactors: new Set<string>(),
      }
      sessions.set(session.sessionId, session)
      return session
    },
    end: ({ sessionId }) => void sessions.delete(sessionId),
    clear: () => sessions.clear(),
    save: () => sessions,
    load(saved) {
      sessions = saved as typeof sessions
    },
  }
}

export function noteSignIn(session: Session, { accountId }: Account, now: Date): void {
  session.signedInAt.set(accountId, now)
  if (!session.firstSignedInAt.has(accountId)) session.firstSignedInAt.set(accountId, now)
}

/** Since when this account is signed in here, unless its session has run out. */
export function signedInAt(
  session: Session | undefined,
  account: Account,
  now: Date,
): Date | undefined {
  const at = session?.signedInAt.get(account.accountId)
  if (!at) return undefined
  const hasEnded = account.kind === 'mail-code' && now.getTime() - at.getTime() > codeSessionMs
  return hasEnded ? undefined : at
}

/** Lax, so that the redirect of another site brings it and a form of another site does not. */
export function cookieFor({ sessionId }: Session): string {
  return `${sessionCookie}=${sessionId}; Path=/; HttpOnly; SameSite=Lax`
}

function readCookie(header: string | undefined): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === sessionCookie)?.[1]
}
