const token = /"(?:[^"\\]|\\.)*"|[{}:]/g

/**
 * Parses JSON in which no object names a member twice. RFC 8259 leaves open which of them counts,
 * so two readers of one token could see two different people.
 *
 * @throws {SyntaxError}
 */
export function parseUnambiguousJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const openObjects: Set<string>[] = []
  let lastString: string | undefined
  for (const [part] of text.matchAll(token)) {
    if (part === '{') openObjects.push(new Set())
    else if (part === '}') openObjects.pop()
    else if (part !== ':') lastString = part
    else if (lastString !== undefined) {
      const name = JSON.parse(lastString) as string
      const names = openObjects.at(-1)
      if (names?.has(name)) throw new SyntaxError('a member is named twice')
      names?.add(name)
    }
  }
  return value
}
