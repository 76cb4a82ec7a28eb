import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ConfigurationError } from '../configuration/configuration-error.ts'
import type { SigningPlace } from '../configuration/signing-place.ts'
import { readSigningKeys, type SigningKeys } from './signing-keys.ts'

/**
 * Opens the key with which Foyer signs, and makes it where it may be made.
 *
 * @throws {ConfigurationError} for a file that is not there, holds no such key, or is open to others.
 */
export async function openSigningKeys({ file, mayBeMade }: SigningPlace): Promise<SigningKeys> {
  if (mayBeMade && !(await isThere(file))) await makeKey(file)
  const pem = await readPrivately(file)
  try {
    return await readSigningKeys(pem)
  } catch {
    // The cause could quote the key.
    throw new ConfigurationError(`${file} holds no Ed25519 private key as PEM (PKCS8)`)
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  )
}

async function readPrivately(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new ConfigurationError(`${file}, the signing key, is not there`)
  // Windows keeps no such bits.
  const isOpen = process.platform !== 'win32' && (found.mode & 0o077) !== 0
  if (isOpen) {
    throw new ConfigurationError(`${file} can be read by others than its owner: chmod 600`)
  }
  return readFile(file, 'utf8').catch(() => {
    throw new ConfigurationError(`${file}, the signing key, cannot be read`)
  })
}

/** Whole or not at all, and never over another one: of processes that start at once, one wins. */
async function makeKey(file: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const unfinished = `${file}.${randomUUID()}`
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    await handle.writeFile(privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await handle.sync()
    await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await handle.close()
    await rm(unfinished)
  }
}
