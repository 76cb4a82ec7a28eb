import { badRequest, type GraphError } from './graph-error.ts'

/** No document has the words for a body of an invitation that cannot be read. */
export function invalidValue(property: string): GraphError {
  return badRequest(
    `Invalid value specified for property '${property}' of resource 'Invitation'.`,
    'BadRequest',
  )
}

export function missingValue(property: string): GraphError {
  return badRequest(`Property ${property} value is required but is empty or missing.`, 'BadRequest')
}

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
