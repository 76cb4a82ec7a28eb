interface Accepted {
  readonly all: readonly string[]
}

/** Microsoft's table of permissions, as facts/graph-permissions.json holds it. */
export interface PermissionTable {
  readonly source: unknown
  readonly operations: readonly {
    readonly method: string
    readonly path: string
    readonly Application?: Accepted
    readonly DelegatedWork?: Accepted
  }[]
}

/** Which permissions each operation accepts, any one being enough. */
export function distilPermissions({ source, operations }: PermissionTable) {
  const rows = operations
    .filter(({ Application, DelegatedWork }) => Application ?? DelegatedWork)
    .map(({ method, path, Application, DelegatedWork }) => [
      `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
      { application: Application?.all ?? [], delegated: DelegatedWork?.all ?? [] },
    ])
  return { source, operations: Object.fromEntries(rows) as Record<string, unknown> }
}
