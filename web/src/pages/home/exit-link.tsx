import { DoorArrowRightRegular } from '@fluentui/react-icons/svg/door-arrow-right'
import { Trans } from '@lingui/react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import styles from './place-frame.module.css'

/** The way out for whoever is known there and does not get in. */
export function ExitLink({ slug, name }: { slug: string; name: string }) {
  return (
    <p className={styles.fact}>
      <DoorArrowRightRegular />
      <Link to={paths.exit(slug)}>
        <Trans
          id="exit.title"
          message="Ask {name} to end your access"
          values={{ name: <bdi>{name}</bdi> }}
        />
      </Link>
    </p>
  )
}
