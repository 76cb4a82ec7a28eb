import { Button, Spinner } from '@fluentui/react-components'
import type { Membership } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { Navigate, useNavigate, useOutletContext, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { DangerButton } from '../../ui/danger-button.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { Question } from '../../ui/question.tsx'
import type { LeaveGroupContext } from './leave-group-context.ts'
import { Losses } from './losses.tsx'

/** Asks once before a group is left. It stands over the organization's page, at its own address. */
export function LeaveGroupDialog() {
  const context = useOutletContext<LeaveGroupContext>()
  const { groupId } = useParams()
  const { answer, me, organization, underWay } = context
  if (!answer) return null

  const memberships =
    'value' in answer && answer.value.visibility === 'names' ? answer.value.memberships : []
  const membership = memberships.find((one) => one.groupId === groupId)
  const isBeingLeft = underWay.some((leaving) => leaving.groupId === groupId)
  // Left already, or never in it: there is nothing to ask.
  if (!membership?.canLeave || isBeingLeft || me.kind !== 'guest') {
    return <Navigate to={paths.organization(organization.slug)} replace />
  }
  return <LeaveQuestion {...context} membership={membership} memberships={memberships} />
}

function LeaveQuestion({
  organization,
  me,
  leaving,
  outcome,
  isOutcomeSeen,
  membership,
  memberships,
}: LeaveGroupContext & { membership: Membership; memberships: Membership[] }) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const isSending = useRef(false)
  const [before] = useState(outcome)
  const { groupId, name } = membership
  const isBusy = leaving.state !== 'idle' || (leaving.data?.groupId === groupId && !outcome)
  const failure = outcome?.groupId === groupId ? outcome.failure : undefined

  const stay = () => {
    if (!isBusy) void navigate(paths.organization(organization.slug), { replace: true })
  }
  const leave = () => {
    // The second click of a double click comes before anything is drawn again.
    if (isSending.current || isBusy) return
    isSending.current = true
    void leaving
      .submit({ name }, { method: 'post', action: paths.leaveGroup(organization.slug, groupId) })
      .finally(() => {
        isSending.current = false
      })
  }

  // Accepted: how it went, or goes, stands on the page. What is known late of another group asks on.
  if (outcome?.leaving && outcome.groupId === groupId && outcome !== before) {
    return <Navigate to={paths.organization(organization.slug)} replace />
  }
  return (
    <Question
      title={
        <Trans id="leave.title" message="Leave {name}?" values={{ name: <bdi>{name}</bdi> }} />
      }
      isBusy={isBusy}
      onCancel={stay}
      actions={
        <>
          <Button onClick={stay} disabledFocusable={isBusy}>
            <Trans id="leave.stay" message="Stay" />
          </Button>
          <DangerButton
            onClick={leave}
            isBusy={isBusy}
            icon={
              isBusy ? (
                <Spinner
                  size="tiny"
                  aria-label={i18n._(/*i18n*/ { id: 'leave.busy', message: 'Leaving …' })}
                />
              ) : null
            }
          >
            <span>
              <Trans id="leave.leave" message="Leave {name}" values={{ name: <bdi>{name}</bdi> }} />
            </span>
          </DangerButton>
        </>
      }
    >
      <Losses membership={membership} memberships={memberships} me={me} />
      {failure ? (
        <FailureMessage
          failure={failure}
          organization={organization}
          fact={
            isOutcomeSeen && !failure.isUncertain ? (
              <Trans
                id="leave.still-in"
                message="You are still in {name}."
                values={{ name: <bdi>{name}</bdi> }}
              />
            ) : (
              <Trans
                id="leave.unknown"
                message="Whether you are leaving {name} could not be seen. To try again does no harm."
                values={{ name: <bdi>{name}</bdi> }}
              />
            )
          }
          isRetrying={isBusy}
          onRetry={leave}
        />
      ) : null}
    </Question>
  )
}
