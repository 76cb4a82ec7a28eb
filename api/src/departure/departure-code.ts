import type { Person } from '@foyer/directory/person'
import { codeMinutes } from '@foyer/lifecycle/exit-request'
import type { OrganizationId } from '@foyer/contracts/ids'
import type { Transaction } from 'kysely'
import { keepCode, makeCode } from '../codes/code.ts'
import { postMail } from '../mail/post.ts'
import type { Tables } from '../store/tables.ts'

/** Whoever confirms by a code that they leave. */
export interface DepartureCode {
  readonly organizationId: OrganizationId
  readonly person: Person & { readonly mail: string }
  readonly organization: string
  readonly language: string
  readonly requestId: string
  /** By the Clock. */
  readonly askedAt: Date
}

/** Mails a code to the address of the account. @returns what the browser that asked keeps. */
export async function sendDepartureCode(
  transaction: Transaction<Tables>,
  { person, organization, ...asked }: DepartureCode,
): Promise<string> {
  const { organizationId, askedAt: at, language } = asked
  const { personId: guestId, name, mail } = person
  const { codeId, attempt } = await keepCode(transaction, { ...asked, purpose: 'departure' })
  const code = await makeCode(transaction, { codeId }, guestId, at)
  await postMail(transaction, {
    organizationId,
    guestId,
    at,
    key: `departure-code:${codeId}`,
    to: mail,
    language,
    content: { template: 'departure-code', name, organization, code, minutes: codeMinutes },
  })
  return attempt
}
