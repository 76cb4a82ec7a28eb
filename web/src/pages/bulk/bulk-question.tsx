import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useMemo, useRef } from 'react'
import { Navigate, useLocation, useNavigate, useOutletContext } from 'react-router'
import { paths } from '../../paths.ts'
import { Question } from '../../ui/question.tsx'
import { useAct } from '../../ui/use-act.ts'
import { DecisionFailure } from '../guest/decision-failure.tsx'
import { ExtensionFields } from '../guest/extension-fields.tsx'
import { useExtension } from '../guest/use-extension.ts'
import type { GuestsContext } from '../guests/guests-context.ts'
import { BulkPreviewView } from './bulk-preview-view.tsx'
import type { BulkOrder, extendGuestsAction } from './extend-guests.ts'
import { usePreview } from './use-preview.ts'

/**
 * Asks until when several guests may stay, and shows who will be extended and who is left out. It
 * stands over "My guests"; who was chosen there is kept with its address, also over a reload.
 */
export function BulkQuestion() {
  const { organization, list } = useOutletContext<GuestsContext>()
  const { state, search } = useLocation() as { state: unknown; search: string }
  const chosen = useMemo(() => readChosen(state), [state])
  // Nobody was chosen, or nothing can be decided: the page says why.
  if (chosen.length === 0 || list.latestEnd === undefined) {
    return <Navigate to={paths.guests(organization.slug) + search} replace />
  }
  return (
    <AskUntilWhen
      organization={organization}
      list={list}
      guestIds={chosen}
      latestEnd={list.latestEnd}
    />
  )
}

function AskUntilWhen({
  organization,
  list: { guests, today },
  guestIds,
  latestEnd,
}: GuestsContext & { guestIds: readonly string[]; latestEnd: string }) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const sent = useRef<BulkOrder>(undefined)
  const { slug, name } = organization
  const { isActing, outcome, act } = useAct<typeof extendGuestsAction>(paths.extendGuests(slug))
  const extension = useExtension({
    today,
    span: { earliest: today, latest: latestEnd },
    first: { until: '', reason: '' },
  })
  const until = extension.problem ? undefined : extension.until
  const { preview, failure: unread, isReading, readAgain } = usePreview(slug, guestIds, until)
  const failure = outcome && 'failure' in outcome ? outcome.failure : undefined
  const count = preview?.extended.length

  const close = () => {
    if (!isActing) void navigate(paths.guests(slug) + search, { replace: true })
  }
  const send = () => {
    const words = extension.complete()
    if (!words || count === undefined || count === 0) return
    // The same once more, where an answer was lost; something else is another act.
    const last = sent.current
    const isSame = last?.until === words.until && last.reason === words.reason
    const order = { guestIds, ...words, key: isSame ? last.key : crypto.randomUUID() }
    sent.current = order
    act({ ...order, guestIds: [...guestIds] })
  }
  return (
    <Question
      title={
        <Trans
          id="bulk.title"
          message="{count, plural, one {Extend one guest} other {Extend # guests}}"
          values={{ count: guestIds.length }}
        />
      }
      isForm
      isBusy={isActing}
      onCancel={close}
      actions={
        <>
          <Button onClick={close} disabledFocusable={isActing}>
            <Trans id="answers.cancel" message="Cancel" />
          </Button>
          {count === 0 ? null : (
            <Button appearance="primary" disabledFocusable={isActing || isReading} onClick={send}>
              {count === undefined ? (
                <Trans id="guest.extend.open" message="Extend" />
              ) : (
                <Trans
                  id="bulk.title"
                  message="{count, plural, one {Extend one guest} other {Extend # guests}}"
                  values={{ count }}
                />
              )}
            </Button>
          )}
        </>
      }
    >
      <ExtensionFields
        extension={extension}
        organization={name}
        reasonLabel={<Trans id="bulk.reason" message="Your reason, the guests see it" />}
        isActing={isActing}
      />
      {unread ? (
        <DecisionFailure
          organization={organization}
          failure={unread}
          isActing={isReading}
          onRetry={readAgain}
        />
      ) : (
        <BulkPreviewView
          organization={organization}
          guests={guests}
          until={until}
          preview={preview}
          isOld={isReading}
        />
      )}
      {failure ? (
        <DecisionFailure
          organization={organization}
          failure={failure}
          isActing={isActing}
          onRetry={send}
        />
      ) : null}
    </Question>
  )
}

function readChosen(state: unknown): readonly string[] {
  return Array.isArray(state) ? state.filter((one): one is string => typeof one === 'string') : []
}
