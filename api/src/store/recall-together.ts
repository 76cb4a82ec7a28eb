import type { OrganizationId, PersonId } from '@foyer/contracts/ids'
import type { Database } from './database.ts'

export type Recall = (
  what: 'me' | 'groups',
  organizationId: OrganizationId,
  personId: PersonId,
) => Promise<object | undefined>

/** Of one organization. More at a time would wait for each other in the database. */
const mostUnderWay = 2
/** So that nobody waits for more than so many others. */
const mostTogether = 32

/**
 * Asks in one statement what is asked of one organization in the same moment: to set a statement up
 * costs more than the rows of a person do, and under load they come faster than they are answered.
 * Each answer names whom it is about, and nobody gets one about somebody else.
 */
export function createRecall(database: Pick<Database, 'ask'>): Recall {
  const queues = new Map<string, ReturnType<typeof createQueue>>()
  return async (what, organizationId, personId) => {
    const key = `${what} ${organizationId}`
    const queue = queues.get(key) ?? createQueue(database, what, organizationId)
    queues.set(key, queue)
    return queue(personId)
  }
}

interface Question extends PromiseWithResolvers<object | undefined> {
  readonly personId: PersonId
}

interface Answer {
  readonly person: string
}

function createQueue(
  database: Pick<Database, 'ask'>,
  what: Parameters<Recall>[0],
  organizationId: OrganizationId,
) {
  const statement = `SELECT * FROM recall_${what}_together($1, $2::text::uuid[])`
  const waiting: Question[] = []
  let underWay = 0

  async function askWaiting(): Promise<void> {
    if (underWay === mostUnderWay) return
    underWay += 1
    while (waiting.length > 0) {
      const asked = waiting.splice(0, mostTogether)
      if (waiting.length > 0) void askWaiting()
      try {
        const people = `{${[...new Set(asked.map(({ personId }) => personId))].join(',')}}`
        const rows = await database.ask(`recall_${what}`, statement, [organizationId, people])
        const answers = new Map((rows as Answer[]).map((answer) => [answer.person, answer]))
        for (const { personId, resolve } of asked) resolve(answers.get(personId))
      } catch (error) {
        for (const { reject } of asked) reject(error)
      }
    }
    underWay -= 1
  }

  return async (personId: PersonId): Promise<object | undefined> => {
    const question = { personId, ...Promise.withResolvers<object | undefined>() }
    waiting.push(question)
    // What has come in together is read before this.
    if (waiting.length === 1) setImmediate(() => void askWaiting())
    return question.promise
  }
}
