import type { ProposedOwner } from '@foyer/contracts/departure'

const key = 'foyer.proposals.'

/** Of whom they are: somebody who may leave an organization, by their id there. */
interface Proposer {
  readonly organizationId: string
  readonly personId: string
}

/** Whom people who may leave propose as owners of groups, in this tab: at most one for each group. */
export interface Proposals {
  list(proposer: Proposer): readonly ProposedOwner[]
  keep(proposer: Proposer, proposals: readonly ProposedOwner[]): void
  forget(proposer: Proposer): void
}

export function createProposals(storage: Storage): Proposals {
  return {
    list: (proposer) => read(storage, proposer),
    keep: (proposer, proposals) => storage.setItem(keyOf(proposer), JSON.stringify(proposals)),
    forget: (proposer) => storage.removeItem(keyOf(proposer)),
  }
}

function keyOf({ organizationId, personId }: Proposer): string {
  return `${key}${organizationId}.${personId}`
}

// Only this page writes here; what cannot be read is as good as nothing.
function read(storage: Storage, proposer: Proposer): readonly ProposedOwner[] {
  try {
    const value = JSON.parse(storage.getItem(keyOf(proposer)) ?? '[]') as unknown
    return Array.isArray(value) ? (value as ProposedOwner[]) : []
  } catch {
    return []
  }
}
