import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import type { Leaver } from '../../session/departures.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { BlankPage } from '../blank-page.tsx'

/** Where only the effect of leaving is seen: its answer was lost, and with it the receipt's address. */
export function GonePage({ name, leaver: { mail } }: { name: string; leaver: Leaver }) {
  const { i18n } = useLingui()
  return (
    <BlankPage
      inWindow={i18n._(
        /*i18n*/ {
          id: 'gone.window',
          message: 'No longer at {name}',
          values: { name },
        },
      )}
      title={
        <Trans
          id="gone.title"
          message="{name} does not know you any more"
          values={{ name: <bdi>{name}</bdi> }}
        />
      }
      act={
        <LinkButton to={paths.home}>
          <Trans id="not-found.home" message="Back to my organizations" />
        </LinkButton>
      }
    >
      <Trans
        id="gone.text"
        message="You asked to leave, and your account there is gone. The answer to you was lost on the way."
      />{' '}
      {mail ? (
        <Trans
          id="gone.mail"
          message="A mail to {mail} leads to your receipt."
          values={{ mail: <bdi>{mail}</bdi> }}
        />
      ) : null}
    </BlankPage>
  )
}
