import { Trans, useLingui } from '@lingui/react'
import { paths } from '../paths.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { BlankPage } from './blank-page.tsx'

export function SignedOutPage() {
  const { i18n } = useLingui()
  return (
    <BlankPage
      inWindow={i18n._({ id: 'signed-out.window', message: 'Signed out' })}
      title={<Trans id="signed-out.title" message="You are signed out in this browser" />}
      act={
        <LinkButton to={paths.home}>
          <Trans id="signed-out.home" message="To the start page" />
        </LinkButton>
      }
    >
      <Trans
        id="signed-out.text"
        message="Microsoft may still know you here, so that the next sign-in needs no password. On a computer that others use, close the browser too."
      />
    </BlankPage>
  )
}
