import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import { ChosenBar } from '../../ui/chosen-bar.tsx'
import type { Choice } from './use-choice.ts'

/** The button that opens the question. */
export const leaveChosenId = 'leave-chosen'

/** Below the groups, and always in sight: how many are chosen, and what can be done with them. */
export function ChoiceBar({
  choice,
  groupIds,
  slug,
}: {
  choice: Choice
  groupIds: readonly string[]
  slug: string
}) {
  const navigate = useNavigate()
  const close = useEffectEvent((event: KeyboardEvent) => {
    // The question over the page has an Escape of its own.
    if (
      event.key === 'Escape' &&
      !event.defaultPrevented &&
      !document.querySelector('dialog[open]')
    )
      choice.close()
  })
  useEffect(() => {
    if (!choice.isOpen) return undefined
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [choice.isOpen])

  if (!choice.isOpen) return null
  const chosen = groupIds.filter((groupId) => choice.chosen.has(groupId))
  const count = (
    <Trans
      id="series.chosen"
      message="{count, plural, =0 {No group is chosen} one {One group is chosen} other {# groups are chosen}}"
      values={{ count: chosen.length }}
    />
  )
  return (
    <ChosenBar count={count}>
      <Button onClick={choice.close}>
        <Trans id="series.cancel" message="Cancel" />
      </Button>
      {chosen.length > 0 ? (
        <Button
          id={leaveChosenId}
          onClick={() => void navigate(paths.leaveSeries(slug), { state: chosen })}
        >
          <LeaveGroups count={chosen.length} />
        </Button>
      ) : null}
    </ChosenBar>
  )
}

export function LeaveGroups({ count }: { count: number }) {
  return (
    <Trans
      id="series.leave"
      message="{count, plural, one {Leave one group} other {Leave # groups}}"
      values={{ count }}
    />
  )
}
