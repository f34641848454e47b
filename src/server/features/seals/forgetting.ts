import { sql } from 'kysely'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Tx } from '../../db/database.ts'

type OfStudents = { readonly school: string; readonly students: readonly string[]; readonly at: Date }

/**
 * Pictures that are not in use, and that nothing shows any more now that the documents of these students are gone: the school's, and
 * those of the employers with whom they signed. Each keeps its SHA-256.
 */
export async function forgetPictures(tx: Tx, of: OfStudents): Promise<void> {
  await forgetSchools(tx, of)
  await forgetEmployers(tx, of)
}

/** The school's, that no kept document of its own bears. */
async function forgetSchools(tx: Tx, { school, at }: OfStudents): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select distinct seal_id as id from documents where school_id = ${school} and seal_id is not null and removed_at is null`.execute(
    tx,
  )
  await sql`
    update seals s set picture = null, removed_at = ${at}
    where s.picture is not null and s.school_id = ${school} and s.id <> all(${rows.map(({ id }) => id)}::uuid[])
      and exists (select from seals newer where newer.owner = s.owner and newer.version > s.version)`.execute(
    tx,
  )
}

/**
 * An employer's serves it at every school, so that its invitations of all schools are asked, on purpose: a picture stays while one
 * that was sent before the next picture came is open, or has led to an agreement that is open or has a kept document.
 */
async function forgetEmployers(tx: Tx, { school, students, at }: OfStudents): Promise<void> {
  const { rows } = await sql<{ employer: string }>`
    select distinct employer_id as employer from agreements
    where school_id = ${school} and student_id = any(${[...students]}::uuid[])`.execute(tx)
  const { rows: shown } = await sql<{ employer: string; since: string }>`
      select i.employer_id as employer, min(i.sent_at)::text as since from invitations i
      left join agreements a on a.school_id = i.school_id and a.invitation_id = i.id
      left join documents d on d.school_id = a.school_id and d.kind = 'agreement' and d.subject_id = a.id
      where i.employer_id = any(${rows.map(({ employer }) => employer)}::uuid[])
        and (i.ended_at is null
          or (a.id is not null and d.removed_at is null and (d.subject_id is not null or a.ended_at is null)))
      group by i.employer_id ${acrossSchools.employers}`.execute(tx)
  await sql`
    update seals s set picture = null, removed_at = ${at}
    where s.picture is not null and s.employer_id = any(${rows.map(({ employer }) => employer)}::uuid[])
      and exists (
        select from seals newer where newer.owner = s.owner and newer.version > s.version
          and not exists (
            select from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as shown (employer uuid, since timestamptz)
            where shown.employer = s.employer_id and shown.since < newer.set_at))`.execute(tx)
}
