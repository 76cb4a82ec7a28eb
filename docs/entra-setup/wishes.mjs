// What was asked for on the command line, checked before anything is done. Values become part of
// addresses and of file names, so their shape matters.
const guid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i
const slug = /^[a-z0-9][a-z0-9-]{0,62}$/

export function requireGuid(option, value) {
  if (guid.test(value ?? '')) return value.toLowerCase()
  throw new Error(`--${option} needs an id such as 0b0e5a51-6f0c-4f7e-9a65-30c8d0a1b2c3.`)
}

export function requireSlug(value) {
  if (slug.test(value ?? '')) return value
  throw new Error('--slug needs a short name in small letters: contoso, woodgrove-bank.')
}

/** @returns the origin of an address that is https, or of this machine. */
export function requireOrigin(option, value) {
  const { protocol, hostname, origin } = URL.canParse(value) ? new URL(value) : {}
  if (protocol === 'https:' || ['localhost', '127.0.0.1'].includes(hostname)) return origin
  throw new Error(`--${option} needs an address that begins with https://.`)
}

/** @returns the words of a list; "none" is the empty one. */
export function requireKnown(option, list, known) {
  const given = list === 'none' ? [] : list.split(',')
  const unknown = given.filter((word) => !Object.hasOwn(known, word))
  if (unknown.length === 0) return given
  throw new Error(
    `--${option} does not know "${unknown.join(', ')}", only ${Object.keys(known).join(', ')}.`,
  )
}

/** Runs a script, and tells a person what is wrong instead of where. */
export async function run(script) {
  try {
    await script()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
