import { listSigningKeys } from '@foyer/contracts/signing-keys'
import type { FastifyInstance } from 'fastify'
import { mountOperation } from '../http/mount-operation.ts'
import type { SigningKeys } from '../signing/signing-keys.ts'

/** With what anybody checks a receipt or a root of the journal. */
export function mountSigningKeys(scope: FastifyInstance, { publicKeys }: SigningKeys): void {
  mountOperation(scope, listSigningKeys, async () => ({ keys: [...publicKeys] }))
}
