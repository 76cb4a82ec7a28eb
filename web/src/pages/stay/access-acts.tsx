import { Button } from '@fluentui/react-components'
import { CalendarAddRegular } from '@fluentui/react-icons/svg/calendar-add'
import type { Me } from '@foyer/contracts/me'
import type { MyAccess } from '@foyer/contracts/stay'
import { Trans, useLingui } from '@lingui/react'
import { writeCalendarFile } from '../../calendar-file.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { isEndNear } from './access.ts'
import styles from './access-card.module.css'

/** The button that opens the question. */
export const askToStayId = 'ask-to-stay'

/** To stay longer and to leave stand side by side: one is as easy as the other. */
export function AccessActs({
  me,
  access,
  slug,
  canAsk,
}: {
  me: Me
  access: MyAccess
  slug: string
  canAsk: boolean
}) {
  const { i18n } = useLingui()
  const { end } = access
  const { organizationId, name } = me.organization
  const save = (day: string) => {
    const values = { name, address: new URL(paths.organization(slug), window.location.href).href }
    const text = writeCalendarFile({
      uid: `foyer-access-${organizationId}-${me.personId}`,
      day,
      summary: i18n._(
        /*i18n*/ { id: 'stay.calendar.summary', message: 'Your access to {name} ends', values },
      ),
      description: i18n._(
        /*i18n*/ {
          id: 'stay.calendar.text',
          message: 'This is the last day of your access. To stay longer, ask here: {address}',
          values,
        },
      ),
      writtenAt: new Date(),
    })
    saveFile(text, 'text/calendar;charset=utf-8', `foyer-${slug}.ics`)
  }
  return (
    <div className={styles.acts}>
      {canAsk ? (
        <LinkButton
          to={paths.askToStay(slug)}
          id={askToStayId}
          appearance={isEndNear(access) ? 'primary' : 'secondary'}
        >
          <Trans id="stay.ask" message="Ask to extend" />
        </LinkButton>
      ) : null}
      <LinkButton to={paths.departure(slug)}>
        <Trans id="stay.leave" message="I no longer need this" />
      </LinkButton>
      {end && end.on >= access.today ? (
        <Button appearance="subtle" icon={<CalendarAddRegular />} onClick={() => save(end.on)}>
          <span>
            <Trans id="stay.calendar" message="Add to your calendar" />
          </span>
        </Button>
      ) : null}
    </div>
  )
}
