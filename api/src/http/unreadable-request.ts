import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import { ProblemError } from './problem-error.ts'
import { commonHeaders, dataHeaders, setSecurityHeaders } from './security-headers.ts'
import { problemDetails, sendProblem } from './send-problem.ts'

/** Answers what never becomes a request: text that is no HTTP, and an address that is no URL. */
export function answerUnreadable(
  publicOrigin: string,
): Pick<FastifyServerOptions, 'clientErrorHandler' | 'frameworkErrors'> {
  const common = commonHeaders(publicOrigin)
  return {
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return
      const problem = problemDetails(new ProblemError('invalid-request'), randomUUID())
      const body = JSON.stringify(problem)
      const headers = {
        ...common,
        ...dataHeaders,
        'content-type': 'application/problem+json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        connection: 'close',
      }
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
      socket.end(`HTTP/1.1 400 Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
    },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      setSecurityHeaders(reply, common)
      sendProblem(error, request, reply)
    },
  }
}
