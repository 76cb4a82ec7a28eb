import type { Memberships } from '@foyer/contracts/me'
import type { Answer } from '../../failure.ts'

/** The groups without those that the directory still lists for a moment and has already ended. */
export function without(
  groupIds: readonly string[],
  answer: Answer<Memberships> | undefined,
): Answer<Memberships> | undefined {
  if (!answer || 'failure' in answer || answer.value.visibility === 'count') return answer
  const memberships = answer.value.memberships.filter(({ groupId }) => !groupIds.includes(groupId))
  return { value: { visibility: 'names', count: memberships.length, memberships } }
}
