/** A documented pair of request and response. */
export interface Example {
  readonly request: {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: unknown
  }
  readonly response: {
    readonly status: number | null
    readonly body: unknown
    readonly documentedAsTruncated?: boolean
  }
}

/** The names in a JSON value: a word for a simple type, or the names one level down. */
export type Shape = string | readonly Shape[] | { readonly [name: string]: Shape }

const kept = new Set(['consistencylevel', 'prefer'])

/** Values are left out, but for the words and codes of errors, which belong to the interface. */
export function distilExample({ request, response }: Example) {
  const { body } = response
  const { error } = (body ?? {}) as { error?: { code: string; message: string } }
  const context = (body as Record<string, unknown> | null)?.['@odata.context']
  const headers = Object.entries(request.headers).filter(([name]) => kept.has(name.toLowerCase()))
  return {
    method: request.method,
    path: withoutValues(request.path),
    ...(headers.length > 0
      ? { headers: Object.fromEntries(headers) as Record<string, string> }
      : {}),
    ...(request.body === null ? {} : { sends: shapeOf(request.body) }),
    status: response.status,
    ...(response.documentedAsTruncated ? { isShortened: true } : {}),
    ...(typeof context === 'string' ? { context: withoutValues(afterHash(context)) } : {}),
    ...(error ? { code: error.code, message: withoutValues(error.message, '{}') } : {}),
    ...(body === null ? {} : { answers: shapeOf(body) }),
  }
}

/** Items of a list are taken together: a name is there if one of them has it. */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) {
    const items = value.map(shapeOf)
    return items.length > 0 ? [items.reduce(mergeShapes)] : []
  }
  if (value === null) return 'null'
  if (typeof value !== 'object') return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
}

function mergeShapes(one: Shape, other: Shape): Shape {
  if (one === 'null') return other
  if (typeof one === 'string' || typeof other === 'string') return one
  if (isList(one) || isList(other)) return isList(one) && one.length > 0 ? one : other
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    names.map((name) => {
      const [left, right] = [one[name], other[name]]
      return [name, left && right ? mergeShapes(left, right) : (left ?? right ?? 'null')]
    }),
  )
}

function isList(shape: Shape): shape is readonly Shape[] {
  return Array.isArray(shape)
}

/** Ids, marks and literals become `{}`; what is left are names. */
export function withoutValues(text: string, literal = "'{}'"): string {
  return text
    .replaceAll(/\{[^}]*\}|<[^>]*>/g, '{}')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi, '{}')
    .replaceAll(/(token=)[\w-]+/gi, '$1{}')
    .replaceAll(/(?<==.*)'[^']*'/g, literal)
}

function afterHash(context: string): string {
  return context.slice(context.indexOf('#') + 1)
}
