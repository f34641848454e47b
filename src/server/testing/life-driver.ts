import { getAgreement } from '../../contracts/agreements.ts'
import { saveSettings } from '../../contracts/schools.ts'
import { withCreditCheck } from '../../domain/identifiers.ts'
import { type Act, type ActName, type Batch, type Event, nameOf } from '../../domain/testing/life-acts.ts'
import { RULES, startingWorld } from '../../domain/testing/life-model.ts'
import type { World } from '../../domain/testing/life-world.ts'
import { saveAdmission } from '../features/employers/queries.ts'
import type { Visitor } from '../front-door.ts'
import { sweep } from '../sweep.ts'
import { listFormsOf } from './destination-forms.ts'
import { BATCH_OF, batchOf, ENDPOINT_OF, type Known, requestOf } from './life-requests.ts'
import type { Scenario } from './scenario.ts'

const NOBODYS_CODE = withCreditCheck('91420100MA4KWXYU6')
const COLLECTIONS = ['invitations', 'agreements', 'dissolutions', 'destinations'] as const

/** Sessions end after some days; the walk takes months. */
const stayIn = (s: Scenario) =>
  s.db
    .updateTable('sessions')
    .set({ expiresAt: new Date('2040-01-01') })
    .execute()

/** The model's world on the real server: its people signed in, its names with the ids that the server gave. */
export async function enterLife(s: Scenario) {
  const settings = { ...RULES, defaultDays: 3, alertAt: 3 }
  const school = await s.school(settings)
  const employers = [await s.employer(school), await s.employer(school), await s.employer(school)]
  const administrator = await s.staff(school, 'administrator')
  const staff = {
    'college 01': await s.staff(school, 'college_reviewer', '01'),
    'college 02': await s.staff(school, 'college_reviewer', '02'),
    school: await s.staff(school, 'school_reviewer'),
  }
  const forms = await listFormsOf(await s.student(school))
  await stayIn(s)

  const visitors = new Map<string, { first: Visitor; second: Visitor }>(Object.entries(staff))
  const ids = new Map<string, string>()
  const students = new Map<string, { name: string }>()
  const codes = new Map<string | null, string>([[null, NOBODYS_CODE]])
  for (const [index, employer] of employers.entries()) {
    visitors.set(`e${index + 1}`, employer)
    ids.set(`e${index + 1}`, employer.id)
    codes.set(`e${index + 1}`, employer.creditCode)
  }
  const known: Known = {
    school,
    forms,
    idOf: (name) => ids.get(name)!,
    nameOf: (student) => students.get(student)!.name,
    creditCodeOf: (employer) => codes.get(employer)!,
  }

  let asked = 0
  /** Every other request goes to the other instance. */
  const visitorOf = (person: string): Visitor => visitors.get(person)![asked++ % 2 === 0 ? 'first' : 'second']

  return {
    ...known,
    world: startingWorld(
      { code: school, year: 2026 },
      employers.map(({ name }) => name),
      s.now(),
    ),
    visitorOf,
    /** The model's name of what has this id. */
    named: (id: string | null) => [...ids].find(([, one]) => one === id)?.[0] ?? null,

    async act(act: Act) {
      if (act.on === 'evidence') {
        ids.set(`f${filesMade(ids) + 1}`, await s.scan(visitorOf(act.by), school))
        return null
      }
      return visitorOf(act.by).ask(ENDPOINT_OF[nameOf(act) as ActName], requestOf(act, known))
    },
    batch: (batch: Batch) => visitorOf(batch.by).ask(BATCH_OF[batch.action], batchOf(batch, known)),

    async happen(event: Event, before: World) {
      if (event.on === 'clock') {
        if (event.action === 'move') return s.setClock(event.to.toISOString())
        await sweep(asked++ % 2 === 0 ? s.services : s.secondServices)
        return
      }
      switch (event.action) {
        case 'set-rules': {
          const body = { ...settings, ...event.rules }
          await administrator.first.call(saveSettings, { params: { school }, body })
          return
        }
        case 'enrol': {
          const { college, designatedEmployer } = event
          const student = await s.student(school, {
            college,
            ...(designatedEmployer && { designatedEmployer }),
          })
          const count = Object.values(before.people).filter(({ portal }) => portal === 'student').length
          visitors.set(`s${count + 1}`, student)
          students.set(`s${count + 1}`, student)
          ids.set(`s${count + 1}`, student.id)
          return void (await stayIn(s))
        }
        default:
          await saveAdmission(
            s.db,
            school,
            known.idOf(event.employer),
            event.action === 'admit' ? 'approved' : 'suspended',
          )
      }
    },

    /** Learns the ids of what has come into the world, from the answer that told of it or from its agreement's page. */
    async learn(
      before: World,
      after: World,
      answer: { json(): { id: string; agreementId?: string } } | null,
    ) {
      for (const collection of COLLECTIONS) {
        for (const name of Object.keys(after[collection])) {
          if (name in before[collection]) continue
          const body = answer?.json()
          const isFormed = collection === 'agreements' && body?.agreementId
          const dissolution = after.dissolutions[name]
          ids.set(name, (isFormed ? body.agreementId : body?.id) ?? (await requestOn(dissolution!.agreement)))
        }
      }
    },
  }

  async function requestOn(agreement: string): Promise<string> {
    const params = { school, id: known.idOf(agreement) }
    const { dissolution } = await visitorOf('school').call(getAgreement, { params })
    return dissolution!.id
  }
}
export type LifeOnServer = Awaited<ReturnType<typeof enterLife>>

const filesMade = (ids: ReadonlyMap<string, string>) =>
  [...ids.keys()].filter((name) => name.startsWith('f')).length
