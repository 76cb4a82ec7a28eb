import { AsyncLocalStorage } from 'node:async_hooks'
import { ROOT_CONTEXT, type Span as OtelSpan, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { Span, Tracing } from './tracing.ts'

/** A collector that is away must not hold up the end of the process. */
const timeoutMillis = 3_000

/**
 * Traces by OTLP over HTTP. Nothing global is registered and nothing patched: what is not told here
 * is in no trace, and no header of another kind goes to Graph.
 */
export function openTelemetry(endpoint: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'foyer' }),
    spanProcessors: [
      new BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis }),
      ),
    ],
  })
  const tracer = provider.getTracer('foyer')
  const current = new AsyncLocalStorage<OtelSpan>()
  const spans = new WeakMap<Span, OtelSpan>()

  return {
    start(name, facts) {
      const parent = current.getStore()
      const under = parent ? trace.setSpan(ROOT_CONTEXT, parent) : ROOT_CONTEXT
      const otel = tracer.startSpan(name, { attributes: facts }, under)
      const span: Span = {
        tell: (more) => void otel.setAttributes(more),
        end(failure) {
          if (failure !== undefined) {
            otel.setAttribute('error.type', failure)
            // The rule takes an enum that is exported by a star for another one.
            // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- see above
            otel.setStatus({ code: SpanStatusCode.ERROR })
          }
          otel.end()
        },
      }
      spans.set(span, otel)
      return span
    },
    within(span, work) {
      const otel = spans.get(span)
      return otel ? current.run(otel, work) : work()
    },
    [Symbol.asyncDispose]: async () => provider.shutdown(),
  }
}
