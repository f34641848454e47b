import { dayInChina, endOfDayInChina } from '../day.ts'
import type { Act, ActName, Batch, Event, Happening } from './life-acts.ts'
import { type Dice, diceOf } from './life-dice.ts'
import { draftAct } from './life-drafts.ts'
import { peopleOf, unsettled, unusedFiles } from './life-draws.ts'
import { after, nextFile, refusalOf } from './life-model.ts'
import { queuesOf } from './life-overviews.ts'
import type { SchoolRules, World } from './life-world.ts'

/** So many students whose place is not taken for good are at the school at any time. */
const STUDENTS = 5
const HOUR = 60 * 60 * 1000

/** How often each act is thought of: what leads on more often than what ends. */
const WEIGHTS: Readonly<Record<ActName, number>> = {
  'invitation.send': 12,
  'invitation.accept': 14,
  'invitation.revise': 3,
  'invitation.decline': 2,
  'invitation.withdraw': 1,
  'agreement.register': 10,
  'agreement.correct': 8,
  'agreement.cancel': 2,
  'agreement.propose-amendment': 3,
  'agreement.accept-amendment': 4,
  'agreement.decline-amendment': 3,
  'agreement.ask-cancellation': 3,
  'agreement.confirm-cancellation': 3,
  'agreement.decline-cancellation': 4,
  'agreement.pass': 28,
  'agreement.return': 4,
  'agreement.reject': 1,
  'agreement.fulfil': 1,
  'dissolution.ask': 18,
  'dissolution.agree': 6,
  'dissolution.refuse': 3,
  'dissolution.withdraw': 2,
  'dissolution.correct': 8,
  'dissolution.accept-evidence': 14,
  'dissolution.pass': 20,
  'dissolution.reject': 3,
  'destination.declare': 9,
  'destination.correct': 8,
  'destination.withdraw': 1,
  'destination.pass': 18,
  'destination.return': 4,
  'destination.reject': 2,
  'destination.ask-void': 9,
  'destination.withdraw-void': 3,
  'destination.grant-void': 9,
  'destination.refuse-void': 4,
  'evidence.upload': 1,
}

/** What happens next: mostly something that the model says is possible, so that lives go on; else anything. */
export function choose(world: World, seed: number): readonly Happening[] {
  const dice = diceOf(seed)
  if (unsettled(world).length < STUDENTS) return [enrolment(world)]
  if (dice.chance(14)) return [timePasses(world, dice)]
  if (dice.chance(2)) return [schoolDecides(world, dice)]
  if (dice.chance(4)) return [severalAtOnce(world, dice)]
  const isToSucceed = dice.chance(70)
  for (let tries = 0; tries < 60; tries++) {
    const act = draftAct(world, dice, dice.weighted(WEIGHTS))
    const happenings = act && (dice.chance(95) ? withUpload(world, act) : [act])
    if (happenings && !(isToSucceed && isRefused(world, happenings))) return happenings
  }
  return [timePasses(world, dice)]
}

/** Whoever has nothing to prove it with uploads something first. */
function withUpload(world: World, act: Act): readonly Act[] {
  if (!('files' in act) || act.files.length > 0 || unusedFiles(world, act.by).length > 0) return [act]
  return [
    { on: 'evidence', action: 'upload', by: act.by },
    { ...act, files: [nextFile(world)] },
  ]
}

const isRefused = (world: World, [first, then]: readonly Happening[]) =>
  first !== undefined && (refusalOf(world, first) ?? (then && refusalOf(after(world, first), then))) !== null

/** Every fourth is a 定向 student, bound to the first employer (R19). */
function enrolment(world: World): Event {
  const [bound] = Object.values(world.people).flatMap((one) => (one.portal === 'employer' ? [one.name] : []))
  const isBound = peopleOf(world, 'student').length % 4 === 1
  const designatedEmployer = isBound && bound ? bound : null
  return { on: 'school', action: 'enrol', college: '01', designatedEmployer }
}

/** Some hours, or exactly the last millisecond of a deadline, or the first after it; or the clock's own work is done. */
function timePasses(world: World, dice: Dice): Event {
  if (dice.chance(20)) return { on: 'clock', action: 'sweep' }
  const toAccept = Object.values(world.invitations).flatMap(({ status, respondBy }) =>
    status === 'pending' ? [respondBy] : [],
  )
  const toAnswer = Object.values(world.dissolutions).flatMap(({ status, answerBy }) =>
    status === 'awaiting_counterparty' && answerBy ? [answerBy] : [],
  )
  const days = dice.pick([toAccept, toAnswer, toAnswer, [dayInChina(world.now)]])
  if (days.length === 0) return { on: 'clock', action: 'sweep' }
  const end = endOfDayInChina(dice.pick(days)).getTime()
  const [last, first] = [new Date(end - 1), new Date(end)]
  if (dice.chance(40) && last > world.now) return { on: 'clock', action: 'move', to: last }
  if (dice.chance(40) && first > world.now) return { on: 'clock', action: 'move', to: first }
  const later = world.now.getTime() + (1 + dice.below(20)) * HOUR
  return { on: 'clock', action: 'move', to: new Date(later) }
}

function schoolDecides(world: World, dice: Dice): Event {
  const employers = peopleOf(world, 'employer')
  const suspended = employers.filter((id) => {
    const one = world.people[id]!
    return one.portal === 'employer' && !one.admitted
  })
  if (suspended.length > 0 && dice.chance(70))
    return { on: 'school', action: 'admit', employer: dice.pick(suspended) }
  if (dice.chance(30)) return { on: 'school', action: 'suspend', employer: dice.pick(employers) }
  return { on: 'school', action: 'set-rules', rules: otherRules(world, dice) }
}

/** Within what a school may set; whatever is open keeps what it began with. */
function otherRules(world: World, dice: Dice): SchoolRules {
  const today = dayInChina(world.now)
  const isOpen = world.rules.window === null || dice.chance(70)
  return {
    ...world.rules,
    window: isOpen ? null : { from: '2026-01-01', to: dice.chance(50) ? today : '2026-01-31' },
    breachLimit: dice.pick([null, 1, 1, 2]),
    coolDownDays: dice.pick([0, 2, 3]),
    answerDays: dice.pick([1, 2, 3]),
    declineNeedsReason: dice.chance(30),
  }
}

const KINDS = ['agreements', 'dissolutions', 'destinations'] as const
const ON = { agreements: 'agreement', dissolutions: 'dissolution', destinations: 'destination' } as const

/** A reviewer passes a whole queue, some of it read too long ago; or an employer asks to dissolve several agreements. */
function severalAtOnce(world: World, dice: Dice): Batch | Event {
  if (dice.chance(25)) return asksSeveral(world, dice)
  const by = dice.pick(peopleOf(world, 'school'))
  const kind = dice.pick(KINDS)
  const acts = queuesOf(world, by)[kind].map((id): Act => {
    const seenVersion = world[kind][id]!.version + (dice.chance(90) ? 0 : 1)
    return { on: ON[kind], action: 'pass', by, id, seenVersion, reason: '', fault: null }
  })
  if (acts.length === 0) return timePasses(world, dice)
  return { on: 'batch', action: `pass-${kind}`, by, acts: acts.slice(0, 4) }
}

function asksSeveral(world: World, dice: Dice): Batch | Event {
  const by = dice.pick(peopleOf(world, 'employer'))
  const theirs = Object.values(world.agreements).filter((one) => one.employer === by)
  const acts = theirs.slice(-3).map(
    ({ id, version }): Act => ({
      on: 'dissolution',
      action: 'ask',
      by,
      id,
      seenVersion: version,
      ground: dice.pick(['post-cancelled', 'mutual', 'not-reported', 'family', 'other-legal']),
      reason: '业务调整',
      files: [],
    }),
  )
  if (acts.length === 0) return timePasses(world, dice)
  return { on: 'batch', action: 'ask-dissolutions', by, acts }
}
