import { Type } from 'typebox'
import { operation } from './operation.ts'
import { Note } from './way-back.ts'
import { directoryProblems } from './problem.ts'

const closed = { additionalProperties: false }

/** 256 random bits that only whoever was given them knows. */
export const Token = Type.String({ pattern: '^[\\w-]{43}$' })

/** An address as people type it; what else is none finds nobody. */
export const MailAddress = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@]+@[^\\s@]+$',
})

/**
 * Has a code sent to the address under which an organization knows a guest. The answer is the same,
 * and as quick, whether or not it knows one.
 */
export const askForExitCode = operation({
  id: 'askForExitCode',
  method: 'POST',
  path: '/v1/organizations/{slug}/exit-codes',
  caller: 'anyone',
  summary: 'Have a code sent to my address, with which I ask the organization to end my access',
  params: Type.Object({ slug: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$' }) }, closed),
  body: Type.Object({ mail: MailAddress }, closed),
  success: {
    status: 202,
    /** What the browser that asked keeps, and shows together with the code: it ends with the code. */
    reply: Type.Object({ attempt: Token }, closed),
  },
  problems: ['organization-not-found', 'too-many-codes', 'store-unavailable'],
})

/**
 * Files the request with the code, in the browser that asked for it. It removes nothing and shows
 * nothing; the same again leads to the same request.
 */
export const fileExitRequest = operation({
  id: 'fileExitRequest',
  method: 'POST',
  path: '/v1/exit-codes/{attempt}/request',
  caller: 'anyone',
  summary: 'Ask the organization to end my access, with the code from the mail',
  params: Type.Object({ attempt: Token }, closed),
  body: Type.Object(
    { code: Type.String({ pattern: '^[0-9]{6}$' }), reason: Type.Optional(Note) },
    closed,
  ),
  success: {
    status: 201,
    /** The address at which it is told how the request goes. */
    reply: Type.Object({ status: Type.String({ pattern: '^/exit-status/[\\w-]{43}$' }) }, closed),
  },
  problems: [
    'code-refused',
    'code-ended',
    'exit-not-possible',
    'store-unavailable',
    ...directoryProblems,
  ],
})
