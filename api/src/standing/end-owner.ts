import type { EndOwner } from '@foyer/contracts/standing'

/** Who decides the end, as an operator has said, or else as the directory shows. */
export function endOwnerOf({
  endOwner,
  isSynced,
}: {
  readonly endOwner: EndOwner | null
  readonly isSynced: boolean | null
}): EndOwner {
  return endOwner ?? (isSynced === true ? 'on-premises' : 'foyer')
}
