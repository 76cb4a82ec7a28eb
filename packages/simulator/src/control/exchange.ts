/** One request to Graph and its reply, as they crossed the wire. */
export interface Exchange {
  readonly method: string
  /** With version and query: `/v1.0/users?$top=5`. */
  readonly url: string
  readonly origin: string
  readonly sent: unknown
  readonly status: number
  /** JSON, text, or nothing. */
  readonly received: unknown
}
