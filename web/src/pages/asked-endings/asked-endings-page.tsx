import { useLoaderData } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { askedEndingsLoader } from './asked-endings-loader.ts'
import { AskedEndingsView } from './asked-endings-view.tsx'

/** Ends of access on a day of too many: an operator agrees, or does not. */
export function AskedEndingsPage() {
  const read = useLoaderData<typeof askedEndingsLoader>()
  return (
    <Answered of={read}>
      {({ endings }) => <AskedEndingsView organization={read.organization} endings={endings} />}
    </Answered>
  )
}
