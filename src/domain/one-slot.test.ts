import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementLife, HOLDS_PLACEMENT } from './agreement.ts'
import { DESTINATION_HOLDS_PLACEMENT, destinationLife } from './destination.ts'
import { dissolutionLife } from './dissolution.ts'
import { invitationLife } from './invitation.ts'
import { ROLES } from './lifecycle.ts'
import { nameOf } from './testing/life-acts.ts'
import { choose } from './testing/life-choice.ts'
import { after, afterBatch, refusalOf, startingWorld } from './testing/life-model.ts'
import { openRequestsOn } from './testing/life-overviews.ts'
import type { World } from './testing/life-world.ts'

const START = startingWorld(
  { code: '10001', year: 2026 },
  ['甲公司', '乙公司', '丙公司'],
  new Date('2026-06-01T10:00:00+08:00'),
)
const HOUR = 60 * 60 * 1000

/** A life, as numbers that choose what happens: it shrinks to the few happenings that matter. */
const lives = fc.array(fc.nat(), { minLength: 1, maxLength: 400, size: 'max' })

/** What holds the place by its own status, by the student. */
const holders = (world: World, student: string) => [
  ...Object.values(world.agreements).filter(
    (one) => one.student === student && HOLDS_PLACEMENT.includes(one.status),
  ),
  ...Object.values(world.destinations).filter(
    (one) => one.student === student && DESTINATION_HOLDS_PLACEMENT.includes(one.status),
  ),
]

/** Everything that nobody can move any more, with its status. */
const ended = (world: World) => {
  const far = new Date(world.now.getTime() + 10_000 * HOUR)
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
  ])
}

function expectWhole(world: World) {
  for (const [student, { portal }] of Object.entries(world.people)) {
    if (portal !== 'student') continue
    const [holder, ...others] = holders(world, student)
    // At most one thing holds the place; what holds it has it, and nothing has it that does not hold it.
    expect(others).toEqual([])
    expect(world.places[student]?.ref).toBe(holder?.id)
  }
  for (const { id, dissolving, status } of Object.values(world.agreements)) {
    const open = openRequestsOn(world, id)
    expect(open).toHaveLength(dissolving ? 1 : 0)
    if (dissolving) expect(status).toBe('effective')
    const completed = Object.values(world.dissolutions).filter(
      (one) => one.agreement === id && one.status === 'completed',
    )
    expect(completed).toHaveLength(status === 'dissolved' ? 1 : 0)
  }
}

/** What happens from one number, and what the world is then. Refused is: nothing has happened. */
function live(world: World, seed: number): World {
  const happening = choose(world, seed)
  if (happening.on === 'batch') return afterBatch(world, happening).world
  return refusalOf(world, happening) ? world : after(world, happening)
}

test('whatever the order of acts, one thing at most holds the place, what is in force holds it, and a completed dissolution frees it', () => {
  fc.assert(
    fc.property(lives, (life) => {
      let world = START
      for (const seed of life) {
        world = live(world, seed)
        expectWhole(world)
      }
    }),
    { seed: 3, numRuns: 60 },
  )
})

test('whatever the order of acts, nothing that has ended comes back, and no number is given twice', () => {
  fc.assert(
    fc.property(lives, (life) => {
      let world = START
      for (const seed of life) {
        const over = ended(world)
        world = live(world, seed)
        const isOver = ended(world)
        for (const [id, status] of over) expect([id, isOver.get(id)]).toEqual([id, status])
      }
      const numbers = Object.values(world.agreements).map(({ number }) => number)
      expect(new Set(numbers).size).toBe(numbers.length)
    }),
    { seed: 33, numRuns: 60 },
  )
})

test('the lives that these proofs walk through are whole lives: every act is done, and every act is refused', () => {
  const [done, refused] = [new Set<string>(), new Set<string>()]
  for (const life of fc.sample(lives, { seed: 333, numRuns: 60 })) {
    let world = START
    for (const seed of life) {
      const happening = choose(world, seed)
      if (happening.on !== 'batch') (refusalOf(world, happening) ? refused : done).add(nameOf(happening))
      world = live(world, seed)
    }
  }
  const acts = [...done].filter((name) => !/^(school|clock|evidence)/.test(name)).sort()
  expect(acts).toHaveLength(36)
  expect([...refused].sort()).toEqual(acts)
})
