import { Button } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Failure } from '../failure.ts'
import { Say } from '../language/say.tsx'
import { paths } from '../paths.ts'
import { explain } from '../problems.ts'
import { HelpDeskLine } from '../ui/failure-message.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { BlankPage } from './blank-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'

/** What a page becomes when it could not be read at all. */
export function RouteErrorPage() {
  const { i18n } = useLingui()
  const error = useRouteError()
  const home = (
    <LinkButton to={paths.home}>
      <Trans id="not-found.home" message="Back to my organizations" />
    </LinkButton>
  )
  const reload = (
    <Button onClick={() => window.location.reload()}>
      <Trans id="remedy.reload" message="Load the page again" />
    </Button>
  )
  const inWindow = i18n._({ id: 'failed.window', message: 'Not shown' })

  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  if (error instanceof Failure) {
    const { retryAfterSeconds = 0 } = error.trace
    const { sentence, next } = explain(error.code, { organization: '', retryAfterSeconds })
    const isUnknown = error.code === 'organization-not-found'
    return (
      <BlankPage
        mark={isUnknown ? '?' : '!'}
        inWindow={inWindow}
        title={<Say text={sentence} />}
        role="alert"
        act={isUnknown ? home : reload}
      >
        <Say text={next} />
        {isUnknown ? null : (
          <>
            <br />
            <small>
              <HelpDeskLine failure={error} />
            </small>
          </>
        )}
      </BlankPage>
    )
  }
  return (
    <BlankPage
      mark="!"
      inWindow={inWindow}
      title={<Trans id="failed.title" message="This page has a fault" />}
      role="alert"
      act={
        <>
          {reload}
          {home}
        </>
      }
    >
      <Trans
        id="failed.text"
        message="The fault is Foyer’s, not yours, and nothing was changed by it. Load the page again."
      />
    </BlankPage>
  )
}
