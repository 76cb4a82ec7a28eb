import type { DirectoryData } from '@foyer/contracts/my-data'
import { Trans } from '@lingui/react'
import { Card } from '../../ui/card.tsx'
import { Code } from '../../ui/code.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import styles from './data.module.css'

/** What the organization's directory has besides who somebody is: sponsors and groups. */
export function DirectoryCard({
  directory: { personId, sponsors, groups, groupCount },
  organization,
}: {
  directory: DirectoryData
  organization: string
}) {
  const name = <bdi>{organization}</bdi>
  return (
    <Card
      heading={
        <Trans id="data.directory.title" message="In the directory of {name}" values={{ name }} />
      }
    >
      <div className={styles.facts}>
        <Facts>
          <Fact name={<Trans id="data.id" message="Your number there" />}>
            <Code>{personId}</Code>
          </Fact>
          <Fact name={<Trans id="data.sponsors" message="Who vouches for you" />}>
            {sponsors.length === 0 ? (
              <Trans id="data.nobody" message="Nobody is named" />
            ) : (
              <ul>
                {sponsors.map((sponsor) => (
                  <li key={`${sponsor.name} ${sponsor.mail ?? ''}`}>
                    <bdi>{sponsor.name}</bdi>{' '}
                    <span className={styles.small}>
                      <bdi>{sponsor.mail}</bdi>
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact
            name={
              <Trans
                id="data.groups"
                message="{groupCount, plural, =0 {In no group} one {In one group} other {In # groups}}"
                values={{ groupCount }}
              />
            }
            isWide
          >
            {groups ? (
              <ul className={styles.names}>
                {groups.map((group) => (
                  <li key={group.groupId}>
                    <bdi>{group.name}</bdi>
                  </li>
                ))}
              </ul>
            ) : (
              <Trans
                id="data.groups.hidden"
                message="{name} does not show its guests which groups these are."
                values={{ name }}
              />
            )}
          </Fact>
        </Facts>
      </div>
    </Card>
  )
}
