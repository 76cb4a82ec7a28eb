/** What a span says. Never a token, a mail address, a name, a query, or the id of a person. */
export type SpanFacts = Readonly<Record<string, string | number>>

/** A piece of work with a beginning and an end. */
export interface Span {
  tell(facts: SpanFacts): void
  /** @param failure a code, where it failed. */
  end(failure?: string): void
}

/** Tells a collector of traces what was done, and how long each part took. */
export interface Tracing extends AsyncDisposable {
  /** Begins a span under the one that the caller is within, if any. */
  start(name: string, facts: SpanFacts): Span
  /** What is begun in `work`, and in whatever follows from it, is under the span. */
  within<T>(span: Span, work: () => T): T
}

/** Where nobody asked for traces, none of their libraries is loaded. */
export async function openTracing(endpoint: string | undefined): Promise<Tracing | undefined> {
  if (endpoint === undefined) return undefined
  const { openTelemetry } = await import('./open-telemetry.ts')
  return openTelemetry(endpoint)
}

/** Work as a span, which ends with it. */
export async function traced<T>(
  tracing: Tracing,
  name: string,
  facts: SpanFacts,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const span = tracing.start(name, facts)
  try {
    const result = await tracing.within(span, async () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(failureOf(error))
    throw error
  }
}

/** A word of ours for it; the message of an error may quote anything. */
function failureOf(error: unknown): string {
  const { code, reason, name } = error as { code?: unknown; reason?: unknown; name?: unknown }
  for (const word of [code, reason, name]) {
    if (typeof word === 'string' && /^[\w-]{1,64}$/.test(word)) return word
  }
  return 'failed'
}
