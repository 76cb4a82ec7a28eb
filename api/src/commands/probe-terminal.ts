import { createInterface } from 'node:readline/promises'
import type { Listener } from '@foyer/directory/probe/listener'
import type { Arrival, Visit } from '@foyer/directory/probe/sign-ins'

/** Whoever sits before the command line. */
export interface Terminal extends Disposable {
  asks(question: string): Promise<boolean>
  /** The next line with a number in it, unless it is not waited for any more. */
  waitForNumber(): Disposable & { readonly number: Promise<string> }
}

export function openTerminal(): Terminal {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  return {
    asks: async (question) => /^y/i.test(await lines.question(`${question} [y/n] `)),
    waitForNumber() {
      const { promise, resolve } = Promise.withResolvers<string>()
      const listen = (line: string) => {
        const number = /\d{5,7}/.exec(line)?.[0]
        if (number) resolve(number)
      }
      lines.on('line', listen)
      return { number: promise, [Symbol.dispose]: () => void lines.off('line', listen) }
    },
    [Symbol.dispose]: () => lines.close(),
  }
}

/** Prints where to go as whom, and waits for the browser or for a word about Microsoft's page. */
export async function accompany(
  { guest, address, state, asksWhetherAsked }: Visit,
  listener: Listener,
  terminal: Terminal,
  tell: (line: string) => void,
): Promise<Arrival> {
  tell(`As ${guest.mail}, in a browser profile of theirs alone, open:`)
  tell(listener.shorten(address))
  tell('If a page with a number AADSTS… stays, type the number here.')
  using line = terminal.waitForNumber()
  const arrival = await Promise.race([listener.returned(state), line.number])
  if (typeof arrival === 'string') return { came: 'to-a-page', code: arrival }
  const wasAsked =
    asksWhetherAsked && (await terminal.asks('Did a page ask for anything on the way?'))
  return { came: 'back', parameters: arrival, wasAsked }
}
