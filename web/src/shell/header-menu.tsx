import { Button } from '@fluentui/react-components'
import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'

interface MenuEntry {
  readonly key: string
  readonly words: ReactNode
  readonly lang?: string
  /** Of several of which one holds, the one that does; undefined where an entry is an act. */
  readonly isChosen?: boolean
  readonly choose: () => void
}

export interface HeaderMenuProps {
  readonly icon: ReactElement
  /** Names the menu; what of it is not seen is said all the same. */
  readonly caption: ReactNode
  /** Stands above the entries and is only read. */
  readonly introduction?: ReactNode
  readonly entries: readonly MenuEntry[]
}

const load = () => import('./open-menu.tsx')
const OpenMenu = lazy(async () => ({ default: (await load()).OpenMenu }))

/** A menu of the header. What opens it is there at once; the menu's own code comes when it is wanted. */
export function HeaderMenu(menu: HeaderMenuProps) {
  const [isWanted, setIsWanted] = useState(false)
  const preload = () => void load()
  const { icon, caption } = menu
  const closed = (
    <Button
      appearance="subtle"
      icon={icon}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => setIsWanted(true)}
    >
      {caption}
    </Button>
  )
  return isWanted ? (
    <Suspense fallback={closed}>
      <OpenMenu {...menu} />
    </Suspense>
  ) : (
    closed
  )
}
