/**
 * Why a mail was not handed over:
 * - `mail-refused`: not this mail to this address, however often it is sent;
 * - `mail-busy`: not now;
 * - `mail-unreachable`: no answer, or none in time: it may have been taken;
 * - `mail-sign-in-refused`: the mail server does not let Foyer in, or not as this sender.
 */
export type MailFailure = 'mail-refused' | 'mail-busy' | 'mail-unreachable' | 'mail-sign-in-refused'

export class MailError extends Error {
  override readonly name = 'MailError'
  readonly code: MailFailure
  /** What helps to find the cause: codes of the server, never its words, which quote addresses. */
  readonly facts: { readonly reply?: number; readonly command?: string; readonly reason?: string }

  constructor(code: MailFailure, facts: MailError['facts'] = {}) {
    super([code, facts.reply, facts.command, facts.reason].filter(Boolean).join(' '))
    this.code = code
    this.facts = facts
  }
}
