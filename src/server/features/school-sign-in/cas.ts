import { SaxesParser } from 'saxes'
import type { SignInFault } from '../../../domain/school-sign-in.ts'
import type { Outward } from '../../services/outward.ts'
import { notReached, type Said, SignInFailed, type University, type Way } from './way.ts'

const CAS = 'http://www.yale.edu/tp/cas'
/** What a server says of a ticket that nobody has given, however it says it. */
const NOBODYS = 'ST-0-not-a-ticket'

type Answer = { readonly failure: string | null; readonly said: Said }

/** What `serviceValidate` answers (CAS protocol 3.0 §2.5); throws SignInFailed for what is no such answer. */
function readAnswer(xml: string): Answer {
  const parser = new SaxesParser({ xmlns: true })
  const path: string[] = []
  const said: Record<string, string> = Object.create(null)
  let text = ''
  let failure: string | null = null
  let isAnswer = false
  let problem: unknown = null
  parser.on('error', (error) => {
    problem ??= error
  })
  // Nothing is declared in such an answer.
  parser.on('doctype', () => {
    problem ??= new Error('a document type')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (path.length === 0) isAnswer = uri === CAS && local === 'serviceResponse'
    path.push(local)
    text = ''
    if (path.length === 2 && local === 'authenticationFailure') failure = attributes.code?.value ?? ''
  })
  parser.on('text', (part) => {
    text += part
  })
  parser.on('cdata', (part) => {
    text += part
  })
  parser.on('closetag', ({ local }) => {
    const place = path.slice(1, -1).join('/')
    // The first of several values, as of a person with several mail addresses.
    if (place === 'authenticationSuccess' && local === 'user') said.user = text.trim()
    if (place === 'authenticationSuccess/attributes') said[local] ??= text.trim()
    path.pop()
    text = ''
  })
  parser.write(xml).close()
  if (problem || !isAnswer) throw new SignInFailed('not-of-this-kind', problem)
  return { failure, said }
}

const FAULT_OF: Readonly<Record<string, SignInFault>> = {
  INVALID_SERVICE: 'service-refused',
  UNAUTHORIZED_SERVICE: 'service-refused',
}

/** CAS 3.0: a ticket for this one service, whose address holds the state, is shown to the server once. */
export function cas(outward: Outward): Way {
  const serviceOf = (redirectUri: string, state: string) => `${redirectUri}?state=${state}`
  const at = ({ server }: University, path: string, query: Record<string, string>) =>
    `${server.replace(/\/+$/, '')}/${path}?${new URLSearchParams(query)}`

  const validate = async (of: University, service: string, ticket: string): Promise<Answer> => {
    let answer: Awaited<ReturnType<Outward['fetch']>>
    try {
      answer = await outward.fetch(at(of, 'p3/serviceValidate', { service, ticket }))
    } catch (error) {
      throw notReached(error)
    }
    if (!answer.ok) throw new SignInFailed('not-of-this-kind', new Error(`status ${answer.status}`))
    return readAnswer(await answer.text())
  }

  return {
    async begin(of, { redirectUri, state }, { anew }) {
      const service = serviceOf(redirectUri, state)
      // That it is a CAS at all is seen by its saying no.
      if (anew) {
        const { failure } = await validate(of, service, NOBODYS)
        if (failure === null) throw new SignInFailed('not-of-this-kind')
        if (FAULT_OF[failure]) throw new SignInFailed(FAULT_OF[failure])
      }
      const login = at(of, 'login', { service })
      if (!outward.isAllowed(login)) throw new SignInFailed('not-https')
      return login
    },
    async finish(of, { redirectUri, state }, answer): Promise<Said> {
      const ticket = answer.get('ticket')
      if (!ticket) throw new SignInFailed('person-refused')
      const { failure, said } = await validate(of, serviceOf(redirectUri, state), ticket)
      if (failure !== null) throw new SignInFailed(FAULT_OF[failure] ?? 'ticket-refused', new Error(failure))
      return said
    },
  }
}
