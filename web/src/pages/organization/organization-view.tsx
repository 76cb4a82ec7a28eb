import type { Me, Memberships, MyNotes } from '@foyer/contracts/me'
import type { OrganizationLocation } from '@foyer/contracts/organizations'
import type { MyAccess } from '@foyer/contracts/stay'
import { useLingui } from '@lingui/react'
import { useState } from 'react'
import { Outlet, useFetcher, useMatch, useParams } from 'react-router'
import type { Answer } from '../../failure.ts'
import { Say } from '../../language/say.tsx'
import { routes } from '../../paths.ts'
import { useAnswer } from '../../ui/answer.ts'
import { useReturnedFocus } from '../../ui/use-returned-focus.ts'
import { leaveChosenId } from '../series/choice-bar.tsx'
import { SeriesCard } from '../series/series-card.tsx'
import { useChoice } from '../series/use-choice.ts'
import { useSeries } from '../series/use-series.ts'
import { askToStayId } from '../stay/access-acts.tsx'
import { AccessCard } from '../stay/access-card.tsx'
import { DoubtCard } from '../stay/doubt-card.tsx'
import { EndLead } from '../stay/end-lead.tsx'
import { EndPill } from '../stay/end-pill.tsx'
import { StaySaid } from '../stay/stay-said.tsx'
import { type StayContext, useStay } from '../stay/use-stay.ts'
import { AsOf } from './as-of.tsx'
import { BeingLeftMessage } from './being-left.tsx'
import type { GroupLeaving } from './group-leaving.ts'
import { GroupsCard } from './groups-card.tsx'
import { IdentityCard } from './identity-card.tsx'
import { composeLead } from './lead.ts'
import { LeaveCard } from './leave-card.tsx'
import type { LeaveGroupContext } from './leave-group-context.ts'
import type { leaveGroupAction } from './leave-group.ts'
import { LeftMessage } from './left-message.tsx'
import { leaveButtonId } from './membership-row.tsx'
import { MyExitCard } from './my-exit-card.tsx'
import { MyMoveCard } from './my-move-card.tsx'
import { NeedsYouCard } from './needs-you-card.tsx'
import { NotesCard } from './notes-card.tsx'
import { OrganizationHead } from './organization-head.tsx'
import styles from './organization.module.css'
import { PrivacyCard } from './privacy-card.tsx'
import type { Needs } from './read-needs.ts'
import { askForSponsorId } from './sponsor-wish.tsx'
import { SponsorsCard } from './sponsors-card.tsx'
import { StandingPill } from './standing-pill.tsx'
import { without } from './without.ts'
import { type SponsorContext, useSponsorWish } from './use-sponsor-wish.ts'
import { useGroupLeavings } from './use-group-leavings.ts'

/** The page of somebody whom the organization knows. */
export function OrganizationView({
  organization,
  me,
  readAt,
  access,
  needs,
  notes,
  groups,
  leavings,
  onRetry,
}: {
  organization: OrganizationLocation
  me: Me
  /** By the clock of the browser. */
  readAt: number
  access: Promise<Answer<MyAccess | undefined>>
  needs: Needs
  notes: Promise<Answer<MyNotes>>
  groups: Promise<Answer<Memberships>>
  leavings: Promise<Answer<GroupLeaving[]>>
  onRetry: () => void
}) {
  const { i18n } = useLingui()
  const leaving = useFetcher<typeof leaveGroupAction>()
  const { answer: read, renewalFailure, isRenewing } = useAnswer(groups)
  // An outcome counts once the page has been read again after it.
  const [seen, setSeen] = useState(leaving.data)
  if (leaving.state === 'idle' && !isRenewing && seen !== leaving.data) setSeen(leaving.data)
  const outcome = leaving.state === 'idle' && seen === leaving.data ? seen : undefined
  const { underWay: alone, left, notLeft } = useGroupLeavings(leavings, leaving.data)
  const together = useSeries(organization.slug)
  const choice = useChoice()
  const stay = useStay(organization.slug, access)
  const wishing = useSponsorWish(organization.slug, needs.mySuccession)
  const underWay = [...alone, ...together.underWay]
  const leftGroup = left
    ? { groupId: left.groupId, name: left.receipt?.group ?? '', address: left.address }
    : outcome && !outcome.failure && !outcome.leaving
      ? { groupId: outcome.groupId, name: outcome.name, address: undefined }
      : undefined
  const gone = [...together.left, ...(leftGroup ? [leftGroup.groupId] : [])]
  const answer = gone.length > 0 ? without(gone, read) : read
  const slow = underWay.find(({ address }) => address === outcome?.leaving?.address)
  const { groupId } = useParams()
  const areAsked = useMatch(`${routes.organization}/${routes.leaveSeries}`) !== null
  useReturnedFocus(groupId && leaveButtonId(groupId))
  useReturnedFocus(areAsked ? leaveChosenId : undefined)
  const isStayAsked = useMatch(`${routes.organization}/${routes.askToStay}`) !== null
  useReturnedFocus(isStayAsked ? askToStayId : undefined)
  const isSponsorAsked = useMatch(`${routes.organization}/${routes.askForSponsor}`) !== null
  useReturnedFocus(isSponsorAsked ? askForSponsorId : undefined)

  const context: LeaveGroupContext & StayContext & SponsorContext = {
    organization,
    me,
    stay,
    wishing,
    answer,
    leaving,
    outcome,
    isOutcomeSeen: renewalFailure === undefined,
    underWay,
    leaveTogether(groups) {
      together.leave(groups)
      choice.close()
    },
  }
  return (
    <>
      {leftGroup && leaving.state === 'idle' ? (
        <LeftMessage name={leftGroup.name} address={leftGroup.address} answer={answer} />
      ) : null}
      {slow && outcome ? <BeingLeftMessage leaving={slow} name={outcome.name} /> : null}
      <StaySaid me={me} stay={stay} />
      <OrganizationHead
        name={me.organization.name}
        pill={<EndPill access={stay.access} otherwise={<StandingPill kind={me.kind} />} />}
      >
        <EndLead
          access={stay.access}
          name={me.organization.name}
          otherwise={composeLead(i18n, me).map((sentence) => (
            <span key={sentence.id}>
              <Say text={sentence} />{' '}
            </span>
          ))}
        />{' '}
        <AsOf at={me.asOf} readAt={readAt} />
      </OrganizationHead>
      <MyExitCard organization={organization} myExit={needs.myExit} />
      <MyMoveCard organization={organization} access={stay.access} />
      {me.kind === 'guest' ? <DoubtCard organization={organization} me={me} stay={stay} /> : null}
      {me.kind === 'member' ? (
        <div className={styles.column}>
          <NeedsYouCard organization={organization} needs={needs} />
          <IdentityCard me={me} />
          <PrivacyCard me={me} />
        </div>
      ) : (
        <div className={styles.body}>
          <div className={styles.column}>
            {me.kind === 'guest' ? (
              <AccessCard organization={organization} me={me} stay={stay} onRetry={onRetry} />
            ) : null}
            <SeriesCard
              organization={organization}
              name={me.organization.name}
              series={together}
              answer={answer}
            />
            <GroupsCard
              organization={organization}
              me={me}
              answer={answer}
              underWay={underWay}
              askedFor={together.askedFor}
              choice={choice}
              notLeft={leaving.state === 'idle' ? notLeft : undefined}
              renewalFailure={renewalFailure}
              isRenewing={isRenewing}
              onRetry={onRetry}
            />
          </div>
          <div className={styles.column}>
            <SponsorsCard me={me} organization={organization} wishing={wishing} />
            <NotesCard me={me} notes={notes} />
            <IdentityCard me={me} />
            <PrivacyCard me={me} />
            {me.kind === 'guest' ? <LeaveCard organization={organization} me={me} /> : null}
          </div>
        </div>
      )}
      <Outlet context={context} />
    </>
  )
}
