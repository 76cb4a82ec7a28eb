import { join } from 'node:path'

/** Of the processes that are tried: nothing of this one's; and what one has compiled, the next need not. */
export const processEnvironment = {
  PATH: process.env['PATH'],
  NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'node'),
}
