import type { ReceiptStatement } from '@foyer/contracts/receipt-statement'
import { Trans, useLingui } from '@lingui/react'
import { formatDay, formatMoment } from '../../language/dates.ts'
import { Say } from '../../language/say.tsx'
import { Code } from '../../ui/code.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { tellProof } from '../receipt/proof-words.ts'

/** What a signed receipt says, told to somebody else than whom it is about. */
export function StatementFacts({ statement }: { statement: ReceiptStatement }) {
  const { i18n } = useLingui()
  const { number, organization, guest, group, askedAt, leftAt, erasedBy } = statement
  return (
    <Facts>
      <Fact name={<Trans id="receipt.who" message="Who left" />}>
        <bdi>{guest.name}</bdi>
        {guest.mail ? (
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
        {group === undefined ? (
          <Trans id="verify.account" message="The guest account there" />
        ) : (
          <Trans
            id="verify.membership"
            message="The membership of {group}"
            values={{ group: <bdi>{group}</bdi> }}
          />
        )}
      </Fact>
      <Fact name={<Trans id="receipt.proof" message="How it was confirmed" />}>
        <Say text={tellProof(statement, i18n)} />
      </Fact>
      <Fact name={<Trans id="verify.asked" message="Asked for" />}>
        {formatMoment(i18n, askedAt)}
      </Fact>
      <Fact name={<Trans id="verify.left" message="Done" />}>{formatMoment(i18n, leftAt)}</Fact>
      {statement.restorableUntil === undefined ? null : (
        <Fact
          name={<Trans id="verify.restorable" message="Restorable by an administrator until" />}
        >
          {formatDay(i18n, statement.restorableUntil)}
        </Fact>
      )}
      {erasedBy === undefined ? null : (
        <Fact name={<Trans id="verify.erased" message="Erased at the latest" />}>
          {formatDay(i18n, erasedBy)}
        </Fact>
      )}
      <Fact name={<Trans id="receipt.number" message="Receipt" />} isWide>
        <Code>{number}</Code>
      </Fact>
      <Fact name={<Trans id="verify.tenant" message="Microsoft’s id of the organization" />} isWide>
        <Code>{organization.id}</Code>
      </Fact>
    </Facts>
  )
}
