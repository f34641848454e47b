import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

type Answering = (request: IncomingMessage, url: URL, response: ServerResponse) => Promise<void> | void

async function listening(answer: Answering) {
  const server = createServer(async (request, response) => {
    await answer(request, new URL(request.url!, 'http://127.0.0.1'), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { address: `http://127.0.0.1:${port}`, stop }
}

const send = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const sendTo = (response: ServerResponse, url: URL) => response.writeHead(302, { location: url.href }).end()

/** An OpenID provider as universities run them: whoever comes is `person` already. What it says wrongly is set in `wrong`. */
export async function startOidcProvider(client: {
  id: string
  secret: string
  redirectUri: string
  /** Where a browser finds that page, if it is not found there. */
  reachedAt?: string
}) {
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const stranger = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const given = new Map<string, { nonce: string; challenge: string; redirectUri: string }>()
  const wrong: {
    issuer?: string
    audience?: string
    nonce?: string
    subject?: boolean
    ageInSeconds?: number
    key?: boolean
    metadata?: object
  } = {}
  let person: JWTPayload = { sub: 'nobody' }
  let more: object | null = null

  const discovery = () => ({
    issuer: at.address,
    authorization_endpoint: `${at.address}/authorize`,
    token_endpoint: `${at.address}/token`,
    jwks_uri: `${at.address}/jwks`,
    ...(more && { userinfo_endpoint: `${at.address}/userinfo` }),
    response_types_supported: ['code'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    ...wrong.metadata,
  })
  const idToken = (nonce: string) => {
    const now = Math.floor(Date.now() / 1000) - (wrong.ageInSeconds ?? 0)
    return new SignJWT({ ...person, nonce: wrong.nonce ?? nonce })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(wrong.issuer ?? at.address)
      .setAudience(wrong.audience ?? client.id)
      .setIssuedAt(now)
      .setExpirationTime(now + 300)
      .sign(wrong.key ? stranger.privateKey : privateKey)
  }
  const token = async (request: IncomingMessage, response: ServerResponse) => {
    const form = new URLSearchParams(await text(request))
    const basic = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64').toString()
    // Form-encoded each (RFC 6749 §2.3.1).
    const [id, secret] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
    if (id !== client.id || secret !== client.secret) return send(response, 401, { error: 'invalid_client' })
    const code = given.get(form.get('code') ?? '')
    given.delete(form.get('code') ?? '')
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!code || code.redirectUri !== form.get('redirect_uri') || code.challenge !== challenge)
      return send(response, 400, { error: 'invalid_grant' })
    const tokens = { access_token: 'a', token_type: 'bearer', id_token: await idToken(code.nonce) }
    return send(response, 200, tokens)
  }
  const authorize = (url: URL, response: ServerResponse) => {
    const asked = (name: string) => url.searchParams.get(name) ?? ''
    if (asked('client_id') !== client.id || asked('redirect_uri') !== client.redirectUri)
      return send(response, 400, { error: 'invalid_request' })
    const code = randomUUID()
    given.set(code, {
      nonce: asked('nonce'),
      challenge: asked('code_challenge'),
      redirectUri: asked('redirect_uri'),
    })
    const back = new URL(client.reachedAt ?? client.redirectUri)
    back.searchParams.set('code', code)
    back.searchParams.set('state', asked('state'))
    return sendTo(response, back)
  }
  const at = await listening(async (request, url, response) => {
    if (url.pathname === '/.well-known/openid-configuration') send(response, 200, discovery())
    else if (url.pathname === '/jwks') send(response, 200, { keys: [jwk] })
    else if (url.pathname === '/authorize') authorize(url, response)
    else if (url.pathname === '/token') await token(request, response)
    else if (url.pathname === '/userinfo') send(response, 200, { sub: person.sub, ...more })
    else send(response, 404, {})
  })
  return {
    ...at,
    wrong,
    /** Who comes from now on; `beside` is said only by the userinfo endpoint. */
    comes(claims: JWTPayload, beside: object | null = null) {
      person = claims
      more = beside
    },
  }
}

const XMLNS = 'xmlns:cas="http://www.yale.edu/tp/cas"'
const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A CAS 3.0 server: tickets are for one service, once. `says` replaces its answer. */
export async function startCas() {
  const tickets = new Map<string, string>()
  let user = 'nobody'
  let attributes: Record<string, string> = {}
  let said: string | null = null
  const answer = (inner: string) => `<cas:serviceResponse ${XMLNS}>${inner}</cas:serviceResponse>`
  const failure = (code: string) =>
    answer(`<cas:authenticationFailure code="${code}">no</cas:authenticationFailure>`)
  const validate = (url: URL) => {
    const [ticket, service] = [url.searchParams.get('ticket') ?? '', url.searchParams.get('service') ?? '']
    const of = tickets.get(ticket)
    tickets.delete(ticket)
    if (of === undefined) return failure('INVALID_TICKET')
    if (of !== service) return failure('INVALID_SERVICE')
    const more = Object.entries(attributes).map(
      ([name, value]) => `<cas:${name}>${escaped(value)}</cas:${name}>`,
    )
    return answer(
      `<cas:authenticationSuccess><cas:user>${escaped(user)}</cas:user><cas:attributes>${more.join('')}</cas:attributes></cas:authenticationSuccess>`,
    )
  }
  const give = (service: string) => {
    const ticket = `ST-${randomUUID()}`
    tickets.set(ticket, service)
    return ticket
  }
  const at = await listening((_request, url, response) => {
    if (url.pathname === '/cas/p3/serviceValidate') {
      response.writeHead(200, { 'content-type': 'application/xml' }).end(said ?? validate(url))
    } else if (url.pathname === '/cas/login') {
      const back = new URL(url.searchParams.get('service') ?? '')
      back.searchParams.set('ticket', give(back.href))
      sendTo(response, back)
    } else response.writeHead(404).end()
  })
  return {
    ...at,
    address: `${at.address}/cas`,
    give,
    comes(name: string, more: Record<string, string> = {}) {
      user = name
      attributes = more
    },
    says(xml: string | null) {
      said = xml
    },
  }
}

/** WeCom as a university's members see it, with one application. Whoever comes is `userid`, or no member at all. */
export async function startWeCom(application: {
  corpId: string
  agentId: string
  secret: string
  /** Of which pages people are sent back to. */
  trustedHost: string
}) {
  const codes = new Map<string, object>()
  let who: object = { userid: 'nobody' }
  let token: string | null = null
  /** How often each was asked. */
  const asked = { gettoken: 0, getuserinfo: 0 }
  const wrong: { errcode?: number; answer?: string; lifetime?: number } = {}
  const no = (errcode: number) => ({ errcode, errmsg: 'no' })

  const getToken = (query: URLSearchParams) => {
    asked.gettoken++
    if (wrong.errcode) return no(wrong.errcode)
    if (query.get('corpid') !== application.corpId) return no(40013)
    if (query.get('corpsecret') !== application.secret) return no(40001)
    token ??= randomUUID()
    return { errcode: 0, errmsg: 'ok', access_token: token, expires_in: wrong.lifetime ?? 7200 }
  }
  const getUserInfo = (query: URLSearchParams) => {
    asked.getuserinfo++
    if (query.get('access_token') !== token) return no(42001)
    const code = query.get('code') ?? ''
    const said = codes.get(code)
    codes.delete(code)
    return said ? { errcode: 0, errmsg: 'ok', ...said } : no(40029)
  }
  const scan = (url: URL, response: ServerResponse) => {
    const given = (name: string) => url.searchParams.get(name) ?? ''
    const back = new URL(given('redirect_uri'))
    const isKnown = given('appid') === application.corpId && given('agentid') === application.agentId
    // It takes letters and digits, and pages of the trusted name.
    if (!isKnown || !/^[a-zA-Z0-9]{1,128}$/.test(given('state')) || back.host !== application.trustedHost)
      return send(response, 400, no(50001))
    const code = randomUUID()
    codes.set(code, who)
    back.searchParams.set('code', code)
    back.searchParams.set('state', given('state'))
    return sendTo(response, back)
  }
  const at = await listening((_request, url, response) => {
    if (url.pathname === '/cgi-bin/gettoken' || url.pathname === '/cgi-bin/auth/getuserinfo') {
      if (wrong.answer !== undefined) return void response.writeHead(200).end(wrong.answer)
      const answer = url.pathname.endsWith('gettoken') ? getToken : getUserInfo
      send(response, 200, answer(url.searchParams))
    } else if (url.pathname === '/scan' || url.pathname === '/within') scan(url, response)
    else response.writeHead(404).end()
  })
  return {
    ...at,
    addresses: { api: at.address, scan: `${at.address}/scan`, within: `${at.address}/within` },
    asked,
    wrong,
    comes(userid: string) {
      who = { userid }
    },
    comesWithoutMembership() {
      who = { openid: 'o-somebody', external_userid: 'wm-somebody' }
    },
    /** The token that it gave is over, before its time. */
    forgetsToken() {
      token = null
    },
  }
}
