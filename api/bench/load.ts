import { createConnection, type Socket } from 'node:net'
import { quantile } from './figures.ts'

/** What one run of requests met. */
export interface Load {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface LoadSetting {
  readonly port: number
  /** Whole requests as they go over the wire; each connection takes the next one. */
  readonly requests: readonly Buffer[]
  readonly connections: number
  readonly ms: number
}

const headEnd = Buffer.from('\r\n\r\n')
const success = 'HTTP/1.1 200 '

/**
 * Asks again and again over loopback, on connections that stay open, one request on each at a time.
 * It knows no more of HTTP than the answers of this bench need, so that it leaves the machine to
 * who is measured.
 *
 * @throws for an answer other than 200, and for one that it cannot read.
 */
export async function load({ port, requests, connections, ms }: LoadSetting): Promise<Load> {
  const latencies: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + ms
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = createConnection({ port, host: '127.0.0.1', noDelay: true })
      try {
        while (performance.now() < endsAt) {
          const askedAt = performance.now()
          socket.write(requests[next++ % requests.length] ?? '')
          await readAnswer(socket)
          latencies.push(performance.now() - askedAt)
        }
      } finally {
        socket.destroy()
      }
    }),
  )
  const sorted = latencies.toSorted((one, other) => one - other)
  return {
    perSecond: (latencies.length * 1000) / (performance.now() - startedAt),
    p50Ms: quantile(sorted, 0.5),
    p99Ms: quantile(sorted, 0.99),
  }
}

async function readAnswer(socket: Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    let answer: Buffer | undefined
    const settle = (error?: Error) => {
      socket.off('data', take).off('error', settle).off('close', lost)
      if (error) reject(error)
      else resolve()
    }
    const lost = () => settle(new Error('the connection was closed'))
    const take = (chunk: Buffer) => {
      answer = answer ? Buffer.concat([answer, chunk]) : chunk
      const end = answer.indexOf(headEnd)
      if (end < 0) return
      const head = answer.toString('latin1', 0, end)
      if (!head.startsWith(success)) return settle(new Error(answer.toString('utf8')))
      const length = /\ncontent-length: (\d+)/i.exec(head)?.[1]
      if (length === undefined) return settle(new Error(`an answer without length: ${head}`))
      if (answer.length >= end + headEnd.length + Number(length)) settle()
    }
    socket.on('data', take).on('error', settle).on('close', lost)
  })
}
