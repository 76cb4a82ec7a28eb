import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/architecture.md',
  'docs/entra-setup.md',
  'docs/operations.md',
  'docs/permissions.md',
  'docs/unknowns.md',
]
const topLevel = ['.ci', 'api', 'docs', 'e2e', 'packages', 'web']

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

test.each(documents)('%s names only scripts that exist', (document) => {
  const named = [...read(document).matchAll(/\b(?:npm|pnpm) (?:run )?([a-z][\w:-]*)/g)]
  const unknown = named.map(([, script = '']) => script).filter((script) => !(script in scripts))
  expect(unknown.filter((script) => script !== 'install')).toEqual([])
})

test.each(documents)('%s names only paths that exist', (document) => {
  const text = read(document)
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) =>
    join(dirname(document), path),
  )
  const quoted = [...text.matchAll(/`([\w.@-]+(?:\/[\w.@{}-]+)*\/?)`/g)]
    .map(([, path = '']) => path)
    .filter((path) => topLevel.includes(path.split('/')[0] ?? ''))
  const missing = [...links, ...quoted].filter((path) => !existsSync(join(root, path)))
  expect(missing).toEqual([])
})

test('the README has its screenshot', () => {
  expect(read('README.md')).toMatch(/!\[[^\]]+\]\(docs\/images\/[\w-]+\.png\)/)
})

test('each difference that the README claims is held by a test of that name', () => {
  const [, table = ''] =
    /## Leaving, at Microsoft and here\n([\s\S]*?)\n## /.exec(read('README.md')) ?? []
  const claims = [...table.matchAll(/\[([^\]]+)\]\((e2e\/tests\/[\w-]+\.spec\.ts)\) *\|\n/g)]
  expect(claims.length).toBe(table.split('\n').filter((line) => line.startsWith('| ')).length - 2)
  const unheld = claims.filter(([, title, path = '']) => !read(path).includes(`test('${title}'`))
  expect(unheld.map(([, title]) => title)).toEqual([])
})

function read(document: string): string {
  return readFileSync(join(root, document), 'utf8')
}
