import { withCreditCheck } from '../../src/domain/identifiers.ts'
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { listFormsOf } from '../../src/server/testing/destination-forms.ts'
import type { Scenario } from '../../src/server/testing/scenario.ts'
import { RULES } from './model.ts'

const NOBODYS_CODE = withCreditCheck('91420100MA4KWXYU6')

/** The model's names (`s1`, `a1`, `f1`) and the ids that the server gave. */
function openNames() {
  const ids = new Map<string, string>()
  const names = new Map<string, string>()
  return {
    name(name: string, id: string) {
      ids.set(name, id)
      names.set(id, name)
    },
    idOf: (name: string) => ids.get(name)!,
    /** Null for what the model does not know. */
    named: (id: string | null) => (id === null ? null : (names.get(id) ?? null)),
  }
}

/** Sessions end after some days; the walk takes months. */
const stayIn = (s: Scenario) =>
  s.db
    .updateTable('sessions')
    .set({ expiresAt: new Date('2040-01-01') })
    .execute()

/** And no verification falls due in them (L7): the model knows none. */
export const stayVerified = (s: Scenario) =>
  s.db.updateTable('admissions').set({ verifyDue: '2040-01-01' }).where('verifyDue', 'is not', null).execute()

/** The people of the model's world, signed in to a school with its rules. */
export async function gatherPeople(s: Scenario) {
  const settings = { ...DEFAULT_SETTINGS, ...RULES, defaultDays: 3, alertAt: 3 }
  const school = await s.school(settings)
  const employers = [await s.employer(school), await s.employer(school), await s.employer(school)]
  const administrator = await s.staff(school, 'administrator')
  const visitors = new Map<string, { first: Visitor; second: Visitor }>([
    ['college 01', await s.staff(school, 'college_reviewer', '01')],
    ['college 02', await s.staff(school, 'college_reviewer', '02')],
    ['school', await s.staff(school, 'school_reviewer')],
  ])
  const forms = await listFormsOf(await s.student(school))
  await stayIn(s)
  await stayVerified(s)
  const names = openNames()
  const studentNames = new Map<string, string>()
  const creditCodes = new Map<string | null, string>([[null, NOBODYS_CODE]])
  for (const [index, employer] of employers.entries()) {
    const name = `e${index + 1}`
    visitors.set(name, employer)
    names.name(name, employer.id)
    creditCodes.set(name, employer.creditCode)
  }
  let turn = 0

  return {
    ...names,
    school,
    settings,
    forms,
    administrator: administrator.first,
    employerNames: employers.map(({ name }) => name),
    nameOf: (student: string) => studentNames.get(student)!,
    /** A well-formed code that is nobody's for null. */
    creditCodeOf: (employer: string | null) => creditCodes.get(employer)!,
    /** Every other request goes to the other instance. */
    visitorOf: (person: string) => visitors.get(person)![turn++ % 2 === 0 ? 'first' : 'second'],

    async enrol(
      name: string,
      { college, designatedEmployer }: { college: string; designatedEmployer: string | null },
    ) {
      const student = await s.student(school, { college, ...(designatedEmployer && { designatedEmployer }) })
      visitors.set(name, student)
      studentNames.set(name, student.name)
      names.name(name, student.id)
      await stayIn(s)
    },
  }
}
export type LifePeople = Awaited<ReturnType<typeof gatherPeople>>
