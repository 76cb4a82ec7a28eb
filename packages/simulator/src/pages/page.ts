import { html, type Html } from './html.ts'
import { flask } from './icons.ts'

/** What every page of the simulator is sent with: it loads nothing from anywhere else. */
export function pageHeaders(formTargets: readonly string[] = []): Record<string, string> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "font-src 'self'",
      'img-src data:',
      // The HTML of a mail, which has a policy of its own.
      "frame-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      // Chromium checks the redirect that answers a form as well.
      `form-action ${["'self'", ...formTargets].join(' ')}`,
    ].join('; '),
    // Not no-referrer: the Origin of a form would become null, which is what forms are checked by.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  }
}

/** One whole page; `aside` stands at the end of the striped bar. */
export function page(title: string, main: Html, aside?: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/simulator/style.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header class="bar">
          <div class="inner">
            ${flask}
            <p>
              <strong>Simulator</strong>
              <span
                >Nothing here is real${''}<span class="wide"
                  >: no organization, no mail, no person</span
                >.</span
              >
            </p>
            ${aside ?? ''}
          </div>
        </header>
        ${main}
      </body>
    </html>`.html
}
