import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

// DESIGN: one module talks to each outside thing, and dependencies point one way. Each row breaks
// one edge on purpose, in a copy of nothing but the lint settings.
const root = join(import.meta.dirname, '..', '..', '..')
const run = promisify(execFile)

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-edges-'))
  await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

test.each([
  ['api/src/leave.ts', '@microsoft/microsoft-graph-client'],
  ['api/src/leave.ts', '@azure/msal-node'],
  ['api/src/leave.ts', '@foyer/simulator/simulator'],
  ['web/src/pages/organization.tsx', '@azure/msal-browser'],
  ['web/src/pages/organization.tsx', '@azure/msal-react'],
  ['packages/lifecycle/src/standing.ts', 'node:fs'],
  ['packages/contracts/src/me.ts', '@microsoft/microsoft-graph-types'],
  ['packages/directory/src/people.ts', '@foyer/simulator/simulator'],
  ['packages/simulator/src/graph/users.ts', '@foyer/contracts/ids'],
])('%s may not import %s', async (file, module) => {
  expect(await lintOf(file, `import '${module}'\n`)).toContain('no-restricted-imports')
})

test.each([
  ['packages/directory/src/graph-client.ts', '@microsoft/microsoft-graph-client'],
  ['web/src/session.ts', '@azure/msal-browser'],
  ['api/src/leave.ts', '@foyer/directory/directory'],
])('%s may import %s', async (file, module) => {
  expect(await lintOf(file, `import '${module}'\n`)).not.toContain('no-restricted-imports')
})

async function lintOf(file: string, text: string): Promise<string> {
  const path = join(folder, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const outcome = await run(process.execPath, [oxlint, file], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  )
  await rm(path)
  return outcome.stdout
}
