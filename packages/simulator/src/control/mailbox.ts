import type { Saved } from '../state/saved.ts'

export interface Mail {
  readonly id: number
  readonly at: string
  readonly from: string
  readonly to: string
  readonly subject: string
  /** Plain text; an empty line begins a paragraph. */
  readonly text: string
  readonly html?: string | undefined
  readonly messageId?: string | undefined
}

/** A mail that came once more. */
export interface RepeatedMail {
  readonly at: string
  readonly to: string
  readonly messageId: string
}

/** Where every mail of the simulated world arrives, newest first. */
export interface Mailbox extends Saved {
  /**
   * One with the Message-ID of an earlier one to the same address is dropped and noted, as Exchange
   * drops it (duplicate message detection).
   */
  deliver(mail: Omit<Mail, 'id'>): void
  list(): readonly Mail[]
  listRepeats(): readonly RepeatedMail[]
  clear(): void
}

export function createMailbox(): Mailbox {
  let mails: Mail[] = []
  let repeats: RepeatedMail[] = []
  let lastId = 0
  return {
    deliver(mail) {
      const { at, to, messageId } = mail
      const isKnown = mails.some((known) => known.messageId === messageId && known.to === to)
      if (messageId !== undefined && isKnown) {
        repeats.push({ at, to, messageId })
        return
      }
      lastId += 1
      mails.unshift({ id: lastId, ...mail })
    },
    list: () => mails,
    listRepeats: () => repeats,
    clear: () => {
      mails = []
      repeats = []
    },
    save: () => ({ mails, repeats, lastId }),
    load(saved) {
      const { repeats: known = [], ...rest } = saved as {
        mails: Mail[]
        repeats?: RepeatedMail[]
        lastId: number
      }
      ;({ mails, lastId } = rest)
      repeats = known
    },
  }
}
