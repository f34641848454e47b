import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Anything } from '../../src/contracts/address.ts'
import type { AgreementView } from '../../src/contracts/agreements.ts'
import * as paper from '../../src/contracts/agreements.ts'
import * as destinations from '../../src/contracts/destinations.ts'
import { askDissolution } from '../../src/contracts/dissolutions.ts'
import type { Endpoint } from '../../src/contracts/endpoint.ts'
import { removeEvidence } from '../../src/contracts/evidence.ts'
import { invitationActs } from '../../src/contracts/invitations.ts'
import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { sampleTerms } from '../../src/server/demo/terms.ts'
import { declarationOf, declare } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { expectKept } from './kept.ts'
import { ROUNDS, race } from './race.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterEach(async () => {
  await expectKept(s)
})
afterAll(() => s.stop())

type Student = Awaited<ReturnType<Scenario['student']>>
type Employer = Awaited<ReturnType<Scenario['employer']>>

/** What the student registers: a paper with an employer of this name, who is not on the platform. */
const paperWith = async (name: string, student: Student) => ({
  params: { school },
  body: {
    employer: { creditCode: withCreditCheck('91420100MA4KUNKNX'), name },
    signedOn: '2026-05-28',
    terms: sampleTerms('2026-07-10'),
    evidence: [await s.scan(student.first, school)],
    confirmed: true as const,
  },
})
const placeOf = ({ id }: Student) =>
  s.db.selectFrom('placements').where('studentId', '=', id).select(['kind', 'holder']).execute()
/** How many agreements and destinations the student has, whatever has become of them. */
const countCases = async ({ id }: Student) => {
  const of = await Promise.all([
    s.db.selectFrom('agreements').where('studentId', '=', id).select('id').execute(),
    s.db.selectFrom('destinations').where('studentId', '=', id).select('id').execute(),
  ])
  return of.flat().length
}

type Way = 'paper' | 'otherPaper' | 'invitation' | 'destination'
/** Every way to a place, with what a rival is told who holds it. */
const waysOf: Record<
  Way,
  (student: Student) => Promise<{ holder: string; endpoint: Endpoint; input: Anything }>
> = {
  paper: async (student) => ({
    holder: '远山食品有限公司',
    endpoint: paper.registerPaper,
    input: await paperWith('远山食品有限公司', student),
  }),
  otherPaper: async (student) => ({
    holder: '近水饮料有限公司',
    endpoint: paper.registerPaper,
    input: await paperWith('近水饮料有限公司', student),
  }),
  invitation: async (student) => {
    const employer = await s.employer(school)
    const input = s.acceptance(await s.invite(employer, student))
    return { holder: employer.name, endpoint: invitationActs.accept, input }
  },
  destination: async (student) => ({
    holder: '武汉大学',
    endpoint: destinations.declareDestination,
    input: await declarationOf(s, student, '801', { schoolName: '武汉大学' }),
  }),
}

test.each<[Way, Way]>([
  ['paper', 'invitation'],
  ['paper', 'otherPaper'],
  ['paper', 'destination'],
  ['destination', 'invitation'],
])(
  '%s against %s on two instances: one place, and the loser is told who holds it (R10)',
  async (...rivals) => {
    for (let round = 0; round < ROUNDS; round++) {
      const student = await s.student(school)
      const [one, two] = [await waysOf[rivals[0]](student), await waysOf[rivals[1]](student)]
      const { won, problem } = await race(round, {
        one: { ask: () => student.first.ask(one.endpoint, one.input), told: 'student-already-placed' },
        two: { ask: () => student.second.ask(two.endpoint, two.input), told: 'student-already-placed' },
      })
      const { holder } = won === 'one' ? one : two
      expect(problem.details).toMatchObject({ holder })
      expect((await placeOf(student)).map((place) => place.holder)).toEqual([holder])
      expect(await countCases(student)).toBe(1)
    }
  },
)

test('two declarations at once: one stands, and whoever is refused is told to read again', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    // In odd rounds there is one to be replaced.
    if (round % 2) await declare(s, student, '72')
    const [one, two] = [await declarationOf(s, student, '70'), await declarationOf(s, student, '71')]
    const answers = await Promise.all([
      student.first.ask(destinations.declareDestination, one),
      student.second.ask(destinations.declareDestination, two),
    ])
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 200))
      expect(answer.json()).toMatchObject({ status: 409, code: 'content-changed' })
    const { items } = await student.first.call(destinations.listMyDestinations, { params: { school } })
    expect(items.filter(({ status }) => status === 'declared')).toHaveLength(1)
    expect(await placeOf(student)).toEqual([])
  }
})

test('two corrections of a paper registration, and of a destination, at once: the second is told to read again', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const isPaper = round % 4 < 2
    const [one, two, registered] = isPaper
      ? [
          await paperWith('甲单位', student),
          await paperWith('乙单位', student),
          await student.first.call(paper.registerPaper, await paperWith('丙单位', student)),
        ]
      : [
          await declarationOf(s, student, '801', { schoolName: '甲单位' }),
          await declarationOf(s, student, '801', { schoolName: '乙单位' }),
          await declare(s, student, '801'),
        ]
    const endpoint = isPaper ? paper.agreementActs.correct : destinations.destinationActs.correct
    const sent = ({ body }: { body: object }) => ({
      params: { school, id: registered.id },
      body: { ...body, seenVersion: registered.version },
    })
    const { won } = await race(round, {
      甲单位: { ask: () => student.first.ask(endpoint, sent(one)), told: 'content-changed' },
      乙单位: { ask: () => student.second.ask(endpoint, sent(two)), told: 'content-changed' },
    })
    expect((await placeOf(student)).map(({ holder }) => holder)).toEqual([won])
  }
})

test('the school voids a destination while the student withdraws the request: one of the two', async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const student = await s.student(school)
    const declared = await declare(s, student, '801')
    const on = (version: number) => ({
      params: { school, id: declared.id },
      body: { seenVersion: version, reason: '不再升学' },
    })
    const registered = await reviewer.first.call(destinations.destinationActs.pass, on(declared.version))
    const { version } = await student.first.call(
      destinations.destinationActs['ask-void'],
      on(registered.version),
    )
    const { won } = await race(round, {
      grant: {
        ask: () => reviewer.first.ask(destinations.destinationActs['grant-void'], on(version)),
        told: 'no-void-request',
      },
      withdraw: {
        ask: () => student.second.ask(destinations.destinationActs['withdraw-void'], on(version)),
        told: 'already-moved-on',
      },
    })
    const after = await student.first.call(destinations.getDestination, { params: on(version).params })
    expect([after.status, after.voiding]).toEqual([won === 'grant' ? 'voided' : 'registered', false])
    expect(await placeOf(student)).toHaveLength(won === 'grant' ? 0 : 1)
  }
})

const inForce = async (employer: Employer) =>
  s.certify(await s.sign(employer, await s.student(school)), reviewer)
/** On a ground of the law, with these files. */
const asking = ({ id, version: seenVersion }: AgreementView, evidence: readonly string[]) => ({
  params: { school, id },
  body: { seenVersion, noticeVersion: 1, ground: 'employer-ended', reason: '单位注销', evidence },
})
const subjectsOf = async (ids: readonly string[]) => {
  const rows = await s.db.selectFrom('evidence').where('id', 'in', ids).select('subject').execute()
  return rows.map(({ subject }) => subject)
}

test('the same files taken by two acts at once, in whatever order: they are with one case, the other act is refused', async () => {
  const employer = await s.employer(school)
  for (let round = 0; round < ROUNDS; round++) {
    const agreements = { one: await inForce(employer), two: await inForce(employer) }
    const files: string[] = []
    for (let n = 0; n < 3; n++) files.push(await s.scan(employer.first, school))
    const { won } = await race(round, {
      one: {
        ask: () => employer.first.ask(askDissolution, asking(agreements.one, files)),
        told: 'evidence-not-found',
      },
      two: {
        ask: () => employer.second.ask(askDissolution, asking(agreements.two, files.toReversed())),
        told: 'evidence-not-found',
      },
    })
    const { id } = await s.db
      .selectFrom('dissolutions')
      .where('agreementId', '=', agreements[won].id)
      .select('id')
      .executeTakeFirstOrThrow()
    expect(await subjectsOf(files)).toEqual(Array(3).fill(`dissolution:${id}`))
  }
})

test('a file removed by its owner while an act takes it: gone and refused, or taken and kept', async () => {
  const employer = await s.employer(school)
  for (let round = 0; round < ROUNDS; round++) {
    const agreement = await inForce(employer)
    const file = await s.scan(employer.first, school)
    const { won } = await race(round, {
      take: {
        ask: () => employer.first.ask(askDissolution, asking(agreement, [file])),
        told: 'evidence-not-found',
      },
      remove: {
        ask: () => employer.second.ask(removeEvidence, { params: { school, id: file } }),
        told: 'not-found',
      },
    })
    expect(await subjectsOf([file])).toHaveLength(won === 'take' ? 1 : 0)
  }
})
