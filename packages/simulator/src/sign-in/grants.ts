import { randomBytes } from 'node:crypto'
import type { Saved } from '../state/saved.ts'

/** What a person has granted a client by signing in; a code and its refresh tokens carry it. */
export interface Grant {
  readonly clientId: string
  readonly accountId: string
  /** The tenant at which the person signed in. */
  readonly tenantId: string
  readonly scopes: readonly string[]
  /** When the person was last asked at home. */
  readonly homeSignedInAt: Date
  /** When this sign-in happened. */
  readonly signedInAt: Date
  readonly sessionId: string
  readonly claimsRequest: string | undefined
  /** Whether a second factor was given in the session. */
  readonly hasMfa: boolean
}

export interface Code extends Grant {
  readonly redirectUri: string
  readonly codeChallenge: string
  readonly nonce: string | undefined
  readonly expiresAt: Date
  isRedeemed: boolean
}

export interface RefreshToken extends Grant {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** Codes and refresh tokens: opaque to everybody else, as at Entra. */
export interface Grants extends Saved {
  addCode(code: Omit<Code, 'isRedeemed'>): string
  findCode(code: string): Code | undefined
  addRefreshToken(token: RefreshToken): string
  findRefreshToken(token: string): RefreshToken | undefined
  clear(): void
}

export function createGrants(): Grants {
  let codes = new Map<string, Code>()
  let refreshTokens = new Map<string, RefreshToken>()
  return {
    addCode(code) {
      const key = `0.${randomBytes(64).toString('base64url')}`
      codes.set(key, { ...code, isRedeemed: false })
      return key
    },
    findCode: (code) => codes.get(code),
    addRefreshToken(token) {
      const key = `1.${randomBytes(96).toString('base64url')}`
      refreshTokens.set(key, token)
      return key
    },
    findRefreshToken: (token) => refreshTokens.get(token),
    clear() {
      codes.clear()
      refreshTokens.clear()
    },
    save: () => ({ codes, refreshTokens }),
    load(saved) {
      ;({ codes, refreshTokens } = saved as {
        codes: Map<string, Code>
        refreshTokens: Map<string, RefreshToken>
      })
    },
  }
}
