import { execFile } from 'node:child_process'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'entra-setup')

export const contoso = {
  tenantId: '7c1a5b0e-2f5d-4b53-9d0e-0c5a8c1f0001',
  webClientId: '3f1c5a0e-8d5b-4a53-9a0e-1c0a5e7d0001',
  apiClientId: '3f1c5a0e-8d5b-4a53-9a0e-1c0a5e7d0002',
}

export const sharedOptions = ['--tenant', contoso.tenantId, '--origin', 'https://foyer.example']

// prettier-ignore -- an option and its value belong on one line
export const organizationOptions = [
  '--tenant',
  contoso.tenantId,
  '--slug',
  'contoso',
  '--web-client-id',
  contoso.webClientId,
  '--api-client-id',
  contoso.apiClientId,
]

export interface Outcome {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script as an administrator does, with no more environment than is named here. */
export function runScript(
  script: 'register-shared' | 'register-organization',
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, `${script}.mjs`), ...options],
      { env: { PATH: '', ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
      },
    )
  })
}

export interface Line {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: Readonly<Record<string, unknown>>
}

/** What a script would ask Microsoft Graph for, and the entry that it would print. */
export async function dryRun(
  script: 'register-shared' | 'register-organization',
  options: readonly string[],
): Promise<{ requests: readonly Line[]; entry: unknown }> {
  const { code, stdout, stderr } = await runScript(script, [...options, '--dry-run'])
  if (code !== 0) throw new Error(stderr)
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line | { readonly entry: unknown })
  const requests = lines.filter((line): line is Line => 'method' in line)
  const entry = lines.find((line) => 'entry' in line)
  return { requests, entry: entry?.entry }
}
