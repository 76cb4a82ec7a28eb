import type { OrganizationId } from '@foyer/contracts/ids'
import type { OrganizationDirectory } from '@foyer/directory/organization-directory'
import { everyKind } from '../../src/start-work.ts'
import { claimSteps } from '../../src/work/claim.ts'
import { holdStep } from '../../src/work/hold.ts'
import { LeaseLost, urgency } from '../../src/work/step.ts'
import { type Actor, enterStage, gatedDirectory, gatedStore } from './stage.ts'
import type { World } from './world.ts'

/**
 * Somebody who works on the next step of this kind at Contoso, and stops before each of these looks and
 * each transaction.
 */
export async function workOnNext(
  world: World,
  kindName: string,
  looks: readonly (keyof OrganizationDirectory)[],
): Promise<Actor> {
  return enterStage(async (gate) => {
    await gate()
    const organizationId = world.tenantIdOf('contoso') as OrganizationId
    const [claimed] = await claimSteps(world.portal.store, organizationId, {
      most: 1,
      leastUrgent: urgency.patient,
      without: ['mail'],
    })
    const directory = gatedDirectory(world.portal.directory, gate, looks)
    const work = everyKind({ ...world.portal, directory, log: world.portal.app.log }).find(
      ({ kind }) => kind === kindName,
    )
    const { signal } = new AbortController()
    if (!claimed) return
    const held = holdStep(gatedStore(world.portal.store, gate), claimed, signal)
    await work?.run(held).catch((error: unknown) => {
      if (!(error instanceof LeaseLost)) throw error
    })
  })
}
