import { createDirectory, type Directory } from '@foyer/directory/directory'
import type { Clock } from './clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Metrics } from './metrics/metrics.ts'
import { traceDirectory } from './tracing/trace-directory.ts'
import type { Tracing } from './tracing/tracing.ts'

/** The directories of the configured organizations, whose answers are counted, and traced where somebody asked for it. */
export function openDirectory(
  { signIn, graph, organizations }: Configuration,
  { now }: Clock,
  { countDirectoryAnswer, countDirectoryRequest }: Metrics,
  tracing?: Tracing,
): Directory {
  const slugs = new Map(organizations.map(({ organizationId, slug }) => [organizationId, slug]))
  return createDirectory({
    authority: signIn.authority,
    endpoints: signIn.endpoints,
    graph,
    now,
    organizations: organizations.map(
      ({ organizationId, identities, mail, budget, operatorActs }) => ({
        organizationId,
        identities,
        operatorActs,
        mailbox: mail?.from.address,
        ...(budget ? { budget } : {}),
      }),
    ),
    onAnswer: countDirectoryAnswer,
    onRequest: (request) =>
      countDirectoryRequest(slugs.get(request.organizationId) ?? 'none', request),
    ...(tracing ? { around: traceDirectory(tracing) } : {}),
  })
}
