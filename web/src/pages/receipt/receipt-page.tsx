import { useLoaderData, useParams, useRevalidator } from 'react-router'
import { useAnswer } from '../../ui/answer.ts'
import { AddressFailure } from '../address-failure.tsx'
import { NotLeftView } from './not-left-view.tsx'
import type { receiptLoader } from './receipt-loader.ts'
import { ReceiptSkeleton } from './receipt-skeleton.tsx'
import { ReceiptView } from './receipt-view.tsx'
import { UnderWayView } from './under-way-view.tsx'
import { WaitingView } from './waiting-view.tsx'
import { useReadAgain } from './use-read-again.ts'

/** The page at the address of a receipt: how leaving goes, and then what became of it. */
export function ReceiptPage() {
  const { token } = useParams()
  const data = useLoaderData<typeof receiptLoader>()
  // Another address is another page: nothing of the last one may stay on it.
  return <ReceiptAt key={token} {...data} />
}

function ReceiptAt({ wayBack, contacts, receipt }: ReturnType<typeof receiptLoader>) {
  const { answer, renewalFailure, isRenewing } = useAnswer(receipt)
  const { revalidate } = useRevalidator()
  const isOpen =
    answer !== undefined &&
    ('value' in answer
      ? answer.value.state === 'under-way' && answer.value.beginsAt === undefined
      : answer.failure.isPassing)
  useReadAgain(isOpen, isRenewing)

  if (!answer) return <ReceiptSkeleton />
  if ('failure' in answer) {
    return (
      <AddressFailure
        failure={answer.failure}
        notFound="receipt-not-found"
        onRetry={() => void revalidate()}
      />
    )
  }
  switch (answer.value.state) {
    case 'under-way':
      return answer.value.beginsAt === undefined ? (
        <UnderWayView receipt={answer.value} renewalFailure={renewalFailure} />
      ) : (
        <WaitingView receipt={answer.value} beginsAt={answer.value.beginsAt} />
      )
    case 'done':
      return <ReceiptView receipt={answer.value} wayBack={wayBack} contacts={contacts} />
    case 'refused':
    case 'failed':
      return <NotLeftView receipt={answer.value} />
  }
}
