import { guestAccessLevels, type TenantProfile } from '../world/tenant.ts'
import { type Slug, slugs, tenantIdOf } from './accounts.ts'

type ProfileSeed = Pick<TenantProfile, 'name' | 'countryCode'> & {
  readonly domain: string
} & Partial<TenantProfile>

const seeds: Readonly<Record<Slug, ProfileSeed>> = {
  contoso: {
    name: 'Contoso',
    domain: 'contoso.com',
    countryCode: 'NL',
    isListed: true,
    allowInvitesFrom: 'adminsGuestInvitersAndAllMembers',
    privacyProfile: {
      contactEmail: 'privacy@contoso.com',
      statementUrl: 'https://contoso.com/privacy',
    },
  },
  fabrikam: {
    name: 'Fabrikam',
    domain: 'fabrikam.com',
    countryCode: 'PT',
    isListed: true,
    privacyProfile: {
      contactEmail: 'privacy@fabrikam.com',
      statementUrl: 'https://fabrikam.com/privacy',
    },
    syncedFrom: [{ tenantId: tenantIdOf('adatum'), displayName: 'Adatum' }],
  },
  'woodgrove-bank': {
    name: 'Woodgrove Bank',
    domain: 'woodgrovebank.com',
    countryCode: 'GB',
    allowsLeaving: false,
    termsOfUse: {
      name: 'Terms for guests',
      text: 'What you see at Woodgrove Bank stays there. Report what looks wrong to the loan desk.',
    },
    privacyProfile: {
      contactEmail: 'privacy@woodgrovebank.com',
      statementUrl: 'https://woodgrovebank.com/privacy',
    },
  },
  northwind: {
    name: 'Northwind',
    domain: 'northwind.com',
    countryCode: 'DE',
    hasPremiumLicence: false,
    guestUserRoleId: guestAccessLevels.restricted,
  },
  adatum: { name: 'Adatum', domain: 'adatum.com', countryCode: 'SE', isConnected: false },
  tailspin: { name: 'Tailspin', domain: 'tailspin.com', countryCode: 'US', isConnected: false },
}

export function tenantProfiles(): TenantProfile[] {
  return slugs.map((slug) => {
    const { domain, ...seed } = seeds[slug]
    return {
      tenantId: tenantIdOf(slug),
      slug,
      domains: [domain, `${slug.replaceAll('-', '')}.onmicrosoft.com`],
      isConnected: true,
      isListed: false,
      createdDateTime: '2017-03-01T08:00:00Z',
      privacyProfile: null,
      allowsLeaving: true,
      guestUserRoleId: guestAccessLevels.limited,
      allowInvitesFrom: 'adminsAndGuestInviters',
      hasPremiumLicence: true,
      syncedFrom: [],
      termsOfUse: null,
      ...seed,
    }
  })
}
