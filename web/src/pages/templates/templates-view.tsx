import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { useOffice } from '../../session/session-provider.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import type { removeTemplateAction } from './change-templates.ts'
import { TemplateCard } from './template-card.tsx'

/** The templates by name, and the way to another one. */
export function TemplatesView({
  organization,
  templates,
}: {
  organization: OrganizationLocation
  templates: readonly InvitationTemplate[]
}) {
  const { i18n } = useLingui()
  const { slug, name } = organization
  const isOperator = useOffice(slug) === 'operator'
  const { act, isActing, outcome } = useAct<typeof removeTemplateAction>()
  return (
    <AnswersPage
      organization={organization}
      inWindow={i18n._(
        /*i18n*/ {
          id: 'templates.window',
          message: 'Templates for invitations to {name}',
          values: { name },
        },
      )}
      title={<Trans id="templates.title" message="Templates for invitations" />}
      lead={
        <Trans
          id="templates.lead"
          message="One for each kind of guest. Who invites chooses one, and can change everything of it before it is sent."
        />
      }
      act={
        isOperator ? (
          <LinkButton to={paths.newTemplate(slug)} appearance="primary">
            <Trans id="templates.new" message="New template" />
          </LinkButton>
        ) : undefined
      }
      done={
        outcome && !outcome.failure
          ? /*i18n*/ {
              id: 'templates.removed',
              message: 'The template {name} is removed.',
              values: { name: outcome.removal.name },
            }
          : undefined
      }
      empty={{
        title: <Trans id="templates.empty" message="There are no templates yet" />,
        text: (
          <Trans
            id="templates.empty.text"
            message="Whoever invites writes purpose, days and groups each time. A template says them once."
          />
        ),
      }}
      entries={templates.map((template) => ({
        key: template.templateId,
        card: (
          <TemplateCard
            organization={organization}
            template={template}
            mayChange={isOperator}
            isActing={isActing}
            failure={
              outcome?.removal.templateId === template.templateId ? outcome.failure : undefined
            }
            onRemove={() => act({ templateId: template.templateId, name: template.name })}
          />
        ),
      }))}
    />
  )
}
