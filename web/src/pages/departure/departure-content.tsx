import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { Link, Outlet, useNavigate } from 'react-router'
import { paths } from '../../paths.ts'
import type { DepartureIntent } from '../../session/departures.ts'
import { Card } from '../../ui/card.tsx'
import { Door } from '../../ui/door.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { DepartureContext } from './departure-context.ts'
import { DepartureLosses } from './departure-losses.tsx'
import styles from './departure.module.css'
import type { DepartureView } from './read-departure.ts'
import { RefusalCard } from './refusal-card.tsx'
import { leaveButtonId, useQuestionFocus } from './use-question-focus.ts'
import { WayBack } from './way-back.tsx'

/** What leaving would end, before anybody is asked. */
export function DepartureContent({
  organization,
  intent,
  me,
  preview,
}: DepartureView & {
  organization: OrganizationLocation
  intent: DepartureIntent | undefined
}) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const { slug } = organization
  const { name } = me.organization
  const shownName = <bdi>{name}</bdi>
  useQuestionFocus()
  const context: DepartureContext = { organization, intent, me, preview }
  return (
    <div className={styles.page}>
      <Link to={paths.organization(slug)} className={styles.back}>
        <ArrowLeftRegular />
        <span>
          <Trans id="departure.back" message="Back to {name}" values={{ name: shownName }} />
        </span>
      </Link>
      <header className={styles.head}>
        <Door name={name} size="large" look={preview.mayLeave ? 'filled' : 'pale'} />
        <div className={styles.title}>
          <PageTitle
            inWindow={i18n._(
              /*i18n*/ {
                id: 'departure.window',
                message: 'End my access at {name}',
                values: { name },
              },
            )}
          >
            <Trans
              id="departure.title"
              message="End my access at {name}"
              values={{ name: shownName }}
            />
          </PageTitle>
          <p className={styles.lead}>
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
          </p>
        </div>
      </header>
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
      {preview.mayLeave ? (
        <>
          <Card heading={<Trans id="losses.back.title" message="The way back" />}>
            <WayBack organization={name} {...preview} />
          </Card>
          <div className={styles.acts}>
            <LinkButton to={paths.organization(slug)}>
              <Trans id="leave.stay" message="Stay" />
            </LinkButton>
            <Button
              id={leaveButtonId}
              className={styles.toQuestion}
              onClick={() => void navigate(paths.confirmDeparture(slug))}
            >
              <span>
                <Trans id="departure.open" message="Leave {name} …" values={{ name: shownName }} />
              </span>
            </Button>
          </div>
        </>
      ) : null}
      <Outlet context={context} />
    </div>
  )
}
