import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementLife, HOLDS_PLACEMENT } from '../../src/domain/agreement/life.ts'
import { correctionLife } from '../../src/domain/correction/life.ts'
import { DESTINATION_HOLDS_PLACEMENT, destinationLife } from '../../src/domain/destination/life.ts'
import { dissolutionLife } from '../../src/domain/dissolution/life.ts'
import { invitationLife } from '../../src/domain/invitation/life.ts'
import { ROLES } from '../../src/domain/lifecycle.ts'
import { nameOf } from './acts.ts'
import { WEIGHTS } from './census.ts'
import { choose } from './choice.ts'
import { requestsOn } from './facts.ts'
import { after, afterBatch, refusalOf, startingWorld } from './model.ts'
import { openRequestsOn } from './overviews.ts'
import type { World } from './world.ts'

const START = startingWorld(
  { code: '10001', year: 2026 },
  ['甲公司', '乙公司', '丙公司'],
  new Date('2026-06-01T10:00:00+08:00'),
)

/** Milliseconds, on a machine with other things to do. */
const SLOW = 180_000
/** A life that breaks a rule is made shorter for so long. */
const WALKS = { numRuns: 30, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true }
/** A life, as numbers that choose what happens: it shrinks to the few happenings that matter. */
const lives = fc.array(fc.noBias(fc.nat()), { minLength: 1, maxLength: 400, size: 'max' })

/** What holds the place by its own status, by the student. */
const holders = (world: World, student: string) => [
  ...Object.values(world.agreements).filter(
    (one) => one.studentId === student && HOLDS_PLACEMENT.includes(one.status),
  ),
  ...Object.values(world.destinations).filter(
    (one) => one.studentId === student && DESTINATION_HOLDS_PLACEMENT.includes(one.status),
  ),
]

/** Everything that nobody can move any more, with its status. */
const ended = (world: World) => {
  const far = new Date('2100-01-01T00:00:00+08:00')
  const endedOf = <S extends { readonly id: string; readonly status: string }>(
    things: Readonly<Record<string, S>>,
    life: { actionsFor(subject: NoInfer<S>, role: (typeof ROLES)[number], at: Date): readonly string[] },
  ) =>
    Object.values(things)
      .filter((one) => ROLES.every((role) => life.actionsFor(one, role, far).length === 0))
      .map(({ id, status }): [string, string] => [id, status])
  return new Map([
    ...endedOf(world.invitations, invitationLife),
    ...endedOf(world.agreements, agreementLife),
    ...endedOf(world.dissolutions, dissolutionLife),
    ...endedOf(world.destinations, destinationLife),
    ...endedOf(world.corrections, correctionLife),
  ])
}

/** What is not as it must be: none. */
function faultsOf(world: World): string[] {
  const faults: string[] = []
  for (const [student, { portal }] of Object.entries(world.people)) {
    if (portal !== 'student') continue
    const holding = holders(world, student)
    if (holding.length > 1) faults.push(`${holding.map(({ id }) => id)} hold the place of ${student}`)
    if (world.places[student]?.ref !== holding[0]?.id)
      faults.push(
        `${holding[0]?.id} should have the place of ${student}, ${world.places[student]?.ref} has it`,
      )
  }
  for (const { id, dissolving, status } of Object.values(world.agreements)) {
    const open = openRequestsOn(world, id).length
    if (open !== (dissolving ? 1 : 0)) faults.push(`${open} requests are open on ${id}`)
    if (dissolving && status !== 'effective') faults.push(`${id} is ${status} and being dissolved`)
    const completed = requestsOn(world, id).filter((one) => one.status === 'completed').length
    if (completed !== (status === 'dissolved' ? 1 : 0))
      faults.push(`${id} is ${status}, completed ${completed}`)
  }
  return faults
}

type Moment = { readonly world: World; readonly name: string; readonly wasRefused: boolean }
/** All that happens from one number, each with the world after it. Refused is: nothing has happened. */
function* live(world: World, seed: number): Generator<Moment> {
  let so = world
  for (const happening of choose(world, seed)) {
    const wasRefused = happening.on !== 'batch' && refusalOf(so, happening) !== null
    if (happening.on === 'batch') so = afterBatch(so, happening).world
    else if (!wasRefused) so = after(so, happening)
    yield { world: so, name: nameOf(happening), wasRefused }
  }
}
/** A whole life from its beginning. */
function* liveAll(life: readonly number[]): Generator<Moment> {
  let world = START
  for (const seed of life)
    for (const moment of live(world, seed)) {
      world = moment.world
      yield moment
    }
}

test(
  'whatever the order of acts, one thing at most holds the place, what is in force holds it, and a completed dissolution frees it',
  () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { world } of liveAll(life)) {
          const faults = faultsOf(world)
          if (faults.length > 0) expect(faults).toEqual([])
        }
      }),
      { ...WALKS, seed: 3 },
    )
  },
  SLOW,
)

test(
  'whatever the order of acts, nothing that has ended comes back, and no number is given twice',
  () => {
    fc.assert(
      fc.property(lives, (life) => {
        let over = ended(START)
        let world = START
        for ({ world } of liveAll(life)) {
          const isOver = ended(world)
          const returned = [...over].filter(([id, status]) => isOver.get(id) !== status)
          if (returned.length > 0) expect(returned).toEqual([])
          over = isOver
        }
        const numbers = Object.values(world.agreements).map(({ number }) => number)
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { ...WALKS, seed: 33 },
    )
  },
  SLOW,
)

test(
  'the lives that these proofs walk through are whole lives: every act is done, and every act is refused',
  () => {
    const [done, refused] = [new Set<string>(), new Set<string>()]
    for (const life of fc.sample(lives, { seed: 334, numRuns: 60 }))
      for (const { name, wasRefused } of liveAll(life)) (wasRefused ? refused : done).add(name)
    const acts = Object.keys(WEIGHTS).filter((name) => name !== 'evidence.upload')
    expect(acts.filter((name) => !done.has(name))).toEqual([])
    expect(acts.filter((name) => !refused.has(name))).toEqual([])
  },
  SLOW,
)
