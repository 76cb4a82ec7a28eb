/** What the sentences about an entry can name. */
export interface EntryValues extends Record<string, string> {
  readonly organization: string
  readonly group: string
}
