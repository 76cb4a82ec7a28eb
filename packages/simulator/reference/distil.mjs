// Distils names from Microsoft's published material into this folder: GRAPH_REFERENCE is the folder
// of the material. Only names are kept, so that everybody can run the conformance tests.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const folder = process.env.GRAPH_REFERENCE
if (!folder) throw new Error('Set GRAPH_REFERENCE to the folder of the published material.')

/** Which permissions each operation accepts, any one being enough. */
async function distilPermissions() {
  const { source, operations } = await read('../facts/graph-permissions.json')
  const rows = operations
    .filter(({ Application, DelegatedWork }) => Application ?? DelegatedWork)
    .map(({ method, path, Application, DelegatedWork }) => [
      `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
      { application: Application?.all ?? [], delegated: DelegatedWork?.all ?? [] },
    ])
  await write('permissions.json', { source, operations: Object.fromEntries(rows) })
}

async function read(name) {
  return JSON.parse(await readFile(join(folder, name), 'utf8'))
}

async function write(name, content) {
  await writeFile(join(import.meta.dirname, name), `${JSON.stringify(content, undefined, 1)}\n`)
}

await distilPermissions()
