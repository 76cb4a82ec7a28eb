import { Type } from 'typebox'

const strict = { additionalProperties: false }

/** How all mails leave: through a mail server, or through Microsoft Graph. */
export const MailDoor = Type.Union([
  Type.Object({ transport: Type.Literal('graph') }, strict),
  Type.Object(
    {
      transport: Type.Literal('smtp'),
      host: Type.String({ pattern: '^[A-Za-z0-9.:-]+$', maxLength: 253 }),
      port: Type.Integer({ minimum: 1, maximum: 65_535 }),
      /** By the organization's mailer, by a password of the environment, or not at all. */
      signIn: Type.Union([Type.Literal('oauth'), Type.Literal('password'), Type.Literal('none')]),
    },
    strict,
  ),
])

/** In whose name one organization's mails are sent. */
export const OrganizationMail = Type.Object(
  {
    from: Type.String({ minLength: 3, maxLength: 320 }),
    replyTo: Type.Optional(Type.String({ minLength: 3, maxLength: 320 })),
    dailyBudget: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    language: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('de')])),
  },
  strict,
)
