import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { accountKinds } from '@foyer/directory/probe/setting'
import { type Static, Type } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { ConfigurationError } from '../configuration/configuration-error.ts'

const strict = { additionalProperties: false }

/** A power that the operator lends: an app with a certificate, or a token in a variable. */
const Loan = Type.Union([
  Type.Object(
    {
      clientId: Type.String({ minLength: 1 }),
      certificate: Type.Union([
        Type.Object({ file: Type.String({ minLength: 1 }) }, strict),
        Type.Object({ variable: Type.String({ minLength: 1 }) }, strict),
      ]),
    },
    strict,
  ),
  Type.Object({ tokenVariable: Type.String({ minLength: 1 }) }, strict),
])
export type Loan = Static<typeof Loan>

const ProbeFile = Type.Object(
  {
    /** By slug: the organizations of foyer.json that may be asked. */
    organizations: Type.Record(
      Type.String(),
      Type.Object(
        {
          operator: Type.Optional(Loan),
          basicReader: Type.Optional(Loan),
          guestUnit: Type.Optional(Type.String({ minLength: 1 })),
        },
        strict,
      ),
    ),
    guests: Type.Array(
      Type.Object(
        {
          mail: Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$' }),
          kind: Type.Enum([...accountKinds]),
          organization: Type.String({ minLength: 1 }),
          mayBeDeleted: Type.Optional(Type.Boolean()),
          isSynchronized: Type.Optional(Type.Boolean()),
        },
        strict,
      ),
    ),
    /** The public address that leads to this machine, where there is one. */
    noticesAddress: Type.Optional(Type.String({ pattern: '^https?://' })),
  },
  strict,
)
export type ProbeFile = Static<typeof ProbeFile>

/** @throws {ConfigurationError} that names the place of the first fault. */
export async function readProbeFile(path: string): Promise<ProbeFile & { folder: string }> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ConfigurationError(`${path} cannot be read`)
  })
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new ConfigurationError(`${path} is not JSON`)
  }
  if (Check(ProbeFile, file)) return { ...file, folder: dirname(resolve(path)) }
  const [fault] = Errors(ProbeFile, file).toSorted(
    (one, other) => other.instancePath.length - one.instancePath.length,
  )
  const place = fault?.instancePath.slice(1).replaceAll('/', '.') || 'the whole'
  throw new ConfigurationError(`${path}: ${place} ${fault?.message ?? 'is wrong'}`)
}
