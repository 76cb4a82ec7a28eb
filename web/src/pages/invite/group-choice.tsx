import { Field, Input } from '@fluentui/react-components'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import { Trans, useLingui } from '@lingui/react'
import { useEffect, useState } from 'react'
import { useFetcher } from 'react-router'
import { paths, searchParameter } from '../../paths.ts'
import { useOffice } from '../../session/session-provider.tsx'
import { nameKind } from '../organization/membership-words.ts'
import type { Draft } from './draft.ts'
import type { searchGroupsLoader } from './invite-loader.ts'
import styles from './invite.module.css'

/** So long after the last key groups are looked for. */
const restMs = 400
/** As many as one invitation can lead into. */
const mostGroups = 20

/** The groups that they are brought into once they have come through Microsoft's pages. */
export function GroupChoice({
  slug,
  own,
  chosen,
  onChoose,
}: {
  slug: string
  own: readonly InvitableGroup[]
  chosen: Draft['groups']
  onChoose: (chosen: Draft['groups']) => void
}) {
  const { i18n } = useLingui()
  const isOperator = useOffice(slug) === 'operator'
  const [search, setSearch] = useState('')
  const { load, data } = useFetcher<typeof searchGroupsLoader>()
  const wanted = search.trim()
  useEffect(() => {
    if (wanted === '') return undefined
    const query = new URLSearchParams({ [searchParameter]: wanted })
    const timer = setTimeout(() => void load(`${paths.invitableGroups(slug)}?${query}`), restMs)
    return () => clearTimeout(timer)
  }, [wanted, slug, load])

  const found = wanted !== '' && data && 'value' in data.answer ? data.answer.value.groups : []
  // What is chosen stays in sight, whatever is looked for then.
  const shown = new Map(
    [...chosen, ...own, ...found].map((group) => [group.groupId, group.name] as const),
  )
  const kinds = new Map([...own, ...found].map(({ groupId, kind }) => [groupId, kind] as const))
  const isChosen = (id: string) => chosen.some(({ groupId }) => groupId === id)
  return (
    <div className={styles.groups}>
      <fieldset className={styles.options}>
        <legend>
          <Trans id="invite.groups" message="Groups" />
        </legend>
        <p className={styles.small}>
          {isOperator ? (
            <Trans
              id="invite.groups.hint.operator"
              message="They join after they have accepted. Groups that a rule fills cannot be chosen."
            />
          ) : own.length === 0 ? (
            <Trans
              id="invite.groups.none"
              message="You own no group into which a guest can be brought. They can be added later."
            />
          ) : (
            <Trans
              id="invite.groups.hint"
              message="Groups that you own. They join after they have accepted."
            />
          )}
        </p>
        {[...shown].map(([groupId, name]) => {
          const kind = kinds.get(groupId)
          return (
            <label key={groupId} className={styles.option}>
              <input
                type="checkbox"
                checked={isChosen(groupId)}
                disabled={!isChosen(groupId) && chosen.length >= mostGroups}
                onChange={({ target }) =>
                  onChoose(
                    target.checked
                      ? [...chosen, { groupId, name }]
                      : chosen.filter((each) => each.groupId !== groupId),
                  )
                }
              />
              <span>
                <bdi>{name}</bdi>{' '}
                {kind === undefined ? null : (
                  <span className={styles.small}>{nameKind(i18n, kind)}</span>
                )}
              </span>
            </label>
          )
        })}
      </fieldset>
      {isOperator ? (
        <Field
          label={<Trans id="invite.groups.search" message="Look for a group" />}
          hint={<Trans id="invite.groups.search.hint" message="With which its name begins" />}
        >
          <Input
            name="groupSearch"
            value={search}
            maxLength={120}
            autoComplete="off"
            onChange={(_, { value }) => setSearch(value)}
          />
        </Field>
      ) : null}
    </div>
  )
}
