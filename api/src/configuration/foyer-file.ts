import { type Static, Type } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { largestShare } from '@foyer/directory/budget'
import { mostUndoHours } from '@foyer/lifecycle/way-back'
import { ConfigurationError } from './configuration-error.ts'
import { MailDoor, OrganizationMail } from './mail-shape.ts'

const Guid = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
})
const strict = { additionalProperties: false }

const Identity = Type.Object(
  {
    clientId: Guid,
    /** Where its PEM is: a file beside foyer.json, or a variable of the environment. */
    certificate: Type.Union([
      Type.Object({ file: Type.String({ minLength: 1 }) }, strict),
      Type.Object({ variable: Type.String({ minLength: 1 }) }, strict),
    ]),
  },
  strict,
)

/** foyer.json: which organizations are connected, and how Foyer signs in. It holds no secret. */
export const FoyerFile = Type.Object(
  {
    signIn: Type.Object(
      {
        authority: Type.String(),
        endpoints: Type.String(),
        webClientId: Guid,
        apiClientId: Guid,
        scope: Type.String({ pattern: '^[^\\s]+/[A-Za-z0-9_.-]+$' }),
        /** Where people leave an organization at Microsoft itself; another one in other clouds. */
        leavePage: Type.Optional(Type.String()),
      },
      strict,
    ),
    graph: Type.String(),
    /** Azure Resource Manager; another one in other clouds. */
    resourceManager: Type.Optional(Type.String()),
    /** How mails leave; without it they wait. */
    mail: Type.Optional(MailDoor),
    organizations: Type.Array(
      Type.Object(
        {
          tenantId: Guid,
          slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }),
          name: Type.String({ minLength: 1, maxLength: 255 }),
          domains: Type.Array(
            Type.String({ pattern: '^[a-z0-9-]+(\\.[a-z0-9-]+)+$', maxLength: 253 }),
          ),
          listed: Type.Boolean(),
          /** Whether guests may leave by themselves, where Foyer may not read it. */
          guestsMayLeave: Type.Optional(Type.Boolean()),
          /** For how many hours whoever has left by Foyer can take it back; never without it. */
          undoHours: Type.Optional(Type.Integer({ minimum: 0, maximum: mostUndoHours })),
          /** The authentication context that leaving has to meet, behind which a policy stands. */
          leaveContext: Type.Optional(Type.String({ pattern: '^c[1-9][0-9]?$' })),
          /** How requests to end access are answered, of guests who cannot leave by themselves. */
          exitRequests: Type.Optional(
            Type.Object(
              {
                dueDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
                graceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 30 })),
                escalateTo: Type.Optional(
                  Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$', maxLength: 254 }),
                ),
              },
              strict,
            ),
          ),
          /** Whether who is directly in a group that is a sponsor vouches for its guests. */
          groupsVouch: Type.Optional(Type.Boolean()),
          /** What guests see at most of their own groups, where Foyer may not read it. */
          guestAccess: Type.Optional(Type.Enum(['as-members', 'limited', 'restricted'])),
          /** Whether guests may be shown their other organizations, by Azure Resource Manager. */
          listsOtherOrganizations: Type.Optional(Type.Boolean()),
          /** The organization's own registration with which operators act as themselves. */
          operatorActs: Type.Optional(Type.Object({ clientId: Guid }, strict)),
          mail: Type.Optional(OrganizationMail),
          /** How much of Microsoft's quota Foyer uses at most: half of a small directory's. */
          budget: Type.Optional(
            Type.Object(
              {
                size: Type.Optional(Type.Enum(['small', 'medium', 'large'])),
                share: Type.Optional(Type.Number({ minimum: 0.01, maximum: largestShare })),
              },
              strict,
            ),
          ),
          identities: Type.Object(
            {
              reader: Type.Optional(Identity),
              grouper: Type.Optional(Identity),
              keeper: Type.Optional(Identity),
              inviter: Type.Optional(Identity),
              mailer: Type.Optional(Identity),
            },
            strict,
          ),
        },
        strict,
      ),
      { minItems: 1 },
    ),
  },
  strict,
)
export type FoyerFile = Static<typeof FoyerFile>

/** @throws {ConfigurationError} that names the place of the first fault. */
export function parseFoyerFile(text: string, path: string): FoyerFile {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new ConfigurationError(`${path} is not JSON`)
  }
  if (Check(FoyerFile, file)) return file
  // The deepest fault names the property itself, not the object that it spoils.
  const [fault] = Errors(FoyerFile, file).toSorted(
    (one, other) => other.instancePath.length - one.instancePath.length,
  )
  const place = fault?.instancePath.slice(1).replaceAll('/', '.') ?? ''
  const what = fault?.keyword === 'boolean' ? 'is not known here' : (fault?.message ?? 'is wrong')
  throw new ConfigurationError(`${path}: ${place || 'the whole'} ${what}`)
}
