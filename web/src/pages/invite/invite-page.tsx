import type { GuestDetail } from '@foyer/contracts/guest'
import type { InvitableGroup } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import { useState } from 'react'
import { useLoaderData } from 'react-router'
import { paths } from '../../paths.ts'
import { focusHeading } from '../../ui/page-title.tsx'
import { useAct } from '../../ui/use-act.ts'
import { Answered } from '../organization/answered.tsx'
import type { inviteLoader } from './invite-loader.ts'
import type { inviteAction } from './invite.ts'
import { InvitedView } from './invited-view.tsx'
import { InviteView } from './invite-view.tsx'

/** Where one of an organization's own people invites somebody to be its guest. */
export function InvitePage() {
  const read = useLoaderData<typeof inviteLoader>()
  const { organizationId } = read.organization
  return (
    <Answered of={read}>
      {({ groups, guest }) => (
        // Another organization is another page: nothing that was typed for the last one stays on it.
        <Invite
          key={`${organizationId} ${read.from ?? ''}`}
          organization={read.organization}
          groups={groups}
          old={guest}
          templates={read.templates}
        />
      )}
    </Answered>
  )
}

function Invite({
  organization,
  groups,
  old,
  templates,
}: {
  organization: OrganizationLocation
  groups: readonly InvitableGroup[]
  /** Whose account the new one takes the place of. */
  old: GuestDetail | undefined
  templates: ReturnType<typeof useLoaderData<typeof inviteLoader>>['templates']
}) {
  const action = useAct<typeof inviteAction>(paths.invite(organization.slug))
  const [isAnother, setAnother] = useState<string>()
  const { outcome } = action
  const sent = outcome && 'value' in outcome ? outcome.value : undefined
  if (sent && sent.invitationId !== isAnother) {
    return (
      <InvitedView
        organization={organization}
        invitation={sent}
        onAnother={() => {
          setAnother(sent.invitationId)
          focusHeading()
        }}
      />
    )
  }
  const what = { organization, groups, old, templates }
  return <InviteView {...what} action={action} />
}
