import { html, type Html } from './html.ts'
import type { Part } from './stand-ins.ts'
import type { MailText } from './text.ts'

/** A line of a text in its parts, as they may be shown. */
export type Spoken = (line: string) => readonly Part[]

export interface HtmlSetting {
  readonly language: string
  readonly organization: string
  readonly publicOrigin: string
  readonly text: MailText
  readonly spoken: Spoken
  readonly button: { readonly label: string; readonly address: string } | undefined
}

/** The colours of the portal in light; what mail programs take in dark stands in {@link inTheDark}. */
const page = 'margin:0;padding:32px 16px;background:#F8F6F1;color:#1B211E'
const font = 'font-family:Segoe UI,system-ui,-apple-system,sans-serif'
const card =
  'max-width:520px;margin:0 auto;padding:32px;border:1px solid #E2DED4;border-radius:16px;background:#FFFFFF'
const door =
  'display:inline-block;box-sizing:border-box;width:32px;height:38px;padding-top:9px;border-radius:16px 16px 4px 4px;background:#22614C;color:#FFFFFF;font-size:17px;line-height:24px;font-weight:650;text-align:center;vertical-align:middle'
const house =
  'display:inline-block;margin-inline-start:12px;color:#3B433F;font-size:17px;line-height:26px;font-weight:650;vertical-align:middle'
const title =
  'margin:24px 0 16px;color:#1B211E;font-family:Newsreader,Georgia,serif;font-size:26px;line-height:34px;font-weight:560;letter-spacing:-0.012em;overflow-wrap:anywhere'
const paragraph =
  'margin:0 0 16px;color:#1B211E;font-size:17px;line-height:26px;overflow-wrap:anywhere'
const verbatim =
  'font-family:Consolas,Menlo,monospace;font-size:13px;line-height:18px;overflow-wrap:anywhere'
const act =
  'display:inline-block;margin:8px 0 24px;padding:10px 20px;border-radius:8px;background:#22614C;color:#FFFFFF;font-size:15px;line-height:22px;font-weight:650;text-decoration:none'
const small =
  'margin:8px 0 0;padding-top:16px;border-top:1px solid #ECE9E1;color:#59615C;font-size:15px;line-height:22px;overflow-wrap:anywhere'
const foot =
  'max-width:520px;margin:16px auto 0;color:#59615C;font-size:13px;line-height:18px;text-align:center'

const inTheDark = `
      @media (prefers-color-scheme: dark) {
        .page { background: #151917 !important; color: #F3F1EC !important; }
        .card { background: #1F2422 !important; border-color: #343B38 !important; }
        .door { background: #33765F !important; color: #FFFFFF !important; }
        .house { color: #D3D5D1 !important; }
        .title, .paragraph { color: #F3F1EC !important; }
        .act { background: #7AB59E !important; color: #01120C !important; }
        .small { color: #A9AFAB !important; border-color: #2A302D !important; }
        .foot, .foot a { color: #A9AFAB !important; }
      }
      @media (max-width: 600px) {
        .page { padding: 16px !important; }
        .card { padding: 24px 20px !important; }
      }
    `

/** One mail as HTML: it loads nothing, nothing in it runs, and its only links are the portal's. */
export function renderHtml({
  language,
  organization,
  publicOrigin,
  text,
  spoken,
  button,
}: HtmlSetting): string {
  const say = (line: string): Html =>
    html`${spoken(line).map((part) => (part.isName ? html`<bdi>${part.text}</bdi>` : html`${part.text}`))}`
  return html`<!doctype html>
    <html lang="${language}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${plainOf(spoken, text.subject)}</title>
        <style>
          ${{ html: inTheDark }}
        </style>
      </head>
      <body class="page" style="${page};${font}">
        <div class="card" style="${card}">
          <div>
            <span class="door" style="${door}" aria-hidden="true">${initialOf(organization)}</span>
            <span class="house" style="${house}"><bdi>${organization}</bdi></span>
          </div>
          <h1 class="title" style="${title}">${say(text.subject)}</h1>
          <p class="paragraph" style="${paragraph}">${say(text.greeting)}</p>
          ${text.paragraphs.map(
            (line) => html`<p class="paragraph" style="${paragraph}">${say(line)}</p> `,
          )}${
            text.verbatim === undefined
              ? ''
              : html`<p class="paragraph" style="${paragraph};${verbatim}">${text.verbatim}</p> `
          }${
            button
              ? html`<a class="act" href="${button.address}" style="${act}">${button.label}</a> `
              : ''
          }
          <p class="small" style="${small}">${say(text.why)}</p>
        </div>
        <p class="foot" style="${foot}">
          <a href="${publicOrigin}/" style="color:#59615C">${hostOf(publicOrigin)}</a>
        </p>
      </body>
    </html> `.html
}

function plainOf(spoken: Spoken, line: string): string {
  return spoken(line)
    .map(({ text }) => text)
    .join('')
}

function initialOf(name: string): string {
  const [letter = ''] = /[\p{L}\p{N}]/u.exec(name) ?? []
  return letter.toLocaleUpperCase()
}

function hostOf(origin: string): string {
  return new URL(origin).host
}
