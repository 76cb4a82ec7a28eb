import {
  type DirectoryModel,
  isDeleted,
  type ModelGroup,
  type ModelObject,
  type ModelUser,
  type Outcome,
} from './directory-model.ts'

/** One request, and what has to come of it. */
export interface Try {
  readonly expected: Outcome
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: object
  /** Asks with the parameters of an advanced query. */
  readonly isAdvanced?: boolean
  /** Moves the clock before. */
  readonly afterDays?: number
  /** Takes the id that the directory has given. */
  readonly learn?: (id: string) => void
}

/** What a step speaks of; the numbers pick among what is there. */
export interface Scene {
  readonly model: DirectoryModel
  readonly domain: string
  readonly user: ModelUser
  /** One of two, so that somebody comes to have as many sponsors as can be. */
  readonly guest: ModelUser
  readonly group: ModelGroup
  /** A second group, which may be the first. */
  readonly inner: ModelGroup
  readonly pick: number
}

export function at<Item>(items: readonly Item[], pick: number): Item {
  const item = items[pick % items.length]
  if (item === undefined) throw new RangeError('There is nothing to pick from.')
  return item
}

export function pathOf(object: ModelObject): string {
  return 'members' in object ? `/groups/${object.id}` : `/users/${object.id}`
}

export function lookAt(expected: Outcome, path: string): Try {
  return { expected, method: 'GET', path }
}

export function lookAtDeleted(type: 'user' | 'group', objects: readonly ModelObject[]): Try {
  const ids = objects.filter(isDeleted).map(({ id }) => id)
  const path = `/directory/deletedItems/microsoft.graph.${type}?$select=id&$top=999`
  return lookAt({ status: 200, ids }, path)
}

export function restore({ id }: ModelObject, expected: Outcome): Try {
  return { expected, method: 'POST', path: `/directory/deletedItems/${id}/restore` }
}
