import { Button } from '@fluentui/react-components'
import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { formatDay } from '../../language/dates.ts'
import { languages } from '../../language/languages.ts'
import { formatNames } from '../../language/names.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Undecided } from '../answers/undecided.tsx'
import { useAsked } from '../answers/use-asked.ts'
import { RemoveQuestion } from './remove-question.tsx'
import styles from './templates.module.css'
import { useUnknownGroup } from './unknown-group.ts'

/** What one template fills in. */
export function TemplateCard({
  organization,
  template: { templateId, name, purpose, accessDays, groups, language, message, changedAt },
  mayChange,
  isActing,
  failure,
  onRemove,
}: {
  organization: OrganizationLocation
  template: InvitationTemplate
  mayChange: boolean
  isActing: boolean
  /** Why it was not removed. */
  failure: Failure | undefined
  onRemove: () => void
}) {
  const { i18n } = useLingui()
  const unknownGroup = useUnknownGroup()
  const { question, ask, close } = useAsked<'remove'>(isActing, failure)
  return (
    <Card heading={<bdi>{name}</bdi>}>
      <div className={styles.facts}>
        <Facts>
          <Fact name={<Trans id="invite.purpose" message="What for" />}>
            <bdi>{purpose}</bdi>
          </Fact>
          <Fact name={<Trans id="templates.days" message="Access for" />}>
            <Trans
              id="templates.days.count"
              message="{accessDays, plural, one {one day} other {# days}}"
              values={{ accessDays }}
            />
          </Fact>
          <Fact name={<Trans id="invite.groups" message="Groups" />}>
            {groups.length === 0 ? (
              <Trans id="invitations.no-groups" message="None" />
            ) : (
              <bdi>
                {formatNames(
                  i18n,
                  groups.map((group) => group.name ?? unknownGroup),
                )}
              </bdi>
            )}
          </Fact>
          <Fact name={<Trans id="templates.language" message="Language" />}>
            {languages.find(({ tag }) => tag === language)?.name}
          </Fact>
          {message === undefined ? null : (
            <Fact name={<Trans id="invite.message" message="A personal message" />}>
              <span className={styles.message} dir="auto">
                {message}
              </span>
            </Fact>
          )}
          <Fact name={<Trans id="templates.changed" message="Last changed" />}>
            {formatDay(i18n, changedAt)}
          </Fact>
        </Facts>
      </div>
      {failure ? (
        <div className={styles.failure}>
          <Undecided
            organization={organization}
            failure={failure}
            isActing={isActing}
            onRetry={onRemove}
          />
        </div>
      ) : null}
      {mayChange ? (
        <div className={styles.acts}>
          <LinkButton
            to={paths.template(organization.slug, templateId)}
            label={i18n._(
              /*i18n*/ { id: 'templates.change.name', message: 'Change {name}', values: { name } },
            )}
          >
            <Trans id="templates.change" message="Change" />
          </LinkButton>
          <Button
            appearance="subtle"
            disabledFocusable={isActing}
            aria-label={i18n._(
              /*i18n*/ { id: 'templates.remove.name', message: 'Remove {name}', values: { name } },
            )}
            onClick={({ currentTarget }) => ask('remove', currentTarget)}
          >
            <Trans id="templates.remove" message="Remove" />
          </Button>
        </div>
      ) : null}
      {question ? (
        <RemoveQuestion
          name={name}
          isActing={isActing}
          onCancel={close}
          onRemove={() => {
            close()
            onRemove()
          }}
        />
      ) : null}
    </Card>
  )
}
