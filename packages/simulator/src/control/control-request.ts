/** A body as an object whose fields are still to be looked at. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Makes the handler answer with this sentence. */
export function refusal(sentence: string, statusCode = 400): Error {
  return Object.assign(new Error(sentence), { statusCode })
}
