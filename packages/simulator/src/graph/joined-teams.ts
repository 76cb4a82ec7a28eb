import { contextOf, type GraphOperation } from './operation.ts'
import { requireUser } from './users.ts'

export const joinedTeamOperations: readonly GraphOperation[] = [
  {
    // user-list-joinedteams.md: direct membership, no query options, and only these properties.
    method: 'GET',
    path: '/users/{user}/joinedTeams',
    answer(call) {
      const teams = call.tenant.members.to(requireUser(call).id).flatMap((id) => {
        const group = call.tenant.groups.get(id)
        return group?.resourceProvisioningOptions.includes('Team') ? [group] : []
      })
      return {
        status: 200,
        body: {
          '@odata.context': contextOf(call, 'teams'),
          value: teams.map(({ id, displayName, description }) => ({
            id,
            displayName,
            description,
          })),
        },
      }
    },
  },
]
