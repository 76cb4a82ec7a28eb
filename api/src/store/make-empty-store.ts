// A program: makes the empty database that new stores are copied from.
import { emptyStore, makeEmptyStore } from './embedded.ts'

await makeEmptyStore(emptyStore)
