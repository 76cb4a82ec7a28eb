import { Button } from '@fluentui/react-components'
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise'
import { Trans, useLingui } from '@lingui/react'
import type { Failure } from '../../failure.ts'
import { formatTime } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { explain } from '../../problems.ts'
import { PicturePill } from './picture-pill.tsx'
import { PlaceFrame } from './place-frame.tsx'

/** An organization that could not be reached, and when it is asked again. */
export function NoAnswerCard({
  name,
  seenAs,
  failure,
  nextTryAt,
  onRetry,
}: {
  name: string
  seenAs: string | undefined
  failure: Failure
  nextTryAt: Date | undefined
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  return (
    <PlaceFrame
      name={name}
      seenAs={seenAs}
      look="pale"
      pill={<PicturePill picture="no-answer" />}
      sentence={
        <>
          <Say text={explain(failure.code, { organization: name }).sentence} />{' '}
          <Trans id="place.unchanged" message="Nothing has changed for you." />{' '}
          {nextTryAt ? (
            <Trans
              id="place.next-try"
              message="Foyer asks again at {time}."
              values={{ time: formatTime(i18n, nextTryAt) }}
            />
          ) : null}
        </>
      }
      foot={
        <Button
          icon={<ArrowClockwiseRegular />}
          onClick={onRetry}
          aria-label={i18n._(
            /*i18n*/ { id: 'place.try-now.name', message: 'Try now: {name}', values: { name } },
          )}
        >
          <Trans id="place.try-now" message="Try now" />
        </Button>
      }
    />
  )
}
