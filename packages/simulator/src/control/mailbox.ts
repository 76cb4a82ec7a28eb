import type { Saved } from '../state/saved.ts'

export interface Mail {
  readonly id: number
  readonly at: string
  readonly from: string
  readonly to: string
  readonly subject: string
  /** Plain text; an empty line begins a paragraph. */
  readonly text: string
}

/** Where every mail of the simulated world arrives, newest first. */
export interface Mailbox extends Saved {
  deliver(mail: Omit<Mail, 'id'>): void
  list(): readonly Mail[]
  clear(): void
}

export function createMailbox(): Mailbox {
  let mails: Mail[] = []
  let lastId = 0
  return {
    deliver(mail) {
      lastId += 1
      mails.unshift({ id: lastId, ...mail })
    },
    list: () => mails,
    clear: () => {
      mails = []
    },
    save: () => ({ mails, lastId }),
    load(saved) {
      ;({ mails, lastId } = saved as { mails: Mail[]; lastId: number })
    },
  }
}
