import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import styles from './shell.module.css'

export function Footer() {
  return (
    <footer className={styles.footer}>
      <div className={styles.footerBar}>
        <span>
          <Trans
            id="footer.promise"
            message="Foyer shows what each organization’s own directory says of you. It keeps no list of where you belong."
          />
        </span>
        <Link to={paths.privacy}>
          <Trans id="footer.privacy" message="Privacy" />
        </Link>
        <Link to={paths.signInHelp}>
          <Trans id="footer.sign-in-help" message="Help with signing in" />
        </Link>
      </div>
    </footer>
  )
}
