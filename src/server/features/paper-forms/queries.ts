import { type SqlBool, sql } from 'kysely'
import { type AgreementKind, HOLDS_PLACEMENT } from '../../../domain/agreement/life.ts'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import type { FormCase, IssuingFacts } from '../../../domain/paper-form/acts.ts'
import type { FormCause, FormStatus } from '../../../domain/paper-form/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { StudentSnapshot } from '../../../domain/snapshot.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'

/** Reads take the person: a stranger's, another college's and for an employer any, does not exist. */
function selectForms(db: Db, school: string, { portal, studentId, collegeId }: Person) {
  const query = db
    .selectFrom('paperForms as f')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'f.schoolId').onRef('st.id', '=', 'f.studentId'),
    )
    .where('f.schoolId', '=', school)
    .selectAll('f')
    .select('st.collegeId')
  if (portal === 'student') return query.where('f.studentId', '=', studentId!)
  if (portal !== 'school') throw new Refusal('not-found')
  return collegeId === null ? query : query.where('st.collegeId', '=', collegeId)
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectForms>['executeTakeFirst']>>>
const parse = ({ studentFolded: _, ...row }: Found): FormCase => ({
  ...row,
  cause: row.cause as FormCause,
  status: row.status as FormStatus,
  snapshot: readStudent(row.snapshot),
})

export async function findForm(db: Db, { school, id }: Key, person: Person): Promise<FormCase> {
  const row = await selectForms(db, school, person).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** Those of these forms that the person may see, in the order of their numbers. */
export async function findForms(db: Db, school: string, ids: readonly string[], person: Person) {
  const rows = await selectForms(db, school, person)
    .where(sql<SqlBool>`f.id = any(${ids}::uuid[])`)
    .orderBy('f.number')
    .execute()
  return rows.map(parse)
}

export async function lockForm(tx: Tx, { school, id }: Key, person: Person): Promise<FormCase> {
  const row = await selectForms(tx, school, person).where('f.id', '=', id).forUpdate('f').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** The paper agreement that holds the student's place, with the numbers of the forms that were recognised on its scans. */
const selectPaperAgreement = (db: Db, school: string, studentId: string) =>
  db
    .selectFrom('agreements')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .where('kind', '=', 'paper' satisfies AgreementKind)
    .where(statusIn('status', HOLDS_PLACEMENT))
    .select(['id', 'number'])
    .select(
      sql<string[]>`array(select distinct e.form_number from evidence e
        where e.school_id = ${school} and e.subject = 'agreement:' || agreements.id
          and e.superseded_at is null and e.form_number is not null order by 1)`.as('scanned'),
    )

/** Held itself; null where there is none. */
export const lockPaperAgreement = async (tx: Tx, school: string, studentId: string) =>
  (await selectPaperAgreement(tx, school, studentId).forShare().executeTakeFirst()) ?? null

export const findPaperAgreement = async (db: Db, school: string, studentId: string) =>
  (await selectPaperAgreement(db, school, studentId).executeTakeFirst()) ?? null

export const findAgreementNumber = async (db: Db, { school, id }: Key): Promise<string> =>
  (
    await db
      .selectFrom('agreements')
      .where('schoolId', '=', school)
      .where('id', '=', id)
      .select('number')
      .executeTakeFirstOrThrow()
  ).number

export type Candidate = IssuingFacts & {
  readonly studentId: string
  readonly collegeId: string
  readonly snapshot: StudentSnapshot
}

/**
 * Students within the reader's scope who are to be given a form, held against another who gives one at the same time. Refuses where
 * one of them is not there.
 */
export async function lockCandidates(
  tx: Tx,
  school: string,
  ids: readonly string[],
  { collegeId }: Pick<Person, 'collegeId'>,
): Promise<Candidate[]> {
  const { rows } = await sql<{
    studentId: string
    collegeId: string
    name: string
    studentNumber: string
    college: string
    major: string
    designatedEmployer: string | null
    designatedCreditCode: string | null
    enrolment: string
    holder: string | null
    agreementNumber: string | null
    latestNumber: string | null
    latestStatus: string | null
  }>`
    select st.id as student_id, st.college_id, st.name, st.student_number, c.name as college, st.major_name as major,
      st.designated_employer, st.designated_credit_code, st.enrolment, p.holder, a.number as agreement_number, f.number as latest_number,
      f.status as latest_status
    from students st
    join colleges c on c.school_id = st.school_id and c.id = st.college_id
    left join placements p on p.school_id = st.school_id and p.student_id = st.id
    left join agreements a on a.school_id = p.school_id and a.id = p.agreement_id
    left join lateral (
      select number, status from paper_forms where school_id = ${school} and student_id = st.id
      order by issued_at desc, id desc limit 1
    ) f on true
    where st.school_id = ${school} and st.id = any(${ids}::uuid[])
      and (${collegeId}::text is null or st.college_id = ${collegeId})
    order by st.student_number, st.id for no key update of st`.execute(tx)
  if (rows.length < new Set(ids).size) throw new Refusal('not-found')
  return rows.map((row) => ({
    studentId: row.studentId,
    collegeId: row.collegeId,
    snapshot: {
      name: row.name,
      studentNumber: row.studentNumber,
      college: row.college,
      major: row.major,
    },
    placing: {
      placement: row.holder === null ? null : { holder: row.holder, number: row.agreementNumber },
      designatedEmployer: row.designatedEmployer,
      designatedCreditCode: row.designatedCreditCode,
      enrolment: row.enrolment as Enrolment,
    },
    latest:
      row.latestNumber === null ? null : { number: row.latestNumber, status: row.latestStatus as FormStatus },
  }))
}

/** The first of so many serials of this school and year, taken in the transaction, so that none is lost or shared. */
export async function allotSerials(tx: Tx, schoolId: string, year: number, count: number): Promise<number> {
  const { last } = await tx
    .insertInto('paperFormSerials')
    .values({ schoolId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'year']).doUpdateSet({ last: sql`paper_form_serials.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

const rowOf = (of: FormCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    number: of.number,
    studentId: of.studentId,
    cause: of.cause,
    status: of.status,
    version: of.version,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    issuedAt: of.issuedAt,
    issuedBy: of.issuedBy,
    endedAt: of.endedAt,
    endedBy: of.endedBy,
    reason: of.reason,
    agreementId: of.agreementId,
  }) satisfies ColumnsOf<FormCase, 'collegeId', 'studentFolded'>

/** New forms in one statement. The caller journals them. */
export const addForms = (tx: Tx, forms: readonly FormCase[]) =>
  tx.insertInto('paperForms').values(forms.map(rowOf)).execute()

/** What became of a form. The caller journals it. */
export const saveForm = (tx: Tx, before: FormCase, after: FormCase) =>
  tx
    .updateTable('paperForms')
    .set(differing(rowOf(before), rowOf(after)))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
