import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'

/** Opens a server on a free port of this machine; what it answers may depend on where it turned out to be. */
const listen = async (handler: (issuer: string) => Parameters<typeof createServer>[1]) => {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const answers = handler(issuer)
  if (answers !== undefined) server.on('request', answers)
  return { server, issuer, close: () => new Promise((done) => server.close(done)) }
}

export interface KnownPerson {
  readonly name: string
  readonly groups: readonly string[]
}

/** A certified identity provider on this machine, with the people it knows; they sign in by name, whatever the password. */
export const openIdentityProvider = async (people: Readonly<Record<string, KnownPerson>>) => {
  const place = await listen(() => undefined)
  const serve = (redirect: string, signedOut: string): void => {
    const provider = new Provider(place.issuer, {
      clients: [
        {
          client_id: 'suanpan',
          client_secret: 'a secret / with + signs',
          redirect_uris: [redirect],
          post_logout_redirect_uris: [signedOut],
        },
      ],
      cookies: { keys: ['only for tests'] },
      conformIdTokenClaims: false,
      claims: { openid: ['sub'], profile: ['name', 'preferred_username', 'groups'], email: ['email'] },
      findAccount: async (_context, id) => ({
        accountId: id,
        claims: async () => ({ sub: id, preferred_username: id, name: people[id]?.name, groups: people[id]?.groups }),
      }),
      pkce: { required: () => true },
    })
    const answers = provider.callback()
    place.server.on('request', (request, response) => void answers(request, response))
  }
  return { issuer: place.issuer, serve, close: place.close }
}

/** A browser as far as a sign-in needs one: it keeps cookies and fills in the provider's forms. */
export const signInThere = async (address: string, person: string): Promise<URL> => {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Readonly<Record<string, string>>): Promise<Response> => {
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    return reply
  }
  const origin = new URL(address).origin
  let reply = await ask(address)
  for (let step = 0; step < 12; step += 1) {
    const next = reply.headers.get('location')
    if (next !== null) {
      const url = new URL(next, origin)
      if (url.origin !== origin) return url
      reply = await ask(url.href)
      continue
    }
    const page = await reply.text()
    const action = /<form[^>]+action="([^"]+)"/.exec(page)?.[1]
    if (action === undefined) throw new Error(`the provider says: ${page.slice(0, 500)}`)
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
    reply = await ask(new URL(action, origin).href, { prompt, login: person, password: 'any' })
  }
  throw new Error('the provider never came to an end')
}

export interface Lie {
  /** Claims beside, or instead of, the true ones. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly issuer?: string
  readonly audience?: string
  readonly issuedAgo?: number
  readonly expiresIn?: number
  /** Signed by a key that it does not publish. */
  readonly otherKey?: boolean
  readonly unsigned?: boolean
}

/** A provider that can be told to lie: the token it gives out is made as asked. */
export const openLyingProvider = async () => {
  const own = await generateKeyPair('RS256', { extractable: true })
  const other = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const told: { lie: Lie; nonce: string; discovery: Readonly<Record<string, unknown>> } = {
    lie: {},
    nonce: '',
    discovery: {},
  }
  const token = async (issuer: string): Promise<string> => {
    const { claims = {}, audience = 'suanpan', issuedAgo = 0, expiresIn = 300, otherKey, unsigned } = told.lie
    const now = Math.floor(Date.now() / 1000)
    const payload = { nonce: told.nonce, preferred_username: 'mallory', sub: 'mallory', ...claims }
    const times = { iat: now - issuedAgo, exp: now + expiresIn }
    const said = { ...payload, iss: told.lie.issuer ?? issuer, aud: audience, ...times }
    if (unsigned === true) {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${part({ alg: 'none' })}.${part(said)}.`
    }
    const key = otherKey === true ? other.privateKey : own.privateKey
    return new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key)
  }
  const place = await listen((issuer) => (request, response) => {
    const say = (body: object): void => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    }
    if (request.url?.endsWith('/openid-configuration') === true)
      say({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        ...told.discovery,
      })
    else if (request.url === '/jwks') say({ keys: [jwk] })
    else void token(issuer).then((id_token) => say({ id_token, access_token: 'x', token_type: 'Bearer' }))
  })
  return { issuer: place.issuer, told, close: place.close }
}
