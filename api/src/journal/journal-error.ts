/** Why a journal cannot be read or written out, in one sentence. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
}
