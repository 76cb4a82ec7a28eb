import type { GroupOwnedAlone, ProposedOwner } from '@foyer/contracts/departure'
import type { Me } from '@foyer/contracts/me'
import { useEffect, useState } from 'react'
import { useProposalStore } from '../../session/session-provider.tsx'

/** Whom somebody proposes. The tab keeps it, because a sign-in lies between that and the act. */
export function useProposals(me: Me, groups: readonly GroupOwnedAlone[]) {
  const store = useProposalStore()
  const { organizationId } = me.organization
  const { personId } = me
  const [kept, setKept] = useState(() => store.list({ organizationId, personId }))
  // Whoever is not offered any more would be refused, and could not be seen here.
  const proposals = kept.filter((proposal) => isOffered(proposal, groups))
  const isWhole = proposals.length === kept.length
  useEffect(() => {
    if (!isWhole) store.keep({ organizationId, personId }, proposals)
  })
  const propose = (
    groupId: ProposedOwner['groupId'],
    ownerId: ProposedOwner['personId'] | undefined,
  ) => {
    const others = proposals.filter((each) => each.groupId !== groupId)
    const after = ownerId ? [...others, { groupId, personId: ownerId }] : others
    store.keep({ organizationId, personId }, after)
    setKept(after)
  }
  return { proposals, propose }
}

function isOffered(proposal: ProposedOwner, groups: readonly GroupOwnedAlone[]): boolean {
  const group = groups.find(({ groupId }) => groupId === proposal.groupId)
  return group?.candidates?.some(({ personId }) => personId === proposal.personId) ?? false
}
