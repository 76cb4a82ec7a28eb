import { randomUUID } from 'node:crypto'
import type { OrganizationId } from '@foyer/contracts/ids'
import {
  checkInvitationFile,
  type InvitationFileCheck,
} from '@foyer/contracts/invitation-file-check'
import {
  getInvitationFile,
  inviteByFile,
  type InvitationFile,
  type InvitationFileItem,
  listInvitationFileItems,
} from '@foyer/contracts/invitation-file'
import { fileRowKind } from '../../src/invitation-files/file.ts'
import type { Answer } from './call.ts'
import { readPages } from './every-page.ts'
import type { Mail } from './exit.ts'
import { forgetInvitations } from './invitation.ts'
import { hurryWork } from './leaving.ts'
import type { Actor } from './stage.ts'
import { workOnNext } from './step-actor.ts'
import type { Slug, Visitor, World } from './world.ts'

const fileHead = 'address,name,purpose,end date,groups,language,message,sponsor'

/** A file of these rows, below a head with all columns. */
export function fileOf(...rows: readonly string[]): string {
  return [fileHead, ...rows].join('\r\n')
}

/** So many rows with an address each, and nothing against them. */
export function rowsOf(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, place) => {
    const number = String(from + place).padStart(4, '0')
    return `guest${number}@litware.example,Guest ${number},Winter tender,2027-03-31`
  })
}

export async function check(visitor: Visitor, text: string): Promise<InvitationFileCheck> {
  const { status, body } = await visitor.call(checkInvitationFile, { body: { text } })
  if (status !== 200) throw new Error(`not checked, but ${status} ${String(body['code'])}`)
  return body as unknown as InvitationFileCheck
}

export async function send(
  visitor: Visitor,
  text: string,
  digest: string,
  key: string = randomUUID(),
): Promise<Answer> {
  return visitor.call(inviteByFile, { body: { text, digest }, key })
}

/** @returns the id of a file that was checked and sent. */
export async function sendFile(visitor: Visitor, text: string): Promise<string> {
  const { digest } = await check(visitor, text)
  const { status, body } = await send(visitor, text, digest)
  if (status !== 202) throw new Error(`not sent, but ${status} ${String(body['code'])}`)
  return String(body['fileId'])
}

export async function readInvitationFile(
  visitor: Visitor,
  fileId: string,
): Promise<InvitationFile> {
  const { status, body } = await visitor.call(getInvitationFile, { params: { fileId } })
  if (status !== 200) throw new Error(`no file, but ${status} ${String(body['code'])}`)
  return body as unknown as InvitationFile
}

/** Works until nobody of it waits any more. */
export async function finishFile(
  world: World,
  visitor: Visitor,
  fileId: string,
): Promise<InvitationFile> {
  for (;;) {
    await hurryWork(world)
    await world.portal.settle()
    const file = await readInvitationFile(visitor, fileId)
    if (file.waiting === 0) return file
  }
}

/** Every page of the result. */
export async function readFileResult(
  visitor: Visitor,
  fileId: string,
): Promise<{ readonly items: readonly InvitationFileItem[]; readonly pages: number }> {
  const { items, pages } = await readPages(async (query) =>
    visitor.call(listInvitationFileItems, { params: { fileId }, query }),
  )
  return { items: items as InvitationFileItem[], pages }
}

/** Whom invitations were mailed to, after all that is due was worked on. */
export async function mailedTo(world: World): Promise<string[]> {
  await world.portal.settle()
  const reply = await fetch(`${world.simulator.url}/simulator/mails`)
  return ((await reply.json()) as Mail[])
    .filter(({ text }) => text.includes('/i/'))
    .map(({ to }) => to)
    .toSorted()
}

/** Whom the journal says were invited, one for each entry. */
export async function invitedIds(world: World): Promise<string[]> {
  const organizationId = world.tenantIdOf('contoso') as OrganizationId
  const entries = await world.portal.store.asOrganization(organizationId, async (contoso) =>
    contoso.selectFrom('journal').select('subjectId').where('act', '=', 'invite').execute(),
  )
  return entries.map(({ subjectId }) => String(subjectId))
}

/** Whatever an earlier test has sent. */
export async function forgetFiles(world: World, slug: Slug): Promise<void> {
  const organizationId = world.tenantIdOf(slug) as OrganizationId
  await forgetInvitations(world, slug)
  await world.portal.store.asOrganization(organizationId, async (transaction) => {
    await transaction.deleteFrom('invitationFile').execute()
  })
}

/** Somebody who invites one of a file, and stops before each look and each transaction. */
export async function workOnRow(world: World): Promise<Actor> {
  return workOnNext(world, fileRowKind, ['findPerson', 'findInvitationRule', 'getOrganization'])
}
