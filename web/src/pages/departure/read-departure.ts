import { type DeparturePreview, previewDeparture } from '@foyer/contracts/departure'
import { getMe, type Me } from '@foyer/contracts/me'
import type { Call } from '../../call.ts'
import { type Answer, settle } from '../../failure.ts'
import type { Whereabouts } from './send-departure.ts'

/** Who would leave, and what would end. */
export interface DepartureView {
  readonly me: Me
  readonly preview: DeparturePreview
}

export async function readDeparture(
  where: Whereabouts,
  call: Call,
): Promise<Answer<DepartureView>> {
  const [me, preview] = await Promise.all([
    settle(call(getMe, {}, where)),
    settle(call(previewDeparture, {}, where)),
  ])
  if ('failure' in me) return me
  if ('failure' in preview) return preview
  return { value: { me: me.value, preview: preview.value } }
}
