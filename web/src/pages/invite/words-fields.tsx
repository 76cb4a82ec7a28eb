import { Field, Textarea } from '@fluentui/react-components'
import { longestMessage } from '@foyer/contracts/invitation'
import { Trans } from '@lingui/react'
import { languages } from '../../language/languages.ts'
import { Card } from '../../ui/card.tsx'
import type { Draft } from './draft.ts'
import styles from './invite.module.css'

type Words = Pick<Draft, 'language' | 'message'>

/** In which language an invitation is written, and with which message. */
export function WordsFields({
  draft,
  isMessageWrong,
  onDraft,
}: {
  draft: Words
  isMessageWrong: boolean
  onDraft: (change: Partial<Words>) => void
}) {
  return (
    <Card heading={<Trans id="invite.words" message="In which words?" />}>
      <div className={styles.fields}>
        <fieldset className={styles.options}>
          <legend>
            <Trans id="invite.language" message="Language of the mail and the page" />
          </legend>
          {languages.map(({ tag, name }) => (
            <label key={tag} className={styles.option} lang={tag}>
              <input
                type="radio"
                name="language"
                value={tag}
                checked={draft.language === tag}
                onChange={() => onDraft({ language: tag })}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <Field
          label={<Trans id="invite.message" message="A personal message" />}
          hint={
            <Trans
              id="invite.message.hint"
              message="Plain text, without links and addresses. {left, plural, one {One sign is} other {# signs are}} left."
              values={{ left: longestMessage - draft.message.length }}
            />
          }
          {...(isMessageWrong
            ? ({
                validationState: 'error',
                validationMessage: (
                  <Trans
                    id="invite.message.wrong"
                    message="Take links and addresses out: whoever is invited should follow none but Foyer’s own."
                  />
                ),
              } as const)
            : {})}
        >
          <Textarea
            name="message"
            value={draft.message}
            maxLength={longestMessage}
            rows={5}
            resize="vertical"
            onChange={(_, { value }) => onDraft({ message: value })}
          />
        </Field>
      </div>
    </Card>
  )
}
