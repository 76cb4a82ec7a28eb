// Reads the parts of a batch without looking at their own statuses.
import { mutate } from './mutate.ts'

mutate('directory/src/graph.ts', [
  ['const trouble = troubleOf(item)', 'const trouble = undefined as ReturnType<typeof troubleOf>'],
  [
    'if (answer.status !== 200 && answer.status !== 404) throw failureIn(answer)\n        found.push(answer.status === 404 ? undefined : await read(answer.body))',
    'found.push(answer.status === 200 ? await read(answer.body) : undefined)',
  ],
])
