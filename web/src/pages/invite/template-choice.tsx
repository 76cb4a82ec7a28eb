import { Field, Select } from '@fluentui/react-components'
import type { InvitationTemplate } from '@foyer/contracts/invitation-template'
import { Trans, useLingui } from '@lingui/react'
import { useState } from 'react'
import { formatNames } from '../../language/names.ts'
import { Card } from '../../ui/card.tsx'
import { Message } from '../../ui/message.tsx'
import { useUnknownGroup } from '../templates/unknown-group.ts'
import type { Draft } from './draft.ts'
import styles from './invite.module.css'
import { fillFrom } from './template-fill.ts'

/** The kinds of guests that operators wrote a template for: one of them fills the form. */
export function TemplateChoice({
  templates,
  onDraft,
}: {
  templates: readonly InvitationTemplate[]
  onDraft: (change: Partial<Draft>) => void
}) {
  const { i18n } = useLingui()
  const unknownGroup = useUnknownGroup()
  const [chosenId, setChosenId] = useState('')
  const chosen = templates.find(({ templateId }) => templateId === chosenId)
  const leftOut = chosen?.groups.filter(({ isInvitable }) => !isInvitable) ?? []
  const names = formatNames(
    i18n,
    leftOut.map(({ name }) => name ?? unknownGroup),
  )
  return (
    <Card heading={<Trans id="templates.kind" message="Which kind of guest?" />}>
      <div className={styles.fields}>
        <Field
          label={<Trans id="invite.template" message="Template" />}
          hint={
            <Trans
              id="invite.template.hint"
              message="It fills in what they are invited for. You can change all of it."
            />
          }
        >
          <Select
            size="large"
            value={chosenId}
            onChange={(_, { value }) => {
              setChosenId(value)
              const template = templates.find(({ templateId }) => templateId === value)
              if (template) onDraft(fillFrom(template))
            }}
          >
            <option value="">
              {i18n._(/*i18n*/ { id: 'invite.template.none', message: 'Without a template' })}
            </option>
            {templates.map(({ templateId, name }) => (
              <option key={templateId} value={templateId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <div aria-live="polite">
          {leftOut.length === 0 ? null : (
            <Message tone="warning">
              <p>
                <Trans
                  id="invite.template.left-out"
                  message="Left out of it: {names}. You cannot bring guests there; who owns the group can add them later."
                  values={{ names: <bdi>{names}</bdi> }}
                />
              </p>
            </Message>
          )}
        </div>
      </div>
    </Card>
  )
}
