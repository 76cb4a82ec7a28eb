import { Trans, useLingui } from '@lingui/react'
import { paths } from '../paths.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { BlankPage } from './blank-page.tsx'

export function NotFoundPage() {
  const { i18n } = useLingui()
  return (
    <BlankPage
      mark="?"
      inWindow={i18n._({ id: 'not-found.window', message: 'Nothing here' })}
      title={<Trans id="not-found.title" message="There is no page at this address" />}
      act={
        <LinkButton to={paths.home}>
          <Trans id="not-found.home" message="Back to my organizations" />
        </LinkButton>
      }
    >
      <Trans
        id="not-found.text"
        message="The link may be old, or part of it was lost on the way."
      />
    </BlankPage>
  )
}
