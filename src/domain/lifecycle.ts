import { Refusal, type RefusalCode, type RefusalDetails } from './refusal.ts'

/**
 * Who may act in a lifecycle. Staff act as reviewers; the clock ends what nobody answered; what follows from another
 * case's act (an acceptance forms the agreement, a completed dissolution ends it, a post that is taken down ends what was
 * applied for, as does leaving the roster; an application that is answered ends its interview; a booth that becomes free at a
 * fair is the next employer's) nobody can do by themselves. The platform's operator takes part in no case: no rule names it.
 */
export const ROLES = [
  'student',
  'employer',
  'reviewer',
  'clock',
  'acceptance',
  'dissolution',
  'take-down',
  'enrolment',
  'application',
  'fair',
  'operator',
] as const
export type Role = (typeof ROLES)[number]
/** The two sides of an agreement. */
export const SIDES = ['student', 'employer'] as const
export type Side = (typeof SIDES)[number]
/** The roles that people have, who act on what they have read. */
export type PersonRole = Side | 'reviewer' | 'operator'
const isPerson = (role: Role): role is PersonRole =>
  role === 'student' || role === 'employer' || role === 'reviewer' || role === 'operator'

/** The other of the two sides. */
export const otherSide = (side: Side): Side => (side === 'student' ? 'employer' : 'student')

type Standing<Status extends string = string> = { readonly status: Status; readonly version: number }

/** One row of a lifecycle's table. `from` is null where it comes into being; `to` a function only where a setting or the kind of case decides. */
export type Rule<S extends Standing> = {
  readonly from: readonly S['status'][] | null
  readonly to: S['status'] | ((subject: S) => S['status'])
  readonly by: readonly Role[]
  readonly needsReason?: boolean
  /** May come again and again: refused once the case has been changed so often. What ends or answers never is. */
  readonly repeats?: boolean
}
/** Why not; with details where the person is told more, such as from when it is possible. */
export type No = RefusalCode | { readonly code: RefusalCode; readonly details: RefusalDetails }
/**
 * A case that has been changed so often (its version) is changed no more by acts that may come again and again: far beyond
 * what two sides ever need to agree, and far below what any counter holds. What is left is to answer it, to end it and begin anew.
 */
export const MOST_CHANGES = 50
type Rules<S extends Standing> = Readonly<Record<string, Rule<S>>>
/** What a person can be offered on a case that is there: neither its birth nor what the clock or another case does. */
export type OfferOf<R> = {
  [A in keyof R]: R[A] extends { readonly from: readonly unknown[]; readonly by: readonly (infer By)[] }
    ? [By & PersonRole] extends [never]
      ? never
      : A
    : never
}[keyof R] &
  string

/** `seenVersion`: the version the person had read; null for what is no person and reads nothing. */
export type Command<Action> = {
  readonly action: Action
  readonly role: Role
  readonly seenVersion: number | null
  readonly reason?: string | undefined
  readonly at: Date
}

/** One step that was decided: what the journal tells of. `from` is null at birth. */
export type Step<Action extends string = string, Status extends string = string> = {
  readonly action: Action
  readonly from: Status | null
  readonly to: Status
  readonly reason: string | null
  readonly at: Date
}

export type Lifecycle<S extends Standing, R> = {
  readonly actions: readonly (keyof R & string)[]
  readonly offers: readonly OfferOf<R>[]
  readonly rules: R
  /** Why this role cannot take this action now; null when it can. */
  whyNot(subject: S, action: keyof R & string, role: Role, at: Date): RefusalCode | null
  /** What this role may do now: the buttons of the page. */
  actionsFor(subject: S, role: Role, at: Date): OfferOf<R>[]
  /** The step, or a thrown Refusal: also for a stale `seenVersion` and a missing reason. */
  decide(subject: S, command: Command<keyof R & string>): Step<keyof R & string, S['status']>
  /** The first step of what comes into being; `born` has no status yet. A thrown Refusal where this role begins none. */
  begin(
    born: Omit<S, 'status'>,
    command: Omit<Command<keyof R & string>, 'seenVersion'>,
  ): Step<keyof R & string, S['status']>
}

/**
 * Builds a lifecycle from its table (`domain.md` §3). `guard` holds what a table cannot say:
 * the clock, an open amendment. The same `whyNot` refuses and chooses the buttons.
 */
export function lifecycle<S extends Standing, const R extends Rules<S>>(
  rules: R,
  guard: (subject: S, action: keyof R & string, role: Role, at: Date) => No | null,
): Lifecycle<S, R> {
  type Action = keyof R & string
  const actions = Object.keys(rules) as Action[]
  const ruleOf = (action: Action): Rule<S> => rules[action]!
  const offers = actions.filter((action) => {
    const { from, by } = ruleOf(action)
    return from !== null && by.some(isPerson)
  }) as OfferOf<R>[]

  const answerTo = (subject: S, action: Action, role: Role, at: Date): No | null => {
    const { by, from } = ruleOf(action)
    if (!by.includes(role)) return 'not-your-turn'
    if (!from?.includes(subject.status)) return 'already-moved-on'
    if (ruleOf(action).repeats && subject.version >= MOST_CHANGES)
      return { code: 'changed-too-often', details: { limit: MOST_CHANGES } }
    return guard(subject, action, role, at)
  }
  const whyNot = (subject: S, action: Action, role: Role, at: Date): RefusalCode | null => {
    const no = answerTo(subject, action, role, at)
    return typeof no === 'object' && no ? no.code : no
  }
  const stepTo = (subject: S, from: S['status'] | null, { action, reason, at }: Command<Action>) => {
    const { needsReason, to } = ruleOf(action)
    const words = reason?.trim() || null
    if (needsReason && !words) throw new Refusal('reason-needed')
    return { action, from, to: typeof to === 'function' ? to(subject) : to, reason: words, at }
  }

  return {
    actions,
    offers,
    rules,
    whyNot,
    actionsFor: (subject, role, at) => {
      const may = (action: Action) =>
        ruleOf(action).from !== null && whyNot(subject, action, role, at) === null
      return actions.filter(may) as OfferOf<R>[]
    },
    decide(subject, command) {
      const { action, role, seenVersion, at } = command
      const no = answerTo(subject, action, role, at)
      if (no)
        throw typeof no === 'string'
          ? new Refusal(no, { status: subject.status })
          : new Refusal(no.code, no.details)
      if (isPerson(role) && seenVersion !== subject.version)
        throw new Refusal('content-changed', { version: subject.version })
      return stepTo(subject, subject.status, command)
    },
    begin(born, command) {
      const { by, from } = ruleOf(command.action)
      if (from !== null || !by.includes(command.role)) throw new Refusal('not-your-turn')
      return stepTo(born as S, null, { ...command, seenVersion: null })
    },
  }
}
