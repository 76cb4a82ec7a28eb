import { Button, Field, Input } from '@fluentui/react-components'
import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { type ReactElement, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { BackLink } from '../../ui/back-link.tsx'
import { Card } from '../../ui/card.tsx'
import { FailureMessage } from '../../ui/failure-message.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { GroupChoice } from '../invite/group-choice.tsx'
import invite from '../invite/invite.module.css'
import { WordsFields } from '../invite/words-fields.tsx'
import type { keepTemplateAction } from './change-templates.ts'
import {
  findWrong,
  type TemplateDraft,
  templateDraftOf,
  type TemplateField,
  wantedBy,
} from './template-draft.ts'
import styles from './templates.module.css'
import { useUnknownGroup } from './unknown-group.ts'

/** As long as a line may be. */
const longestLine = 120

/** A kind of guest, and what an invitation of one begins with. */
export function TemplateForm({
  organization,
  kept,
  newId,
}: {
  organization: OrganizationLocation
  /** Absent for a new one. */
  kept: InvitationTemplate | undefined
  /** Of a new one. */
  newId: string
}) {
  const { i18n } = useLingui()
  const unknownGroup = useUnknownGroup()
  const form = useRef<HTMLFormElement>(null)
  const [isSent, setSent] = useState(false)
  const [draft, setDraft] = useState<TemplateDraft>(() =>
    kept
      ? templateDraftOf(kept, unknownGroup)
      : { ...blank, language: i18n.locale === 'de' ? 'de' : 'en' },
  )
  const change = (changes: Partial<TemplateDraft>) => setDraft((last) => ({ ...last, ...changes }))
  const { slug, name } = organization
  const templateId = kept?.templateId ?? newId
  const { act, isActing, outcome } = useAct<typeof keepTemplateAction>(
    kept ? paths.template(slug, kept.templateId) : paths.newTemplate(slug),
  )
  const failure =
    outcome && !(outcome instanceof Response) && 'failure' in outcome ? outcome.failure : undefined
  const wrong = findWrong(draft)
  const say = (field: TemplateField, words: ReactElement) =>
    isSent && wrong.includes(field)
      ? ({ validationState: 'error', validationMessage: words } as const)
      : undefined
  const save = () => {
    setSent(true)
    const [first] = wrong
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus()
    else act({ templateId, version: kept?.version ?? 0, wanted: { ...wantedBy(draft) } })
  }
  return (
    <>
      <BackLink to={paths.templates(slug)}>
        <Trans id="templates.title" message="Templates for invitations" />
      </BackLink>
      {kept ? (
        <PageTitle
          inWindow={i18n._(
            /*i18n*/ {
              id: 'templates.form.window',
              message: 'Change the template {name}',
              values: { name: kept.name },
            },
          )}
        >
          <Trans
            id="templates.form.title"
            message="Change {name}"
            values={{ name: <bdi>{kept.name}</bdi> }}
          />
        </PageTitle>
      ) : (
        <PageTitle inWindow={i18n._(/*i18n*/ { id: 'templates.new', message: 'New template' })}>
          <Trans id="templates.new" message="New template" />
        </PageTitle>
      )}
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Card heading={<Trans id="templates.kind" message="Which kind of guest?" />}>
          <div className={invite.fields}>
            <Field
              label={<Trans id="templates.name" message="Name of the template" />}
              hint={
                <Trans id="templates.name.hint" message="As in Auditor. Guests do not read it." />
              }
              required
              {...say(
                'name',
                <Trans id="templates.name.missing" message="Write what kind of guest it is for." />,
              )}
            >
              <Input
                name="name"
                size="large"
                value={draft.name}
                maxLength={longestLine}
                autoComplete="off"
                onChange={(_, { value }) => change({ name: value })}
              />
            </Field>
            <Field
              label={<Trans id="invite.purpose" message="What for" />}
              hint={
                <Trans
                  id="invite.purpose.hint"
                  message="In a few words, as in Winter tender 2026/27. They read it."
                />
              }
              required
              {...say(
                'purpose',
                <Trans id="invite.purpose.missing" message="Say what for, in a few words." />,
              )}
            >
              <Input
                name="purpose"
                size="large"
                value={draft.purpose}
                maxLength={longestLine}
                autoComplete="off"
                onChange={(_, { value }) => change({ purpose: value })}
              />
            </Field>
            <Field
              label={<Trans id="templates.access-days" message="Days of access" />}
              hint={
                <Trans
                  id="templates.access-days.hint"
                  message="Counted from the day of the invitation. Where the policy of {name} allows fewer, these hold."
                  values={{ name: <bdi>{name}</bdi> }}
                />
              }
              required
              {...say(
                'accessDays',
                <Trans id="templates.access-days.wrong" message="A number from 1 to 3650." />,
              )}
            >
              <Input
                className={styles.days}
                name="accessDays"
                inputMode="numeric"
                size="large"
                value={draft.accessDays}
                maxLength={4}
                autoComplete="off"
                onChange={(_, { value }) => change({ accessDays: value })}
              />
            </Field>
            <GroupChoice
              slug={slug}
              own={[]}
              chosen={draft.groups}
              onChoose={(groups) => change({ groups })}
            />
          </div>
        </Card>
        <WordsFields
          draft={draft}
          isMessageWrong={isSent && wrong.includes('message')}
          onDraft={change}
        />
        {failure ? (
          <FailureMessage
            failure={failure}
            organization={organization}
            fact={
              failure.isUncertain ? undefined : (
                <Trans id="policy.not-saved" message="Nothing was saved." />
              )
            }
            isRetrying={isActing}
            onRetry={save}
          />
        ) : null}
        <div className={invite.acts}>
          <Button type="submit" appearance="primary" size="large" disabledFocusable={isActing}>
            <Trans id="templates.save" message="Save the template" />
          </Button>
          <LinkButton to={paths.templates(slug)}>
            <Trans id="answers.cancel" message="Cancel" />
          </LinkButton>
        </div>
      </form>
    </>
  )
}

const blank: TemplateDraft = {
  name: '',
  purpose: '',
  accessDays: '',
  groups: [],
  language: 'en',
  message: '',
}
