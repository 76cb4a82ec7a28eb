import { pathOf, referencesTo, type Replay, valuesOf } from './replay.ts'

const about = (name: string, rest: string): Replay => ({
  path: ({ group }) => `/v1.0/groups/${group(name)}${rest}`,
})
const asked = (path: string): Replay => ({ path: () => path })

/** Video is in the name of what Harbour Drawings is in, which has an address, and in another's. */
const aboutVideo: Replay['before'] = ({ group }) => [
  [
    'PATCH',
    `/groups/${group('Harbour Reviewers')}`,
    { displayName: 'Video', description: 'Video production' },
  ],
  ['PATCH', `/groups/${group('Tender 2026')}`, { displayName: 'Video of the tender' }],
]

/** A page of a feed by its mark: one among others, the last one, or the first of a round in which nothing happened. */
const deltaPage =
  (set: 'users' | 'groups', which: 'next' | 'last' | 'quiet'): Replay['path'] =>
  async (_ids, ask) => {
    let page = await ask(
      'GET',
      `/${set}/delta?$select=${set === 'users' ? 'displayName,givenName,surname' : 'displayName,description,members'}`,
    )
    let link = page['@odata.nextLink']
    if (which === 'next') return pathOf(link)
    while (page['@odata.nextLink'] !== undefined) {
      link = page['@odata.nextLink']
      page = await ask('GET', String(link))
    }
    return pathOf(which === 'last' ? link : page['@odata.deltaLink'])
  }

const deletedGroup =
  (rest: string): Replay['path'] =>
  async ({ group }, ask) => {
    const id = group('Tender 2026')
    await ask('DELETE', `/groups/${id}`)
    return `/v1.0/directory/deletedItems/${id}${rest}`
  }

/** How the documented examples of groups are asked of this world. */
export const replaysOfGroups: Readonly<Record<string, Replay>> = {
  'group-delta-01': asked('/v1.0/groups/delta'),
  'group-delta-02': asked('/v1.0/groups/delta?$select=displayName,description,mailNickname'),
  'group-get-01': {
    ...about('Tender 2026', ''),
    differs: { '@odata.id': 'it is of odata.metadata=full, which is not asked for' },
  },
  'group-list-02': asked('/v1.0/groups'),
  'group-list-05': asked(
    "/v1.0/groups?$filter=startswith(displayName, 'a')&$count=true&$top=1&$orderby=displayName",
  ),
  'group-list-06': {
    before: aboutVideo,
    path: () => '/v1.0/groups?$search="displayName:Video"&$count=true',
  },
  'group-list-07': {
    before: aboutVideo,
    path: () =>
      '/v1.0/groups?$search="displayName:Video" OR "description:prod"&$orderby=displayName&$count=true',
  },
  'group-list-memberof-01': about('Harbour Drawings', '/memberOf'),
  'group-list-memberof-04': {
    before: aboutVideo,
    ...about(
      'Harbour Drawings',
      '/memberOf/microsoft.graph.group?$count=true&$orderby=displayName&$search="displayName:Video"',
    ),
  },
  'group-list-memberof-05': about(
    'Harbour Drawings',
    "/memberOf/microsoft.graph.group?$count=true&$orderby=displayName&$filter=startswith(displayName, 'H')",
  ),
  'group-list-members-04': about(
    'Report Readers',
    '/members/microsoft.graph.user?$count=true&$orderby=displayName&$search="displayName:Pr"&$select=displayName,id',
  ),
  'group-list-members-05': about(
    'Supplier Forum',
    "/members?$count=true&$filter=startswith(displayName, 'G')",
  ),
  'group-list-owners-01': {
    ...about('Supplier Forum', '/owners'),
    differs: { 'value[].accountEnabled': 'the page shows more than the default properties' },
  },
  'group-list-transitivemembers-01': about('Harbour Reviewers', '/transitiveMembers'),
  'group-list-transitivemembers-05': about(
    'Harbour Reviewers',
    "/transitiveMembers/microsoft.graph.user?$count=true&$orderBy=displayName&$filter=startswith(displayName, 'G')",
  ),
  'group-post-members-02': {
    path: ({ group }) => `/v1.0/groups/${group('Harbour Drawings')}`,
    body: ({ user }) => ({
      'members@odata.bind': Object.values(referencesTo(user('Noor Rahman'))),
    }),
  },
  'group-update-01': {
    path: ({ group }) => `/v1.0/groups/${group('Supplier Forum')}`,
    body: () => ({ description: 'Contoso suppliers', displayName: 'Suppliers' }),
  },
  'error-advanced-query-04': asked(
    '/beta/groups?$filter=createdDateTime ge 2021-11-01&$count=true',
  ),
  ...Object.fromEntries(
    (['users', 'groups'] as const).flatMap((set) => [
      [`concept-delta-query-${set}-02`, { path: deltaPage(set, 'next') }],
      [
        `concept-delta-query-${set}-03`,
        {
          path: deltaPage(set, 'last'),
          differs: set === 'groups' ? { 'value[].description': 'the last group has none' } : {},
        },
      ],
      [`concept-delta-query-${set}-04`, { path: deltaPage(set, 'quiet') }],
    ]),
  ),
  'directory-deleteditems-get-01': { path: deletedGroup('') },
  'directory-deleteditems-restore-01': { path: deletedGroup('/restore') },
  'directory-deleteditems-list-02': {
    before: ({ group }) => [
      ['DELETE', `/groups/${group('Tender 2026')}`],
      ['DELETE', `/groups/${group('Supplier Forum')}`],
    ],
    path: () =>
      '/v1.0/directory/deletedItems/microsoft.graph.group?$count=true&$orderBy=deletedDateTime asc&$select=id,DisplayName,deletedDateTime',
  },
  'grouplifecyclepolicy-post-grouplifecyclepolicies-01': {
    async path(_ids, ask) {
      for (const { id } of valuesOf(await ask('GET', '/groupLifecyclePolicies'))) {
        await ask('DELETE', `/groupLifecyclePolicies/${String(id)}`)
      }
      return '/v1.0/groupLifecyclePolicies'
    },
    body: () => ({
      groupLifetimeInDays: 100,
      managedGroupTypes: 'Selected',
      alternateNotificationEmails: 'admin@contoso.com',
    }),
  },
  'grouplifecyclepolicy-removegroup-01': {
    async path(_ids, ask) {
      const [policy] = valuesOf(await ask('GET', '/groupLifecyclePolicies'))
      return `/v1.0/groupLifecyclePolicies/${String(policy?.['id'])}/removeGroup`
    },
    body: ({ group }) => ({ groupId: group('Tender 2026') }),
  },
}
