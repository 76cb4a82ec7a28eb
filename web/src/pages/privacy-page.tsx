import { Trans, useLingui } from '@lingui/react'
import { TextPage } from './text-page.tsx'

/** What Foyer knows and keeps; true of this version. */
export function PrivacyPage() {
  const { i18n } = useLingui()
  return (
    <TextPage
      inWindow={i18n._({ id: 'privacy.window', message: 'Privacy' })}
      title={<Trans id="privacy.title" message="What Foyer knows of you" />}
    >
      <h2>
        <Trans id="privacy.server" message="On the server" />
      </h2>
      <p>
        <Trans
          id="privacy.server.text"
          message="For each organization that uses it, Foyer keeps a copy of what that organization’s directory says of its guests: your name, your address, your company, how you sign in and when you last did, your groups, and who vouches for you. The copy follows the directory and forgets you with it. Whatever you do here, Foyer asks the directory itself. Of each leaving it keeps a receipt, which is seen only with its address. Its log holds neither names nor addresses. No record joins your places in several organizations."
        />
      </p>
      <p>
        <Trans
          id="privacy.record.text"
          message="What you do here is written into the record of that organization, where it stays; under “My record” you read it. The names in it are sealed and can be erased."
        />
      </p>
      <h2>
        <Trans id="privacy.browser" message="In this browser" />
      </h2>
      <p>
        <Trans
          id="privacy.browser.text"
          message="Your sign-in, until you close the tab or sign out. The names of the organizations where you have signed in, with a mark that tells your accounts apart and says nothing else, until you forget them on the start page. The addresses of your receipts, until you close the tab. Your choice of language. No cookie."
        />
      </p>
      <h2>
        <Trans id="privacy.others" message="With others" />
      </h2>
      <p>
        <Trans
          id="privacy.others.text"
          message="Microsoft signs you in and tells the organization that you did. The organization keeps its own record of its guests; its page here names whom to ask about it, where the organization says so."
        />
      </p>
    </TextPage>
  )
}
