import { Button } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons/svg/open'
import type { ReactNode } from 'react'

/** A link that leaves Foyer, within a sentence that gives its words. */
export function OutsideWords({ href, children }: { href: string; children?: ReactNode }) {
  return (
    <a href={href} rel="noreferrer">
      {children}
    </a>
  )
}

/** A link that leaves Foyer, and looks like a button. */
export function OutsideLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button as="a" href={href} rel="noreferrer" icon={<OpenRegular />} iconPosition="after">
      <span>{children}</span>
    </Button>
  )
}
