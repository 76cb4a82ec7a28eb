import { describe, expect, it } from 'vitest'
import { portalOrigin, withSimulator } from './world.ts'

const world = withSimulator({ at: new Date('2026-11-23T09:00:00Z') })

async function post(path: string, form: Record<string, string>, origin = world.simulator.url) {
  return world.send(path, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams(form),
  })
}

describe('the start page', () => {
  it('introduces everybody, with a link to enter as them', async () => {
    const { text, headers } = await world.send('/')
    for (const { name } of world.simulator.cast()) {
      expect(text).toContain(`aria-label="Enter as ${name}"`)
    }
    expect(text).toContain('Monday 23 November 2026')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(text).not.toMatch(/<script|style=|https?:\/\/(?!localhost)/)
  })

  it('tells what was asked for and is not simulated', async () => {
    expect((await world.send('/')).text).not.toContain('not simulated')
    const token = await world.toolToken('contoso')
    await world.graph(token, '/v1.0/me/planner/<tasks>')
    const { text } = await world.send('/')
    expect(text).toContain('Asked for and not simulated')
    expect(text).toContain('GET /v1.0/me/planner/')
    expect(text).not.toContain('<tasks>')
  })

  it('serves its style and fonts itself', async () => {
    const style = await world.send('/simulator/style.css')
    expect(style.headers.get('content-type')).toContain('text/css')
    expect(style.text).not.toMatch(/https?:/)
    for (const [, path = ''] of style.text.matchAll(/url\('([^']+)'\)/g)) {
      expect((await world.send(path)).status).toBe(200)
    }
    expect((await world.send('/simulator/fonts/..%2f..%2fpackage.json')).status).toBe(404)
  })

  it('moves the clock by a day, and to a date', async () => {
    expect((await post('/simulator/jump', { days: '1' })).status).toBe(303)
    expect((await world.send('/')).text).toContain('Tuesday 24 November 2026')
    await post('/simulator/jump', { date: '2027-01-05' })
    expect((await world.send('/')).text).toContain('Tuesday 5 January 2027')
    await post('/simulator/start-over', {})
    expect((await world.send('/')).text).toContain('Monday 23 November 2026')
  })

  it('takes nothing from another site', async () => {
    expect((await post('/simulator/jump', { days: '1' }, 'https://evil.example')).status).toBe(403)
    expect((await post('/simulator/start-over', {}, 'null')).status).toBe(403)
    expect((await world.send('/')).text).toContain('Monday 23 November 2026')
  })

  it('enters as Lena, who then is asked for no code', async () => {
    const lena = world.simulator.cast().find(({ name }) => name === 'Lena Vogel')
    const entered = await fetch(lena?.enterUrl ?? '', { redirect: 'manual' })
    expect(entered.headers.get('location')).toBe(`${portalOrigin}/o/contoso`)
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(entered.headers.getSetCookie()[0]).toContain('HttpOnly; SameSite=Lax')
    const signedIn = await world.signIn('contoso', 'lena@atelier-vogel.example', { cookie })
    expect(signedIn.accessToken).toBeTruthy()
    expect((await world.send('/')).text).toContain('No mail has been sent yet')
  })

  it('shows the mail with a code, escaped', async () => {
    await world.signIn('contoso', 'lena@atelier-vogel.example')
    const { text } = await world.send('/')
    expect(text).toContain('Your Contoso account verification code')
    expect(text).toMatch(/<p class="plain-text">\d{8}<\/p>/)
  })
})
