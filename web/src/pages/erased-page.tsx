import { Trans, useLingui } from '@lingui/react'
import { paths } from '../paths.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { BlankPage } from './blank-page.tsx'

export function ErasedPage() {
  const { i18n } = useLingui()
  return (
    <BlankPage
      inWindow={i18n._({ id: 'erased.window', message: 'Erased' })}
      title={<Trans id="erased.title" message="Foyer has erased what it held about you there" />}
      act={
        <LinkButton to={paths.home}>
          <Trans id="not-found.home" message="Back to my organizations" />
        </LinkButton>
      }
    >
      <Trans
        id="erased.text"
        message="The address of the receipt leads nowhere any more. That something was done stays in the journal, without your name."
      />
    </BlankPage>
  )
}
