import type { Simulator } from '@foyer/simulator/simulator'
import { askAs } from './guests.ts'

/** Whom an operator of one organization invites by a file, each by a row of its own. */
export interface Invitees {
  readonly organizationId: string
  readonly operatorId: string
  readonly mails: readonly string[]
}

const slug = 'contoso'
const operator = 'ada@contoso.com'

export async function chooseInvitees(simulator: Simulator, count: number): Promise<Invitees> {
  const ask = await askAs(simulator, slug)
  const { value } = await ask<{ value: { id: string }[] }>(
    `/users?$filter=mail eq '${operator}'&$select=id`,
  )
  const organization = simulator.registrations().organizations.find((each) => each.slug === slug)
  return {
    organizationId: organization?.tenantId ?? '',
    operatorId: value[0]?.id ?? '',
    mails: Array.from({ length: count }, (_, place) => `invitee${place}@litware.example`),
  }
}

export function fileOf({ mails }: Invitees): string {
  const rows = mails.map((mail, place) => `${mail},Invitee ${place},Winter tender,2027-03-31`)
  return ['address,name,purpose,end date', ...rows].join('\r\n')
}
