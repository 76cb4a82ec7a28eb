import { getMyData } from '@foyer/contracts/my-data'
import type { LoaderFunctionArgs } from 'react-router'
import { settle } from '../../failure.ts'
import { findPlace } from '../find-place.ts'

/** Everything that one organization and Foyer hold on the account that is used there. */
export async function dataLoader({ params, context }: LoaderFunctionArgs) {
  const { call, organization } = await findPlace({ params, context })
  return { organization, data: settle(call(getMyData, {}, { organization })) }
}
