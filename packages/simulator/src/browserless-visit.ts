/** An authorize request that a person opens, and the cookie of the browser in which they do. */
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
 * Goes through the pages of a sign-in as somebody would in a browser: picks their account, types the
 * code that arrives by mail, and agrees to what is asked.
 */
export async function visitWithoutBrowser({
  address,
  mail,
  cookie,
}: BrowserlessVisit): Promise<BrowserlessArrival> {
  const { origin, pathname, search, searchParams } = new URL(address)
  let session = cookie
  if (cookie || searchParams.get('prompt') === 'none') {
    const reply = await fetch(address, { headers: { cookie }, redirect: 'manual' })
    const page = wordsOf(await reply.text())
    const location = reply.headers.get('location') ?? undefined
    if (location !== undefined || reply.status >= 400) {
      return { location, page, cookie, wasAsked: false }
    }
  }
  let form: Record<string, string> = { mail }
  for (let pages = 0; pages < 4; pages += 1) {
    const reply = await fetch(`${origin}/${pathname.split('/')[1]}/login${search}`, {
      method: 'POST',
      headers: { origin, cookie: session },
      body: new URLSearchParams(form),
      redirect: 'manual',
    })
    session = reply.headers.getSetCookie()[0]?.split(';')[0] ?? session
    const location = reply.headers.get('location') ?? undefined
    const text = await reply.text()
    if (location !== undefined) return { location, page: '', cookie: session, wasAsked: true }
    if (text.includes('name="code"')) form = { mail, code: await readCode(origin, mail) }
    else if (text.includes('name="approve"')) form = { mail, approve: 'yes' }
    else if (text.includes('name="accept"')) form = { mail, accept: 'yes' }
    else return { location, page: wordsOf(text), cookie: session, wasAsked: true }
  }
  throw new Error('The sign-in does not end.')
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
