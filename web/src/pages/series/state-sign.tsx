import { Spinner } from '@fluentui/react-components'
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CircleRegular } from '@fluentui/react-icons/svg/circle'
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle'
import { QuestionCircleFilled } from '@fluentui/react-icons/svg/question-circle'
import type { SeriesState } from './series-progress.ts'
import styles from './state-sign.module.css'

/** The sign of how it stands with one of several; its words say the same. */
export function StateSign({ state }: { state: SeriesState }) {
  return (
    <span className={`${styles.sign} ${styles[state] ?? ''}`} aria-hidden="true">
      <Icon state={state} />
    </span>
  )
}

function Icon({ state }: { state: SeriesState }) {
  switch (state) {
    case 'waiting':
      return <CircleRegular />
    case 'being-left':
      return <Spinner size="extra-tiny" />
    case 'left':
      return <CheckmarkCircleFilled />
    case 'not-left':
      return <ErrorCircleFilled />
    case 'unknown':
      return <QuestionCircleFilled />
  }
}
