import { type RawBuilder, sql } from 'kysely'
import { resumesGoOn, toldBefore } from '../../../domain/resume/forgetting.ts'
import { NEW_SHARING } from '../../../domain/resume/standing.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'
import { letGoOf } from '../evidence/queries.ts'
import { tell } from '../notifications/tell.ts'
import { hasFiles, inResume, unsigned } from '../students/forgetting.ts'
import { subjectOfFiles } from './versions.ts'

export type OfYears = { readonly school: string; readonly lastYear: number; readonly at: Date }

/** Students of these years who have résumés, or have sent some, as far as they have been told so. */
const having = ({ school, lastYear }: OfYears, told: RawBuilder<unknown>) => sql`
  from students st left join resume_sharings h on h.school_id = ${school} and h.student_id = st.id
  where st.school_id = ${school} and st.graduation_year <= ${lastYear} and ${told}
    and exists (
      select from resumes r where r.school_id = ${school} and r.student_id = st.id
      union all
      select from resume_snapshots k where k.school_id = ${school} and k.student_id = st.id)`
const isTold = ({ at }: OfYears) => sql`h.told_at <= ${toldBefore(at)}`

/** Of how many students the résumés go: now, or once they have been told. */
export async function countOldResumes(db: Db, of: OfYears): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n ${having(of, sql`true`)}`.execute(
    db,
  )
  return rows[0]!.n
}

/** Tells some of whom the résumés go, a month before. Answers how many. */
export async function tellOfOldResumes(tx: Tx, jobs: Jobs, of: OfYears, most: number): Promise<number> {
  const { school, at } = of
  const { rows } = await sql<{ studentId: string }>`
    with told as materialized (
      select st.id ${having(of, sql`h.told_at is null`)} order by st.id limit ${most} for update of st skip locked)
    insert into resume_sharings (school_id, student_id, audience, contact_from, version, shown_at, told_at)
    select ${school}, id, ${NEW_SHARING.audience}, ${NEW_SHARING.contactFrom}, 0, ${at}, ${at} from told
    on conflict (school_id, student_id) do update set told_at = excluded.told_at
    returning student_id`.execute(tx)
  const messages = rows.map(({ studentId }) => ({
    kind: 'resume.goes' as const,
    school,
    to: { studentId },
    about: { kind: 'resumes' as const, id: studentId },
    params: { day: resumesGoOn(at) },
  }))
  await tell(tx, jobs, messages, at)
  return rows.length
}

/** The résumés of some of these students, who are held. Answers of how many. */
async function forgetSome(tx: Tx, school: string, whose: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select st.id ${whose} order by st.id limit ${most} for update of st skip locked`.execute(tx)
  if (rows.length === 0) return 0
  const students = rows.map(({ id }) => id)
  const theirs = sql`school_id = ${school} and student_id = any(${students}::uuid[])`
  // Those that were sent too, with who has looked at them; the sweep takes the files away.
  await sql`
    with sharings as (delete from resume_sharings where ${theirs}), looks as (delete from resume_looks where ${theirs}),
      sent as (delete from resume_snapshots where ${theirs})
    delete from resumes where ${theirs}`.execute(tx)
  const subjects = students.map((id) => subjectOfFiles({ id }))
  await letGoOf(tx, school, subjects)
  return rows.length
}

/** Of some whose month is over. */
export const forgetOldResumes = (tx: Tx, of: OfYears, most: number): Promise<number> =>
  forgetSome(tx, of.school, having(of, isTold(of)), most)

/** Of some whom only the files in them hold on the roster: then the students go. */
export const letResumesGo = (tx: Tx, of: OfYears, most: number): Promise<number> =>
  forgetSome(tx, of.school, sql`${unsigned(of)} and ${hasFiles(of.school, inResume)}`, most)
