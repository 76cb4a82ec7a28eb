import { Button } from '@fluentui/react-components'
import { Trans } from '@lingui/react'
import { useNavigate } from 'react-router'
import styles from './departure.module.css'

/** Opens the question whether an organization is left. */
export function LeaveButton({
  id,
  name,
  question,
}: {
  id: string
  name: string
  question: string
}) {
  const navigate = useNavigate()
  return (
    <Button id={id} className={styles.toQuestion} onClick={() => void navigate(question)}>
      <span>
        <Trans id="departure.open" message="Leave {name} …" values={{ name: <bdi>{name}</bdi> }} />
      </span>
    </Button>
  )
}
