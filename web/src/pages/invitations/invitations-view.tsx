import type { Invitation } from '@foyer/contracts/invitation'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MessageDescriptor } from '@lingui/core'
import { Trans, useLingui } from '@lingui/react'
import { paths } from '../../paths.ts'
import { useOffice } from '../../session/session-provider.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useAct } from '../../ui/use-act.ts'
import { AnswersPage } from '../answers/answers-page.tsx'
import type { Change, changeInvitationAction } from './change-invitation.ts'
import { InvitationCard } from './invitation-card.tsx'
import styles from './invitations.module.css'

/** The invitations, the newest first. */
export function InvitationsView({
  organization,
  invitations,
  cursor,
  isFirst,
}: {
  organization: OrganizationLocation
  invitations: readonly Invitation[]
  /** Leads to those before these. */
  cursor?: string
  isFirst: boolean
}) {
  const { i18n } = useLingui()
  const { slug } = organization
  const office = useOffice(slug)
  const { act, isActing, outcome } = useAct<typeof changeInvitationAction>()
  const waiting = invitations.filter(({ state }) => state === 'open').length
  const name = <bdi>{organization.name}</bdi>
  return (
    <>
      <AnswersPage
        organization={organization}
        inWindow={i18n._(
          /*i18n*/ {
            id: 'invitations.window',
            message: 'Invitations to {name}',
            values: { name: organization.name },
          },
        )}
        title={<Trans id="invitations.title" message="Invitations" />}
        lead={
          isFirst ? (
            <Trans
              id="invitations.lead"
              message="{waiting, plural, =0 {Nobody has an open invitation.} one {One person has not answered yet.} other {# people have not answered yet.}} {name} knows nothing of anybody before they accept."
              values={{ waiting, name }}
            />
          ) : (
            <Trans id="invitations.lead.older" message="These were sent before." />
          )
        }
        act={
          <div className={styles.begin}>
            <LinkButton to={paths.invite(slug)} appearance="primary">
              <Trans id="invite.button" message="Invite a guest" />
            </LinkButton>
            {office === 'operator' ? (
              <>
                <LinkButton to={paths.inviteByFile(slug)}>
                  <Trans id="invitations.file" message="Invite many by a file" />
                </LinkButton>
                <LinkButton to={paths.templates(slug)}>
                  <Trans id="invitations.templates" message="Templates" />
                </LinkButton>
              </>
            ) : null}
          </div>
        }
        done={outcome && !outcome.failure ? tellChanged(outcome.change) : undefined}
        empty={{
          title: <Trans id="invitations.empty" message="You have invited nobody" />,
          text: (
            <Trans
              id="invitations.empty.text"
              message="Whom you invite to {name} stands here, with what has become of it."
              values={{ name }}
            />
          ),
        }}
        entries={invitations.map((invitation) => ({
          key: `${invitation.invitationId} ${invitation.state}`,
          card: (
            <InvitationCard
              organization={organization}
              invitation={invitation}
              isActing={isActing}
              changed={
                outcome?.change.invitationId === invitation.invitationId ? outcome : undefined
              }
              onChange={act}
            />
          ),
        }))}
      />
      {cursor === undefined ? null : (
        <div className={styles.more}>
          <LinkButton to={paths.invitations(slug, cursor)}>
            <Trans id="invitations.older" message="See earlier ones" />
          </LinkButton>
        </div>
      )}
    </>
  )
}

function tellChanged({ what, name }: Change): MessageDescriptor {
  switch (what) {
    case 'withdraw':
      return /*i18n*/ {
        id: 'invitations.withdrawn',
        message: 'The invitation of {name} is withdrawn: the link leads nowhere any more.',
        values: { name },
      }
    case 'confirm':
      return /*i18n*/ {
        id: 'invitations.confirmed',
        message: 'You said that it is {name}: they are brought into the groups now.',
        values: { name },
      }
    case 'resend':
      return /*i18n*/ {
        id: 'invitations.resent',
        message:
          'A mail to {name} is on its way with another link. The one from before leads nowhere any more.',
        values: { name },
      }
  }
}
