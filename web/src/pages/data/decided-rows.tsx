import type { AccessData } from '@foyer/contracts/my-data'
import { Trans, useLingui } from '@lingui/react'
import { formatDay } from '../../language/dates.ts'
import { formatNames } from '../../language/names.ts'
import { Fact } from '../../ui/facts.tsx'

type Succession = AccessData['successions'][number]

/** What others asked and decided about somebody's access. */
export function DecidedRows({
  doubts,
  endings,
  resets,
  successions,
  moves,
}: Pick<AccessData, 'doubts' | 'endings' | 'resets' | 'successions' | 'moves'>) {
  const { i18n } = useLingui()
  return (
    <>
      {doubts.map(({ askedAt, askedBy, reason }) => (
        <Fact
          key={`doubt ${askedAt}`}
          name={
            <Trans
              id="data.access.doubt"
              message="You were asked on {day} whether you still need it"
              values={{ day: formatDay(i18n, askedAt) }}
            />
          }
        >
          <bdi>{askedBy}</bdi>
          {reason === undefined ? null : (
            <>
              {' – '}
              <Trans
                id="data.access.doubt.reason"
                message="you need it: {reason}"
                values={{ reason: <bdi>{reason}</bdi> }}
              />
            </>
          )}
        </Fact>
      ))}
      {endings.map(({ askedAt, askedBy, reason, isMove }) => (
        <Fact
          key={`ending ${askedAt}`}
          name={
            <Trans
              id="data.access.ending"
              message="Somebody decided on {day} to end it"
              values={{ day: formatDay(i18n, askedAt) }}
            />
          }
        >
          <bdi>{askedBy}</bdi>:{' '}
          {isMove ? (
            <Trans
              id="guest.ending.moved"
              message="moved to {mail}"
              values={{ mail: <bdi>{reason}</bdi> }}
            />
          ) : (
            <bdi>{reason}</bdi>
          )}
        </Fact>
      ))}
      {moves.map((move) => (
        <Fact
          key={`move ${move.askedAt}`}
          name={
            <Trans
              id="data.access.move"
              message="Another address was invited on {day} in the place of an account of yours"
              values={{ day: formatDay(i18n, move.askedAt) }}
            />
          }
        >
          <bdi>{move.askedBy}</bdi>: <bdi>{move.maskedMail}</bdi>
          {move.groups.length > 0 ? (
            <>
              {' – '}
              <Trans
                id="data.access.move.groups"
                message="these groups followed: {groups}"
                values={{ groups: <bdi>{formatNames(i18n, move.groups)}</bdi> }}
              />
            </>
          ) : null}
        </Fact>
      ))}
      {resets.map(({ askedAt, askedBy, reason, to }) => (
        <Fact
          key={`reset ${askedAt}`}
          name={
            <Trans
              id="data.access.reset"
              message="Somebody asked on {day} that your sign-in is set back"
              values={{ day: formatDay(i18n, askedAt) }}
            />
          }
        >
          <bdi>{askedBy}</bdi>: <bdi>{reason}</bdi> (<bdi>{to}</bdi>)
        </Fact>
      ))}
      {successions.map((succession) => (
        <Fact
          key={`succession ${succession.openedAt}`}
          name={
            <Trans
              id="data.access.succession"
              message="Somebody else was sought on {day} to vouch for you"
              values={{ day: formatDay(i18n, succession.openedAt) }}
            />
          }
        >
          <Cause {...succession} />{' '}
          <Trans
            id="data.access.succession.asked"
            message="{count, plural, =0 {Nobody was asked.} one {One person was asked.} other {# people were asked.}}"
            values={{ count: succession.askedPeople }}
          />
        </Fact>
      ))}
    </>
  )
}

function Cause({ cause, openedBy, note }: Succession) {
  const by = <bdi>{openedBy ?? ''}</bdi>
  const told = note === undefined ? null : <bdi> – {note}</bdi>
  switch (cause) {
    case 'handed-over':
      return (
        <>
          <Trans
            id="data.access.succession.handed-over"
            message="{by} handed over."
            values={{ by }}
          />
          {told}
        </>
      )
    case 'not-my-guest':
      return (
        <>
          <Trans
            id="data.access.succession.not-my-guest"
            message="{by} said that you are not their guest."
            values={{ by }}
          />
          {told}
        </>
      )
    case 'orphaned':
      return <Trans id="data.access.succession.orphaned" message="Nobody was left." />
    case 'guest-asked':
      return (
        <>
          <Trans id="data.access.succession.guest-asked" message="You asked for it." />
          {told}
        </>
      )
  }
}
