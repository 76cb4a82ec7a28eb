import type { DirectorySetting } from '@foyer/directory/directory'
import { traced, type Tracing } from './tracing.ts'

/** Each operation of a directory as a span, with how often it had to be asked. */
export function traceDirectory(tracing: Tracing): Required<DirectorySetting>['around'] {
  return async ({ operation, identity, organizationId }, work) =>
    traced(
      tracing,
      `directory ${operation}`,
      {
        'foyer.operation': operation,
        'foyer.identity': identity,
        'foyer.organization_id': organizationId,
      },
      async (span) =>
        work((attempts, status) =>
          span.tell({
            'foyer.attempts': attempts,
            ...(status === undefined ? {} : { 'http.response.status_code': status }),
          }),
        ),
    )
}
