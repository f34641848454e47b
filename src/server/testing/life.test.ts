import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { REFUSAL_STATUS, type Refusal } from '../../domain/refusal.ts'
import { type Act, type Batch, type Happening, nameOf } from '../../domain/testing/life-acts.ts'
import { choose } from '../../domain/testing/life-choice.ts'
import { after, afterBatch, refusalOf } from '../../domain/testing/life-model.ts'
import { RefusedForReasons, type World } from '../../domain/testing/life-world.ts'
import { verifyJournal } from '../db/journal.ts'
import { enterLife, type LifeOnServer } from './life-driver.ts'
import { partiesOf, readingOf, type Subject, touchedBy } from './life-reading.ts'
import { type Scenario, startScenario } from './scenario.ts'

const STEPS = Number(process.env.STEPS ?? 3_000)
const EVERY_SO_OFTEN = 150

let s: Scenario
let life: LifeOnServer
let reading: ReturnType<typeof readingOf>
beforeAll(async () => {
  s = await startScenario()
  life = await enterLife(s)
  reading = readingOf(s, life)
})
afterAll(() => s.stop())

test('random lives on the real server: every act, refusal, page, place and line in the journal is as the rules say', async () => {
  const [seeds] = fc.sample(fc.array(fc.nat(), { minLength: STEPS, maxLength: STEPS }), {
    seed: 7262026,
    numRuns: 1,
  })
  const done = new Map<string, number>()
  const refused = new Map<string, number>()
  const count = (counted: Map<string, number>, name: string) =>
    counted.set(name, (counted.get(name) ?? 0) + 1)
  let world = life.world
  for (const [index, seed] of seeds!.entries()) {
    const happening = choose(world, seed)
    try {
      const next = await live(world, happening, seed)
      const refusal = happening.on === 'batch' ? null : refusalOf(world, happening)
      count(refusal ? refused : done, refusal ? refusal.code : nameOf(happening))
      world = next
      if (index % EVERY_SO_OFTEN === 0) await reading.expectOverviews(world)
    } catch (error) {
      throw new Error(`step ${index}: ${JSON.stringify(happening)}`, { cause: error })
    }
  }
  await reading.expectOverviews(world)
  await reading.expectJournal(world)
  console.log(done, refused)
  expect((await verifyJournal(s.db)).faults).toEqual([])
}, 600_000)

/** It happens, on the server and in the model; what it touched is read by everybody. */
async function live(world: World, happening: Happening, seed: number): Promise<World> {
  if (happening.on === 'batch') return liveSeveral(world, happening)
  if (happening.on === 'clock' || happening.on === 'school') {
    await life.happen(happening, world)
    const next = after(world, happening)
    await readTouched(world, next, seed)
    return next
  }
  const refusal = refusalOf(world, happening)
  const answer = await life.act(happening)
  if (answer) expect(problemOf(answer)).toEqual(refusal ? problemFor(refusal) : null)
  const next = refusal ? world : after(world, happening)
  await life.learn(world, next, answer)
  await (refusal ? readOne(world, happening, seed) : readTouched(world, next, seed))
  return next
}

/** Each item for itself, in their order. */
async function liveSeveral(world: World, batch: Batch): Promise<World> {
  const answer = await life.batch(batch)
  const { world: next, refusals } = afterBatch(world, batch)
  const isShut = refusals.every((refusal) => refusal?.code === 'not-allowed')
  if (isShut) expect(answer.json()).toMatchObject({ code: 'not-allowed' })
  else
    expect(answer.json().results.map(({ code }: { code: string | null }) => code)).toEqual(
      refusals.map((refusal) => refusal?.code ?? null),
    )
  await life.learn(world, next, answer)
  await readTouched(world, next, 0)
  return next
}

const problemOf = (answer: { statusCode: number; json(): Record<string, unknown> }) => {
  if (answer.statusCode === 200) return null
  const { status, code, details = {}, reasons = [] } = answer.json()
  return { status, code, details, reasons }
}
const problemFor = (refusal: Refusal) => ({
  status: REFUSAL_STATUS[refusal.code],
  code: refusal.code,
  details: refusal.details,
  reasons: refusal instanceof RefusedForReasons ? refusal.reasons : [],
})

const AT_MOST = 3
/** The pages of what was touched as each side reads them, the student's home, and the place. */
async function readTouched(before: World, now: World, seed: number) {
  const touched = touchedBy(before, now).slice(0, AT_MOST)
  const students = new Set<string>()
  for (const subject of touched) {
    const { student, employer } = partiesOf(now, subject)
    students.add(student)
    const readers = [student, 'school', seed % 7 === 0 ? 'college 02' : 'college 01', employer ?? 'e1']
    for (const reader of readers) await reading.expectPage(now, subject, reader)
  }
  for (const student of students) {
    await reading.expectHome(now, student)
    await reading.expectPlace(now, student)
  }
}

/** Nothing has changed for anybody. */
async function readOne(world: World, act: Act, seed: number) {
  if (!('id' in act)) return
  const kind = act.on === 'dissolution' && act.action === 'ask' ? 'agreement' : act.on
  const subject = { kind, id: act.id } as Subject
  const { student, employer } = partiesOf(world, subject)
  const reader = [student, employer ?? 'e2', 'school', 'college 01'][seed % 4]!
  await reading.expectPage(world, subject, reader)
  await reading.expectPlace(world, student)
}
