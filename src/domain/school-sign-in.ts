import type { Portal } from './portal.ts'
import { Refusal, RefusedFields } from './refusal.ts'

/** How a university lets its people in: OpenID Connect, CAS 3.0, or WeCom (企业微信). */
export const SIGN_IN_WAYS = ['oidc', 'cas', 'wecom'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** What has to be entered for each: WeCom is in one place for everybody. */
export const ASKED_FOR: Readonly<
  Record<SignInWay, readonly ('server' | 'clientId' | 'agentId' | 'claim')[]>
> = {
  oidc: ['server', 'clientId', 'claim'],
  cas: ['server', 'claim'],
  wecom: ['clientId', 'agentId'],
}
export const isAskedFor = (way: SignInWay, field: (typeof ASKED_FOR)[SignInWay][number]): boolean =>
  ASKED_FOR[way].includes(field)

/** Whose doors it can open: those who are of a school. */
export const SIGN_IN_PORTALS = ['student', 'school'] as const satisfies readonly Portal[]
export type SignInPortal = (typeof SIGN_IN_PORTALS)[number]

/** What is wrong with a sign-in, as an administrator reads it who tries it. */
export const SIGN_IN_FAULTS = [
  'not-https',
  'private-address',
  'unreachable',
  'not-of-this-kind',
  'issuer-differs',
  'endpoint-missing',
  'client-refused',
  'code-refused',
  'person-refused',
  'token-wrong',
  'ticket-refused',
  'service-refused',
  'claim-missing',
  'address-not-listed',
  'not-a-member',
] as const
export type SignInFault = (typeof SIGN_IN_FAULTS)[number]

const UNREACHED: readonly SignInFault[] = ['unreachable', 'private-address', 'not-https']

/** As people at the door are told, with what an administrator needs to know. */
export const refusalOfFault = (fault: SignInFault): Refusal =>
  new Refusal(UNREACHED.includes(fault) ? 'sign-in-unreachable' : 'sign-in-refused', { fault })

export type SchoolSignIn = {
  readonly way: SignInWay
  /** The issuer, or where CAS is; empty where it is not asked for. */
  readonly server: string
  /** Of WeCom the id of the university (CorpID). */
  readonly clientId: string
  /** Of WeCom the application (AgentId). */
  readonly agentId: string
  /** Which claim is the student number; of CAS the empty text is the name it gives. */
  readonly claim: string
  /** Whether staff come in by it too, by their log-ins. */
  readonly alsoStaff: boolean
}

/** Whether a secret that is kept goes with what is saved: never to another server, nor for another client. */
export const keepsSecret = (before: SchoolSignIn | null, after: SchoolSignIn): boolean =>
  before !== null &&
  before.way === after.way &&
  before.server === after.server &&
  before.clientId === after.clientId

/** WeCom answers nobody without the application's secret. */
export function refuseWithoutSecret({ way }: Pick<SchoolSignIn, 'way'>, hasSecret: boolean): void {
  if (way === 'wecom' && !hasSecret) throw new RefusedFields('invalid-input', ['secret'])
}

type Standing = {
  readonly enabled: boolean
  readonly triedAt: Date | null
  readonly alsoStaff: boolean
}

/** Whether people of this portal are let in by it. */
export const opensDoor = ({ enabled, alsoStaff }: Omit<Standing, 'triedAt'>, portal: SignInPortal): boolean =>
  enabled && (portal === 'student' || alsoStaff)

/** Nobody is sent to a sign-in by which nobody has come in yet. */
export function refuseToEnable({ triedAt }: Pick<Standing, 'triedAt'>): void {
  if (!triedAt) throw new Refusal('sign-in-not-tried')
}

type Account = { readonly id: string; readonly passwordHash: string | null }

/** Staff come in by it once they have begun by their link: who they are is the administrator's word. */
export function refuseUnknown<A extends Account>(
  account: A | undefined,
  portal: SignInPortal,
  number: string,
): asserts account is A {
  if (!account || (portal === 'school' && account.passwordHash === null))
    throw new Refusal('sign-in-unknown', { number })
}
