import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Description, distilOperations, distilTypes } from './distil-description.ts'
import { distilExample, type Example } from './distil-example.ts'
import { distilPermissions, type PermissionTable } from './distil-permissions.ts'
import { distilTypings } from './distil-typings.ts'

/**
 * What is kept of Microsoft's published material, as the contents of this folder's files by name.
 * Only names are kept, so that everybody can run the conformance tests.
 *
 * @param folder holds graph-openapi-slice.json and graph-examples/; beside it lies
 *   facts/graph-permissions.json.
 */
export async function distil(folder: string): Promise<Record<string, unknown>> {
  const description = await read<Description>(folder, 'graph-openapi-slice.json')
  const { title, license } = description.info
  const published = { source: `microsoftgraph/msgraph-metadata: ${title}`, licence: license.name }
  const types = distilTypes(description)
  return {
    'permissions.json': distilPermissions(
      await read<PermissionTable>(folder, '../facts/graph-permissions.json'),
    ),
    'operations.json': { ...published, operations: distilOperations(description) },
    'types.json': { ...published, types },
    'further-types.json': await distilTypings(types),
    'examples.json': {
      source: 'microsoftgraph/microsoft-graph-docs-contrib, request and response pairs',
      licence: 'text CC-BY-4.0, code MIT; only names are kept',
      examples: await distilExamples(join(folder, 'graph-examples')),
    },
  }
}

async function distilExamples(folder: string) {
  const names = (await readdir(folder)).toSorted()
  const examples = names.map(async (name) => [
    name.replace('.json', ''),
    distilExample(await read<Example>(folder, name)),
  ])
  return Object.fromEntries(await Promise.all(examples)) as Record<
    string,
    ReturnType<typeof distilExample>
  >
}

async function read<Content>(folder: string, name: string): Promise<Content> {
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as Content
}
