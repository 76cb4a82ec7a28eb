// Reads the parts of a batch without looking at their own statuses: what is not told is not there.
import { mutate } from './mutate.ts'

mutate('directory/src/together.ts', [
  ['return part\n', 'return part.status === 200 ? part : { ...part, status: 404 }\n'],
])
