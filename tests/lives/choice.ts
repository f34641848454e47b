import { dayInChina, endOfDayInChina } from '../../src/domain/day.ts'
import type { Refusal } from '../../src/domain/refusal.ts'
import type { Act, Batch, Event, Happening } from './acts.ts'
import { nextFile, unusedFiles } from './carry-out.ts'
import { REASONS, REFUSALS, WEIGHTS } from './census.ts'
import { type Dice, diceOf } from './dice.ts'
import { draftAct } from './drafts.ts'
import { peopleOf, someWords, unsettled } from './draws.ts'
import { after, refusalOf } from './model.ts'
import { queuesOf } from './overviews.ts'
import { collegeOf, type SchoolRules, type World } from './world.ts'

/** So many students whose place is not taken for good are at the school at any time. */
const STUDENTS = 5
/** After so many drafts it is whatever the last one is. */
const TRIES = 100
const HOUR = 60 * 60 * 1000

const NOTHING: ReadonlySet<string> = new Set()
const ACTS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]

/**
 * What happens next: mostly something that the model says is possible, so that lives go on; else anything. Half of the time it is
 * sought among what is still `wanted`: acts and reasons that no life has met.
 */
export function choose(world: World, seed: number, wanted = NOTHING): readonly Happening[] {
  const dice = diceOf(seed)
  if (unsettled(world).length < STUDENTS) return [enrolment(world)]
  if (dice.chance(15)) return [timePasses(world, dice)]
  if (dice.chance(5)) return [schoolDecides(world, dice)]
  if (dice.chance(5)) return [severalAtOnce(world, dice)]
  const wish = dice.weighted({ possible: 65, refused: 25, anything: 10 })
  const among = <Name extends string>(names: readonly Name[]): readonly Name[] => {
    const unmet = names.filter((name) => wanted.has(name))
    return unmet.length > 0 && dice.chance(50) ? unmet : names
  }
  const reason = wish === 'refused' ? dice.pick(among(REASONS)) : null
  const acts = among(ACTS)
  let happenings: readonly Happening[] | null = null
  for (let tries = 0; tries < TRIES; tries++) {
    const name = (reason && REFUSALS[reason]) ?? (acts === ACTS ? dice.weighted(WEIGHTS) : dice.pick(acts))
    const act = draftAct(world, dice, name)
    if (!act) continue
    happenings = dice.chance(95) ? withUpload(world, act) : [act]
    if (wish === 'anything' || (refusalAmong(world, happenings)?.code ?? null) === reason) return happenings
  }
  return happenings ?? [timePasses(world, dice)]
}

/** Whoever has nothing to prove it with uploads something first. */
function withUpload(world: World, act: Act): readonly Act[] {
  if (!('files' in act) || act.files.length > 0 || unusedFiles(world, act.by).length > 0) return [act]
  const upload: Act = { on: 'evidence', action: 'upload', by: act.by }
  return refusalOf(world, upload) ? [act] : [upload, { ...act, files: [nextFile(world)] }]
}

function refusalAmong(world: World, happenings: readonly Happening[]): Refusal | null {
  const [first, ...rest] = happenings
  if (!first) return null
  return refusalOf(world, first) ?? refusalAmong(after(world, first), rest)
}

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
  const toReport = Object.values(world.agreements).flatMap(({ fulfilment }) =>
    fulfilment ? [fulfilment.answerBy] : [],
  )
  const toSeal = Object.values(world.agreements).flatMap(({ sealBy }) => (sealBy ? [sealBy] : []))
  const today = dayInChina(world.now)
  const days = dice.pick([toAccept, toAnswer, toAnswer, toReport, toSeal, [today]])
  const end = endOfDayInChina(days.length > 0 ? dice.pick(days) : today).getTime()
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
  if (dice.chance(40)) {
    const student = dice.pick(unsettled(world))
    const college = collegeOf(world, student) === '01' ? '02' : '01'
    return { on: 'school', action: 'move-student', student, college }
  }
  if (dice.chance(30)) return { on: 'school', action: 'suspend', employer: dice.pick(employers) }
  return { on: 'school', action: 'set-rules', rules: otherRules(world, dice) }
}

/** Within what a school may set; whatever is open keeps what it began with. */
function otherRules(world: World, dice: Dice): SchoolRules {
  const today = dayInChina(world.now)
  const isOpen = world.rules.window !== null || dice.chance(40)
  return {
    ...world.rules,
    window: isOpen ? null : { from: '2026-01-01', to: dice.chance(50) ? today : '2026-01-31' },
    breachLimit: dice.pick([null, 0, 1]),
    coolDownDays: dice.pick([0, 5, 9]),
    answerDays: dice.pick([1, 2, 3]),
    declineNeedsReason: dice.chance(30),
    fulfilmentDays: dice.pick([2, 4, 8]),
    sealAfterReview: dice.chance(45),
  }
}

const ON = {
  agreements: 'agreement',
  dissolutions: 'dissolution',
  destinations: 'destination',
  corrections: 'correction',
} as const
const KINDS = Object.keys(ON) as (keyof typeof ON)[]

/** A reviewer passes a whole queue, some of it read too long ago; or an employer asks to dissolve several agreements. */
function severalAtOnce(world: World, dice: Dice): Batch | Event {
  if (dice.chance(40)) return asksSeveral(world, dice)
  const by = dice.pick(peopleOf(world, 'school'))
  const queues = queuesOf(world, by)
  const waiting = KINDS.filter((one) => queues[one].length > 0)
  if (waiting.length === 0) return timePasses(world, dice)
  const kind = dice.pick(waiting)
  const acts = queues[kind].map((id): Act => {
    const seenVersion = world[kind][id]!.version + (dice.chance(90) ? 0 : 1)
    return { on: ON[kind], action: 'pass', by, id, seenVersion, reason: '', fault: null }
  })
  return { on: 'batch', action: `pass-${kind}`, by, acts: acts.slice(0, 4) }
}

function asksSeveral(world: World, dice: Dice): Batch | Event {
  const agreements = Object.values(world.agreements)
  const inForceOf = (by: string) =>
    agreements.filter((one) => one.employerId === by && one.status === 'effective' && !one.dissolving)
  const employers = peopleOf(world, 'employer')
  const able = employers.filter((by) => inForceOf(by).length > 0)
  const by = dice.pick(able.length > 0 ? able : employers)
  const theirs = agreements.filter((one) => one.employerId === by)
  const acts = [...inForceOf(by), ...theirs.slice(-1)].slice(0, 4).map(
    ({ id, version }): Act => ({
      on: 'dissolution',
      action: 'ask',
      by,
      id,
      seenVersion: version,
      ground: dice.pick(['post-cancelled', 'mutual', 'not-reported', 'family', 'other-legal']),
      reason: someWords(dice),
      files: [],
    }),
  )
  if (acts.length === 0) return timePasses(world, dice)
  return { on: 'batch', action: 'ask-dissolutions', by, acts }
}
