import { createDirectory, type Directory } from '@foyer/directory/directory'
import type { Clock } from './clock.ts'
import type { Configuration } from './configuration/configuration.ts'
import type { Metrics } from './http/metrics.ts'

/** The directories of the configured organizations, whose answers are counted. */
export function openDirectory(
  { signIn, graph, organizations }: Configuration,
  { now }: Clock,
  { countDirectoryAnswer }: Metrics,
): Directory {
  return createDirectory({
    authority: signIn.authority,
    endpoints: signIn.endpoints,
    graph,
    now,
    organizations: organizations.map(({ organizationId, identities, mail }) => ({
      organizationId,
      identities,
      mailbox: mail?.from.address,
    })),
    onAnswer: countDirectoryAnswer,
  })
}
