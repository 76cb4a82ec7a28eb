import { dirname, resolve } from 'node:path'
import { ConfigurationError } from './configuration-error.ts'

/** Where the key is with which Foyer signs what it says. */
export interface SigningPlace {
  readonly file: string
  /** Whether a key is made there, where there is none: only beside a store that is made as well. */
  readonly mayBeMade: boolean
}

/** @throws {ConfigurationError} where in production no key was named. */
export function readSigningPlace(
  environment: Readonly<Record<string, string | undefined>>,
): SigningPlace {
  const named = environment['SIGNING_KEY_FILE']
  if (named) return Object.freeze({ file: resolve(named), mayBeMade: false })
  if (environment['NODE_ENV'] === 'production') {
    throw new ConfigurationError(
      'SIGNING_KEY_FILE is missing: in production no key is made by itself, so that none is lost with its machine',
    )
  }
  const folder = dirname(resolve(environment['STORE_FOLDER'] || '.data/store'))
  return Object.freeze({ file: resolve(folder, 'signing-key.pem'), mayBeMade: true })
}
