import * as client from 'openid-client'
import { type Outward, OutwardRefused } from '../../services/outward.ts'
import { type Said, SignInFailed, type University, type Way } from './way.ts'

/** Milliseconds for which what a university says of itself is not asked again. */
const KEPT = 10 * 60_000
/** Of so many universities at once. */
const MOST_KEPT = 500

const causesOf = (error: unknown): unknown[] => {
  const causes: unknown[] = []
  for (let one = error; one instanceof Error && causes.length < 8; one = one.cause) causes.push(one)
  return causes
}

/** What was wrong before anything was said: the address was not asked, or nobody answered. Null where there was an answer. */
function unreached(error: unknown): SignInFailed | null {
  const causes = causesOf(error)
  const refused = causes.find((one) => one instanceof OutwardRefused)
  if (refused) return new SignInFailed(refused.reason, error)
  const isSilent = causes.some(
    (one) => one instanceof TypeError || (one instanceof Error && one.name === 'TimeoutError'),
  )
  return isSilent ? new SignInFailed('unreachable', error) : null
}

const isOfClient = (error: unknown): error is client.ClientError => error instanceof client.ClientError
const DIFFERS = 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'

/** What was wrong with what a university says of itself. */
function failedToDiscover(error: unknown): unknown {
  if (!isOfClient(error)) return unreached(error) ?? error
  if (error.code === DIFFERS) return new SignInFailed('issuer-differs', error)
  return unreached(error) ?? new SignInFailed('not-of-this-kind', error)
}

const OF_CLIENT = ['invalid_client', 'unauthorized_client']

/** What was wrong with what it says of a person. */
function failedToGrant(error: unknown): unknown {
  if (error instanceof client.AuthorizationResponseError) return new SignInFailed('person-refused', error)
  if (error instanceof client.WWWAuthenticateChallengeError) return new SignInFailed('client-refused', error)
  if (error instanceof client.ResponseBodyError)
    return new SignInFailed(OF_CLIENT.includes(error.error) ? 'client-refused' : 'code-refused', error)
  const silent = unreached(error)
  if (silent) return silent
  return isOfClient(error) ? new SignInFailed('token-wrong', error) : error
}

/** By the way that the university offers; without a secret the client is a public one. */
const authenticationBy = (secret: string | null): client.ClientAuth => {
  if (secret === null) return client.None()
  const [post, basic] = [client.ClientSecretPost(secret), client.ClientSecretBasic(secret)]
  return (server, ...rest) => {
    const offered = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (offered.includes('client_secret_basic') ? basic : post)(server, ...rest)
  }
}

/** OpenID Connect: the authorization code with PKCE, state and nonce; what signs an ID token is asked of the issuer. */
export function oidc(outward: Outward): Way {
  const kept = new Map<string, { readonly configuration: client.Configuration; readonly until: number }>()

  const discover = async ({ server, clientId, secret }: University) => {
    const issuer = new URL(server)
    const mayBePlain = issuer.protocol === 'http:' && outward.isAllowed(server)
    try {
      return await client.discovery(issuer, clientId, undefined, authenticationBy(secret), {
        [client.customFetch]: (url, { body, ...options }) =>
          outward.fetch(url, { ...options, body: body ?? null }),
        execute: [client.enableNonRepudiationChecks, ...(mayBePlain ? [client.allowInsecureRequests] : [])],
      })
    } catch (error) {
      throw failedToDiscover(error)
    }
  }
  const discovered = async (of: University, anew: boolean): Promise<client.Configuration> => {
    const key = JSON.stringify([of.server, of.clientId, of.secret])
    const before = kept.get(key)
    if (before && before.until > performance.now() && !anew) return before.configuration
    const configuration = await discover(of)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, { configuration, until: performance.now() + KEPT })
    return configuration
  }

  return {
    async begin(of, { redirectUri, state, nonce, verifier }, { anew }) {
      const configuration = await discovered(of, anew)
      const { authorization_endpoint: endpoint, token_endpoint } = configuration.serverMetadata()
      // A browser is sent there, so it must be a page of the web and no script.
      if (!endpoint || !token_endpoint) throw new SignInFailed('endpoint-missing')
      if (!outward.isAllowed(endpoint)) throw new SignInFailed('not-https')
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return url.href
    },
    async finish(of, { redirectUri, state, nonce, verifier }, answer): Promise<Said> {
      const configuration = await discovered(of, false)
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      }
      try {
        const url = new URL(`${redirectUri}?${answer}`)
        const tokens = await client.authorizationCodeGrant(configuration, url, checks)
        const claims = tokens.claims() ?? {}
        const { userinfo_endpoint: more } = configuration.serverMetadata()
        if (Object.hasOwn(claims, of.claim) || !more) return claims
        const { sub } = claims as { sub: string }
        return { ...(await client.fetchUserInfo(configuration, tokens.access_token, sub)), ...claims }
      } catch (error) {
        throw failedToGrant(error)
      }
    },
  }
}
