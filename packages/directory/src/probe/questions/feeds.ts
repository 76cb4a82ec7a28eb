import { randomUUID } from 'node:crypto'
import type { Static } from 'typebox'
import { Type } from 'typebox'
import { Check } from 'typebox/value'
import { type GraphDoor, Page, shaped } from '../graph-door.ts'
import type { Inquiry } from '../inquiry.ts'
import { NotFoundOut, type Question } from '../question.ts'
import { deleteGroup, groupOrganizationOf, makeGroup } from './probe-group.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const latest = '/groups/delta?$deltatoken=latest&$select=displayName'
const named = Type.Object({ id: Type.String() })

const sizes = new Map([
  [7, '7-objects-5-links'],
  [200, '200-objects-500-links'],
  [1000, '1000-objects-5000-links'],
])

/** How delta feeds page, repeat and expire. */
export const feedQuestions: readonly Question[] = [
  {
    id: 'V-20',
    variant: 'deltaPage',
    needs: ['an organization with more than 1,000 people'],
    async ask(inquiry) {
      for (const organization of inquiry.setting.organizations) {
        if (!organization.powers.reader) continue
        const door = inquiry.graph(organization, 'reader')
        const page = await pageOf(door.require('GET', '/users/delta?$select=id', 200))
        if (page['@odata.nextLink'] === undefined) continue
        const size = sizes.get(page.value.length)
        if (size !== undefined) return size
        throw new NotFoundOut(`a page holds ${page.value.length} people`)
      }
      throw new NotFoundOut('needs an organization with more people than fit on one page')
    },
  },
  {
    id: 'V-30',
    variant: 'deltaReplays',
    needs: ['the operator: Group.ReadWrite.All'],
    changes: 'makes a security group of its own and deletes it',
    async ask(inquiry) {
      const door = inquiry.graph(groupOrganizationOf(inquiry), 'reader')
      const before = await inquiry.step('before', async () => readRound(door, latest))
      const group = await makeGroup(inquiry, randomUUID())
      await inquiry.wait('the feed tells of the group', 5 * minuteMs)
      const first = await inquiry.step('first round', async () => readRound(door, before.link))
      if (!first.ids.includes(group)) throw new NotFoundOut('the feed did not tell of a new group')
      const second = await inquiry.step('second round', async () => readRound(door, first.link))
      return second.ids.includes(group) ? 'every-change-twice' : 'none'
    },
    cleanUp: deleteGroup,
  },
  {
    id: 'V-31',
    variant: 'deltaExpired',
    needs: ['a reader', 'eight days'],
    async ask(inquiry) {
      const door = readerOf(inquiry)
      const { link } = await inquiry.step('token', async () => readRound(door, latest))
      await inquiry.wait('eight days', 8 * dayMs)
      const { status, code, location } = await door.follow(link)
      if (status === 400) return '400'
      if (status === 410 && location) return '410-with-location'
      throw new NotFoundOut(`after eight days the answer is ${status} ${code}`.trim())
    },
  },
]

function readerOf(inquiry: Inquiry): GraphDoor {
  const found = inquiry.setting.organizations.find(({ powers }) => powers.reader)
  if (!found) throw new NotFoundOut('needs a reader')
  return inquiry.graph(found, 'reader')
}

async function pageOf(reply: ReturnType<GraphDoor['follow']>): Promise<Static<typeof Page>> {
  return shaped(Page, (await reply).body)
}

/** A round to its end: who was told of, and where the next one begins. */
async function readRound(door: GraphDoor, from: string): Promise<{ ids: string[]; link: string }> {
  const ids: string[] = []
  let page = await pageOf(from.startsWith('/') ? door.require('GET', from, 200) : door.follow(from))
  for (;;) {
    ids.push(...page.value.flatMap((item) => (Check(named, item) ? [item.id] : [])))
    const { '@odata.nextLink': next, '@odata.deltaLink': link } = page
    if (link !== undefined) return { ids, link }
    if (next === undefined) throw new NotFoundOut('a round of the feed has no end')
    page = await pageOf(door.follow(next))
  }
}
