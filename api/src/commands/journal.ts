import { readFile } from 'node:fs/promises'
import type { OrganizationId } from '@foyer/contracts/ids'
import { readSigningPlace } from '../configuration/signing-place.ts'
import { readStorePlace } from '../configuration/store-place.ts'
import { exportJournals } from '../journal/export.ts'
import { JournalError } from '../journal/journal-error.ts'
import { findSigned, readRoot, type Root } from '../journal/root.ts'
import { verifyJournal } from '../journal/verify.ts'
import { openSigningKeys } from '../signing/key-file.ts'
import type { SigningKeys } from '../signing/signing-keys.ts'
import { openUnmigrated, type OwnedStore } from '../store/store.ts'
import { type Command, type CommandCall, UsageError } from './command.ts'

export const journalVerifyCommand: Command = {
  name: 'journal verify',
  summary:
    'recomputes the journals, and compares them with what was signed and with what was mailed',
  operands: [],
  options: { organization: 'SLUG', roots: 'FILE' },
  async run(call) {
    const { options, progress } = call
    const keys = await openKeys(call)
    const mailed = options['roots'] ? await readMailed(options['roots'], keys) : []
    await using store = await openUnmigrated(readStorePlace(call.environment))
    const lines: string[] = []
    const data: Record<string, unknown> = {}
    let isBad = false
    for (const { organizationId, slug } of await listOrganizations(store, call)) {
      const verified = await verifyJournal(store, organizationId, {
        keys,
        mailed: mailed.filter(({ organization }) => organization === organizationId),
        progress: (entries) => progress(`${slug}: ${entries} entries`),
      })
      const { entries, roots, findings, more } = verified
      isBad ||= findings.length > 0
      lines.push(...findings.map(({ sentence }) => `${slug}: ${sentence}`))
      if (more > 0) lines.push(`${slug}: ${more} more findings`)
      if (findings.length === 0) {
        lines.push(`${slug}: whole; entries: ${entries}, roots: ${roots}`)
      }
      data[slug] = verified
    }
    return { said: lines.join('\n'), data, isBad }
  },
}

export const journalExportCommand: Command = {
  name: 'journal export',
  summary: 'writes the journals into a new file that anybody can check without Foyer',
  operands: ['FILE'],
  options: { organization: 'SLUG' },
  flags: ['words'],
  async run(call) {
    const [file = ''] = call.operands
    const keys = await openKeys(call)
    await using store = await openUnmigrated(readStorePlace(call.environment))
    const organizations = await listOrganizations(store, call)
    const entries = await exportJournals(
      store,
      organizations.map(({ organizationId }) => organizationId),
      file,
      { keys, withWords: call.flags.has('words') },
    )
    return { said: `${file} holds ${entries} entries.`, data: { file, entries } }
  },
}

/** Without the key there is nothing to check against: none is made here. */
async function openKeys({ environment }: CommandCall): Promise<SigningKeys> {
  return openSigningKeys({ ...readSigningPlace(environment), mayBeMade: false })
}

/** Also those that have disconnected: their journals stay. */
async function listOrganizations(
  { database }: OwnedStore,
  { options: { organization } }: CommandCall,
): Promise<{ readonly organizationId: OrganizationId; readonly slug: string }[]> {
  const all = await database
    .selectFrom('organization')
    .select(['organizationId', 'slug'])
    .orderBy('slug')
    .execute()
  const asked = all.filter(({ slug }) => organization === undefined || slug === organization)
  if (organization !== undefined && asked.length === 0) {
    throw new UsageError(`no organization is called ${organization}`)
  }
  return asked
}

/** A root that cannot be checked is none: whoever gives it wants it to count. */
async function readMailed(file: string, keys: SigningKeys): Promise<Root[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new JournalError(`${file} cannot be read`, { cause: error })
  })
  const found = findSigned(text)
  if (found.length === 0) throw new JournalError(`${file} holds no signed root`)
  const roots = await Promise.all(found.map(async (signed) => readRoot(keys, signed)))
  const unsigned = roots.filter((root) => root === undefined).length
  if (unsigned > 0) {
    throw new JournalError(
      `${unsigned} of ${found.length} roots in ${file} were not signed by Foyer`,
    )
  }
  return roots.filter((root) => root !== undefined)
}
