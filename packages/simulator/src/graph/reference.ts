import { badRequest } from './graph-error.ts'

/**
 * The object that `{"@odata.id": ".../directoryObjects/{id}"}` refers to.
 *
 * @throws {GraphError} 400.
 */
export function referencedId(body: unknown): string {
  const reference = (body as Record<string, unknown> | undefined)?.['@odata.id']
  const id =
    typeof reference === 'string' ? /([0-9a-f-]{36})'?\)?$/i.exec(reference)?.[1] : undefined
  if (!id)
    throw badRequest("The '@odata.id' of the reference is missing or not valid.", 'BadRequest')
  return id.toLowerCase()
}
