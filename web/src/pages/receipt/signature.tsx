import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CopyRegular } from '@fluentui/react-icons/svg/copy'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons/svg/shield-checkmark'
import { Trans } from '@lingui/react'
import { useState } from 'react'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Announce } from '../../ui/announce.tsx'
import { Code } from '../../ui/code.tsx'
import styles from './receipt.module.css'

/** That the receipt is signed, where others check it, and what to give them. */
export function Signature({ number, signed }: { number: string; signed: string }) {
  const { host, origin } = window.location
  const [copying, setCopying] = useState<'copied' | 'refused'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${origin}${paths.verifyReceipt(signed)}`)
      setCopying('copied')
    } catch {
      // A browser may ask the person, who may say no.
      setCopying('refused')
    }
  }
  return (
    <div className={styles.signature}>
      <ShieldCheckmarkRegular />
      <div>
        <p>
          <Trans
            id="receipt.signed"
            message="Signed by Foyer. Anyone you show it to can check it at {address}"
            values={{
              address: (
                <Link to={paths.verifyReceipt(signed)}>
                  <Code>{`${host}${paths.verifyReceipt()}`}</Code>
                </Link>
              ),
            }}
          />
        </p>
        <div className={styles.copies}>
          <Button
            appearance="subtle"
            icon={copying === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
            onClick={() => void copy()}
          >
            <Trans id="receipt.copy" message="Copy the link that shows it" />
          </Button>
          <Button
            as="a"
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            href={`data:text/plain,${signed}`}
            download={`receipt-${number}.txt`}
          >
            <Trans id="receipt.file" message="Save the signed text" />
          </Button>
        </div>
        {copying ? (
          <Announce>
            <p className="foyer-hidden">
              <CopyResult copying={copying} />
            </p>
          </Announce>
        ) : null}
        {copying ? (
          <p aria-hidden="true">
            <CopyResult copying={copying} />
          </p>
        ) : null}
        <p className={styles.signed}>
          <Code>{signed}</Code>
        </p>
      </div>
    </div>
  )
}

function CopyResult({ copying }: { copying: 'copied' | 'refused' }) {
  return copying === 'copied' ? (
    <Trans
      id="receipt.copied"
      message="Copied. Whoever opens the link sees what stands on this receipt, and not this page."
    />
  ) : (
    <Trans
      id="receipt.not-copied"
      message="The browser did not let it be copied. Save the signed text instead."
    />
  )
}
