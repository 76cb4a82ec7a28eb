import { useMemo } from 'react'
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useRevalidator,
} from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { paths } from '../../paths.ts'
import { listAdded, type Place } from '../../places/place.ts'
import type { PlaceReader } from '../../places/place-reader.ts'
import { markOf } from '../../session/remembered.ts'
import { useAccounts } from '../../session/session-provider.tsx'
import { StoppedMessage } from '../../ui/stopped-message.tsx'
import { answerSearch } from '../find-organization.ts'
import { OrganizationsView, type PlaceLink } from './organizations-view.tsx'
import { useFound } from './use-found.ts'
import { WelcomeView } from './welcome-view.tsx'

/** Finds the organization that the address asks for, and goes there; else what this browser knows. */
export async function homeLoader({ request, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const answer = await answerSearch(request, session, context.get(callContext))
  if (answer.found) return redirect(paths.organization(answer.found.slug))

  const reader = context.get(placesContext)
  const places = await reader.list()
  return {
    search: answer.search,
    remembered: session.remembered.list().map(({ organization }) => organization),
    attempt: session.attempts.find(),
    places: await Promise.all(places.map(async (place) => linkTo(place, reader))),
    found: findMore(places, reader),
  }
}

/** Forgets an organization, or all, in this browser; nothing changes there. */
export async function homeAction({ request, context }: ActionFunctionArgs) {
  const { remembered, lookedUp } = context.get(sessionContext)
  const organizationId = (await request.formData()).get('organizationId')
  for (const list of [remembered, lookedUp]) {
    if (typeof organizationId === 'string') list.forget(organizationId)
    else list.forgetAll()
  }
  return redirect(paths.home)
}

/** What Resource Manager adds: organizations of Foyer, and tenants that do not use it. */
async function findMore(places: readonly Place[], reader: PlaceReader) {
  const found = await reader.find(places)
  const connected = found.flatMap(({ organization, accountId }) =>
    organization ? [{ organization, accountId }] : [],
  )
  const added = listAdded(places, connected)
  return {
    places: await Promise.all(added.map(async (place) => linkTo(place, reader))),
    unconnected: found.filter(({ organization }) => organization === undefined),
  }
}

async function linkTo(place: Place, reader: PlaceReader): Promise<PlaceLink> {
  const { slug } = place.organization
  const [accountId, ...others] = place.accountIds
  const to =
    accountId && others.length === 0
      ? paths.organizationOf(slug, await markOf(accountId))
      : paths.organization(slug)
  return { place, sight: reader.look(place), to }
}

export function HomePage() {
  const { search, remembered, attempt, places, found } = useLoaderData<typeof homeLoader>()
  const { accounts, isKnown } = useAccounts()
  const { revalidate } = useRevalidator()
  const more = useFound(found)
  const all = useMemo(() => [...places, ...more.places], [places, more])
  if (!isKnown) return null
  return (
    <>
      {attempt ? <StoppedMessage attempt={attempt} /> : null}
      {accounts.length > 0 ? (
        <OrganizationsView
          places={all}
          found={more.unconnected}
          search={search}
          onRetry={() => void revalidate()}
        />
      ) : (
        <WelcomeView organizations={remembered} search={search} />
      )}
    </>
  )
}
