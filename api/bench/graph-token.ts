import type { SimulatorWord } from './simulator-process.ts'

/** What the organization's own audit tool gets for Graph. */
export async function tokenOf(
  { url, registrations }: Pick<SimulatorWord, 'url' | 'registrations'>,
  tenantId: string,
): Promise<string> {
  const tool = registrations.tools.find((each) => each.tenantId === tenantId)
  const reply = await fetch(`${url}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: tool?.clientId ?? '',
      client_secret: tool?.secret ?? '',
      scope: 'https://graph.microsoft.com/.default',
    }),
  })
  return ((await reply.json()) as { access_token: string }).access_token
}
