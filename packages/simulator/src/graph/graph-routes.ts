import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BrokenConnection } from '../control/fault-hooks.ts'
import { synchronize } from '../control/synchronization.ts'
import type { Simulation } from '../simulation.ts'
import { answerBatch } from './batch.ts'
import { requireCaller } from './caller.ts'
import { dispatch, errorReply, type GraphRequest, requestIdsOf } from './dispatch.ts'
import { GraphError } from './graph-error.ts'
import type { GraphReply, Version } from './operation.ts'

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"'

/** Both versions of Graph, whole: what is no operation is answered as Graph answers it. */
export function mountGraph(app: FastifyInstance, simulation: Simulation): void {
  for (const version of ['v1.0', 'beta'] as const) {
    app.all(`/${version}/*`, (request, reply) => answer(simulation, version, request, reply))
  }
}

async function answer(
  simulation: Simulation,
  version: Version,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const graphRequest = readRequest(simulation, version, request)
  const graphReply = await answerRequest(simulation, graphRequest, reply)
  if (graphReply instanceof BrokenConnection) return graphReply.befall(request, reply)
  simulation.onExchange?.({
    method: request.method,
    url: request.url,
    origin: graphRequest.origin,
    sent: request.body,
    status: graphReply.status,
    received: graphReply.body,
  })
  return send(reply, graphReply)
}

async function answerRequest(
  simulation: Simulation,
  request: GraphRequest,
  reply: FastifyReply,
): Promise<GraphReply | BrokenConnection> {
  try {
    const caller = await requireCaller(simulation, request.headers['authorization'])
    synchronize(simulation, caller.tenant)
    const isBatch = request.method === 'POST' && request.target === '/$batch'
    return await (isBatch ? answerBatch : dispatch)(simulation, caller, request)
  } catch (error) {
    if (error instanceof BrokenConnection) return error
    if (!(error instanceof GraphError)) throw error
    reply.header('www-authenticate', challenge)
    return errorReply(error, simulation.clock.now(), requestIdsOf(request))
  }
}

function readRequest({ url }: Simulation, version: Version, request: FastifyRequest): GraphRequest {
  return {
    method: request.method,
    version,
    target: request.url.slice(version.length + 1),
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: request.body,
    origin: request.headers.host ? `http://${request.headers.host}` : url,
  }
}

function send(reply: FastifyReply, { status, headers = {}, body }: GraphReply): FastifyReply {
  reply.code(status).headers(headers)
  return typeof body === 'object' ? reply.send(JSON.stringify(body)) : reply.send(body)
}
