import type { DirectoryData } from '@foyer/contracts/my-data'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import styles from './data.module.css'

/** What the organization's directory has besides who somebody is: sponsors and groups. */
export function DirectoryCard({
  directory: { personId, sponsors, groups, groupCount },
  organization,
}: {
  directory: DirectoryData
  organization: string
}) {
  return (
    <Card
      heading={
        <Trans
          id="data.directory.title"
          message="In the directory of {name}"
          values={{ name: <bdi>{organization}</bdi> }}
        />
      }
    >
      <dl className={styles.facts}>
        <div>
          <dt>
            <Trans id="data.id" message="Your number there" />
          </dt>
          <dd>
            <Code>{personId}</Code>
          </dd>
        </div>
        <div>
          <dt>
            <Trans id="data.sponsors" message="Who vouches for you" />
          </dt>
          {sponsors.length === 0 ? (
            <dd>
              <Trans id="data.nobody" message="Nobody is named" />
            </dd>
          ) : null}
          {sponsors.map(({ name, mail }) => (
            <dd key={`${name} ${mail ?? ''}`}>
              <bdi>{name}</bdi>
              {mail ? (
                <span className={styles.small}>
                  {' '}
                  <bdi>{mail}</bdi>
                </span>
              ) : null}
            </dd>
          ))}
        </div>
        <div className={styles.wide}>
          <dt>
            <Trans
              id="data.groups"
              message="{groupCount, plural, =0 {In no group} one {In one group} other {In # groups}}"
              values={{ groupCount }}
            />
          </dt>
          {groups ? (
            <dd>
              <ul className={styles.names}>
                {groups.map(({ groupId, name }) => (
                  <li key={groupId}>
                    <bdi>{name}</bdi>
                  </li>
                ))}
              </ul>
            </dd>
          ) : (
            <dd>
              <Trans
                id="data.groups.hidden"
                message="{name} does not show its guests which groups these are."
                values={{ name: <bdi>{organization}</bdi> }}
              />
            </dd>
          )}
        </div>
      </dl>
    </Card>
  )
}
