import { cast, type CastMember } from '../seed/cast.ts'
import type { Simulation } from '../simulation.ts'
import { avatar } from './avatar.ts'
import { html, type Html } from './html.ts'
import { forward, open } from './icons.ts'
import { mailboxSection } from './mailbox-section.ts'
import { page } from './page.ts'

const specialCases = cast.filter(({ group }) => group === 'Special cases')

/** What this world is, its clock, its people and its mails. */
export function startPage(simulation: Simulation, openMailId: number): string {
  const now = simulation.clock.now()
  return page(
    'Simulator: a small world to try Foyer in',
    html`<main class="inner">
      <div class="opening">
        <div>
          <h1>A small world to try Foyer in</h1>
          <p class="lead">
            ${`One clock, ${simulation.world.tenants.size} organizations, ${cast.length} people.`}
            Enter as somebody, then move the time and read what arrives.
          </p>
        </div>
        <a class="button primary" href="${simulation.portalOrigin}/">Open Foyer ${open}</a>
      </div>
      ${clockSection(now)}
      <div class="columns">
        <section class="card" aria-labelledby="people">
          <h2 id="people">Enter as</h2>
          <h3>Guests</h3>
          ${peopleOf('Guests')}
          <h3>People of the organizations</h3>
          ${peopleOf('People of the organizations')}
          <details class="more">
            <summary>
              Special cases <span class="quiet">${specialCases.length} more people</span>
            </summary>
            ${peopleOf('Special cases')}
          </details>
        </section>
        ${mailboxSection(simulation, openMailId)}
      </div>
      ${missingSection(simulation)}
    </main>`,
    html`<form method="post" action="/simulator/start-over">
      <button class="plain">Reset<span class="wide"> the world</span></button>
    </form>`,
  )
}

function peopleOf(wanted: CastMember['group']): Html {
  return html`<ul class="people">
    ${cast
      .filter(({ group }) => group === wanted)
      .map(
        ({ account, description }) =>
          html`<li>
            ${avatar(account.name)}
            <div>
              <b>${account.name}</b>
              <p>${description}</p>
            </div>
            <a
              class="button"
              aria-label="Enter as ${account.name}"
              href="/simulator/enter?person=${account.accountId}"
              >Enter</a
            >
          </li>`,
      )}
  </ul>`
}

/** What clients asked for in vain: they were answered as Graph answers what it has not. */
function missingSection({ requests }: Simulation): Html {
  const missing = requests.listNotSimulated()
  if (missing.length === 0) return html``
  return html`<section class="card missing" aria-labelledby="missing">
    <h2 id="missing">Asked for and not simulated</h2>
    <p class="quiet">
      Graph may have it; this world has not, and answered as Graph does to what it does not know.
    </p>
    <ul>
      ${missing.slice(-20).map((what) => html`<li><code>${what}</code></li>`)}
    </ul>
  </section>`
}

function clockSection(now: Date): Html {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' })
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })
  return html`<section class="card clock" aria-labelledby="clock">
    <div>
      <h2 id="clock" class="small">In this world it is</h2>
      <p class="day">
        <time datetime="${now.toISOString()}">${day.format(now).replace(',', '')}</time>
      </p>
      <p class="quiet">${time.format(now)} UTC, running</p>
    </div>
    <form method="post" action="/simulator/jump">
      <div class="row jumps" role="group" aria-label="Move the clock forward">
        ${forward}
        <button name="days" value="1">1 day</button>
        <button name="days" value="7">1 week</button>
        <button name="days" value="30">30 days</button>
        <details>
          <summary class="button">To a date</summary>
          <div class="row">
            <label for="date">Date</label>
            <input id="date" name="date" type="date" value="${now.toISOString().slice(0, 10)}" />
            <button>Go</button>
          </div>
        </details>
      </div>
    </form>
  </section>`
}
