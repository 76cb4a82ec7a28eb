import { resolve } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'

/** Where the store is: PostgreSQL where a URL is given, a folder of this machine otherwise. */
export interface StorePlace {
  /** Holds a password: never logged, and in no sentence. */
  readonly databaseUrl: string | undefined
  readonly folder: string
}

/** @throws {ConfigurationError} for a URL that is none, and for a store that can lose rows unasked. */
export function readStorePlace(
  environment: Readonly<Record<string, string | undefined>>,
): StorePlace {
  const databaseUrl = environment['DATABASE_URL'] || undefined
  const folder = resolve(environment['STORE_FOLDER'] || '.data/store')
  if (databaseUrl !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl)) {
      throw new ConfigurationError('DATABASE_URL must begin with postgres://')
    }
    return Object.freeze({ databaseUrl, folder })
  }
  const acceptance = environment['EMBEDDED_STORE'] || undefined
  if (acceptance !== undefined && acceptance !== 'accepted') {
    throw new ConfigurationError('EMBEDDED_STORE is either absent or "accepted"')
  }
  if (environment['NODE_ENV'] === 'production' && !acceptance) {
    throw new ConfigurationError(
      'DATABASE_URL is missing: in production the embedded store, which a power cut can damage, is used only where EMBEDDED_STORE is "accepted"',
    )
  }
  return Object.freeze({ databaseUrl, folder })
}
