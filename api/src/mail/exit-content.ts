/** What the mails about requests to end access say. */
export type ExitContent =
  | ExitCode
  | ExitFiled
  | ExitNotice
  | ExitAsked
  | ExitGranted
  | ExitRefused
  | ExitStopped
  | ExitOverdue

/** To whoever asked, if that is a guest: the code with which they ask to have their access ended. */
interface ExitCode {
  readonly template: 'exit-code'
  readonly name: string
  readonly organization: string
  /** Six digits. */
  readonly code: string
  /** For so many minutes. */
  readonly minutes: number
  /** What the button to say that it was somebody else is about. */
  readonly codeId: string
}

/** To a guest, at the address where the code was read: your request to end your access is filed. */
interface ExitFiled {
  readonly template: 'exit-filed'
  readonly name: string
  readonly organization: string
  /** Where it waits, because the account was used lately: until when, if nobody objects. */
  readonly opensAt?: string | undefined
  readonly dueAt: string
  /** Whose progress the button leads to. */
  readonly exitRequestId: string
}

/** To a guest, at each other address of the account: somebody asks in your name to end your access. */
interface ExitNotice {
  readonly template: 'exit-notice'
  readonly name: string
  readonly organization: string
  readonly opensAt?: string | undefined
  /** The button says that it was somebody else. */
  readonly codeId: string
}

/** To a sponsor or to the privacy contact: a guest asks to have their access ended. */
interface ExitAsked {
  readonly template: 'exit-asked'
  /** Of whoever is written to. */
  readonly name: string
  readonly guest: string
  readonly organization: string
  readonly isContact: boolean
  /**
   * - `waiting`: nothing is to be done yet, but to tell who may know that the guest did not ask;
   * - `open`: an answer is owed from now on;
   * - `again`: nobody has answered yet, and it is due soon;
   * - `overdue`: it was due, and nobody has answered.
   */
  readonly stage: 'waiting' | 'open' | 'again' | 'overdue'
  readonly opensAt?: string | undefined
  readonly dueAt: string
  /** Of the organization, for the address at which it is answered. */
  readonly slug: string
}

/** To a guest: your access is ended: blocked now, removed later. */
interface ExitGranted {
  readonly template: 'exit-granted'
  readonly name: string
  readonly organization: string
  readonly removalAt: string
  /** The button says that it was somebody else, which ends the block. */
  readonly codeId: string
}

/** To a guest: the organization does not end your access, and why. */
interface ExitRefused {
  readonly template: 'exit-refused'
  readonly name: string
  readonly organization: string
  readonly reason: string
  readonly exitRequestId: string
}

/** To a guest, at each address: the request was stopped, and nothing is ended. */
interface ExitStopped {
  readonly template: 'exit-stopped'
  readonly name: string
  readonly organization: string
  /** Whether the block that had begun is taken back. */
  readonly isUnblocked: boolean
}

/** To a guest: the organization has not answered in time, and who else can be asked. */
interface ExitOverdue {
  readonly template: 'exit-overdue'
  readonly name: string
  readonly organization: string
  readonly dueAt: string
  readonly exitRequestId: string
}
