import { Button, Checkbox } from '@fluentui/react-components'
import type { Me } from '@foyer/contracts/me'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { useSubmit } from 'react-router'
import { paths } from '../../paths.ts'
import type { Sight } from '../../places/sight.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { BackLink } from '../../ui/back-link.tsx'
import { ChosenBar } from '../../ui/chosen-bar.tsx'
import { Door } from '../../ui/door.tsx'
import { EmptyPage } from '../../ui/empty-page.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Bone } from '../../ui/waiting.tsx'
import { type Looking, useSights } from '../home/use-sights.ts'
import type { RoundRequest } from './begin-round.ts'
import styles from './round.module.css'

/** Where the organizations are chosen. What leaving them ends is shown next, before anything is asked. */
export function RoundChoice({ lookings }: { lookings: readonly Looking[] }) {
  const { i18n } = useLingui()
  const submit = useSubmit()
  const { accounts } = useAccounts()
  const sights = useSights(lookings)
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())

  const rows = lookings.flatMap(({ place }) => {
    const sight = sights.get(place.key)
    return sight === undefined || isGuest(sight) ? [{ place, sight }] : []
  })
  const chosen = rows.flatMap(({ place, sight }) =>
    sight && wanted.has(place.key)
      ? [{ organization: place.organization, accountId: sight.accountId }]
      : [],
  )
  const choose = (key: string, isWanted: boolean) =>
    setWanted((before) => {
      const after = new Set(before)
      if (isWanted) after.add(key)
      else after.delete(key)
      return after
    })
  const begin = () => {
    const request: RoundRequest = { act: 'begin', items: chosen }
    void submit(JSON.stringify(request), {
      method: 'post',
      encType: 'application/json',
      action: paths.round,
    })
  }
  const mailOf = (accountId: string) =>
    accounts.find(({ accountIds }) => accountIds.includes(accountId))?.mail

  const count = (
    <Trans
      id="round.chosen"
      message="{count, plural, =0 {None is chosen} one {One organization is chosen} other {# organizations are chosen}}"
      values={{ count: chosen.length }}
    />
  )
  return (
    <div className={styles.page}>
      <BackLink to={paths.home}>
        <Trans id="home.window" message="My organizations" />
      </BackLink>
      <PageTitle
        inWindow={i18n._(/*i18n*/ { id: 'round.title', message: 'Leave several organizations' })}
      >
        <Trans id="round.title" message="Leave several organizations" />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="round.lead"
          message="Choose the organizations that you want to leave. You see what ends at each of them first, and each asks you to sign in once more before it is left."
        />
      </p>
      {rows.length === 0 ? (
        <EmptyPage
          title={<Trans id="round.none" message="There is no organization to leave here" />}
          text={
            <Trans
              id="round.none.text"
              message="This browser knows none of which you are a guest now."
            />
          }
          act={
            <LinkButton to={paths.home}>
              <Trans id="not-found.home" message="Back to my organizations" />
            </LinkButton>
          }
        />
      ) : (
        <>
          <ul className={styles.choices}>
            {rows.map(({ place, sight }, row) => (
              <li key={place.key} className={styles.choice}>
                {sight ? (
                  <label className={styles.label} htmlFor={`choice-${row}`}>
                    <Checkbox
                      id={`choice-${row}`}
                      size="large"
                      checked={wanted.has(place.key)}
                      onChange={(_, { checked }) => choose(place.key, checked === true)}
                    />
                    <Door name={place.organization.name} size="small" />
                    <span className={styles.words}>
                      <span className={styles.name}>
                        <bdi>{place.organization.name}</bdi>
                      </span>
                      <span className={styles.mail}>
                        <bdi>{mailOf(sight.accountId) ?? sight.me.mail}</bdi>
                      </span>
                    </span>
                  </label>
                ) : (
                  <Bone width="60%" height={32} />
                )}
              </li>
            ))}
          </ul>
          <p className={styles.note}>
            <Trans
              id="round.others"
              message="Organizations that have not answered, or that do not let you in, are not listed. Their cards say what can be done."
            />
          </p>
          <ChosenBar count={count}>
            {chosen.length > 0 ? (
              <Button appearance="primary" onClick={begin}>
                <Trans id="round.look" message="See what ends" />
              </Button>
            ) : null}
          </ChosenBar>
        </>
      )}
    </div>
  )
}

function isGuest(sight: Sight): sight is Sight & { picture: 'here'; accountId: string; me: Me } {
  return sight.picture === 'here' && ['guest', 'internal-guest'].includes(sight.me.kind)
}
