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
export interface Mailbox {
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
  }
}
