import { z } from 'zod'
import type { SignInFault } from '../../../domain/school-sign-in.ts'
import type { Outward } from '../../services/outward.ts'
import type { WeComAddresses } from '../../services/wecom-addresses.ts'
import { notReached, type Said, SignInFailed, type University, type Way } from './way.ts'

/** Seconds before its end at which a token is asked for anew. */
const EARLY = 300
/** Of so many universities at once. */
const MOST_KEPT = 500

/** What WeCom says is wrong (企业微信 global error codes). */
const FAULT_OF: Readonly<Record<number, SignInFault>> = {
  [-1]: 'unreachable',
  40001: 'client-refused',
  40013: 'client-refused',
  40029: 'code-refused',
  60020: 'address-not-listed',
}
const TOKEN_OVER = [40014, 42001]

const answer = z.object({
  errcode: z.int(),
  errmsg: z.string().default(''),
  access_token: z.string().optional(),
  expires_in: z.number().optional(),
  userid: z.string().optional(),
})
type Answer = z.infer<typeof answer>

const failedBy = ({ errcode, errmsg }: Answer, otherwise: SignInFault) =>
  new SignInFailed(FAULT_OF[errcode] ?? otherwise, new Error(`${errcode} ${errmsg}`))

type Token = { readonly text: string; readonly until: number }

/**
 * WeCom: a code is shown with a token of the university's application, which says the user id of a member. In a browser its
 * page shows a picture to scan, within its own app it asks nothing. A token is kept as long as WeCom says, for it counts how
 * often it is asked.
 */
export function wecom(outward: Outward, addresses: WeComAddresses): Way {
  const tokens = new Map<string, Promise<Token>>()
  const keyOf = ({ clientId, secret }: University) => JSON.stringify([clientId, secret])

  const ask = async (path: string, query: Record<string, string>): Promise<Answer> => {
    let response: Response
    try {
      response = await outward.fetch(`${addresses.api}/cgi-bin/${path}?${new URLSearchParams(query)}`)
    } catch (error) {
      throw notReached(error)
    }
    const said = answer.safeParse(await response.json().catch(() => null))
    if (!response.ok || !said.success)
      throw new SignInFailed('not-of-this-kind', new Error(`status ${response.status}`))
    return said.data
  }
  const askToken = async ({ clientId, secret }: University): Promise<Token> => {
    const said = await ask('gettoken', { corpid: clientId, corpsecret: secret ?? '' })
    const { access_token: text, expires_in: seconds = 0 } = said
    if (said.errcode !== 0 || !text) throw failedBy(said, 'client-refused')
    return { text, until: performance.now() + Math.max(0, seconds - EARLY) * 1000 }
  }
  const beginToken = (of: University): Promise<Token> => {
    const key = keyOf(of)
    if (tokens.size >= MOST_KEPT) tokens.clear()
    const token = askToken(of)
    tokens.set(key, token)
    // A refusal is not kept.
    token.catch(() => tokens.get(key) === token && tokens.delete(key))
    return token
  }
  /** The one that is kept, or another where it is over or is the one that WeCom has refused: asked for once by however many. */
  const tokenFor = async (of: University, refused: string | null): Promise<string> => {
    const key = keyOf(of)
    const kept = tokens.get(key)
    if (kept) {
      const { text, until } = await kept
      if (text !== refused && until > performance.now()) return text
      if (tokens.get(key) === kept) tokens.delete(key)
    }
    return (await (tokens.get(key) ?? beginToken(of))).text
  }
  const askWho = async (of: University, code: string): Promise<Answer> => {
    const token = await tokenFor(of, null)
    const said = await ask('auth/getuserinfo', { access_token: token, code })
    if (!TOKEN_OVER.includes(said.errcode)) return said
    // Taken back before its time: the code was not looked at.
    return ask('auth/getuserinfo', { access_token: await tokenFor(of, token), code })
  }

  return {
    async begin(of, { redirectUri, state }, { anew, userAgent }) {
      // That the university is known, with this secret, from here.
      if (anew) await beginToken(of)
      const { clientId, agentId } = of
      const here = { appid: clientId, agentid: agentId, redirect_uri: redirectUri, state }
      if (!/wxwork/i.test(userAgent))
        return `${addresses.scan}?${new URLSearchParams({ login_type: 'CorpApp', ...here })}`
      const within = new URLSearchParams({ ...here, response_type: 'code', scope: 'snsapi_base' })
      return `${addresses.within}?${within}#wechat_redirect`
    },
    async finish(of, _round, brought): Promise<Said> {
      const code = brought.get('code')
      if (!code) throw new SignInFailed('person-refused')
      const said = await askWho(of, code)
      if (said.errcode !== 0)
        throw failedBy(said, TOKEN_OVER.includes(said.errcode) ? 'client-refused' : 'code-refused')
      // Whoever is no member has another kind of id, which stands in nobody's roster.
      if (!said.userid) throw new SignInFailed('not-a-member')
      return { userid: said.userid }
    },
  }
}
