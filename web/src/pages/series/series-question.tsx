import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useRef } from 'react'
import { Navigate, useLocation, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'
import type { LeaveGroupContext } from '../organization/leave-group-context.ts'
import { LeaveGroups } from './choice-bar.tsx'
import { SeriesLosses } from './series-losses.tsx'

/** Asks once before several groups are left. It stands over the organization's page. */
export function SeriesQuestion() {
  const { answer, me, organization, underWay, leaveTogether } =
    useOutletContext<LeaveGroupContext>()
  const { state } = useLocation() as { state: unknown }
  const navigate = useNavigate()
  const isSent = useRef(false)
  if (!answer) return null

  const memberships =
    'value' in answer && answer.value.visibility === 'names' ? answer.value.memberships : []
  const wanted: readonly unknown[] = Array.isArray(state) ? state : []
  const chosen = memberships.filter(
    ({ groupId, canLeave }) =>
      canLeave && wanted.includes(groupId) && !underWay.some((one) => one.groupId === groupId),
  )
  const page = paths.organization(organization.slug)
  // Left already, or nothing chosen: there is nothing to ask.
  if (chosen.length === 0 || me.kind !== 'guest') return <Navigate to={page} replace />

  const stay = () => void navigate(page, { replace: true })
  const leave = () => {
    // The second click of a double click comes before anything is drawn again.
    if (isSent.current) return
    isSent.current = true
    leaveTogether(chosen.map(({ groupId, name }) => ({ groupId, name })))
    stay()
  }
  const count = chosen.length
  return (
    <Question
      title={
        <Trans
          id="series.title"
          message="{count, plural, one {Leave one group of {name}?} other {Leave # groups of {name}?}}"
          values={{ count, name: <bdi>{me.organization.name}</bdi> }}
        />
      }
      isBusy={false}
      onCancel={stay}
      actions={
        <>
          <Button onClick={stay}>
            <Trans id="leave.stay" message="Stay" />
          </Button>
          <DangerButton isBusy={false} onClick={leave}>
            <LeaveGroups count={count} />
          </DangerButton>
        </>
      }
    >
      <SeriesLosses chosen={chosen} memberships={memberships} me={me} />
    </Question>
  )
}
