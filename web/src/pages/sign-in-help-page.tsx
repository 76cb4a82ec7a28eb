import { Trans, useLingui } from '@lingui/react'
import { Link, useSearchParams } from 'react-router'
import { organizationParameter, paths } from '../paths.ts'
import { TextPage } from './text-page.tsx'

/** The messages with which Microsoft's pages stop guests, and what each means. */
export function SignInHelpPage() {
  const { i18n } = useLingui()
  const slug = useSearchParams()[0].get(organizationParameter)
  return (
    <TextPage
      inWindow={i18n._({ id: 'help.window', message: 'Help with signing in' })}
      title={<Trans id="help.title" message="When Microsoft does not let you in" />}
    >
      <p>
        <Trans
          id="help.lead"
          message="Microsoft’s error pages do not lead back to Foyer. Look there for a code that begins with AADSTS, come back here, and find what it means."
        />
      </p>
      <dl>
        <div>
          <dt>
            <Trans
              id="help.not-invited"
              message="AADSTS50020, AADSTS16003, AADSTS50034: this account is not a guest there"
            />
          </dt>
          <dd>
            <Trans
              id="help.not-invited.text"
              message="Most often another account was invited. Go back, choose the account yourself, and take the address to which the invitation went. If that is this one, ask whoever invited you to do it again."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans id="help.pending" message="AADSTS50014: your invitation is still open" />
          </dt>
          <dd>
            <Trans
              id="help.pending.text"
              message="Open the link in the mail with the invitation and accept it first."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans id="help.blocked" message="AADSTS50057: the organization has blocked you" />
          </dt>
          <dd>
            <Trans
              id="help.blocked.text"
              message="Only the organization can end that. Ask whoever invited you."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans
              id="help.not-connected"
              message="AADSTS700016, AADSTS650052, AADSTS65001: the organization does not use Foyer"
            />
          </dt>
          <dd>
            <Trans
              id="help.not-connected.text"
              message="Foyer can show nothing there. Microsoft’s own page for your organizations is at myaccount.microsoft.com/organizations."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans
              id="help.conditions"
              message="AADSTS53000, AADSTS53003, AADSTS50105: the organization sets conditions"
            />
          </dt>
          <dd>
            <Trans
              id="help.conditions.text"
              message="It lets in only certain devices, places or people. Its help desk can tell which; give them the whole message, with its ids and its time."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans
              id="help.home"
              message="AADSTS500212: your own organization does not let you sign in there"
            />
          </dt>
          <dd>
            <Trans
              id="help.home.text"
              message="Its administrators can change that in the cross-tenant access settings. Send them the message and the name of the organization that invited you."
            />
          </dd>
        </div>
        <div>
          <dt>
            <Trans id="help.exit" message="None of this helps, and you want to be gone there" />
          </dt>
          <dd>
            {slug ? (
              <Trans
                id="help.exit.link"
                message="You can <0>ask the organization to end your access</0> without signing in, with a code that is sent to the address at which you were invited."
                components={{ 0: <Link to={paths.exit(slug)} /> }}
              />
            ) : (
              <Trans
                id="help.exit.text"
                message="Name the organization on the <0>start page</0>. Below its sign-in is the way to end your access without signing in, with a code that is sent to the address at which you were invited."
                components={{ 0: <Link to={paths.home} /> }}
              />
            )}
          </dd>
        </div>
      </dl>
    </TextPage>
  )
}
