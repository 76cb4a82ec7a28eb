import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import type { MyData } from '@foyer/contracts/my-data'
import { Trans, useLingui } from '@lingui/react'
import { formatInstant } from '../../language/dates.ts'
import { paths } from '../../paths.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { IdentityCard } from '../organization/identity-card.tsx'
import { DirectoryCard } from './directory-card.tsx'
import styles from './data.module.css'
import { DoneCard } from './done-card.tsx'
import { InvitationsCard } from './invitations-card.tsx'
import { MailsCard } from './mails-card.tsx'
import { AccessCard } from './access-card.tsx'
import { RememberedCard } from './remembered-card.tsx'

/** Everything in words; the file has the same, for a machine. */
export function DataView({ data }: { data: MyData }) {
  const { i18n } = useLingui()
  const { organization, directory, remembered, access, leavings, exitRequests, mails, journal } =
    data
  const { name, slug } = organization
  const shown = <bdi>{name}</bdi>
  return (
    <div className={styles.page}>
      <PageTitle
        inWindow={i18n._(
          /*i18n*/ { id: 'data.window', message: 'Your data at {name}', values: { name } },
        )}
      >
        <Trans
          id="data.title"
          message="What is held about you at {name}"
          values={{ name: shown }}
        />
      </PageTitle>
      <p className={styles.lead}>
        <Trans
          id="data.lead"
          message="Asked just now, {moment}. This is what the directory of {name} tells Foyer, and all that Foyer itself keeps. What else {name} keeps, only {name} can tell."
          values={{ name: shown, moment: formatInstant(i18n, data.readAt) }}
        />
      </p>
      <div className={styles.acts}>
        <Button
          appearance="primary"
          icon={<ArrowDownloadRegular />}
          onClick={() =>
            saveFile(`${JSON.stringify(data, null, 2)}\n`, 'application/json', `foyer-${slug}.json`)
          }
        >
          <Trans id="data.save" message="Save as a file" />
        </Button>
        <LinkButton to={paths.organization(slug)}>
          <Trans id="departure.back" message="Back to {name}" values={{ name: shown }} />
        </LinkButton>
      </div>
      <IdentityCard me={directory} />
      <DirectoryCard directory={directory} organization={name} />
      <RememberedCard remembered={remembered} />
      {access ? <AccessCard access={access} /> : null}
      <InvitationsCard invitations={data.invitations} />
      <DoneCard
        leavings={leavings}
        exitRequests={exitRequests}
        entryCount={journal.length}
        organization={name}
      />
      <MailsCard mails={mails} />
    </div>
  )
}
