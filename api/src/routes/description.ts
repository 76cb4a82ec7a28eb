import type { FastifyInstance } from 'fastify'
import { docsPolicy, renderDocs } from '../http/docs-page.ts'
import { describeApi } from '../http/openapi.ts'

/** The API described, for programs and for people. */
export function mountDescription(scope: FastifyInstance, publicOrigin: string): void {
  const config = { caller: 'anyone' as const }
  const api = describeApi(publicOrigin)
  const description = JSON.stringify(api)
  const page = renderDocs(api)

  scope.get('/openapi.json', { config }, async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(description),
  )
  scope.get('/docs', { config }, async (_request, reply) =>
    reply
      .header('content-security-policy', docsPolicy)
      .header('content-type', 'text/html; charset=utf-8')
      .send(page),
  )
}
