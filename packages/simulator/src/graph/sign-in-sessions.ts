import { recordEffect } from '../simulation.ts'
import { type Call, contextOf, type GraphOperation, type GraphReply } from './operation.ts'
import { publishedPermissions } from './published-permissions.ts'
import { requireUser } from './users.ts'

export const signInSessionOperations: readonly GraphOperation[] = [
  { method: 'POST', path: '/users/{user}/revokeSignInSessions', answer: revoke },
  {
    method: 'POST',
    path: '/me/revokeSignInSessions',
    permissions: publishedPermissions('POST', '/users/{user}/revokeSignInSessions'),
    answer: revoke,
  },
]

/**
 * Moves the instant before which tokens are worth nothing. Whoever signs in at a home elsewhere
 * keeps that home's session, so that nothing changes for them (user-revokesigninsessions.md).
 */
function revoke(call: Call): GraphReply {
  const { tenant, simulation, caller } = call
  const user = requireUser(call)
  if (user.externalUserState === null) {
    user.signInSessionsValidFromDateTime = simulation.clock.now().toISOString()
    recordEffect(simulation, tenant, {
      by: caller.actor,
      what: 'user-updated',
      targets: { userId: user.id },
      properties: ['signInSessionsValidFromDateTime'],
    })
  }
  return { status: 200, body: { '@odata.context': contextOf(call, 'Edm.Boolean'), value: true } }
}
