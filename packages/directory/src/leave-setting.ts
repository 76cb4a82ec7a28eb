import { Type } from 'typebox'
import type { Graph } from './graph.ts'
import { maybe } from './graph-shape.ts'
import { whereReadable } from './readable.ts'

const Setting = Type.Object({ allowExternalIdentitiesToLeave: maybe(Type.Boolean()) })
// The reference shows the object itself; its example wraps it, as Graph does with collections.
const Answer = Type.Union([Type.Object({ value: Setting }), Setting])

/**
 * Whether the organization lets external people leave by themselves; undefined where that cannot be
 * read. After Microsoft Graph (beta), "Get externalIdentitiesPolicy".
 */
export async function findLeaveSetting(graph: Graph): Promise<boolean | undefined> {
  const answer = await whereReadable(graph.readBeta('/policies/externalIdentitiesPolicy', Answer))
  if (!answer) return undefined
  const setting = 'value' in answer ? answer.value : answer
  return setting.allowExternalIdentitiesToLeave ?? undefined
}
