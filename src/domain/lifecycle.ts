import { Refusal, type RefusalCode } from './refusal.ts'

/**
 * Who may act in a lifecycle. Staff act as reviewers; the clock ends what nobody answered; a completed
 * dissolution ends its agreement, and nobody else can.
 */
export const ROLES = ['student', 'employer', 'reviewer', 'clock', 'dissolution'] as const
export type Role = (typeof ROLES)[number]
/** The two sides of an agreement. */
export type Side = 'student' | 'employer'
/** The roles that people have, who act on what they have read. */
export type PersonRole = Exclude<Role, 'clock' | 'dissolution'>
const isPerson = (role: Role): role is PersonRole => role !== 'clock' && role !== 'dissolution'

export type Subject<Status extends string> = { readonly status: Status; readonly version: number }

/** One row of a lifecycle's table. `to` is a function only where a school's setting decides. */
export type Rule<S extends Subject<string>> = {
  readonly from: readonly S['status'][]
  readonly to: S['status'] | ((subject: S) => S['status'])
  readonly by: readonly Role[]
  readonly needsReason?: boolean
}

export type Command<Action> = {
  readonly action: Action
  readonly role: Role
  /** The version the person had read; null for what is no person and reads nothing. */
  readonly seenVersion: number | null
  readonly reason?: string
  readonly at: Date
}

export type Step<Action, Status> = {
  readonly action: Action
  readonly from: Status
  readonly to: Status
  readonly reason: string | null
  readonly at: Date
}

export type Lifecycle<S extends Subject<string>, Action extends string> = {
  readonly actions: readonly Action[]
  readonly rules: Readonly<Record<Action, Rule<S>>>
  /** Why this role cannot take this action now; null when it can. */
  whyNot(subject: S, action: Action, role: Role, at: Date): RefusalCode | null
  /** What this role may do now: the buttons of the page. */
  actionsFor(subject: S, role: Role, at: Date): Action[]
  /** The step, or a thrown Refusal: also for a stale `seenVersion` and a missing reason. */
  decide(subject: S, command: Command<Action>): Step<Action, S['status']>
}

/**
 * Builds a lifecycle from its table (`domain.md` §3). `guard` holds what a table cannot say:
 * the clock, an open amendment. The same `whyNot` refuses and chooses the buttons.
 */
export function lifecycle<S extends Subject<string>, Action extends string>(
  rules: Readonly<Record<Action, Rule<S>>>,
  guard: (subject: S, action: Action, role: Role, at: Date) => RefusalCode | null,
): Lifecycle<S, Action> {
  const actions = Object.keys(rules) as Action[]

  const whyNot = (subject: S, action: Action, role: Role, at: Date): RefusalCode | null => {
    const rule = rules[action]
    if (!rule.by.includes(role)) return 'not-your-turn'
    const guarded = rule.from.includes(subject.status) ? null : 'already-moved-on'
    return guarded ?? guard(subject, action, role, at)
  }

  return {
    actions,
    rules,
    whyNot,
    actionsFor: (subject, role, at) => actions.filter((action) => whyNot(subject, action, role, at) === null),
    decide(subject, { action, role, seenVersion, reason, at }) {
      const refusal = whyNot(subject, action, role, at)
      if (refusal) throw new Refusal(refusal, { status: subject.status })
      if (isPerson(role) && seenVersion !== subject.version) {
        throw new Refusal('content-changed', { version: subject.version })
      }
      const rule = rules[action]
      const words = reason?.trim() || null
      if (rule.needsReason && !words) throw new Refusal('reason-needed')
      const to = typeof rule.to === 'function' ? rule.to(subject) : rule.to
      return { action, from: subject.status, to, reason: words, at }
    },
  }
}
