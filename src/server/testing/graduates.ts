import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { AgreementStatus } from '../../domain/agreement/life.ts'
import type { DestinationStatus } from '../../domain/destination/life.ts'
import { keptRulesOf } from '../../domain/dissolution/asking.ts'
import type { Enrolment } from '../../domain/enrolment/life.ts'
import { DEFAULT_SETTINGS } from '../../domain/settings.ts'
import { sampleTerms } from '../demo/terms.ts'
import { addStudents } from '../features/students/roster.ts'
import type { Scenario } from './scenario.ts'

/** A graduate as a test wants one, with what they have agreed and registered. */
export type Graduate = {
  readonly college: string
  readonly major: string
  readonly level: string
  readonly gender: 'male' | 'female'
  readonly home: string
  readonly year: number
  readonly enrolment: Enrolment
  readonly agreements: readonly {
    readonly status: AgreementStatus
    readonly region: string
    readonly pay: number
    readonly employerId: string | null
    readonly since: string
    readonly until: string
  }[]
  readonly destinations: readonly {
    readonly status: DestinationStatus
    readonly category: string
    readonly region: string
    readonly industry: string
    readonly nature: string
    /** In yuan; nothing where the form asks for none. */
    readonly pay?: string
    readonly since: string
    readonly until: string
  }[]
}

const RULES = JSON.stringify(keptRulesOf(DEFAULT_SETTINGS))
const NOT_YET: readonly AgreementStatus[] = ['in_review', 'returned', 'rejected', 'cancelled']
const OVER: readonly string[] = ['dissolved', 'rejected', 'cancelled', 'withdrawn', 'voided']
let made = 0

/** Enters them as they are, past every rule: what no act leads to is to be counted right too. Their ids. */
export async function enterGraduates(
  { db, services, now }: Scenario,
  school: string,
  graduates: readonly Graduate[],
): Promise<string[]> {
  const rows = graduates.map((one) => ({
    collegeId: one.college,
    studentNumber: `G${String(++made).padStart(7, '0')}`,
    name: `毕业生${made}`,
    idNumber: `E${String(10_000_000 + made)}`,
    documentType: 'passport' as const,
    gender: one.gender,
    educationLevel: one.level,
    majorCode: '',
    majorName: one.major,
    className: '一班',
    graduationYear: one.year,
  }))
  const entered = await addStudents(db, school, rows, { secrets: services.secrets, at: now() })
  for (const [n, { id }] of entered.entries()) {
    const one = graduates[n]!
    await sql`update students set home_region = ${one.home}, enrolment = ${one.enrolment}
      where school_id = ${school} and id = ${id}`.execute(db)
    for (const agreement of one.agreements)
      await enterAgreement(db, { school, id, college: one.college }, agreement)
    for (const destination of one.destinations)
      await enterDestination(db, { school, id, college: one.college }, destination)
  }
  return entered.map(({ id }) => id)
}

type Of = { readonly school: string; readonly id: string; readonly college: string }
const SNAPSHOT = JSON.stringify({
  student: { name: '毕业生', studentNumber: '1', college: '一院', major: '专业' },
  employer: { name: '单位', creditCode: '' },
})

export async function enterAgreement(
  db: Scenario['db'],
  { school, id, college }: Of,
  { status, region, pay, employerId, since, until }: Graduate['agreements'][number],
) {
  const terms = JSON.stringify({ ...sampleTerms('2027-07-10'), regionCode: region, regularPay: pay })
  const waits = status === 'in_review' ? 'school' : status === 'returned' ? 'student' : null
  await sql`
    insert into agreements (school_id, id, number, kind, student_id, college_id, status, levels, level, terms, terms_hash,
      waiting_for, waiting_since, snapshot, student_version, formed_at, effective_at, ended_at, signed_on, student_folded,
      employer_folded, dissolution_rules, employer_id)
    values (${school}, ${uuidv7()}, ${`22026${school}${String(++made).padStart(6, '0')}`}, 'paper', ${id}, ${college}, ${status}, '{school}', 0, ${terms}::jsonb, '',
      ${waits}, ${since}, ${SNAPSHOT}::jsonb, 1, ${since}, ${NOT_YET.includes(status) ? null : since},
      ${OVER.includes(status) ? until : null}, '2026-01-01', '毕业生', '单位', ${RULES}::jsonb, ${employerId})`.execute(
    db,
  )
}

export async function enterDestination(
  db: Scenario['db'],
  { school, id, college }: Of,
  { status, category, region, industry, nature, pay, since, until }: Graduate['destinations'][number],
) {
  const asked = {
    ...(pay !== undefined && { pay: ['money', pay] }),
    region: ['code:region', region],
    industry: ['code:industry', industry],
    nature: ['code:employer_nature', nature],
  }
  const form = Object.entries(asked).map(([key, [type]]) => ({
    key,
    name: key,
    nameEn: key,
    type,
    required: false,
  }))
  const details = Object.fromEntries(
    Object.entries(asked).map(([key, [, value]]) => [key, { value, shown: { name: value, nameEn: value } }]),
  )
  const isRegistered = status === 'registered' || status === 'voided'
  const waits = status === 'in_review' ? 'school' : status === 'returned' ? 'student' : null
  await sql`
    insert into destinations (school_id, id, student_id, college_id, route, category, category_names, headline, headline_folded,
      form, details, status, version, levels, level, waiting_for, waiting_since, snapshot, student_folded, declared_at,
      registered_at, ended_at)
    values (${school}, ${uuidv7()}, ${id}, ${college}, ${status === 'declared' ? 'declaration' : 'destination'}, ${category},
      '{"name": "去向", "nameEn": "Outcome"}'::jsonb, '某处', '某处', ${JSON.stringify(form)}::jsonb, ${JSON.stringify(details)}::jsonb,
      ${status}, 1, '{school}', 0, ${waits}, ${since}, ${JSON.stringify({ name: '毕业生', studentNumber: '1', college: '一院', major: '专业' })}::jsonb,
      '毕业生', ${since}, ${isRegistered ? since : null}, ${OVER.includes(status) ? until : null})`.execute(
    db,
  )
}
