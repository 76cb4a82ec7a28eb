import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { Link, useLoaderData } from 'react-router'
import { paths } from '../../paths.ts'
import { useAct } from '../../ui/use-act.ts'
import { AddressStep } from './address-step.tsx'
import { CodeStep } from './code-step.tsx'
import { ExitHead } from './exit-head.tsx'
import type { exitLoader } from './exit-loader.ts'
import styles from './exit.module.css'
import type { exitAction } from './exit.ts'
import { WhatThen } from './what-then.tsx'

/** Where somebody who cannot leave by themselves asks the organization to end their access. */
export function ExitPage() {
  const data = useLoaderData<typeof exitLoader>()
  // Another organization is another page: nothing that was typed for the last one may stay on it.
  return <Exit key={data.organization.organizationId} {...data} />
}

function Exit({ organization, mail }: Awaited<ReturnType<typeof exitLoader>>) {
  const { i18n } = useLingui()
  const { act, isActing, outcome } = useAct<typeof exitAction>()
  const [reason, setReason] = useState('')
  const [hasActed, setHasActed] = useState(false)
  const { slug, name } = organization
  const shownName = <bdi>{name}</bdi>
  const step = { organization, taken: outcome, isActing, isNext: hasActed }
  const take = (what: Parameters<typeof act>[0]) => {
    setHasActed(true)
    act(what)
  }
  return (
    <div className={styles.page}>
      <ExitHead
        organization={name}
        look="filled"
        inWindow={i18n._(
          /*i18n*/ { id: 'exit.window', message: 'Ask {name} to end my access', values: { name } },
        )}
        title={
          <Trans
            id="exit.title"
            message="Ask {name} to end your access"
            values={{ name: shownName }}
          />
        }
      >
        <Trans
          id="exit.lead"
          message="This is for whoever cannot sign in at {name}, or may not leave by themselves. {name} owes you an answer. If you can sign in, try first whether you <0>can leave there yourself</0>: that is quicker."
          values={{ name: shownName }}
          components={{ 0: <Link to={paths.departure(slug)} /> }}
        />
      </ExitHead>
      {mail === undefined ? (
        <AddressStep {...step} onAsk={(address) => take({ what: 'code', mail: address })} />
      ) : (
        <CodeStep
          {...step}
          mail={mail}
          reason={reason}
          onReason={setReason}
          onFile={(code) => take({ what: 'request', code, reason })}
          onAgain={() => take({ what: 'again' })}
        />
      )}
      <WhatThen name={name} />
    </div>
  )
}
