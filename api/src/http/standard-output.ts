import type { LogStream } from './log.ts'

let lines = ''

/** The standard output, to which the lines of one turn go together: each write costs as much as its line. */
export const standardOutput: LogStream = {
  write(line) {
    if (lines === '') setImmediate(flush)
    lines += line
  },
}
process.once('exit', flush)

function flush(): void {
  const written = lines
  lines = ''
  if (written !== '') process.stdout.write(written)
}
