import fc from 'fast-check'
import { AGREEMENT_STATUSES, isCertified } from '../../domain/agreement/life.ts'
import { DECLARED, REGISTERED } from '../../domain/destination/life.ts'
import { ENROLMENTS } from '../../domain/enrolment/life.ts'
import {
  type Dimension,
  digitsMeant,
  digitsShown,
  type FigureFilter,
  OF_WORK,
  payBandOf,
} from '../../domain/figures/dimensions.ts'
import { COUNTED, type FigureStanding, tallyOf, WORKING } from '../../domain/figures/parts.ts'
import { fenFromYuan, MOST_FEN } from '../../domain/money.ts'
import type { Graduate } from './graduates.ts'
import type { Scenario } from './scenario.ts'

const REGIONS = ['420111', '420106', '420200', '110105', '440305', '']
/** Graduates with every kind of case, some of them of these employers. */
export const populations = (employers: readonly Hiring[]) => {
  const since = fc.constantFrom('2026-03-02T01:00:00Z', '2026-04-30T16:30:00Z', '2026-05-20T03:00:00Z')
  const until = fc.constantFrom('2026-05-21T01:00:00Z', '2026-05-30T01:00:00Z')
  const industry = fc.constantFrom('34', '42', '22')
  const nature = fc.constantFrom('39', '31', '22')
  const agreement = fc.record({
    status: fc.constantFrom(...AGREEMENT_STATUSES.filter((one) => one !== 'awaiting_seal')),
    region: fc.constantFrom('420111', '420200', '110105'),
    pay: fc.constantFrom(0, 299_999, 300_000, 850_000, 2_500_000, MOST_FEN),
    employerId: fc.constantFrom(null, ...employers.map(({ id }) => id)),
    since,
    until,
  })
  const placed = fc.record({
    status: fc.constantFrom('registered', 'in_review', 'returned', 'voided', 'rejected'),
    category: fc.constantFrom('11', '12', '46', '512', '75', '76', '80', '801', '85'),
    region: fc.constantFrom('420111', '110105', ''),
    industry,
    nature,
    pay: fc.constantFrom(undefined, '', '2999.99', '3000', '99999999.99'),
    since,
    until,
  })
  const declared = fc.record({
    status: fc.constantFrom('declared'),
    category: fc.constantFrom('70', '71', '72'),
    ...{ region: fc.constant(''), industry: fc.constant(''), nature: fc.constant(''), since, until },
  })
  // A place is held by one at most; what is over, and a declaration, may be there beside it.
  const one = fc.record({
    college: fc.constantFrom('01', '02'),
    major: fc.constantFrom('计算机', '会计', '护理'),
    level: fc.constantFrom('31', '11', '41'),
    gender: fc.constantFrom('male', 'female'),
    home: fc.constantFrom(...REGIONS),
    year: fc.constantFrom(2026, 2026, 2026, 2025),
    enrolment: fc.constantFrom('enrolled', 'enrolled', 'enrolled', ...ENROLMENTS),
    agreements: fc.array(agreement, { maxLength: 1 }),
    destinations: fc
      .tuple(fc.array(placed, { maxLength: 1 }), fc.array(declared, { maxLength: 1 }))
      .map((all) => all.flat()),
  })
  return fc.array(one as fc.Arbitrary<Graduate>, { minLength: 45, maxLength: 45 })
}

export type Hiring = { readonly id: string; readonly industry: string; readonly nature: string }
export type Person = {
  readonly id: string
  readonly counted: boolean
  readonly standing: FigureStanding
} & Readonly<Record<Dimension, string>> & { readonly year: number; readonly waiting: boolean }

/** Row by row, as somebody with paper and pencil would: every student with every case of theirs, by the rules of the domain. */
export async function recount(s: Scenario, of: string, employers: readonly Hiring[]): Promise<Person[]> {
  const all = async <T extends 'students' | 'agreements' | 'destinations'>(table: T) =>
    (await s.db
      .selectFrom(table as 'students')
      .where('schoolId', '=', of)
      .selectAll()
      .execute()) as unknown as Record<string, unknown>[]
  const [students, agreements, destinations] = await Promise.all([
    all('students'),
    all('agreements'),
    all('destinations'),
  ])
  const codes = await s.db.selectFrom('codes').where('kind', '=', 'destination').selectAll().execute()
  const partOf = new Map(codes.map((code) => [code.code, code.part as FigureStanding]))
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const answer = (of: Record<string, unknown>, type: string) => {
    const form = of.form as { key: string; type: string }[]
    const key = form.find((field) => field.type === type)?.key ?? ''
    return (of.details as Record<string, { value: string }>)[key]?.value ?? ''
  }
  return students.map((student): Person => {
    const mine = (row: Record<string, unknown>) => row.studentId === student.id
    const certified = agreements.find((row) => mine(row) && isCertified(row.status as 'effective'))
    const registered = destinations.find(
      (row) => mine(row) && REGISTERED.includes(row.status as 'registered'),
    )
    const declared = destinations.find((row) => mine(row) && DECLARED.includes(row.status as 'declared'))
    const other = registered ?? declared
    const category = certified ? '10' : text(other?.category)
    const employer = employers.find(({ id }) => id === certified?.employerId)
    const terms = certified?.terms as { regionCode: string; regularPay: number } | undefined
    const waits = [...agreements, ...destinations].some(
      (row) => mine(row) && (row.waitingFor === 'school' || row.waitingFor === 'college'),
    )
    return {
      id: text(student.id),
      year: Number(student.graduationYear),
      counted: COUNTED.includes(student.enrolment as 'enrolled'),
      waiting: waits,
      standing: category === '' ? 'nothing' : partOf.get(category)!,
      college: text(student.collegeId),
      major: text(student.majorName),
      level: text(student.educationLevel),
      gender: text(student.gender),
      home: text(student.homeRegion),
      region: terms ? terms.regionCode : other ? answer(other, 'code:region') : '',
      industry: certified ? (employer?.industry ?? '') : other ? answer(other, 'code:industry') : '',
      nature: certified ? (employer?.nature ?? '') : other ? answer(other, 'code:employer_nature') : '',
      pay: payBandOf(terms ? terms.regularPay : fenFromYuan(other ? answer(other, 'money') : '')),
    }
  })
}

/** Is this one of whom a filter asks? */
export const matches = (person: Person, filter: FigureFilter) =>
  (Object.entries(filter) as [Dimension, string][]).every(([dimension, value]) => {
    if (OF_WORK.includes(dimension) && !WORKING.includes(person.standing)) return false
    const isPlace = dimension === 'home' || dimension === 'region'
    return isPlace && value !== ''
      ? person[dimension].startsWith(value.slice(0, digitsMeant(value)))
      : person[dimension] === value
  })
/** The group in which a table by this dimension has them. */
export const groupOf = (person: Person, by: Dimension, filter: FigureFilter) => {
  if (by !== 'home' && by !== 'region') return person[by]
  return person[by] === '' ? '' : person[by].slice(0, digitsShown(filter[by])).padEnd(6, '0')
}
export const tally = (people: readonly Person[]) =>
  tallyOf(people.map(({ standing }) => ({ standing, n: 1 })))
