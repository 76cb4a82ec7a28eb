import type { PersonId } from '@foyer/contracts/ids'
import { type Static, Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereBetaTells } from './readable.ts'
import { guid } from './reference-url.ts'

const Inviter = Type.Object({ id: Type.String(), '@odata.type': maybe(Type.String()) })
// The reference promises one object, and its example shows a list of one (docs/unknowns.md, V-36).
const Answer = Type.Union([Type.Object({ value: Type.Array(Inviter) }), Inviter])

/**
 * Who invited somebody into the organization, as far as the directory tells (Microsoft Graph, beta,
 * "List invitedBy"): undefined for whom an app invited, where nobody is known, and where the beta has
 * no such thing or does not let it be read.
 *
 * @returns an id of a user; whoever it is may be gone by now.
 * @throws {DirectoryError} of a directory that is busy or silent, which may answer later.
 */
export async function findInviter(graph: Graph, personId: PersonId): Promise<PersonId | undefined> {
  const path = `/users/${guid(personId)}/invitedBy`
  const answer = await whereBetaTells(graph.readBeta(path, Answer))
  const [inviter] = !answer ? [] : 'value' in answer ? answer.value : [answer]
  if (!inviter || !isUser(inviter)) return undefined
  return inviter.id.toLowerCase() as PersonId
}

function isUser({ '@odata.type': type }: Static<typeof Inviter>): boolean {
  return type === undefined || type === null || type === '#microsoft.graph.user'
}
