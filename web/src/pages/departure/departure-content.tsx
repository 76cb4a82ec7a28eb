import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans } from '@lingui/react'
import { Outlet, useMatch } from 'react-router'
import { paths, routes } from '../../paths.ts'
import type { Departure } from '../../session/departures.ts'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { WayBack } from '../../ui/way-back.tsx'
import type { DepartureContext } from './departure-context.ts'
import { DepartureHead } from './departure-head.tsx'
import { LeaveButton } from './leave-button.tsx'
import { DepartureLosses } from './departure-losses.tsx'
import styles from './departure.module.css'
import type { DepartureView } from './read-departure.ts'
import { RefusalCard } from './refusal-card.tsx'
import { UnseenCard } from './unseen-card.tsx'

/** The button that opens the question. */
const leaveButtonId = 'leave-organization'

/** What leaving would end, before anybody is asked. */
export function DepartureContent({
  organization,
  begun,
  me,
  preview,
}: DepartureView & {
  organization: OrganizationLocation
  begun: Departure | undefined
}) {
  const { slug } = organization
  const { name } = me.organization
  const isAsked = useMatch(`${routes.departure}/${routes.confirmDeparture}`) !== null
  useReturnedFocus(isAsked ? leaveButtonId : undefined)
  const context: DepartureContext = {
    organization,
    begun,
    me,
    preview,
    page: paths.departure(slug),
    question: paths.confirmDeparture(slug),
  }
  return (
    <div className={styles.page}>
      <DepartureHead slug={slug} name={name} look={preview.mayLeave ? 'filled' : 'pale'}>
        {preview.mayLeave ? (
          <Trans
            id="departure.lead"
            message="This is what ends for you. Nothing changes at your other organizations, and nothing happens before you confirm it."
          />
        ) : (
          <Trans
            id="departure.lead.refused"
            message="You cannot do this by yourself here. What remains stands below."
          />
        )}
      </DepartureHead>
      {preview.mayLeave ? null : <RefusalCard me={me} preview={preview} />}
      {preview.mayNotBecause === 'not-a-guest' ? null : (
        <Card
          heading={
            preview.mayLeave ? (
              <Trans id="departure.ends" message="What ends and what stays" />
            ) : (
              <Trans id="departure.ends.if" message="What ends when your access does" />
            )
          }
        >
          <DepartureLosses me={me} preview={preview} />
        </Card>
      )}
      {preview.mayNotBecause === 'not-a-guest' ? null : (
        <UnseenCard organization={name} unseen={preview.unseen} />
      )}
      {preview.mayLeave ? (
        <>
          <Card heading={<Trans id="losses.back.title" message="The way back" />}>
            <WayBack organization={name} {...preview} />
          </Card>
          <div className={styles.acts}>
            <LinkButton to={paths.organization(slug)}>
              <Trans id="leave.stay" message="Stay" />
            </LinkButton>
            <LeaveButton id={leaveButtonId} name={name} question={context.question} />
          </div>
        </>
      ) : null}
      <Outlet context={context} />
    </div>
  )
}
