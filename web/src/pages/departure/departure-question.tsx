import { Button, Field, Input, Spinner } from '@fluentui/react-components'
import { Trans, useLingui } from '@lingui/react'
import { useRef, useState } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { formatDay } from '../../language/dates.ts'
import { DangerButton } from '../../ui/danger-button.tsx'
import { Question } from '../../ui/question.tsx'
import type { departAction, DepartRequest } from './depart.ts'
import { CodeRung, leadsToCode } from './code-rung.tsx'
import type { DepartureContext } from './departure-context.ts'
import { DepartureFailure, isFinal } from './departure-failure.tsx'
import styles from './departure.module.css'
import { SignedInAgain } from './signed-in-again.tsx'

/** The question itself: what ends stands behind it, the name is typed, and one click leaves. */
export function DepartureQuestion({
  organization,
  begun,
  me,
  preview,
  page,
  question,
}: DepartureContext) {
  const { i18n } = useLingui()
  const navigate = useNavigate()
  const leaving = useFetcher<typeof departAction>()
  const { name } = me.organization
  const isSame = begun?.leaver.personId === me.personId
  const [typed, setTyped] = useState(isSame ? begun.confirmation : '')
  const [isEmpty, setIsEmpty] = useState(false)
  const [digits, setDigits] = useState('')
  const [isCodeIncomplete, setIsCodeIncomplete] = useState(false)
  const isSending = useRef(false)
  const isBusy = leaving.state !== 'idle'
  const outcome = isBusy ? undefined : leaving.data
  const failure = outcome?.failure
  const sentTo = isSame ? begun.code?.mail : undefined
  const isByCode = sentTo !== undefined || (failure !== undefined && leadsToCode(failure))

  const leaver = {
    personId: me.personId,
    name: me.name,
    mail: me.mail,
    contacts: me.sponsors.flatMap((sponsor) =>
      sponsor.mail ? [{ name: sponsor.name, mail: sponsor.mail }] : [],
    ),
  }
  const { restorableUntil, undoHours, groupCount } = preview
  const send = (act: DepartRequest['act']) => {
    // The second click of a double click comes before anything is drawn again.
    if (isSending.current || isBusy) return
    isSending.current = true
    const code = digits.replaceAll(/[\s-]/g, '')
    const request: DepartRequest = {
      act,
      confirmation: typed.trim(),
      leaver,
      ...(sentTo === undefined ? {} : { digits: code }),
    }
    void leaving
      .submit(JSON.stringify(request), {
        method: 'post',
        encType: 'application/json',
        action: question,
      })
      .finally(() => {
        isSending.current = false
      })
  }
  const stay = () => {
    if (!isBusy) void navigate(page, { replace: true })
  }
  const leave = () => {
    const isCodeMissing = sentTo !== undefined && !/^(\d[\s-]*){6}$/.test(digits.trim())
    setIsEmpty(typed.trim() === '')
    setIsCodeIncomplete(isCodeMissing)
    if (typed.trim() !== '' && !isCodeMissing) send('leave')
  }

  const differs = failure?.code === 'confirmation-differs'
  const shownName = <bdi>{name}</bdi>
  return (
    <Question
      title={<Trans id="leave.title" message="Leave {name}?" values={{ name: shownName }} />}
      isBusy={isBusy}
      onCancel={stay}
      actions={
        <>
          <Button onClick={stay} disabledFocusable={isBusy}>
            <Trans id="leave.stay" message="Stay" />
          </Button>
          {(failure && isFinal(failure)) || (isByCode && sentTo === undefined) ? null : (
            <DangerButton
              onClick={leave}
              isBusy={isBusy}
              icon={
                isBusy ? (
                  <Spinner
                    size="tiny"
                    aria-label={i18n._(/*i18n*/ { id: 'leave.busy', message: 'Leaving …' })}
                  />
                ) : null
              }
            >
              <span>
                <Trans id="leave.leave" message="Leave {name}" values={{ name: shownName }} />
              </span>
            </DangerButton>
          )}
        </>
      }
    >
      <p>
        <Trans
          id="departure.question"
          message="{count, plural, =0 {Your account {mail} at {name} ends.} one {Your account {mail} at {name} ends, and with it your one group.} other {Your account {mail} at {name} ends, and with it your # groups.}}"
          values={{
            mail: <bdi>{me.mail ?? me.name}</bdi>,
            name: shownName,
            count: groupCount,
          }}
        />{' '}
        {undoHours === undefined ? (
          <Trans
            id="departure.question.administrator"
            message="Only an administrator can bring it back, until {day} at the latest."
            values={{ day: formatDay(i18n, restorableUntil) }}
          />
        ) : (
          <Trans
            id="departure.question.undo"
            message="{undoHours, plural, one {For an hour you can take that back yourself.} other {For # hours you can take that back yourself.}} Later only an administrator can bring it back, until {day} at the latest."
            values={{ undoHours, day: formatDay(i18n, restorableUntil) }}
          />
        )}
      </p>
      {failure ? null : <SignedInAgain begun={begun} me={me} />}
      <Field
        className={styles.field}
        label={i18n._(
          /*i18n*/ {
            id: 'departure.type',
            message: 'To confirm, type the name {name}',
            values: { name },
          },
        )}
        validationState={isEmpty || differs ? 'error' : 'none'}
        {...(isEmpty || differs
          ? { validationMessage: <WrongName isEmpty={isEmpty} name={name} /> }
          : {})}
      >
        <Input
          value={typed}
          onChange={(_, { value }) => {
            setTyped(value)
            setIsEmpty(false)
          }}
          onKeyDown={({ key }) => {
            if (key === 'Enter') leave()
          }}
          size="large"
          maxLength={256}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </Field>
      {isByCode ? (
        <CodeRung
          organization={name}
          sentTo={sentTo}
          failure={failure && leadsToCode(failure) ? failure : undefined}
          digits={digits}
          isIncomplete={isCodeIncomplete}
          isBusy={isBusy}
          onDigits={(value) => {
            setDigits(value)
            setIsCodeIncomplete(false)
          }}
          onSend={() => send('code')}
        />
      ) : null}
      {outcome && failure && !differs && !leadsToCode(failure) ? (
        <DepartureFailure
          failure={failure}
          isUncertain={outcome.isUncertain}
          organization={organization}
          me={me}
          microsoftLeaveUrl={preview.microsoftLeaveUrl}
          isBusy={isBusy}
          onRetry={leave}
          onSignIn={() => send('sign-in')}
        />
      ) : null}
      {isByCode || (begun?.challenge && isSame) || (failure && !differs) ? null : (
        <p className={styles.small}>
          <Trans
            id="departure.fresh"
            message="You sign in once more first, so that nobody else can do this for you."
          />
        </p>
      )}
    </Question>
  )
}

function WrongName({ isEmpty, name }: { isEmpty: boolean; name: string }) {
  return isEmpty ? (
    <Trans
      id="departure.type.empty"
      message="Type {name} here, so that nobody leaves by a slip."
      values={{ name: <bdi>{name}</bdi> }}
    />
  ) : (
    <Trans
      id="departure.type.differs"
      message="That is another name. Type {name}."
      values={{ name: <bdi>{name}</bdi> }}
    />
  )
}
