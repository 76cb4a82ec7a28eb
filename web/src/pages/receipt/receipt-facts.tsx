import type { Receipt } from '@foyer/contracts/receipt'
import { Trans, useLingui } from '@lingui/react'
import { formatNames } from '../../language/names.ts'
import { Say } from '../../language/say.tsx'
import { Code } from '../../ui/code.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { tellProof } from './proof-words.ts'

/** Who left where, what ended with it, who was told, and under which number. */
export function ReceiptFacts({ receipt }: { receipt: Receipt }) {
  const { i18n } = useLingui()
  const { number, organization, guest, group, told } = receipt
  return (
    <Facts>
      <Fact name={<Trans id="receipt.who" message="Who left" />}>
        <bdi>{guest.name}</bdi>
        {guest.mail && told.length > 0 ? (
          <>
            <br />
            <bdi>{guest.mail}</bdi>
          </>
        ) : null}
      </Fact>
      <Fact name={<Trans id="receipt.where" message="Where" />}>
        <bdi>{organization.name}</bdi>
      </Fact>
      <Fact name={<Trans id="receipt.what" message="What ended" />}>
        <Ended receipt={receipt} />
      </Fact>
      {group === undefined ? null : (
        <Fact name={<Trans id="receipt.stays" message="What stays" />}>
          <Trans
            id="losses.guest"
            message="You stay a guest of {organization}"
            values={{ organization: <bdi>{organization.name}</bdi> }}
          />
        </Fact>
      )}
      {told.length > 0 || guest.mail ? (
        <Fact name={<Trans id="receipt.told" message="Who was told" />}>
          <Told receipt={receipt} />
        </Fact>
      ) : null}
      <Fact name={<Trans id="receipt.proof" message="How it was confirmed" />}>
        <Say text={tellProof(receipt, i18n)} />
      </Fact>
      <Fact name={<Trans id="receipt.number" message="Receipt" />} isWide>
        <Code>{number}</Code>
      </Fact>
    </Facts>
  )
}

function Ended({ receipt: { group, groupCount } }: { receipt: Receipt }) {
  return group === undefined ? (
    <Trans
      id="receipt.ended"
      message="{count, plural, =0 {Your account there} one {Your account there, and one group} other {Your account there, and # groups}}"
      values={{ count: groupCount ?? 0 }}
    />
  ) : (
    <Trans
      id="receipt.ended.group"
      message="Your membership of {group}"
      values={{ group: <bdi>{group}</bdi> }}
    />
  )
}

function Told({ receipt: { guest, told } }: { receipt: Receipt }) {
  const { i18n } = useLingui()
  const names = <bdi>{formatNames(i18n, told)}</bdi>
  const mail = <bdi>{guest.mail}</bdi>
  if (!guest.mail) return names
  return told.length === 0 ? (
    <Trans id="receipt.told.you" message="You, at {mail}" values={{ mail }} />
  ) : (
    <Trans id="receipt.told.both" message="{names}, and you at {mail}" values={{ names, mail }} />
  )
}
