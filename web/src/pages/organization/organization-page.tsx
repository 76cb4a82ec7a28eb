import { getMe, getMyNotes, listMyGroups, type Me } from '@foyer/contracts/me'
import { type LoaderFunctionArgs, redirect, useLoaderData, useRevalidator } from 'react-router'
import { callContext, placesContext, sessionContext } from '../../context.ts'
import { type Answer, settle } from '../../failure.ts'
import { accountParameter } from '../../paths.ts'
import { markOf } from '../../session/remembered.ts'
import type { Session } from '../../session/session.ts'
import { findOrganization } from '../find-organization.ts'
import { readAccess } from '../stay/read-access.ts'
import { Answered } from './answered.tsx'
import { readGroupLeavings } from './group-leaving.ts'
import { OrganizationView } from './organization-view.tsx'
import { readNeeds } from './read-needs.ts'

/** Who I am at one organization and what I am in there, each told as soon as it is known. */
export async function organizationLoader({ params, request, context }: LoaderFunctionArgs) {
  const session = context.get(sessionContext)
  const call = context.get(callContext)
  const slug = params['slug'] ?? ''
  const organization = await findOrganization(slug, session, call)
  const { organizationId } = organization
  const accountId = await chooseAccount(request, organizationId, session)
  const who = { organizationId, accountId: accountId ?? '' }
  const departure = session.leavings.findDeparture(organizationId, who.accountId)
  if (departure) return redirect(departure.receipt)

  const places = context.get(placesContext)
  const attempt = session.attempts.find()
  const me = settle(call(getMe, {}, { organization }))
  void keepOffice(me, organizationId, session)
  return {
    organization,
    accountId,
    attempt: attempt?.organization.organizationId === organizationId ? attempt : undefined,
    readAt: Date.now(),
    me,
    access: readAccess(me, organization, call),
    needs: readNeeds(me, organization, call),
    notes: settle(call(getMyNotes, {}, { organization })),
    groups: settle(call(listMyGroups, {}, { organization })),
    leavings: readGroupLeavings(who, { session, call, places }),
  }
}

/** Which places the header offers. */
async function keepOffice(me: Promise<Answer<Me>>, organizationId: string, session: Session) {
  const answer = await me
  const accountId = session.chosenAt(organizationId)
  if (!accountId || !('value' in answer) || answer.value.kind !== 'member') return
  const { isOperator } = answer.value
  session.offices.keep(organizationId, accountId, isOperator ? 'operator' : 'member')
}

/** The account that the link names, from now on; else the one that was last used there. */
async function chooseAccount({ url }: Request, organizationId: string, session: Session) {
  const wanted = new URL(url).searchParams.get(accountParameter)
  for (const accountId of session.listAccounts().flatMap((account) => account.accountIds)) {
    if (wanted && (await markOf(accountId)) === wanted) session.choose(organizationId, accountId)
  }
  return session.chosenAt(organizationId)
}

type OrganizationData = ReturnType<typeof useLoaderData<typeof organizationLoader>>

export function OrganizationPage() {
  const data = useLoaderData<typeof organizationLoader>()
  // Another organization or account is another page: nothing of the last one may stay on it.
  const key = `${data.organization.organizationId} ${data.accountId ?? ''}`
  return <Organization key={key} {...data} />
}

function Organization({
  organization,
  attempt,
  readAt,
  me,
  access,
  needs,
  notes,
  groups,
  leavings,
}: Omit<OrganizationData, 'accountId'>) {
  const { revalidate } = useRevalidator()
  return (
    <Answered of={{ organization, attempt, answers: me }}>
      {(known) => (
        <OrganizationView
          organization={organization}
          me={known}
          readAt={readAt}
          access={access}
          needs={needs}
          notes={notes}
          groups={groups}
          leavings={leavings}
          onRetry={() => void revalidate()}
        />
      )}
    </Answered>
  )
}
