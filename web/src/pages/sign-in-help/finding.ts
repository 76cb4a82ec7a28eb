/** Who has to act. */
export type Party = 'you' | 'home' | 'organization' | 'site'

/** What a message means for whoever met it. */
export type Finding =
  | 'not-invited'
  | 'pending'
  | 'begin-again'
  | 'home-forbids'
  | 'organization-forbids'
  | 'account-kind'
  | 'blocked'
  | 'sign-in-anew'
  | 'second-factor'
  | 'conditions'
  | 'not-assigned'
  | 'one-more-step'
  | 'declined'
  | 'approval'
  | 'not-connected'
  | 'address'
  | 'busy'
  | 'locked'
  | 'site'
  | 'unknown'

/** Microsoft Entra, "Error codes" and "Troubleshoot B2B collaboration": by their digits. */
const codes: Readonly<Record<Exclude<Finding, 'unknown'>, readonly number[]>> = {
  'not-invited': [50020, 16000, 16003, 50034, 51004, 90072],
  pending: [50014],
  'begin-again': [500141],
  'home-forbids': [500212],
  'organization-forbids': [500213],
  'account-kind': [500207, 500208],
  blocked: [50057],
  'sign-in-anew': [50058, 50173, 54005, 70000, 70008, 70043, 700082, 700084],
  'second-factor': [50072, 50074, 50076, 50079],
  conditions: [53000, 53001, 53003],
  'not-assigned': [50105],
  'one-more-step': [50158],
  declined: [65004],
  approval: [90094, 90095],
  'not-connected': [65001, 500011, 650052, 650057, 700011, 700016],
  address: [50059, 90002, 90019],
  busy: [50196, 90055],
  locked: [50053],
  // How the site is registered, or asks: nobody who signs in can change that.
  site: [
    28002, 50011, 50049, 50147, 50148, 50194, 70004, 70011, 90130, 7000215, 7000222, 9001023,
    9002326, 9002327,
  ],
}

const findings: ReadonlyMap<string, Finding> = new Map(
  Object.entries(codes).flatMap(([finding, those]) =>
    those.map((digits) => [`AADSTS${digits}`, finding as Finding] as const),
  ),
)

/** What a code means; `unknown` for one that nobody has looked into, and it is never guessed. */
export function findingOf(code: string): Finding {
  return findings.get(code) ?? 'unknown'
}

const parties: Readonly<Record<Finding, Party>> = {
  'not-invited': 'you',
  pending: 'you',
  'begin-again': 'you',
  'home-forbids': 'home',
  'organization-forbids': 'organization',
  'account-kind': 'you',
  blocked: 'organization',
  'sign-in-anew': 'you',
  'second-factor': 'you',
  conditions: 'organization',
  'not-assigned': 'organization',
  'one-more-step': 'you',
  declined: 'you',
  approval: 'organization',
  'not-connected': 'organization',
  address: 'you',
  busy: 'you',
  locked: 'home',
  site: 'site',
  unknown: 'you',
}

/** Who alone can change it. */
export function partyOf(finding: Finding): Party {
  return parties[finding]
}

const signIns: Readonly<Partial<Record<Finding, 'another-account' | 'sign-in'>>> = {
  'not-invited': 'another-account',
  'account-kind': 'another-account',
  'begin-again': 'sign-in',
  'sign-in-anew': 'sign-in',
  'second-factor': 'sign-in',
  'one-more-step': 'sign-in',
  declined: 'sign-in',
  busy: 'sign-in',
}

/** The way on that a sign-in is, where there is one. */
export function signInFor(finding: Finding): 'another-account' | 'sign-in' | undefined {
  return signIns[finding]
}
