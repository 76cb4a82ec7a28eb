import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { leftGuestsLoader } from './left-guests-loader.ts'
import { LeftGuestsView } from './left-guests-view.tsx'

/** Guests who left by themselves: whoever asks to come back is answered here. */
export function LeftGuestsPage() {
  const read = useLoaderData<typeof leftGuestsLoader>()
  return (
    <Answered of={read}>
      {({ guests }) => <LeftGuestsView organization={read.organization} guests={guests} />}
    </Answered>
  )
}
