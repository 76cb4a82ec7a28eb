import { ArchiveRegular } from '@fluentui/react-icons/svg/archive'
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle'
import type { Me } from '@foyer/contracts/me'
import { Trans } from '@lingui/react'

/** What stays when groups are left, as entries of the list of what ends. */
export function WhatStays({ me }: { me: Me }) {
  const organization = <bdi>{me.organization.name}</bdi>
  return (
    <>
      <li>
        <ArchiveRegular />
        <span>
          <Trans
            id="losses.files"
            message="Files and messages you shared stay with {organization}"
            values={{ organization }}
          />
        </span>
      </li>
      <li>
        <CheckmarkCircleRegular />
        <span>
          <Trans
            id="losses.guest"
            message="You stay a guest of {organization}"
            values={{ organization }}
          />
        </span>
      </li>
    </>
  )
}
