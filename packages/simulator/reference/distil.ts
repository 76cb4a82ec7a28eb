// Writes this folder's JSON anew: GRAPH_REFERENCE is the folder of Microsoft's published material.
// `npm run format` afterwards gives it its form.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { distil } from './distillation.ts'

const folder = process.env['GRAPH_REFERENCE']
if (!folder) throw new Error('Set GRAPH_REFERENCE to the folder of the published material.')

for (const [name, content] of Object.entries(await distil(folder))) {
  await writeFile(join(import.meta.dirname, name), JSON.stringify(content))
}
