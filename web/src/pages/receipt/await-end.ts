import type { Receipt } from '@foyer/contracts/receipt'
import { within } from '../../deadline.ts'
import { Failure, settle } from '../../failure.ts'
import { readReceipt, type ReceiptTools } from './read-receipt.ts'

// Usually it is done within a few hundred milliseconds.
const firstPauseMs = 150
const longestPauseMs = 1_500
/** Nobody waits longer for a click. */
const patienceMs = 8_000

/**
 * Waits a moment for the end of a leaving; what has not ended by then goes on.
 *
 * @returns what was read last; undefined where nothing could be read.
 */
export async function awaitEnd(address: string, tools: ReceiptTools): Promise<Receipt | undefined> {
  let last: Receipt | undefined
  let isOver = false
  const read = async () => {
    let pauseMs = firstPauseMs
    while (!isOver) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
      const answer = await readReceipt(address, tools)
      if ('value' in answer) last = answer.value
      isOver ||= last !== undefined && last.state !== 'under-way'
    }
  }
  await settle(within(patienceMs, read(), new Failure('timed-out')))
  isOver = true
  return last
}
