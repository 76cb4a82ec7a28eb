import { Trans } from '@lingui/react'
import { Outlet } from 'react-router'
import { StatusRegion } from '../ui/announce.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineMessage } from './offline-message.tsx'
import styles from './shell.module.css'
import { useFocusOnNavigation } from './use-focus-on-navigation.ts'

/** What stands around every page. */
export function Shell() {
  useFocusOnNavigation()
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        <Trans id="shell.skip" message="Skip to the content" />
      </a>
      <Header />
      <main id="main" tabIndex={-1} className={styles.main}>
        <StatusRegion before={<OfflineMessage />}>
          <Outlet />
        </StatusRegion>
      </main>
      <Footer />
    </div>
  )
}
