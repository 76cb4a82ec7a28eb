/** An authorize request, or an invitation, that a person opens, and the cookie of the browser in which they do. */
export interface BrowserlessVisit {
  readonly address: string
  readonly mail: string
  readonly cookie: string
}

/** Where it led: the address of the client's, or the words of a page that does not lead back. */
export interface BrowserlessArrival {
  readonly location: string | undefined
  readonly page: string
  readonly cookie: string
  /** Whether the person saw a page on the way. */
  readonly wasAsked: boolean
}

/**
 * Goes through the pages of a sign-in, or of an invitation, as somebody would in a browser: picks
 * their account, types the code that arrives by mail, and agrees to what is asked.
 */
export async function visitWithoutBrowser({
  address,
  mail,
  cookie,
}: BrowserlessVisit): Promise<BrowserlessArrival> {
  const { origin } = new URL(address)
  let session = cookie
  let reply = await open(address, session)
  let isAsked = false
  for (let pages = 0; pages < 6; pages += 1) {
    const { location, text } = reply
    session = reply.cookie ?? session
    const form = formFor(text, mail)
    if (location !== undefined || !form || (isAsked && form === 'picker')) {
      return { location, page: wordsOf(text), cookie: session, wasAsked: isAsked }
    }
    isAsked = true
    const answers = form === 'picker' ? { mail } : form
    reply = await send(new URL(actionIn(text), origin), session, {
      ...answers,
      ...('code' in answers ? { code: await readCode(origin, mail) } : {}),
    })
  }
  throw new Error('The sign-in does not end.')
}

interface Reply {
  /** An address of somebody else's. */
  readonly location: string | undefined
  readonly text: string
  readonly cookie: string | undefined
}

/** Follows the doors of the simulator itself. */
async function open(address: string, cookie: string): Promise<Reply> {
  const reply = await read(await fetch(address, { headers: { cookie }, redirect: 'manual' }))
  if (reply.location === undefined) return reply
  const next = new URL(reply.location, address)
  return next.origin === new URL(address).origin ? open(next.href, cookie) : reply
}

async function send(
  { origin, href }: URL,
  cookie: string,
  form: Readonly<Record<string, string>>,
): Promise<Reply> {
  const body = new URLSearchParams(form)
  return read(
    await fetch(href, { method: 'POST', headers: { origin, cookie }, body, redirect: 'manual' }),
  )
}

async function read(reply: Response): Promise<Reply> {
  return {
    location: reply.headers.get('location') ?? undefined,
    text: await reply.text(),
    cookie: reply.headers.getSetCookie()[0]?.split(';')[0],
  }
}

/** What somebody does on a page; undefined where there is nothing to do. */
function formFor(page: string, mail: string): Record<string, string> | 'picker' | undefined {
  if (page.includes('name="code"')) return { mail, code: '' }
  if (page.includes('name="approve"')) return { mail, approve: 'yes' }
  if (page.includes('name="terms"')) return { mail, accept: 'yes', terms: 'yes' }
  if (page.includes('name="accept"')) return { mail, accept: 'yes' }
  return page.includes('name="mail"') ? 'picker' : undefined
}

function actionIn(page: string): string {
  const [, action = ''] = /<form method="post" action="([^"]*)"/.exec(page) ?? []
  return action.replaceAll('&amp;', '&').replaceAll('&#39;', "'")
}

function wordsOf(page: string): string {
  return page.replaceAll(/<[^>]*>|\s+/g, ' ')
}

async function readCode(url: string, to: string): Promise<string> {
  const mails = (await (await fetch(`${url}/simulator/mails`)).json()) as {
    to: string
    text: string
  }[]
  const code = mails
    .find((mail) => mail.to === to)
    ?.text.match(/\d{8}/)
    ?.at(0)
  if (!code) throw new Error(`No code was sent to ${to}`)
  return code
}
