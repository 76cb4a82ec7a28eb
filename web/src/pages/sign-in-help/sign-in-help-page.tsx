import { Trans, useLingui } from '@lingui/react'
import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Say } from '../../language/say.tsx'
import { organizationParameter, codeParameter, paths } from '../../paths.ts'
import { focusHeading, PageTitle } from '../../ui/page-title.tsx'
import { OutsideWords } from '../../ui/outside-words.tsx'
import { findingOf } from './finding.ts'
import { FindingView } from './finding-view.tsx'
import { wordsOf } from './finding-words.ts'
import { HelpDesk } from './help-desk.tsx'
import { MessageForm } from './message-form.tsx'
import { type EntraMessage, readMessage } from './read-message.ts'
import styles from './sign-in-help.module.css'

/** What Microsoft's messages mean, who has to act, and the way on where Foyer has one. */
export function SignInHelpPage() {
  const { i18n } = useLingui()
  const [parameters] = useSearchParams()
  const slug = parameters.get(organizationParameter) ?? undefined
  const met = parameters.get(codeParameter)
  const [explained, setExplained] = useState<EntraMessage | undefined>(() =>
    met === null ? undefined : readMessage(met.slice(0, 20)),
  )
  const finding = explained?.code === undefined ? undefined : findingOf(explained.code)
  const words = finding && wordsOf(finding)
  useEffect(() => {
    // The answer stands above the field, where whoever has pressed the button does not look.
    if (explained) focusHeading()
  }, [explained])
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {words ? (
          <p className={styles.eyebrow}>
            <Trans id="help.window" message="Help with signing in" />
          </p>
        ) : null}
        <PageTitle
          inWindow={i18n._(/*i18n*/ { id: 'help.window', message: 'Help with signing in' })}
        >
          {words ? (
            <Say text={words.title} />
          ) : (
            <Trans id="help.title" message="When Microsoft does not let you in" />
          )}
        </PageTitle>
        <p className={styles.lead}>
          {words ? (
            <Say text={words.lead} />
          ) : (
            <Trans
              id="help.lead"
              message="Microsoft’s error pages do not lead back to Foyer. Look there for a code that begins with AADSTS, come back here, and find what it means."
            />
          )}
        </p>
      </div>
      {explained && finding ? (
        <FindingView finding={finding} message={explained} slug={slug} />
      ) : null}
      <MessageForm given={explained?.text ?? ''} isAnswered={!!words} onExplain={setExplained} />
      {explained?.code === undefined ? null : <HelpDesk key={explained.text} message={explained} />}
      {finding === 'pending' ? (
        <p className={styles.note}>
          <Trans
            id="help.lost"
            message="No mail with a link? <0>Have it sent once more</0>, if the invitation came by Foyer."
            components={{
              // A page of its own, which the router does not know.
              0: <OutsideWords href="/i" />,
            }}
          />
        </p>
      ) : null}
      <p className={styles.note}>
        {slug ? (
          <Trans
            id="help.exit.link"
            message="None of this helps, and you want to be gone there? <0>Ask the organization to end your access</0>: it needs no sign-in, but a code that is sent to the address at which you were invited."
            components={{ 0: <Link to={paths.exit(slug)} /> }}
          />
        ) : (
          <Trans
            id="help.exit.text"
            message="None of this helps, and you want to be gone there? Name the organization on the <0>start page</0>. Below its sign-in is the way to end your access without signing in, with a code that is sent to the address at which you were invited."
            components={{ 0: <Link to={paths.home} /> }}
          />
        )}
      </p>
    </div>
  )
}
