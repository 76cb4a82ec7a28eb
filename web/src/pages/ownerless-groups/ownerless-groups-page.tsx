import { useEffect } from 'react'
import { useLoaderData, useRevalidator } from 'react-router'
import { Answered } from '../organization/answered.tsx'
import type { ownerlessGroupsLoader } from './ownerless-groups-loader.ts'
import { OwnerlessGroupsView } from './ownerless-groups-view.tsx'

/** Groups that lost their last owner with a guest: operators see to it that they get one. */
export function OwnerlessGroupsPage() {
  const read = useLoaderData<typeof ownerlessGroupsLoader>()
  const { revalidate } = useRevalidator()

  // Whoever comes back from Microsoft's page may have named an owner there.
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void revalidate()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [revalidate])

  return (
    <Answered of={read}>
      {(ownerless) => <OwnerlessGroupsView organization={read.organization} {...ownerless} />}
    </Answered>
  )
}
