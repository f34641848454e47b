/**
 * 接口令牌: by which a program of a school's or an employer's reads and prepares. It signs nothing, decides nothing and
 * publishes nothing: what is prepared waits for a person (docs/decisions/0087-tokens-and-webhooks.md).
 */
import { type Day, isOver } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** What a token of each kind of owner may be for. */
export const SCOPES_OF = {
  school: ['cases.read', 'students.read', 'figures.read', 'roster.prepare'],
  employer: ['cases.read', 'recruiting.read', 'posts.prepare', 'invitations.prepare'],
} as const
export type TokenOwnerKind = keyof typeof SCOPES_OF
export type TokenScope = (typeof SCOPES_OF)[TokenOwnerKind][number]
export const TOKEN_SCOPES = [...new Set(Object.values(SCOPES_OF).flat())]

/** So many an owner has at once. */
export const MOST_TOKENS = 20

/** Refuses `tokens-too-many` where one more would be. */
export function refuseOneMoreToken(kept: number): void {
  if (kept >= MOST_TOKENS) throw new Refusal('tokens-too-many', { limit: MOST_TOKENS })
}

/** Open; past its last day; or stopped, because whoever made it is no longer an administrator or owner there. */
export const TOKEN_STATES = ['open', 'over', 'stopped'] as const
export type TokenState = (typeof TOKEN_STATES)[number]

export function tokenState(
  { endsOn, makerStands }: { readonly endsOn: Day; readonly makerStands: boolean },
  at: Date,
): TokenState {
  if (isOver(endsOn, at)) return 'over'
  return makerStands ? 'open' : 'stopped'
}

/** As the journal and every history name a program: by what its owner calls the token, never by whoever made it. */
export const actorNameOf = (tokenName: string) => `接口 ${tokenName}`
