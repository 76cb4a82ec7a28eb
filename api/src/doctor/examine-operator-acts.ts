import type { ConnectedOrganization } from '../configuration/connected-organization.ts'
import type { Finding } from './finding.ts'

/** Whether operators can act as themselves: what they then may, only a token of one of them shows. */
export function examineOperatorActs({ slug, operatorActs }: ConnectedOrganization): Finding[] {
  if (operatorActs) return []
  return [
    {
      level: 'note',
      about: `${slug} operatorActs`,
      said: 'foyer.json has none: nobody sets back a guest’s sign-in by Foyer (docs/entra-setup.md, "What operators do as themselves")',
    },
  ]
}
