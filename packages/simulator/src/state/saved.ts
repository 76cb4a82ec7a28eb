/** A store whose content belongs to a saved state of the world. */
export interface Saved {
  /** Plain data, maps and dates: what node:v8 can serialize. */
  save(): unknown
  /** Takes what `save` gave, of a state of the same version; that is why it may be trusted. */
  load(saved: unknown): void
}
